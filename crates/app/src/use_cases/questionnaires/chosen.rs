//! Which questionnaires of the team are asked at a site.

use portflow_domain::changes::FieldChange;
use portflow_domain::discovery::questionnaire::{Newest, newest};
use portflow_domain::entities::{Questionnaire, Site, SiteQuestionnaire, fold};
use portflow_store::queries::{questionnaires, site_questionnaires, sites};
use serde_json::{Value, json};

use crate::activity::{Act, Logged, fact};
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::questionnaires::AskQuestionnaire;
use crate::error::{ApiError, Result};

/// Asks a questionnaire at a site or stops asking it; what is so already stores nothing.
pub async fn ask(cx: &Context, request: AskQuestionnaire) -> Result<Empty> {
    let mut tx = cx.write().await?;
    let site = sites::find_site(&mut tx, request.site_id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", request.site_id))?;
    let stored = questionnaires::list_questionnaires(&mut tx).await?;
    let questionnaire = own(&stored, &request.name)?;
    let mut chosen = site_questionnaires::list_site_questionnaires(&mut tx, Some(site.id)).await?;
    chosen.retain(|chosen| questionnaire.versions.contains(&chosen.questionnaire_id));
    let act = match (request.is_asked, chosen.is_empty(), questionnaire.id) {
        (true, true, Some(questionnaire_id)) => {
            let asked = SiteQuestionnaire {
                id: cx.id(),
                customer_id: site.customer_id,
                site_id: site.id,
                questionnaire_id,
                revision: 1,
                created_at: cx.now(),
                updated_at: cx.now(),
            };
            site_questionnaires::insert_site_questionnaire(&mut tx, &asked).await?;
            "questionnaire_asked"
        }
        (false, false, _) => {
            let ids: Vec<_> = chosen.iter().map(|chosen| chosen.id).collect();
            site_questionnaires::delete_site_questionnaires(&mut tx, &ids).await?;
            "questionnaire_stopped"
        }
        (true | false, _, _) => {
            cx.store_nothing();
            return Ok(Empty {});
        }
    };
    let mut log = Act::begin(cx);
    log.noted(site.subject(), act, told(&site, &questionnaire))?;
    log.save(&mut tx).await?;
    tx.commit().await?;
    Ok(Empty {})
}

/// The newest version of a questionnaire of the team.
fn own(stored: &[Questionnaire], name: &str) -> Result<Newest> {
    let wanted = fold(name.trim());
    let all = newest(stored).map_err(|error| ApiError::internal(&error))?;
    let found = all
        .into_iter()
        .enumerate()
        .find(|(_, newest)| fold(&newest.name) == wanted);
    match found {
        None => Err(ApiError::not_found("questionnaire", name)),
        Some((0, survey)) => {
            let message = format!(
                "'{}' comes with PortFlow and is asked at every site.",
                survey.name
            );
            Err(ApiError::invalid("name", message))
        }
        Some((_, own)) => Ok(own),
    }
}

fn told(site: &Site, questionnaire: &Newest) -> Vec<FieldChange> {
    vec![
        fact("name", Value::Null, json!(site.name)),
        fact("questionnaire", Value::Null, json!(questionnaire.name)),
    ]
}
