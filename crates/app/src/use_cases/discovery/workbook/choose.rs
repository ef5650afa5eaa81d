//! What a person decided about a workbook: neither a conflict nor a removal is ever decided by the program.

use portflow_domain::discovery_book::{Change, ChangeKind};

use crate::dto::discovery_workbook::ApplyDiscoveryWorkbook;
use crate::error::{ApiError, ErrorCode, Result};

/// How many undecided conflicts a refusal names.
const NAMED: usize = 5;

/// The changes that are to be stored, with the fields that take the workbook's value.
///
/// # Errors
/// A conflict or a removal about which nothing was decided.
pub(super) fn decided(changes: Vec<Change>, request: &ApplyDiscoveryWorkbook) -> Result<Vec<Change>> {
    let mut open = Vec::new();
    let mut kept = Vec::new();
    for mut change in changes {
        if request.leave_out.contains(&change.key) {
            continue;
        }
        if change.kind == ChangeKind::Removed {
            if request.keep_ours.contains(&change.key) {
                continue;
            }
            if !request.take_theirs.contains(&change.key) {
                open.push(gone(&change));
            }
            kept.push(change);
            continue;
        }
        let label = change.label.clone();
        let key = change.key.clone();
        change.fields.retain(|field| {
            let named = format!("{key}/{}", field.field);
            if request.keep_ours.contains(&named) {
                return false;
            }
            if field.is_conflict && !request.take_theirs.contains(&named) {
                let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
                open.push(format!(
                    "{} of {label} was {}, is {} here and {} in the workbook",
                    field.heading,
                    shown(&field.base),
                    shown(&field.ours),
                    shown(&field.theirs)
                ));
            }
            true
        });
        if !change.fields.is_empty() {
            kept.push(change);
        }
    }
    if open.is_empty() {
        return Ok(kept);
    }
    let more = match open.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" And {more} more."),
    };
    open.truncate(NAMED);
    let text = format!("Not decided yet: {}.{more} Nothing was stored.", open.join("; "));
    Err(ApiError::new(ErrorCode::Conflict, text).hint("Decide for each what becomes of it."))
}

fn gone(change: &Change) -> String {
    let label = &change.label;
    if change.is_conflict() {
        format!("{label} was changed here and is gone from the workbook")
    } else {
        format!("{label} is gone from the workbook")
    }
}
