//! The two schemas and the domain say the same: tables, columns, kinds, nullability, values, keys, indexes.

use std::collections::BTreeMap;

use portflow_domain::coded::Coded;
use portflow_domain::enums::*;
use portflow_domain::transitions::{port_order, porting_status};

use crate::common::{Place, on_each, on_postgres, on_sqlite};
use crate::database::Database;

/// Tables that exist only because of how SQLite searches and counts.
const SQLITE_ONLY: &str = "name NOT LIKE '%\\_search%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    AND name <> 'bulk_import'";

/// A line per thing of a schema, comparable between the databases.
async fn sqlite_lines(database: &mut Database, what: &str) -> Vec<String> {
    let sql = match what {
        "columns" => format!(
            "SELECT m.name || '.' || c.cid || ' ' || c.name || ' ' || c.type
                 || CASE WHEN c.\"notnull\" THEN ' NOT NULL' ELSE '' END
             FROM sqlite_schema m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND {} ORDER BY m.name, c.cid",
            SQLITE_ONLY.replace("name", "m.name")
        ),
        "views" => "SELECT m.name || '.' || c.cid || ' ' || c.name
             FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'view' ORDER BY m.name, c.cid"
            .to_owned(),
        "indexes" => format!(
            "SELECT m.name || ' on ' || m.tbl_name || ' (' || (
                 SELECT group_concat(i.name, ', ') FROM pragma_index_info(m.name) i
             ) || ')' || (SELECT CASE WHEN l.\"unique\" THEN ' unique' ELSE '' END
                 || CASE WHEN l.partial THEN ' partial' ELSE '' END
                 FROM pragma_index_list(m.tbl_name) l WHERE l.name = m.name)
             FROM sqlite_schema m WHERE m.type = 'index' AND m.sql IS NOT NULL AND {} ORDER BY m.name",
            SQLITE_ONLY.replace("name", "m.name")
        ),
        "keys" => "SELECT m.name || ' FOREIGN KEY (' || group_concat(f.\"from\", ', ') || ') REFERENCES '
                 || f.\"table\" || '(' || group_concat(f.\"to\", ', ') || ') ON DELETE ' || f.on_delete
             FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
             GROUP BY m.name, f.id ORDER BY 1"
            .to_owned(),
        other => panic!("{other}"),
    };
    database.texts(&sql).await
}

async fn postgres_lines(database: &mut Database, what: &str) -> Vec<String> {
    let sql = match what {
        "columns" => {
            "SELECT table_name || '.' || (ordinal_position - 1) || ' ' || column_name || ' ' || CASE
                 WHEN data_type IN ('bigint', 'boolean') THEN 'INTEGER'
                 WHEN data_type = 'bytea' THEN 'BLOB'
                 WHEN data_type IN ('uuid', 'date', 'jsonb', 'USER-DEFINED') THEN 'TEXT'
                 WHEN data_type = 'timestamp with time zone' AND datetime_precision = 3 THEN 'TEXT'
                 WHEN data_type = 'text' AND collation_name = 'C' THEN 'TEXT'
                 ELSE data_type || ' with the collation of the database' END
                 || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
             FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
             ORDER BY table_name COLLATE \"C\", ordinal_position"
        }
        "views" => {
            "SELECT table_name || '.' || (ordinal_position - 1) || ' ' || column_name
             FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
             WHERE table_schema = 'public' AND table_type = 'VIEW' ORDER BY table_name COLLATE \"C\", ordinal_position"
        }
        "indexes" => {
            "SELECT i.relname || ' on ' || t.relname || ' (' || (
                 SELECT string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = i.oid
             ) || ')' || CASE WHEN x.indisunique THEN ' unique' ELSE '' END
                 || CASE WHEN x.indpred IS NOT NULL THEN ' partial' ELSE '' END
             FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
             WHERE t.relnamespace = 'public'::regnamespace AND i.relname NOT LIKE '%\\_search'
                 AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.oid AND c.contype IN ('p', 'u'))
             ORDER BY i.relname COLLATE \"C\""
        }
        "keys" => {
            "SELECT (conrelid::regclass || ' ' || pg_get_constraintdef(oid)) COLLATE \"C\" FROM pg_constraint
             WHERE contype = 'f' ORDER BY 1"
        }
        other => panic!("{other}"),
    };
    database.texts(sql).await
}

async fn compare(sqlite: Place, postgres: Place) {
    let (mut sqlite, mut postgres) = (
        Database::migrate(&sqlite).await,
        Database::migrate(&postgres).await,
    );
    for (what, at_least) in [("columns", 400), ("views", 30), ("indexes", 50), ("keys", 45)] {
        let (left, right) = (
            sqlite_lines(&mut sqlite, what).await,
            postgres_lines(&mut postgres, what).await,
        );
        assert!(left.len() >= at_least, "only {} {what} seen", left.len());
        let only = |here: &[String], there: &[String]| -> Vec<String> {
            here.iter()
                .filter(|line| !there.contains(line))
                .cloned()
                .collect()
        };
        assert_eq!(
            (only(&left, &right), only(&right, &left)),
            (vec![], vec![]),
            "{what}: SQLite, PostgreSQL"
        );
        assert_eq!(left, right, "{what}");
    }
}

