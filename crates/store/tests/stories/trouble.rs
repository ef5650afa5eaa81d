//! A disk, a keyring or a neighbour that does not play along.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use portflow_domain::ids::WorkspaceId;
use portflow_store::queries::{customers, phone_numbers};
use portflow_store::secret::{Key, Keyring, SecretError};
use portflow_store::{Store, StoreError};

use crate::common::{Place, on_each, on_postgres, on_sqlite};
use crate::raw::raw;
use crate::world::{create, customer, furnished, keyring, new_workspace, number, open, target};

fn path_of(place: &Place) -> PathBuf {
    let Place::Sqlite(path) = place else {
        panic!("not a file")
    };
    path.clone()
}

/// A keyring that keeps nothing.
struct Full;

impl Keyring for Full {
    fn key(&self, _: WorkspaceId) -> Result<Option<Key>, SecretError> {
        Ok(None)
    }
    fn keep(&self, _: WorkspaceId, _: &Key) -> Result<(), SecretError> {
        Err(SecretError::Keyring {
            place: self.place(),
            why: "it is full".to_owned(),
        })
    }
    fn place(&self) -> String {
        "a full keyring".to_owned()
    }
}

#[tokio::test]
async fn a_workspace_whose_key_cannot_be_kept_is_not_left_half_made() {
    on_sqlite(|place| async move {
        let path = path_of(&place);
        let made = Store::create_sqlite(&path, &new_workspace(), Arc::new(Full)).await;
        assert!(matches!(
            made.err().unwrap(),
            StoreError::Secret(SecretError::Keyring { .. })
        ));
        let left: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
        assert!(left.is_empty(), "{left:?}");
    })
    .await;
}

#[tokio::test]
async fn a_folder_is_made_where_it_can_be_and_named_where_it_cannot() {
    on_sqlite(|place| async move {
        let path = path_of(&place)
            .with_file_name("new folder")
            .join("it's new#1.portflow");
        Store::create_sqlite(&path, &new_workspace(), keyring())
            .await
            .unwrap()
            .close()
            .await;
        assert!(open(&Place::Sqlite(path), keyring()).await.is_ok());
        let file = path_of(&place);
        std::fs::File::create(&file).unwrap();
        let made = Store::create_sqlite(&file.join("x.portflow"), &new_workspace(), keyring()).await;
        assert!(matches!(made.err().unwrap(), StoreError::Inaccessible { .. }));
    })
    .await;
}

#[tokio::test]
async fn a_backup_that_cannot_be_written_names_its_place() {
    on_sqlite(|place| async move {
        let store = create(&place, keyring()).await;
        let copy = path_of(&place)
            .with_file_name("no such folder")
            .join("copy.portflow");
        let error = store.backup(&copy).await.unwrap_err();
        assert!(
            matches!(&error, StoreError::Inaccessible { path, .. } if *path == copy),
            "{error}"
        );
    })
    .await;
}

/// Takes away the right to write, from root too, for as long as it lives.
struct Immutable(PathBuf);

impl Immutable {
    fn new(path: &Path) -> Option<Self> {
        let done = Command::new("chattr").arg("+i").arg(path).output();
        done.is_ok_and(|done| done.status.success())
            .then(|| Self(path.to_owned()))
    }
}

impl Drop for Immutable {
    fn drop(&mut self) {
        Command::new("chattr").arg("-i").arg(&self.0).output().unwrap();
    }
}

