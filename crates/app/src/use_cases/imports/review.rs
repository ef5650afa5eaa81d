//! What the review shows of a plan: its sums, its problems as facets, and windows of its records.

use portflow_domain::enums::{ImportOutcome, ImportTarget};
use portflow_domain::import::{
    EntityCount, ImportCounts, IssueCode, PlannedRecord, conflict_key, original_cells,
};
use portflow_domain::mapping::ImportField;
use portflow_domain::porting::Severity;
use portflow_domain::views::Page;
use portflow_store::queries::import_batches;
use std::collections::BTreeMap;

use super::{edits, planning};
use crate::context::Context;
use crate::dto::import_rows::{ImportPlanRow, ImportRowsQuery};
use crate::dto::imports::{
    DuplicateCounts, EntityOutcomes, ImportChoices, ImportPreview, ProblemFacet, SheetPreview,
};
use crate::error::Result;
use crate::imported_files::{ChosenSheet, Planned};

/// What committing would do.
pub async fn preview(cx: &Context, request: ImportChoices) -> Result<ImportPreview> {
    let planned = planning::plan(cx, &request).await?;
    let mut tx = cx.read().await?;
    let mut same_file = Vec::new();
    for sheet in &planned.sheets {
        let sha256 = &sheet.file.sha256;
        let batches =
            import_batches::find_import_batches_by_sha256(&mut tx, request.migration_id, sha256).await?;
        same_file.extend(batches);
    }
    same_file.sort_by_key(|batch| std::cmp::Reverse((batch.at, batch.id)));
    same_file.dedup_by_key(|batch| batch.id);
    let plan = &planned.plan;
    let sheets = planned.sheets.iter().enumerate();
    Ok(ImportPreview {
        sheets: sheets
            .map(|(place, chosen)| sheet(&planned, place, chosen))
            .collect(),
        counts: plan.counts.clone(),
        by_entity: outcomes(plan.records.iter().map(|it| (it.record.entity, it.outcome))),
        facets: facets(&planned),
        conflicts: plan.records.iter().map(|record| record.conflicts.len()).sum(),
        duplicates: duplicates(&plan.records),
        warnings: plan.warnings.clone(),
        ignored: plan.ignored.clone(),
        same_file,
        fingerprint: planned.fingerprint.clone(),
    })
}

/// A window of the plan for the review.
pub async fn rows(cx: &Context, request: ImportRowsQuery) -> Result<Page<ImportPlanRow>> {
    let planned = planning::plan_again(cx, &request.choices).await?;
    let search = request
        .search
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let search = search.map(str::to_lowercase);
    let wanted = |record: &&PlannedRecord| {
        passes(&request, record)
            && search
                .as_deref()
                .is_none_or(|text| contains(&planned, record, text))
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
        rows: window
            .map(|record| row(&planned, &request.choices, record))
            .collect(),
    })
}

/// How many records of each kind came to which outcome.
pub(super) fn outcomes(records: impl Iterator<Item = (ImportTarget, ImportOutcome)>) -> Vec<EntityOutcomes> {
    let mut found: BTreeMap<ImportTarget, EntityOutcomes> = BTreeMap::new();
    for (entity, outcome) in records {
        let counts = found.entry(entity).or_insert(EntityOutcomes {
            entity,
            inserted: 0,
            updated: 0,
            unchanged: 0,
            rejected: 0,
        });
        *match outcome {
            ImportOutcome::Inserted => &mut counts.inserted,
            ImportOutcome::Updated => &mut counts.updated,
            ImportOutcome::Unchanged => &mut counts.unchanged,
            ImportOutcome::Rejected => &mut counts.rejected,
        } += 1;
    }
    found.into_values().collect()
}

fn sheet(planned: &Planned, place: usize, chosen: &ChosenSheet) -> SheetPreview {
    SheetPreview {
        file: chosen.file_id.clone(),
        file_name: chosen.file.name.clone(),
        sheet: chosen.file.workbook.sheets[chosen.place].name.clone(),
        settings: chosen.settings.clone(),
        profile: chosen.profile.clone(),
        problem: chosen.problem.clone(),
        counts: counts(planned, place),
        ambiguous_dates: chosen.ambiguous_dates.clone(),
        ambiguous_date: ambiguous_date(chosen),
    }
}

/// The sums of one sheet.
fn counts(planned: &Planned, place: usize) -> ImportCounts {
    let records = || {
        planned
            .plan
            .records
            .iter()
            .filter(|record| record.record.sheet == place)
    };
    let of = |outcome| records().filter(|record| record.outcome == outcome).count();
    let by_entity = outcomes(records().map(|it| (it.record.entity, it.outcome)));
    let mut rows: Vec<u32> = records().map(|record| record.record.source_row).collect();
    rows.dedup();
    let ignored = planned
        .plan
        .ignored
        .iter()
        .filter(|row| row.sheet == place)
        .count();
    ImportCounts {
        rows_read: rows.len(),
        records: records().count(),
        inserted: of(ImportOutcome::Inserted),
        updated: of(ImportOutcome::Updated),
        unchanged: of(ImportOutcome::Unchanged),
        rejected: of(ImportOutcome::Rejected),
        ignored,
        by_entity: by_entity
            .iter()
            .map(|it| EntityCount {
                entity: it.entity,
                accepted: it.inserted + it.updated + it.unchanged,
            })
            .filter(|it| it.accepted > 0)
            .collect(),
    }
}