#[tokio::test]
async fn both_databases_have_the_same_schema() {
    on_sqlite(|sqlite| async move {
        on_postgres("", move |postgres| compare(sqlite.clone(), postgres)).await;
    })
    .await;
}

/// The codes of every enumeration that a column holds, by type name.
fn domain_values() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut values = BTreeMap::new();
    macro_rules! collect {
        ($($name:ident),+ $(,)?) => {$(
            values.insert($name::TYPE_NAME, $name::ALL.iter().map(|value| value.code()).collect());
        )+};
    }
    collect!(
        MigrationStatus,
        RoutingType,
        PhoneNumberType,
        NumberUsage,
        PortingStatus,
        Disposition,
        ResourceAccountType,
        CqRoutingMethod,
        OverflowAction,
        TeamRole,
        ContactKind,
        PortScope,
        NumberClass,
        PortOrderStatus,
        OrderNumberOutcome,
        OrderDocumentKind,
        OrderDocumentState,
        AccountNumberSource,
        RemainingAction,
        AttachmentKind,
        ImportTarget,
        ImportStatus,
        ImportOutcome,
        ScriptKind,
        DiscoverySection,
        DiscoveryState,
        NetworkKind,
        CircuitKind,
        SpecialLineKind,
        SpecialLineDecision,
        DeviceKind,
    );
    values
}

/// The values that SQLite's CHECK allows in a column of a table with this definition: `CHECK (column IN ('a', 'b'))` or
/// `CHECK (column = 'a' OR column = 'b')`.
fn checked_values<'a>(definition: &'a str, column: &str) -> Vec<&'a str> {
    let listed = format!("CHECK ({column} IN (");
    let compared = format!("CHECK ({column} = ");
    let (_, rest) = definition
        .split_once(&listed)
        .or_else(|| definition.split_once(&compared))
        .unwrap_or_else(|| panic!("no values of {column} are checked in {definition}"));
    let (check, _) = rest.split_once(')').unwrap();
    check.split('\'').skip(1).step_by(2).collect()
}

async fn compare_values(sqlite: Place, postgres: Place) {
    let (mut sqlite, mut postgres) = (
        Database::migrate(&sqlite).await,
        Database::migrate(&postgres).await,
    );
    let types = "SELECT t.typname || ' ' || string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder)
                 FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname ORDER BY 1";
    let mut stored = postgres.texts(types).await;
    let domain = domain_values();
    let mut expected: Vec<String> = domain
        .iter()
        .map(|(name, codes)| format!("{name} {}", codes.join(" ")))
        .collect();
    stored.sort();
    expected.sort();
    assert_eq!(stored, expected, "PostgreSQL and the domain");

    let columns = "SELECT table_name || ' ' || column_name || ' ' || udt_name FROM information_schema.columns
                   JOIN information_schema.tables USING (table_schema, table_name)
                   WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'USER-DEFINED'";
    let columns = postgres.texts(columns).await;
    assert!(columns.len() > domain.len());
    for line in columns {
        let [table, column, kind] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let definition = sqlite
            .text(&format!("SELECT sql FROM sqlite_schema WHERE name = '{table}'"))
            .await;
        assert_eq!(
            checked_values(&definition, column),
            domain[kind],
            "{table}.{column} in SQLite"
        );
    }
}

#[tokio::test]
async fn enumerations_have_the_values_of_the_domain() {
    on_sqlite(|sqlite| async move {
        on_postgres("", move |postgres| compare_values(sqlite.clone(), postgres)).await;
    })
    .await;
}

/// The steps of a machine as the databases hold them.
async fn compare_steps(place: Place) {
    let mut database = Database::migrate(&place).await;
    let held = "SELECT from_status || ' ' || to_status FROM status_edges WHERE machine = ";
    let mut porting = database.texts(&format!("{held}'porting_status'")).await;
    let mut orders = database.texts(&format!("{held}'port_order_status'")).await;
    let mut expected_porting: Vec<String> = porting_status::EDGES
        .iter()
        .map(|(from, to)| format!("{from} {to}"))
        .collect();
    let mut expected_orders: Vec<String> = port_order::edges()
        .iter()
        .filter(|edge| edge.from != edge.to)
        .map(|edge| format!("{} {}", edge.from, edge.to))
        .collect();
    for list in [
        &mut porting,
        &mut orders,
        &mut expected_porting,
        &mut expected_orders,
    ] {
        list.sort();
    }
    assert_eq!(porting, expected_porting);
    assert_eq!(orders, expected_orders);
}

#[tokio::test]
async fn the_databases_hold_the_steps_of_the_domain() {
    on_each(compare_steps).await;
}
