//! A carrier's e-mail as lines of a status sheet: which orders of the workspace it names and what it says of them.
//!
//! Only the newest message counts, only assertions count, and nothing is guessed: a date that can be read two ways or
//! an hour without a clear meaning is a question. The proposals themselves are those of `status_sheet`.

mod commitment;
mod dates;
mod hedges;
mod message;
mod newest;
mod orders;
mod phones;
mod says;
mod scope;
mod statements;
mod times;
mod told;
mod without_secrets;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::status_sheet::StatusLine;
use crate::import::DateOrder;
use crate::number::Country;

pub use message::{MailText, mail_text};
pub use without_secrets::without_secrets;

/// A part of the text that was not read, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "IgnoredMailText")]
pub struct Ignored {
    /// Why.
    pub why: String,
    /// Its first line, 1-based.
    pub from_line: u32,
    /// Its last line.
    pub to_line: u32,
}

/// Something the text leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "MailQuestion")]
pub struct Question {
    /// Where it stands, 1-based; 0 is the subject.
    pub line: u32,
    /// What is open, in a sentence.
    pub text: String,
}

/// What an e-mail says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailReading {
    /// Its subject, where the text has one.
    pub subject: Option<String>,
    /// One line per order, and one per number that is spoken of by itself.
    pub lines: Vec<StatusLine>,
    /// What was not read.
    pub ignored: Vec<Ignored>,
    /// What a person has to say.
    pub questions: Vec<Question>,
    /// Lines with a date that can be read two ways, for which `DateOrder` is the answer.
    pub ambiguous_dates: Vec<u32>,
}

/// What is known besides the text.
#[derive(Debug, Clone, Copy)]
pub struct MailContext<'a> {
    /// The order numbers of the workspace, as they are stored.
    pub pons: &'a [String],
    /// What comes first in dates such as 03/04/2027, where somebody has said so.
    pub date_order: Option<DateOrder>,
    /// Where telephone numbers without a country code belong.
    pub country: Country,
}

/// Reads the newest message of an e-mail. Where that one only passes on another, the one passed on is read.
pub fn read_mail(mail: &MailText, known: &MailContext<'_>) -> MailReading {
    let newest = newest::newest(mail);
    let mut reading = scope::read(&newest, known);
    if reading.lines.is_empty()
        && let Some(passed_on) = newest.passed_on
    {
        let inner = newest::passed_on(mail, passed_on);
        let mut of_inner = scope::read(&inner, known);
        of_inner.ignored.retain(|part| part.from_line >= passed_on);
        reading.ignored.retain(|part| part.from_line < passed_on);
        reading.ignored.append(&mut of_inner.ignored);
        reading.lines = of_inner.lines;
        reading.questions = of_inner.questions;
        reading.ambiguous_dates = of_inner.ambiguous_dates;
    }
    reading
}