#[tokio::test]
async fn a_file_or_folder_that_cannot_be_written_says_so() {
    on_sqlite(|place| async move {
        let path = path_of(&place);
        create(&place, keyring()).await.close().await;
        for locked in [path.as_path(), path.parent().unwrap()] {
            let Some(_immutable) = Immutable::new(locked) else {
                println!("skipped: only root can make a file immutable, and not on every file system");
                return;
            };
            let error = open(&place, keyring()).await.err().expect("this must not open");
            assert!(
                matches!(error, StoreError::ReadOnly { .. }),
                "{}: {error}",
                locked.display()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_second_writer_waits_and_then_gives_up() {
    on_sqlite(|place| async move {
        let first = create(&place, keyring()).await;
        let second = open(&place, keyring()).await.unwrap();
        let mut held = first.write().await.unwrap();
        customers::insert_customer(&mut held, &customer(2, "Contoso"))
            .await
            .unwrap();
        assert!(matches!(second.write().await.err().unwrap(), StoreError::Busy));
        let seen = customers::list_customers(&mut second.read().await.unwrap())
            .await
            .unwrap();
        assert_eq!(
            seen,
            Vec::new(),
            "a reader neither waits nor sees what is not committed"
        );
        held.commit().await.unwrap();
        assert!(second.write().await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn two_who_make_the_same_database_make_one_workspace() {
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else {
            panic!("not a database")
        };
        let (target, new) = (target(url), new_workspace());
        let (one, other) = tokio::join!(
            Store::create_postgres(&target, &new, keyring()),
            Store::create_postgres(&target, &new, keyring())
        );
        assert_eq!(
            [one.is_ok(), other.is_ok()].iter().filter(|made| **made).count(),
            1
        );
        let refused = one.err().or(other.err()).unwrap();
        assert!(matches!(refused, StoreError::DatabaseInUse { .. }), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn tables_of_the_same_name_make_no_workspace() {
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else {
            panic!("not a database")
        };
        raw(&place, "CREATE TABLE workspace (anything TEXT)")
            .await
            .unwrap();
        raw(
            &place,
            "CREATE TABLE _sqlx_migrations (version BIGINT, success BOOLEAN)",
        )
        .await
        .unwrap();
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
            assert!(matches!(refused, StoreError::NotAWorkspace { .. }), "{refused}");
        }
    })
    .await;
}

#[tokio::test]
async fn references_to_nothing_are_found() {
    on_sqlite(|place| async move {
        let store = furnished(&place).await;
        raw(&place, "PRAGMA foreign_keys = OFF; DELETE FROM customers")
            .await
            .unwrap();
        let problems = store.check().await.unwrap();
        assert!(
            problems.iter().any(|one| one.contains("customers")),
            "{problems:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_quiet_workspace_reports_nothing_and_closes_while_it_is_watched() {
    on_each(|place| async move {
        let store = create(&place, keyring()).await;
        let mut watch = store.changes().await.unwrap();
        let quiet = tokio::time::timeout(Duration::from_secs(2), watch.changed()).await;
        assert!(quiet.is_err(), "nothing has changed");
        let closing = async {
            let (_, ended) = tokio::join!(store.close(), async {
                let ended = watch.changed().await;
                drop(watch);
                ended
            });
            assert!(ended.is_err(), "a closed store has no changes");
        };
        tokio::time::timeout(Duration::from_secs(20), closing)
            .await
            .expect("closing waits for nobody");
    })
    .await;
}

#[tokio::test]
async fn another_program_meets_the_same_rules() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        phone_numbers::insert_phone_numbers(&mut tx, &[number(1)])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let fill =
            "INSERT INTO activity_log (id, at, actor_name, entity_type, entity_id, action, change_set_id)
                    SELECT id, created_at, 'Ana', 'customer', id, 'customer_added', id FROM customers";
        raw(&place, fill).await.unwrap();
        let refusal = async |sql: &'static str| StoreError::from(raw(&place, sql).await.unwrap_err());
        let used = refusal("DELETE FROM customers").await;
        assert!(matches!(used, StoreError::InUse { .. }), "{used:?}");
        let missing = refusal("UPDATE phone_numbers SET number = NULL").await;
        assert!(matches!(missing, StoreError::Invalid { .. }), "{missing:?}");
        for change in [
            "UPDATE activity_log SET actor_name = 'Bob'",
            "DELETE FROM activity_log",
        ] {
            let error = refusal(change).await;
            assert!(
                matches!(&error, StoreError::AppendOnly { table } if table == "activity_log"),
                "{error:?}"
            );
        }
    })
    .await;
}
