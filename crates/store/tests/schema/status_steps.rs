//! Every pair of statuses is tried against the databases and compared with the domain's machines.

use portflow_domain::coded::Coded;
use portflow_domain::enums::{MigrationStatus, PortOrderStatus, PortingStatus};
use portflow_domain::transitions::{migration, port_order, porting_status};

use crate::common::on_each;
use crate::database::{Database, id};

/// Whether the database took the step; a refusal must name the machine.
fn taken(outcome: Result<u64, String>, machine: &str) -> bool {
    match outcome {
        Ok(rows) => {
            assert_eq!(rows, 1);
            true
        }
        Err(message) => {
            assert!(
                message.starts_with(&format!("illegal_transition: {machine}")),
                "{message}"
            );
            false
        }
    }
}

#[tokio::test]
async fn a_number_takes_exactly_the_steps_of_the_domain() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let mut key = 0;
        for &from in PortingStatus::ALL {
            for &to in PortingStatus::ALL {
                key += 1;
                let number = database.number(id(3), key, from.code()).await;
                let update =
                    format!("UPDATE phone_numbers SET porting_status = '{to}' WHERE id = '{number}'");
                let went = taken(database.attempt(&update).await, "porting_status");
                assert_eq!(
                    went,
                    from == to || porting_status::is_edge(from, to),
                    "{from} -> {to}"
                );
                let stored =
                    format!("SELECT CAST(porting_status AS TEXT) FROM phone_numbers WHERE id = '{number}'");
                let expected = if went { to } else { from };
                assert_eq!(database.text(&stored).await, expected.code(), "{from} -> {to}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_port_order_takes_exactly_the_steps_of_the_domain() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        for (index, &from) in PortOrderStatus::ALL.iter().enumerate() {
            for (offset, &to) in PortOrderStatus::ALL.iter().enumerate() {
                let order = id(4_000_000 + u32::try_from(index * 100 + offset).unwrap());
                let insert = format!(
                    "INSERT INTO port_orders (id, customer_id, migration_id, carrier_id, scope, number_class, status)
                     VALUES ('{order}', '{}', '{}', '{}', 'full', 'local', '{from}')",
                    id(1),
                    id(3),
                    id(5)
                );
                database.run(&insert).await;
                let update = format!("UPDATE port_orders SET status = '{to}' WHERE id = '{order}'");
                let went = taken(database.attempt(&update).await, "port_order_status");
                assert_eq!(went, from == to || port_order::edge(from, to).is_ok(), "{from} -> {to}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_migration_takes_exactly_the_steps_of_the_domain() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let mut key = 0;
        for &from in MigrationStatus::ALL {
            let holds: Vec<_> = if from == MigrationStatus::OnHold {
                migration_stages().into_iter().map(Some).collect()
            } else {
                vec![None]
            };
            for before in holds {
                for &to in MigrationStatus::ALL {
                    key += 1;
                    let went = taken(
                        try_migration(&mut database, key, from, before, to).await,
                        "migration_status",
                    );
                    let expected = migration::next(from, before).iter().any(|next| next.status == to);
                    assert_eq!(
                        went,
                        from == to || expected,
                        "{from} (held at {before:?}) -> {to}"
                    );
                }
            }
        }
    })
    .await;
}

fn migration_stages() -> Vec<MigrationStatus> {
    let beside = [
        MigrationStatus::OnHold,
        MigrationStatus::Cancelled,
        MigrationStatus::Completed,
    ];
    MigrationStatus::ALL
        .iter()
        .copied()
        .filter(|status| !beside.contains(status))
        .collect()
}

async fn try_migration(
    database: &mut Database,
    key: u32,
    from: MigrationStatus,
    before: Option<MigrationStatus>,
    to: MigrationStatus,
) -> Result<u64, String> {
    let quoted =
        |held: Option<MigrationStatus>| held.map_or("NULL".to_owned(), |status| format!("'{status}'"));
    let (row, held) = (id(5_000_000 + key), quoted(before));
    let insert = format!(
        "INSERT INTO migrations
             (id, customer_id, site_id, name, name_key, routing_type, status, status_before_hold)
         VALUES ('{row}', '{}', '{}', 'M{key}', 'm{key}', 'direct_routing', '{from}', {held})",
        id(1),
        id(2)
    );
    database.run(&insert).await;
    let held_after = if to == MigrationStatus::OnHold {
        quoted(before.or(Some(from)))
    } else {
        quoted(None)
    };
    let update = format!(
        "UPDATE migrations SET status = '{to}', status_before_hold = {held_after} WHERE id = '{row}'"
    );
    database.attempt(&update).await
}
