//! Making and opening workspaces, and every way in which that goes wrong.

use std::fs;
use std::path::Path;

use portflow_domain::ids::EntityId;
use portflow_store::{PostgresTarget, Store, StoreError};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::common::{Place, on_each, on_postgres, on_sqlite};
use crate::world::{create, furnished, keyring, new_workspace, open, target, workspace_id};

/// The number of the newest migration.
const FORMAT: i64 = 13;

#[tokio::test]
async fn a_workspace_is_made_closed_and_opened_again() {
    on_each(|place| async move {
        let store = create(&place, keyring()).await;
        let made = store.workspace().await.unwrap();
        assert_eq!(made.workspace_id, workspace_id());
        assert_eq!(made.format_version, FORMAT);
        assert_eq!(made.created_at, new_workspace().now);
        assert_eq!(store.check().await.unwrap(), Vec::<String>::new());
        store.close().await;
        let again = open(&place, keyring()).await.unwrap();
        assert_eq!(again.workspace().await.unwrap(), made);
    })
    .await;
}

#[tokio::test]
async fn a_workspace_is_never_made_over_something() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else {
            unreachable!()
        };
        fs::write(path, "precious").unwrap();
        let error = Store::create_sqlite(path, &new_workspace(), keyring())
            .await
            .err()
            .unwrap();
        assert!(matches!(error, StoreError::FileExists { .. }), "{error:?}");
        assert_eq!(fs::read(path).unwrap(), b"precious");
    })
    .await;
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else {
            unreachable!()
        };
        drop(create(&place, keyring()).await);
        let error = Store::create_postgres(&target(url), &new_workspace(), keyring())
            .await
            .err()
            .unwrap();
        assert!(matches!(error, StoreError::DatabaseInUse { .. }), "{error:?}");
    })
    .await;
}

/// The error of opening this file, which must stay as it is.
async fn refusal(path: &Path) -> StoreError {
    let before = fs::read(path).ok();
    let error = Store::open_sqlite(path, keyring()).await.err().unwrap();
    assert_eq!(fs::read(path).ok(), before, "the file was touched: {error}");
    error
}

#[tokio::test]
async fn a_file_that_is_no_workspace_is_refused_in_plain_words() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);

    let missing = refusal(&at("missing.portflow")).await;
    assert!(matches!(missing, StoreError::FileMissing { .. }), "{missing:?}");
    assert!(!at("missing.portflow").exists(), "opening must not make a file");

    fs::write(at("empty.portflow"), "").unwrap();
    fs::write(at("text.portflow"), "Number,Name\n".repeat(50)).unwrap();
    let mut foreign =
        SqliteConnection::connect(&format!("sqlite://{}?mode=rwc", at("foreign.portflow").display()))
            .await
            .unwrap();
    foreign.execute("CREATE TABLE notes (text TEXT)").await.unwrap();
    foreign.close().await.unwrap();
    for name in ["empty.portflow", "text.portflow", "foreign.portflow"] {
        let error = refusal(&at(name)).await;
        assert!(
            matches!(error, StoreError::NotAWorkspace { .. }),
            "{name}: {error:?}"
        );
        assert!(error.to_string().contains(name), "{error}");
    }
    let error = Store::open_sqlite(folder.path(), keyring()).await.err().unwrap();
    assert!(
        matches!(
            error,
            StoreError::NotAWorkspace { .. } | StoreError::Inaccessible { .. }
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_damaged_file_is_called_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("whole.portflow");
    let store = furnished(&Place::Sqlite(path.clone())).await;
    store.close().await;
    let whole = fs::read(&path).unwrap();
    for (name, length) in [("half", whole.len() / 2), ("page", 4096), ("stump", 50)] {
        let cut = folder.path().join(format!("{name}.portflow"));
        fs::write(&cut, &whole[..length]).unwrap();
        let error = Store::open_sqlite(&cut, keyring()).await.err().unwrap();
        assert!(matches!(error, StoreError::Damaged { .. }), "{name}: {error:?}");
    }
    let mut garbled = whole.clone();
    for byte in &mut garbled[4096..] {
        *byte = 0xA5;
    }
    let path = folder.path().join("garbled.portflow");
    fs::write(&path, garbled).unwrap();
    let error = Store::open_sqlite(&path, keyring()).await.err().unwrap();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
}

#[tokio::test]
async fn a_newer_file_is_refused() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else {
            unreachable!()
        };
        create(&place, keyring()).await.close().await;
        let mut direct = SqliteConnection::connect(&format!("sqlite://{}", path.display()))
            .await
            .unwrap();
        direct.execute("PRAGMA user_version = 99").await.unwrap();
        direct.close().await.unwrap();
        let error = refusal(path).await;
        assert!(
            matches!(
                error,
                StoreError::Newer {
                    found: 99,
                    known: FORMAT,
                    ..
                }
            ),
            "{error:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_backup_is_complete_and_replaces_an_older_one() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else {
            unreachable!()
        };
        let store = furnished(&place).await;
        let copy = path.with_file_name("copy.portflow");
        fs::write(&copy, "an older copy").unwrap();
        store.backup(&copy).await.unwrap();
        assert!(matches!(
            store.backup(path).await,
            Err(StoreError::FileExists { .. })
        ));
        let copied = Store::open_sqlite(&copy, keyring()).await.unwrap();
        let mut tx = copied.read().await.unwrap();
        let customers = portflow_store::queries::customers::list_customers(&mut tx)
            .await
            .unwrap();
        assert_eq!(customers.len(), 1);
    })
    .await;
    on_postgres("", |place| async move {
        let store = furnished(&place).await;
        let refused = store.backup(Path::new("copy.portflow")).await;
        assert!(matches!(refused, Err(StoreError::BackupOnServer)));
    })
    .await;
}

