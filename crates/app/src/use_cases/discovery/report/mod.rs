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
use portflow_domain::entities::{Attachment, LosingAccount};
use portflow_domain::ids::SiteId;
use portflow_store::queries::{attachments, customers, losing_accounts};

use super::sections::day_at;
use crate::activity::Logged;
use crate::context::Context;
use crate::dto::discovery::{ExportDiscoveryReport, SiteDiscovery};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::saved_document::save_document;

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
    let tx = cx.write().await?;
    save_document(
        cx,
        tx,
        (&path, &bytes),
        (site.subject(), "discovery_report_exported"),
    )
    .await
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