/// The first date that could be read one way or another, as written.
fn ambiguous_date(chosen: &ChosenSheet) -> Option<String> {
    let row = *chosen.ambiguous_dates.first()?;
    let is_date = |field| {
        matches!(
            field,
            ImportField::FocDate | ImportField::OrderDate | ImportField::CutoverDate
        )
    };
    let columns = chosen.settings.columns.iter();
    let mut texts = columns
        .filter(|column| column.field.is_some_and(is_date))
        .map(|column| edits::text_at(chosen, row, column.index));
    texts.find(|text| !text.is_empty())
}

fn duplicates(records: &[PlannedRecord]) -> DuplicateCounts {
    let with = |codes: &[IssueCode]| {
        let has = |record: &&PlannedRecord| {
            record
                .record
                .issues
                .iter()
                .any(|issue| codes.contains(&issue.code))
        };
        records.iter().filter(has).count()
    };
    DuplicateCounts {
        in_files: with(&[IssueCode::DuplicateNumber, IssueCode::DuplicateUpn]),
        in_migration: records.iter().filter(|record| record.stored.is_some()).count(),
        in_other_migrations: with(&[IssueCode::NumberInOtherMigration]),
    }
}

fn facets(planned: &Planned) -> Vec<ProblemFacet> {
    let mut found: BTreeMap<_, ProblemFacet> = BTreeMap::new();
    for record in &planned.plan.records {
        let issues = &record.record.issues;
        for (position, issue) in issues.iter().enumerate() {
            if issues[..position]
                .iter()
                .any(|earlier| earlier.code == issue.code)
            {
                continue;
            }
            let rank = if issue.severity == Severity::Error { 0 } else { 1 };
            let facet = found.entry((rank, issue.code)).or_insert_with(|| ProblemFacet {
                code: issue.code,
                severity: issue.severity,
                count: 0,
                text: issue.text.to_string(),
                fixable: 0,
            });
            facet.count += 1;
            let chosen = &planned.sheets[record.record.sheet];
            facet.fixable += usize::from(edits::is_fixable(chosen, record, issue));
        }
    }
    found.into_values().collect()
}

fn passes(request: &ImportRowsQuery, planned: &PlannedRecord) -> bool {
    let record = &planned.record;
    request.outcome.is_none_or(|outcome| planned.outcome == outcome)
        && request.entity.is_none_or(|entity| record.entity == entity)
        && request.sheet.is_none_or(|sheet| record.sheet == sheet)
        && request
            .problem
            .is_none_or(|code| record.issues.iter().any(|issue| issue.code == code))
        && !(request.only_problems && record.issues.is_empty())
        && !(request.only_conflicts && planned.conflicts.is_empty())
}

/// Whether a cell of the record's row contains the text, which is in lower case.
fn contains(planned: &Planned, record: &PlannedRecord, text: &str) -> bool {
    let chosen = &planned.sheets[record.record.sheet];
    let row = record.record.source_row;
    let columns = chosen.settings.columns.iter().filter(|column| !column.secret);
    let mut texts = columns.map(|column| edits::text_at(chosen, row, column.index));
    texts.any(|cell| cell.to_lowercase().contains(text))
}

fn row(planned: &Planned, choices: &ImportChoices, of: &PlannedRecord) -> ImportPlanRow {
    let record = &of.record;
    let chosen = &planned.sheets[record.sheet];
    let name = &chosen.file.workbook.sheets[chosen.place].name;
    let edited = choices
        .edits
        .iter()
        .filter(|edit| edit.file == chosen.file_id && edit.sheet == *name && edit.row == record.source_row);
    ImportPlanRow {
        sheet: record.sheet,
        source_row: record.source_row,
        ordinal: record.ordinal,
        entity: record.entity,
        outcome: of.outcome,
        cells: original_cells(chosen.sheet(), &chosen.settings.columns, record.source_row),
        edited: edited.map(|edit| edit.column).collect(),
        values: record.values.clone(),
        issues: record.issues.clone(),
        changes: of.changes.clone(),
        conflicts: of.conflicts.clone(),
        key: key(of),
    }
}

/// How a choice between file and stored value names the record: `entity/key`.
fn key(of: &PlannedRecord) -> String {
    let named = conflict_key(of, "").unwrap_or_default();
    named.strip_suffix('/').unwrap_or(&named).to_owned()
}
