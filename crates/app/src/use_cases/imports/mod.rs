//! Importing: the preview and the commit make the same plan from the same choices; only the commit writes.

mod commit;
mod planning;
mod rows;
mod stored;
mod values;

use portflow_domain::enums::ImportOutcome;
use portflow_domain::ids::ImportBatchId;
use portflow_domain::import::{self, ImportPlan, ImportReport, PlannedRecord, original_cells};
use portflow_domain::mapping::detect_workbook;
use portflow_domain::porting::Severity;
use portflow_domain::views::Page;
use portflow_store::queries::{import_batches, team_members};
use std::collections::BTreeMap;

pub use commit::commit;

use crate::context::Context;
use crate::dto::imports::{
    CancelTask, ImportBatchDetail, ImportChoices, ImportFile, ImportPlanRow, ImportPreview, ImportRowsQuery,
    OpenImport, ProblemFacet, SheetSummary,
};
use crate::dto::orders::OfMigration;
use crate::dto::{ById, Empty};
use crate::error::{ApiError, Result};
use crate::imported_files::Planned;
use portflow_domain::entities::ImportBatch;

/// Rows shown for choosing the header row.
const FIRST_ROWS: usize = 20;

/// Reads a file and says what its sheets seem to hold.
pub async fn open(cx: &Context, request: OpenImport) -> Result<ImportFile> {
    let file = cx
        .session
        .imports
        .open(&cx.session.files, &request.file_id)
        .await?;
    let detections = detect_workbook(&file.workbook, portflow_domain::number::Country::default());
    let sheets = file
        .workbook
        .sheets
        .iter()
        .zip(detections)
        .map(|(sheet, detection)| SheetSummary {
            name: sheet.name.clone(),
            visibility: sheet.visibility,
            rows: sheet.rows.len(),
            ignored_why: detection.ignored_why,
            header_row: detection.table.as_ref().map_or(0, |table| table.header_row),
            target: detection.table.map(|table| table.target),
            first_rows: first_rows(sheet),
        });
    Ok(ImportFile {
        file_id: request.file_id,
        file_name: file.name.clone(),
        format: file.workbook.format.clone(),
        sheets: sheets.collect(),
    })
}

/// What committing would do.
pub async fn preview(cx: &Context, request: ImportChoices) -> Result<ImportPreview> {
    let planned = planning::plan(cx, &request).await?;
    let mut tx = cx.read().await?;
    let same_file =
        import_batches::find_import_batches_by_sha256(&mut tx, request.migration_id, &planned.file.sha256)
            .await?;
    Ok(ImportPreview {
        sheet: planned.sheet_name.clone(),
        settings: planned.settings.clone(),
        counts: planned.plan.counts.clone(),
        facets: facets(&planned.plan),
        warnings: planned.plan.warnings.clone(),
        ignored: planned.plan.ignored.clone(),
        same_file,
        fingerprint: planned.fingerprint.clone(),
    })
}

/// A window of the plan for the review.
pub async fn rows(cx: &Context, request: ImportRowsQuery) -> Result<Page<ImportPlanRow>> {
    let planned = planning::plan_again(cx, &request.choices).await?;
    let wanted = |record: &&PlannedRecord| {
        request.outcome.is_none_or(|outcome| record.outcome == outcome)
            && request
                .problem
                .is_none_or(|code| record.record.issues.iter().any(|issue| issue.code == code))
            && !(request.only_problems && record.record.issues.is_empty())
    };
    let total = planned.plan.records.iter().filter(wanted).count();
    let window = planned
        .plan
        .records
        .iter()
        .filter(wanted)
        .skip(request.offset)
        .take(request.limit.min(1000));
    Ok(Page {
        total: i64::try_from(total).unwrap_or(i64::MAX),
        rows: window.map(|it| row(&planned, it)).collect(),
    })
}

/// The dry run as a document, for people and programs that read JSON.
pub async fn report(cx: &Context, request: ImportChoices) -> Result<ImportReport> {
    let planned = planning::plan(cx, &request).await?;
    let detections = detect_workbook(&planned.file.workbook, planned.settings.country);
    let format = &planned.file.workbook.format;
    let Planned {
        file,
        sheet_name,
        settings,
        plan,
        ..
    } = &*planned;
    Ok(import::report(
        &file.name,
        format,
        sheet_name,
        &detections,
        settings,
        plan,
    ))
}

/// Committed imports, newest first.
pub async fn list(cx: &Context, request: OfMigration) -> Result<Vec<ImportBatch>> {
    Ok(import_batches::list_import_batches(&mut cx.read().await?, request.migration_id).await?)
}

/// One committed import with what it rejected.
pub async fn get(cx: &Context, request: ById<ImportBatchId>) -> Result<ImportBatchDetail> {
    let mut tx = cx.read().await?;
    let found = import_batches::find_import_batch(&mut tx, request.id).await?;
    let batch = found.ok_or_else(|| ApiError::not_found("import", request.id))?;
    let member = team_members::find_team_member(&mut tx, batch.imported_by).await?;
    let rejected =
        import_batches::list_import_rows(&mut tx, batch.id, Some(ImportOutcome::Rejected), 0, 1000).await?;
    Ok(ImportBatchDetail {
        imported_by_name: member.map(|member| member.display_name).unwrap_or_default(),
        sheets: import_batches::list_import_sheets(&mut tx, batch.id).await?,
        rejected: rejected.rows,
        batch,
    })
}

/// Stops a running commit; what it has done so far is taken back.
pub async fn cancel(cx: &Context, request: CancelTask) -> Result<Empty> {
    cx.session.tasks.cancel(&request.task_id);
    Ok(Empty {})
}

fn first_rows(sheet: &portflow_domain::workbook::Sheet) -> Vec<Vec<String>> {
    let text = |cell: &portflow_domain::workbook::Cell| cell.display().chars().take(80).collect();
    sheet
        .rows
        .iter()
        .take(FIRST_ROWS)
        .map(|row| row.iter().take(60).map(text).collect())
        .collect()
}

fn row(planned: &Planned, record: &PlannedRecord) -> ImportPlanRow {
    let source_row = record.record.source_row;
    ImportPlanRow {
        source_row,
        ordinal: record.record.ordinal,
        entity: record.record.entity,
        outcome: record.outcome,
        cells: original_cells(planned.sheet(), &planned.settings.columns, source_row),
        values: record.record.values.clone(),
        issues: record.record.issues.clone(),
        changes: record.changes.clone(),
    }
}

fn facets(plan: &ImportPlan) -> Vec<ProblemFacet> {
    let mut found: BTreeMap<_, ProblemFacet> = BTreeMap::new();
    for record in &plan.records {
        let mut codes: Vec<_> = record.record.issues.iter().collect();
        codes.dedup_by_key(|issue| issue.code);
        for issue in codes {
            let rank = if issue.severity == Severity::Error { 0 } else { 1 };
            let facet = found.entry((rank, issue.code)).or_insert_with(|| ProblemFacet {
                code: issue.code,
                severity: issue.severity,
                count: 0,
                text: issue.text.to_string(),
            });
            facet.count += 1;
        }
    }
    found.into_values().collect()
}
