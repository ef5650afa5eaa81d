//! From statement to statement: which order is spoken of, what is said of it, and the lines that follow.

mod listed;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::commitment::commits;
use super::dates::{self, Dated, Reading};
use super::newest::Newest;
use super::orders::{KnownOrders, Mention};
use super::phones::phones;
use super::says;
use super::statements::{Statement, statements};
use super::times::{Hour, hour};
use super::told::{Claim, Told, lines};
use super::{MailContext, MailReading, Question, without_secrets};
use crate::enums::PortOrderStatus::{self, *};
use crate::import::DateOrder;
use listed::List;

/// The orders spoken of at present.
#[derive(Debug, Clone, Default)]
struct Scope {
    pons: Vec<String>,
    /// Where they were named.
    line: u32,
    block: u32,
}

struct Reader<'a> {
    known: &'a MailContext<'a>,
    orders: KnownOrders,
    date_order: Option<DateOrder>,
    scope: Scope,
    /// In the order in which they were first named.
    told: Vec<(String, Told)>,
    list: List,
    reading: MailReading,
}

/// Reads a message.
pub(super) fn read(message: &Newest, known: &MailContext<'_>) -> MailReading {
    let mut told = statements(&message.lines);
    let subject = message.subject.as_ref().map(|subject| Statement {
        line: 0,
        block: 0,
        text: subject.clone(),
        is_line: true,
    });
    let words = told.iter().flat_map(|statement| statement.text.split(' '));
    let mut reader = Reader {
        known,
        orders: KnownOrders::new(known.pons),
        date_order: known.date_order.or_else(|| dates::settled(words)),
        scope: Scope::default(),
        told: Vec::new(),
        list: List::Named,
        reading: MailReading {
            subject: message.subject.clone(),
            ignored: message.ignored.clone(),
            ..MailReading::default()
        },
    };
    if let Some(subject) = subject {
        if message.is_reply {
            // It repeats what an earlier message said; only the order it names still holds.
            let words: Vec<&str> = subject.text.split(' ').collect();
            reader.enter(reader.orders.mentions(&words), &subject);
        } else {
            told.insert(0, subject);
        }
    }
    for statement in &told {
        reader.statement(statement);
    }
    reader.finish()
}

