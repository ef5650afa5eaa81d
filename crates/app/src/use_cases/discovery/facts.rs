//! Everything that was learnt at a site, read together.

use portflow_domain::discovery::completeness;
use portflow_domain::discovery::questionnaire::built_in;
use portflow_domain::entities::{Questionnaire, QuestionnaireAnswer, QuestionnaireDocument, fold};
use portflow_domain::ids::SiteId;
use portflow_store::Tx;
use portflow_store::queries::{
    circuits, contacts, devices, discovery_sections, emergency_locations, legacy_systems, licenses,
    network_segments, questionnaire_answers, questionnaires, special_lines,
};
use std::collections::BTreeSet;

use super::find_site;
use crate::dto::discovery::SiteDiscovery;
use crate::error::{ApiError, Result};

/// Reads it; the findings are left to the caller.
pub(super) async fn learnt(tx: &mut Tx, id: SiteId) -> Result<SiteDiscovery> {
    let site = find_site(tx, id).await?;
    let mut contacts = contacts::list_contacts(tx, Some(site.customer_id)).await?;
    contacts.retain(|contact| contact.site_id.is_none_or(|of| of == id));
    let answers = questionnaire_answers::list_questionnaire_answers(tx, Some(id)).await?;
    let stored = questionnaires::list_questionnaires(tx).await?;
    Ok(SiteDiscovery {
        site,
        contacts,
        sections: discovery_sections::list_discovery_sections(tx, Some(id)).await?,
        emergency_locations: emergency_locations::list_emergency_locations(tx, Some(id)).await?,
        network_segments: network_segments::list_network_segments(tx, Some(id)).await?,
        legacy_systems: legacy_systems::list_legacy_systems(tx, Some(id)).await?,
        circuits: circuits::list_circuits(tx, Some(id)).await?,
        special_lines: special_lines::list_special_lines(tx, Some(id)).await?,
        devices: devices::list_devices(tx, Some(id)).await?,
        licenses: licenses::list_licenses(tx, Some(id)).await?,
        questions: asked(&stored, &answers)?,
        questionnaires: answered(stored, &answers),
        answers,
        findings: Vec::new(),
    })
}

/// The same as the rules take it.
pub(super) fn told(learnt: &SiteDiscovery) -> completeness::SiteDiscovery<'_> {
    completeness::SiteDiscovery {
        site: &learnt.site,
        contacts: &learnt.contacts,
        sections: &learnt.sections,
        emergency_locations: &learnt.emergency_locations,
        network_segments: &learnt.network_segments,
        legacy_systems: &learnt.legacy_systems,
        circuits: &learnt.circuits,
        special_lines: &learnt.special_lines,
        devices: &learnt.devices,
        licenses: &learnt.licenses,
        questionnaire: Some(&learnt.questions),
        answers: &learnt.answers,
    }
}

/// The newest version of the built-in questionnaire, as stored or as compiled in.
pub(super) fn survey(stored: &[Questionnaire]) -> Result<(Option<Questionnaire>, QuestionnaireDocument)> {
    let built_in = built_in().map_err(|error| ApiError::internal(&error))?;
    let name = fold(&built_in.name);
    let newest = stored.iter().find(|it| fold(&it.name) == name);
    Ok(match newest.filter(|it| it.version >= built_in.version) {
        Some(newest) => (Some(newest.clone()), newest.document.clone()),
        None => (None, built_in.document),
    })
}

/// The questions asked at a site: the survey's, then those of other questionnaires that were answered there.
fn asked(stored: &[Questionnaire], answers: &[QuestionnaireAnswer]) -> Result<QuestionnaireDocument> {
    let (_, mut document) = survey(stored)?;
    let used: BTreeSet<String> = stored
        .iter()
        .filter(|it| answers.iter().any(|answer| answer.questionnaire_id == it.id))
        .map(|it| fold(&it.name))
        .collect();
    let own = built_in().map_err(|error| ApiError::internal(&error))?.name;
    for name in used.into_iter().filter(|name| *name != fold(&own)) {
        // Versions come newest first.
        let newest = stored.iter().find(|it| fold(&it.name) == name);
        for question in newest.into_iter().flat_map(|it| &it.document.questions) {
            if document.questions.iter().all(|known| known.key != question.key) {
                document.questions.push(question.clone());
            }
        }
    }
    Ok(document)
}

fn answered(stored: Vec<Questionnaire>, answers: &[QuestionnaireAnswer]) -> Vec<Questionnaire> {
    let is_answered = |it: &Questionnaire| answers.iter().any(|answer| answer.questionnaire_id == it.id);
    stored.into_iter().filter(is_answered).collect()
}
