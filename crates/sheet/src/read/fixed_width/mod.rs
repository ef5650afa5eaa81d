//! Captures of screens and printed reports: tables whose columns stand at the same positions of every line.
//!
//! A line that reads like a header proposes the columns, the lines below it confirm them or not. What is not
//! confirmed (prose, configuration, lists of one column, delimited text) is left to [`super::delimited`].

mod line;

use std::ops::Range;

use portflow_domain::workbook::Cell;

use line::{begins, crosses, cut, ends, is_rule, phrases, words};

use super::{Limits, ReadError};

/// How many lines are enough to tell the columns.
const SAMPLE: usize = 300;

/// Lines among which the header must stand.
const PREAMBLE: usize = 60;

/// Bytes of the widest line that a report has.
const MAX_WIDTH: usize = 1_000;

/// Characters that make a text delimited when the header and the lines below it hold them alike.
const DELIMITERS: [char; 3] = [',', ';', '|'];

/// The 0-based positions at which the columns begin; none when the text is no table of fixed columns.
pub(super) fn column_starts(text: &str) -> Option<Vec<usize>> {
    let sample: Vec<&str> = lines(text).take(SAMPLE).collect();
    // A tab reaches to a position that only the program knew which wrote it.
    if sample
        .iter()
        .any(|line| line.contains('\t') || line.len() > MAX_WIDTH)
    {
        return None;
    }
    let sample: Vec<Vec<char>> = sample.iter().map(|line| line.chars().collect()).collect();
    let mut best: Option<(usize, Vec<usize>)> = None;
    for (at, header) in sample.iter().enumerate().take(PREAMBLE) {
        let Some(starts) = starts_below(header, &sample[at + 1..]) else {
            continue;
        };
        // The title of a report may look like a header of fewer columns. The second line of a header only
        // names what stands in the second line of each record, and gains little.
        let begun = words_begun_at(&starts[1..], &sample);
        if best.as_ref().is_none_or(|(most, _)| begun * 2 >= most * 3) {
            best = Some((begun, starts));
        }
    }
    best.map(|(_, starts)| starts)
}

/// How many words of all lines begin exactly where a column does.
fn words_begun_at(starts: &[usize], lines: &[Vec<char>]) -> usize {
    let begun = |line: &Vec<char>| {
        let words = words(line);
        words
            .iter()
            .filter(|word| starts.binary_search(&word.start).is_ok())
            .count()
    };
    lines.iter().map(begun).sum()
}