impl Reader<'_> {
    fn statement(&mut self, statement: &Statement) {
        let words: Vec<&str> = statement.text.split(' ').collect();
        let mentions = self.orders.mentions(&words);
        let groups = groups(&mentions, &words);
        if groups.len() < 2 {
            self.enter(mentions, statement);
            self.clause(statement, &words);
            return;
        }
        let head = &words[..groups[0][0].at];
        let folded = says::folded_words(head);
        let opens =
            says::asserted(&head.join(" "), &folded).is_empty() && dates::dates(head, None).is_empty();
        if !opens {
            self.ask(
                statement.line,
                "It names several orders, and what it says of each is not plain.",
            );
            return;
        }
        let starts: Vec<usize> = groups.iter().map(|group| group[0].at).collect();
        for (place, group) in groups.into_iter().enumerate() {
            let end = starts.get(place + 1).copied().unwrap_or(words.len());
            let part = &words[starts[place]..end];
            self.enter(group, statement);
            let text = part.join(" ");
            self.clause(
                &Statement {
                    text,
                    ..statement.clone()
                },
                part,
            );
        }
    }

    /// Turns to the orders that are named. A carrier's own order number beside ours is another name of the same order.
    fn enter(&mut self, mentions: Vec<Mention>, statement: &Statement) {
        if mentions.is_empty() {
            return;
        }
        self.list = List::Named;
        let known: Vec<String> = mentions
            .iter()
            .filter(|it| it.is_known)
            .map(|it| it.pon.clone())
            .collect();
        let is_alias = known.is_empty()
            && mentions.iter().all(|mention| !mention.is_pon)
            && statement.is_line
            && self.scope.block == statement.block
            && statement.line.abs_diff(self.scope.line) <= 3
            && self.scope.pons.iter().all(|pon| self.is_known(pon));
        if is_alias && !self.scope.pons.is_empty() {
            return;
        }
        let mut pons = if known.is_empty() {
            mentions.into_iter().map(|mention| mention.pon).collect()
        } else {
            known
        };
        pons.dedup();
        for pon in &pons {
            if !self.told.iter().any(|(named, _)| named == pon) {
                self.told.push((pon.clone(), Told::default()));
            }
        }
        self.scope = Scope {
            pons,
            line: statement.line,
            block: statement.block,
        };
    }

    fn is_known(&self, pon: &str) -> bool {
        self.known.pons.iter().any(|known| known == pon)
    }

    /// A part of a statement that speaks of the orders in scope.
    fn clause(&mut self, statement: &Statement, words: &[&str]) {
        if self.scope.pons.is_empty() {
            return;
        }
        let folded = says::folded_words(words);
        if says::speaks_of_snapback(&folded) {
            self.ask(
                statement.line,
                "It speaks of a snapback; record that on the order's page.",
            );
            return;
        }
        let asserted = self.asserted(statement, &folded);
        let numbers = phones(&statement.text, &folded, self.known.country);
        let status = match asserted.as_slice() {
            [] => None,
            [only] => Some(*only),
            _ => {
                self.ask(
                    statement.line,
                    "It says more than one thing of the order; record what holds on its page.",
                );
                return;
            }
        };
        let day = self.committed_day(statement, words, &folded, status);
        let status = match (status, day) {
            (Some(status), _) => Some(status),
            (None, Some(_)) => Some(FocReceived),
            (None, None) => None,
        };
        self.note_numbers(statement, &folded, numbers, status);
        match status {
            Some(status) => {
                let own = day.filter(|_| matches!(status, FocReceived | Scheduled));
                let time = self.time(statement.line, words, own);
                self.claim(Claim {
                    line: statement.line,
                    status,
                    day: own,
                    time,
                    words: without_secrets(&statement.text),
                });
            }
            None => self.more_of_the_claim(statement, words, &folded),
        }
    }

    /// What the cells of a table's row or the words of a sentence assert.
    fn asserted(&self, statement: &Statement, folded: &[String]) -> Vec<PortOrderStatus> {
        if !statement.text.contains(" | ") {
            return says::asserted(&statement.text, folded);
        }
        let cells = statement.text.split(" | ");
        let mut found: Vec<_> = cells
            .filter(|cell| cell.split(' ').count() <= 4)
            .filter_map(says::of_value)
            .collect();
        found.dedup();
        found
    }

    /// The day that a statement commits to.
    fn committed_day(
        &mut self,
        statement: &Statement,
        words: &[&str],
        folded: &[String],
        status: Option<PortOrderStatus>,
    ) -> Option<NaiveDate> {
        if statement.text.trim_end().ends_with('?') || !matches!(status, None | Some(FocReceived)) {
            return None;
        }
        let is_row = statement.text.contains(" | ") && status == Some(FocReceived);
        let found: Vec<Dated> = dates::dates(words, self.date_order)
            .into_iter()
            .filter(|date| is_row || commits(folded, (date.at, date.end)))
            .collect();
        let date = match found.as_slice() {
            [] => return None,
            [only] => only,
            [first, rest @ ..] if rest.iter().all(|date| date.reading == first.reading) => first,
            several => {
                let is_new = |date: &&Dated| {
                    let before = date.at.checked_sub(1).map(|place| folded[place].as_str());
                    matches!(before, Some("to" | "now" | "new" | "is"))
                };
                let mut new = several.iter().filter(is_new);
                match (new.next(), new.next()) {
                    (Some(only), None) => only,
                    _ => {
                        self.ask(
                            statement.line,
                            "It names more than one date; enter the one that is committed.",
                        );
                        return None;
                    }
                }
            }
        };
        match date.reading {
            Reading::Day(day) => return Some(day),
            Reading::Ambiguous => self.reading.ambiguous_dates.push(statement.line),
            Reading::NoYear => self.ask(statement.line, "The date has no year."),
            Reading::WrongWeekday => self.ask(statement.line, "The weekday does not fit the date."),
        }
        None
    }

    fn time(&mut self, line: u32, words: &[&str], day: Option<NaiveDate>) -> Option<(NaiveTime, Option<Tz>)> {
        day?;
        match hour(words, day)? {
            Hour::At(time, zone) => Some((time, zone)),
            Hour::Unclear(why) => {
                self.ask(line, &format!("The hour was not taken: {why}."));
                None
            }
        }
    }

    fn claim(&mut self, claim: Claim) {
        for pon in &self.scope.pons {
            if let Some((_, told)) = self.told.iter_mut().find(|(named, _)| named == pon) {
                told.claims.push(claim.clone());
            }
        }
    }

    /// "Reason: …" after a rejection, "Time: …" after a date.
    fn more_of_the_claim(&mut self, statement: &Statement, words: &[&str], folded: &[String]) {
        let label: Vec<&str> = folded.iter().take(3).map(String::as_str).collect();
        let gives_reason = matches!(
            label.as_slice(),
            [
                "reason" | "remarks" | "details" | "error" | "reject" | "description",
                ..
            ]
        );
        let gives_time = label.contains(&"time") && !label.contains(&"zone");
        let last_day = self.last().and_then(|claim| claim.day);
        let time = if gives_time {
            self.time(statement.line, words, last_day)
        } else {
            None
        };
        let (pons, text) = (self.scope.pons.clone(), without_secrets(&statement.text));
        for (_, told) in self.told.iter_mut().filter(|(named, _)| pons.contains(named)) {
            let Some(claim) = told.claims.last_mut() else {
                continue;
            };
            if gives_reason && claim.status == Rejected {
                claim.words.push(' ');
                claim.words.push_str(&text);
            }
            claim.time = claim.time.or(time);
        }
    }

    fn last(&self) -> Option<&Claim> {
        let pon = self.scope.pons.first()?;
        let (_, told) = self.told.iter().find(|(named, _)| named == pon)?;
        told.claims.last()
    }

    fn ask(&mut self, line: u32, text: &str) {
        self.reading.questions.push(Question {
            line,
            text: text.to_owned(),
        });
    }

    fn finish(mut self) -> MailReading {
        for (pon, told) in self.told {
            self.reading.lines.extend(lines(&pon, told));
        }
        self.reading.ambiguous_dates.sort_unstable();
        self.reading.ambiguous_dates.dedup();
        self.reading
    }
}

/// Mentions that are enumerated together: "orders PF-1, PF-2 and PF-3".
fn groups(mentions: &[Mention], words: &[&str]) -> Vec<Vec<Mention>> {
    let joins = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        matches!(
            word.as_str(),
            "" | "and" | "order" | "orders" | "pon" | "pons" | "number" | "numbers"
        )
    };
    let mut groups: Vec<Vec<Mention>> = Vec::new();
    for mention in mentions {
        match groups.last_mut() {
            Some(group)
                if group
                    .last()
                    .is_some_and(|last| words[last.end.min(mention.at)..mention.at].iter().all(joins)) =>
            {
                group.push(mention.clone());
            }
            _ => groups.push(vec![mention.clone()]),
        }
    }
    groups
}
