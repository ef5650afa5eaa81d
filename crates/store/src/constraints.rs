//! What a refusal of the database means: one table from unique indexes to the field a person would change, and
//! the result codes of both databases.

use sqlx::error::{DatabaseError, ErrorKind};

use crate::error::StoreError;

/// Primary result codes of SQLite that mean something to a person.
const SQLITE_BUSY: i64 = 5;
const SQLITE_LOCKED: i64 = 6;
const SQLITE_READONLY: i64 = 8;
const SQLITE_CORRUPT: i64 = 11;
const SQLITE_FULL: i64 = 13;
const SQLITE_NOTADB: i64 = 26;

/// Extended result codes of ON DELETE RESTRICT: SQLite reports it as the refusal of a trigger, PostgreSQL from
/// version 18 on apart from other foreign keys.
const SQLITE_CONSTRAINT_TRIGGER: &str = "1811";
const POSTGRES_RESTRICT: &str = "23001";

/// A unique index: its name (PostgreSQL tells it), its columns (SQLite tells them), and what it means.
struct Unique {
    index: &'static str,
    columns: &'static str,
    entity: &'static str,
    field: &'static str,
}

const fn unique(
    index: &'static str,
    columns: &'static str,
    entity: &'static str,
    field: &'static str,
) -> Unique {
    Unique {
        index,
        columns,
        entity,
        field,
    }
}

const UNIQUE: &[Unique] = &[
    unique("team_members_email", "team_members.email_key", "member", "email"),
    unique("carriers_code", "carriers.code", "carrier", "code"),
    unique("customers_name", "customers.name_key", "customer", "name"),
    unique("sites_name", "sites.customer_id, sites.name_key", "site", "name"),
    unique(
        "migrations_name",
        "migrations.site_id, migrations.name_key",
        "migration",
        "name",
    ),
    unique(
        "port_order_documents_kind",
        "port_order_documents.port_order_id, port_order_documents.kind",
        "document of the port order",
        "kind",
    ),
    unique(
        "migration_assignments_pair",
        "migration_assignments.migration_id, migration_assignments.team_member_id",
        "assignment",
        "team_member_id",
    ),
    unique(
        "losing_account_numbers_number",
        "losing_account_numbers.losing_account_id, losing_account_numbers.number, losing_account_numbers.source",
        "number of the account",
        "number",
    ),
    unique(
        "port_order_versions_version",
        "port_order_versions.port_order_id, port_order_versions.version",
        "version of the order",
        "version",
    ),
    unique(
        "import_sheets_sheet",
        "import_sheets.import_batch_id, import_sheets.sheet",
        "sheet",
        "sheet",
    ),
    unique(
        "import_rows_record",
        "import_rows.import_batch_id, import_rows.sheet, import_rows.source_row, import_rows.entity_type, import_rows.ordinal",
        "import row",
        "ordinal",
    ),
    unique(
        "mapping_profiles_name",
        "mapping_profiles.name_key",
        "mapping profile",
        "name",
    ),
    unique(
        "end_users_upn",
        "end_users.upn_key, end_users.migration_id",
        "person",
        "upn",
    ),
    unique(
        "end_users_user_key",
        "end_users.user_key, end_users.migration_id",
        "person",
        "user_key",
    ),
    unique(
        "auto_attendants_name",
        "auto_attendants.migration_id, auto_attendants.name_key",
        "auto attendant",
        "name",
    ),
    unique(
        "call_queues_name",
        "call_queues.migration_id, call_queues.name_key",
        "call queue",
        "name",
    ),
    unique(
        "call_queue_agents_pair",
        "call_queue_agents.call_queue_id, call_queue_agents.end_user_id",
        "agent",
        "end_user_id",
    ),
    unique(
        "resource_accounts_upn",
        "resource_accounts.upn_key, resource_accounts.migration_id",
        "resource account",
        "upn",
    ),
    unique(
        "phone_numbers_number",
        "phone_numbers.migration_id, phone_numbers.number, phone_numbers.extension",
        "number",
        "number",
    ),
    unique(
        "phone_numbers_resource_account",
        "phone_numbers.assigned_resource_account_id",
        "number",
        "assigned_resource_account_id",
    ),
    unique(
        "port_order_numbers_open",
        "port_order_numbers.e164",
        "open order",
        "number",
    ),
    unique(
        "port_order_numbers_open_record",
        "port_order_numbers.phone_number_id",
        "open order",
        "number",
    ),
    unique(
        "problem_waivers_problem",
        "problem_waivers.entity_id, problem_waivers.code, problem_waivers.fingerprint",
        "waiver",
        "fingerprint",
    ),
    unique(
        "saved_views_shared",
        "saved_views.screen, saved_views.name_key",
        "view",
        "name",
    ),
    unique(
        "saved_views_own",
        "saved_views.screen, saved_views.team_member_id, saved_views.name_key",
        "view",
        "name",
    ),
];

