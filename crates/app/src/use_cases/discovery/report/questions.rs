//! Questions with what was said to them, and the version in which they were asked.

use portflow_document::discovery::AskedQuestion;
use portflow_document::words::day;
use portflow_domain::coded::Labelled;
use portflow_domain::entities::{Question, QuestionnaireAnswer};
use portflow_domain::enums::{AnswerKind, DiscoverySection, DiscoveryState};

use super::spelt::{joined, said, yes_no};
use crate::dto::discovery::SiteDiscovery;

/// Those of a section: first what is asked now, then what was answered and is asked no longer.
pub(super) fn asked(learnt: &SiteDiscovery, section: DiscoverySection) -> Vec<AskedQuestion> {
    let now = &learnt.questions.questions;
    let of_section = now.iter().filter(|question| question.section == section);
    let mut asked: Vec<AskedQuestion> = of_section
        .map(|question| line(learnt, question, latest(learnt, &question.key), ""))
        .collect();
    let mut gone: Vec<(&Question, &QuestionnaireAnswer)> = Vec::new();
    for answer in &learnt.answers {
        let is_asked = now.iter().any(|question| question.key == answer.question);
        let is_told = gone.iter().any(|(question, _)| question.key == answer.question);
        let question = question_of(learnt, answer).filter(|question| question.section == section);
        if let (Some(question), Some(latest), false, false) =
            (question, latest(learnt, &answer.question), is_asked, is_told)
        {
            gone.push((question, latest));
        }
    }
    asked.extend(
        gone.into_iter()
            .map(|(question, answer)| line(learnt, question, Some(answer), "It is asked no longer.")),
    );
    asked
}

fn latest<'a>(learnt: &'a SiteDiscovery, key: &str) -> Option<&'a QuestionnaireAnswer> {
    let to_it = learnt.answers.iter().filter(|answer| answer.question == key);
    to_it.max_by_key(|answer| answer.updated_at)
}

/// The question as it was when it was answered.
fn question_of<'a>(learnt: &'a SiteDiscovery, answer: &QuestionnaireAnswer) -> Option<&'a Question> {
    let version = learnt
        .questionnaires
        .iter()
        .find(|it| it.id == answer.questionnaire_id)?;
    version
        .document
        .questions
        .iter()
        .find(|question| question.key == answer.question)
}

fn line(
    learnt: &SiteDiscovery,
    question: &Question,
    answer: Option<&QuestionnaireAnswer>,
    remark: &str,
) -> AskedQuestion {
    let state = answer.map_or(DiscoveryState::Open, |answer| answer.state);
    let text = answer.and_then(|answer| answer.answer.as_deref());
    let version = answer.and_then(|answer| version(learnt, answer));
    let who = answer
        .map(|answer| said(answer.said_by.as_deref(), answer.said_on))
        .unwrap_or_default();
    let notes = answer.and_then(|answer| answer.notes.as_deref());
    AskedQuestion {
        text: question.text.clone(),
        answer: text.map_or_else(|| state.label().to_owned(), |text| spelt(question.kind, text)),
        said: joined([Some(who.as_str()), version.as_deref()], "\n"),
        note: joined([notes, Some(remark)], "\n"),
    }
}

fn version(learnt: &SiteDiscovery, answer: &QuestionnaireAnswer) -> Option<String> {
    let version = learnt
        .questionnaires
        .iter()
        .find(|it| it.id == answer.questionnaire_id)?;
    Some(format!("{}, version {}", version.name, version.version))
}

fn spelt(kind: AnswerKind, text: &str) -> String {
    match kind {
        AnswerKind::YesNo => yes_no(text == "yes"),
        AnswerKind::Date => text.parse().map_or_else(|_| text.to_owned(), day),
        AnswerKind::Text | AnswerKind::Number | AnswerKind::Choice => text.to_owned(),
    }
}
