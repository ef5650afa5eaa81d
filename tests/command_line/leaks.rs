//! Looks for secrets at every place where they could have been left behind.

use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};
use std::path::PathBuf;

use crate::databases::Place;
use crate::project::{ACCOUNT_NUMBER, PIN};
use crate::workbench::Workbench;

/// The account number and the PIN are nowhere in the database, the configuration, the logs, the script or what the
/// program prints about its acts; only the exported workbook and the letter of authorization hold them.
pub async fn assert_secrets_stay_inside(bench: &Workbench, place: &Place) {
    let mut places: Vec<(PathBuf, Vec<u8>)> = bench.files();
    places.retain(|(path, _)| {
        path.extension()
            .is_none_or(|ending| ending != "xlsx" && ending != "pdf")
    });
    assert!(places.iter().any(|(path, _)| path.ends_with("cutover.ps1")));
    match place {
        Place::Sqlite(path) => {
            let folder = std::fs::read_dir(path.parent().unwrap()).unwrap();
            places.extend(folder.map(|entry| entry.unwrap().path()).map(|path| {
                let bytes = std::fs::read(&path).unwrap();
                (path, bytes)
            }));
        }
        Place::Postgres(url) => places.extend(tables(url).await),
    }
    for answer in [
        &["activity", "--limit", "1000"][..],
        &["account", "list"],
        &["order", "list"],
    ] {
        places.push((
            format!("portflow {answer:?}").into(),
            bench.json(answer).to_string().into_bytes(),
        ));
    }
    for (path, bytes) in places {
        for secret in [ACCOUNT_NUMBER, PIN] {
            for form in [
                secret.to_owned(),
                hexadecimal(secret),
                hexadecimal(secret).to_uppercase(),
            ] {
                let found = bytes.windows(form.len()).any(|window| window == form.as_bytes());
                assert!(!found, "{secret} stands in {}", path.display());
            }
        }
    }
}

/// Every row of every table as text; bytes are hexadecimal in it.
async fn tables(url: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let names = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";
    let mut tables: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for row in sqlx::query(names).fetch_all(&mut connection).await.unwrap() {
        let (schema, table): (String, String) = (row.get(0), row.get(1));
        let all = format!("SELECT t::text FROM \"{schema}\".\"{table}\" AS t");
        let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(all))
            .fetch_all(&mut connection)
            .await
            .unwrap();
        tables.push((table.into(), rows.join("\n").into_bytes()));
    }
    let accounts = tables
        .iter()
        .find(|(table, _)| table.ends_with("losing_accounts"))
        .unwrap();
    assert!(!accounts.1.is_empty(), "the account's own row was not looked at");
    tables
}

fn hexadecimal(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}
