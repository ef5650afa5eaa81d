//! Stores the steps of a workbook, one after the other in one act.

use portflow_domain::entities::{EmergencyLocation, fold};
use portflow_domain::ids::EmergencyLocationId;
use portflow_store::Tx;
use std::collections::BTreeMap;

use super::super::rows::{SiteRow, remove_within, save_within};
use super::super::{answers, hours, sections};
use super::prepare::{RowStep, Step};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::discovery::SiteDiscovery;
use crate::error::Result;
use crate::use_cases::{contacts, sites};

/// Stores them; the first refusal ends it, and the caller drops the transaction.
pub(super) async fn write(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    learnt: &SiteDiscovery,
    steps: Vec<Step>,
) -> Result<()> {
    let named = |it: &EmergencyLocation| (fold(&it.name), it.id);
    let mut writing = Writing {
        cx,
        tx,
        act,
        places: learnt.emergency_locations.iter().map(named).collect(),
        site_revision: learnt.site.revision,
    };
    // A place that goes is let go by its segments first.
    let (last, first): (Vec<Step>, Vec<Step>) = steps
        .into_iter()
        .partition(|step| matches!(step, Step::EmergencyLocation(RowStep::Remove(_))));
    for step in first.into_iter().chain(last) {
        writing.step(step).await?;
    }
    Ok(())
}

struct Writing<'a, 'b> {
    cx: &'a Context,
    tx: &'a mut Tx,
    act: &'a mut Act<'b>,
    places: BTreeMap<String, EmergencyLocationId>,
    /// Hours and fields of the site are stored one after the other, each over the revision that the other left.
    site_revision: i64,
}

impl Writing<'_, '_> {
    async fn step(&mut self, step: Step) -> Result<()> {
        match step {
            Step::Section(set) => drop(sections::set_within(self.cx, self.tx, self.act, set).await?),
            Step::Answer(set) => drop(answers::set_within(self.cx, self.tx, self.act, set).await?),
            Step::AddContact(add) => drop(contacts::add_within(self.cx, self.tx, self.act, add).await?),
            Step::UpdateContact(update) => {
                contacts::update_within(self.cx, self.tx, self.act, update).await?;
            }
            Step::RemoveContact(remove) => contacts::remove_within(self.tx, self.act, remove).await?,
            Step::EmergencyLocation(row) => {
                if let Some(place) = self.row(row).await? {
                    self.places.insert(fold(&place.name), place.id);
                }
            }
            Step::NetworkSegment(row, place) => drop(self.row(self.placed(row, place)).await?),
            Step::LegacySystem(row) => drop(self.row(row).await?),
            Step::Circuit(row) => drop(self.row(row).await?),
            Step::SpecialLine(row) => drop(self.row(row).await?),
            Step::Device(row) => drop(self.row(row).await?),
            Step::License(row) => drop(self.row(row).await?),
            Step::Hours(mut set) => {
                set.revision = self.site_revision;
                self.site_revision = hours::set_within(self.cx, self.tx, self.act, set).await?.revision;
            }
            Step::Site(mut update) => {
                update.revision = self.site_revision;
                self.site_revision = sites::update_within(self.cx, self.tx, self.act, update)
                    .await?
                    .revision;
            }
        }
        Ok(())
    }

    async fn row<T: SiteRow>(&mut self, row: RowStep<T>) -> Result<Option<T>> {
        match row {
            RowStep::Save(save) => Ok(Some(save_within(self.cx, self.tx, self.act, save).await?)),
            RowStep::Remove(remove) => {
                remove_within::<T>(self.tx, self.act, remove).await?;
                Ok(None)
            }
        }
    }

    /// A segment with the place that the workbook names, which may be new.
    fn placed(
        &self,
        row: RowStep<portflow_domain::entities::NetworkSegment>,
        place: Option<String>,
    ) -> RowStep<portflow_domain::entities::NetworkSegment> {
        match (row, place) {
            (RowStep::Save(mut save), Some(place)) => {
                save.values.emergency_location_id = self.places.get(&fold(&place)).copied();
                RowStep::Save(save)
            }
            (row, _) => row,
        }
    }
}
