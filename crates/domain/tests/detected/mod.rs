//! Sheets whose columns are guessed, and rows that are stored already, for the tests from a sheet to a plan.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses a part; a test may panic"
)]

use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::ids::{EndUserId, EntityId, PhoneNumberId};
use portflow_domain::import::*;
use portflow_domain::mapping::detect_table;
use portflow_domain::number::{Country, parse};
use portflow_domain::workbook::{Cell, Sheet};
use uuid::Uuid;

/// A sheet from lines of cells separated by `|`.
pub fn sheet(lines: &[&str]) -> Sheet {
    let cell = |text: &str| {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text.into())
        }
    };
    let rows = lines
        .iter()
        .map(|line| line.split('|').map(cell).collect())
        .collect();
    Sheet {
        name: "Sheet1".to_owned(),
        rows,
        ..Sheet::default()
    }
}

pub fn settings(sheet: &Sheet) -> ImportSettings {
    ImportSettings::suggested(sheet, &detect_table(sheet, Country::US).unwrap(), Country::US)
}

pub fn planned(lines: &[&str], existing: &Existing) -> ImportPlan {
    let sheet = sheet(lines);
    plan(
        vec![read_rows(0, &sheet, &settings(&sheet))],
        existing,
        &PlanChoices::default(),
    )
}

/// `row entity outcome code` per record, the code of the first issue.
pub fn outcomes(plan: &ImportPlan) -> Vec<String> {
    let line = |planned: &PlannedRecord| {
        let PlannedRecord { record, outcome, .. } = planned;
        let code = record
            .issues
            .first()
            .map_or(String::new(), |issue| format!(" {}", issue.code));
        format!("{} {} {outcome}{code}", record.source_row, record.entity)
    };
    plan.records.iter().map(line).collect()
}

pub fn stored_number(text: &str, change: impl FnOnce(&mut ExistingNumber)) -> ExistingNumber {
    let mut values = NumberValues::of(parse(text, Country::US).unwrap());
    values.number_type = Some(PhoneNumberType::User);
    values.usage = Some(NumberUsage::User);
    values.porting_status = Some(PortingStatus::NotStarted);
    values.disposition = Some(Disposition::Port);
    let id = PhoneNumberId::from_uuid(Uuid::from_u128(1));
    let mut number = ExistingNumber {
        id,
        revision: 7,
        values,
        resource_account: None,
        in_open_order: false,
        last_import: None,
    };
    change(&mut number);
    number
}

pub fn stored_person(upn: &str) -> ExistingPerson {
    let values = PersonValues {
        upn: Some(upn.to_owned()),
        first_name: Some("Ana".to_owned()),
        ..PersonValues::default()
    };
    ExistingPerson {
        id: EndUserId::from_uuid(Uuid::from_u128(2)),
        revision: 3,
        values,
        last_import: None,
    }
}
