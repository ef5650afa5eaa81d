//! The cells of a row as they stood in the file, for the record of the import.

use crate::mapping::ColumnMap;
use crate::workbook::{Cell, Sheet};

/// One cell that held something.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct OriginalCell {
    /// 0-based column.
    pub column: usize,
    /// The column's header.
    pub header: String,
    /// The cell as a person reads it.
    pub text: String,
}

/// The cells of a 1-based row within the mapped table; secret columns and empty cells are left out.
pub fn original_cells(sheet: &Sheet, columns: &[ColumnMap], source_row: u32) -> Vec<OriginalCell> {
    let Some(row) = (source_row as usize)
        .checked_sub(1)
        .and_then(|index| sheet.rows.get(index))
    else {
        return Vec::new();
    };
    let filled = columns
        .iter()
        .filter(|column| !column.secret)
        .filter_map(|column| {
            let cell = row
                .get(column.index)
                .filter(|cell| !matches!(cell, Cell::Empty))?;
            Some(OriginalCell {
                column: column.index,
                header: column.header.clone(),
                text: cell.display(),
            })
        });
    filled.collect()
}