/// The lines of the text cut at `starts`, each a row of its own.
///
/// # Errors
/// [`ReadError::TooLarge`] for more rows or cells than `limits` allow.
pub(super) fn rows(text: &str, starts: &[usize], limits: &Limits) -> Result<Vec<Vec<Cell>>, ReadError> {
    let mut rows = Vec::new();
    let mut cells = 0;
    for line in lines(text) {
        let line: Vec<char> = line.chars().collect();
        let row: Vec<Cell> = cut(&line, starts).into_iter().map(Cell::text).collect();
        cells += row.len();
        if cells > limits.max_cells {
            return Err(ReadError::too_large("cells", limits.max_cells));
        }
        if rows.len() == limits.max_rows {
            return Err(ReadError::too_large("rows", limits.max_rows));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// The lines as an editor counts them; a form feed begins a page and takes no position.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let separator = if text.contains('\n') { '\n' } else { '\r' };
    text.split_terminator(separator)
        .map(|line| line.trim_start_matches('\u{c}').trim_end())
}

/// The columns that `header` proposes, if the lines below it stand in them.
fn starts_below(header: &[char], below: &[Vec<char>]) -> Option<Vec<usize>> {
    let rule = below
        .first()
        .filter(|line| is_rule(line) && words(line).len() > 1);
    let block: Vec<&[char]> = below
        .iter()
        .map(Vec::as_slice)
        .filter(|line| !line.is_empty() && !is_rule(line))
        .collect();
    if !is_header(header) || is_delimited(header, &block) {
        return None;
    }
    let tabular: Vec<&[char]> = block
        .iter()
        .copied()
        .filter(|line| phrases(line).len() > 1)
        .collect();
    // The header again on a further page, and its second line, which is set for other values.
    let second = below.first().filter(|line| is_header(line));
    let values: Vec<&[char]> = tabular
        .iter()
        .copied()
        .filter(|line| *line != header && second.is_none_or(|second| line != second))
        .collect();
    let starts = match rule {
        Some(rule) => words(rule).iter().map(|dashes| dashes.start).collect(),
        None => proposed(header, &values),
    };
    let mut starts: Vec<usize> = starts
        .into_iter()
        .filter(|start| is_nearly_free(&values, *start))
        .collect();
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let candidates = if rule.is_some() { &block } else { &tabular };
    let aligned: Vec<Vec<String>> = candidates
        .iter()
        .filter(|line| rule.is_some() || parts_at(line, &starts))
        .filter(|line| !starts.iter().any(|start| crosses(line, *start)))
        .map(|line| cut(line, &starts))
        .filter(|cells| cells.iter().filter(|cell| !cell.is_empty()).count() > 1)
        .collect();
    let confirmed = match rule {
        Some(_) => !aligned.is_empty(),
        None => aligned.len() > 1 && stands_over_numbers(&cut(header, &starts), &aligned),
    };
    (confirmed && starts.len() > 1 && aligned.len() * 2 >= block.len()).then_some(starts)
}

/// Where the columns under the words of a header begin.
///
/// Two blanks part two names; between them the column begins where the fewest lines are cut, as near to its
/// name as possible, so that numbers set to the right of a short name stay whole. One blank parts two names
/// only when the lines below stand under both of them.
fn proposed(header: &[char], tabular: &[&[char]]) -> Vec<usize> {
    let names = words(header);
    let mut starts = vec![0];
    for (name, next) in names.iter().zip(names.iter().skip(1)) {
        if next.start - name.end > 1 {
            let between = (name.end + 1..=next.start).rev();
            starts.extend(between.min_by_key(|start| crossings(tabular, *start)));
        } else if stand_under(tabular, name) && stand_under(tabular, next) {
            starts.push(next.start);
        }
    }
    starts
}

/// Whether a good part of the lines has a word that begins or ends with the name; of two lines per record only
/// one does.
fn stand_under(tabular: &[&[char]], name: &Range<usize>) -> bool {
    let under = |line: &&&[char]| begins(line, name.start) || ends(line, name.end);
    tabular.iter().filter(under).count() * 4 >= tabular.len()
}

/// Whether most columns of the line after its first begin behind a gap, which those of a sentence do not.
fn parts_at(line: &[char], starts: &[usize]) -> bool {
    let column = |at: usize| starts.partition_point(|start| *start <= at);
    let changes = |parts: &[Range<usize>]| {
        let pairs = parts.windows(2);
        pairs
            .filter(|pair| column(pair[0].start) < column(pair[1].start))
            .count()
    };
    changes(&phrases(line)) * 2 >= changes(&words(line))
}

/// Whether nearly no line has a word across the start of a column.
fn is_nearly_free(tabular: &[&[char]], start: usize) -> bool {
    crossings(tabular, start) * 10 <= tabular.len()
}

fn crossings(tabular: &[&[char]], start: usize) -> usize {
    tabular.iter().filter(|line| crosses(line, start)).count()
}

/// Whether one name without a digit stands over values most of which have one: what tells a header from the
/// first line of a list of settings, and a table from text in two columns.
fn stands_over_numbers(header: &[String], rows: &[Vec<String>]) -> bool {
    let has_digit = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
    header.iter().enumerate().any(|(column, name)| {
        let values = rows
            .iter()
            .filter_map(|row| row.get(column))
            .filter(|value| !value.is_empty());
        let (with, all) = values.fold((0, 0), |(with, all), value| {
            (with + usize::from(has_digit(value)), all + 1)
        });
        !name.is_empty() && !has_digit(name) && with > 0 && with * 2 >= all
    })
}

/// Whether the header and half of the lines below it hold a delimiter alike.
fn is_delimited(header: &[char], block: &[&[char]]) -> bool {
    DELIMITERS.iter().any(|delimiter| {
        let count = |line: &[char]| line.iter().filter(|letter| *letter == delimiter).count();
        let in_header = count(header);
        let alike = block.iter().filter(|line| count(line) >= in_header).count();
        in_header > 0 && alike * 2 >= block.len()
    })
}

/// Whether the line holds nothing but names of columns.
fn is_header(line: &[char]) -> bool {
    let names = phrases(line);
    !names.is_empty() && names.iter().all(|name| is_name(&line[name.clone()]))
}

/// Whether the text could name a column: no setting (`port = 5060`), no label of a value (`Date:`), no value.
fn is_name(text: &[char]) -> bool {
    let begins = text.first().is_some_and(|letter| letter.is_alphabetic()) || text == ['#'];
    begins && text.last() != Some(&':') && !text.iter().any(|letter| matches!(letter, '=' | '{' | '}'))
}
