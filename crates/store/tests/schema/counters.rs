//! The counters of a migration equal a recount, whatever was done to its numbers and people.

use portflow_domain::coded::Coded;
use portflow_domain::enums::PortingStatus;
use portflow_domain::transitions::porting_status::EDGES;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::common::{on_each, on_sqlite};
use crate::database::{Database, id};

/// One statement; `picks` keeps one row in three, so that statements touch several rows but not all.
#[derive(Debug, Clone)]
enum Change {
    InsertNumbers {
        migration: u32,
        count: u32,
        status: usize,
    },
    InsertUsers {
        migration: u32,
        count: u32,
    },
    Step {
        edge: usize,
        picks: u32,
    },
    Configure {
        configured: bool,
        picks: u32,
    },
    Move {
        table: &'static str,
        to: u32,
        picks: u32,
    },
    Delete {
        table: &'static str,
        picks: u32,
    },
    Upsert {
        migration: u32,
        key: u32,
    },
    Edit {
        table: &'static str,
    },
}

fn change() -> impl Strategy<Value = Change> {
    let migration = 3..=4u32;
    let table = prop_oneof![Just("phone_numbers"), Just("end_users")];
    prop_oneof![
        3 => (migration.clone(), 1..6u32, 0..PortingStatus::ALL.len())
            .prop_map(|(migration, count, status)| Change::InsertNumbers { migration, count, status }),
        2 => (migration.clone(), 1..6u32).prop_map(|(migration, count)| Change::InsertUsers { migration, count }),
        6 => (0..EDGES.len(), 0..3u32).prop_map(|(edge, picks)| Change::Step { edge, picks }),
        2 => (any::<bool>(), 0..3u32).prop_map(|(configured, picks)| Change::Configure { configured, picks }),
        2 => (table.clone(), migration.clone(), 0..3u32).prop_map(|(table, to, picks)| Change::Move { table, to, picks }),
        1 => (table.clone(), 0..3u32).prop_map(|(table, picks)| Change::Delete { table, picks }),
        1 => (migration, 1..20u32).prop_map(|(migration, key)| Change::Upsert { migration, key }),
        1 => table.prop_map(|table| Change::Edit { table }),
    ]
}

/// Keeps rows whose id ends in a digit of this remainder.
fn picked(picks: u32) -> String {
    let digits = [
        "'0','1','2','3','4','5'",
        "'6','7','8','9','a'",
        "'b','c','d','e','f'",
    ];
    format!("substr(CAST(id AS TEXT), 36) IN ({})", digits[picks as usize])
}

fn sql(change: &Change, next: &mut u32) -> String {
    match change {
        Change::InsertNumbers {
            migration,
            count,
            status,
        } => insert_numbers(*migration, *count, *status, next),
        Change::InsertUsers { migration, count } => insert_users(*migration, *count, next),
        Change::Step { edge, picks } => {
            let ((from, to), rows) = (EDGES[*edge], picked(*picks));
            format!(
                "UPDATE phone_numbers SET porting_status = '{to}' WHERE porting_status = '{from}' AND {rows}"
            )
        }
        Change::Configure { configured, picks } => {
            format!(
                "UPDATE end_users SET is_configured = {configured} WHERE {}",
                picked(*picks)
            )
        }
        Change::Move { table, to, picks } => {
            format!(
                "UPDATE {table} SET migration_id = '{}' WHERE {}",
                id(*to),
                picked(*picks)
            )
        }
        Change::Delete { table, picks } => format!("DELETE FROM {table} WHERE {}", picked(*picks)),
        Change::Upsert { migration, key } => upsert(*migration, *key, next),
        Change::Edit { table } => format!("UPDATE {table} SET notes = 'edited'"),
    }
}

/// As many rows of values as asked for, each made from a key of its own.
fn values(count: u32, next: &mut u32, row: impl Fn(u32) -> String) -> String {
    *next += count;
    (*next - count..*next).map(row).collect::<Vec<_>>().join(", ")
}

fn insert_numbers(migration: u32, count: u32, status: usize, next: &mut u32) -> String {
    let (customer, migration, status) = (id(1), id(migration), PortingStatus::ALL[status]);
    let rows = values(count, next, |key| {
        format!(
            "('{}', '{customer}', '{migration}', '+1972{key:07}', '{status}')",
            id(key)
        )
    });
    format!("INSERT INTO phone_numbers (id, customer_id, migration_id, number, porting_status) VALUES {rows}")
}

fn insert_users(migration: u32, count: u32, next: &mut u32) -> String {
    let (customer, migration) = (id(1), id(migration));
    let rows = values(count, next, |key| {
        let configured = key % 2 == 0;
        format!(
            "('{}', '{customer}', '{migration}', 'u{key}', 'U', 'u', {configured})",
            id(key)
        )
    });
    format!(
        "INSERT INTO end_users (id, customer_id, migration_id, user_key, display_name, name_key, is_configured)
         VALUES {rows}"
    )
}

fn upsert(migration: u32, key: u32, next: &mut u32) -> String {
    let (customer, holder) = (id(1), id(migration));
    let row = values(1, next, |fresh| {
        format!(
            "('{}', '{customer}', '{holder}', '+1469{migration}{key:06}', 'verified')",
            id(fresh)
        )
    });
    format!(
        "INSERT INTO phone_numbers (id, customer_id, migration_id, number, porting_status) VALUES {row}
         ON CONFLICT (migration_id, number, extension) DO UPDATE SET notes = 'seen again'"
    )
}

