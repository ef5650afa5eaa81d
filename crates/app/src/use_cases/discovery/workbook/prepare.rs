//! From the changes of a workbook to the commands that store them, each checked as if a person had entered it; what
//! cannot be stored is a problem of the cell in which it stands.

use portflow_domain::discovery_book::{BookProblem, Change, ChangeKind, FieldValues, Table};
use portflow_domain::entities::{
    Circuit, Contact, Device, EmergencyLocation, LegacySystem, License, NetworkSegment, SpecialLine, fold,
};
use portflow_domain::enums::{ContactKind, DiscoveryState};
use portflow_domain::ids::EntityId;
use portflow_domain::porting::Severity;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

use super::super::rows::{Frame, SiteRow};
use super::{code, site_values, wire};
use crate::context::Context;
use crate::dto::customers::{AddContact, RemoveContact, UpdateContact, UpdateSite};
use crate::dto::discovery::{
    RemoveSiteRow, SaveSiteRow, SetDiscoverySection, SetQuestionnaireAnswer, SetSiteHours, SiteDiscovery,
};
use crate::error::{ApiError, Result};

/// Saving or removing a row of a site.
pub(super) enum RowStep<T: SiteRow> {
    Save(SaveSiteRow<T::Id, T::Values>),
    Remove(RemoveSiteRow<T::Id>),
}

/// Something to be stored.
pub(super) enum Step {
    Section(SetDiscoverySection),
    Answer(SetQuestionnaireAnswer),
    AddContact(AddContact),
    UpdateContact(UpdateContact),
    RemoveContact(RemoveContact),
    EmergencyLocation(RowStep<EmergencyLocation>),
    /// With the name of its place where the workbook names one anew.
    NetworkSegment(RowStep<NetworkSegment>, Option<String>),
    LegacySystem(RowStep<LegacySystem>),
    Circuit(RowStep<Circuit>),
    SpecialLine(RowStep<SpecialLine>),
    Device(RowStep<Device>),
    License(RowStep<License>),
    /// Hours and holidays; the revision is that of the site before the workbook.
    Hours(SetSiteHours),
    Site(UpdateSite),
}

/// The steps in the order in which they are taken, and what speaks against them.
pub(super) struct Prepared {
    pub(super) steps: Vec<Step>,
    pub(super) problems: Vec<BookProblem>,
}

/// Works out the steps of some changes.
pub(super) fn prepare(cx: &Context, learnt: &SiteDiscovery, changes: &[Change]) -> Prepared {
    let mut preparing = Preparing {
        cx,
        learnt,
        places: places(learnt, changes),
        steps: Vec::new(),
        problems: Vec::new(),
    };
    for change in changes {
        preparing.change(change);
    }
    preparing.site(changes);
    Prepared {
        steps: preparing.steps,
        problems: preparing.problems,
    }
}

/// Names of the emergency locations that there will be, folded.
fn places(learnt: &SiteDiscovery, changes: &[Change]) -> BTreeSet<String> {
    let of_table = || {
        changes
            .iter()
            .filter(|change| change.table == Table::EmergencyLocations)
    };
    let gone: BTreeSet<&str> = of_table()
        .filter(|change| change.kind == ChangeKind::Removed)
        .filter_map(|change| change.id.as_deref())
        .collect();
    let stored = learnt
        .emergency_locations
        .iter()
        .filter(|it| !gone.contains(it.id.to_string().as_str()));
    let named = of_table()
        .flat_map(|change| &change.fields)
        .filter(|field| field.field == "name");
    stored
        .map(|it| fold(&it.name))
        .chain(named.filter_map(|field| field.value.as_deref()).map(fold))
        .collect()
}

struct Preparing<'a> {
    cx: &'a Context,
    learnt: &'a SiteDiscovery,
    places: BTreeSet<String>,
    steps: Vec<Step>,
    problems: Vec<BookProblem>,
}

