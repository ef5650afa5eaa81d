//! What undoing an import finds and does: the present state of every row it wrote and what rests on them, the steps
//! that follow, and carrying them out in their order.

use portflow_domain::coded::Labelled;
use portflow_domain::entities::{EndUser, Migration, PhoneNumber};
use portflow_domain::enums::{ImportOutcome, ImportTarget};
use portflow_domain::ids::{EntityId, PhoneNumberId};
use portflow_domain::import::{ImportedRow, PresentState, Reference, UndoAct, UndoStep, plan_undo};
use portflow_store::Tx;
use portflow_store::queries::import_batches::ImportEffect;
use portflow_store::queries::{activity_log, phone_numbers, site_rows, sites};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::found::{self, Found};
use super::known::Known;
use super::rows::{NUMBER, target_of};
use crate::dto::import_batches::{KeptRecord, UndoCounts};
use crate::error::Result;

/// Rows for which it is looked up who changed them since.
const NAMED: usize = 200;

/// Rows as they are now, by kind and id.
type Present = HashMap<(ImportTarget, Uuid), PresentState>;

/// The steps of an undo, and the rows as they are now.
pub(super) struct UndoPlan {
    pub(super) steps: Vec<UndoStep>,
    pub(super) kept: Vec<KeptRecord>,
    pub(super) known: Known,
}

impl UndoPlan {
    /// Looks at everything that the import wrote.
    pub(super) async fn make(tx: &mut Tx, migration: &Migration, effects: &[ImportEffect]) -> Result<Self> {
        let known = Known::load(tx, migration, found::KINDS).await?;
        let (rows, places) = written(effects);
        let mut present = present(&known);
        add_orders(tx, migration, &mut present).await?;
        add_holders(&known, &rows, &mut present);
        add_found(&known, &mut present);
        add_sites(tx, migration, &known, &mut present).await?;
        name_editors(tx, &rows, &mut present).await?;
        let steps = plan_undo(&rows, &present);
        let kept = steps
            .iter()
            .filter_map(|step| kept(step, &known, &places))
            .collect();
        Ok(Self { steps, kept, known })
    }

    /// How many rows of each kind go, go back and stay.
    pub(super) fn counts(&self) -> Vec<UndoCounts> {
        let mut found: BTreeMap<ImportTarget, UndoCounts> = BTreeMap::new();
        for step in &self.steps {
            let counts = found.entry(step.entity).or_insert(UndoCounts {
                entity: step.entity,
                removed: 0,
                restored: 0,
                kept: 0,
            });
            *match step.act {
                UndoAct::Delete { .. } => &mut counts.removed,
                UndoAct::Restore { .. } => &mut counts.restored,
                UndoAct::Keep { .. } => &mut counts.kept,
            } += 1;
        }
        found.into_values().collect()
    }

    /// Stands for the plan: it changes whenever another row would go, go back or stay.
    pub(super) fn fingerprint(&self) -> String {
        let mut text = String::new();
        for step in &self.steps {
            let (act, revision) = match &step.act {
                UndoAct::Delete { revision } => ("delete", *revision),
                UndoAct::Restore { revision, .. } => ("restore", *revision),
                UndoAct::Keep { .. } => ("keep", 0),
            };
            text.push_str(&format!("{} {act} {revision}\n", step.id));
        }
        crate::files::sha256(text.as_bytes())
    }
}

/// The rows that the import wrote, numbers that came along with others among them, and where each stood.
fn written(effects: &[ImportEffect]) -> (Vec<ImportedRow>, HashMap<Uuid, (String, i64)>) {
    let mut rows = Vec::with_capacity(effects.len());
    let mut places = HashMap::with_capacity(effects.len());
    for effect in effects {
        let place = (effect.sheet.clone(), effect.source_row);
        let Some(entity) = target_of(&effect.entity_type) else {
            continue;
        };
        places.insert(effect.entity_id, place.clone());
        let number = effect.before.as_ref().and_then(|before| before.get(NUMBER));
        if let Some((id, row)) = number.and_then(number_row) {
            places.insert(id, place);
            rows.push(row);
        }
        let own = effect.before.clone().filter(|before| before.get("id").is_some());
        // A record whose number alone changed left its own row as it was.
        let wrote = effect.outcome == ImportOutcome::Inserted || own.is_some();
        if wrote {
            rows.push(ImportedRow {
                entity,
                id: Some(effect.entity_id),
                outcome: effect.outcome,
                before: own,
                revision_after: effect.revision_after,
            });
        }
    }
    (rows, places)
}

