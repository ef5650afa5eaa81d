//! Numbers of the inventory, one by one and many at once.

use portflow_app::Result;
use portflow_app::dto::numbers::{
    AssignNumbers, ChangedNumbers, ChosenNumbers, ExportCorrections, Holder, PageOfMigration, SetNumbers,
    TransitionNumbers,
};
use portflow_app::dto::workspace::SavedFile;
use portflow_domain::coded::Coded;
use portflow_domain::entities::GridLayout;
use portflow_domain::ids::{MigrationId, PhoneNumberId};
use portflow_domain::views::{GridFilter, GridQuery, NumberRow, Page};
use std::path::Path;

use super::number_list::account;
use super::number_ranges;
use crate::args::{ListedNumbers, NumbersAction, SetValues};
use crate::client::Client;
use crate::output::{Style, or_dash};

/// Rows asked for at once.
const PAGE: u32 = 1000;

/// The inventory.
pub async fn run(client: &Client, style: Style, action: NumbersAction) -> Result<String> {
    match action {
        NumbersAction::List(wanted) => list(client, style, wanted).await,
        NumbersAction::Add(wanted) | NumbersAction::Range(wanted) => {
            number_ranges::add(client, style, wanted).await
        }
        NumbersAction::Split {
            numbers,
            values,
            migration,
        } => {
            let migration = client.migration_or_only(migration.as_ref()).await?;
            let chosen = number_ranges::chosen(migration.migration.id, &numbers)?;
            set(client, style, Vec::new(), Some(chosen), values).await
        }
        NumbersAction::Set {
            numbers,
            values,
            migration,
        } => {
            let ids = ids(client, &numbers, migration.as_ref()).await?;
            set(client, style, ids, None, values).await
        }
        NumbersAction::Assign {
            number,
            to,
            migration,
        } => assign(client, style, &number, to, migration.as_ref()).await,
        NumbersAction::Corrections { migration, out } => {
            corrections(client, style, migration.as_ref(), &out).await
        }
        NumbersAction::Transition {
            numbers,
            to,
            reason,
            migration,
        } => {
            let step = TransitionNumbers {
                ids: Vec::new(),
                chosen: None,
                to,
                reason,
            };
            transition(client, style, &numbers, migration.as_ref(), step).await
        }
        NumbersAction::Remove { numbers, migration } => {
            let migration = client.migration_or_only(migration.as_ref()).await?;
            number_ranges::remove(client, style, migration.migration.id, &numbers).await
        }
        NumbersAction::Blocks { migration } => {
            let migration = client.migration_or_only(migration.as_ref()).await?;
            number_ranges::blocks(client, style, migration.migration.id).await
        }
        NumbersAction::Duplicates { migration } => {
            let migration_id = client.migration_id(migration.as_ref()).await?;
            number_ranges::duplicates(client, style, migration_id).await
        }
    }
}

async fn corrections(
    client: &Client,
    style: Style,
    migration: Option<&String>,
    out: &Path,
) -> Result<String> {
    let request = ExportCorrections {
        migration_id: client.migration_or_only(migration).await?.migration.id,
        file_id: client.file(out)?,
    };
    let saved: SavedFile = client.call("correction_workbook_export", request).await?;
    style.show(&saved, |saved| {
        format!("Wrote {} ({} bytes).", out.display(), saved.size)
    })
}

async fn list(client: &Client, style: Style, wanted: ListedNumbers) -> Result<String> {
    let view = match &wanted.view {
        Some(name) => client.number_view(name).await?,
        None => GridLayout::default(),
    };
    let mut filters = view.filters;
    filters.extend(wanted.status.map(|status| filter("portingStatus", status.code())));
    filters.extend(wanted.unassigned.then(|| filter("unassigned", "true")));
    filters.extend(wanted.elsewhere.then(|| filter("elsewhere", "true")));
    let migration_id = client.migration_id(wanted.migration.as_ref()).await?;
    let query = GridQuery {
        search: wanted.search.or(view.search),
        filters,
        sort: view.sort,
        ..GridQuery::default()
    };
    let rows = all_numbers(client, migration_id, query).await?;
    number_table(style, &rows)
}