impl Preparing<'_> {
    fn change(&mut self, change: &Change) {
        let learnt = self.learnt;
        match change.table {
            Table::Lines(_) => self.line(change),
            Table::Holidays => {}
            Table::Contacts => self.contact(change),
            Table::EmergencyLocations => {
                self.row(change, &learnt.emergency_locations, Step::EmergencyLocation);
            }
            Table::NetworkSegments => {
                let place = change
                    .fields
                    .iter()
                    .find(|field| field.field == "emergencyLocationId");
                let name = place.and_then(|field| field.value.clone());
                if let (Some(name), Some(field)) = (&name, place)
                    && !self.places.contains(&fold(name))
                {
                    let text = format!("There is no emergency location '{name}' at this site.");
                    return self.problem(
                        change,
                        Some(field),
                        &ApiError::invalid("emergencyLocationId", text)
                            .hint("Choose one from the list, or add it on the sheet of emergency locations."),
                    );
                }
                self.row(change, &learnt.network_segments, |step| {
                    Step::NetworkSegment(step, name)
                });
            }
            Table::LegacySystems => self.row(change, &learnt.legacy_systems, Step::LegacySystem),
            Table::Circuits => self.row(change, &learnt.circuits, Step::Circuit),
            Table::SpecialLines => self.row(change, &learnt.special_lines, Step::SpecialLine),
            Table::Devices => self.row(change, &learnt.devices, Step::Device),
            Table::Licenses => self.row(change, &learnt.licenses, Step::License),
        }
    }

    /// A section as a whole, or a question; facts of the site are gathered by [`Self::site`].
    fn line(&mut self, change: &Change) {
        let id = change.id.as_deref().unwrap_or_default();
        let field = |name: &str| change.fields.iter().find(|field| field.field == name);
        let text = |name: &str, now: Option<&String>| match field(name) {
            Some(field) => field.value.clone(),
            None => now.cloned(),
        };
        if id == "section" {
            let said = self
                .learnt
                .sections
                .iter()
                .find(|said| said.section == change.section);
            let state = match field("state") {
                Some(field) => code(field.value.as_deref()).unwrap_or(DiscoveryState::Open),
                None => said.map_or(DiscoveryState::Open, |said| said.state),
            };
            self.steps.push(Step::Section(SetDiscoverySection {
                site_id: self.learnt.site.id,
                section: change.section,
                revision: said.map(|said| said.revision),
                state,
                said_by: text("saidBy", said.and_then(|said| said.said_by.as_ref())),
                notes: text("notes", said.and_then(|said| said.notes.as_ref())),
            }));
        } else if let Some(key) = id.strip_prefix("question/") {
            let answers = self.learnt.answers.iter().filter(|answer| answer.question == key);
            let now = answers.max_by_key(|answer| answer.updated_at);
            let state = match field("state") {
                Some(field) => code(field.value.as_deref()).unwrap_or(DiscoveryState::Open),
                None => now.map_or(DiscoveryState::Answered, |now| now.state),
            };
            let answer = text("answer", now.and_then(|now| now.answer.as_ref()));
            self.steps.push(Step::Answer(SetQuestionnaireAnswer {
                site_id: self.learnt.site.id,
                question: key.to_owned(),
                revision: now.map(|now| now.revision),
                state,
                answer: answer.filter(|_| state == DiscoveryState::Answered),
                said_by: text("saidBy", now.and_then(|now| now.said_by.as_ref())),
                notes: text("notes", now.and_then(|now| now.notes.as_ref())),
            }));
        }
    }

    fn contact(&mut self, change: &Change) {
        let site = &self.learnt.site;
        let id = change.id.as_deref();
        let before = self
            .learnt
            .contacts
            .iter()
            .find(|it| id == Some(it.id.to_string().as_str()));
        let field = |name: &str| change.fields.iter().find(|field| field.field == name);
        let text = |name: &str, now: fn(&Contact) -> Option<String>| match field(name) {
            Some(field) => field.value.clone(),
            None => before.and_then(now),
        };
        let kind = text("kind", |it| Some(it.kind.to_string()));
        let kind = code(kind.as_deref()).unwrap_or(ContactKind::Site);
        let name = text("name", |it| Some(it.name.clone())).unwrap_or_default();
        let title = text("title", |it| it.title.clone());
        let email = text("email", |it| it.email.clone());
        let phone = text("phone", |it| it.phone.clone());
        let site_id = match field("wholeCompany") {
            Some(field) => Some(site.id).filter(|_| field.value.as_deref() != Some("true")),
            None => before.map_or(Some(site.id), |it| it.site_id),
        };
        self.steps.push(match before {
            Some(it) if change.kind == ChangeKind::Removed => Step::RemoveContact(RemoveContact {
                id: it.id,
                revision: it.revision,
            }),
            Some(it) => Step::UpdateContact(UpdateContact {
                id: it.id,
                revision: it.revision,
                site_id,
                kind,
                name,
                title,
                email,
                phone,
            }),
            None => Step::AddContact(AddContact {
                customer_id: site.customer_id,
                site_id,
                kind,
                name,
                title,
                email,
                phone,
            }),
        });
    }

    fn row<T>(&mut self, change: &Change, stored: &[T], step: impl FnOnce(RowStep<T>) -> Step)
    where
        T: SiteRow + Serialize,
        T::Values: DeserializeOwned,
    {
        match self.row_step(change, stored) {
            Ok(Some(row)) => self.steps.push(step(row)),
            Ok(None) => {}
            Err(error) => {
                let field = change
                    .fields
                    .iter()
                    .find(|field| Some(&field.field) == error.field.as_ref());
                self.problem(change, field, &error);
            }
        }
    }

    fn row_step<T>(&self, change: &Change, stored: &[T]) -> Result<Option<RowStep<T>>>
    where
        T: SiteRow + Serialize,
        T::Values: DeserializeOwned,
    {
        let site_id = self.learnt.site.id;
        let named = |it: &&T| change.id.as_deref() == Some(it.subject().entity_id.to_string().as_str());
        let before = stored.iter().find(named);
        let id = before.map(|it| T::Id::from_uuid(it.subject().entity_id));
        if change.kind == ChangeKind::Removed {
            let gone = id.zip(before).map(|(id, it)| {
                let revision = it.revision();
                RowStep::Remove(RemoveSiteRow {
                    site_id,
                    id,
                    revision,
                })
            });
            return Ok(gone);
        }
        // The comparison has told that something is missing which a row cannot do without.
        let has = |field: &str| {
            change
                .fields
                .iter()
                .any(|it| it.field == field && it.value.is_some())
        };
        let named = |field: &str| change.fields.iter().any(|it| it.field == field);
        let needed = change.table.columns().iter().filter(|column| column.required);
        if needed
            .into_iter()
            .any(|it| !has(it.field) && (before.is_none() || named(it.field)))
        {
            return Ok(None);
        }
        let values = wire::values(change.table, before, change)?;
        let values: T::Values =
            serde_json::from_value(values.into()).map_err(|error| ApiError::internal(&error))?;
        T::of(
            &values,
            Frame {
                id: id.unwrap_or_else(|| self.cx.id()),
                site: &self.learnt.site,
                revision: 1,
                created_at: self.cx.now(),
                updated_at: self.cx.now(),
            },
        )?;
        Ok(Some(RowStep::Save(SaveSiteRow {
            site_id,
            id,
            revision: before.map(|it| it.revision()),
            values,
        })))
    }

    /// The site's own fields, hours and holidays, which are stored together at the end.
    fn site(&mut self, changes: &[Change]) {
        let site = &self.learnt.site;
        let mut values = site_values::of(site);
        let mut hours = site.business_hours.clone();
        let mut holidays = site.holidays.clone();
        let (mut is_site, mut is_hours) = (None, None);
        for change in changes {
            let id = change.id.as_deref().unwrap_or_default();
            let answer = change.fields.iter().find(|field| field.field == "answer");
            if change.table == Table::Holidays {
                site_values::set_holiday(&mut holidays, change);
                is_hours = is_hours.or(Some((change, None)));
            } else if let (Some(field), Some(answer)) = (id.strip_prefix("site/"), answer) {
                site_values::set(&mut values, field, answer.value.clone());
                is_site = is_site.or(Some((change, Some(answer))));
            } else if let (Some(day), Some(answer)) = (id.strip_prefix("hours/"), answer) {
                site_values::set_day(hours.get_or_insert_default(), day, answer.value.as_deref());
                is_hours = is_hours.or(Some((change, Some(answer))));
            }
        }
        if let Some((change, field)) = is_hours {
            let request = SetSiteHours {
                site_id: site.id,
                revision: site.revision,
                business_hours: hours,
                holidays,
            };
            match super::super::hours::check(&request) {
                Ok(()) => self.steps.push(Step::Hours(request)),
                Err(error) => self.problem(change, field, &error),
            }
        }
        if let Some((change, field)) = is_site {
            match crate::use_cases::sites::with_values(site.clone(), &values) {
                Ok(_) => self.steps.push(Step::Site(UpdateSite {
                    id: site.id,
                    revision: site.revision,
                    values,
                })),
                Err(error) => {
                    // The line of the field that is wrong, where the workbook changes it.
                    let wrong = error.field.as_deref().map(|field| format!("site/{field}"));
                    let line = changes.iter().find(|it| it.id.is_some() && it.id == wrong);
                    let (change, field) = line.map_or((change, field), |line| (line, line.fields.first()));
                    self.problem(change, field, &error);
                }
            }
        }
    }

    fn problem(&mut self, change: &Change, field: Option<&FieldValues>, error: &ApiError) {
        let field = field.or(change.fields.first());
        self.problems.push(BookProblem {
            severity: Severity::Error,
            sheet: Some(change.sheet.clone()).filter(|sheet| !sheet.is_empty()),
            cell: field
                .map(|field| field.cell.clone())
                .filter(|cell| !cell.is_empty()),
            text: error.message.clone(),
            remedy: error
                .hints
                .first()
                .cloned()
                .unwrap_or_else(|| "Correct the cell and read the workbook again.".to_owned()),
        });
    }
}
