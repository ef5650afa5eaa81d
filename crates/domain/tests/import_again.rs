//! Importing again: what an import stored, written out as cells and read back, changes nothing.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "a test looks at the variants it makes"
)]

mod listing;

use std::collections::BTreeMap;

use listing::{Listing, planned};

use portflow_domain::enums::{ImportOutcome, ImportTarget, ResourceAccountType};
use portflow_domain::ids::*;
use portflow_domain::import::*;
use portflow_domain::mapping::ImportField;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

/// A migration in memory: what committing a plan leaves.
#[derive(Default)]
struct Stored {
    people: Vec<ExistingPerson>,
    numbers: BTreeMap<String, ExistingNumber>,
    accounts: Vec<ExistingResourceAccount>,
    queues: Vec<ExistingQueue>,
    attendants: Vec<ExistingAttendant>,
    sites: Vec<ExistingSite>,
    account_numbers: Vec<ExistingAccountNumber>,
}

fn id(index: usize) -> Uuid {
    Uuid::from_u128(index as u128 + 1)
}

fn said(values: &impl serde::Serialize) -> Option<Value> {
    Some(serde_json::to_value(values).unwrap())
}

impl Stored {
    /// Commits a plan in which everything is new.
    fn commit(plan: &ImportPlan) -> Self {
        let mut stored = Self::default();
        for (index, planned) in plan.records.iter().enumerate() {
            assert_eq!(planned.outcome, ImportOutcome::Inserted, "{planned:?}");
            match planned.record.values.as_ref().unwrap() {
                RecordValues::PhoneNumber(number) => stored.number(index, number),
                RecordValues::EndUser(person) => stored.people.push(ExistingPerson {
                    id: EndUserId::from_uuid(id(index)),
                    revision: 1,
                    values: PersonValues {
                        display_name: Some(person.display_name_or_default()),
                        ..person.as_ref().clone()
                    },
                    last_import: said(person),
                }),
                RecordValues::ResourceAccount(account) => stored.accounts.push(ExistingResourceAccount {
                    id: ResourceAccountId::from_uuid(id(index)),
                    revision: 1,
                    values: account.as_ref().clone(),
                    last_import: said(account),
                }),
                RecordValues::CallQueue(queue) => stored.queues.push(ExistingQueue {
                    id: CallQueueId::from_uuid(id(index)),
                    revision: 1,
                    values: CallQueueValues {
                        timeout_seconds: queue.timeout_seconds.or(Some(1200)),
                        overflow_threshold: queue.overflow_threshold.or(Some(50)),
                        ..queue.as_ref().clone()
                    },
                    agents: Vec::new(),
                    last_import: said(queue),
                }),
                RecordValues::AutoAttendant(attendant) => stored.attendants.push(ExistingAttendant {
                    id: AutoAttendantId::from_uuid(id(index)),
                    revision: 1,
                    values: attendant.as_ref().clone(),
                    last_import: said(attendant),
                }),
                RecordValues::Site(site) => stored.sites.push(ExistingSite {
                    id: SiteId::from_uuid(id(index)),
                    revision: 1,
                    values: site.as_ref().clone(),
                    last_import: said(site),
                }),
                RecordValues::LosingAccountNumber(number) => {
                    stored.account_numbers.push(ExistingAccountNumber {
                        id: LosingAccountNumberId::from_uuid(id(index)),
                        revision: 1,
                        values: number.as_ref().clone(),
                        last_import: said(number),
                    });
                }
                RecordValues::CallQueueAgent(_)
                | RecordValues::PortOrderEvent(_)
                | RecordValues::SiteRow(_) => {}
            }
        }
        stored.holders(plan);
        stored.agents(plan);
        stored
    }

    fn number(&mut self, index: usize, number: &NumberValues) {
        let values = NumberValues {
            number_type: Some(number.number_type_or_default()),
            usage: Some(number.usage_or_default()),
            disposition: Some(number.disposition_or_default()),
            notes: number.notes_to_store(),
            ..number.clone()
        };
        let existing = ExistingNumber {
            id: PhoneNumberId::from_uuid(id(index)),
            revision: 1,
            values,
            resource_account: None,
            in_open_order: false,
            last_import: said(number),
        };
        self.numbers.insert(number.e164.to_string(), existing);
    }

