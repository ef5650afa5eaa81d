//! Long work that a person may stop. Whoever starts a task names it; the work asks between its steps whether it
//! should go on.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::error::{ApiError, ErrorCode, Result};

/// The tasks that somebody asked to stop.
#[derive(Default)]
pub struct Tasks(Mutex<BTreeSet<String>>);

impl Tasks {
    /// Begins a task; an old wish to stop one of the same name is forgotten.
    pub fn begin(&self, id: &str) {
        self.lock().remove(id);
    }

    /// Asks a task to stop.
    pub fn cancel(&self, id: &str) {
        self.lock().insert(id.to_owned());
    }

    /// Refuses to go on when somebody asked to stop.
    pub fn check(&self, id: &str) -> Result<()> {
        if self.lock().contains(id) {
            return Err(ApiError::new(
                ErrorCode::Cancelled,
                "You stopped it. Nothing was stored.",
            ));
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
