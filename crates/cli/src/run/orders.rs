//! Port orders and the scripts that follow from them.

use portflow_app::Result;
use portflow_app::dto::orders::{ExportPortOrder, GuardLine, OfMigration};
use portflow_app::dto::scripts::{SaveScript, ScriptScope};
use portflow_app::dto::workspace::SavedFile;
use portflow_domain::entities::GeneratedScript;
use portflow_domain::views::PortOrderRow;
use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::order_changes;
use crate::args::{OrderAction, Script, ScriptChoice};
use crate::client::Client;
use crate::output::{Style, cell, or_dash, table};

/// Port orders.
pub async fn run(client: &Client, style: Style, action: OrderAction) -> Result<String> {
    match action {
        OrderAction::List { migration } => list(client, style, migration.as_ref()).await,
        OrderAction::Show { order } => show(client, style, &order).await,
        OrderAction::Check { order } => check(client, style, &order).await,
        OrderAction::Export { order, kind, out } => {
            let request = ExportPortOrder {
                id: client.order(&order).await?.id,
                kind: kind.into(),
                file_id: client.file(&out)?,
            };
            let saved: SavedFile = client.call("port_order_export", request).await?;
            style.show(&saved, |saved| {
                format!("Wrote {} ({} bytes).", out.display(), saved.size)
            })
        }
        OrderAction::ExportAll(asked) => super::order_documents::export_all(client, style, asked).await,
        OrderAction::Document(said) => super::order_documents::say(client, style, said).await,
        OrderAction::Status(asked) => super::status_sheet::run(client, style, &asked).await,
        OrderAction::Transition(asked) => order_changes::transition(client, style, asked).await,
        OrderAction::Add(asked) => order_changes::add(client, style, asked).await,
        OrderAction::Adopt(asked) => order_changes::adopt(client, style, asked).await,
        OrderAction::Set(asked) => order_changes::set(client, style, asked).await,
        OrderAction::Numbers(asked) => order_changes::numbers(client, style, asked).await,
        OrderAction::Supplement(asked) => order_changes::supplement(client, style, asked).await,
        OrderAction::ReadEmail(asked) => super::status_sheet::read_email(client, style, &asked).await,
        OrderAction::Waiting { migration } => {
            super::order_watch::waiting(client, style, migration.as_ref()).await
        }
        OrderAction::Risks => super::order_watch::risks(client, style).await,
        OrderAction::Escalate { order } => super::order_watch::escalate(client, style, &order).await,
        OrderAction::Calendar {
            migration,
            customer,
            out,
        } => super::order_watch::calendar(client, style, (migration.as_ref(), customer.as_ref()), &out).await,
        OrderAction::Propose(asked) => super::order_proposals::run(client, style, asked).await,
    }
}

/// Generates a script, stores it and writes it to a file.
pub async fn script(client: &Client, style: Style, asked: Script) -> Result<String> {
    let ScriptChoice::Cutover = asked.kind;
    let migration = client.migration(&asked.migration).await?;
    let port_order_id = match &asked.order {
        Some(order) => Some(client.order(order).await?.id),
        None => None,
    };
    let scope = ScriptScope {
        migration_id: migration.migration.id,
        port_order_id,
    };
    let script: GeneratedScript = client.call("script_generate", scope).await?;
    let save = SaveScript {
        id: script.id,
        file_id: client.file(&asked.out)?,
    };
    let saved: SavedFile = client.call("script_save", save).await?;
    style.show(&saved, |saved| {
        format!("Wrote {} ({} bytes).", asked.out.display(), saved.size)
    })
}

async fn list(client: &Client, style: Style, migration: Option<&String>) -> Result<String> {
    let migration_id = client.migration_id(migration).await?;
    let orders: Vec<PortOrderRow> = client
        .call("port_order_list", OfMigration { migration_id })
        .await?;
    style.table(
        &orders,
        &[
            "PON",
            "status",
            "numbers",
            "losing account",
            "desired",
            "FOC",
            "migration",
        ],
        |it| {
            vec![
                or_dash(&it.pon),
                it.status.to_string(),
                it.numbers.to_string(),
                or_dash(&it.losing_account),
                or_dash(&it.desired_date),
                or_dash(&it.foc_local_date),
                it.path.clone(),
            ]
        },
    )
}