/// What an error of either database means; nothing when it means a fault of the program.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds that sqlx does not tell apart are told by their codes"
)]
fn classify(error: &(dyn DatabaseError + 'static)) -> Option<StoreError> {
    let (code, message) = (error.code().unwrap_or_default(), error.message());
    if let Some(what) = message.strip_prefix("illegal_transition: ") {
        return Some(StoreError::IllegalTransition {
            text: format!("the database refuses this step of {what}"),
        });
    }
    if let Some(table) = message.strip_prefix("append_only: ") {
        return Some(StoreError::AppendOnly {
            table: table.to_owned(),
        });
    }
    if message.starts_with("toll_free_holder: ") {
        return Some(StoreError::Invalid {
            rule: message.to_owned(),
        });
    }
    if code == SQLITE_CONSTRAINT_TRIGGER || code == POSTGRES_RESTRICT {
        return Some(StoreError::InUse {
            entity: error.table().unwrap_or("row").to_owned(),
        });
    }
    match error.kind() {
        ErrorKind::UniqueViolation => duplicate(error.constraint(), message),
        ErrorKind::ForeignKeyViolation => Some(StoreError::InUse {
            entity: error.table().unwrap_or("row").to_owned(),
        }),
        // The name of the rule, never the row's values, which PostgreSQL keeps in its detail.
        ErrorKind::CheckViolation | ErrorKind::NotNullViolation => Some(StoreError::Invalid {
            rule: message.to_owned(),
        }),
        _ => match code.parse::<i64>() {
            Ok(number) if error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() => {
                sqlite_failure(number & 0xff)
            }
            _ => postgres_failure(&code),
        },
    }
}

fn duplicate(constraint: Option<&str>, message: &str) -> Option<StoreError> {
    let columns = message.strip_prefix("UNIQUE constraint failed: ");
    let known = UNIQUE
        .iter()
        .find(|it| constraint == Some(it.index) || columns == Some(it.columns))?;
    Some(StoreError::Duplicate {
        entity: known.entity,
        field: known.field,
    })
}

fn sqlite_failure(primary: i64) -> Option<StoreError> {
    Some(match primary {
        SQLITE_BUSY | SQLITE_LOCKED => StoreError::Busy,
        SQLITE_FULL => StoreError::DiskFull,
        SQLITE_READONLY => StoreError::ReadOnly {
            place: "the workspace".to_owned(),
        },
        SQLITE_CORRUPT | SQLITE_NOTADB => StoreError::Damaged {
            place: "the workspace".to_owned(),
        },
        _ => return None,
    })
}

fn postgres_failure(code: &str) -> Option<StoreError> {
    Some(match code {
        // Lock timeout, deadlock, serialization failure.
        "55P03" | "40P01" | "40001" => StoreError::Busy,
        "53100" => StoreError::DiskFull,
        "25006" => StoreError::ReadOnly {
            place: "the workspace".to_owned(),
        },
        _ => return None,
    })
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if let sqlx::Error::Database(refusal) = &error {
            return classify(refusal.as_ref()).unwrap_or(Self::Database(error));
        }
        if matches!(error, sqlx::Error::PoolTimedOut) {
            return Self::Busy;
        }
        Self::Database(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// Every unique index that both databases declare, with its columns as SQLite names them.
    fn declared(sql: &str) -> BTreeMap<String, String> {
        let flat = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts = flat.split("CREATE UNIQUE INDEX ").skip(1);
        parts
            .map(|part| {
                let (index, rest) = part.split_once(" ON ").unwrap();
                let (table, rest) = rest.split_once(" (").unwrap();
                let columns = rest.split_once(')').unwrap().0.split(", ");
                let columns: Vec<_> = columns.map(|column| format!("{table}.{column}")).collect();
                (index.to_owned(), columns.join(", "))
            })
            .collect()
    }

    #[test]
    fn every_unique_index_has_a_meaning() {
        let known: BTreeMap<_, _> = UNIQUE
            .iter()
            .map(|it| (it.index.to_owned(), it.columns.to_owned()))
            .collect();
        let sqlite = [
            include_str!("../../../migrations/sqlite/0001_init.sql"),
            include_str!("../../../migrations/sqlite/0009_extension_lines.sql"),
            include_str!("../../../migrations/sqlite/0010_order_documents.sql"),
            include_str!("../../../migrations/sqlite/0011_inventory.sql"),
        ];
        let postgres = [
            include_str!("../../../migrations/postgres/0001_init.sql"),
            include_str!("../../../migrations/postgres/0009_extension_lines.sql"),
            include_str!("../../../migrations/postgres/0010_order_documents.sql"),
            include_str!("../../../migrations/postgres/0011_inventory.sql"),
        ];
        assert_eq!(declared(&sqlite.concat()), known);
        assert_eq!(declared(&postgres.concat()), known);
    }
}
