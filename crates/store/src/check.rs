//! Looking for damage in a workspace, in sentences for people.

use portflow_domain::ids::MigrationId;

use crate::error::Result;
use crate::record::record;
use crate::tx::{Tx, rows};

/// A line of SQLite's own check.
struct Integrity {
    integrity_check: String,
}
record!(Integrity { integrity_check });

/// A row that points to nothing.
struct Dangling {
    table: String,
    parent: String,
}
record!(Dangling { table, parent });

/// A migration whose counters are not what they count.
struct Miscounted {
    id: MigrationId,
    name: String,
}
record!(Miscounted { id, name });

/// One sentence per problem.
pub(crate) async fn check(tx: &mut Tx) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    if tx.is_sqlite() {
        let lines = rows!(tx, Integrity, "PRAGMA integrity_check(20)")?;
        let lines = lines.into_iter().map(|line| line.integrity_check).filter(|line| line != "ok");
        problems.extend(lines.map(|line| format!("The file is damaged: {line}.")));
        let dangling = rows!(tx, Dangling, "PRAGMA foreign_key_check")?;
        problems.extend(dangling.into_iter().map(|Dangling { table, parent }| {
            format!("A row of {table} points to a row of {parent} that does not exist.")
        }));
    }
    let miscounted = rows!(
        tx,
        Miscounted,
        "SELECT m.id, m.name FROM migrations m
         WHERE m.total_numbers <> (SELECT COUNT(*) FROM phone_numbers WHERE migration_id = m.id)
            OR m.ported_numbers <> (SELECT COUNT(*) FROM phone_numbers
                WHERE migration_id = m.id AND porting_status IN ('ported', 'verified'))
            OR m.total_users <> (SELECT COUNT(*) FROM end_users WHERE migration_id = m.id)
            OR m.configured_users <> (SELECT COUNT(*) FROM end_users WHERE migration_id = m.id AND is_configured)
         ORDER BY m.id"
    )?;
    problems.extend(miscounted.into_iter().map(|Miscounted { id, name }| {
        format!("The counters of the migration {name} ({id}) differ from a recount.")
    }));
    Ok(problems)
}
