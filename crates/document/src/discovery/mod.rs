//! The discovery report of a site, for the customer: where it stands, what is open, everything learnt, what it costs.
//!
//! The report is told in words that are ready to be read; what they mean was decided by whoever filled it in.

mod costs;
mod pages;

use chrono::NaiveDate;

use crate::blocks::{Picture, Sheet, Table};
use crate::error::DocumentError;

/// Everything the report says.
#[derive(Debug, Clone)]
pub struct DiscoveryReport {
    /// The customer's name.
    pub customer: String,
    /// The site's name.
    pub site: String,
    /// Its address on one line; empty where it is not known.
    pub address: String,
    /// The size of the pages.
    pub sheet: Sheet,
    /// The day on which the report is true, where the site is.
    pub as_of: NaiveDate,
    /// The site's zone, as IANA spells it.
    pub time_zone: String,
    /// How much is known, in percent.
    pub percent: u32,
    /// What is not known, in the order of the sections.
    pub missing: Vec<MissingItem>,
    /// What was found to be wrong or doubtful.
    pub findings: Vec<FoundItem>,
    /// Every section, in its order.
    pub sections: Vec<ReportSection>,
    /// What the site costs a month.
    pub costs: ReportCosts,
    /// Pictures taken at the site.
    pub photos: Vec<Picture>,
    /// Other files kept with it: name, what it shows, its section.
    pub files: Vec<[String; 3]>,
}

/// Something that is not known.
#[derive(Debug, Clone)]
pub struct MissingItem {
    /// Title of its section.
    pub section: String,
    /// What is missing, or the question.
    pub text: String,
    /// Why it matters.
    pub why: String,
    /// Whether the migration has to wait for it.
    pub is_required: bool,
    /// Whether somebody was asked and could not say.
    pub was_asked: bool,
}

/// Something that is wrong or doubtful.
#[derive(Debug, Clone)]
pub struct FoundItem {
    /// Whether it stops something, other than being worth a look.
    pub is_error: bool,
    /// What was found.
    pub text: String,
    /// What a person can do about it.
    pub remedy: String,
}

/// A section with what was learnt.
#[derive(Debug, Clone)]
pub struct ReportSection {
    /// Its title.
    pub title: String,
    /// How far it is: `Answered`.
    pub state: String,
    /// How much of it is known, in percent.
    pub percent: u32,
    /// Who said so and when; empty where nobody did.
    pub said: String,
    /// Notes on its state; empty where there are none.
    pub notes: String,
    /// Single values with their names.
    pub facts: Vec<(String, String)>,
    /// Rows, each table below a heading.
    pub tables: Vec<(String, Table)>,
    /// What was asked.
    pub questions: Vec<AskedQuestion>,
}

/// A question with what was said to it.
#[derive(Debug, Clone)]
pub struct AskedQuestion {
    /// The question.
    pub text: String,
    /// The answer, or that there is none.
    pub answer: String,
    /// Who said so and when; empty where nobody did.
    pub said: String,
    /// Notes, and what is to be said of the version that was answered; empty where there is nothing.
    pub note: String,
}

/// What a site costs a month, today and afterwards; sums are spelt with their currency.
#[derive(Debug, Clone, Default)]
pub struct ReportCosts {
    /// A line per circuit and license.
    pub lines: Vec<ReportCost>,
    /// The sum of them; none where there are no lines.
    pub sum: Option<ReportCost>,
    /// What the sums leave out; empty where they leave out nothing.
    pub left_out: String,
    /// Contracts that outlast the cutover: the circuit, the end of its contract, the cutover, what remains to be paid.
    pub remaining: Vec<[String; 4]>,
    /// How what remains is counted.
    pub rule: String,
}

/// A line of the costs.
#[derive(Debug, Clone)]
pub struct ReportCost {
    /// The circuit or license.
    pub label: String,
    /// A month today.
    pub today: String,
    /// A month afterwards.
    pub after: String,
    /// Afterwards less today.
    pub difference: String,
}

/// The report as PDF.
///
/// # Errors
/// As [`crate::render`].
pub fn render_discovery(report: DiscoveryReport) -> Result<Vec<u8>, DocumentError> {
    crate::render(&pages::paper(report))
}
