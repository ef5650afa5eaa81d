//! A document that leaves the workspace: the file where a person chose and the log entry about it, or neither.

use std::path::Path;

use portflow_store::Tx;
use serde_json::{Value, json};

use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::workspace::SavedFile;
use crate::error::Result;
use crate::files::{file_name, write_atomically};

/// Writes the file and ends the transaction with an entry that names it, without its folder.
///
/// # Errors
/// A file that cannot be written; nothing of the transaction is stored then.
pub(super) async fn save_document(
    cx: &Context,
    mut tx: Tx,
    (path, bytes): (&Path, &[u8]),
    (subject, action): (Subject, &str),
) -> Result<SavedFile> {
    let mut act = Act::begin(cx);
    let told = vec![fact("fileName", Value::Null, json!(file_name(path)))];
    act.noted(subject, action, told)?;
    act.save(&mut tx).await?;
    write_atomically(path, bytes)?;
    tx.commit().await?;
    Ok(SavedFile::of(path, bytes))
}