async fn show(client: &Client, style: Style, order: &str) -> Result<String> {
    let id = client.order(order).await?.id;
    let detail: Value = client.call("port_order_get", json!({ "id": id })).await?;
    style.show(&detail, |detail| {
        let numbers = detail["numbers"].as_array().into_iter().flatten();
        let numbers = numbers.map(|it| {
            vec![
                cell(&it["e164"]),
                cell(&it["portingStatus"]),
                cell(&it["holderName"]),
            ]
        });
        let papers = detail["documents"].as_array().into_iter().flatten();
        let papers = papers.map(super::order_documents::row);
        let events = detail["events"].as_array().into_iter().flatten();
        let events = events.map(|it| vec![cell(&it["at"]), cell(&it["toStatus"]), cell(&it["reason"])]);
        let versions = detail["versions"].as_array().into_iter().flatten();
        let versions = versions.map(|it| {
            vec![
                cell(&it["version"]),
                cell(&it["at"]),
                cell(&it["supplement"]),
                cell(&it["numberCount"]),
                changes(&it["changes"]),
            ]
        });
        format!(
            "{} is {} ({}){}{}{}\n\n{}\n\n{}\n\n{}\n\n{}",
            cell(&detail["order"]["pon"]),
            cell(&detail["order"]["status"]),
            cell(&detail["path"]),
            commitment(&detail["focTimes"]),
            progress(&detail["progress"]),
            super::reject_recipe::of_order(detail).map_or_else(String::new, |recipe| format!("\n{recipe}")),
            table(&["number", "status", "holder"], numbers.collect()),
            table(super::order_documents::COLUMNS, papers.collect()),
            table(&["at", "status", "reason"], events.collect()),
            table(
                &["version", "sent", "supplement", "numbers", "changes"],
                versions.collect()
            )
        )
    })
}

/// The carrier's commitment, by the carrier's clock and by the site's.
fn commitment(times: &Value) -> String {
    let told = |it: &Value| {
        format!(
            "{} {} {}",
            cell(&it["date"]),
            cell(&it["time"]),
            cell(&it["name"])
        )
    };
    let times: Vec<String> = times.as_array().into_iter().flatten().map(told).collect();
    if times.is_empty() {
        return String::new();
    }
    format!("\nFOC: {}", times.join(" = "))
}

/// The counter of an order whose numbers have begun to move.
fn progress(progress: &Value) -> String {
    let names = |list: &Value| {
        let names: Vec<String> = list.as_array().into_iter().flatten().map(cell).collect();
        names.join(", ")
    };
    let (missing, released) = (names(&progress["missing"]), names(&progress["released"]));
    let mut told = String::new();
    if progress["ported"] != json!(0) {
        told = format!("\n{} of {} ported", progress["ported"], progress["numbers"]);
    }
    for (what, numbers) in [("missing", missing), ("released", released)] {
        if !numbers.is_empty() {
            told.push_str(&format!("\n{what}: {numbers}"));
        }
    }
    told
}

/// What a version says otherwise than the one before, in one line.
fn changes(changes: &Value) -> String {
    let changes = changes.as_array().into_iter().flatten();
    let told = changes.map(|it| change(&cell(&it["field"]), &it["old_value"], &it["new_value"]));
    told.collect::<Vec<_>>().join("; ")
}

/// One change; of an address only the parts that differ.
fn change(field: &str, old: &Value, new: &Value) -> String {
    match (old, new) {
        (Value::Null, new) => format!("{field} +{}", cell(new).trim_start_matches('+')),
        (old, Value::Null) => format!("{field} -{}", cell(old).trim_start_matches('+')),
        (Value::Object(parts), Value::Object(_)) => {
            let differing: BTreeSet<&String> = parts.keys().filter(|part| old[*part] != new[*part]).collect();
            let told = differing
                .into_iter()
                .map(|part| change(part, &old[part], &new[part]));
            format!("{field} {}", told.collect::<Vec<_>>().join(", "))
        }
        (old, new) => format!("{field} {} > {}", cell(old), cell(new)),
    }
}

async fn check(client: &Client, style: Style, order: &str) -> Result<String> {
    let id = client.order(order).await?.id;
    let detail: Value = client.call("port_order_get", json!({ "id": id })).await?;
    let next = detail["next"].clone();
    style.show(&next, |next| {
        let mut rows = Vec::new();
        for step in next.as_array().into_iter().flatten() {
            let guards: Vec<GuardLine> = serde_json::from_value(step["guards"].clone()).unwrap_or_default();
            let to = step["status"].as_str().unwrap_or_default().to_owned();
            if guards.is_empty() {
                rows.push(vec![to.clone(), "free".to_owned(), String::new(), String::new()]);
            }
            for guard in guards {
                let state = if !guard.met {
                    "missing"
                } else if guard.warning {
                    "look"
                } else {
                    "met"
                };
                let remedy = if guard.met && !guard.warning {
                    String::new()
                } else {
                    guard.remedy
                };
                rows.push(vec![to.clone(), state.to_owned(), guard.text, remedy]);
            }
        }
        table(&["next status", "state", "condition", "what to do"], rows)
    })
}
