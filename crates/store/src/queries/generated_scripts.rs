//! Generated PowerShell scripts, as they were handed out.

use portflow_domain::entities::script::GeneratedScript;
use portflow_domain::ids::{EntityId, GeneratedScriptId, MigrationId};

use super::push_optional;
use crate::error::{Result, StoreError};
use crate::record::{find, insert, record};
use crate::statement::Statement;
use crate::tx::{Tx, exec};

record!(GeneratedScript, "script" in "generated_scripts" {
    kept {
        id, customer_id, migration_id, port_order_id, kind, title, content, sha256, inputs_fingerprint,
        generated_by, at, saved_path,
    }
});

/// Keeps a script and gives it as stored.
pub async fn insert_generated_script(tx: &mut Tx, script: &GeneratedScript) -> Result<GeneratedScript> {
    insert(tx, script).await
}

/// The scripts of a migration or of all, newest first.
pub async fn list_generated_scripts(
    tx: &mut Tx,
    migration_id: Option<MigrationId>,
) -> Result<Vec<GeneratedScript>> {
    let mut statement = Statement::new("SELECT * FROM generated_scripts WHERE TRUE");
    push_optional(&mut statement, " AND migration_id = ", migration_id);
    statement.push(" ORDER BY at DESC, id DESC");
    tx.list(statement).await
}

/// The script with this id.
pub async fn find_generated_script(tx: &mut Tx, id: GeneratedScriptId) -> Result<Option<GeneratedScript>> {
    find(tx, id).await
}

/// Remembers where a script was saved last.
///
/// # Errors
/// [`StoreError::NotFound`].
pub async fn set_saved_path(tx: &mut Tx, id: GeneratedScriptId, path: &str) -> Result<()> {
    let sql = "UPDATE generated_scripts SET saved_path = $1 WHERE id = $2";
    match exec!(tx, sql, path.to_owned(), id)? {
        0 => Err(StoreError::NotFound {
            entity: "script",
            id: id.uuid(),
        }),
        _ => Ok(()),
    }
}
