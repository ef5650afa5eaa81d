//! What a sheet lists, judged by the columns that each kind of list would find in it.

use super::ImportField::{self, *};
use super::assign::assign;
use super::suggest::{Facts, options};
use super::words::words;
use super::{ColumnMap, synonyms};
use crate::enums::ImportTarget;

/// The kinds of list that are guessed; a losing carrier's record is only ever chosen.
const GUESSED: [ImportTarget; 9] = [
    ImportTarget::PhoneNumbers,
    ImportTarget::EndUsers,
    ImportTarget::CallQueues,
    ImportTarget::AutoAttendants,
    ImportTarget::Sites,
    ImportTarget::ResourceAccounts,
    ImportTarget::CallQueueAgents,
    ImportTarget::CallQueueGroups,
    ImportTarget::PortOrderEvents,
];

/// Words of a tab or file name that say what it lists.
const NAMES: &[(ImportTarget, &[&str])] = &[
    (
        ImportTarget::CallQueues,
        &["queue", "hunt", "warteschlange", "cola"],
    ),
    (ImportTarget::AutoAttendants, &["attendant", "aa", "ivr", "menu"]),
    (
        ImportTarget::Sites,
        &["site", "location", "standort", "sede", "branch"],
    ),
    (ImportTarget::ResourceAccounts, &["resource"]),
    (ImportTarget::CallQueueAgents, &["agent"]),
    (
        ImportTarget::EndUsers,
        &["user", "employee", "people", "staff", "mitarbeiter", "benutzer"],
    ),
    (
        ImportTarget::PhoneNumbers,
        &["number", "did", "tn", "inventory", "rufnummer"],
    ),
    (ImportTarget::PortOrderEvents, &["lsr", "pon"]),
];

/// The kind of list that fits best, and its columns.
pub(super) fn guess(facts: &[Facts], sheet_name: &str) -> (ImportTarget, Vec<ColumnMap>) {
    let named = words(sheet_name);
    let mut best: Option<(i32, ImportTarget, Vec<ColumnMap>)> = None;
    for target in GUESSED {
        let columns = columns(facts, target);
        let sum = points(target, &columns, facts) + name_points(target, &named);
        if best.as_ref().is_none_or(|(found, ..)| sum > *found) {
            best = Some((sum, target, columns));
        }
    }
    best.map_or(
        (ImportTarget::PhoneNumbers, Vec::new()),
        |(_, target, columns)| (target, columns),
    )
}

/// The columns as a list of `target`, no format being known.
pub(super) fn columns(facts: &[Facts], target: ImportTarget) -> Vec<ColumnMap> {
    let options: Vec<_> = facts.iter().map(|facts| options(facts, target, None)).collect();
    assign(facts, &options)
}

fn name_points(target: ImportTarget, named: &[String]) -> i32 {
    let fits = NAMES
        .iter()
        .any(|(own, names)| *own == target && names.iter().any(|name| named.iter().any(|word| word == name)));
    i32::from(fits) * 3
}