    /// The numbers that people and accounts carry.
    fn holders(&mut self, plan: &ImportPlan) {
        for (index, planned) in plan.records.iter().enumerate() {
            let (number, person, account) = match planned.record.values.as_ref().unwrap() {
                RecordValues::EndUser(person) => (person.e164.clone(), Some(person.key().to_owned()), None),
                RecordValues::ResourceAccount(account) => {
                    (account.e164.clone(), None, Some(account.upn.clone()))
                }
                _ => continue,
            };
            let Some(number) = number else { continue };
            match planned.number_step.unwrap() {
                NumberStep::Insert => self.number(1000 + index, &NumberValues::of(number.clone().into())),
                NumberStep::OfRecord { index } => {
                    assert_eq!(plan.records[index].record.entity, ImportTarget::PhoneNumbers);
                }
                step => panic!("{step:?} in a first import"),
            }
            let stored = self.numbers.get_mut(number.as_str()).unwrap();
            stored.values.assigned_to = person;
            stored.resource_account = account;
        }
    }

    fn agents(&mut self, plan: &ImportPlan) {
        for (index, planned) in plan.records.iter().enumerate() {
            if let Some(RecordValues::CallQueueAgent(agent)) = &planned.record.values {
                let key = agent.person.as_deref().unwrap();
                let person = self.people.iter().find(|person| person.values.key() == key);
                let person = person.unwrap().id;
                let queue = self
                    .queues
                    .iter_mut()
                    .find(|queue| queue.values.name == agent.queue);
                queue.unwrap().agents.push(ExistingAgent {
                    id: CallQueueAgentId::from_uuid(id(index)),
                    revision: 1,
                    person,
                    position: agent.position,
                    last_import: said(agent),
                });
            }
        }
    }

    fn existing(&self) -> Existing {
        let mut existing = Existing::default();
        self.people
            .iter()
            .cloned()
            .for_each(|row| existing.add_person(row));
        self.numbers
            .values()
            .cloned()
            .for_each(|row| existing.add_number(row));
        self.accounts
            .iter()
            .cloned()
            .for_each(|row| existing.add_resource_account(row));
        self.queues
            .iter()
            .cloned()
            .for_each(|row| existing.add_queue(row));
        self.attendants
            .iter()
            .cloned()
            .for_each(|row| existing.add_attendant(row));
        self.sites.iter().cloned().for_each(|row| existing.add_site(row));
        self.account_numbers
            .iter()
            .cloned()
            .for_each(|row| existing.add_account_number(row));
        existing
    }

    /// Everything that is stored, written as the sheets that would bring it.
    fn export(&self, listings: &[Listing]) -> Vec<Listing> {
        let export = |listing: &Listing| {
            let stored: Vec<Value> = match listing.target {
                ImportTarget::PhoneNumbers => self.numbers.values().map(|row| json!(row.values)).collect(),
                ImportTarget::EndUsers => self.people.iter().map(|row| json!(row.values)).collect(),
                ImportTarget::ResourceAccounts => self.accounts.iter().map(|row| json!(row.values)).collect(),
                ImportTarget::CallQueues => self.queues.iter().map(|row| self.queue_cells(row)).collect(),
                ImportTarget::AutoAttendants => self.attendants.iter().map(|row| json!(row.values)).collect(),
                ImportTarget::Sites => self.sites.iter().map(|row| json!(row.values)).collect(),
                _ => self.account_numbers.iter().map(|row| json!(row.values)).collect(),
            };
            let cells = |values: &Value| {
                listing
                    .fields
                    .iter()
                    .map(|field| cell_of(values, *field))
                    .collect()
            };
            Listing {
                target: listing.target,
                fields: listing.fields.clone(),
                rows: stored.iter().map(cells).collect(),
            }
        };
        listings.iter().map(export).collect()
    }

    fn queue_cells(&self, queue: &ExistingQueue) -> Value {
        let mut values = json!(queue.values);
        let mut agents = queue.agents.clone();
        agents.sort_by_key(|agent| agent.position);
        let upn = |agent: &ExistingAgent| {
            let person = self.people.iter().find(|person| person.id == agent.person);
            person.unwrap().values.key().to_owned()
        };
        let named: Vec<String> = agents.iter().map(upn).collect();
        values["agent"] = Value::from(named.join("; "));
        values
    }
}

/// The cell that says what is stored in a field.
fn cell_of(values: &Value, field: ImportField) -> String {
    let name = match field {
        ImportField::Extension => "legacyExtension".to_owned(),
        ImportField::SiteCode => "code".to_owned(),
        ImportField::Carrier => "currentCarrier".to_owned(),
        ImportField::AssignedToUpn => "assignedTo".to_owned(),
        field => {
            let code = field.to_string();
            let mut parts = code.split('_');
            let first = parts.next().unwrap().to_owned();
            parts.fold(first, |name, part| {
                let (head, rest) = part.split_at(1);
                name + &head.to_uppercase() + rest
            })
        }
    };
    match &values[&name] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(greeting) => greeting["text"].as_str().unwrap().to_owned(),
        other => other.to_string(),
    }
}

/// A word, or nothing.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[A-Z][a-zé]{2,8}( [A-Z][a-z]{2,6})?"]
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

