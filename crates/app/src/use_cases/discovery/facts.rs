//! Everything that was learnt at a site or at all of them, read together and counted.

use portflow_domain::discovery::circuits::REMAINING_COST_RULE;
use portflow_domain::discovery::completeness::{self, Score, SiteCompleteness};
use portflow_domain::discovery::questionnaire::{Asked, Newest, asked, newest, older_answer};
use portflow_domain::entities::{
    Circuit, Contact, Device, EmergencyLocation, LegacySystem, License, NetworkSegment, Questionnaire,
    QuestionnaireAnswer, QuestionnaireDocument, SectionState, Site, SiteQuestionnaire, SpecialLine,
};
use portflow_domain::ids::SiteId;
use portflow_store::Tx;
use portflow_store::queries::{
    circuits, contacts, devices, discovery_sections, emergency_locations, legacy_systems, licenses,
    network_segments, questionnaire_answers, questionnaires, site_questionnaires, special_lines,
};
use std::collections::BTreeMap;

use super::find_site;
use crate::dto::discovery::SiteDiscovery;
use crate::dto::questionnaires::AskedQuestion;
use crate::error::{ApiError, Result};

/// Reads what was learnt at one site and counts it; what speaks against it is left to `findings`.
pub(super) async fn learnt(tx: &mut Tx, id: SiteId) -> Result<SiteDiscovery> {
    let site = find_site(tx, id).await?;
    Kept::read(tx, Some(&site)).await?.of(site)
}

/// Rows by the site at which they were found, in the order of their queries.
type BySite<T> = BTreeMap<SiteId, Vec<T>>;

/// What was learnt at one site or at all of them, in one query for each table.
pub(super) struct Kept {
    contacts: Vec<Contact>,
    sections: BySite<SectionState>,
    emergency_locations: BySite<EmergencyLocation>,
    network_segments: BySite<NetworkSegment>,
    legacy_systems: BySite<LegacySystem>,
    circuits: BySite<Circuit>,
    special_lines: BySite<SpecialLine>,
    devices: BySite<Device>,
    licenses: BySite<License>,
    answers: BySite<QuestionnaireAnswer>,
    chosen: BySite<SiteQuestionnaire>,
    stored: Vec<Questionnaire>,
    newest: Vec<Newest>,
}

impl Kept {
    /// Reads it; none = of all sites.
    pub(super) async fn read(tx: &mut Tx, site: Option<&Site>) -> Result<Self> {
        let id = site.map(|site| site.id);
        let stored = questionnaires::list_questionnaires(tx).await?;
        Ok(Self {
            contacts: contacts::list_contacts(tx, site.map(|site| site.customer_id)).await?,
            sections: group(discovery_sections::list_discovery_sections(tx, id).await?, |it| {
                it.site_id
            }),
            emergency_locations: group(
                emergency_locations::list_emergency_locations(tx, id).await?,
                |it| it.site_id,
            ),
            network_segments: group(network_segments::list_network_segments(tx, id).await?, |it| {
                it.site_id
            }),
            legacy_systems: group(legacy_systems::list_legacy_systems(tx, id).await?, |it| {
                it.site_id
            }),
            circuits: group(circuits::list_circuits(tx, id).await?, |it| it.site_id),
            special_lines: group(special_lines::list_special_lines(tx, id).await?, |it| it.site_id),
            devices: group(devices::list_devices(tx, id).await?, |it| it.site_id),
            licenses: group(licenses::list_licenses(tx, id).await?, |it| it.site_id),
            answers: group(
                questionnaire_answers::list_questionnaire_answers(tx, id).await?,
                |it| it.site_id,
            ),
            chosen: group(
                site_questionnaires::list_site_questionnaires(tx, id).await?,
                |it| it.site_id,
            ),
            newest: newest(&stored).map_err(|error| ApiError::internal(&error))?,
            stored,
        })
    }

    /// Takes out what was learnt at a site.
    pub(super) fn of(&mut self, site: Site) -> Result<SiteDiscovery> {
        let id = site.id;
        let of_site = |contact: &&Contact| {
            contact.customer_id == site.customer_id && contact.site_id.is_none_or(|of| of == id)
        };
        let answers = self.answers.remove(&id).unwrap_or_default();
        let chosen = self.chosen.remove(&id).unwrap_or_default();
        let chosen: Vec<_> = chosen.iter().map(|chosen| chosen.questionnaire_id).collect();
        let asked = asked(&self.newest, &chosen, &answers);
        let mut learnt = SiteDiscovery {
            contacts: self.contacts.iter().filter(of_site).cloned().collect(),
            sections: self.sections.remove(&id).unwrap_or_default(),
            emergency_locations: self.emergency_locations.remove(&id).unwrap_or_default(),
            network_segments: self.network_segments.remove(&id).unwrap_or_default(),
            legacy_systems: self.legacy_systems.remove(&id).unwrap_or_default(),
            circuits: self.circuits.remove(&id).unwrap_or_default(),
            special_lines: self.special_lines.remove(&id).unwrap_or_default(),
            devices: self.devices.remove(&id).unwrap_or_default(),
            licenses: self.licenses.remove(&id).unwrap_or_default(),
            asked: origins(&asked, &self.stored, &answers),
            questions: QuestionnaireDocument {
                questions: asked.into_iter().map(|asked| asked.question).collect(),
            },
            questionnaires: self.answered(&answers),
            answers,
            completeness: SiteCompleteness {
                site_id: id,
                score: Score::default(),
                sections: Vec::new(),
            },
            cutover: None,
            remaining_cost_rule: REMAINING_COST_RULE.to_owned(),
            address_spellings: Vec::new(),
            findings: Vec::new(),
            site,
        };
        learnt.completeness = completeness::completeness(&told(&learnt));
        Ok(learnt)
    }

    fn answered(&self, answers: &[QuestionnaireAnswer]) -> Vec<Questionnaire> {
        let is_answered = |it: &&Questionnaire| answers.iter().any(|answer| answer.questionnaire_id == it.id);
        self.stored.iter().filter(is_answered).cloned().collect()
    }
}

/// Rows by site.
pub(super) fn group<T>(rows: Vec<T>, site: fn(&T) -> SiteId) -> BySite<T> {
    let mut grouped = BySite::new();
    for row in rows {
        grouped.entry(site(&row)).or_insert_with(Vec::new).push(row);
    }
    grouped
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

/// Where each question comes from, and what its latest answer answered.
fn origins(
    asked: &[Asked<'_>],
    stored: &[Questionnaire],
    answers: &[QuestionnaireAnswer],
) -> Vec<AskedQuestion> {
    let origin = |asked: &Asked<'_>| {
        let key = &asked.question.key;
        let to_it = |answer: &&QuestionnaireAnswer| {
            answer.question == *key && Some(answer.questionnaire_id) == asked.from.id
        };
        AskedQuestion {
            key: key.clone(),
            questionnaire: asked.from.name.clone(),
            version: asked.from.version,
            revision: answers.iter().find(to_it).map(|answer| answer.revision),
            older: older_answer(asked, stored, answers),
        }
    };
    asked.iter().map(origin).collect()
}