/// What speaks for a kind of list: fields that only it has weigh more; without its identity it scores nothing.
fn points(target: ImportTarget, columns: &[ColumnMap], facts: &[Facts]) -> i32 {
    let has = |field: ImportField| columns.iter().any(|column| column.field == Some(field));
    let count = |fields: &[ImportField]| fields.iter().filter(|field| has(**field)).count() as i32;
    let headed = |field: ImportField, first: ImportField| {
        columns
            .iter()
            .zip(facts)
            .any(|(column, facts)| column.field == Some(field) && leads(facts, first))
    };
    match target {
        ImportTarget::PhoneNumbers => {
            let porting = [
                PortingStatus,
                FocDate,
                Carrier,
                Btn,
                QuantityCheck,
                RateCenter,
                Disposition,
                OrderDate,
                Usage,
                Pon,
            ];
            let list = i32::from(has(E164)) * 10 + count(&porting) * 5 + count(&[NumberType]) * 4;
            list + count(&[Description, Site, Extension, AssignedToUpn, Notes])
        }
        ImportTarget::EndUsers => {
            let person =
                count(&[Upn, UserKey]) * 4 + count(&[FirstName, LastName]) * 5 + count(&[DisplayName]) * 2;
            let work = count(&[
                Department,
                JobTitle,
                LicenseSku,
                UsageLocation,
                VoiceRoutingPolicy,
                DialPlan,
            ]) * 3;
            let plain = count(&[E164, Extension, Site, Email, CutoverDate, Notes]);
            let known =
                has(Upn) || has(UserKey) || has(FirstName) || has(LastName) || is_named(columns, facts);
            if known { 10 + person + work + plain } else { 0 }
        }
        ImportTarget::CallQueues => {
            let own = [
                RoutingMethod,
                TimeoutSeconds,
                TimeoutAction,
                TimeoutTarget,
                OverflowThreshold,
                OverflowAction,
                OverflowTarget,
                AgentAlertSeconds,
            ];
            let queue = headed(Name, Name) || headed(Name, CallQueue);
            let some = count(&own) * 5 + count(&[Agent, AgentGroup]) * 6;
            let certain = i32::from(headed(Name, Name) && queue) * 8;
            if has(Name) && (some > 0 && (queue || some >= 10) || headed(Name, Name) && has(E164)) {
                8 + some + certain + count(&[E164, Extension, Greeting, Language, Upn])
            } else {
                0
            }
        }
        ImportTarget::AutoAttendants => {
            let own = count(&[AfterHours, Operator, Greeting, Holidays, BusinessHours]) * 4;
            let named = headed(Name, AutoAttendant)
                || columns.iter().zip(facts).any(|(column, facts)| {
                    column.field == Some(Name)
                        && matches!(
                            facts.known.map(|known| known.meaning),
                            Some(synonyms::Meaning::Fields([Name, AutoAttendant]))
                        )
                });
            let menu = i32::from(has(MenuOption)) * 12;
            if has(Name) && (menu > 0 || named) {
                8 + menu + own + i32::from(named) * 8
            } else {
                0
            }
        }
        ImportTarget::Sites => {
            let address = count(&[Street, City, State, PostalCode]) * 5;
            let rest = count(&[
                Country,
                TimeZone,
                MainNumber,
                LegacyPbx,
                BusinessHours,
                SiteCode,
                HouseNumber,
            ]) * 3;
            let other = facts.iter().any(|facts| {
                leads(facts, FirstName) || leads(facts, Upn) || leads(facts, FocDate) || leads(facts, Btn)
            });
            if has(Name) && (address >= 10 || address + rest >= 9) && !other {
                8 + address + rest
            } else {
                0
            }
        }
        ImportTarget::ResourceAccounts => {
            let own = count(&[AccountType, CallQueue, AutoAttendant]) * 9;
            if has(Upn) && own > 0 && !has(FurtherNumber) {
                8 + own + count(&[E164, DisplayName])
            } else {
                0
            }
        }
        ImportTarget::CallQueueAgents => {
            let pair = has(Agent) && (has(CallQueue) || has(AgentGroup));
            if pair {
                12 + count(&[AgentPosition]) * 6 + count(&[CallQueue, AgentGroup, Agent]) * 3
            } else {
                0
            }
        }
        ImportTarget::CallQueueGroups => {
            let pair = has(CallQueue) && has(AgentGroup);
            if pair { 11 + count(&[AgentPosition]) * 5 } else { 0 }
        }
        ImportTarget::PortOrderEvents => {
            let inventory = facts.iter().any(|facts| {
                [
                    NumberType,
                    Usage,
                    Description,
                    Disposition,
                    Site,
                    FirstName,
                    LastName,
                    Upn,
                ]
                .iter()
                .any(|field| leads(facts, *field))
            });
            let news = has(OrderStatus) || has(RejectReason) || has(FocDate);
            if has(Pon) && news && !inventory {
                40 + count(&[OrderStatus, RejectReason, FocDate]) * 5
            } else {
                0
            }
        }
        ImportTarget::LosingAccountNumbers => 0,
    }
}

/// Whether the header of a column names `field` before any other.
fn leads(facts: &Facts, field: ImportField) -> bool {
    let fields = match facts.known.map(|known| known.meaning) {
        Some(synonyms::Meaning::Fields(fields)) => fields,
        Some(synonyms::Meaning::LeftOut(_)) | None => return false,
    };
    fields.first() == Some(&field)
}

/// A display name makes a list of people when its header or its cells speak of people.
fn is_named(columns: &[ColumnMap], facts: &[Facts]) -> bool {
    let named = columns
        .iter()
        .zip(facts)
        .find(|(column, _)| column.field == Some(DisplayName));
    named.is_some_and(|(_, facts)| {
        let people = facts.content.share(super::content::Kind::People);
        !facts.header.is_empty() && (people >= 50 || (leads(facts, DisplayName) && facts.content.filled == 0))
    })
}