/// The counters as stored and as counted, one line per migration.
async fn stored_and_counted(database: &mut Database) -> (Vec<String>, Vec<String>) {
    let numbers = "SELECT count(*) FROM phone_numbers n WHERE n.migration_id = m.id";
    let users = "SELECT count(*) FROM end_users u WHERE u.migration_id = m.id";
    let stored =
        "SELECT total_numbers || ' ' || ported_numbers || ' ' || total_users || ' ' || configured_users
                  FROM migrations ORDER BY id";
    let counted = format!(
        "SELECT ({numbers}) || ' ' || ({numbers} AND n.porting_status IN ('ported', 'verified')) || ' '
             || ({users}) || ' ' || ({users} AND u.is_configured)
         FROM migrations m ORDER BY id"
    );
    (database.texts(stored).await, database.texts(&counted).await)
}

async fn walk(database: &mut Database, changes: &[Change]) -> Result<(), TestCaseError> {
    database.run("BEGIN").await;
    let mut next = 10_000;
    let mut outcome = Ok(());
    for change in changes {
        if let Err(message) = database.attempt(&sql(change, &mut next)).await {
            outcome = Err(TestCaseError::fail(format!("{change:?}: {message}")));
            break;
        }
        let (stored, counted) = stored_and_counted(database).await;
        if stored != counted {
            outcome = Err(TestCaseError::fail(format!(
                "{change:?}: stored {stored:?}, counted {counted:?}"
            )));
            break;
        }
    }
    database.run("ROLLBACK").await;
    outcome
}

#[tokio::test(flavor = "multi_thread")]
async fn counters_equal_a_recount_after_random_changes() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let runtime = tokio::runtime::Handle::current();
        let walks = move || {
            let database = std::cell::RefCell::new(&mut database);
            let config = Config {
                cases: 40,
                failure_persistence: None,
                ..Config::default()
            };
            TestRunner::new(config).run(&prop::collection::vec(change(), 1..30), |changes| {
                runtime.block_on(walk(&mut database.borrow_mut(), &changes))
            })
        };
        tokio::task::spawn_blocking(walks).await.unwrap().unwrap();
    })
    .await;
}

/// Whether the search index says the same as the rows it was made from.
async fn search_agrees(database: &mut Database) -> Result<(), String> {
    for table in ["phone_numbers", "end_users"] {
        let check =
            format!("INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)");
        database
            .attempt(&check)
            .await
            .map_err(|message| format!("{table}_search: {message}"))?;
    }
    Ok(())
}

/// A bulk import between ordinary changes; only its end has to agree.
async fn walk_in_bulk(
    database: &mut Database,
    before: &[Change],
    during: &[Change],
) -> Result<(), TestCaseError> {
    database.run("BEGIN").await;
    let mut next = 10_000;
    for change in before {
        database.run(&sql(change, &mut next)).await;
    }
    database.run("INSERT INTO bulk_import (running) VALUES (1)").await;
    for change in during {
        database.run(&sql(change, &mut next)).await;
    }
    database.run("DELETE FROM bulk_import").await;
    let (stored, counted) = stored_and_counted(database).await;
    let search = search_agrees(database).await;
    database.run("ROLLBACK").await;
    prop_assert_eq!(stored, counted);
    prop_assert_eq!(search, Ok(()));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bulk_import_ends_with_the_same_counters_and_search() {
    on_sqlite(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let runtime = tokio::runtime::Handle::current();
        let changes = || prop::collection::vec(change(), 0..12);
        let walks = move || {
            let database = std::cell::RefCell::new(&mut database);
            let config = Config {
                cases: 60,
                failure_persistence: None,
                ..Config::default()
            };
            TestRunner::new(config).run(&(changes(), changes()), |(before, during)| {
                runtime.block_on(walk_in_bulk(&mut database.borrow_mut(), &before, &during))
            })
        };
        tokio::task::spawn_blocking(walks).await.unwrap().unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_rolled_back_bulk_import_leaves_the_triggers_awake() {
    on_sqlite(|place| async move {
        let mut database = Database::with_basics(&place).await;
        database
            .run("BEGIN IMMEDIATE; INSERT INTO bulk_import (running) VALUES (1)")
            .await;
        database.number(id(3), 1, "ported").await;
        let (stored, counted) = stored_and_counted(&mut database).await;
        assert_eq!((stored[0].as_str(), counted[0].as_str()), ("0 0 0 0", "1 1 0 0"));
        database.run("ROLLBACK").await;

        database.number(id(3), 1, "ported").await;
        let (stored, counted) = stored_and_counted(&mut database).await;
        assert_eq!(stored[0], "1 1 0 0");
        assert_eq!(stored, counted);
        assert_eq!(search_agrees(&mut database).await, Ok(()));
    })
    .await;
}

#[tokio::test]
async fn a_bulk_import_counts_a_row_that_takes_the_place_of_a_deleted_one() {
    on_sqlite(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let last = database.number(id(3), 1, "ported").await;
        database
            .run("BEGIN IMMEDIATE; INSERT INTO bulk_import (running) VALUES (1)")
            .await;
        database
            .run(&format!("DELETE FROM phone_numbers WHERE id = '{last}'"))
            .await;
        database.number(id(3), 2, "ported").await;
        assert_eq!(
            database
                .text("SELECT CAST(max(rowid) AS TEXT) FROM phone_numbers")
                .await,
            "1",
            "reused"
        );
        database.run("DELETE FROM bulk_import; COMMIT").await;
        let (stored, counted) = stored_and_counted(&mut database).await;
        assert_eq!(stored, counted);
        assert_eq!(search_agrees(&mut database).await, Ok(()));
    })
    .await;
}