#[tokio::test]
async fn a_server_is_never_changed_by_connecting() {
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else {
            unreachable!()
        };
        let mut direct = PgConnection::connect(url).await.unwrap();
        let refused = Store::connect_postgres(&target(url), keyring())
            .await
            .err()
            .unwrap();
        assert!(
            matches!(
                refused,
                StoreError::NeedsUpgrade {
                    found: 0,
                    known: FORMAT,
                    ..
                }
            ),
            "{refused:?}"
        );
        direct.execute("CREATE TABLE notes (text TEXT)").await.unwrap();
        for refused in [
            Store::connect_postgres(&target(url), keyring())
                .await
                .err()
                .unwrap(),
            Store::create_postgres(&target(url), &new_workspace(), keyring())
                .await
                .err()
                .unwrap(),
            Store::upgrade_postgres(&target(url), keyring())
                .await
                .err()
                .unwrap(),
        ] {
            assert!(matches!(refused, StoreError::NotAWorkspace { .. }), "{refused:?}");
        }
        direct.execute("DROP TABLE notes").await.unwrap();
        drop(create(&place, keyring()).await);
        direct
            .execute(AssertSqlSafe(format!(
                "UPDATE _sqlx_migrations SET version = 99 WHERE version = {FORMAT}"
            )))
            .await
            .unwrap();
        let newer = Store::connect_postgres(&target(url), keyring())
            .await
            .err()
            .unwrap();
        assert!(
            matches!(
                newer,
                StoreError::Newer {
                    found: 99,
                    known: FORMAT,
                    ..
                }
            ),
            "{newer:?}"
        );
        direct
            .execute(AssertSqlSafe(format!(
                "UPDATE _sqlx_migrations SET version = CASE version WHEN 99 THEN 0 ELSE version - {FORMAT} END"
            )))
            .await
            .unwrap();
        let older = Store::connect_postgres(&target(url), keyring())
            .await
            .err()
            .unwrap();
        assert!(
            matches!(
                older,
                StoreError::NeedsUpgrade {
                    found: 0,
                    known: FORMAT,
                    ..
                }
            ),
            "{older:?}"
        );
        direct
            .execute(AssertSqlSafe(format!("UPDATE _sqlx_migrations SET version = version + {FORMAT}")))
            .await
            .unwrap();
        Store::upgrade_postgres(&target(url), keyring()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_down_or_refuses_is_told_apart_without_the_password() {
    let nowhere = PostgresTarget {
        host: "127.0.0.1".to_owned(),
        port: 1,
        database: "portflow".to_owned(),
        user: "ana".to_owned(),
        password: Some("s3cret".to_owned()),
    };
    let error = Store::connect_postgres(&nowhere, keyring()).await.err().unwrap();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
    assert!(!format!("{error} {error:?} {nowhere:?}").contains("s3cret"));
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else {
            unreachable!()
        };
        let missing = PostgresTarget {
            database: "no_such_database".to_owned(),
            ..target(url)
        };
        let error = Store::connect_postgres(&missing, keyring()).await.err().unwrap();
        assert!(matches!(error, StoreError::DatabaseMissing { .. }), "{error:?}");
        let stranger = PostgresTarget {
            user: "no_such_role".to_owned(),
            password: Some("s3cret".to_owned()),
            ..target(url)
        };
        let error = Store::connect_postgres(&stranger, keyring()).await.err().unwrap();
        assert!(matches!(error, StoreError::PasswordRefused { .. }), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("s3cret"));
    })
    .await;
}

