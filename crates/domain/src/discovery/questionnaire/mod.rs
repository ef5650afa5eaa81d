//! Questionnaires as data: the built-in one, what a document must be, what an answer must look like, what changed
//! between two versions.

mod answer;
mod asked;
mod changes;

pub use answer::{NotAnAnswer, check_answer};
pub use asked::{Asked, Newest, OlderAnswer, asked, is_surveys_name, latest, newest, older_answer};
pub use changes::{QuestionChange, QuestionChangeKind, changes};

use changes::differing;

use crate::discovery::DiscoveryFinding;
use crate::entities::{Question, QuestionnaireDocument, fold};
use crate::enums::AnswerKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// A questionnaire as it is exported and imported; the built-in one has the same form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "QuestionnaireTemplate")]
pub struct Template {
    /// What all its versions are called.
    pub name: String,
    /// From 1.
    pub version: i64,
    /// The questions.
    pub document: QuestionnaireDocument,
}

/// The questionnaire that comes with the program. A change of it raises its version.
///
/// # Errors
/// The text compiled in is no template, which a test rules out.
pub fn built_in() -> Result<Template, serde_json::Error> {
    serde_json::from_str(include_str!("../questionnaire.json"))
}

/// The document without white space around its texts.
pub fn tidied(document: QuestionnaireDocument) -> QuestionnaireDocument {
    let trimmed = |text: String| text.trim().to_owned();
    let questions = document.questions.into_iter().map(|question| Question {
        key: trimmed(question.key),
        text: trimmed(question.text),
        choices: question.choices.into_iter().map(trimmed).collect(),
        why: trimmed(question.why),
        ..question
    });
    QuestionnaireDocument {
        questions: questions.collect(),
    }
}

/// Everything that speaks against a document; an empty list means it can be kept.
pub fn check_document(document: &QuestionnaireDocument) -> Vec<DiscoveryFinding> {
    let mut found = Vec::new();
    if document.questions.is_empty() {
        let text = "There is no question in it.";
        found.push(DiscoveryFinding::error(
            "questionnaire_empty",
            text,
            "Add a question.",
        ));
    }
    let mut keys = BTreeSet::new();
    for question in &document.questions {
        found.extend(check_question(question).map(|problem| problem.field(&question.key)));
        if !keys.insert(question.key.as_str()) {
            let text = format!("The key {} stands for two questions.", question.key);
            let remedy = "Give each question a key of its own.";
            found.push(DiscoveryFinding::error("question_key_twice", text, remedy).field(&question.key));
        }
    }
    found
}

fn check_question(question: &Question) -> Option<DiscoveryFinding> {
    let key = &question.key;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.');
    if key.is_empty() || key.len() > 80 || !key.chars().all(plain) {
        let text = format!("'{key}' cannot be the key of a question.");
        let remedy =
            "Use at most 80 lower-case letters, digits, dots and underscores, such as paging.overhead.";
        return Some(DiscoveryFinding::error("question_key", text, remedy));
    }
    if question.text.trim().is_empty() {
        let text = format!("The question {key} has no text.");
        return Some(DiscoveryFinding::error(
            "question_text",
            text,
            "Write the question.",
        ));
    }
    let choices: BTreeSet<String> = question.choices.iter().map(|choice| fold(choice)).collect();
    let (code, text) = match (question.kind == AnswerKind::Choice, question.choices.len()) {
        (false, 0) => return None,
        (false, _) => ("question_choices", "has choices and is not a choice"),
        (true, 0 | 1) => ("question_choices", "is a choice with fewer than two choices"),
        (true, all) if choices.len() < all => ("question_choices", "offers the same choice twice"),
        (true, _) if choices.contains("") => ("question_choices", "offers an empty choice"),
        (true, _) => return None,
    };
    let remedy = "Give a choice at least two different choices, and other questions none.";
    Some(DiscoveryFinding::error(
        code,
        format!("The question {key} {text}."),
        remedy,
    ))
}
