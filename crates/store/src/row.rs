//! What a row of either database can be read as.

use crate::column::{AnyRow, Column};

/// A struct that a row can be read as.
pub(crate) trait Record: Sized {
    fn read(row: &AnyRow<'_>) -> sqlx::Result<Self>;
}

/// The column `value` of a row.
pub(crate) struct Only<T>(pub(crate) T);

impl<T: Column> Record for Only<T> {
    fn read(row: &AnyRow<'_>) -> sqlx::Result<Self> {
        T::read_from(row, "value").map(Only)
    }
}
