//! Which column means what, and which code a text value means.
//!
//! `suggest` proposes, the person edits, and `import::read_rows` obeys the edited map. Evidence comes from a
//! table of headers seen in the field and from the cells below; secret columns are never mapped or sampled.

mod columns;
mod detect;
mod field;
mod header;
mod synonyms;
mod values;

pub use columns::{ColumnMap, columns_at};
pub use detect::{
    FieldDefault, Refusal, SheetDetection, Table, column_letters, detect_table, detect_workbook, table_at,
};
pub use field::{ImportField, fields_of};
pub use header::{display_header, is_secret_header, normalise_header};
pub use values::{CARRIERS, KnownCarrier, ValueChoice, ValueMap, suggest_code, suggest_values};
