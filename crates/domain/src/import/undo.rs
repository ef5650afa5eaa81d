//! Planning the undo of an import: what it brought goes, what it changed goes back, and what somebody has built on
//! since stays, with the reason.
//!
//! Pure: the caller reads the import's rows and the present state, and carries out the steps in their order.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;
use uuid::Uuid;

use crate::enums::{ImportOutcome, ImportTarget};

/// What one row of the import did.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedRow {
    /// The kind of the entity.
    pub entity: ImportTarget,
    /// The entity; none when the row was rejected.
    pub id: Option<Uuid>,
    /// What the import did.
    pub outcome: ImportOutcome,
    /// The entity before an update.
    pub before: Option<Value>,
    /// Its revision after the import.
    pub revision_after: Option<i64>,
}

/// An entity as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PresentState {
    /// What people call it: a number, a name.
    pub name: String,
    /// Its revision.
    pub revision: i64,
    /// Who changed it last, as people call them.
    pub changed_by: Option<String>,
    /// What rests on it.
    pub references: Vec<Reference>,
}

/// Something that rests on an entity, so that the entity cannot go without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// The number is in this port order; orders are never undone by an import.
    PortOrder {
        /// The order's name, such as its PON.
        name: String,
    },
    /// Another entity names it. It is no hindrance once that one goes too.
    Entity {
        /// Its kind.
        entity: ImportTarget,
        /// Its id.
        id: Uuid,
        /// What people call it.
        name: String,
    },
    /// Anything else that names it, as a sentence: "It is the site of migration Wave 2."
    Other(String),
}

/// What becomes of one entity.
#[derive(Debug, Clone, PartialEq)]
pub enum UndoAct {
    /// It goes; the revision that must still be there.
    Delete {
        /// The revision the deletion must name.
        revision: i64,
    },
    /// It gets the fields it had before.
    Restore {
        /// The revision the update must name.
        revision: i64,
        /// The entity before the import.
        before: Value,
    },
    /// It stays as it is.
    Keep {
        /// Why, in sentences.
        reason: String,
    },
}

/// One step of an undo.
#[derive(Debug, Clone, PartialEq)]
pub struct UndoStep {
    /// The kind of the entity.
    pub entity: ImportTarget,
    /// The entity.
    pub id: Uuid,
    /// What people call it.
    pub name: String,
    /// What becomes of it.
    pub act: UndoAct,
}

/// Plans the undo: what rests on others comes before them (agents, numbers, accounts, queues, attendants, people,
/// sites). Rows that changed nothing, and entities that are gone, give no step.
pub fn plan_undo(rows: &[ImportedRow], now: &HashMap<(ImportTarget, Uuid), PresentState>) -> Vec<UndoStep> {
    let mut steps = Vec::new();
    let mut gone: HashSet<(ImportTarget, Uuid)> = HashSet::new();
    for ((_, entity, id), first, last) in entities(rows) {
        let Some(state) = now.get(&(entity, id)) else {
            continue;
        };
        let act = act(first, last, state, &gone);
        if matches!(act, UndoAct::Delete { .. }) {
            gone.insert((entity, id));
        }
        steps.push(UndoStep {
            entity,
            id,
            name: state.name.clone(),
            act,
        });
    }
    steps
}

/// Order of deletion, kind and id of an entity.
type Ranked = (u8, ImportTarget, Uuid);

/// Each entity that the import wrote once, with the first and the last row that wrote it, in the order of
/// deletion; entities of one kind in the reverse order of the rows.
fn entities(rows: &[ImportedRow]) -> Vec<(Ranked, &ImportedRow, &ImportedRow)> {
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    let mut found: BTreeMap<usize, (Ranked, &ImportedRow, &ImportedRow)> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        let wrote = matches!(row.outcome, ImportOutcome::Inserted | ImportOutcome::Updated);
        let Some(id) = row.id.filter(|_| wrote) else {
            continue;
        };
        let first = *places.entry(id).or_insert(place);
        found
            .entry(first)
            .and_modify(|(_, _, last)| *last = row)
            .or_insert(((rank(row.entity), row.entity, id), row, row));
    }
    let mut found: Vec<_> = found.into_values().rev().collect();
    found.sort_by_key(|((rank, ..), _, _)| *rank);
    found
}

