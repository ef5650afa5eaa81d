//! Importing spreadsheets, with or without storing them, and what was imported before.

use portflow_app::context::Context;
use portflow_app::dto::import_batches::{ImportUndo, SaveRejected, UndoImport};
use portflow_app::dto::imports::{CommitImport, ImportChoices};
use portflow_app::dto::orders::OfMigration;
use portflow_app::dto::workspace::SavedFile;
use portflow_app::dto::{ById, Empty};
use portflow_app::use_cases::imports::{self, Wishes};
use portflow_app::{ApiError, Result};
use portflow_domain::entities::{ImportBatch, MappingProfile};
use portflow_domain::ids::{ImportBatchId, MappingProfileId};
use portflow_domain::import::ImportReport;
use serde_json::Value;

use crate::args::{Import, ImportAction};
use crate::client::Client;
use crate::output::{Style, cell, table};
use crate::progress;

/// The only long piece of work of this program at a time.
const TASK: &str = "import";

/// Imports files, or looks after what was imported.
pub async fn run(client: &Client, style: Style, import: Import) -> Result<String> {
    match &import.action {
        Some(ImportAction::List { migration }) => list(client, style, migration.as_ref()).await,
        Some(ImportAction::Undo { batch, dry_run }) => undo(client, style, *batch, *dry_run).await,
        Some(ImportAction::Rejected { batch, out }) => {
            let request = SaveRejected {
                id: *batch,
                file_id: client.file(out)?,
            };
            let saved: SavedFile = client.call("import_rejected_save", request).await?;
            style.show(&saved, |saved| format!("Wrote {}.", saved.file_name))
        }
        None => import_files(client, style, &import).await,
    }
}

/// A dry run of files alone: no workspace is opened.
pub async fn look_at_files(client: &Client, style: Style, import: &Import) -> Result<String> {
    let files = files(client, import)?;
    let wishes = wishes(import, None);
    let country = import.country.as_deref();
    let report = imports::dry_run(&client.session, &files, country, &wishes).await?;
    show_report(style, &report)
}

async fn import_files(client: &Client, style: Style, import: &Import) -> Result<String> {
    let files = files(client, import)?;
    let migration = client.migration_or_only(import.migration.as_ref()).await?;
    let wishes = wishes(import, profile(client, import).await?);
    let country = import.country.as_deref();
    let choices = ImportChoices {
        sheets: imports::sheets(&client.session, &files, country, &wishes).await?,
        country: import.country.clone(),
        site: import.site.clone(),
        ..ImportChoices::of(files, migration.migration.id)
    };
    if import.dry_run {
        let report = imports::report(&Context::of(&client.session).await?, choices).await?;
        return show_report(style, &report);
    }
    let preview: Value = client.call("import_preview", &choices).await?;
    let fingerprint = preview["fingerprint"].as_str().unwrap_or_default().to_owned();
    let commit = CommitImport {
        choices,
        fingerprint,
        task_id: Some(TASK.to_owned()),
    };
    let told = progress::tell(&client.session, TASK);
    let batch: ImportBatch = client.call("import_commit", commit).await?;
    told.abort();
    style.show(&batch, |it| {
        let done = format!(
            "Imported {}: {} inserted, {} updated, {} unchanged, {} rejected.",
            it.file_name, it.inserted, it.updated, it.unchanged, it.rejected
        );
        [vec![done], remarks(&preview)].concat().join("\n")
    })
}

fn files(client: &Client, import: &Import) -> Result<Vec<String>> {
    if import.files.is_empty() {
        return Err(ApiError::invalid("file", "Name the spreadsheet to import.")
            .hint("portflow import FILE --migration M"));
    }
    import.files.iter().map(|file| client.file(file)).collect()
}

fn wishes(import: &Import, profile_id: Option<MappingProfileId>) -> Wishes {
    Wishes {
        sheet: import.sheet.clone(),
        target: import.target.map(Into::into),
        profile_id,
        site: import.site.clone(),
    }
}

/// The profile by name or id.
async fn profile(client: &Client, import: &Import) -> Result<Option<MappingProfileId>> {
    let Some(key) = &import.profile else {
        return Ok(None);
    };
    let profiles: Vec<MappingProfile> = client.call("import_profile_list", Empty {}).await?;
    let wanted = key.trim().to_lowercase();
    let found = profiles
        .iter()
        .find(|profile| profile.name.to_lowercase() == wanted || profile.id.to_string() == wanted);
    let found = found.ok_or_else(|| ApiError::not_found("mapping profile", key))?;
    Ok(Some(found.id))
}

async fn list(client: &Client, style: Style, migration: Option<&String>) -> Result<String> {
    let migration_id = client.migration_id(migration).await?;
    let batches: Vec<ImportBatch> = client.call("import_list", OfMigration { migration_id }).await?;
    let header = [
        "id",
        "at",
        "file",
        "status",
        "inserted",
        "updated",
        "unchanged",
        "rejected",
    ];
    style.table(&batches, &header, |it| {
        let counts = [it.inserted, it.updated, it.unchanged, it.rejected].map(|count| count.to_string());
        let told = [
            it.id.to_string(),
            it.at.to_string(),
            it.file_name.clone(),
            it.status.to_string(),
        ];
        [told, counts].concat()
    })
}

async fn undo(client: &Client, style: Style, id: ImportBatchId, dry_run: bool) -> Result<String> {
    let undo: ImportUndo = if dry_run {
        client.call("import_undo_preview", ById { id }).await?
    } else {
        let request = UndoImport {
            id,
            fingerprint: None,
            task_id: None,
        };
        client.call("import_undo", request).await?
    };
    style.show(&undo, |undo| {
        let sum = |of: fn(&portflow_app::dto::import_batches::UndoCounts) -> usize| {
            undo.by_entity.iter().map(of).sum::<usize>()
        };
        let (removed, restored) = (sum(|it| it.removed), sum(|it| it.restored));
        let kept = sum(|it| it.kept);
        let done = if dry_run { "Undoing would give" } else { "Undone:" };
        let head = format!("{done} {removed} removed, {restored} restored, {kept} kept.");
        let rows = undo.kept.iter().map(|it| {
            vec![
                it.name.clone(),
                it.sheet.clone(),
                it.source_row.to_string(),
                it.reason.clone(),
            ]
        });
        if undo.kept.is_empty() {
            return head;
        }
        format!(
            "{head}\n{}",
            table(&["kept", "sheet", "row", "why"], rows.collect())
        )
    })
}

/// Every kind of problem once: how often it occurs, and one of its texts.
fn remarks(preview: &Value) -> Vec<String> {
    let facets = preview["facets"].as_array().into_iter().flatten();
    let remark = |facet: &Value| {
        format!(
            "  {} × {}",
            facet["count"],
            facet["text"].as_str().unwrap_or_default()
        )
    };
    facets.map(remark).collect()
}

fn show_report(style: Style, report: &ImportReport) -> Result<String> {
    style.show(report, |report| {
        let rows = report.rejected.iter().map(|it| {
            vec![
                cell(&it["source_row"]),
                cell(&it["field"]),
                cell(&it["reason"]),
                cell(&it["value"]),
            ]
        });
        let rejected = table(&["row", "field", "reason", "value"], rows.collect());
        let counts =
            ["accepted", "rejected", "ignored"].map(|name| format!("{} {name}", report.counts[name]));
        format!(
            "{}: {}. Nothing was stored.\n{rejected}",
            report.file,
            counts.join(", ")
        )
    })
}
