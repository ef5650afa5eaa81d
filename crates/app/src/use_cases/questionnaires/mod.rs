//! Questionnaires as data: listed, read, stored as new versions, exchanged as files, chosen for sites. A stored
//! version is never changed; whatever is different is the next version.

mod chosen;
mod exchange;
mod keep;

use portflow_domain::discovery::questionnaire::{Newest, Template, is_surveys_name, newest};
use portflow_domain::entities::{
    Questionnaire, QuestionnaireAnswer, QuestionnaireDocument, SiteQuestionnaire, fold,
};
use portflow_store::Tx;
use portflow_store::queries::{questionnaire_answers, questionnaires, site_questionnaires};

pub use chosen::ask;
pub use exchange::{export, import};
pub use keep::save;

use crate::context::Context;
use crate::dto::Empty;
use crate::dto::questionnaires::{NamedQuestionnaire, QuestionnaireSummary, QuestionnaireVersion};
use crate::error::{ApiError, Result};

/// Every questionnaire, the survey that comes with the program first.
pub async fn list(cx: &Context, _: Empty) -> Result<Vec<QuestionnaireSummary>> {
    let mut tx = cx.read().await?;
    let stored = questionnaires::list_questionnaires(&mut tx).await?;
    let answers = questionnaire_answers::list_questionnaire_answers(&mut tx, None).await?;
    let chosen = site_questionnaires::list_site_questionnaires(&mut tx, None).await?;
    let newest = newest(&stored).map_err(|error| ApiError::internal(&error))?;
    let summaries = newest.iter().enumerate();
    let summaries = summaries.map(|(at, newest)| summary(at == 0, newest, &stored, &answers, &chosen));
    Ok(summaries.collect())
}

/// One version of a questionnaire, in the form in which it is exported.
pub async fn get(cx: &Context, request: NamedQuestionnaire) -> Result<Template> {
    template(&mut cx.read().await?, &request.name, request.version).await
}

fn summary(
    is_built_in: bool,
    newest: &Newest,
    stored: &[Questionnaire],
    answers: &[QuestionnaireAnswer],
    chosen: &[SiteQuestionnaire],
) -> QuestionnaireSummary {
    let of_it = stored
        .iter()
        .filter(|version| newest.versions.contains(&version.id));
    let kept = of_it.map(|version| QuestionnaireVersion {
        id: Some(version.id),
        created_at: Some(version.created_at),
        answers: answers
            .iter()
            .filter(|answer| answer.questionnaire_id == version.id)
            .count(),
        ..counted(version.version, &version.document)
    });
    let compiled_in = newest
        .id
        .is_none()
        .then(|| counted(newest.version, &newest.document));
    let mut sites: Vec<_> = chosen
        .iter()
        .filter(|chosen| newest.versions.contains(&chosen.questionnaire_id))
        .map(|chosen| chosen.site_id)
        .collect();
    sites.dedup();
    QuestionnaireSummary {
        name: newest.name.clone(),
        is_built_in,
        versions: compiled_in.into_iter().chain(kept).collect(),
        sites,
    }
}

fn counted(version: i64, document: &QuestionnaireDocument) -> QuestionnaireVersion {
    let required = document.questions.iter().filter(|question| question.required);
    QuestionnaireVersion {
        id: None,
        version,
        questions: document.questions.len(),
        required: required.count(),
        answers: 0,
        created_at: None,
    }
}

/// A version by the name of its questionnaire; the newest where none is named.
async fn template(tx: &mut Tx, name: &str, version: Option<i64>) -> Result<Template> {
    let stored = questionnaires::list_questionnaires(tx).await?;
    let wanted = fold(name.trim());
    let newest = newest(&stored).map_err(|error| ApiError::internal(&error))?;
    let newest = newest.into_iter().find(|newest| fold(&newest.name) == wanted);
    let newest = newest.ok_or_else(|| ApiError::not_found("questionnaire", name))?;
    if version.is_none_or(|version| version == newest.version) {
        return Ok(Template {
            name: newest.name,
            version: newest.version,
            document: newest.document,
        });
    }
    let kept = stored
        .iter()
        .find(|kept| newest.versions.contains(&kept.id) && Some(kept.version) == version);
    let kept = kept.ok_or_else(|| {
        ApiError::new(
            crate::error::ErrorCode::NotFound,
            format!(
                "'{}' has no version {}.",
                newest.name,
                version.unwrap_or_default()
            ),
        )
        .hint(format!("Its newest version is {}.", newest.version))
    })?;
    Ok(Template {
        name: kept.name.clone(),
        version: kept.version,
        document: kept.document.clone(),
    })
}

/// Refuses the name of the survey that comes with the program.
fn own_name(field: &str, name: &str) -> Result<String> {
    let name = crate::use_cases::required(field, "The questionnaire's name", name)?;
    if name.chars().count() > 80 {
        return Err(ApiError::invalid(
            field,
            "The questionnaire's name is longer than 80 characters.",
        ));
    }
    if is_surveys_name(&name).map_err(|error| ApiError::internal(&error))? {
        let message = format!("'{name}' is the survey that comes with PortFlow; it cannot be changed.");
        return Err(ApiError::invalid(field, message).hint(
            "Give the questionnaire a name of its own. Asked at a site, its questions come after those of the survey; a \
             question with the key of one of the survey takes its place.",
        ));
    }
    Ok(name)
}
