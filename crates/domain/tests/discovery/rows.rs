//! Rows of a site, as little filled in as the tables allow.

use portflow_domain::entities::*;
use portflow_domain::enums::*;
use portflow_domain::ids::EntityId;
use portflow_domain::timestamp::Timestamp;
use uuid::Uuid;

pub fn id<I: EntityId>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(number))
}

pub fn at(day: u32) -> Timestamp {
    format!("2026-11-{day:02}T09:00:00Z").parse().unwrap()
}

pub fn circuit(number: u128) -> Circuit {
    Circuit {
        id: id(number),
        customer_id: id(1),
        site_id: id(2),
        losing_account_id: None,
        carrier_name: "Lumen".into(),
        kind: CircuitKind::Pri,
        circuit_id: Some("12/HCGS/1".into()),
        channels: Some(23),
        btn: None,
        contract_end: None,
        monthly_cost_cents: None,
        disconnect_on: None,
        notes: None,
        revision: 1,
        created_at: at(1),
        updated_at: at(1),
    }
}

pub fn special_line(
    number: u128,
    kind: SpecialLineKind,
    e164: Option<&str>,
    decision: SpecialLineDecision,
) -> SpecialLine {
    SpecialLine {
        id: id(number),
        customer_id: id(1),
        site_id: id(2),
        losing_account_id: None,
        kind,
        number: e164.map(Into::into),
        location: None,
        owner: None,
        decision,
        decided_by: None,
        notes: None,
        revision: 1,
        created_at: at(1),
        updated_at: at(1),
    }
}

pub fn license(number: u128, sku: &str, quantity: i64, cents: Option<i64>, is_new: bool) -> License {
    License {
        id: id(number),
        customer_id: id(1),
        site_id: id(2),
        sku: sku.into(),
        quantity,
        assigned: 0,
        monthly_cost_cents: cents,
        is_new,
        notes: None,
        revision: 1,
        created_at: at(1),
        updated_at: at(1),
    }
}

pub fn site() -> Site {
    Site {
        id: id(2),
        customer_id: id(1),
        name: "Clinic".into(),
        code: None,
        street: None,
        city: None,
        state: None,
        postal_code: None,
        country: "US".into(),
        time_zone: "America/Chicago".into(),
        main_number: None,
        legacy_pbx: None,
        business_hours: None,
        holidays: Vec::new(),
        discovery_notes: None,
        archived_at: None,
        revision: 1,
        created_at: at(1),
        updated_at: at(1),
    }
}

pub fn said(section: DiscoverySection, state: DiscoveryState) -> SectionState {
    SectionState {
        id: id(section as u128 + 100),
        customer_id: id(1),
        site_id: id(2),
        section,
        state,
        said_by: None,
        said_on: None,
        notes: None,
        revision: 1,
        created_at: at(1),
        updated_at: at(1),
    }
}

pub fn answer(question: &str, state: DiscoveryState, text: Option<&str>, day: u32) -> QuestionnaireAnswer {
    QuestionnaireAnswer {
        id: id(u128::from(day)),
        customer_id: id(1),
        site_id: id(2),
        questionnaire_id: id(3),
        question: question.into(),
        state,
        answer: text.map(Into::into),
        said_by: None,
        said_on: None,
        notes: None,
        revision: 1,
        created_at: at(1),
        updated_at: at(day),
    }
}
