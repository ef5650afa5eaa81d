//! Importing a spreadsheet, with or without storing it.

use portflow_app::context::Context;
use portflow_app::dto::imports::{CommitImport, ImportChoices};
use portflow_app::dto::orders::OfMigration;
use portflow_app::use_cases::imports;
use portflow_app::{ApiError, Result};
use portflow_domain::entities::ImportBatch;
use serde_json::Value;

use crate::args::{Import, ImportAction};
use crate::client::Client;
use crate::output::{Style, cell, table};

/// Imports a file or lists imports.
pub async fn run(client: &Client, style: Style, import: Import) -> Result<String> {
    if let Some(ImportAction::List { migration }) = &import.action {
        let migration_id = client.migration_id(migration.as_ref()).await?;
        let batches: Vec<ImportBatch> = client.call("import_list", OfMigration { migration_id }).await?;
        return style.table(
            &batches,
            &["at", "file", "inserted", "updated", "unchanged", "rejected"],
            |it| {
                let counts =
                    [it.inserted, it.updated, it.unchanged, it.rejected].map(|count| count.to_string());
                [vec![it.at.to_string(), it.file_name.clone()], counts.to_vec()].concat()
            },
        );
    }
    let file = import.file.as_ref().ok_or_else(|| {
        ApiError::invalid("file", "Name the spreadsheet to import.")
            .hint("portflow import FILE --migration M")
    })?;
    let choices = ImportChoices {
        file_id: client.file(file)?,
        migration_id: client
            .migration_or_only(import.migration.as_ref())
            .await?
            .migration
            .id,
        sheet: import.sheet.clone(),
        target: import.target.map(Into::into),
        header_row: None,
        columns: None,
        value_map: None,
        country: import.country.clone(),
    };
    if import.dry_run {
        return dry_run(client, style, choices).await;
    }
    let preview: Value = client.call("import_preview", &choices).await?;
    let fingerprint = preview["fingerprint"].as_str().unwrap_or_default().to_owned();
    let batch: ImportBatch = client
        .call(
            "import_commit",
            CommitImport {
                choices,
                fingerprint,
                task_id: None,
            },
        )
        .await?;
    style.show(&batch, |it| {
        let done = format!(
            "Imported {}: {} inserted, {} updated, {} unchanged, {} rejected.",
            it.file_name, it.inserted, it.updated, it.unchanged, it.rejected
        );
        [vec![done], remarks(&preview)].concat().join("\n")
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

async fn dry_run(client: &Client, style: Style, choices: ImportChoices) -> Result<String> {
    let report = imports::report(&Context::of(&client.session).await?, choices).await?;
    style.show(&report, |report| {
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
