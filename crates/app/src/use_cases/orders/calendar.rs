//! The calendar of ports: days without ports, and an iCalendar file, which holds no account number and no PIN.

use std::collections::BTreeMap;

use portflow_domain::coded::Labelled;
use portflow_domain::entities::Activity;
use portflow_domain::enums::PortOrderStatus;
use portflow_domain::ids::EntityId;
use portflow_domain::porting::calendar_file::{CalendarPort, calendar_file};
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::porting::no_port_days::no_port_days;
use portflow_domain::timestamp::Timestamp;
use portflow_domain::views::PortOrderRow;
use portflow_store::Tx;
use portflow_store::queries::{carriers, customers, port_orders, watched_orders};
use uuid::Uuid;

use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::order_watch::{AskNoPortDays, CarrierNoPortDays, ExportCalendar};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, Result};
use crate::files::{file_name, write_atomically};
use crate::use_cases::carriers::typed;
use crate::use_cases::migrations;

/// The days on which each carrier moves no numbers.
pub async fn no_port_days_of_carriers(
    cx: &Context,
    request: AskNoPortDays,
) -> Result<Vec<CarrierNoPortDays>> {
    let carriers = carriers::list_carriers(&mut cx.read().await?).await?;
    let days = carriers.into_iter().map(|carrier| {
        let rules: PortRules = typed(&carrier.port_rules)?;
        Ok(CarrierNoPortDays {
            carrier_id: carrier.id,
            carrier_name: carrier.name,
            days: no_port_days(&rules, request.from..=request.to),
        })
    });
    days.collect()
}

/// Writes the ports of one migration, one customer or all where a person chose.
pub async fn export_calendar(cx: &Context, request: ExportCalendar) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.write().await?;
    let (name, subject) = covered(cx, &mut tx, &request).await?;
    let rows = port_orders::list_port_orders(&mut tx, request.migration_id).await?;
    let lost = lost_commitments(&watched_orders::list_steps_without_commitment(&mut tx).await?);
    let covered = |row: &PortOrderRow| request.customer_id.is_none_or(|id| row.customer_id == id);
    let ports: Vec<CalendarPort> = rows
        .iter()
        .filter(|row| covered(row))
        .filter_map(|row| port(row, lost.get(&row.id.uuid()).copied()))
        .collect();
    let bytes = calendar_file(&name, &ports, cx.now()).into_bytes();
    let mut act = Act::begin(cx);
    let none = serde_json::Value::Null;
    let told = vec![
        fact("fileName", none.clone(), file_name(&path).into()),
        fact("orders", none, ports.len().into()),
    ];
    act.noted(subject, "port_calendar_exported", told)?;
    act.save(&mut tx).await?;
    write_atomically(&path, &bytes)?;
    tx.commit().await?;
    Ok(SavedFile::of(&path, &bytes))
}

/// The calendar's name, and what the log says it is about.
async fn covered(cx: &Context, tx: &mut Tx, request: &ExportCalendar) -> Result<(String, Subject)> {
    let about = |entity_type, entity_id, customer_id, migration_id| Subject {
        entity_type,
        entity_id,
        customer_id,
        migration_id,
    };
    if let Some(id) = request.migration_id {
        let migration = migrations::find(tx, id).await?;
        let subject = about("migration", id.uuid(), Some(migration.customer_id), Some(id));
        return Ok((format!("Ports of {}", migration.name), subject));
    }
    if let Some(id) = request.customer_id {
        let customer = customers::find_customer(tx, id).await?;
        let customer = customer.ok_or_else(|| ApiError::not_found("customer", id))?;
        return Ok((
            format!("Ports of {}", customer.name),
            about("customer", id.uuid(), Some(id), None),
        ));
    }
    let actor = cx.actor()?.id.uuid();
    Ok(("Ports".to_owned(), about("team_member", actor, None, None)))
}

/// The last commitment of each order that has none now, from the log of its steps.
fn lost_commitments(steps: &[Activity]) -> BTreeMap<Uuid, Timestamp> {
    let mut lost = BTreeMap::new();
    for step in steps {
        let changes = step.changes.as_array().into_iter().flatten();
        let mut of_foc = changes.filter(|change| change["field"] == "focAt");
        let at = of_foc.find_map(|change| change["old_value"].as_str()?.parse().ok());
        if let Some(at) = at {
            lost.insert(step.entity_id, at);
        }
    }
    lost
}

fn port(row: &PortOrderRow, lost: Option<Timestamp>) -> Option<CalendarPort> {
    use PortOrderStatus::{Cancelled, Failed, SnappedBack};
    let at = row.foc_at.or(lost)?;
    let pon = row.pon.as_deref().unwrap_or("without a number");
    let noun = if row.numbers == 1 { "number" } else { "numbers" };
    let carrier_time = [
        row.foc_local_date.map(|date| date.to_string()),
        row.foc_local_time.clone(),
        row.foc_zone.clone(),
    ];
    let carrier_time: Vec<String> = carrier_time.into_iter().flatten().collect();
    let mut lines = vec![
        format!("Order {pon}, version {}", row.version),
        format!("{} {noun}, {}", row.numbers, row.status.label()),
        format!("Gaining carrier: {}", row.carrier_name),
    ];
    if !carrier_time.is_empty() {
        lines.push(format!("Carrier's time: {}", carrier_time.join(" ")));
    }
    Some(CalendarPort {
        order_id: row.id.to_string(),
        sequence: row.revision,
        at,
        is_cancelled: row.foc_at.is_none() || matches!(row.status, Cancelled | Failed | SnappedBack),
        summary: format!("Port {pon}: {} {noun}, {}", row.numbers, row.customer_name),
        description: lines.join("\n"),
        location: row.path.clone(),
    })
}
