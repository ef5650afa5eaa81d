//! The lines of a section in the workbook: the section as a whole, facts of the site, and the questions.

use super::form::Form;
use crate::discovery::completeness::SiteDiscovery;
use crate::entities::{BusinessHours, Question, TimeRange};
use crate::enums::DiscoverySection;

/// The field in which a line keeps what is asked.
pub(super) const ANSWER: &str = "answer";

/// A line: what it asks, and why.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// `section`, `site/street`, `hours/monday`, `question/site.freeze`.
    pub(super) id: String,
    pub(super) text: String,
    pub(super) why: String,
    /// What the answer holds; none where only the state is asked.
    pub(super) form: Option<Form>,
    pub(super) question: Option<&'a Question>,
}

/// Facts of the site: field, what it asks, and why.
const FACTS: [(&str, &str, &str); 8] = [
    (
        "street",
        "Street of the service address, as the carrier spells it",
        ADDRESS,
    ),
    ("city", "City", ADDRESS),
    ("state", "State or province", ADDRESS),
    ("postalCode", "Postal code", ADDRESS),
    ("country", "Country, two letters", ADDRESS),
    (
        "timeZone",
        "Time zone, such as America/Chicago",
        "Hours and port times are kept in it.",
    ),
    (
        "mainNumber",
        "Main number",
        "It is the number that everybody calls.",
    ),
    (
        "legacyPbx",
        "Telephone system in use",
        "Call flows and extensions are found there.",
    ),
];
const ADDRESS: &str = "The carrier compares it with its record and rejects the order where it differs.";

/// The days of the week, as the wire spells them and as people do.
pub(super) const DAYS: [(&str, &str); 7] = [
    ("monday", "Monday"),
    ("tuesday", "Tuesday"),
    ("wednesday", "Wednesday"),
    ("thursday", "Thursday"),
    ("friday", "Friday"),
    ("saturday", "Saturday"),
    ("sunday", "Sunday"),
];

/// The lines of a section in their order.
pub(super) fn lines<'a>(of: &SiteDiscovery<'a>, section: DiscoverySection) -> Vec<Line<'a>> {
    let mut lines = vec![Line {
        id: "section".to_owned(),
        text: "This section as a whole".to_owned(),
        why: "Say here that there is nothing of the kind, or that nobody knows.".to_owned(),
        form: None,
        question: None,
    }];
    let fact = |id: String, text: &str, why: &str, form: Form| Line {
        id,
        text: text.to_owned(),
        why: why.to_owned(),
        form: Some(form),
        question: None,
    };
    if section == DiscoverySection::SiteFacts {
        lines.extend(FACTS.iter().map(|(field, text, why)| {
            let form = if *field == "mainNumber" {
                Form::Phone
            } else {
                Form::Text
            };
            fact(format!("site/{field}"), text, why, form)
        }));
        lines.extend(DAYS.iter().map(|(day, name)| {
            let text = format!("Hours on {name}");
            let why = "Attendants and queues answer by them; write closed where nobody is there.";
            fact(format!("hours/{day}"), &text, why, Form::Hours)
        }));
    }
    if section == DiscoverySection::Notes {
        let why = "Whatever has no place of its own.";
        lines.push(fact("site/discoveryNotes".to_owned(), "Notes", why, Form::Text));
    }
    let questions = of.questionnaire.into_iter().flat_map(|it| &it.questions);
    lines.extend(
        questions
            .filter(|question| question.section == section)
            .map(|question| Line {
                id: format!("question/{}", question.key),
                text: question.text.clone(),
                why: question.why.clone(),
                form: Some(Form::Answer),
                question: Some(question),
            }),
    );
    lines
}

/// The ranges of a day as the workbook keeps them; none where no hours are known at all.
pub(super) fn hours_of(hours: Option<&BusinessHours>, day: &str) -> Option<String> {
    let ranges = ranges_of(hours?, day);
    if ranges.is_empty() {
        return Some("closed".to_owned());
    }
    let shown: Vec<String> = ranges
        .iter()
        .map(|it| format!("{}-{}", it.open, it.close))
        .collect();
    Some(shown.join(", "))
}

fn ranges_of<'a>(hours: &'a BusinessHours, day: &str) -> &'a [TimeRange] {
    match day {
        "monday" => &hours.monday,
        "tuesday" => &hours.tuesday,
        "wednesday" => &hours.wednesday,
        "thursday" => &hours.thursday,
        "friday" => &hours.friday,
        "saturday" => &hours.saturday,
        _ => &hours.sunday,
    }
}
