//! Columns that say something about a row as a whole, whether or not they are mapped: an account that is
//! disabled, a guest, an application instead of a person.

use crate::enums::ImportTarget;
use crate::mapping::{ColumnMap, normalise_header};
use crate::workbook::Cell;

/// Headers, without spaces and signs, over cells that are true for a usable account.
const ENABLED: [&str; 3] = ["accountenabled", "userenabled", "isenabled"];
/// Headers over cells that are true for an unusable account.
const DISABLED: [&str; 5] = [
    "blockcredential",
    "signinblocked",
    "accountdisabled",
    "disabled",
    "userdisabled",
];
/// Headers over words for the state of an account.
const STATES: [&str; 3] = ["status", "accountstatus", "userstatus"];
/// Headers over words for the kind of an account.
const KINDS: [&str; 5] = [
    "usertype",
    "interpretedusertype",
    "recipienttypedetails",
    "accounttype",
    "objecttype",
];

/// Where such columns stand, 0-based.
#[derive(Debug, Default)]
pub(super) struct Marks {
    enabled: Vec<usize>,
    disabled: Vec<usize>,
    states: Vec<usize>,
    kinds: Vec<usize>,
}

impl Marks {
    /// Only lists of people and accounts have such columns.
    pub(super) fn of(columns: &[ColumnMap], target: ImportTarget) -> Self {
        let mut marks = Self::default();
        if !matches!(target, ImportTarget::EndUsers | ImportTarget::ResourceAccounts) {
            return marks;
        }
        for column in columns.iter().filter(|column| !column.secret) {
            let mut header = normalise_header(&column.header);
            header.retain(|c| c.is_alphanumeric());
            let header = header.as_str();
            let place = if ENABLED.contains(&header) {
                &mut marks.enabled
            } else if DISABLED.contains(&header) {
                &mut marks.disabled
            } else if STATES.contains(&header) && column.field.is_none() {
                &mut marks.states
            } else if KINDS.contains(&header) {
                &mut marks.kinds
            } else {
                continue;
            };
            place.push(column.index);
        }
        marks
    }

    /// Whether the row says that the account cannot be used.
    pub(super) fn is_disabled(&self, row: &[Cell]) -> bool {
        let truth = |index: &usize| row.get(*index).and_then(truth);
        self.enabled.iter().any(|index| truth(index) == Some(false))
            || self.disabled.iter().any(|index| truth(index) == Some(true))
            || self.states.iter().any(|index| {
                let state = row
                    .get(*index)
                    .map(Cell::display)
                    .unwrap_or_default()
                    .to_lowercase();
                matches!(
                    state.trim(),
                    "0" | "disabled" | "inactive" | "blocked" | "deactivated"
                )
            })
    }

    /// Whether the row is an application that answers calls, not a person.
    pub(super) fn is_application(&self, row: &[Cell]) -> bool {
        self.kind_contains(row, &["applicationinstance", "resourceaccount"])
    }

    /// Whether the row is a guest of the directory.
    pub(super) fn is_guest(&self, row: &[Cell]) -> bool {
        self.kinds.iter().any(|index| {
            let kind = row.get(*index).map(Cell::display).unwrap_or_default();
            kind.trim().eq_ignore_ascii_case("guest")
        })
    }

    fn kind_contains(&self, row: &[Cell], words: &[&str]) -> bool {
        self.kinds.iter().any(|index| {
            let mut kind = row
                .get(*index)
                .map(Cell::display)
                .unwrap_or_default()
                .to_lowercase();
            kind.retain(|c| c.is_alphanumeric());
            words.iter().any(|word| kind.contains(word))
        })
    }
}

/// Yes and no as exports write them.
fn truth(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Bool(value) => Some(*value),
        Cell::Number(number) => Some(*number != 0.0),
        Cell::Text(text) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" | "y" | "1" | "t" => Some(true),
            "false" | "no" | "n" | "0" | "f" => Some(false),
            _ => None,
        },
        Cell::Empty | Cell::Date(_) | Cell::Error(_) => None,
    }
}
