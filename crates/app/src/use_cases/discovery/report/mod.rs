//! The discovery report of a site: everything that was learnt, put into words and written as PDF where a person chose.

mod content;
mod costs;
mod hours;
mod photos;
mod questions;
mod sections;
mod spelt;
mod tables;

use chrono::NaiveDate;
use portflow_document::DiscoveryReport;
use portflow_domain::entities::{Attachment, LosingAccount, Site};
use portflow_domain::ids::{EntityId, SiteId};
use portflow_store::queries::{attachments, customers, losing_accounts};
use serde_json::{Value, json};

use super::sections::day_at;
use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::discovery::{ExportDiscoveryReport, SiteDiscovery};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};

/// What the report is made of, beside its pictures.
struct Facts {
    customer: String,
    learnt: SiteDiscovery,
    accounts: Vec<LosingAccount>,
    /// Files and photos, without their contents.
    files: Vec<Attachment>,
    /// The day at the site.
    as_of: NaiveDate,
}

/// Writes the report of a site where a person chose.
pub async fn export(cx: &Context, request: ExportDiscoveryReport) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let facts = gather(cx, request.site_id).await?;
    let site = facts.learnt.site.clone();
    let photos = photos::read(cx, &facts.files).await?;
    let bytes = write(content::report(&facts, photos)).await?;
    // Pictures take their time; other writers have to wait for the log entry only.
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let name = crate::files::file_name(&path);
    act.noted(
        subject(&site),
        "discovery_report_exported",
        vec![fact("fileName", Value::Null, json!(name))],
    )?;
    act.save(&mut tx).await?;
    crate::files::write_atomically(&path, &bytes)?;
    tx.commit().await?;
    Ok(SavedFile::of(&path, &bytes))
}

async fn gather(cx: &Context, id: SiteId) -> Result<Facts> {
    let mut tx = cx.read().await?;
    let learnt = super::checked(&mut tx, id).await?;
    let customer = customers::find_customer(&mut tx, learnt.site.customer_id).await?;
    let customer = customer.ok_or_else(|| ApiError::not_found("customer", learnt.site.customer_id))?;
    Ok(Facts {
        customer: customer.name,
        accounts: losing_accounts::list_losing_accounts(&mut tx, Some(learnt.site.customer_id)).await?,
        files: attachments::list_site_files(&mut tx, learnt.site.id).await?,
        as_of: day_at(&learnt.site, cx.now()),
        learnt,
    })
}

async fn write(report: DiscoveryReport) -> Result<Vec<u8>> {
    let work = tokio::task::spawn_blocking(move || portflow_document::render_discovery(report));
    let written = work.await.map_err(|error| ApiError::internal(&error))?;
    written.map_err(|error| ApiError::new(ErrorCode::File, format!("The report could not be made: {error}.")))
}

fn subject(site: &Site) -> Subject {
    Subject {
        entity_type: "site",
        entity_id: site.id.uuid(),
        customer_id: Some(site.customer_id),
        migration_id: None,
    }
}
