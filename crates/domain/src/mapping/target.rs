//! What a sheet lists, judged by the columns that each kind of list would find in it.

use super::ColumnMap;
use super::ImportField::{self, *};
use super::assign::assign;
use super::candidate::Facts;
use super::content::Kind;
use super::suggest::options;
use super::survey_sheets;
use super::words::words;
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
    if let Some(found) = survey_sheets::guess(facts, sheet_name) {
        return found;
    }
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

/// A list judged as one kind: its columns, and what their headers say.
struct Judged<'a> {
    columns: &'a [ColumnMap],
    facts: &'a [Facts],
}

impl Judged<'_> {
    fn has(&self, field: ImportField) -> bool {
        self.columns.iter().any(|column| column.field == Some(field))
    }

    fn count(&self, fields: &[ImportField]) -> i32 {
        fields.iter().filter(|field| self.has(**field)).count() as i32
    }

    /// Whether any header names one of the fields before all others.
    fn led(&self, fields: &[ImportField]) -> bool {
        self.facts
            .iter()
            .any(|facts| fields.iter().any(|field| leads(facts, *field)))
    }

    /// Whether the column with the name has a header that belongs to `other` as well.
    fn named_as(&self, other: ImportField) -> bool {
        let named = self
            .columns
            .iter()
            .zip(self.facts)
            .filter(|(column, _)| column.field == Some(Name));
        named
            .into_iter()
            .any(|(_, facts)| facts.fields().contains(&other))
    }

    /// Whether the status is none of a port: accounts and phones have one too.
    fn has_foreign_status(&self) -> bool {
        let status = self.fact_of(PortingStatus).map(|facts| &facts.content);
        status.is_some_and(|content| content.filled > 0 && content.share(Kind::Statuses) == 0)
    }

    /// Whether the rows have a name of their own beside that of their site.
    fn stands_at_a_site(&self) -> bool {
        let own = self.fact_of(Name);
        let names_site = |facts: &Facts| facts.fields().contains(&Site);
        own.is_some_and(|name| {
            let other = self
                .facts
                .iter()
                .any(|facts| facts.index != name.index && names_site(facts));
            !names_site(name) && other
        })
    }

    fn fact_of(&self, field: ImportField) -> Option<&Facts> {
        let mut pairs = self.columns.iter().zip(self.facts);
        pairs
            .find(|(column, _)| column.field == Some(field))
            .map(|(_, facts)| facts)
    }

    fn numbers(&self) -> i32 {
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
        let porting = self.count(&porting) - i32::from(self.has_foreign_status());
        let list = i32::from(self.has(E164)) * 10 + porting * 5 + self.count(&[NumberType]) * 4;
        list + self.count(&[Description, Site, Extension, AssignedToUpn, Notes])
    }

    fn people(&self) -> i32 {
        let identified = self.count(&[Upn, UserKey, FirstName, LastName]) > 0;
        if !identified && !is_named(self.columns, self.facts) {
            return 0;
        }
        let person = self.count(&[Upn, UserKey]) * 4 + self.count(&[FirstName, LastName]) * 5;
        let work = [
            Department,
            JobTitle,
            LicenseSku,
            UsageLocation,
            VoiceRoutingPolicy,
            DialPlan,
        ];
        let plain = [E164, Extension, Site, Email, CutoverDate, Notes];
        10 + person + self.count(&[DisplayName]) * 2 + self.count(&work) * 3 + self.count(&plain)
    }

    fn queues(&self) -> i32 {
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
        let some = self.count(&own) * 5 + self.count(&[Agent, AgentGroup]) * 6;
        let queue = self.named_as(CallQueue);
        // "Queue name" is a list of queues; "Queue" may head a list of anything in a queue.
        let certain = queue && self.led(&[Name]);
        let worked = some > 0 && (queue || some >= 10);
        // Three columns that only queues have are enough even where their names stand below an unknown header.
        let plainly = self.count(&own) >= 3;
        if plainly || (self.has(Name) && (worked || (certain && self.has(E164)))) {
            8 + some + i32::from(certain) * 8 + self.count(&[E164, Extension, Greeting, Language, Upn])
        } else {
            0
        }
    }

    fn attendants(&self) -> i32 {
        let named = i32::from(self.named_as(AutoAttendant));
        // Unknown headers that end with a key are a menu where something else speaks of an attendant.
        let certain = self.led(&[MenuOption, AfterHours, Operator, Greeting]);
        let menu = i32::from(certain && self.has(MenuOption));
        if self.has(Name) && menu + named > 0 {
            let own = self.count(&[AfterHours, Operator, Greeting, Holidays, BusinessHours]);
            8 + menu * 12 + named * 8 + own * 4
        } else {
            0
        }
    }

    fn sites(&self) -> i32 {
        let address = self.count(&[Street, City, State, PostalCode]) * 5;
        let own = [
            Country,
            TimeZone,
            MainNumber,
            LegacyPbx,
            BusinessHours,
            SiteCode,
            HouseNumber,
        ];
        let rest = self.count(&own) * 3;
        let enough = address >= 10 || address + rest >= 9;
        if self.has(Name) && enough && !self.led(&[FirstName, Upn, FocDate, Btn]) && !self.stands_at_a_site()
        {
            8 + address + rest
        } else {
            0
        }
    }

    fn accounts(&self) -> i32 {
        let own = self.count(&[AccountType, CallQueue, AutoAttendant]) * 9;
        if self.has(Upn) && own > 0 && !self.has(FurtherNumber) && !self.repeats(Upn) {
            8 + own + i32::from(self.typed_as_accounts()) * 15 + self.count(&[E164, DisplayName])
        } else {
            0
        }
    }

    /// Whether the cells of the column of `field` occur in several rows each.
    fn repeats(&self, field: ImportField) -> bool {
        let mut columns = self.columns.iter().zip(self.facts);
        columns.any(|(column, facts)| column.field == Some(field) && !facts.content.is_distinct())
    }

    /// Whether a column says of nearly every row which of the two kinds of resource account it is.
    fn typed_as_accounts(&self) -> bool {
        let mut typed = self.columns.iter().zip(self.facts);
        typed.any(|(column, facts)| {
            column.field == Some(AccountType) && facts.content.share(Kind::AccountTypes) >= 80
        })
    }

    fn agents(&self) -> i32 {
        let of = self.count(&[CallQueue, AgentGroup]);
        if self.has(Agent) && of > 0 {
            let offered = self.count(&[RoutingMethod, AgentAlertSeconds]);
            15 + of * 3 + (self.count(&[AgentPosition]) + offered) * 6
        } else {
            0
        }
    }

    fn groups(&self) -> i32 {
        let pair = self.has(CallQueue) && self.has(AgentGroup);
        if pair {
            11 + self.count(&[AgentPosition]) * 5
        } else {
            0
        }
    }

    fn events(&self) -> i32 {
        let inventory = [
            NumberType,
            Usage,
            Description,
            Disposition,
            Site,
            FirstName,
            LastName,
            Upn,
        ];
        let news = self.count(&[OrderStatus, RejectReason, FocDate]);
        if self.has(Pon) && news > 0 && !self.led(&inventory) {
            40 + news * 5
        } else {
            0
        }
    }
}

