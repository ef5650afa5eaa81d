//! People with their site and numbers, as the grid asks for them.

use portflow_domain::ids::{EndUserId, MigrationId};
use portflow_domain::views::{EndUserRow, GridQuery, Page};

use super::grid::{Cell, GridColumn, GridList};
use super::search::{Searched, digits, push_contains, push_like};
use crate::error::Result;
use crate::record::record;
use crate::statement::Statement;
use crate::tx::Tx;

record!(EndUserRow {
    id,
    migration_id,
    revision,
    upn,
    display_name,
    first_name,
    last_name,
    department,
    job_title,
    legacy_extension,
    email,
    site_id,
    site_name,
    numbers,
    usage_location,
    license_sku,
    voice_routing_policy,
    dial_plan,
    calling_policy,
    cutover_date,
    is_configured,
    notes,
});

/// The numbers that a person holds, as Teams writes them, in order; NULL when there is none.
macro_rules! numbers {
    () => {
        "(SELECT string_agg(n.number || CASE WHEN n.extension = '' THEN '' ELSE ';ext=' || n.extension END, ', ' \
            ORDER BY n.number, n.extension) FROM phone_numbers n WHERE n.assigned_end_user_id = u.id)"
    };
}

const SELECT: &str = concat!(
    "SELECT u.id, u.migration_id, u.revision, u.upn, u.display_name, u.first_name, u.last_name, u.department, \
        u.job_title, u.legacy_extension, u.email, u.site_id, s.name AS site_name, ",
    numbers!(),
    " AS numbers, u.usage_location, u.license_sku, u.voice_routing_policy, u.dial_plan, u.calling_policy, \
        u.cutover_date, u.is_configured, u.notes"
);

const LIST: GridList = GridList {
    select: SELECT,
    from: " FROM end_users u LEFT JOIN sites s ON s.id = u.site_id WHERE TRUE",
    id: "u.id",
    migration_id: "u.migration_id",
    columns: COLUMNS,
    ties: "u.name_key, u.upn_key NULLS LAST, u.id",
    push_search,
};

const COLUMNS: &[GridColumn] = &[
    GridColumn::required("id", "u.id", Cell::Uuid),
    GridColumn::required("migrationId", "u.migration_id", Cell::Uuid),
    GridColumn::required("revision", "u.revision", Cell::Integer),
    GridColumn::new("upn", "u.upn", Cell::Text).sorted_by("u.upn_key"),
    GridColumn::required("displayName", "u.display_name", Cell::Text).sorted_by("u.name_key"),
    GridColumn::new("firstName", "u.first_name", Cell::Text),
    GridColumn::new("lastName", "u.last_name", Cell::Text),
    GridColumn::new("department", "u.department", Cell::Text),
    GridColumn::new("jobTitle", "u.job_title", Cell::Text),
    GridColumn::new("legacyExtension", "u.legacy_extension", Cell::Text),
    GridColumn::new("email", "u.email", Cell::Text),
    GridColumn::new("siteId", "u.site_id", Cell::Uuid),
    GridColumn::new("siteName", "s.name", Cell::Text).sorted_by("s.name_key"),
    GridColumn::new("numbers", numbers!(), Cell::Text),
    GridColumn::new("usageLocation", "u.usage_location", Cell::Text),
    GridColumn::new("licenseSku", "u.license_sku", Cell::Text),
    GridColumn::new("voiceRoutingPolicy", "u.voice_routing_policy", Cell::Text),
    GridColumn::new("dialPlan", "u.dial_plan", Cell::Text),
    GridColumn::new("callingPolicy", "u.calling_policy", Cell::Text),
    GridColumn::new("cutoverDate", "u.cutover_date", Cell::Date),
    GridColumn::required("isConfigured", "u.is_configured", Cell::Bool),
    GridColumn::new("notes", "u.notes", Cell::Text),
];

const SEARCHED: Searched = Searched {
    indexed: "u.rowid IN (SELECT rowid FROM end_users_search WHERE end_users_search MATCH ",
    text: "u.search_text",
};

/// A window of a migration's people or of all.
///
/// The search looks for the text in name, UPN, e-mail address, old extension and notes, and for digits in the
/// numbers they hold.
///
/// # Errors
/// [`crate::StoreError::BadQuery`].
pub async fn page_end_users(
    tx: &mut Tx,
    migration_id: Option<MigrationId>,
    query: &GridQuery,
) -> Result<Page<EndUserRow>> {
    LIST.page(tx, migration_id, query).await
}

fn push_search(statement: &mut Statement, on_sqlite: bool, term: &str) {
    push_contains(statement, on_sqlite, &SEARCHED, term);
    if let Some(digits) = digits(term) {
        statement.push(" OR u.id IN (SELECT n.assigned_end_user_id FROM phone_numbers n WHERE ");
        push_like(statement, "n.number", &digits);
        statement.push(")");
    }
}

/// The rows of these people, in the order of the ids; ids of nobody are left out.
pub async fn list_end_user_rows(tx: &mut Tx, ids: &[EndUserId]) -> Result<Vec<EndUserRow>> {
    LIST.rows(tx, ids, |row: &EndUserRow| row.id).await
}