fn rank(entity: ImportTarget) -> u8 {
    match entity {
        ImportTarget::CallQueueAgents | ImportTarget::NetworkSegments => 0,
        ImportTarget::PhoneNumbers | ImportTarget::LosingAccountNumbers | ImportTarget::PortOrderEvents => 1,
        ImportTarget::ResourceAccounts => 2,
        ImportTarget::CallQueues | ImportTarget::CallQueueGroups => 3,
        ImportTarget::AutoAttendants => 4,
        ImportTarget::EndUsers => 5,
        ImportTarget::EmergencyLocations
        | ImportTarget::Circuits
        | ImportTarget::SpecialLines
        | ImportTarget::Devices
        | ImportTarget::Licenses
        | ImportTarget::Contacts => 1,
        ImportTarget::Sites => 6,
    }
}

fn act(
    first: &ImportedRow,
    last: &ImportedRow,
    state: &PresentState,
    gone: &HashSet<(ImportTarget, Uuid)>,
) -> UndoAct {
    let inserted = first.outcome == ImportOutcome::Inserted;
    let mut reasons = Vec::new();
    if inserted {
        reasons.extend(
            state
                .references
                .iter()
                .filter_map(|reference| hindrance(reference, gone)),
        );
    }
    if reasons.is_empty() && last.revision_after != Some(state.revision) {
        let by = state.changed_by.as_ref();
        let by = by.map_or(String::new(), |name| format!(" by {name}"));
        reasons.push(format!("It was changed{by} after the import."));
    }
    let revision = state.revision;
    match &first.before {
        _ if !reasons.is_empty() => UndoAct::Keep {
            reason: reasons.join(" "),
        },
        _ if inserted => UndoAct::Delete { revision },
        Some(before) => UndoAct::Restore {
            revision,
            before: before.clone(),
        },
        None => UndoAct::Keep {
            reason: "What it was before the import is not known.".to_owned(),
        },
    }
}

