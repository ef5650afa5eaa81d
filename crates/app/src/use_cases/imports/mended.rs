//! Cells mended in the review: applied to a copy of the sheet before it is read, never to the file.

use portflow_domain::workbook::{Cell, Sheet};

use crate::dto::imports::ImportEdit;

/// The widest sheet that Excel knows.
const MAX_COLUMNS: usize = 16_384;

/// The sheet with its edits; none when there are none.
pub(super) fn mended(sheet: &Sheet, file: &str, edits: &[ImportEdit]) -> Option<Sheet> {
    let mut own = edits
        .iter()
        .filter(|edit| edit.file == file && edit.sheet == sheet.name)
        .peekable();
    own.peek()?;
    let mut mended = sheet.clone();
    for edit in own {
        let row = (edit.row as usize)
            .checked_sub(1)
            .and_then(|index| mended.rows.get_mut(index));
        if let Some(row) = row {
            if row.len() <= edit.column && edit.column < MAX_COLUMNS {
                row.resize(edit.column + 1, Cell::Empty);
            }
            if let Some(cell) = row.get_mut(edit.column) {
                *cell = Cell::text(edit.text.as_str());
            }
        }
    }
    Some(mended)
}
