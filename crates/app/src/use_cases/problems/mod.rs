//! What speaks against the numbers, accounts and orders of a migration: shown, accepted with a reason, and mended.

mod around;
mod fix;
mod forms;
mod kept;
mod list;
mod waive;

pub(super) use around::{BesideOrder, load_beside};
pub use fix::fix;
pub use list::{counts, list};
pub(super) use waive::waivers_of;
pub use waive::{remove, waive};

use portflow_domain::problems::Problem;

use crate::context::Context;
use crate::dto::problems::NamedProblem;
use crate::error::{ApiError, ErrorCode, Result};

/// The problem as it is now, or a refusal.
async fn find(cx: &Context, named: &NamedProblem) -> Result<Problem> {
    let found = kept::read(cx, named.migration_id, |book, waivers| {
        let is_named = |it: &&Problem| it.place.entity_id == named.entity_id && it.finding.code == named.code;
        book.problems()
            .find(is_named)
            .map(|it| waivers.applied(it.clone()))
    });
    let found = found.await?.ok_or_else(|| {
        let name = format!("{} at {}", named.code, named.entity_id);
        ApiError::not_found("problem", &name).hint("It may be settled already: look at the list again.")
    })?;
    match &named.fingerprint {
        Some(seen) if *seen != found.fingerprint => {
            let text = format!("{} has changed since you looked at it.", found.place.label);
            Err(ApiError::new(ErrorCode::Conflict, text).hint("Look at the problem again."))
        }
        _ => Ok(found),
    }
}
