//! Looking for what the database's own rules cannot see: counters that differ from a recount.

use portflow_domain::ids::MigrationId;

use crate::error::Result;
use crate::record::record;
use crate::tx::{Tx, rows};

struct Miscounted {
    id: MigrationId,
    name: String,
}
record!(Miscounted { id, name });

/// One sentence for each migration whose counters are wrong.
pub(crate) async fn miscounted(tx: &mut Tx) -> Result<Vec<String>> {
    let sql = "SELECT m.id, m.name FROM migrations m \
        WHERE m.total_numbers <> (SELECT COUNT(*) FROM phone_numbers WHERE migration_id = m.id) \
        OR m.ported_numbers <> (SELECT COUNT(*) FROM phone_numbers \
            WHERE migration_id = m.id AND porting_status IN ('ported', 'verified')) \
        OR m.total_users <> (SELECT COUNT(*) FROM end_users WHERE migration_id = m.id) \
        OR m.configured_users <> (SELECT COUNT(*) FROM end_users WHERE migration_id = m.id AND is_configured) \
        ORDER BY m.id";
    let found = rows!(tx, Miscounted, sql)?;
    let sentence =
        |Miscounted { id, name }| format!("The counters of the migration {name} ({id}) are wrong.");
    Ok(found.into_iter().map(sentence).collect())
}
