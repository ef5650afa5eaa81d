//! Numbers in a row that one line of the sheet can stand for.

use super::RequestNumber;
use crate::number::E164;
use std::collections::BTreeMap;

/// The last digits that differ within a range, as `2145550100-0149` writes it.
pub(super) const VARYING: usize = 4;

/// The base numbers of one row, with everybody who shares the first of them.
pub(super) struct Row<'a> {
    pub(super) first: &'a E164,
    pub(super) last: &'a E164,
    pub(super) count: usize,
    pub(super) sharing: Vec<&'a RequestNumber>,
}

/// One row for each base number, by number.
pub(super) fn per_number(numbers: &[RequestNumber]) -> Vec<Row<'_>> {
    let mut rows: BTreeMap<&E164, Vec<&RequestNumber>> = BTreeMap::new();
    for number in numbers {
        rows.entry(&number.e164).or_default().push(number);
    }
    let row = |(first, sharing)| Row {
        first,
        last: first,
        count: 1,
        sharing,
    };
    rows.into_iter().map(row).collect()
}

/// Rows that follow each other by one and that `same` finds alike become one row.
pub(super) fn per_range<'a>(rows: Vec<Row<'a>>, same: impl Fn(&Row<'a>, &Row<'a>) -> bool) -> Vec<Row<'a>> {
    let mut joined: Vec<Row<'a>> = Vec::new();
    for row in rows {
        match joined.last_mut() {
            Some(before) if follows(before.last, row.first) && same(before, &row) => {
                before.last = row.last;
                before.count += 1;
            }
            _ => joined.push(row),
        }
    }
    joined
}

/// Whether `next` comes right after `number` and differs from it in its last digits only.
fn follows(number: &E164, next: &E164) -> bool {
    let parts = |number: &E164| {
        let (front, back) = number
            .as_str()
            .split_at_checked(number.as_str().len().checked_sub(VARYING)?)?;
        Some((front.to_owned(), back.parse::<u32>().ok()?))
    };
    match (parts(number), parts(next)) {
        (Some((front, last)), Some((same, following))) => front == same && last + 1 == following,
        _ => false,
    }
}
