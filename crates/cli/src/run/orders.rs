//! Port orders and the scripts that follow from them.

use chrono::NaiveDate;
use portflow_app::dto::orders::{AddPortOrder, Foc, GuardLine, OfMigration, TransitionPortOrder};
use portflow_app::dto::scripts::{SaveScript, ScriptScope};
use portflow_app::dto::workspace::SavedFile;
use portflow_app::{ApiError, Result};
use portflow_domain::entities::{GeneratedScript, PortOrder};
use portflow_domain::views::PortOrderRow;
use serde_json::{Value, json};

use super::number_list::number_list;
use crate::args::{DocumentKind, OrderAction, Script, ScriptChoice};
use crate::client::Client;
use crate::output::{Style, cell, or_dash, table};

/// Port orders.
pub async fn run(client: &Client, style: Style, action: OrderAction) -> Result<String> {
    match action {
        OrderAction::List { migration } => list(client, style, migration.as_ref()).await,
        OrderAction::Show { order } => show(client, style, &order).await,
        OrderAction::Check { order } => check(client, style, &order).await,
        OrderAction::Export { order, kind, out } => {
            let DocumentKind::Request = kind;
            let id = client.order(&order).await?.id;
            let request = json!({ "id": id, "kind": "request", "fileId": client.file(&out)? });
            let saved: SavedFile = client.call("port_order_export", request).await?;
            style.show(&saved, |saved| {
                format!("Wrote {} ({} bytes).", out.display(), saved.size)
            })
        }
        OrderAction::Status(asked) => super::status_sheet::run(client, style, &asked).await,
        OrderAction::Transition { .. } => transition(client, style, action).await,
        OrderAction::Add { .. } => add(client, style, action).await,
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
        let events = detail["events"].as_array().into_iter().flatten();
        let events = events.map(|it| vec![cell(&it["at"]), cell(&it["toStatus"]), cell(&it["reason"])]);
        format!(
            "{} is {} ({})\n\n{}\n\n{}",
            cell(&detail["order"]["pon"]),
            cell(&detail["order"]["status"]),
            cell(&detail["path"]),
            table(&["number", "status", "holder"], numbers.collect()),
            table(&["at", "status", "reason"], events.collect())
        )
    })
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

async fn add(client: &Client, style: Style, action: OrderAction) -> Result<String> {
    let OrderAction::Add {
        migration,
        account,
        numbers,
        scope,
        pon,
        desired_date,
        new_btn,
        signer,
    } = action
    else {
        return Ok(String::new());
    };
    let migration = client.migration(&migration).await?;
    let signer_contact_id = match &signer {
        Some(name) => Some(client.contact(&migration, name).await?.id),
        None => None,
    };
    let request = AddPortOrder {
        migration_id: migration.migration.id,
        losing_account_id: Some(client.account(&migration, &account).await?.id),
        phone_number_ids: number_list(client, &numbers, migration.migration.id).await?,
        scope,
        pon,
        desired_date,
        new_btn,
        signer_contact_id,
        notes: None,
    };
    let order: PortOrder = client.call("port_order_add", request).await?;
    style.show(&order, |it| {
        format!("Added the order {} as a draft.", or_dash(&it.pon))
    })
}

async fn transition(client: &Client, style: Style, action: OrderAction) -> Result<String> {
    let OrderAction::Transition {
        order,
        to,
        reason,
        reject_code,
        foc,
        foc_zone,
        signed_on,
        evidence,
    } = action
    else {
        return Ok(String::new());
    };
    let row = client.order(&order).await?;
    let evidence_file_id = match &evidence {
        Some(path) => Some(client.file(path)?),
        None => None,
    };
    let request = TransitionPortOrder {
        id: row.id,
        revision: row.revision,
        to,
        reason,
        reject_code,
        foc: foc.map(|text| parse_foc(&text, foc_zone)).transpose()?,
        signed_on,
        signer_contact_id: None,
        evidence_file_id,
        outcomes: Vec::new(),
        snapback_agreed: false,
    };
    let order: PortOrder = client.call("port_order_transition", request).await?;
    style.show(&order, |it| format!("{} is {} now.", or_dash(&it.pon), it.status))
}

fn parse_foc(text: &str, zone: Option<String>) -> Result<Foc> {
    let malformed = || {
        ApiError::invalid("foc", format!("'{text}' is not a date and time."))
            .hint("Write it as \"2027-02-09 10:00\".")
    };
    let (date, time) = text.trim().split_once(' ').ok_or_else(malformed)?;
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| malformed())?;
    Ok(Foc {
        date,
        time: time.trim().to_owned(),
        zone,
    })
}