/// What became of the number that a record brought along.
fn number_row(told: &Value) -> Option<(Uuid, ImportedRow)> {
    let id: Uuid = told.get("id")?.as_str()?.parse().ok()?;
    let before = told.get("before").cloned();
    let outcome = if before.is_some() {
        ImportOutcome::Updated
    } else {
        ImportOutcome::Inserted
    };
    let row = ImportedRow {
        entity: ImportTarget::PhoneNumbers,
        id: Some(id),
        outcome,
        before,
        revision_after: told.get("revisionAfter").map_or(Some(1), Value::as_i64),
    };
    Some((id, row))
}

/// Every row of the migration and its customer's sites.
fn present(known: &Known) -> Present {
    let mut present = Present::new();
    let mut add = |entity, id: Uuid, name: String, revision| {
        let state = PresentState {
            name,
            revision,
            ..PresentState::default()
        };
        present.insert((entity, id), state);
    };
    for it in known.numbers.values() {
        add(
            ImportTarget::PhoneNumbers,
            it.id.uuid(),
            number_name(it),
            it.revision,
        );
    }
    for it in known.people.values() {
        add(ImportTarget::EndUsers, it.id.uuid(), person_name(it), it.revision);
    }
    for it in known.accounts.values() {
        add(
            ImportTarget::ResourceAccounts,
            it.id.uuid(),
            it.upn.clone(),
            it.revision,
        );
    }
    for it in known.queues.values() {
        add(
            ImportTarget::CallQueues,
            it.id.uuid(),
            it.name.clone(),
            it.revision,
        );
    }
    for it in known.attendants.values() {
        add(
            ImportTarget::AutoAttendants,
            it.id.uuid(),
            it.name.clone(),
            it.revision,
        );
    }
    for it in known.sites.values() {
        add(ImportTarget::Sites, it.id.uuid(), it.name.clone(), it.revision);
    }
    for it in known.found.values() {
        add(it.target(), it.id(), it.at().1, it.revision());
    }
    for it in known.agents.values() {
        let queue = known.queues.get(&it.call_queue_id);
        let name = queue.map(|queue| queue.name.clone()).unwrap_or_default();
        add(ImportTarget::CallQueueAgents, it.id.uuid(), name, it.revision);
    }
    present
}

fn number_name(number: &PhoneNumber) -> String {
    if number.extension.is_empty() {
        number.number.clone()
    } else {
        format!("{};ext={}", number.number, number.extension)
    }
}

fn person_name(person: &EndUser) -> String {
    let key = person.upn.as_ref().or(person.user_key.as_ref());
    key.unwrap_or(&person.display_name).clone()
}

/// A number that is or was in an order stays with it.
async fn add_orders(tx: &mut Tx, migration: &Migration, present: &mut Present) -> Result<()> {
    for (id, pon) in phone_numbers::numbers_in_orders(tx, migration.id).await? {
        let name = if pon.is_empty() {
            "without a PON".to_owned()
        } else {
            pon
        };
        refer(
            present,
            ImportTarget::PhoneNumbers,
            id.uuid(),
            Reference::PortOrder { name },
        );
    }
    Ok(())
}

/// What numbers, agents, resource accounts and people of the migration rest on.
fn add_holders(known: &Known, rows: &[ImportedRow], present: &mut Present) {
    let released = released(known, rows);
    for it in known.numbers.values().filter(|it| !released.contains_key(&it.id)) {
        let own = entity(ImportTarget::PhoneNumbers, it.id.uuid(), number_name(it));
        if let Some(id) = it.assigned_end_user_id {
            refer(present, ImportTarget::EndUsers, id.uuid(), own.clone());
        }
        if let Some(id) = it.assigned_resource_account_id {
            refer(present, ImportTarget::ResourceAccounts, id.uuid(), own);
        }
    }
    for it in known.agents.values() {
        let queue = known.queues.get(&it.call_queue_id);
        let name = queue.map(|queue| queue.name.clone()).unwrap_or_default();
        let own = entity(ImportTarget::CallQueueAgents, it.id.uuid(), name);
        refer(
            present,
            ImportTarget::EndUsers,
            it.end_user_id.uuid(),
            own.clone(),
        );
        refer(present, ImportTarget::CallQueues, it.call_queue_id.uuid(), own);
    }
    for it in known.accounts.values() {
        let own = entity(ImportTarget::ResourceAccounts, it.id.uuid(), it.upn.clone());
        if let Some(id) = it.call_queue_id {
            refer(present, ImportTarget::CallQueues, id.uuid(), own.clone());
        }
        if let Some(id) = it.auto_attendant_id {
            refer(present, ImportTarget::AutoAttendants, id.uuid(), own);
        }
    }
    for it in known.people.values() {
        if let Some(id) = it.site_id {
            let own = entity(ImportTarget::EndUsers, it.id.uuid(), person_name(it));
            refer(present, ImportTarget::Sites, id.uuid(), own);
        }
    }
}

