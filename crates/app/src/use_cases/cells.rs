//! Edited cells of any grid: all of them are checked against the revision that was seen and the column's rule
//! before one is stored.

use portflow_domain::coded::{Coded, UnknownCode};
use std::collections::BTreeMap;
use std::str::FromStr;

use crate::context::Context;
use crate::dto::grid::{CellEdit, CellProblem, EditResult};
use crate::error::{ApiError, ErrorCode, Result};

/// Rows as (before, after), or the cells that stand in the way.
pub(super) type Finished<T> = std::result::Result<Vec<(T, T)>, Vec<CellProblem>>;

/// Rows under edit, each with what it was.
pub(super) struct Edited<I, T> {
    rows: BTreeMap<I, (T, T, i64)>,
    problems: Vec<CellProblem>,
    is_stale: bool,
}

impl<I: Copy + Ord, T: Clone> Edited<I, T> {
    /// Begins with the rows as stored; `key` gives id and revision.
    pub fn begin(rows: Vec<T>, key: impl Fn(&T) -> (I, i64)) -> Self {
        let keyed = rows.into_iter().map(|row| {
            let (id, revision) = key(&row);
            (id, (row.clone(), row, revision))
        });
        Self {
            rows: keyed.collect(),
            problems: Vec::new(),
            is_stale: false,
        }
    }

    /// Applies one edit; a refusal is kept as the problem of that cell.
    pub fn apply(
        &mut self,
        index: usize,
        edit: &CellEdit<I>,
        set: impl FnOnce(&mut T) -> std::result::Result<(), String>,
    ) {
        let Some((_, row, revision)) = self.rows.get_mut(&edit.id) else {
            return;
        };
        self.is_stale |= *revision != edit.revision;
        if let Err(message) = set(row) {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            self.problems.push(CellProblem { index, message });
        }
    }

    /// The rows as (before, after), or the cells that stand in the way.
    pub fn finish(self) -> Result<Finished<T>> {
        if self.is_stale {
            return Err(ApiError::new(
                ErrorCode::Conflict,
                "Somebody changed one of these rows after you saw it.",
            )
            .hint("Look at the new values, then edit again."));
        }
        if !self.problems.is_empty() {
            return Ok(Err(self.problems));
        }
        Ok(Ok(self
            .rows
            .into_values()
            .map(|(before, after, _)| (before, after))
            .collect()))
    }
}

/// The answer to an edit that was refused: nothing is stored, so nobody is told.
pub(super) fn refused<T>(cx: &Context, problems: Vec<CellProblem>) -> EditResult<T> {
    cx.store_nothing();
    EditResult {
        rows: Vec::new(),
        problems,
        change_set_id: None,
    }
}

/// The ids of the edited rows, each once, in the order of their first edit.
pub(super) fn ids<I: Copy + Ord>(edits: &[CellEdit<I>]) -> Vec<I> {
    let mut seen = std::collections::BTreeSet::new();
    edits
        .iter()
        .map(|edit| edit.id)
        .filter(|id| seen.insert(*id))
        .collect()
}

/// The typed text without outer white space; nothing when nothing remains.
pub(super) fn text(value: Option<&str>) -> Option<String> {
    value
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// The typed code of an enumeration; spaces and capitals do not matter.
pub(super) fn code<T: Coded + FromStr<Err = UnknownCode>>(
    value: Option<&str>,
) -> std::result::Result<T, String> {
    let spelt = value
        .unwrap_or_default()
        .trim()
        .to_lowercase()
        .replace([' ', '-'], "_");
    spelt.parse().map_err(|error: UnknownCode| error.to_string())
}

/// The typed date, as `YYYY-MM-DD`.
pub(super) fn date(value: Option<&str>) -> std::result::Result<Option<chrono::NaiveDate>, String> {
    let Some(text) = text(value) else { return Ok(None) };
    let parsed = chrono::NaiveDate::parse_from_str(&text, "%Y-%m-%d");
    parsed
        .map(Some)
        .map_err(|_| format!("'{text}' is not a date; write it as 2026-11-30"))
}
