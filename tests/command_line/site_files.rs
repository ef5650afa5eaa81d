//! Files of a site from the terminal, and a whole site as a workspace file that is opened on another machine.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::Duration;

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::workbench::Workbench;

const SITE: &str = "Clinic/North clinic";

#[tokio::test]
async fn files_of_a_site_in_a_file() {
    on_sqlite(files_of_a_site).await;
}

#[tokio::test]
async fn files_of_a_site_on_postgres() {
    on_postgres("", files_of_a_site).await;
}

fn furnished(place: &Place) -> Workbench {
    let bench = Workbench::new(place);
    bench.init();
    bench.run(&["customer", "add", "--name", "Clinic", "--demo"]);
    let site = ["site", "add", "--customer", "Clinic", "--name", "North clinic"];
    bench.run(&[&site[..], &["--time-zone", "America/Chicago"]].concat());
    bench
}

fn list(bench: &Workbench) -> Vec<Value> {
    let files = bench.json(&["site", "files", "list", SITE]);
    files.as_array().unwrap().clone()
}

async fn files_of_a_site(place: Place) {
    let bench = furnished(&place);
    let (plan, copy) = (bench.path("plan.pdf"), bench.path("copy.pdf"));
    std::fs::write(&plan, b"%PDF-1.7 Floor plan").unwrap();
    std::fs::write(&copy, b"%PDF-1.7 Floor plan").unwrap();
    let add = ["site", "files", "add", SITE, plan.to_str().unwrap()];
    let both = [&add[..], &[copy.to_str().unwrap(), "--section", "network"]].concat();
    let told = bench.run(&both);
    assert!(told.contains("Added 2 of 2 files"), "{told}");
    let files = list(&bench);
    assert_eq!(files[0]["sha256"], files[1]["sha256"]);
    assert_eq!(
        (&files[1]["mediaType"], &files[1]["section"]),
        (&json!("application/pdf"), &json!("network"))
    );
    let caption = ["site", "files", "edit", SITE, "plan.pdf", "--caption", "Floor 1"];
    assert_eq!(bench.json(&caption)["caption"], "Floor 1");
    let out = bench.path("out.pdf");
    bench.run(&[
        "site",
        "files",
        "save",
        SITE,
        "plan.pdf",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&plan).unwrap());
    bench.run(&["site", "files", "remove", SITE, "plan.pdf"]);
    let unknown = ["site", "files", "remove", SITE, "plan.pdf"];
    assert_eq!(bench.refusal(&unknown, 3)["code"], "not_found");
    let nowhere = ["site", "files", "add", SITE, "nowhere.jpg"];
    assert_eq!(bench.refusal(&nowhere, 7)["code"], "file");
    assert_eq!(list(&bench).len(), 1);
    a_whole_site(&bench);
}

/// The file opens on a machine that has never seen the workspace.
fn a_whole_site(bench: &Workbench) {
    let file = bench.path("north.portflow");
    let circuit = [
        "site",
        "discovery",
        "add",
        SITE,
        "circuit",
        "carrierName=Lumen",
        "kind=pri",
    ];
    bench.run(&circuit);
    bench.run(&["migration", "add", "--site", SITE, "--name", "Move"]);
    let save = ["workspace", "save-site", SITE, "--out", file.to_str().unwrap()];
    let told = bench.run(&save);
    assert!(told.contains("rows"), "{told}");
    let elsewhere = Workbench::new(&Place::Sqlite(file));
    let who = ["--member", "test.person@example.com"];
    let check = elsewhere.run(&[&who[..], &["workspace", "check"]].concat());
    assert!(check.contains("sound"), "{check}");
    for question in [
        &["site", "discovery", "show", SITE][..],
        &["site", "files", "list", SITE],
        &["status"],
    ] {
        let (here, there) = (bench.json(question), elsewhere.json(question));
        // Only the name of the place differs.
        assert_eq!(there["migrations"], here["migrations"], "{question:?}");
        if question[0] == "site" {
            assert_eq!(there, here, "{question:?}");
        }
    }
    // It goes on there as in any workspace, secrets included.
    let account = ["account", "add", "--customer", "Clinic", "--carrier", "Lumen"];
    let secrets = [
        "--name-on-account",
        "Clinic",
        "--btn",
        "2145550100",
        "--account-number",
        "77-1",
    ];
    elsewhere.run(&[&who[..], &account, &secrets].concat());
}

#[tokio::test]
async fn killed_while_adding_to_a_file() {
    on_sqlite(killed_while_adding).await;
}

#[tokio::test]
async fn killed_while_adding_on_postgres() {
    on_postgres("", killed_while_adding).await;
}

/// Whenever the program dies, a file is there whole or not at all.
async fn killed_while_adding(place: Place) {
    const FILES: usize = 60;
    let bench = furnished(&place);
    let paths: Vec<String> = (0..FILES)
        .map(|number| {
            let path = bench.path(&format!("{number}.bin"));
            std::fs::write(&path, vec![u8::try_from(number).unwrap(); 400_000]).unwrap();
            path.display().to_string()
        })
        .collect();
    let names: Vec<&str> = paths.iter().map(String::as_str).collect();
    let add = [&["site", "files", "add", SITE], &names[..]].concat();
    let mut program = bench
        .command(&add)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = BufReader::new(program.stderr.take().unwrap());
    let mut line = String::new();
    while !line.starts_with("Storing 3 of") {
        line.clear();
        assert!(told.read_line(&mut line).unwrap() > 0, "it ended before");
    }
    std::thread::sleep(Duration::from_millis(5));
    program.kill().unwrap();
    program.wait().unwrap();
    let kept = list(&bench);
    assert!((3..FILES).contains(&kept.len()), "{} were kept", kept.len());
    let out = bench.path("out.bin");
    for (number, file) in kept.iter().enumerate() {
        assert_eq!(file["fileName"], format!("{number}.bin"));
        let id = file["id"].as_str().unwrap();
        bench.run(&["site", "files", "save", SITE, id, "--out", out.to_str().unwrap()]);
        assert_eq!(
            std::fs::read(&out).unwrap(),
            vec![u8::try_from(number).unwrap(); 400_000]
        );
    }
    assert!(bench.run(&["workspace", "check"]).contains("sound"));
    bench.run(&add);
    assert_eq!(list(&bench).len(), kept.len() + FILES);
}
