//! Answers to the questions of a questionnaire, each kept with the version it answered.

use portflow_domain::discovery::questionnaire::{built_in, check_answer};
use portflow_domain::entities::{Question, Questionnaire, QuestionnaireAnswer};
use portflow_domain::enums::DiscoveryState;
use portflow_store::Tx;
use portflow_store::queries::{questionnaire_answers, questionnaires};

use super::facts::survey;
use super::find_site;
use super::sections::said_on;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::discovery::SetQuestionnaireAnswer;
use crate::error::{ApiError, Result};
use crate::use_cases::optional;

/// Answers a question in the newest version of its questionnaire.
pub async fn set(cx: &Context, request: SetQuestionnaireAnswer) -> Result<QuestionnaireAnswer> {
    let mut tx = cx.write().await?;
    let site = find_site(&mut tx, request.site_id).await?;
    let mut act = Act::begin(cx);
    let (questionnaire, question) = asked(cx, &mut tx, &request.question).await?;
    let answers = questionnaire_answers::list_questionnaire_answers(&mut tx, Some(site.id)).await?;
    let before = answers
        .into_iter()
        .find(|it| it.questionnaire_id == questionnaire.id && it.question == question.key);
    let wanted = QuestionnaireAnswer {
        id: before.as_ref().map_or_else(|| cx.id(), |before| before.id),
        customer_id: site.customer_id,
        site_id: site.id,
        questionnaire_id: questionnaire.id,
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
    let after = match before {
        None => {
            let after = questionnaire_answers::insert_questionnaire_answer(&mut tx, &wanted).await?;
            act.created(&after)?;
            after
        }
        Some(before) => {
            let after = questionnaire_answers::update_questionnaire_answer(&mut tx, &wanted).await?;
            act.updated(&before, &after)?;
            after
        }
    };
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(after)
}

/// The question with the newest version that asks it: the survey first, then other questionnaires by name.
async fn asked(cx: &Context, tx: &mut Tx, key: &str) -> Result<(Questionnaire, Question)> {
    let stored = questionnaires::list_questionnaires(tx).await?;
    let (kept, document) = survey(&stored)?;
    if let Some(question) = document.questions.iter().find(|it| it.key == key) {
        let questionnaire = match kept {
            Some(kept) => kept,
            None => keep_built_in(cx, tx).await?,
        };
        return Ok((questionnaire, question.clone()));
    }
    let mut newest = stored;
    newest.dedup_by(|next, newest| {
        portflow_domain::entities::fold(&next.name) == portflow_domain::entities::fold(&newest.name)
    });
    for questionnaire in newest {
        if let Some(question) = questionnaire.document.questions.iter().find(|it| it.key == key) {
            let question = question.clone();
            return Ok((questionnaire, question));
        }
    }
    Err(ApiError::not_found("question", key))
}

/// The built-in questionnaire becomes a stored version with the first answer to it.
async fn keep_built_in(cx: &Context, tx: &mut Tx) -> Result<Questionnaire> {
    let template = built_in().map_err(|error| ApiError::internal(&error))?;
    let questionnaire = Questionnaire {
        id: cx.id(),
        name: template.name,
        version: template.version,
        document: template.document,
        created_at: cx.now(),
    };
    Ok(questionnaires::insert_questionnaire(tx, &questionnaire).await?)
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