/// A table with as many rows as `rows`; each cell comes from its place and a row of random words.
fn table(
    target: ImportTarget,
    fields: &[ImportField],
    words: &[Vec<String>],
    cell: impl Fn(usize, ImportField, &str) -> String,
) -> Listing {
    let row = |(index, words): (usize, &Vec<String>)| {
        let cells = fields.iter().zip(words.iter().cycle());
        cells.map(|(field, word)| cell(index, *field, word)).collect()
    };
    Listing {
        target,
        fields: fields.to_vec(),
        rows: words.iter().enumerate().map(row).collect(),
    }
}

/// A number of a block of its own for each kind.
fn number(block: usize, index: usize) -> String {
    format!("+1214222{:04}", block * 100 + index)
}

#[allow(clippy::too_many_lines, reason = "one list per kind of row")]
fn listings(words: &[Vec<String>], codes: &[String], merge: bool) -> Vec<Listing> {
    use ImportField::*;
    let code = |index: usize| codes[index % codes.len()].clone();
    let person = |index: usize| format!("p{index}@example.com");
    vec![
        table(
            ImportTarget::Sites,
            &[Name, SiteCode, Street, City, State, PostalCode, Notes],
            words,
            |index, field, word| match field {
                Name => format!("Site {index}"),
                PostalCode => format!("752{index:02}"),
                _ => word.to_owned(),
            },
        ),
        table(
            ImportTarget::EndUsers,
            &[
                Upn,
                DisplayName,
                FirstName,
                LastName,
                Department,
                JobTitle,
                Extension,
                E164,
                Site,
                Notes,
            ],
            words,
            |index, field, word| match field {
                Upn => person(index),
                Extension => format!("{}", 100 + index),
                E164 if word.is_empty() => String::new(),
                E164 => number(1, index),
                Site => format!("Site {index}"),
                _ => word.to_owned(),
            },
        ),
        table(
            ImportTarget::CallQueues,
            &[
                Name,
                RoutingMethod,
                TimeoutSeconds,
                OverflowThreshold,
                Greeting,
                Agent,
            ],
            words,
            |index, field, word| match field {
                Name => format!("Queue {index}"),
                RoutingMethod => code(index),
                TimeoutSeconds if word.is_empty() => String::new(),
                TimeoutSeconds | OverflowThreshold => format!("{}", 10 + index),
                Agent if index > 0 => format!("{}; {}", person(index), person(index - 1)),
                Agent => person(0),
                _ => word.to_owned(),
            },
        ),
        table(
            ImportTarget::AutoAttendants,
            &[Name, Greeting],
            words,
            |index, field, word| match field {
                Name => format!("Attendant {index}"),
                _ => word.to_owned(),
            },
        ),
        table(
            ImportTarget::ResourceAccounts,
            &[Upn, DisplayName, AccountType, CallQueue, E164],
            words,
            |index, field, word| match field {
                Upn => format!("ra{index}@example.com"),
                AccountType => ResourceAccountType::CallQueue.to_string(),
                CallQueue => format!("Queue {index}"),
                E164 if word.is_empty() => String::new(),
                E164 => number(3, index),
                _ => word.to_owned(),
            },
        ),
        table(
            ImportTarget::PhoneNumbers,
            &[E164, Description, RateCenter, AssignedToUpn, Notes],
            words,
            |index, field, word| match field {
                E164 => number(if merge { 1 + index % 3 } else { 2 }, index),
                AssignedToUpn if word.is_empty() || merge => String::new(),
                AssignedToUpn => person(index),
                _ => word.to_owned(),
            },
        ),
        table(
            ImportTarget::LosingAccountNumbers,
            &[E164, Btn],
            words,
            |index, field, _| match field {
                E164 => number(4, index),
                _ => "2142220400".to_owned(),
            },
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_imported_and_written_out_comes_back_unchanged(
        words in prop::collection::vec(prop::collection::vec(word(), 10), 1..7),
        codes in prop::collection::vec(one_of(&["round_robin", "longest_idle", "serial"]), 1..4),
        merge in any::<bool>(),
    ) {
        let listings = listings(&words, &codes, merge);
        let first = planned(&listings, &Existing::default());
        let stored = Stored::commit(&first);
        let existing = stored.existing();
        for again in [planned(&listings, &existing), planned(&stored.export(&listings), &existing)] {
            for planned in &again.records {
                prop_assert_eq!(planned.outcome, ImportOutcome::Unchanged, "{:?}", planned);
                prop_assert!(planned.conflicts.is_empty(), "{:?}", planned);
            }
            let counts = &again.counts;
            prop_assert_eq!(counts.unchanged, counts.records);
        }
        let twice = planned(&listings, &Existing::default());
        prop_assert_eq!(fingerprint(&first), fingerprint(&twice));
        prop_assert_eq!(first, twice);
    }
}
