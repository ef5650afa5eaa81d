//! The documents of all open orders in one go. They are made in a folder of their own beside the target and moved into
//! place at the end, so that a failure or somebody who stops it leaves no part of them.

use portflow_domain::entities::{Carrier, PortOrder};
use portflow_domain::ids::CarrierId;
use portflow_domain::transitions::port_order;
use portflow_store::queries::{carriers, port_orders};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::super::change::subject;
use super::super::export::{action, document, request_extension};
use super::super::facts::OrderSurroundings;
use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::order_documents::OrderDocument;
use crate::dto::order_documents::{ExportPortOrders, ExportedPortOrders};
use crate::error::{ApiError, ErrorCode, Result};
use crate::events::Event;
use crate::file_errors::unwritable;
use crate::use_cases::carriers::typed;

/// The most files that a refusal names.
const NAMED: usize = 3;

/// A document on its way: the order, what it is, its subfolder and its name.
struct Planned<'a> {
    order: &'a PortOrder,
    kind: OrderDocument,
    folder: String,
    name: String,
}

impl Planned<'_> {
    fn path(&self, within: &Path) -> PathBuf {
        within.join(&self.folder).join(&self.name)
    }
}

/// Writes them.
pub async fn export_all(cx: &Context, request: ExportPortOrders) -> Result<ExportedPortOrders> {
    let target = cx.session.files.path(&request.folder_id)?;
    if !target.is_dir() {
        return Err(
            ApiError::new(ErrorCode::File, "The folder to write into is not there.")
                .hint("Choose a folder that exists."),
        );
    }
    let task = request.task_id.clone().unwrap_or_default();
    cx.session.tasks.begin(&task);
    let orders = open_orders(cx, &request).await?;
    let planned = plan(&orders, &request.kinds, &request_extensions(cx).await?);
    if !request.overwrite {
        refuse_existing(&planned, &target)?;
    }
    let making = tempfile::Builder::new()
        .prefix(".portflow-")
        .tempdir_in(&target)
        .map_err(|error| unwritable(&target, &error))?;
    make(cx, &planned, making.path(), &task).await?;
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    for it in &planned {
        let told = vec![fact("fileName", Value::Null, json!(it.name))];
        act.noted(subject(it.order), action(it.kind), told)?;
    }
    act.save(&mut tx).await?;
    place(&planned, making.path(), &target)?;
    tx.commit().await?;
    Ok(ExportedPortOrders {
        orders: u32::try_from(orders.len()).unwrap_or(u32::MAX),
        files: planned
            .iter()
            .map(|it| format!("{}/{}", it.folder, it.name))
            .collect(),
    })
}

async fn open_orders(cx: &Context, request: &ExportPortOrders) -> Result<Vec<PortOrder>> {
    let mut tx = cx.read().await?;
    let mut orders = port_orders::list_orders_of_customer(&mut tx, request.customer_id).await?;
    let is_wanted = |order: &PortOrder| request.migration_id.is_none_or(|id| order.migration_id == id);
    orders.retain(|order| is_wanted(order) && port_order::is_open(order.status));
    orders.sort_by(|a, b| (&a.pon, a.id).cmp(&(&b.pon, b.id)));
    if orders.is_empty() {
        return Err(ApiError::refused("There is no open order to write.").hint("Make an order first."));
    }
    Ok(orders)
}

/// What the names of each carrier's port requests end in.
async fn request_extensions(cx: &Context) -> Result<BTreeMap<CarrierId, &'static str>> {
    let carriers = carriers::list_carriers(&mut cx.read().await?).await?;
    let extension = |carrier: &Carrier| {
        Ok((
            carrier.id,
            request_extension(carrier, &typed(&carrier.sheet_template)?),
        ))
    };
    carriers.iter().map(extension).collect()
}

