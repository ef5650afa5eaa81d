//! Numbers on lines of their own: what the statement around them, or the heading above them, says of each.

use super::super::statements::Statement;
use super::super::told::Spoken;
use super::Reader;
use crate::enums::PortOrderStatus::{self, Ported};
use crate::number::E164;

/// What the numbers on the lines that follow are listed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// For nothing but to be named.
    Named,
    /// "The following numbers were ported:"
    Said(PortOrderStatus),
    /// Something that is no assertion: "The following have not ported:"
    Doubted,
}

/// Words of a heading that says nothing of the numbers below it.
const HEADINGS: &[&str] = &[
    "tn",
    "tns",
    "number",
    "numbers",
    "telephone",
    "phone",
    "btn",
    "list",
    "the",
    "order",
    "of",
    "are",
];
/// Signs that numbers are named because they are exceptions.
const EXCEPTIONS: &[&str] = &[
    "not",
    "failed",
    "fail",
    "except",
    "excluding",
    "remaining",
    "pending",
    "unable",
    "still",
    "cannot",
    "without",
    "yet",
    "but",
];

impl Reader<'_> {
    /// Numbers in a statement, and what the statement or the heading above it says of them.
    pub(super) fn note_numbers(
        &mut self,
        statement: &Statement,
        folded: &[String],
        numbers: Vec<E164>,
        status: Option<PortOrderStatus>,
    ) {
        let is = |list: &[&str], word: &String| list.contains(&word.as_str());
        let texts = folded.iter().filter(|word| word.chars().any(char::is_alphabetic));
        let is_list = !numbers.is_empty() && texts.count() <= numbers.len();
        let is_excepted = folded.iter().any(|word| is(EXCEPTIONS, word));
        let listed = if is_list { self.list } else { List::Named };
        let own = match (status, listed) {
            (Some(status), _) | (None, List::Said(status)) => Some(status),
            (None, List::Named | List::Doubted) => None,
        };
        let own = own.filter(|status| *status == Ported && !is_excepted);
        let is_doubtful = is_excepted || listed == List::Doubted;
        if is_doubtful && !numbers.is_empty() {
            self.ask(
                statement.line,
                "It names numbers as exceptions; record on the order's page what became of them.",
            );
        }
        for pon in &self.scope.pons {
            let Some((_, told)) = self.told.iter_mut().find(|(named, _)| named == pon) else {
                continue;
            };
            for number in &numbers {
                let spoken = told.numbers.entry(number.clone()).or_insert(Spoken {
                    line: statement.line,
                    status: None,
                    is_doubtful: false,
                });
                spoken.is_doubtful |= is_doubtful;
                spoken.status = spoken.status.or(own).filter(|_| !spoken.is_doubtful);
            }
        }
        if is_list {
            return;
        }
        let is_heading = statement.text.ends_with(':');
        self.list = match status {
            Some(status) if is_heading => List::Said(status),
            None if is_heading && !folded.iter().all(|word| is(HEADINGS, word)) => List::Doubted,
            _ => List::Named,
        };
    }
}
