//! The papers of port orders from the terminal: asked for and received, all of them written into a folder, and what the
//! customer still has to say.

use serde_json::{Value, json};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project::{self, ACCOUNT_NUMBER, PIN};
use crate::workbench::Workbench;

#[tokio::test]
async fn order_documents_in_a_file() {
    on_sqlite(order_documents).await;
}

#[tokio::test]
async fn order_documents_on_postgres() {
    on_postgres("", order_documents).await;
}

async fn order_documents(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::import_both(&bench);
    project::add_account(&bench, "Example Corp");
    let order = project::add_order(&bench);
    checklist(&bench, &order);
    folder(&bench, &order);
    corrections(&bench);
}

fn checklist(bench: &Workbench, order: &str) {
    std::fs::write(bench.path("bill.pdf"), b"%PDF the bill").unwrap();
    let received = [
        "order", "document", order, "--kind", "bill", "--state", "received",
    ];
    let today = project::today();
    let with = ["--dated-on", &today, "--file", "bill.pdf"];
    let said = bench.run(&[&received[..], &with].concat());
    assert_eq!(said.trim_end(), format!("{order}: the bill is received."));
    let shown = bench.json(&["order", "show", order]);
    let bill = shown["documents"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["kind"] == "bill");
    let bill = bill.unwrap();
    assert_eq!(
        (&bill["ageDays"], &bill["file"]["name"]),
        (&json!(0), &json!("bill.pdf"))
    );
    let waived = ["order", "document", order, "--kind", "csr", "--state", "waived"];
    assert_eq!(bench.refusal(&waived, 4)["field"], "reason");
    bench.run(&[&waived[..], &["--reason", "The carrier needs none"]].concat());
    assert!(bench.run(&["order", "show", order]).contains("waived"));
}

fn folder(bench: &Workbench, order: &str) {
    std::fs::create_dir(bench.path("orders")).unwrap();
    let all = [
        "order",
        "export-all",
        "--customer",
        "Example Corp",
        "--out",
        "orders",
    ];
    let written = bench.run(&all);
    assert_eq!(written.trim_end(), "Wrote 3 files of 1 order into orders.");
    let of = |name: String| bench.path("orders").join(order).join(name);
    let letter = std::fs::read(of(format!("loa-{order}.pdf"))).unwrap();
    assert!(letter.starts_with(b"%PDF"));
    assert_eq!(bench.refusal(&all, 6)["field"], "overwrite");
    let again = ["--kind", "loa", "--overwrite"];
    let only: Value = bench.json(&[&all[..], &again].concat());
    assert_eq!(only["files"], json!([format!("{order}/loa-{order}.pdf")]));
    assert!(
        only.to_string()
            .find(ACCOUNT_NUMBER)
            .or(only.to_string().find(PIN))
            .is_none()
    );
    let one = [
        "order",
        "export",
        order,
        "--kind",
        "attachment",
        "--out",
        "attachment.xlsx",
    ];
    bench.run(&one);
    // Attachment A says whom its numbers leave, which the customer's list has otherwise; once told it changes nothing.
    for updated in [3, 0] {
        let batch = bench.json(&["import", "attachment.xlsx", "--as", "numbers"]);
        assert_eq!(
            [&batch["inserted"], &batch["updated"], &batch["rejected"]],
            [0, updated, 0]
        );
    }
}

fn corrections(bench: &Workbench) {
    bench.run(&["numbers", "corrections", "--out", "corrections.xlsx"]);
    let batch = bench.json(&["import", "corrections.xlsx"]);
    assert_eq!(
        [&batch["inserted"], &batch["updated"], &batch["rejected"]],
        [0, 0, 0],
        "{batch}"
    );
}
