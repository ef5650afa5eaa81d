//! Orders that wait or are at risk, the e-mail that asks about one, and the calendar of committed ports.

use std::collections::BTreeMap;
use std::path::Path;

use portflow_app::Result;
use portflow_app::dto::dashboard::Dashboard;
use portflow_app::dto::order_watch::{ExportCalendar, OrderAgeing};
use portflow_app::dto::orders::OfMigration;
use portflow_app::dto::workspace::SavedFile;
use portflow_domain::coded::Labelled;
use portflow_domain::porting::escalation::EscalationMail;
use portflow_domain::views::PortOrderRow;
use serde_json::json;

use crate::client::Client;
use crate::output::{Style, or_dash};

/// Orders that wait for somebody.
pub async fn waiting(client: &Client, style: Style, migration: Option<&String>) -> Result<String> {
    let of = OfMigration {
        migration_id: client.migration_id(migration).await?,
    };
    let rows: Vec<PortOrderRow> = client.call("port_order_list", of.clone()).await?;
    let rows: BTreeMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let mut ages: Vec<OrderAgeing> = client.call("port_order_ageing", of).await?;
    ages.sort_by_key(|it| (!it.ageing.is_due, it.ageing.due_on));
    style.table(
        &ages,
        &[
            "PON",
            "waits for",
            "business days",
            "limit",
            "due on",
            "what to do",
            "migration",
        ],
        |it| {
            let row = rows.get(&it.id);
            vec![
                or_dash(&row.and_then(|row| row.pon.clone())),
                it.ageing.waits_for.label().to_owned(),
                it.ageing.business_days.to_string(),
                it.ageing.limit.to_string(),
                it.ageing.due_on.to_string(),
                if it.ageing.is_due {
                    it.remedy.clone()
                } else {
                    String::new()
                },
                row.map(|row| row.path.clone()).unwrap_or_default(),
            ]
        },
    )
}

/// Orders at risk.
pub async fn risks(client: &Client, style: Style) -> Result<String> {
    let dashboard: Dashboard = client.call("dashboard", json!({})).await?;
    style.table(
        &dashboard.orders_at_risk,
        &["PON", "status", "why", "what to do", "migration"],
        |it| {
            let texts: Vec<&str> = it.risks.iter().map(|risk| risk.text.as_str()).collect();
            let remedies: Vec<&str> = it.risks.iter().map(|risk| risk.remedy.as_str()).collect();
            vec![
                or_dash(&it.order.pon),
                it.order.status.to_string(),
                texts.join(" "),
                remedies.join(" "),
                it.order.path.clone(),
            ]
        },
    )
}

/// The e-mail about an order.
pub async fn escalate(client: &Client, style: Style, order: &str) -> Result<String> {
    let id = client.order(order).await?.id;
    let mail: EscalationMail = client.call("port_order_escalation", json!({ "id": id })).await?;
    style.show(&mail, |mail| {
        let to = mail.to.as_ref().map(|to| match &to.email {
            Some(email) => format!("{} <{email}>", to.name),
            None => to.name.clone(),
        });
        format!("To: {}\nSubject: {}\n\n{}", or_dash(&to), mail.subject, mail.body)
    })
}

/// The calendar of a migration, a customer or all.
pub async fn calendar(
    client: &Client,
    style: Style,
    (migration, customer): (Option<&String>, Option<&String>),
    out: &Path,
) -> Result<String> {
    let customer_id = match customer {
        Some(name) => Some(client.customer(name).await?.id),
        None => None,
    };
    let request = ExportCalendar {
        customer_id,
        migration_id: client.migration_id(migration).await?,
        file_id: client.file(out)?,
    };
    let saved: SavedFile = client.call("port_calendar_export", request).await?;
    style.show(&saved, |saved| {
        format!("Wrote {} ({} bytes).", out.display(), saved.size)
    })
}
