//! Importing: the preview and the commit make the same plan from the same choices; only the commit writes.

mod batches;
mod commit;
mod dry_run;
mod edits;
mod fixes;
mod found;
mod known;
mod mended;
mod one_column;
mod one_sheet;
mod open;
mod planning;
mod profiles;
mod questions;
mod reading;
mod rejected;
mod review;
mod row_kinds;
mod rows;
mod stored;
mod undo;
mod undo_plan;
mod undo_write;
mod values;
mod voice_values;
mod write;

pub use batches::{get, list};
pub use commit::commit;
pub use dry_run::{Wishes, dry_run, report, sheets};
pub use edits::{find_replace, fix_all};
pub(crate) use one_sheet::{Asked, OneSheet, read_one};
pub use open::{cancel, open, paste};
pub use profiles::{delete as delete_profile, list as list_profiles};
pub use rejected::save as save_rejected;
pub use review::{preview, rows};
pub use undo::{preview_undo, undo};
