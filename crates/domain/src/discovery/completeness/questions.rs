//! The questions of the questionnaire and their latest answers.

use super::{Item, SiteDiscovery};
use crate::discovery::questionnaire::{check_answer, latest};
use crate::entities::{Question, QuestionnaireAnswer};
use crate::enums::{DiscoverySection, DiscoveryState};

/// One item per question of the section, in the order of the questionnaire.
pub(super) fn items(of: &SiteDiscovery, section: DiscoverySection) -> Vec<Item> {
    let questions = of
        .questionnaire
        .map(|document| document.questions.as_slice())
        .unwrap_or_default();
    let asked = questions.iter().filter(|question| question.section == section);
    asked
        .map(|question| Item {
            key: question.key.clone(),
            row: None,
            text: question.text.clone(),
            why: question.why.clone(),
            required: question.required,
            state: state(question, of.answers),
        })
        .collect()
}

/// An answer to an older version counts while it still answers the question.
fn state(question: &Question, answers: &[QuestionnaireAnswer]) -> DiscoveryState {
    let Some(latest) = latest(answers, &question.key) else {
        return DiscoveryState::Open;
    };
    let text = latest.answer.as_deref().unwrap_or_default();
    if latest.state == DiscoveryState::Answered && check_answer(question, text).is_err() {
        DiscoveryState::Open
    } else {
        latest.state
    }
}
