//! The text of a cell, and what its characters give away: values that are too long, characters that a
//! database cannot hold, and characters that nobody can see.

use super::{Issue, IssueCode};
use crate::mapping::ImportField;
use crate::workbook::Cell;

/// The text of a cell without outer spaces and invisible characters; none when nothing is left.
pub(super) fn text_of(cell: &Cell) -> Option<String> {
    let text = match cell {
        Cell::Empty | Cell::Error(_) => return None,
        Cell::Text(text) if text.is_ascii() && !text.bytes().any(is_odd_byte) => text.trim().to_owned(),
        Cell::Text(text) => {
            let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
            visible.trim().to_owned()
        }
        Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => cell.display(),
    };
    (!text.is_empty()).then_some(text)
}

/// A control character that is no white space.
fn is_odd_byte(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7f
}

/// Characters without a shape: control characters, marks of writing direction, zero-width spaces. Joiners stay,
/// because some scripts cannot be written without them.
pub(super) fn is_invisible(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        other => other.is_control(),
    }
}

/// Whether one word mixes the Latin script with Cyrillic or Greek, whose letters look alike.
pub(super) fn mixes_scripts(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    text.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let latin = word.chars().any(|c| c.is_alphabetic() && c < '\u{250}');
        let other = word
            .chars()
            .any(|c| c.is_alphabetic() && ('\u{370}'..'\u{530}').contains(&c));
        latin && other
    })
}

/// What the characters of a row give away without spoiling it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Oddities {
    /// Invisible characters, which are left out.
    pub(super) invisible: bool,
    /// U+FFFD, which stands where a character was lost on the way.
    pub(super) replaced: bool,
}

/// The longest text of a field, in characters.
fn limit(field: Option<ImportField>) -> usize {
    match field {
        // Entra ID: 64 characters before the @ and 48 behind it.
        Some(ImportField::Upn) => 113,
        Some(
            ImportField::Notes
            | ImportField::Greeting
            | ImportField::Agent
            | ImportField::E164
            | ImportField::FurtherNumber
            | ImportField::Description
            | ImportField::BusinessHours
            | ImportField::Holidays
            | ImportField::AfterHours,
        )
        | None => Cell::MAX_TEXT,
        Some(_) => 1_024,
    }
}

/// Looks at the characters of one cell.
///
/// # Errors
/// The issue that rejects the row: a value that is too long, or a NUL.
pub(super) fn inspect(cell: &Cell, field: Option<ImportField>, seen: &mut Oddities) -> Result<(), Issue> {
    let shown = field.unwrap_or(ImportField::Notes);
    let limit = limit(field);
    let too_long = || {
        let text =
            format!("The value is too long; at most {limit} characters are kept. Shorten it in the file.");
        Issue::error(IssueCode::ValueTooLong, shown, "", text)
    };
    let text = match cell {
        Cell::Text(text) => text,
        Cell::Error(_) if cell.is_too_long() => return Err(too_long()),
        Cell::Error(_) | Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => return Ok(()),
    };
    if text.len() > limit && text.chars().count() > limit {
        return Err(too_long());
    }
    if text.is_ascii() && !text.bytes().any(is_odd_byte) {
        return Ok(());
    }
    if text.contains('\0') {
        let why = "The cell holds a NUL character, which cannot be stored. Export the file again as UTF-8.";
        let value = text.replace('\0', "\u{2400}");
        return Err(Issue::error(IssueCode::NulCharacter, shown, &value, why));
    }
    seen.invisible |= text.chars().any(is_invisible);
    seen.replaced |= text.contains('\u{fffd}');
    Ok(())
}
