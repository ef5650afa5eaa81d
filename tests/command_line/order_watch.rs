//! What waits, what is at risk, the calendar file and a carrier's e-mail, from the terminal.

use std::io::Write;
use std::process::Stdio;

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::Workbench;

#[tokio::test]
async fn orders_are_watched_in_a_file() {
    on_sqlite(watched).await;
}

#[tokio::test]
async fn orders_are_watched_on_postgres() {
    on_postgres("", watched).await;
}

async fn watched(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::import_both(&bench);
    project::add_account(&bench, "Example Corp");
    let order = project::submit_order(&bench);

    let waiting = bench.json(&["order", "waiting", "--migration", "Teams Phone"]);
    assert_eq!(waiting[0]["ageing"]["waitsFor"], "answer", "{waiting:#}");
    assert!(bench.run(&["order", "waiting"]).contains("Carrier's answer"));
    let mail = bench.run(&["order", "escalate", &order]);
    assert!(
        mail.contains(&format!("Subject: Order {order}: no answer yet")),
        "{mail}"
    );
    assert!(
        !mail.contains(project::ACCOUNT_NUMBER) && !mail.contains(project::PIN),
        "{mail}"
    );

    reads_mail(&bench, &order);
    writes_calendar(&bench, &order);
}

/// A carrier's answer moves the order; an absence notice moves nothing.
fn reads_mail(bench: &Workbench, order: &str) {
    let text = format!("Order {order} has a FOC of January 12, 2027 at 10:00 AM EST.\n");
    let dry = piped(bench, &text, &[]);
    assert!(
        dry.contains("to foc_received") && dry.contains("Nothing was stored"),
        "{dry}"
    );
    let away = piped(
        bench,
        &format!("I am out of the office. {order} has been rejected.\n"),
        &["--yes"],
    );
    assert!(
        away.contains("nothing was stored") && away.contains("an absence notice"),
        "{away}"
    );
    std::fs::write(bench.path("answer.eml"), &text).unwrap();
    let read = bench.json(&["order", "read-email", "answer.eml", "--yes"]);
    assert_eq!(read["stored"][0]["status"], "foc_received", "{read:#}");
    assert_eq!(read["stored"][0]["focAt"], "2027-01-12T15:00:00.000Z");
}

/// The file holds what is committed, and takes back what is not any more.
fn writes_calendar(bench: &Workbench, order: &str) {
    bench.run(&[
        "order",
        "calendar",
        "--customer",
        "Example Corp",
        "--out",
        "ports.ics",
    ]);
    let calendar = std::fs::read_to_string(bench.path("ports.ics")).unwrap();
    assert!(calendar.contains("DTSTART:20270112T150000Z\r\n"), "{calendar}");
    bench.run(&[
        "order",
        "transition",
        order,
        "--to",
        "rejected",
        "--reason",
        "Late",
        "--reject-code",
        "LSR_PENDING",
    ]);
    let risks = bench.run(&["order", "risks"]);
    assert!(
        risks.contains(order) && risks.contains("The carrier rejected it"),
        "{risks}"
    );
    bench.run(&["order", "calendar", "--out", "ports.ics"]);
    let calendar = std::fs::read_to_string(bench.path("ports.ics")).unwrap();
    assert!(calendar.contains("STATUS:CANCELLED"), "{calendar}");
    bench.refusal(
        &["order", "calendar", "--customer", "Nobody", "--out", "ports.ics"],
        3,
    );
    bench.refusal(&["order", "escalate", order], 5);
}

/// What the program prints when it reads an e-mail from its standard input.
fn piped(bench: &Workbench, text: &str, more: &[&str]) -> String {
    let mut command = bench.command(&[&["order", "read-email", "-"], more].concat());
    let mut running = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    running.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = running.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}
