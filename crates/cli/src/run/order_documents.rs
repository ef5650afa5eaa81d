//! The papers of port orders: where each stands, and those of all open orders in one go.

use portflow_app::dto::order_documents::{ExportPortOrders, ExportedPortOrders, SetOrderDocument};
use portflow_app::{ApiError, ErrorCode, Result};
use portflow_domain::entities::PortOrder;
use serde_json::Value;
use std::path::Path;

use crate::args::{ExportAll, OrderPaper};
use crate::client::Client;
use crate::output::{Style, cell, counted, or_dash};
use crate::progress;

/// The only long piece of work of this program at a time.
const TASK: &str = "orders";
/// Fewer orders are written before anybody asks.
const WORTH_TELLING: u64 = 10;

/// The heads of the checklist.
pub const COLUMNS: &[&str] = &["document", "state", "dated", "age", "limit", "file"];

/// A line of the checklist.
pub fn row(line: &Value) -> Vec<String> {
    vec![
        cell(&line["kind"]),
        cell(&line["state"]),
        cell(&line["datedOn"]),
        cell(&line["ageDays"]),
        cell(&line["limitDays"]),
        cell(&line["file"]["name"]),
    ]
}

/// Says where a paper stands.
pub async fn say(client: &Client, style: Style, said: OrderPaper) -> Result<String> {
    let order = client.order(&said.order).await?;
    let file_id = match &said.file {
        Some(path) => Some(client.file(path)?),
        None => None,
    };
    let request = SetOrderDocument {
        id: order.id,
        revision: order.revision,
        kind: said.kind,
        state: said.state,
        on: said.on,
        dated_on: said.dated_on,
        reason: said.reason,
        file_id,
    };
    let order: PortOrder = client.call("port_order_document_set", request).await?;
    style.show(&order, |it| {
        format!("{}: the {} is {}.", or_dash(&it.pon), said.kind, said.state)
    })
}

/// Writes the documents of every open order, into a folder that is made where there is none.
pub async fn export_all(client: &Client, style: Style, asked: ExportAll) -> Result<String> {
    let customer_id = match &asked.customer {
        Some(key) => Some(client.customer(key).await?.id),
        None => None,
    };
    make_folder(&asked.out)?;
    let request = ExportPortOrders {
        migration_id: client.migration_id(asked.migration.as_ref()).await?,
        customer_id,
        kinds: asked.kind.into_iter().map(Into::into).collect(),
        folder_id: client.file(&asked.out)?,
        overwrite: asked.overwrite,
        task_id: Some(TASK.to_owned()),
    };
    let told = progress::tell_of(&client.session, TASK, WORTH_TELLING, "orders");
    let written = client.call("port_orders_export", request).await;
    told.abort();
    let written: ExportedPortOrders = written?;
    style.show(&written, |it| {
        format!(
            "Wrote {} of {} into {}.",
            counted(it.files.len(), "file"),
            counted(it.orders, "order"),
            asked.out.display()
        )
    })
}

fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let text = format!("The folder {} cannot be made: {error}.", folder.display());
        ApiError::new(ErrorCode::File, text).hint("Name a folder that you may write to.")
    })
}
