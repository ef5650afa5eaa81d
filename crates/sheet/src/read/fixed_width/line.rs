//! One line of a captured screen: its words, and its cells once the columns are known.

use std::ops::Range;

/// The cells of a line, up to the last used one. A word belongs to the column in which it begins. A sentence
/// that runs across columns, such as a title, stays together, except where a word stands right at a column.
pub(super) fn cut(line: &[char], starts: &[usize]) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    let mut end = 0;
    for phrase in phrases(line) {
        let within = starts.partition_point(|start| *start <= phrase.start)
            ..starts.partition_point(|start| *start < phrase.end);
        let across = starts[within].iter().any(|start| crosses(line, *start));
        for word in words(&line[phrase.clone()]) {
            let word = word.start + phrase.start..word.end + phrase.start;
            let column = starts.partition_point(|start| *start <= word.start).max(1);
            if !across || word.start == phrase.start || starts.binary_search(&word.start).is_ok() {
                cells.resize(cells.len().max(column), String::new());
            }
            if let Some(cell) = cells.last_mut() {
                if !cell.is_empty() {
                    cell.extend(&line[end..word.start]);
                }
                cell.extend(&line[word.clone()]);
            }
            end = word.end;
        }
    }
    cells
}

/// Where the words of a line stand.
pub(super) fn words(line: &[char]) -> Vec<Range<usize>> {
    parts(line, 1)
}

/// Where the parts of a line stand that two or more blanks separate.
pub(super) fn phrases(line: &[char]) -> Vec<Range<usize>> {
    parts(line, 2)
}

fn parts(line: &[char], blanks: usize) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (at, _) in line
        .iter()
        .enumerate()
        .filter(|(_, letter)| !letter.is_whitespace())
    {
        match parts.last_mut() {
            Some(part) if at - part.end < blanks => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

/// Whether a word of the line reaches across `start`.
pub(super) fn crosses(line: &[char], start: usize) -> bool {
    start > 0 && is_filled(line, start - 1) && is_filled(line, start)
}

/// Whether a word of the line begins at `start`.
pub(super) fn begins(line: &[char], start: usize) -> bool {
    is_filled(line, start) && !crosses(line, start)
}

/// Whether a word of the line ends before `end`.
pub(super) fn ends(line: &[char], end: usize) -> bool {
    end > 0 && is_filled(line, end - 1) && !is_filled(line, end)
}

fn is_filled(line: &[char], at: usize) -> bool {
    line.get(at).is_some_and(|letter| !letter.is_whitespace())
}

/// Whether the line is nothing but dashes.
pub(super) fn is_rule(line: &[char]) -> bool {
    let dashes = line
        .iter()
        .filter(|letter| matches!(letter, '-' | '=' | '_'))
        .count();
    let blanks = line.iter().filter(|letter| letter.is_whitespace()).count();
    dashes > 1 && dashes + blanks == line.len()
}