#[tokio::test]
async fn a_commit_of_another_program_is_noticed() {
    on_each(|place| async move {
        let (ours, theirs) = (furnished(&place).await, open(&place, keyring()).await.unwrap());
        let mut watch = ours.changes().await.unwrap();
        let mut tx = theirs.write().await.unwrap();
        let customer = crate::world::customer(50, "Fabrikam");
        portflow_store::queries::customers::insert_customer(&mut tx, &customer)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        tokio::time::timeout(std::time::Duration::from_secs(20), watch.changed())
            .await
            .unwrap()
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_is_not_committed_leaves_nothing() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        for explicitly in [true, false] {
            let mut tx = store.write().await.unwrap();
            let customer = crate::world::customer(50, "Fabrikam");
            portflow_store::queries::customers::insert_customer(&mut tx, &customer)
                .await
                .unwrap();
            if explicitly {
                tx.rollback().await.unwrap();
            } else {
                drop(tx);
            }
            let mut tx = store.read().await.unwrap();
            assert_eq!(
                portflow_store::queries::customers::list_customers(&mut tx)
                    .await
                    .unwrap()
                    .len(),
                1
            );
        }
    })
    .await;
}

#[tokio::test]
async fn writers_take_turns() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut writers = Vec::new();
        for index in 0..8_u128 {
            let store = store.clone();
            writers.push(tokio::spawn(async move {
                let mut tx = store.write().await.unwrap();
                // Reads first: two writers that did so together would both find the same revision.
                let found = portflow_store::queries::customers::find_customer(
                    &mut tx,
                    EntityId::from_uuid(crate::world::customer(2, "").id.uuid()),
                );
                let mut customer = found.await.unwrap().unwrap();
                customer.notes = Some(format!("{index}"));
                portflow_store::queries::customers::update_customer(&mut tx, &customer)
                    .await
                    .unwrap();
                tx.commit().await.unwrap();
            }));
        }
        for writer in writers {
            writer.await.unwrap();
        }
        let mut tx = store.read().await.unwrap();
        let customers = portflow_store::queries::customers::list_customers(&mut tx)
            .await
            .unwrap();
        assert_eq!(customers[0].revision, 9);
    })
    .await;
}

#[tokio::test]
async fn wrong_counters_are_found() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let spoil = "UPDATE migrations SET total_numbers = 7";
        match &place {
            Place::Sqlite(path) => {
                let url = format!("sqlite://{}", path.display());
                SqliteConnection::connect(&url)
                    .await
                    .unwrap()
                    .execute(spoil)
                    .await
                    .unwrap();
            }
            Place::Postgres(url) => {
                let mut direct = PgConnection::connect(url).await.unwrap();
                direct.execute(AssertSqlSafe(spoil.to_owned())).await.unwrap();
            }
        }
        let problems = store.check().await.unwrap();
        assert_eq!(problems.len(), 1);
        assert!(problems[0].contains("Phase 1"), "{problems:?}");
    })
    .await;
}
