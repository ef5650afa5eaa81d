//! Rows as an import found them, kept as JSON beside what it made of them.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{ApiError, Result};

/// A row as it was before the import.
///
/// # Errors
/// Text that is no such row: damage, for the program wrote it itself.
pub(super) fn restored<T: DeserializeOwned>(before: &Value) -> Result<T> {
    serde_json::from_value(before.clone()).map_err(|error| ApiError::internal(&error))
}
