//! Filling one record from another about the same person or number, field by field.

use std::fmt::Display;

use super::people::folded;
use super::{NumberValues, PersonValues};
use crate::mapping::ImportField;

/// A field about which two records say different things.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Contradiction {
    pub(super) field: ImportField,
    pub(super) first: String,
    pub(super) later: String,
}

/// Fills what is not known of a person; gives what both say and say differently. Numbers are left to the caller
/// where both have one.
pub(super) fn fill_person(known: &mut PersonValues, other: &PersonValues) -> Vec<Contradiction> {
    let mut found = Vec::new();
    if known.e164.is_none() {
        known.e164.clone_from(&other.e164);
        known.number_extension.clone_from(&other.number_extension);
    }
    macro_rules! fill {
        ($($field:ident: $named:ident),*) => {
            $(found.extend(fill(&mut known.$field, &other.$field, ImportField::$named));)*
        };
    }
    fill!(
        upn: Upn,
        display_name: DisplayName,
        first_name: FirstName,
        last_name: LastName,
        department: Department,
        job_title: JobTitle,
        legacy_extension: Extension,
        email: Email,
        site: Site,
        usage_location: UsageLocation,
        license_sku: LicenseSku,
        voice_routing_policy: VoiceRoutingPolicy,
        dial_plan: DialPlan,
        cutover_date: CutoverDate
    );
    // What a source calls a person is its own business; two sources may differ about it.
    if known.user_key.is_none() {
        known.user_key.clone_from(&other.user_key);
    }
    add_notes(&mut known.notes, &other.notes);
    found
}

/// Fills what is not known of a number; gives what both say and say differently.
pub(super) fn fill_number(
    known: &mut NumberValues,
    other: &NumberValues,
    same_holder: bool,
) -> Vec<Contradiction> {
    let mut found = Vec::new();
    macro_rules! fill {
        ($($field:ident: $named:ident),*) => {
            $(found.extend(fill(&mut known.$field, &other.$field, ImportField::$named));)*
        };
    }
    fill!(
        number_type: NumberType,
        usage: Usage,
        porting_status: PortingStatus,
        disposition: Disposition,
        description: Description,
        current_carrier: Carrier,
        btn: Btn,
        rate_center: RateCenter,
        foc_date: FocDate,
        order_date: OrderDate,
        legacy_extension: Extension
    );
    if !same_holder {
        found.extend(fill(
            &mut known.assigned_to,
            &other.assigned_to,
            ImportField::AssignedToUpn,
        ));
    }
    add_notes(&mut known.notes, &other.notes);
    found
}

fn fill<T: Clone + Display>(
    known: &mut Option<T>,
    other: &Option<T>,
    field: ImportField,
) -> Option<Contradiction> {
    let Some(first) = known else {
        known.clone_from(other);
        return None;
    };
    let (first, later) = (first.to_string(), other.as_ref()?.to_string());
    let differs = words(&first) != words(&later);
    differs.then_some(Contradiction { field, first, later })
}

/// The words of a text without regard to case and order: `Roe, Bob` is `Bob Roe`.
fn words(text: &str) -> Vec<String> {
    let text = folded(&text.replace(',', " "));
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    words.sort_unstable();
    words
}

/// Notes do not contradict one another: lines that are new are added.
fn add_notes(known: &mut Option<String>, other: &Option<String>) {
    let Some(other) = other else { return };
    let Some(notes) = known else {
        *known = Some(other.clone());
        return;
    };
    let new: Vec<&str> = other
        .lines()
        .filter(|line| !notes.lines().any(|old| old == *line))
        .collect();
    for line in new {
        notes.push('\n');
        notes.push_str(line);
    }
}
