//! Everything that is known about the columns of a table before their fields are chosen.

use super::ImportField;
use super::candidate::Facts;
use super::content::{Content, Kind};
use super::header::{display_header, is_secret_header};
use super::header_row::{Header, is_column_types_row, texts};
use super::other_tables::other_tables;
use super::printed::printed_lines;
use super::synonyms::{self, Meaning};
use super::words::{key, split_group};
use crate::number::Country;
use crate::workbook::{Cell, Sheet};

/// How many rows below the header serve as evidence, and how many cells of a very wide sheet.
const EVIDENCE_ROWS: usize = 200;
const EVIDENCE_CELLS: usize = 400_000;
/// How many sample values a column shows, and how long each may be.
const SAMPLES: usize = 3;
const SAMPLE_LENGTH: usize = 60;

/// The columns that have a header or a cell, in the order of the sheet.
pub(super) fn facts(sheet: &Sheet, header: Header, country: Country) -> Vec<Facts> {
    let next = other_tables(sheet, header.row)
        .into_iter()
        .find(|rows| rows.start >= header.row);
    let end = next.map_or(sheet.rows.len(), |rows| rows.start);
    let below = sheet.rows.get(header.row..end).unwrap_or_default();
    let texts = texts(sheet, header);
    let widest = below
        .iter()
        .take(EVIDENCE_ROWS)
        .map(Vec::len)
        .max()
        .unwrap_or(0)
        .max(texts.len());
    let rows = (EVIDENCE_CELLS / widest.max(1)).clamp(8, EVIDENCE_ROWS);
    let printed = printed_lines(sheet, header.row);
    let is_printed = |row: usize| printed.binary_search_by_key(&row, |(line, _)| *line).is_ok();
    let evidence: Vec<&Vec<Cell>> = below
        .iter()
        .enumerate()
        .take(rows)
        .filter(|(place, row)| !is_column_types_row(row) && !is_printed(header.row + place))
        .map(|(_, row)| row)
        .collect();
    let mut facts: Vec<Facts> = (0..widest)
        .map(|index| {
            let empty = (String::new(), None);
            let (shown, joined) = texts.get(index).unwrap_or(&empty);
            let cells = || {
                evidence
                    .iter()
                    .filter_map(|row| row.get(index))
                    .filter(|cell| !cell.is_blank())
            };
            let mut facts = of_header(index, shown, joined.as_deref());
            if !facts.secret {
                facts.content = Content::of(cells(), country);
                facts.samples = samples(cells());
            }
            (facts, cells().next().is_some())
        })
        .filter(|(facts, filled)| !facts.header.is_empty() || *filled)
        .map(|(facts, _)| facts)
        .collect();
    count_tails(&mut facts, &evidence);
    facts
}

/// Counts where a short number is the end of a full one in its row: an extension, whatever its header says.
fn count_tails(facts: &mut [Facts], rows: &[&Vec<Cell>]) {
    let mostly = |facts: &Facts, kind: Kind| facts.content.share(kind) >= 60;
    let full: Vec<usize> = facts
        .iter()
        .filter(|facts| mostly(facts, Kind::Numbers))
        .map(|facts| facts.index)
        .collect();
    let digits = |row: &[Cell], index: usize| -> String {
        let text = row.get(index).map(Cell::display).unwrap_or_default();
        text.chars().filter(char::is_ascii_digit).collect()
    };
    for short in facts.iter_mut().filter(|facts| mostly(facts, Kind::Short)) {
        let is_tail = |row: &&&Vec<Cell>| {
            let own = digits(row, short.index);
            own.len() > 2 && full.iter().any(|full| digits(row, *full).ends_with(&own))
        };
        short.content.tails = rows.iter().filter(is_tail).count() as u32;
    }
}

/// What the header alone says; `joined` is the header with the text of its group.
fn of_header(index: usize, shown: &str, joined: Option<&str>) -> Facts {
    let own = synonyms::known(shown);
    // The text of the group counts where the two together are a header of their own, such as "Fax Number".
    let with_group = joined.and_then(synonyms::known).filter(|known| {
        let left_out = matches!(known.meaning, Meaning::LeftOut(_));
        let least = if own.is_none() || left_out {
            synonyms::TELLING
        } else {
            90
        };
        known.strength >= least
    });
    let known = match (with_group, own) {
        (Some(group), Some(own))
            if matches!(own.meaning, Meaning::LeftOut(_)) && own.strength >= group.strength =>
        {
            Some(own)
        }
        (Some(group), _) => Some(group),
        (None, own) => own,
    };
    let sure = known.is_some_and(|known| known.strength >= 85);
    let secret = !sure && !shown.is_empty() && is_secret_header(shown);
    let (series, group) = series(shown, known.is_some());
    Facts {
        index,
        header: shown.to_owned(),
        series,
        group,
        known: known.filter(|_| !secret),
        secret,
        content: Content::default(),
        samples: Vec::new(),
    }
}

/// The header without the index of its group, and the index; a menu key is an index too.
fn series(shown: &str, known: bool) -> (String, Option<String>) {
    let menu = |text: &str| {
        let found = synonyms::known(text).map(|known| known.meaning);
        matches!(found, Some(Meaning::Fields(fields)) if fields.contains(&ImportField::MenuOption))
    };
    for (sign, names) in [("*", ["*", "star", "asterisk"]), ("#", ["#", "pound", "hash"])] {
        let lower = shown.to_lowercase();
        let base = names
            .iter()
            .find_map(|name| lower.strip_suffix(name))
            .map(str::trim_end);
        if let Some(base) = base.filter(|base| !base.is_empty() && menu(base)) {
            return (key(base), Some(sign.to_owned()));
        }
    }
    match split_group(shown) {
        (base, Some(index)) if !known || synonyms::known(base).is_some() => {
            (key(base), Some(index.to_owned()))
        }
        _ => (key(shown), None),
    }
}

fn samples<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for cell in cells {
        let text: String = display_header(&cell.display())
            .chars()
            .take(SAMPLE_LENGTH)
            .collect();
        if !text.is_empty() && !found.contains(&text) {
            found.push(text);
        }
        if found.len() == SAMPLES {
            break;
        }
    }
    found
}
