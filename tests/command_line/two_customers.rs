//! Two customers who believe that they own the same number.

use portflow_app::clock::{SystemClock, SystemIds};
use portflow_app::config::Folders;
use portflow_app::{Session, commands, opening};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::Workbench;

#[tokio::test]
async fn number_of_another_customer_in_a_file() {
    on_sqlite(number_of_another_customer).await;
}

#[tokio::test]
async fn number_of_another_customer_on_postgres() {
    on_postgres("", number_of_another_customer).await;
}

/// The second import warns and names the other migration's path; nothing else of it shows.
async fn number_of_another_customer(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "First Customer");
    project::import_both(&bench);
    project::set_up(&bench, "Second Customer");
    let list = bench.path("list.csv");
    let rows = "Number,Description\n+12145550100,Lobby\n+12145550101,Desk\n+12145559999,Only here\n";
    std::fs::write(&list, rows).unwrap();
    let migration = "Second Customer/Dallas HQ/Teams Phone";
    let import = [
        "import",
        list.to_str().unwrap(),
        "--migration",
        migration,
        "--as",
        "numbers",
    ];

    let report = bench.json(&[&import[..], &["--dry-run"]].concat());
    assert_eq!(
        report["warnings"][0]["code"], "number_in_other_migration",
        "{report:#}"
    );
    let told = review(&place, &list, migration).await;
    assert!(told.contains("First Customer/Dallas HQ/Teams Phone"), "{told}");
    nothing_else_shows(&bench, &report.to_string());
    nothing_else_shows(&bench, &told);

    let batch = bench.json(&import);
    assert_eq!(batch["inserted"], 3, "{batch}");
    let unnamed = bench.refusal(&["numbers", "assign", "+12145550101", "--to", "nobody"], 3);
    assert_eq!(unnamed["code"], "ambiguous");
    let ambiguous = bench.refusal(
        &["migration", "transition", "Teams Phone", "--to", "cancelled"],
        3,
    );
    let message = ambiguous["message"].as_str().unwrap();
    assert!(
        message.contains("First Customer/Dallas HQ/Teams Phone") && message.contains(migration),
        "{message}"
    );
}

/// What the review in the window shows of each row.
async fn review(place: &Place, list: &Path, migration: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders {
        config: home.path().to_owned(),
        data: home.path().to_owned(),
    };
    let session = Arc::new(Session::new(folders, Arc::new(SystemClock), Arc::new(SystemIds)));
    let address = match place {
        Place::Sqlite(path) => path.display().to_string(),
        Place::Postgres(url) => url.clone(),
    };
    opening::open(&session, &opening::parse(&address).unwrap().location, None)
        .await
        .unwrap();
    let migrations = commands::call(&session, "migration_list", json!({}))
        .await
        .unwrap();
    let found = migrations
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["path"] == migration)
        .unwrap();
    let file = session.files.register(list);
    let choices = json!({ "files": [file.id], "migrationId": found["migration"]["id"] });
    let rows = json!({ "choices": choices, "offset": 0, "limit": 100 });
    commands::call(&session, "import_rows", rows)
        .await
        .unwrap()
        .to_string()
}

/// Of the other migration's number only the path is told.
fn nothing_else_shows(bench: &Workbench, told: &str) {
    let others = bench.json(&[
        "numbers",
        "list",
        "--migration",
        "First Customer/Dallas HQ/Teams Phone",
    ]);
    let of_number = others
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["number"] == "+12145550101")
        .unwrap();
    for field in ["id", "migrationId", "holderUpn", "holderName", "description"] {
        let value = of_number[field].as_str().unwrap();
        assert!(
            !told.contains(value),
            "{field} of the other migration stands in {told}"
        );
    }
}
