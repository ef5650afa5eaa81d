//! A letter of authorization: one page to sign, and Attachment A with the numbers on pages of its own.
//!
//! The letter is told in words that are ready to be read. It may hold account number and PIN, so it has no debug output.

mod pages;

use chrono::NaiveDate;

use crate::blocks::Sheet;
use crate::error::DocumentError;

/// Everything the letter says.
pub struct LoaLetter {
    /// Its title.
    pub title: String,
    /// Whose letter it is.
    pub customer: String,
    /// Below the title: the order it belongs to.
    pub reference: String,
    /// The size of the pages.
    pub sheet: Sheet,
    /// The day on which it was written.
    pub as_of: NaiveDate,
    /// What the subscriber states, sentence by sentence.
    pub statements: Vec<String>,
    /// Facts below their headings: what is signed.
    pub signed: Vec<(String, Vec<(String, String)>)>,
    /// Facts below a heading that may be corrected later, and the sentence that says so.
    pub processing: (String, Vec<(String, String)>, String),
    /// What is written by hand.
    pub by_hand: Vec<String>,
    /// The numbers and ranges, and how many each line holds.
    pub numbers: Vec<(String, u64)>,
    /// At the foot of every page: what tells this letter from another one.
    pub footer: String,
}

/// The letter as PDF.
///
/// # Errors
/// As [`crate::render`].
pub fn render_loa(letter: LoaLetter) -> Result<Vec<u8>, DocumentError> {
    crate::render(&pages::paper(letter))
}
