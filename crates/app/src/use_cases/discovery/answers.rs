//! Answers to the questions of a questionnaire, each kept with the version it answered.

use portflow_domain::discovery::questionnaire::{Asked, asked, built_in, check_answer, newest};
use portflow_domain::entities::{Question, Questionnaire, QuestionnaireAnswer, Site};
use portflow_domain::enums::DiscoveryState;
use portflow_domain::ids::QuestionnaireId;
use portflow_store::Tx;
use portflow_store::queries::{questionnaire_answers, questionnaires, site_questionnaires};

use super::find_site;
use super::rows::{Stored, keep};
use super::sections::said_on;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::discovery::SetQuestionnaireAnswer;
use crate::error::{ApiError, Result};
use crate::use_cases::optional;

/// Answers a question in the newest version of its questionnaire.
pub async fn set(cx: &Context, request: SetQuestionnaireAnswer) -> Result<QuestionnaireAnswer> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let after = set_within(cx, &mut tx, &mut act, request).await?;
    act.commit(tx).await?;
    Ok(after)
}

/// The same as a part of a larger act.
pub(super) async fn set_within(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    request: SetQuestionnaireAnswer,
) -> Result<QuestionnaireAnswer> {
    let site = find_site(tx, request.site_id).await?;
    let answers = questionnaire_answers::list_questionnaire_answers(tx, Some(site.id)).await?;
    let (questionnaire_id, question) = asked_at(cx, tx, &site, &answers, &request.question).await?;
    let before = answers
        .into_iter()
        .find(|it| it.questionnaire_id == questionnaire_id && it.question == question.key);
    let wanted = QuestionnaireAnswer {
        id: before.as_ref().map_or_else(|| cx.id(), |before| before.id),
        customer_id: site.customer_id,
        site_id: site.id,
        questionnaire_id,
        state: request.state,
        answer: answer(&question, &request)?,
        question: question.key,
        said_by: optional(request.said_by.as_ref()),
        said_on: said_on(&site, request.state, cx.now()),
        notes: optional(request.notes.as_ref()),
        revision: before.as_ref().map_or(1, |_| request.revision.unwrap_or(0)),
        created_at: before.as_ref().map_or(cx.now(), |before| before.created_at),
        updated_at: cx.now(),
    };
    keep(tx, act, before, wanted).await
}

impl Stored for QuestionnaireAnswer {
    async fn insert(&self, tx: &mut Tx) -> portflow_store::Result<Self> {
        questionnaire_answers::insert_questionnaire_answer(tx, self).await
    }
    async fn update(&self, tx: &mut Tx) -> portflow_store::Result<Self> {
        questionnaire_answers::update_questionnaire_answer(tx, self).await
    }
}

/// The question with the newest version that asks it at the site, else with the first questionnaire that knows it.
async fn asked_at(
    cx: &Context,
    tx: &mut Tx,
    site: &Site,
    answers: &[QuestionnaireAnswer],
    key: &str,
) -> Result<(QuestionnaireId, Question)> {
    let stored = questionnaires::list_questionnaires(tx).await?;
    let chosen = site_questionnaires::list_site_questionnaires(tx, Some(site.id)).await?;
    let chosen: Vec<_> = chosen.iter().map(|chosen| chosen.questionnaire_id).collect();
    let newest = newest(&stored).map_err(|error| ApiError::internal(&error))?;
    let asked = asked(&newest, &chosen, answers).into_iter();
    let known = newest.iter().flat_map(|from| {
        let questions = from.document.questions.iter();
        questions.map(move |question| Asked {
            question: question.clone(),
            from,
        })
    });
    let found = asked.chain(known).find(|asked| asked.question.key == key);
    let found = found.ok_or_else(|| ApiError::not_found("question", key))?;
    let id = match found.from.id {
        Some(id) => id,
        None => keep_survey(cx, tx).await?,
    };
    Ok((id, found.question))
}

/// The survey that comes with the program becomes a stored version with the first answer to it.
async fn keep_survey(cx: &Context, tx: &mut Tx) -> Result<QuestionnaireId> {
    let template = built_in().map_err(|error| ApiError::internal(&error))?;
    let questionnaire = Questionnaire {
        id: cx.id(),
        name: template.name,
        version: template.version,
        document: template.document,
        created_at: cx.now(),
    };
    Ok(questionnaires::insert_questionnaire(tx, &questionnaire).await?.id)
}

fn answer(question: &Question, request: &SetQuestionnaireAnswer) -> Result<Option<String>> {
    let given = optional(request.answer.as_ref());
    match (request.state, given) {
        (DiscoveryState::Answered, given) => check_answer(question, &given.unwrap_or_default())
            .map(Some)
            .map_err(|refused| ApiError::invalid("answer", refused.to_string())),
        (_, Some(_)) => Err(
            ApiError::invalid("answer", "Only an answered question has an answer.")
                .hint("Set its state to answered, or put the text into the notes."),
        ),
        (_, None) => Ok(None),
    }
}