/// Moves numbers, or those of ranges. Single numbers are shown afterwards; of a range their count is enough.
async fn transition(
    client: &Client,
    style: Style,
    numbers: &[String],
    migration: Option<&String>,
    mut step: TransitionNumbers,
) -> Result<String> {
    if number_ranges::has_range(numbers) {
        let migration = client.migration_or_only(migration).await?;
        step.chosen = Some(number_ranges::chosen(migration.migration.id, numbers)?);
        let done: ChangedNumbers = client.call("number_transition", step).await?;
        return style.show(&done, |done| format!("{} numbers changed.", done.changed));
    }
    let ids = ids(client, numbers, migration).await?;
    step.ids.clone_from(&ids);
    let _: ChangedNumbers = client.call("number_transition", step).await?;
    changed(client, style, &ids).await
}

async fn assign(
    client: &Client,
    style: Style,
    number: &str,
    to: String,
    migration: Option<&String>,
) -> Result<String> {
    let migration_id = client.migration_id(migration).await?;
    let row = client.number(number, migration_id).await?;
    let holder = Holder {
        upn: (to != "nobody").then_some(to),
        ..Holder::default()
    };
    let ids = vec![row.id];
    let request = AssignNumbers {
        ids: ids.clone(),
        holder,
        ..AssignNumbers::default()
    };
    let _: ChangedNumbers = client.call("number_assign", request).await?;
    changed(client, style, &ids).await
}

async fn set(
    client: &Client,
    style: Style,
    ids: Vec<PhoneNumberId>,
    chosen: Option<ChosenNumbers>,
    values: SetValues,
) -> Result<String> {
    let request = SetNumbers {
        ids: ids.clone(),
        chosen,
        disposition: values.disposition,
        number_type: values.number_type,
        usage: values.usage,
        losing_account_id: account(client, values.account.as_ref()).await?,
        rate_center: values.rate_center,
        notes: values.notes,
        ..SetNumbers::default()
    };
    let done: ChangedNumbers = client.call("number_set", request).await?;
    if ids.is_empty() {
        return style.show(&done, |done| format!("{} numbers changed.", done.changed));
    }
    changed(client, style, &ids).await
}

fn filter(column: &str, value: &str) -> GridFilter {
    GridFilter {
        column: column.to_owned(),
        values: vec![value.to_owned()],
    }
}

fn number_table(style: Style, rows: &[NumberRow]) -> Result<String> {
    let header = [
        "number",
        "ext",
        "type",
        "status",
        "disposition",
        "holder",
        "description",
    ];
    style.table(rows, &header, |it| {
        vec![
            it.number.clone(),
            it.extension.clone(),
            it.number_type.to_string(),
            it.porting_status.to_string(),
            it.disposition.to_string(),
            or_dash(&it.holder_upn),
            or_dash(&it.description),
        ]
    })
}

async fn all_numbers(
    client: &Client,
    migration_id: Option<MigrationId>,
    mut query: GridQuery,
) -> Result<Vec<NumberRow>> {
    let mut rows: Vec<NumberRow> = Vec::new();
    query.limit = PAGE;
    loop {
        query.offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let request = PageOfMigration {
            migration_id,
            query: query.clone(),
        };
        let page: Page<NumberRow> = client.call("number_page", request).await?;
        if page.rows.is_empty() {
            return Ok(rows);
        }
        rows.extend(page.rows);
    }
}

async fn ids(client: &Client, numbers: &[String], migration: Option<&String>) -> Result<Vec<PhoneNumberId>> {
    let migration_id = client.migration_id(migration).await?;
    let mut ids = Vec::with_capacity(numbers.len());
    for number in numbers {
        ids.push(client.number(number, migration_id).await?.id);
    }
    Ok(ids)
}

/// The numbers as they are now.
async fn changed(client: &Client, style: Style, ids: &[PhoneNumberId]) -> Result<String> {
    let values = ids.iter().map(ToString::to_string).collect();
    let of_these = GridFilter {
        column: "id".to_owned(),
        values,
    };
    let query = GridQuery {
        filters: vec![of_these],
        ..GridQuery::default()
    };
    let rows = all_numbers(client, None, query).await?;
    style.table(&rows, &["number", "type", "status", "disposition"], |it| {
        let (kind, status) = (it.number_type.to_string(), it.porting_status.to_string());
        vec![it.number.clone(), kind, status, it.disposition.to_string()]
    })
}
