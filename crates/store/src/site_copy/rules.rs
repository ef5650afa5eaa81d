//! Which rows of which table come along with a site. Every table has its line here, and a test holds the list against
//! the schema: a new table is copied by a rule or left out for a reason, and cannot be forgotten.

/// Which rows of a table come along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The site that is saved.
    Site,
    /// Those that one of these columns ties to a row that is the site's own.
    Hangs(&'static [&'static str]),
    /// Those that this column ties to the site, and those of the customer that are tied to no site.
    HangsOrGeneral(&'static str),
    /// Those that another row which comes along refers to.
    Named,
    /// Those whose parent in this column comes along, for whatever reason.
    With(&'static str),
    /// All of the workspace; they tell of no customer.
    Every,
    /// The log of the rows that come along, and of the site's migrations.
    Told,
    /// None, and why.
    LeftOut(&'static str),
}

/// A line for every table.
const RULES: &[(&str, Rule)] = &[
    ("activity_log", Rule::Told),
    ("attachment_contents", Rule::Named),
    ("attachment_thumbnails", Rule::With("sha256")),
    ("attachments", Rule::Hangs(&["site_id", "port_order_id"])),
    ("auto_attendants", Rule::Hangs(&["migration_id"])),
    (
        "bulk_import",
        Rule::LeftOut("it has a row only inside a transaction"),
    ),
    ("call_queue_agents", Rule::Hangs(&["call_queue_id"])),
    ("call_queues", Rule::Hangs(&["migration_id"])),
    ("carrier_workbooks", Rule::With("carrier_id")),
    ("carriers", Rule::Every),
    ("circuits", Rule::Hangs(&["site_id"])),
    ("contacts", Rule::HangsOrGeneral("site_id")),
    ("customers", Rule::Named),
    ("devices", Rule::Hangs(&["site_id"])),
    ("discovery_sections", Rule::Hangs(&["site_id"])),
    ("emergency_locations", Rule::Hangs(&["site_id"])),
    ("end_users", Rule::Hangs(&["migration_id"])),
    ("generated_scripts", Rule::Hangs(&["migration_id"])),
    ("import_batches", Rule::Hangs(&["migration_id"])),
    ("import_rows", Rule::Hangs(&["import_batch_id"])),
    ("import_sheets", Rule::Hangs(&["import_batch_id"])),
    ("legacy_systems", Rule::Hangs(&["site_id"])),
    ("licenses", Rule::Hangs(&["site_id"])),
    ("losing_account_numbers", Rule::With("losing_account_id")),
    ("losing_accounts", Rule::Named),
    (
        "mapping_profiles",
        Rule::LeftOut("they were learnt from the files of all customers"),
    ),
    ("migration_assignments", Rule::Hangs(&["migration_id"])),
    ("migrations", Rule::Hangs(&["site_id"])),
    ("network_segments", Rule::Hangs(&["site_id"])),
    ("phone_numbers", Rule::Hangs(&["migration_id"])),
    ("port_order_documents", Rule::Hangs(&["port_order_id"])),
    ("port_order_events", Rule::Hangs(&["port_order_id"])),
    ("port_order_numbers", Rule::Hangs(&["port_order_id"])),
    ("port_order_versions", Rule::Hangs(&["port_order_id"])),
    ("port_orders", Rule::Hangs(&["migration_id"])),
    ("problem_waivers", Rule::Hangs(&["migration_id"])),
    ("questionnaire_answers", Rule::Hangs(&["site_id"])),
    ("questionnaires", Rule::Named),
    ("resource_accounts", Rule::Hangs(&["migration_id"])),
    (
        "saved_views",
        Rule::LeftOut("they are how people of this workspace look at it"),
    ),
    ("site_questionnaires", Rule::Hangs(&["site_id"])),
    ("sites", Rule::Site),
    ("special_lines", Rule::Hangs(&["site_id"])),
    (
        "status_edges",
        Rule::LeftOut("the migrations of the schema fill it"),
    ),
    ("team_members", Rule::Named),
    ("workspace", Rule::LeftOut("the file is a workspace of its own")),
];

/// The rule of a table; none for a table that nobody has thought of.
pub fn rule_of(table: &str) -> Option<Rule> {
    let line = RULES.iter().find(|(name, _)| *name == table);
    line.map(|(_, rule)| *rule)
}

/// Rows that stay behind in a table whose others come along: a column, the value that they have in it, and why.
const STAY_BEHIND: &[(&str, &str, &str)] = &[
    // A carrier's list of what became of its orders names those of other customers, too.
    ("attachments", "kind", "result"),
];

/// The column and value of the rows that stay behind.
pub(super) fn stays_behind(table: &str) -> Option<(&'static str, &'static str)> {
    let line = STAY_BEHIND.iter().find(|(name, _, _)| *name == table);
    line.map(|(_, column, value)| (*column, *value))
}

/// What becomes of a column that is not copied as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// Ciphertext and the name of its key, which stays with the workspace; counted where the column is ciphertext.
    Secret { is_counted: bool },
    /// It tells of the machine or server that the workspace is on.
    Emptied,
    /// Counted anew by the triggers.
    Counted,
    /// It may name a document that stays behind; counted where it does.
    Evidence,
    /// Remarks of an import, one of which may name the path of another customer's migration.
    Remarks,
}

/// The columns that are not copied as they are.
const CHANGES: &[(&str, &str, Change)] = &[
    (
        "losing_accounts",
        "account_number_sealed",
        Change::Secret { is_counted: true },
    ),
    (
        "losing_accounts",
        "account_number_key_id",
        Change::Secret { is_counted: false },
    ),
    (
        "losing_accounts",
        "pin_sealed",
        Change::Secret { is_counted: true },
    ),
    (
        "losing_accounts",
        "pin_key_id",
        Change::Secret { is_counted: false },
    ),
    ("team_members", "database_role", Change::Emptied),
    ("generated_scripts", "saved_path", Change::Emptied),
    ("migrations", "total_numbers", Change::Counted),
    ("migrations", "ported_numbers", Change::Counted),
    ("migrations", "total_users", Change::Counted),
    ("migrations", "configured_users", Change::Counted),
    ("port_order_events", "evidence_attachment_id", Change::Evidence),
    ("import_rows", "issues", Change::Remarks),
];

/// What becomes of a column, if it is not copied as it is.
pub(super) fn change_of(table: &str, column: &str) -> Option<Change> {
    let line = CHANGES
        .iter()
        .find(|(of, name, _)| *of == table && *name == column);
    line.map(|(_, _, change)| *change)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::NewWorkspace;
    use crate::secret::MemoryKeyring;
    use crate::site_copy::catalogue::Catalogue;
    use crate::store::Store;
    use portflow_domain::ids::{EntityId, WorkspaceId};
    use std::sync::Arc;

    async fn catalogue() -> Catalogue {
        let folder = tempfile::tempdir().unwrap();
        let new = NewWorkspace {
            workspace_id: WorkspaceId::from_uuid(uuid::Uuid::from_u128(1)),
            application_version: "0.1.0".to_owned(),
            now: "2026-11-30T09:00:00.000Z".parse().unwrap(),
        };
        let keyring = Arc::new(MemoryKeyring::default());
        let path = folder.path().join("new.portflow");
        let store = Store::create_sqlite(&path, &new, keyring).await.unwrap();
        let catalogue = Catalogue::read(&mut store.read().await.unwrap()).await.unwrap();
        store.close().await;
        catalogue
    }

    #[tokio::test]
    async fn every_table_comes_along_by_a_rule_or_is_left_out_for_a_reason() {
        let catalogue = catalogue().await;
        let mut tables: Vec<_> = catalogue
            .parents_first()
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        tables.sort_unstable();
        let ruled: Vec<_> = RULES.iter().map(|(table, _)| *table).collect();
        assert_eq!(
            tables, ruled,
            "a table of the schema has no rule, or a rule has no table"
        );
    }

    #[tokio::test]
    async fn the_columns_that_rules_name_are_there_and_refer_to_something() {
        let catalogue = catalogue().await;
        for table in catalogue.parents_first() {
            let columns: &[&str] = match rule_of(&table.name).unwrap() {
                Rule::Hangs(columns) => columns,
                Rule::HangsOrGeneral(column) | Rule::With(column) => &[column],
                Rule::Site | Rule::Named | Rule::Every | Rule::Told | Rule::LeftOut(_) => &[],
            };
            for column in columns {
                let refers = table.references.iter().any(|it| it.column == *column);
                assert!(refers, "{}.{column}", table.name);
            }
        }
        for (table, column, _) in CHANGES {
            let tables = catalogue.parents_first();
            let found = tables.iter().find(|it| it.name == *table).unwrap();
            assert!(found.has(column), "{table}.{column}");
        }
    }

    /// A ciphertext or the name of a key opens nothing elsewhere, so none may be copied unseen.
    #[tokio::test]
    async fn no_sealed_column_comes_along() {
        for table in catalogue().await.parents_first() {
            for column in &table.columns {
                let is_sealed = column.name.ends_with("_sealed") || column.name.ends_with("_key_id");
                let is_bytes = column.kind == "BLOB" && column.name != "content";
                if is_sealed || is_bytes {
                    let change = change_of(&table.name, &column.name);
                    assert!(
                        matches!(change, Some(Change::Secret { .. })),
                        "{}.{}",
                        table.name,
                        column.name
                    );
                }
            }
        }
    }
}