/// What was found at sites rests on them, and parts of the network on the places that they stand for.
fn add_found(known: &Known, present: &mut Present) {
    for it in known.found.values() {
        let (site, name) = it.at();
        let own = entity(it.target(), it.id(), name);
        if let Found::NetworkSegments(segment) = it
            && let Some(id) = segment.emergency_location_id
        {
            refer(present, ImportTarget::EmergencyLocations, id.uuid(), own.clone());
        }
        if let Some(id) = site {
            refer(present, ImportTarget::Sites, id.uuid(), own);
        }
    }
}

/// The numbers that go back to whoever held them before the import, and so leave their present holders.
fn released<'a>(known: &Known, rows: &'a [ImportedRow]) -> HashMap<PhoneNumberId, &'a ImportedRow> {
    let by_id: HashMap<Uuid, &PhoneNumber> = known.numbers.values().map(|it| (it.id.uuid(), it)).collect();
    let goes_back = |row: &&'a ImportedRow| {
        let number = by_id.get(&row.id?)?;
        let before: PhoneNumber = serde_json::from_value(row.before.clone()?).ok()?;
        let is_as_imported = row.revision_after == Some(number.revision);
        let changes_hands = before.assigned_end_user_id != number.assigned_end_user_id
            || before.assigned_resource_account_id != number.assigned_resource_account_id;
        (is_as_imported && changes_hands).then_some((number.id, *row))
    };
    let numbers = rows.iter().filter(|row| row.entity == ImportTarget::PhoneNumbers);
    numbers.filter_map(|row| goes_back(&row)).collect()
}

/// A site that something outside this migration rests on, and the migration's own.
async fn add_sites(tx: &mut Tx, migration: &Migration, known: &Known, present: &mut Present) -> Result<()> {
    for id in sites::list_sites_in_use(tx, migration.customer_id, migration.id).await? {
        let sentence = if id == known.home.id {
            "It is the site of this migration.".to_owned()
        } else {
            "A migration or somebody of another migration belongs to it.".to_owned()
        };
        refer(
            present,
            ImportTarget::Sites,
            id.uuid(),
            Reference::Other(sentence),
        );
    }
    for id in site_rows::list_sites_described(tx, migration.customer_id).await? {
        let sentence = "Something was written down about it during discovery.".to_owned();
        refer(
            present,
            ImportTarget::Sites,
            id.uuid(),
            Reference::Other(sentence),
        );
    }
    Ok(())
}

/// Says who changed rows since the import, as far as the log tells.
async fn name_editors(tx: &mut Tx, rows: &[ImportedRow], present: &mut Present) -> Result<()> {
    let mut asked = 0;
    for row in rows {
        let Some(state) = row.id.and_then(|id| present.get_mut(&(row.entity, id))) else {
            continue;
        };
        if row.revision_after == Some(state.revision) || asked == NAMED {
            continue;
        }
        asked += 1;
        let newest = activity_log::page_activities(tx, None, None, row.id, 0, 1).await?;
        state.changed_by = newest.rows.into_iter().next().map(|entry| entry.actor_name);
    }
    Ok(())
}

fn entity(entity: ImportTarget, id: Uuid, name: String) -> Reference {
    Reference::Entity { entity, id, name }
}

fn refer(present: &mut Present, target: ImportTarget, id: Uuid, reference: Reference) {
    if let Some(state) = present.get_mut(&(target, id)) {
        state.references.push(reference);
    }
}

/// Why a row stays, or what of it does: a porting status is moved by its own rules and never put back.
fn kept(step: &UndoStep, known: &Known, places: &HashMap<Uuid, (String, i64)>) -> Option<KeptRecord> {
    let reason = match &step.act {
        UndoAct::Keep { reason } => reason.clone(),
        UndoAct::Restore { before, .. } if step.entity == ImportTarget::PhoneNumbers => {
            let now = known.numbers.values().find(|it| it.id.uuid() == step.id)?;
            let before: PhoneNumber = serde_json::from_value(before.clone()).ok()?;
            (before.porting_status != now.porting_status).then(|| {
                let status = now.porting_status.label();
                format!(
                    "Everything else goes back, but its status stays \"{status}\": a status is not undone."
                )
            })?
        }
        UndoAct::Restore { .. } | UndoAct::Delete { .. } => return None,
    };
    let (sheet, source_row) = places.get(&step.id).cloned().unwrap_or_default();
    Some(KeptRecord {
        entity: step.entity,
        name: step.name.clone(),
        sheet,
        source_row,
        reason,
    })
}
