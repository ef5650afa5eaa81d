//! A questionnaire of the team becomes a stored version.

use portflow_domain::discovery::questionnaire::{check_document, tidied};
use portflow_domain::entities::{Questionnaire, QuestionnaireDocument, fold};
use portflow_domain::ids::EntityId;
use portflow_store::Tx;
use portflow_store::queries::questionnaires;
use serde_json::{Value, json};

use super::own_name;
use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::questionnaires::{KeptQuestionnaire, SaveQuestionnaire};
use crate::error::{ApiError, ErrorCode, Result};

/// Problems of a document that one refusal tells.
const TOLD: usize = 5;

/// Questions in one questionnaire, at most: more than anybody asks, and little enough to be read with every site.
const LONGEST: usize = 500;

/// Stores the next version; a document that is the newest version's stores nothing.
pub async fn save(cx: &Context, request: SaveQuestionnaire) -> Result<KeptQuestionnaire> {
    let name = own_name("name", &request.name)?;
    let document = checked(request.document)?;
    let mut tx = cx.write().await?;
    let versions = versions(&mut tx, &name).await?;
    let seen = versions.first().map(|newest| newest.version);
    if seen != request.version {
        return Err(conflict(&name, seen));
    }
    if let Some(same) = versions.first().filter(|newest| newest.document == document) {
        return Ok(already(cx, same.clone()));
    }
    let version = seen.unwrap_or(0) + 1;
    store(cx, tx, name, version, document, &versions).await
}

/// The same for a version from elsewhere, which keeps its number where that is still ahead.
pub(super) async fn bring_in(
    cx: &Context,
    name: String,
    version: i64,
    document: QuestionnaireDocument,
) -> Result<KeptQuestionnaire> {
    let mut tx = cx.write().await?;
    let versions = versions(&mut tx, &name).await?;
    let known = versions.iter().find(|kept| kept.document == document);
    let newest = versions.first().map_or(0, |newest| newest.version);
    match known {
        Some(known) if known.version == newest || known.version == version => Ok(already(cx, known.clone())),
        _ => store(cx, tx, name, version.max(newest + 1), document, &versions).await,
    }
}

/// The document as it is kept, or everything that speaks against it.
pub(super) fn checked(document: QuestionnaireDocument) -> Result<QuestionnaireDocument> {
    let document = tidied(document);
    if document.questions.len() > LONGEST {
        let message = format!(
            "A questionnaire has at most {LONGEST} questions, and this one has {}.",
            document.questions.len()
        );
        return Err(ApiError::invalid("document", message).hint("Split it into several questionnaires."));
    }
    let found = check_document(&document);
    let Some(first) = found.first() else {
        return Ok(document);
    };
    let mut texts: Vec<String> = found
        .iter()
        .take(TOLD)
        .map(|found| found.finding.text.clone())
        .collect();
    if found.len() > TOLD {
        texts.push(format!("There are {} more problems.", found.len() - TOLD));
    }
    Err(ApiError::invalid("document", texts.join(" "))
        .caused_by(first.finding.code.clone())
        .hint(first.finding.remedy.clone()))
}

async fn versions(tx: &mut Tx, name: &str) -> Result<Vec<Questionnaire>> {
    let mut stored = questionnaires::list_questionnaires(tx).await?;
    stored.retain(|version| fold(&version.name) == fold(name));
    Ok(stored)
}

async fn store(
    cx: &Context,
    mut tx: Tx,
    name: String,
    version: i64,
    document: QuestionnaireDocument,
    versions: &[Questionnaire],
) -> Result<KeptQuestionnaire> {
    let questionnaire = Questionnaire {
        id: cx.id(),
        name: versions.first().map_or(name, |newest| newest.name.clone()),
        version,
        document,
        created_at: cx.now(),
    };
    let questionnaire = questionnaires::insert_questionnaire(&mut tx, &questionnaire).await?;
    let before = versions.first();
    let mut act = Act::begin(cx);
    let number = |value: Option<i64>| value.map_or(Value::Null, Value::from);
    act.noted(
        Subject {
            entity_type: "questionnaire",
            entity_id: questionnaire.id.uuid(),
            customer_id: None,
            migration_id: None,
        },
        "created",
        vec![
            fact("name", Value::Null, json!(questionnaire.name)),
            fact("version", number(before.map(|it| it.version)), json!(version)),
            fact(
                "questions",
                before.map_or(Value::Null, |it| json!(it.document.questions.len())),
                json!(questionnaire.document.questions.len()),
            ),
        ],
    )?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(KeptQuestionnaire {
        questionnaire,
        is_new: true,
    })
}

fn already(cx: &Context, questionnaire: Questionnaire) -> KeptQuestionnaire {
    cx.store_nothing();
    KeptQuestionnaire {
        questionnaire,
        is_new: false,
    }
}

fn conflict(name: &str, newest: Option<i64>) -> ApiError {
    let message = match newest {
        Some(newest) => format!("'{name}' is at version {newest} by now."),
        None => format!("There is no questionnaire '{name}' any more."),
    };
    ApiError {
        field: Some("name".to_owned()),
        ..ApiError::new(ErrorCode::Conflict, message)
            .hint("Read it again and repeat your change, or give it another name.")
    }
}
