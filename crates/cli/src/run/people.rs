//! People.

use portflow_app::Result;
use portflow_app::dto::numbers::PageOfMigration;
use portflow_domain::views::{EndUserRow, GridQuery, Page};

use crate::args::PeopleAction;
use crate::client::Client;
use crate::output::{Style, or_dash};

/// Rows asked for at once.
const PAGE: u32 = 1000;

/// People.
pub async fn list(client: &Client, style: Style, action: PeopleAction) -> Result<String> {
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
