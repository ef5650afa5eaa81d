//! Orders proposed for the numbers of a migration.

use portflow_app::Result;
use portflow_app::dto::order_proposals::{AddPortOrders, ProposePortOrders};
use portflow_app::dto::orders::AddPortOrder;
use portflow_domain::entities::PortOrder;
use portflow_domain::ids::MigrationId;
use serde_json::Value;

use super::number_list::number_list;
use crate::args::Propose;
use crate::client::Client;
use crate::output::{Style, cell, counted, or_dash, table};

/// Shows the orders, and makes them where that was asked.
pub(super) async fn run(client: &Client, style: Style, asked: Propose) -> Result<String> {
    let migration_id = client.migration(&asked.migration).await?.migration.id;
    let phone_number_ids = match &asked.numbers {
        Some(numbers) => Some(number_list(client, numbers, migration_id).await?),
        None => None,
    };
    let propose = ProposePortOrders {
        migration_id,
        phone_number_ids,
        desired_date: asked.desired_date,
        orders: None,
    };
    let found: Value = client.call("port_orders_propose", propose).await?;
    if !asked.make {
        return style.show(&found, shown);
    }
    let orders = drafts(&found, migration_id)?;
    let made: Vec<PortOrder> = client.call("port_orders_add", AddPortOrders { orders }).await?;
    style.show(&made, |made| {
        let pons: Vec<String> = made.iter().map(|order| or_dash(&order.pon)).collect();
        format!("Added {}: {}.", counted(made.len(), "draft"), pons.join(", "))
    })
}

fn shown(found: &Value) -> String {
    let texts = |list: &Value| {
        let list = list.as_array().into_iter().flatten();
        let texts: Vec<String> = list.map(|it| cell(it.get("text").unwrap_or(it))).collect();
        texts.join(" ")
    };
    let rows = found["orders"].as_array().into_iter().flatten().map(|order| {
        let numbers = order["numbers"].as_array().map_or(0, Vec::len);
        vec![
            cell(&order["accountName"]),
            cell(&order["numberClass"]),
            cell(&order["scope"]),
            cell(&order["sequenceInAccount"]),
            numbers.to_string(),
            texts(&order["reasons"]),
            texts(&order["findings"]),
        ]
    });
    let header = [
        "account",
        "class",
        "scope",
        "sequence",
        "numbers",
        "why",
        "to settle",
    ];
    let orders = table(&header, rows.collect());
    let left = found["leftOut"].as_array().into_iter().flatten();
    let left: Vec<_> = left
        .map(|it| vec![cell(&it["number"]), texts(&it["findings"])])
        .collect();
    if left.is_empty() {
        return orders;
    }
    format!("{orders}\n{}", table(&["left out", "why"], left))
}

/// The proposals as they stand.
fn drafts(found: &Value, migration_id: MigrationId) -> Result<Vec<AddPortOrder>> {
    let orders = found["orders"].as_array().into_iter().flatten();
    let draft = |order: &Value| {
        let mut draft = serde_json::json!({ "migrationId": migration_id });
        for field in ["losingAccountId", "scope", "desiredDate"] {
            draft[field] = order[field].clone();
        }
        let numbers = order["numbers"].as_array().into_iter().flatten();
        let ids = numbers.filter_map(|number| number["phoneNumberIds"].as_array());
        draft["phoneNumberIds"] = ids.flatten().cloned().collect();
        serde_json::from_value(draft).map_err(|error| portflow_app::ApiError::internal(&error))
    };
    orders.map(draft).collect()
}
