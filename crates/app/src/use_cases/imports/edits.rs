//! Replacing and fixing many cells in the review. Both only answer with the edits they would make, so undoing them is
//! leaving them out.

use portflow_domain::import::{Issue, PlannedRecord};
use portflow_domain::mapping::ColumnMap;
use portflow_domain::workbook::Cell;
use std::collections::BTreeSet;

use super::{fixes, planning};
use crate::context::Context;
use crate::dto::import_rows::{FindReplace, FixAll, ImportEdits};
use crate::dto::imports::ImportEdit;
use crate::error::{ApiError, Result};
use crate::imported_files::{ChosenSheet, Planned};

/// The most cells that one replacement or fix touches.
const EDIT_LIMIT: usize = 100_000;

/// How many cells are shown as they were.
const SHOWN: usize = 100;

/// The edits that write one text in place of another.
pub async fn find_replace(cx: &Context, request: FindReplace) -> Result<ImportEdits> {
    if request.find.is_empty() && !request.whole_cell {
        return Err(ApiError::invalid("find", "Say what to look for.")
            .hint("To fill empty cells, leave it empty and ask for whole cells."));
    }
    let planned = planning::plan_again(cx, &request.choices).await?;
    let mut found = Found::default();
    for (place, chosen) in planned.sheets.iter().enumerate() {
        if request.sheet.is_some_and(|sheet| sheet != place) {
            continue;
        }
        for row in rows_of(&planned, place) {
            for column in columns(chosen, request.column) {
                let text = text_at(chosen, row, column.index);
                if let Some(replaced) = replaced(&text, &request) {
                    found.add(chosen, row, column.index, text, replaced)?;
                }
            }
        }
    }
    Ok(found.edits)
}

/// The edits that remove a problem wherever it is plain how.
pub async fn fix_all(cx: &Context, request: FixAll) -> Result<ImportEdits> {
    let planned = planning::plan_again(cx, &request.choices).await?;
    let mut found = Found::default();
    for record in &planned.plan.records {
        let chosen = &planned.sheets[record.record.sheet];
        for issue in record
            .record
            .issues
            .iter()
            .filter(|issue| issue.code == request.problem)
        {
            if let Some((column, text)) = fix_of(chosen, record, issue, request.with.as_deref()) {
                let row = record.record.source_row;
                let before = text_at(chosen, row, column);
                found.add(chosen, row, column, before, text)?;
            }
        }
    }
    Ok(found.edits)
}

/// The column and the new text that would remove an objection.
fn fix_of(
    chosen: &ChosenSheet,
    record: &PlannedRecord,
    issue: &Issue,
    with: Option<&str>,
) -> Option<(usize, String)> {
    let field = issue.field?;
    let row = record.record.source_row;
    let column = chosen.settings.columns.iter().find(|column| {
        column.field == Some(field) && text_at(chosen, row, column.index).trim() == issue.value.trim()
    })?;
    let text = text_at(chosen, row, column.index);
    let fixed = fixes::fixed(issue.code, &text, with, &chosen.settings)?;
    (fixed != text).then_some((column.index, fixed))
}

/// Whether [`fix_all`] can remove an objection, given what it may ask for.
pub(super) fn is_fixable(chosen: &ChosenSheet, record: &PlannedRecord, issue: &Issue) -> bool {
    fix_of(chosen, record, issue, Some(fixes::ANY_AREA_CODE)).is_some()
}

/// The rows of a sheet that gave records, each once.
fn rows_of(planned: &Planned, place: usize) -> Vec<u32> {
    let mut rows: Vec<u32> = planned
        .plan
        .records
        .iter()
        .filter(|record| record.record.sheet == place)
        .map(|record| record.record.source_row)
        .collect();
    rows.dedup();
    rows
}

fn columns(chosen: &ChosenSheet, only: Option<usize>) -> impl Iterator<Item = &ColumnMap> {
    let columns = chosen.settings.columns.iter();
    columns.filter(move |column| !column.secret && only.is_none_or(|only| only == column.index))
}

/// A cell as a person reads it.
pub(super) fn text_at(chosen: &ChosenSheet, row: u32, column: usize) -> String {
    let cell = (row as usize)
        .checked_sub(1)
        .and_then(|index| chosen.sheet().rows.get(index)?.get(column));
    cell.map(Cell::display).unwrap_or_default()
}

/// The text with its replacement; none when nothing was found.
fn replaced(text: &str, request: &FindReplace) -> Option<String> {
    let folded = |text: &str| text.to_lowercase();
    if request.whole_cell {
        let same = if request.match_case {
            text == request.find
        } else {
            folded(text) == folded(&request.find)
        };
        return (same && text != request.replacement).then(|| request.replacement.clone());
    }
    let replaced = if request.match_case {
        text.replace(&request.find, &request.replacement)
    } else {
        replace_any_case(text, &folded(&request.find), &request.replacement)
    };
    (replaced != text).then_some(replaced)
}

/// Replaces every occurrence whatever its letter case; `find` is in lower case.
fn replace_any_case(text: &str, find: &str, replacement: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match matched(rest, find) {
            Some(length) if length > 0 => {
                out.push_str(replacement);
                rest = &rest[length..];
            }
            _ => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    out
}

/// How many bytes at the beginning of a text read as `find` in lower case.
fn matched(text: &str, find: &str) -> Option<usize> {
    let mut wanted = find;
    for (at, letter) in text.char_indices() {
        if wanted.is_empty() {
            return Some(at);
        }
        let lower: String = letter.to_lowercase().collect();
        wanted = wanted.strip_prefix(lower.as_str())?;
    }
    wanted.is_empty().then_some(text.len())
}

/// The edits found so far; the last one of a cell counts.
#[derive(Default)]
struct Found {
    edits: ImportEdits,
    cells: BTreeSet<(String, String, u32, usize)>,
}

impl Found {
    fn add(
        &mut self,
        chosen: &ChosenSheet,
        row: u32,
        column: usize,
        before: String,
        text: String,
    ) -> Result<()> {
        let sheet = &chosen.file.workbook.sheets[chosen.place].name;
        let key = (chosen.file_id.clone(), sheet.clone(), row, column);
        if self.cells.contains(&key) {
            return Ok(());
        }
        if self.edits.edits.len() == EDIT_LIMIT {
            return Err(
                ApiError::invalid("find", format!("More than {EDIT_LIMIT} cells would change."))
                    .hint("Choose one column, or change the file itself."),
            );
        }
        self.cells.insert(key);
        if self.edits.before.len() < SHOWN {
            self.edits.before.push(before);
        }
        self.edits.edits.push(ImportEdit {
            file: chosen.file_id.clone(),
            sheet: sheet.clone(),
            row,
            column,
            text,
        });
        Ok(())
    }
}
