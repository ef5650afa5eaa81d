//! Numbers and people.

use portflow_app::Result;
use portflow_app::dto::numbers::{
    AssignNumbers, ExportCorrections, Holder, PageOfMigration, SetNumbers, TransitionNumbers,
};
use portflow_app::dto::workspace::SavedFile;
use portflow_domain::coded::Coded;
use portflow_domain::entities::PhoneNumber;
use portflow_domain::ids::{MigrationId, PhoneNumberId};
use portflow_domain::views::{EndUserRow, GridFilter, GridQuery, NumberRow, Page};

use crate::args::{NumbersAction, PeopleAction};
use crate::client::Client;
use crate::output::{Style, or_dash};

/// Rows asked for at once.
const PAGE: u32 = 1000;

/// The inventory.
pub async fn numbers(client: &Client, style: Style, action: NumbersAction) -> Result<String> {
    match action {
        NumbersAction::List {
            migration,
            status,
            unassigned,
            search,
        } => {
            let mut filters = Vec::new();
            filters.extend(status.map(|status| filter("portingStatus", status.code())));
            filters.extend(unassigned.then(|| filter("unassigned", "true")));
            let migration_id = client.migration_id(migration.as_ref()).await?;
            let rows = all_numbers(client, migration_id, filters, search).await?;
            number_table(style, &rows)
        }
        NumbersAction::Assign {
            number,
            to,
            migration,
        } => {
            let migration_id = client.migration_id(migration.as_ref()).await?;
            let row = client.number(&number, migration_id).await?;
            let holder = holder(client, &row, &to).await?;
            let ids = vec![row.id];
            changed(client, style, "number_assign", AssignNumbers { ids, holder }).await
        }
        NumbersAction::Set {
            numbers,
            disposition,
            number_type,
            usage,
            migration,
        } => {
            let ids = ids(client, &numbers, migration.as_ref()).await?;
            let set = SetNumbers {
                ids,
                disposition,
                number_type,
                usage,
                losing_account_id: None,
            };
            changed(client, style, "number_set", set).await
        }
        NumbersAction::Corrections { migration, out } => {
            let request = ExportCorrections {
                migration_id: client.migration_or_only(migration.as_ref()).await?.migration.id,
                file_id: client.file(&out)?,
            };
            let saved: SavedFile = client.call("correction_workbook_export", request).await?;
            style.show(&saved, |saved| {
                format!("Wrote {} ({} bytes).", out.display(), saved.size)
            })
        }
        NumbersAction::Transition {
            numbers,
            to,
            reason,
            migration,
        } => {
            let ids = ids(client, &numbers, migration.as_ref()).await?;
            changed(
                client,
                style,
                "number_transition",
                TransitionNumbers { ids, to, reason },
            )
            .await
        }
    }
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

/// The person with this UPN, or `nobody`.
async fn holder(client: &Client, number: &NumberRow, to: &str) -> Result<Holder> {
    if to == "nobody" {
        return Ok(Holder::default());
    }
    let person = client.person(to, number.migration_id).await?;
    Ok(Holder {
        end_user_id: Some(person.id),
        resource_account_id: None,
    })
}

/// People.
pub async fn people(client: &Client, style: Style, action: PeopleAction) -> Result<String> {
    let PeopleAction::List { migration, search } = action;
    let migration_id = client.migration_id(migration.as_ref()).await?;
    let mut rows: Vec<EndUserRow> = Vec::new();
    loop {
        let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let query = GridQuery {
            search: search.clone(),
            offset,
            limit: PAGE,
            ..GridQuery::default()
        };
        let page: Page<EndUserRow> = client
            .call("end_user_page", PageOfMigration { migration_id, query })
            .await?;
        if page.rows.is_empty() {
            break;
        }
        rows.extend(page.rows);
    }
    style.table(
        &rows,
        &["UPN", "name", "department", "extension", "numbers"],
        |it| {
            vec![
                or_dash(&it.upn),
                it.display_name.clone(),
                or_dash(&it.department),
                or_dash(&it.legacy_extension),
                or_dash(&it.numbers),
            ]
        },
    )
}

async fn all_numbers(
    client: &Client,
    migration_id: Option<MigrationId>,
    filters: Vec<GridFilter>,
    search: Option<String>,
) -> Result<Vec<NumberRow>> {
    let mut rows: Vec<NumberRow> = Vec::new();
    loop {
        let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let (search, filters) = (search.clone(), filters.clone());
        let query = GridQuery {
            search,
            filters,
            offset,
            limit: PAGE,
            ..GridQuery::default()
        };
        let page: Page<NumberRow> = client
            .call("number_page", PageOfMigration { migration_id, query })
            .await?;
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

async fn changed(
    client: &Client,
    style: Style,
    command: &str,
    request: impl serde::Serialize,
) -> Result<String> {
    let stored: Vec<PhoneNumber> = client.call(command, request).await?;
    style.table(&stored, &["number", "type", "status", "disposition"], |it| {
        let (kind, status) = (it.number_type.to_string(), it.porting_status.to_string());
        vec![it.number.clone(), kind, status, it.disposition.to_string()]
    })
}
