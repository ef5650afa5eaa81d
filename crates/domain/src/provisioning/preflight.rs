//! The checks made before a script is written. Each looks at the facts alone; what only the tenant knows (who
//! holds a number today, whether it is in the inventory) is checked by the script itself.

use std::collections::BTreeMap;

use super::facts::{AssignmentFacts, CutoverFacts, location_id, policy, present, sorted};
use super::problem::{ProvisioningProblem, ProvisioningProblemCode as Code};
use super::script_text::{ScriptText, UnsafeText};
use crate::coded::Labelled;
use crate::enums::{PortOrderStatus, RoutingType};

/// Every problem of the facts: first what concerns the whole script, then person by person in the order in
/// which the script would treat them. Empty when there is nothing to say.
pub fn preflight(facts: &CutoverFacts) -> Vec<ProvisioningProblem> {
    let rows = sorted(&facts.rows);
    let mut problems = Vec::new();
    check_texts(facts, &mut problems);
    check_tenant(facts, &mut problems);
    check_order(facts, &mut problems);
    if rows.is_empty() {
        problems.push(ProvisioningProblem::new(Code::NoAssignments));
    }
    for row in &rows {
        check_row_texts(row, &mut problems);
        check_identity(row, facts.routing_type, &mut problems);
        check_settings(row, facts.routing_type, &mut problems);
    }
    check_uniqueness(&rows, &mut problems);
    check_base_numbers(&rows, &mut problems);
    problems
}

fn check_texts(facts: &CutoverFacts, problems: &mut Vec<ProvisioningProblem>) {
    let reference = facts.order.as_ref().map_or("", |order| order.reference.as_str());
    let texts = [
        ("customer name", facts.customer_name.as_str()),
        ("migration", facts.migration_path.as_str()),
        (
            "tenant domain",
            facts.tenant_domain.as_deref().unwrap_or_default(),
        ),
        ("order reference", reference),
    ];
    for (field, text) in texts {
        if let Err(unsafe_text) = ScriptText::single_line(text) {
            problems.push(unsafe_problem(field, unsafe_text));
        }
    }
}

fn unsafe_problem(field: &str, UnsafeText(hazard): UnsafeText) -> ProvisioningProblem {
    ProvisioningProblem::new(Code::UnsafeText).detail(format!("U+{:04X} in the {field}", u32::from(hazard)))
}

fn check_tenant(facts: &CutoverFacts, problems: &mut Vec<ProvisioningProblem>) {
    let (id, domain) = (present(&facts.tenant_id), present(&facts.tenant_domain));
    match (id, domain) {
        (Some(id), _) if uuid::Uuid::parse_str(id).is_err() => {
            problems.push(ProvisioningProblem::new(Code::TenantIdInvalid));
        }
        (Some(_), _) => {}
        (None, Some(_)) => problems.push(ProvisioningProblem::new(Code::TenantIdMissing)),
        (None, None) => problems.push(ProvisioningProblem::new(Code::TenantUnknown)),
    }
    if domain.is_some_and(|domain| !is_domain(domain)) {
        problems.push(ProvisioningProblem::new(Code::TenantDomainInvalid));
    }
}

fn check_order(facts: &CutoverFacts, problems: &mut Vec<ProvisioningProblem>) {
    use PortOrderStatus as S;
    let Some(order) = &facts.order else {
        problems.push(ProvisioningProblem::new(Code::OrderMissing));
        return;
    };
    let code = match order.status {
        S::Cancelled | S::Failed | S::SnappedBack => Some(Code::OrderOver),
        S::Rejected | S::Jeopardy | S::CancelRequested => Some(Code::OrderInDoubt),
        S::Draft
        | S::Ready
        | S::LoaRequested
        | S::LoaSigned
        | S::Submitted
        | S::FocReceived
        | S::Scheduled
        | S::PartiallyPorted
        | S::Ported
        | S::Verified
        | S::Closed => None,
    };
    if let Some(code) = code {
        problems.push(ProvisioningProblem::new(code).detail(order.status.label()));
    }
    if order.reference.trim().is_empty() {
        problems.push(ProvisioningProblem::new(Code::OrderReferenceMissing));
    }
    if order.not_before().is_none() {
        problems.push(ProvisioningProblem::new(Code::FocMissing));
    }
}

fn check_row_texts(row: &AssignmentFacts, problems: &mut Vec<ProvisioningProblem>) {
    let texts = [
        ("display name", row.display_name.as_str()),
        (
            "voice routing policy",
            row.voice_routing_policy.as_deref().unwrap_or_default(),
        ),
        ("dial plan", row.dial_plan.as_deref().unwrap_or_default()),
        (
            "calling policy",
            row.calling_policy.as_deref().unwrap_or_default(),
        ),
    ];
    for (field, text) in texts {
        if let Err(unsafe_text) = ScriptText::single_line(text) {
            problems.push(unsafe_problem(field, unsafe_text).person(row.label()));
        }
    }
}

