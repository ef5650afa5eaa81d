//! What to write in place of a cell that has a problem, where a person who asks for it can mean only one thing.
//! Nothing here happens by itself: reading never guesses.

use portflow_domain::import::{ImportSettings, IssueCode};
use portflow_domain::number;

/// Stands for the area code that a person will be asked for.
pub(super) const ANY_AREA_CODE: &str = "212";

/// The new text; none where it is not plain. `with` is what a person adds, such as an area code.
pub(super) fn fixed(
    code: IssueCode,
    text: &str,
    with: Option<&str>,
    settings: &ImportSettings,
) -> Option<String> {
    if code == IssueCode::MissingAreaCode {
        area_code(text, with?, settings)
    } else if matches!(code, IssueCode::InvalidNumber | IssueCode::TextInNumber) {
        digits(text, settings)
    } else if code == IssueCode::RangeReversed {
        turned(text, settings)
    } else if code == IssueCode::InvalidUpn {
        address(text)
    } else {
        None
    }
}

/// The number with the area code in front of it.
fn area_code(text: &str, area: &str, settings: &ImportSettings) -> Option<String> {
    let area: String = area.chars().filter(char::is_ascii_digit).collect();
    (!area.is_empty()).then(|| readable(format!("{area} {}", text.trim()), settings))?
}

/// Letters that look like digits, typed by a hand or read by a scanner.
fn digits(text: &str, settings: &ImportSettings) -> Option<String> {
    let as_digit = |letter: char| match letter {
        'O' | 'o' => '0',
        'l' | 'I' | '|' => '1',
        other => other,
    };
    let fixed: String = text.trim().chars().map(as_digit).collect();
    (fixed != text.trim()).then(|| readable(fixed, settings))?
}

/// A range whose ends changed places.
fn turned(text: &str, settings: &ImportSettings) -> Option<String> {
    const BETWEEN: [&str; 5] = [" through ", " thru ", " to ", "–", " - "];
    let between = BETWEEN.iter().find(|between| text.contains(**between))?;
    let (first, last) = text.split_once(between)?;
    let fixed = format!("{}{between}{}", last.trim(), first.trim());
    number::parse_cell(
        &portflow_domain::workbook::Cell::text(fixed.as_str()),
        settings.country,
    )
    .is_ok()
    .then_some(fixed)
}

/// An address without the spaces and the punctuation that came along with it.
fn address(text: &str) -> Option<String> {
    let fixed: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let fixed = fixed.trim_matches(|letter: char| matches!(letter, '<' | '>' | ';' | ',' | '.' | '"'));
    let (local, host) = fixed.split_once('@')?;
    let is_address = !local.is_empty() && host.contains('.') && !host.contains('@');
    (is_address && fixed != text).then(|| fixed.to_lowercase())
}

fn readable(text: String, settings: &ImportSettings) -> Option<String> {
    number::parse(&text, settings.country).is_ok().then_some(text)
}