/// Why an entity cannot go, as a sentence; none when what rests on it goes as well.
fn hindrance(reference: &Reference, gone: &HashSet<(ImportTarget, Uuid)>) -> Option<String> {
    match reference {
        Reference::PortOrder { name } => Some(format!("It entered the order {name}.")),
        Reference::Entity { entity, id, .. } if gone.contains(&(*entity, *id)) => None,
        Reference::Entity { entity, name, .. } => Some(match entity {
            ImportTarget::PhoneNumbers => format!("It holds the number {name}."),
            ImportTarget::CallQueueAgents => format!("It is an agent of {name}."),
            ImportTarget::ResourceAccounts => format!("The resource account {name} answers for it."),
            ImportTarget::EndUsers => format!("It is the site of {name}."),
            ImportTarget::CallQueues
            | ImportTarget::CallQueueGroups
            | ImportTarget::AutoAttendants
            | ImportTarget::Sites
            | ImportTarget::LosingAccountNumbers
            | ImportTarget::PortOrderEvents => format!("{name} leads to it."),
            ImportTarget::NetworkSegments => format!("The network segment {name} stands for it."),
            ImportTarget::EmergencyLocations
            | ImportTarget::Circuits
            | ImportTarget::SpecialLines
            | ImportTarget::Devices
            | ImportTarget::Licenses => format!("{name} was found there."),
            ImportTarget::Contacts => format!("{name} is its contact."),
        }),
        Reference::Other(sentence) => Some(sentence.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NUMBER: ImportTarget = ImportTarget::PhoneNumbers;
    const PERSON: ImportTarget = ImportTarget::EndUsers;

    fn row(entity: ImportTarget, id: u128, outcome: ImportOutcome) -> ImportedRow {
        let updated = outcome == ImportOutcome::Updated;
        ImportedRow {
            entity,
            id: Some(Uuid::from_u128(id)),
            outcome,
            before: updated.then(|| json!({ "name": "before" })),
            revision_after: Some(3),
        }
    }

    fn state(name: &str, revision: i64, references: Vec<Reference>) -> PresentState {
        PresentState {
            name: name.to_owned(),
            revision,
            changed_by: Some("Ana Example".to_owned()),
            references,
        }
    }

    fn told(steps: &[UndoStep]) -> Vec<String> {
        let tell = |step: &UndoStep| {
            let act = match &step.act {
                UndoAct::Delete { revision } => format!("delete {revision}"),
                UndoAct::Restore { before, .. } => format!("restore {}", before["name"]),
                UndoAct::Keep { reason } => format!("keep: {reason}"),
            };
            format!("{} {act}", step.name)
        };
        steps.iter().map(tell).collect()
    }

    #[test]
    fn an_undo_is_complete_when_nothing_changed_since() {
        let rows = [
            row(ImportTarget::Sites, 1, ImportOutcome::Inserted),
            row(PERSON, 2, ImportOutcome::Inserted),
            row(NUMBER, 3, ImportOutcome::Inserted),
            row(NUMBER, 4, ImportOutcome::Updated),
            row(NUMBER, 5, ImportOutcome::Unchanged),
            row(NUMBER, 6, ImportOutcome::Rejected),
        ];
        let held = Reference::Entity {
            entity: NUMBER,
            id: Uuid::from_u128(3),
            name: "+12142220100".to_owned(),
        };
        let lives = Reference::Entity {
            entity: PERSON,
            id: Uuid::from_u128(2),
            name: "Ana".to_owned(),
        };
        let now = HashMap::from([
            (
                (ImportTarget::Sites, Uuid::from_u128(1)),
                state("Plano", 3, vec![lives]),
            ),
            ((PERSON, Uuid::from_u128(2)), state("Ana", 3, vec![held])),
            ((NUMBER, Uuid::from_u128(3)), state("0100", 3, Vec::new())),
            ((NUMBER, Uuid::from_u128(4)), state("0101", 3, Vec::new())),
            ((NUMBER, Uuid::from_u128(5)), state("0102", 9, Vec::new())),
        ]);
        assert_eq!(
            told(&plan_undo(&rows, &now)),
            [
                "0101 restore \"before\"",
                "0100 delete 3",
                "Ana delete 3",
                "Plano delete 3"
            ]
        );
    }

    #[test]
    fn what_somebody_built_on_stays_with_the_reason_and_so_does_what_it_rests_on() {
        let rows = [
            row(PERSON, 2, ImportOutcome::Inserted),
            row(NUMBER, 3, ImportOutcome::Inserted),
            row(NUMBER, 4, ImportOutcome::Updated),
            row(NUMBER, 5, ImportOutcome::Inserted),
        ];
        let held = Reference::Entity {
            entity: NUMBER,
            id: Uuid::from_u128(3),
            name: "+12142220100".to_owned(),
        };
        let order = Reference::PortOrder {
            name: "PON-123".to_owned(),
        };
        let now = HashMap::from([
            ((PERSON, Uuid::from_u128(2)), state("Ana", 3, vec![held])),
            ((NUMBER, Uuid::from_u128(3)), state("0100", 4, vec![order])),
            ((NUMBER, Uuid::from_u128(4)), state("0101", 4, Vec::new())),
        ]);
        assert_eq!(
            told(&plan_undo(&rows, &now)),
            [
                "0101 keep: It was changed by Ana Example after the import.",
                "0100 keep: It entered the order PON-123.",
                "Ana keep: It holds the number +12142220100.",
            ],
            "the number that is gone already needs no step"
        );
    }

    #[test]
    fn an_entity_that_two_rows_wrote_goes_back_to_before_the_first() {
        let mut second = row(NUMBER, 3, ImportOutcome::Updated);
        second.revision_after = Some(4);
        second.before = Some(json!({ "name": "between" }));
        let rows = [row(NUMBER, 3, ImportOutcome::Inserted), second.clone()];
        let now = HashMap::from([((NUMBER, Uuid::from_u128(3)), state("0100", 4, Vec::new()))]);
        assert_eq!(told(&plan_undo(&rows, &now)), ["0100 delete 4"]);
        let rows = [row(NUMBER, 3, ImportOutcome::Updated), second];
        assert_eq!(told(&plan_undo(&rows, &now)), ["0100 restore \"before\""]);
    }
}
