//! Read models: records joined with the names a person needs beside them. `store` fills them in one query
//! each; they are never written back.

mod grid;
mod inventory;
mod orders;
mod overview;

pub use grid::{GridFilter, GridQuery, GridSort, Page};
pub use inventory::{DuplicateNumber, EndUserRow, NumberPlace, NumberRow};
pub use orders::{PortOrderRow, WatchedOrder};
pub use overview::{FocDate, MigrationOverview, StatusCount};
