//! Numbers with the names around them, as the grid asks for them.

use portflow_domain::entities::fold;
use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::ids::{MigrationId, PhoneNumberId};
use portflow_domain::views::{GridQuery, NumberRow, Page};

use super::grid::{Cell, GridColumn, GridList, coded};
use super::search::{Searched, digits, push_contains, push_like};
use crate::error::Result;
use crate::record::record;
use crate::statement::Statement;
use crate::tx::Tx;

record!(NumberRow {
    id,
    migration_id,
    revision,
    number,
    extension,
    number_type,
    usage,
    porting_status,
    disposition,
    description,
    holder_name,
    holder_upn,
    assigned_end_user_id,
    assigned_resource_account_id,
    current_carrier,
    losing_account_id,
    losing_account_btn,
    rate_center,
    open_port_order_id,
    port_order_pon,
    foc_date,
    rejection_reason,
    notes,
    import_batch_id,
    import_file_name,
    import_sheet,
    source_row,
});

const SELECT: &str = "SELECT n.id, n.migration_id, n.revision, n.number, n.extension, n.number_type, n.usage, \
    n.porting_status, n.disposition, n.description, coalesce(u.display_name, r.display_name) AS holder_name, \
    coalesce(u.upn, r.upn) AS holder_upn, n.assigned_end_user_id, n.assigned_resource_account_id, \
    n.current_carrier, n.losing_account_id, a.btn AS losing_account_btn, n.rate_center, n.open_port_order_id, \
    o.pon AS port_order_pon, n.foc_date, n.rejection_reason, n.notes, n.import_batch_id, \
    b.file_name AS import_file_name, (SELECT min(w.sheet) FROM import_rows w WHERE w.entity_id = n.id \
    AND w.import_batch_id = n.import_batch_id AND w.source_row = n.source_row) AS import_sheet, n.source_row";

const FROM: &str = " FROM phone_numbers n \
    LEFT JOIN end_users u ON u.id = n.assigned_end_user_id \
    LEFT JOIN resource_accounts r ON r.id = n.assigned_resource_account_id \
    LEFT JOIN losing_accounts a ON a.id = n.losing_account_id \
    LEFT JOIN port_orders o ON o.id = n.open_port_order_id \
    LEFT JOIN import_batches b ON b.id = n.import_batch_id WHERE TRUE";

const LIST: GridList = GridList {
    select: SELECT,
    from: FROM,
    id: "n.id",
    migration_id: "n.migration_id",
    columns: COLUMNS,
    ties: "n.number, n.extension, n.id",
    push_search,
};

const COLUMNS: &[GridColumn] = &[
    GridColumn::required("id", "n.id", Cell::Uuid),
    GridColumn::required("migrationId", "n.migration_id", Cell::Uuid),
    GridColumn::required("revision", "n.revision", Cell::Integer),
    GridColumn::required("number", "n.number", Cell::Text),
    GridColumn::required("extension", "n.extension", Cell::Text),
    GridColumn::required("numberType", "n.number_type", coded::<PhoneNumberType>()),
    GridColumn::required("usage", "n.usage", coded::<NumberUsage>()),
    GridColumn::required("portingStatus", "n.porting_status", coded::<PortingStatus>()),
    GridColumn::required("disposition", "n.disposition", coded::<Disposition>()),
    GridColumn::new("description", "n.description", Cell::Text),
    GridColumn::new(
        "holderName",
        "coalesce(u.display_name, r.display_name)",
        Cell::Text,
    ),
    GridColumn::new("holderUpn", "coalesce(u.upn, r.upn)", Cell::Text),
    GridColumn::new("assignedEndUserId", "n.assigned_end_user_id", Cell::Uuid),
    GridColumn::new(
        "assignedResourceAccountId",
        "n.assigned_resource_account_id",
        Cell::Uuid,
    ),
    GridColumn::new("currentCarrier", "n.current_carrier", Cell::Text),
    GridColumn::new("losingAccountId", "n.losing_account_id", Cell::Uuid),
    GridColumn::new("losingAccountBtn", "a.btn", Cell::Text),
    GridColumn::new("rateCenter", "n.rate_center", Cell::Text),
    GridColumn::new("openPortOrderId", "n.open_port_order_id", Cell::Uuid),
    GridColumn::new("portOrderPon", "o.pon", Cell::Text),
    GridColumn::new("focDate", "n.foc_date", Cell::Date),
    GridColumn::new("rejectionReason", "n.rejection_reason", Cell::Text),
    GridColumn::new("notes", "n.notes", Cell::Text),
    GridColumn::new("importBatchId", "n.import_batch_id", Cell::Uuid),
    GridColumn::new("importFileName", "b.file_name", Cell::Text),
    GridColumn::new("sourceRow", "n.source_row", Cell::Integer),
    // No fields of the row: the numbers that another migration has, and those of the view `unassigned_numbers`.
    GridColumn::required(
        "elsewhere",
        "EXISTS (SELECT 1 FROM phone_numbers e WHERE e.number = n.number AND e.migration_id <> n.migration_id)",
        Cell::Bool,
    ),
    GridColumn::required(
        "unassigned",
        "(n.number_type = 'user' AND n.assigned_end_user_id IS NULL AND n.assigned_resource_account_id IS NULL)",
        Cell::Bool,
    ),
];

const SEARCHED: Searched = Searched {
    indexed: "n.rowid IN (SELECT rowid FROM phone_numbers_search WHERE phone_numbers_search MATCH ",
    text: "n.search_text",
};

/// A window of a migration's numbers or of all.
///
/// The search looks for the digits in the number, whatever the punctuation, and for the text in description,
/// notes and the holder's name and UPN. Besides the fields of the row there are the filter columns `unassigned` (`true` or
/// `false`): numbers for people that nobody holds, and `elsewhere`: numbers that another migration has, too.
///
/// # Errors
/// [`crate::StoreError::BadQuery`].
pub async fn page_phone_numbers(
    tx: &mut Tx,
    migration_id: Option<MigrationId>,
    query: &GridQuery,
) -> Result<Page<NumberRow>> {
    LIST.page(tx, migration_id, query).await
}

fn push_search(statement: &mut Statement, on_sqlite: bool, term: &str) {
    push_contains(statement, on_sqlite, &SEARCHED, term);
    if let Some(digits) = digits(term) {
        statement.push(" OR ");
        push_like(statement, "n.number", &digits);
    }
    let folded = fold(term);
    let columns = ["u.name_key", "u.upn_key", "r.upn_key", "lower(r.display_name)"];
    for column in columns {
        statement.push(" OR ");
        push_like(statement, column, &folded);
    }
}

/// The numbers that a grid shows without its window, in the order of the grid.
///
/// # Errors
/// [`crate::StoreError::BadQuery`].
pub async fn list_number_ids(
    tx: &mut Tx,
    migration_id: MigrationId,
    query: &GridQuery,
) -> Result<Vec<PhoneNumberId>> {
    LIST.ids(tx, migration_id, query).await
}

/// The rows of these numbers, in the order of the ids; ids of no number are left out.
pub async fn list_number_rows(tx: &mut Tx, ids: &[PhoneNumberId]) -> Result<Vec<NumberRow>> {
    LIST.rows(tx, ids, |row: &NumberRow| row.id).await
}