/// What speaks for a kind of list: fields that only it has weigh more; without its identity it scores nothing.
fn points(target: ImportTarget, columns: &[ColumnMap], facts: &[Facts]) -> i32 {
    let judged = Judged { columns, facts };
    match target {
        ImportTarget::PhoneNumbers => judged.numbers(),
        ImportTarget::EndUsers => judged.people(),
        ImportTarget::CallQueues => judged.queues(),
        ImportTarget::AutoAttendants => judged.attendants(),
        ImportTarget::Sites => judged.sites(),
        ImportTarget::ResourceAccounts => judged.accounts(),
        ImportTarget::CallQueueAgents => judged.agents(),
        ImportTarget::CallQueueGroups => judged.groups(),
        ImportTarget::PortOrderEvents => judged.events(),
        // Chosen, or told by `survey_sheets`.
        ImportTarget::LosingAccountNumbers
        | ImportTarget::EmergencyLocations
        | ImportTarget::NetworkSegments
        | ImportTarget::Circuits
        | ImportTarget::SpecialLines
        | ImportTarget::Devices
        | ImportTarget::Licenses
        | ImportTarget::Contacts => 0,
    }
}

/// Whether the header of a column names `field` before any other.
fn leads(facts: &Facts, field: ImportField) -> bool {
    facts.fields().first() == Some(&field)
}

/// A display name makes a list of people when its header or its cells speak of people. Where the rows have
/// extensions and no numbers, a few are enough: nothing but people can be kept without a number.
fn is_named(columns: &[ColumnMap], facts: &[Facts]) -> bool {
    let named = columns
        .iter()
        .zip(facts)
        .find(|(column, _)| column.field == Some(DisplayName));
    let has = |field| columns.iter().any(|column| column.field == Some(field));
    let least = if has(Extension) && !has(E164) { 25 } else { 50 };
    named.is_some_and(|(_, facts)| {
        let people = facts.content.share(Kind::People);
        !facts.header.is_empty()
            && (people >= least || (leads(facts, DisplayName) && facts.content.filled == 0))
    })
}