/// The person, the number and whether the one can hold the other.
fn check_identity(row: &AssignmentFacts, routing: RoutingType, problems: &mut Vec<ProvisioningProblem>) {
    let mut found = |code| {
        problems.push(
            ProvisioningProblem::new(code)
                .person(row.label())
                .number(&row.line()),
        )
    };
    if !is_upn(row.upn.trim()) {
        found(Code::UpnInvalid);
    }
    if !is_e164(row.e164.trim()) {
        found(Code::NumberNotE164);
    } else if is_toll_free(row.e164.trim()) {
        found(Code::TollFreeOnPerson);
    }
    let extension = row.extension.trim();
    if !extension.is_empty() && routing != RoutingType::DirectRouting {
        found(Code::ExtensionNotSupported);
    } else if !extension.is_empty() && !is_extension(extension) {
        found(Code::ExtensionInvalid);
    }
}

fn check_settings(row: &AssignmentFacts, routing: RoutingType, problems: &mut Vec<ProvisioningProblem>) {
    let mut found = |code| problems.push(ProvisioningProblem::new(code).person(row.label()));
    if present(&row.usage_location).is_none() {
        found(Code::UsageLocationMissing);
    }
    let direct = routing == RoutingType::DirectRouting;
    match policy(&row.voice_routing_policy) {
        None if direct => found(Code::VoiceRoutingPolicyMissing),
        Some(_) if !direct => found(Code::VoiceRoutingPolicyUnused),
        Some(_) | None => {}
    }
    let given = present(&row.emergency_location).is_some();
    let usable = location_id(&row.emergency_location).is_some() && routing != RoutingType::OperatorConnect;
    if given && !usable {
        found(Code::EmergencyLocationNotAssigned);
    }
}

fn check_uniqueness(rows: &[&AssignmentFacts], problems: &mut Vec<ProvisioningProblem>) {
    let mut by_line: BTreeMap<String, Vec<&AssignmentFacts>> = BTreeMap::new();
    let mut by_person: BTreeMap<String, Vec<&AssignmentFacts>> = BTreeMap::new();
    for row in rows {
        by_line.entry(row.line()).or_default().push(row);
        let upn = row.upn.trim().to_lowercase();
        if !upn.is_empty() {
            by_person.entry(upn).or_default().push(row);
        }
    }
    for (line, holders) in by_line.iter().filter(|(_, holders)| holders.len() > 1) {
        let people: Vec<&str> = holders.iter().map(|row| row.label()).collect();
        problems.push(
            ProvisioningProblem::new(Code::NumberHeldTwice)
                .number(line)
                .detail(people.join(" and ")),
        );
    }
    for (upn, rows) in by_person.iter().filter(|(_, rows)| rows.len() > 1) {
        let lines: Vec<String> = rows.iter().map(|row| row.line()).collect();
        problems.push(
            ProvisioningProblem::new(Code::PersonTwice)
                .person(upn)
                .detail(lines.join(" and ")),
        );
    }
}

/// Extensions match exactly, so a base number needs a holder of its own.
fn check_base_numbers(rows: &[&AssignmentFacts], problems: &mut Vec<ProvisioningProblem>) {
    let mut held: BTreeMap<&str, bool> = BTreeMap::new();
    for row in rows {
        *held.entry(row.e164.trim()).or_default() |= row.extension.trim().is_empty();
    }
    for (number, _) in held.iter().filter(|(_, held)| !**held) {
        problems.push(ProvisioningProblem::new(Code::BaseNumberUnheld).number(number));
    }
}

impl AssignmentFacts {
    /// What a message calls the person.
    fn label(&self) -> &str {
        match self.upn.trim() {
            "" => self.display_name.trim(),
            upn => upn,
        }
    }
}

/// `+`, a country code that does not begin with 0, and at most 15 digits in all (ITU-T E.164).
fn is_e164(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| {
        (8..=15).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_extension(text: &str) -> bool {
    text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The toll-free codes of the North American Numbering Plan that are in service.
fn is_toll_free(e164: &str) -> bool {
    const CODES: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];
    e164.len() == 12
        && e164
            .strip_prefix("+1")
            .is_some_and(|rest| CODES.iter().any(|code| rest.starts_with(code)))
}

/// The shape of a Microsoft Entra user principal name: at most 64 characters, `@`, a domain; besides letters
/// and digits only the marks Entra allows.
fn is_upn(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| {
        (1..=64).contains(&name.chars().count())
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "'.-_!#^~".contains(c))
            && !name.ends_with('.')
            && is_domain(domain)
    })
}

fn is_domain(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    text.len() <= 253
        && labels.len() >= 2
        && labels.iter().all(|label| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}