/// What will be written where. Subfolders that would have one name on some system get a number.
fn plan<'a>(
    orders: &'a [PortOrder],
    kinds: &[OrderDocument],
    extensions: &BTreeMap<CarrierId, &'static str>,
) -> Vec<Planned<'a>> {
    use OrderDocument::{Attachment, Loa, Request};
    let all = [Loa, Attachment, Request];
    let kinds = all
        .into_iter()
        .filter(|kind| kinds.is_empty() || kinds.contains(kind));
    let kinds: Vec<OrderDocument> = kinds.collect();
    let mut taken = BTreeSet::new();
    let mut planned = Vec::with_capacity(orders.len() * kinds.len());
    for order in orders {
        let stem = stem(order);
        let mut folder = stem.clone();
        let mut count = 1;
        while !taken.insert(folder.to_lowercase()) {
            count += 1;
            folder = format!("{stem} ({count})");
        }
        for kind in &kinds {
            let name = match kind {
                Loa => format!("loa-{stem}.pdf"),
                Attachment => format!("attachment-a-{stem}.xlsx"),
                Request => {
                    let extension = extensions.get(&order.carrier_id).copied().unwrap_or("xlsx");
                    format!("port-request-{stem}.{extension}")
                }
            };
            planned.push(Planned {
                order,
                kind: *kind,
                folder: folder.clone(),
                name,
            });
        }
    }
    planned
}

/// The PON as every system takes it for a name.
fn stem(order: &PortOrder) -> String {
    let pon = order.pon.clone().unwrap_or_else(|| order.id.to_string());
    let unfit = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    let fit = pon.replace(unfit, "-");
    match fit.trim_matches(|c: char| c == '.' || c.is_whitespace()) {
        "" => order.id.to_string(),
        fit => fit.to_owned(),
    }
}

fn refuse_existing(planned: &[Planned<'_>], target: &Path) -> Result<()> {
    let there: Vec<&Planned> = planned.iter().filter(|it| it.path(target).exists()).collect();
    if there.is_empty() {
        return Ok(());
    }
    let named: Vec<&str> = there.iter().take(NAMED).map(|it| it.name.as_str()).collect();
    let more = match there.len() {
        count if count > NAMED => format!(" and {} more", count - NAMED),
        _ => String::new(),
    };
    let message = format!("The folder has these files already: {}{more}.", named.join(", "));
    Err(ApiError {
        field: Some("overwrite".to_owned()),
        ..ApiError::new(ErrorCode::Conflict, message)
            .hint("Choose an empty folder, or allow to replace them.")
    })
}

async fn make(cx: &Context, planned: &[Planned<'_>], within: &Path, task: &str) -> Result<()> {
    let orders: Vec<&[Planned]> = planned.chunk_by(|a, b| a.order.id == b.order.id).collect();
    for (done, of_order) in orders.iter().enumerate() {
        cx.session.tasks.check(task)?;
        tell(cx, task, done, orders.len());
        for it in *of_order {
            let mut tx = cx.read().await?;
            let around = OrderSurroundings::of_papers(&mut tx, it.order).await?;
            let bytes = document(cx, &mut tx, it.order, &around, it.kind).await?;
            drop(tx);
            let path = it.path(within);
            let folder = within.join(&it.folder);
            std::fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, &error))?;
            crate::files::write_atomically(&path, &bytes)?;
        }
    }
    cx.session.tasks.check(task)?;
    tell(cx, task, orders.len(), orders.len());
    Ok(())
}

fn tell(cx: &Context, task: &str, done: usize, total: usize) {
    if !task.is_empty() {
        cx.session.events.send(Event::Progress {
            task_id: task.to_owned(),
            done: done as u64,
            total: total as u64,
        });
    }
}

/// Moves every finished file into place; when one cannot be, those that were not there before are taken away again.
fn place(planned: &[Planned<'_>], from: &Path, target: &Path) -> Result<()> {
    let mut placed: Vec<PathBuf> = Vec::new();
    for it in planned {
        let path = it.path(target);
        let is_new = !path.exists();
        let moved = std::fs::create_dir_all(target.join(&it.folder))
            .and_then(|()| std::fs::rename(it.path(from), &path));
        if let Err(error) = moved {
            for path in &placed {
                // The first error is the one to tell.
                let _ = std::fs::remove_file(path);
            }
            return Err(unwritable(&path, &error));
        }
        if is_new {
            placed.push(path);
        }
    }
    Ok(())
}
