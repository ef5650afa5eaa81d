//! Which column means what, and which code a text value means.
//!
//! `detect_table` proposes, the person edits, and `import::read_rows` obeys the edited map. Evidence comes from
//! tables of headers seen in the field and from the cells below; secret columns are never mapped or sampled.

mod assign;
mod candidate;
mod cells;
mod columns;
mod content;
mod defaults;
mod detect;
mod facts;
mod field;
mod formats;
mod header;
mod header_row;
mod other_tables;
mod printed;
mod profile;
mod refusal;
mod suggest;
mod survey_columns;
mod survey_fields;
mod survey_sheets;
mod survey_words;
mod synonyms;
mod target;
mod value_words;
mod values;
mod words;

pub use columns::{ColumnMap, columns_at, duplicate_headers};
pub use detect::{
    FieldDefault, Refusal, SheetDetection, Table, detect_table, detect_workbook, detect_workbook_unaided,
    table_at,
};
pub use field::{ImportField, fields_of};
pub use header::{display_header, is_secret_header, normalise_header};
pub use header_row::is_column_types_row;
pub(crate) use other_tables::other_tables;
pub(crate) use printed::{PrintedLine, printed_lines, repeats_header};
pub use profile::{apply_profile, header_fingerprint};
pub use values::{CARRIERS, KnownCarrier, ValueChoice, ValueMap, suggest_code, suggest_values};

/// The words of a header in one spelling, `Tel. No.` and `PhoneNumber` both as `phone number`.
pub(crate) fn header_words(text: &str) -> String {
    words::words(text).join(" ")
}

/// The fields of which a header is a known name, likeliest first; none for a header nobody knows.
pub(crate) fn known_fields(header: &str) -> &'static [ImportField] {
    match synonyms::known(header).map(|known| known.meaning) {
        Some(synonyms::Meaning::Fields(fields)) => fields,
        Some(synonyms::Meaning::LeftOut(_)) | None => &[],
    }
}
