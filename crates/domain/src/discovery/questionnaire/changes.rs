//! What changed between two versions of a questionnaire.

use crate::coded::coded_enum;
use crate::entities::{Question, QuestionnaireDocument};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

coded_enum! {
    /// What became of a question.
    QuestionChangeKind: "question_change" { Added => "added", Removed => "removed", Changed => "changed" }
}

/// A question that is not the same in both versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionChange {
    /// The question.
    pub key: String,
    /// What became of it.
    pub kind: QuestionChangeKind,
    /// Fields that differ, as the document spells them; empty unless it was changed.
    pub fields: Vec<String>,
}

/// The differences from `old` to `new`: in the order of the new version, then what was removed in the order of the old.
pub fn changes(old: &QuestionnaireDocument, new: &QuestionnaireDocument) -> Vec<QuestionChange> {
    let by_key = |document: &QuestionnaireDocument| -> BTreeMap<String, Question> {
        let questions = document.questions.iter();
        questions
            .map(|question| (question.key.clone(), question.clone()))
            .collect()
    };
    let (before, after) = (by_key(old), by_key(new));
    let change = |key: &str, kind, fields| QuestionChange {
        key: key.to_owned(),
        kind,
        fields,
    };
    let mut found: Vec<QuestionChange> = Vec::new();
    for question in &new.questions {
        match before.get(&question.key) {
            None => found.push(change(&question.key, QuestionChangeKind::Added, Vec::new())),
            Some(was) => {
                let fields = differing(was, question);
                if !fields.is_empty() {
                    found.push(change(&question.key, QuestionChangeKind::Changed, fields));
                }
            }
        }
    }
    let gone = old
        .questions
        .iter()
        .filter(|question| !after.contains_key(&question.key));
    found.extend(gone.map(|question| change(&question.key, QuestionChangeKind::Removed, Vec::new())));
    found
}

/// Fields that are not the same, as the document spells them.
pub(super) fn differing(was: &Question, is: &Question) -> Vec<String> {
    let same = [
        ("section", was.section == is.section),
        ("text", was.text == is.text),
        ("kind", was.kind == is.kind),
        ("choices", was.choices == is.choices),
        ("required", was.required == is.required),
        ("why", was.why == is.why),
    ];
    let differing = same.into_iter().filter(|(_, same)| !same);
    differing.map(|(field, _)| field.to_owned()).collect()
}
