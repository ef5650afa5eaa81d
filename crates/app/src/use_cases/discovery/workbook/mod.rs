//! The discovery of a site as a workbook: written for a customer to fill in, read back for a review, and stored as one
//! act once every conflict and every removal is decided.

mod choose;
mod prepare;
mod site_values;
mod wire;
mod write;

use portflow_domain::coded::Coded;
use portflow_domain::discovery_book::{
    BookProblem, Change, ChangeKind, compare, contents, layout, read_back,
};
use portflow_domain::enums::DiscoveryState;
use portflow_domain::ids::SiteId;
use portflow_domain::porting::Severity;
use portflow_store::Tx;
use serde_json::{Value, json};

use super::facts;
use super::sections::said_on;
use crate::activity::{Act, Logged, fact};
use crate::context::Context;
use crate::dto::discovery::SiteDiscovery;
use crate::dto::discovery_workbook::{
    AppliedDiscoveryWorkbook, ApplyDiscoveryWorkbook, DiscoveryWorkbookReview, ExportDiscoveryWorkbook,
    ReadDiscoveryWorkbook,
};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};
use crate::imported_files::read_file;
use crate::use_cases::saved_document::save_document;

/// Writes the workbook where a person chose.
pub async fn export(cx: &Context, request: ExportDiscoveryWorkbook) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.write().await?;
    let learnt = facts::learnt(&mut tx, request.site_id).await?;
    let told = facts::told(&learnt);
    let today = said_on(&learnt.site, DiscoveryState::Answered, cx.now()).unwrap_or_default();
    let book = layout(&told, &contents(&told), &learnt.completeness, today);
    let mut bytes = std::io::Cursor::new(Vec::new());
    portflow_sheet::write_discovery_book(&mut bytes, &book, cx.now()).map_err(|error| {
        let text = format!("The workbook could not be made: {error}.");
        ApiError::new(ErrorCode::File, text)
    })?;
    let bytes = bytes.into_inner();
    let told = (learnt.site.subject(), "discovery_workbook_exported");
    save_document(cx, tx, (&path, &bytes), told).await
}

/// What a workbook would change; nothing is stored.
pub async fn read(cx: &Context, request: ReadDiscoveryWorkbook) -> Result<DiscoveryWorkbookReview> {
    let mut tx = cx.read().await?;
    Ok(Read::of(cx, &mut tx, request.site_id, &request.file_id)
        .await?
        .review)
}

/// Stores what a workbook changes: everything that was decided, or nothing.
pub async fn apply(cx: &Context, request: ApplyDiscoveryWorkbook) -> Result<AppliedDiscoveryWorkbook> {
    let mut tx = cx.write().await?;
    let read = Read::of(cx, &mut tx, request.site_id, &request.file_id).await?;
    if read.review.fingerprint != request.fingerprint {
        let text = "The workbook or the site has changed since you looked at this. Nothing was stored.";
        return Err(ApiError::new(ErrorCode::Conflict, text).hint("Read the workbook again."));
    }
    let errors = || {
        read.review
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
    };
    if let Some(first) = errors().next() {
        let text = format!("{} Nothing was stored.", told(first));
        return Err(ApiError::invalid("fileId", text).hint(first.remedy.clone()));
    }
    let changes = choose::decided(read.review.changes, &request)?;
    let applied = counted(&changes);
    let prepared = prepare::prepare(cx, &read.learnt, &changes);
    let mut act = Act::begin(cx);
    write::write(cx, &mut tx, &mut act, &read.learnt, prepared.steps).await?;
    if applied.changed + applied.added + applied.removed > 0 {
        let facts = vec![
            fact("fileName", Value::Null, json!(read.review.file_name)),
            fact("changed", Value::Null, json!(applied.changed)),
            fact("added", Value::Null, json!(applied.added)),
            fact("removed", Value::Null, json!(applied.removed)),
        ];
        act.noted(read.learnt.site.subject(), "discovery_workbook_read", facts)?;
    }
    act.commit(tx).await?;
    Ok(applied)
}

/// A workbook beside the site as it is stored.
struct Read {
    learnt: SiteDiscovery,
    review: DiscoveryWorkbookReview,
}

impl Read {
    async fn of(cx: &Context, tx: &mut Tx, site: SiteId, file_id: &str) -> Result<Self> {
        let chosen = cx.session.files.chosen(file_id)?;
        let file_name = chosen.name();
        let read = tokio::task::spawn_blocking(move || read_file(&chosen));
        let file = read.await.map_err(|error| ApiError::internal(&error))??;
        let learnt = facts::learnt(tx, site).await?;
        let told = facts::told(&learnt);
        let returned = read_back(&file.workbook, &told).ok_or_else(|| not_one(&file_name))?;
        if returned.base.site_id != learnt.site.id.to_string() {
            let text = format!(
                "'{file_name}' is the workbook of '{}', not of '{}'.",
                returned.base.site_name, learnt.site.name
            );
            return Err(ApiError::invalid("fileId", text).hint("Open that site and read the workbook there."));
        }
        let ours = contents(&told);
        let (changes, more) = compare(&returned, &ours, &told);
        let mut problems: Vec<BookProblem> = returned.problems.into_iter().chain(more).collect();
        problems.extend(prepare::prepare(cx, &learnt, &changes).problems);
        let stored =
            serde_json::to_string(&json!({ "site": learnt.site.revision, "ours": format!("{ours:?}") }))
                .map_err(|error| ApiError::internal(&error))?;
        let review = DiscoveryWorkbookReview {
            file_name,
            changes,
            problems,
            fingerprint: crate::files::sha256(format!("{}{stored}", file.sha256).as_bytes()),
        };
        Ok(Self { learnt, review })
    }
}

fn not_one(file_name: &str) -> ApiError {
    let text =
        format!("'{file_name}' is no discovery workbook, or the sheet with what it was made from is gone.");
    ApiError::new(ErrorCode::File, text)
        .hint("Export the workbook of the site anew, and import other lists through Import.")
}

/// A problem in one sentence that begins with its place.
fn told(problem: &BookProblem) -> String {
    match (&problem.sheet, &problem.cell) {
        (Some(sheet), Some(cell)) => format!("{sheet}!{cell}: {}", problem.text),
        (Some(sheet), None) => format!("{sheet}: {}", problem.text),
        (None, _) => problem.text.clone(),
    }
}

fn counted(changes: &[Change]) -> AppliedDiscoveryWorkbook {
    let of = |kind| changes.iter().filter(|change| change.kind == kind).count();
    AppliedDiscoveryWorkbook {
        changed: of(ChangeKind::Changed),
        added: of(ChangeKind::Added),
        removed: of(ChangeKind::Removed),
    }
}

/// A code of an enumeration that the comparison has checked.
fn code<T: Coded>(text: Option<&str>) -> Option<T> {
    T::from_code(text?)
}
