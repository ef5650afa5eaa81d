//! Rules that the databases hold by themselves: open orders, holders, append-only tables, `updated_at`, tenants.

use crate::common::{ICU, on_each, on_postgres};
use crate::database::{Database, id};

/// The refusal of a statement that must not succeed.
async fn refused(database: &mut Database, sql: &str) -> String {
    database.attempt(sql).await.expect_err(sql)
}

#[tokio::test]
async fn a_number_is_in_one_open_order() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let number = database.number(id(3), 1, "not_started").await;
        let extension = database.number(id(3), 2, "not_started").await;
        let (first, second) = (database.order(1).await, database.order(2).await);
        let line = |row: u32, order, number, shares: &str| {
            format!(
                "INSERT INTO port_order_numbers (id, customer_id, port_order_id, phone_number_id, e164, shares_base)
                 VALUES ('{}', '{}', '{order}', '{number}', '+12145550100', {shares})",
                id(row),
                id(1)
            )
        };
        let listed = |row: u32, order| line(row, order, extension, "FALSE");
        database.run(&line(101, first, number, "FALSE")).await;
        let message = refused(&mut database, &listed(102, second)).await;
        let named = if database.is_sqlite() {
            "port_order_numbers.e164"
        } else {
            "port_order_numbers_open"
        };
        assert!(message.contains(named), "{message}");
        let message = refused(&mut database, &line(102, second, extension, "TRUE")).await;
        assert!(message.contains("shared_line"), "no line stands for it: {message}");
        database.run(&line(102, first, extension, "TRUE")).await;
        database
            .run("UPDATE port_order_numbers SET is_open = FALSE, removed_in_version = 2")
            .await;
        database.run(&listed(103, second)).await;
        refused(
            &mut database,
            "UPDATE port_order_numbers SET is_open = TRUE, removed_in_version = NULL",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_number_has_one_holder_and_a_resource_account_one_number() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let person = database.person(id(3), 1).await;
        let (first, second) =
            (database.number(id(3), 1, "ported").await, database.number(id(3), 2, "ported").await);
        let account = id(50);
        let insert = format!(
            "INSERT INTO resource_accounts (id, customer_id, migration_id, upn, upn_key, display_name, account_type)
             VALUES ('{account}', '{}', '{}', 'aa@contoso.com', 'aa@contoso.com', 'Main', 'auto_attendant')",
            id(1),
            id(3)
        );
        database.run(&insert).await;
        let hold = |number, column: &str, holder| {
            format!("UPDATE phone_numbers SET {column} = '{holder}' WHERE id = '{number}'")
        };
        database.run(&hold(first, "assigned_resource_account_id", account)).await;
        refused(&mut database, &hold(first, "assigned_end_user_id", person)).await;
        let message = refused(&mut database, &hold(second, "assigned_resource_account_id", account)).await;
        assert!(message.contains("resource_account"), "{message}");
        database.run(&hold(second, "assigned_end_user_id", person)).await;
        refused(&mut database, &format!("DELETE FROM end_users WHERE id = '{person}'")).await;
    })
    .await;
}

#[tokio::test]
async fn no_person_holds_a_toll_free_number() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let (customer, migration, person) = (id(1), id(3), database.person(id(3), 1).await);
        let insert = |row: u32, number: &str, holder: &str| {
            format!(
                "INSERT INTO phone_numbers (id, customer_id, migration_id, number, assigned_end_user_id)
                 VALUES ('{}', '{customer}', '{migration}', '{number}', {holder})",
                id(row)
            )
        };
        let held = format!("'{person}'");
        for number in ["+18005550134", "+18885550134"] {
            let message = refused(&mut database, &insert(60, number, &held)).await;
            assert!(message.contains("toll_free_holder"), "{message}");
        }
        database.run(&insert(61, "+18005550134", "NULL")).await;
        database.run(&insert(62, "+18215550134", &held)).await;
        database.run(&insert(63, "+4418005550134", &held)).await;
        let give = format!(
            "UPDATE phone_numbers SET assigned_end_user_id = {held} WHERE id = '{}'",
            id(61)
        );
        let message = refused(&mut database, &give).await;
        assert!(message.contains("toll_free_holder"), "{message}");
    })
    .await;
}

#[tokio::test]
async fn histories_refuse_change() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let (order, at) = (database.order(1).await, "2026-11-30T09:00:00.000Z");
        let [customer, member, row] = [1, 6, 70].map(id);
        database
            .run(&format!(
                "INSERT INTO activity_log (id, at, actor_name, entity_type, entity_id, action, change_set_id)
                 VALUES ('{row}', '{at}', 'Mia', 'customers', '{customer}', 'customer_add', '{row}');
                 INSERT INTO port_order_events (id, customer_id, port_order_id, to_status, actor_id, at)
                 VALUES ('{row}', '{customer}', '{order}', 'draft', '{member}', '{at}');
                 INSERT INTO port_order_versions (id, customer_id, port_order_id, version, snapshot, at)
                 VALUES ('{row}', '{customer}', '{order}', 1, '{{}}', '{at}')"
            ))
            .await;
        for table in ["activity_log", "port_order_events", "port_order_versions"] {
            for sql in [
                format!("UPDATE {table} SET at = at"),
                format!("DELETE FROM {table}"),
            ] {
                assert_eq!(
                    refused(&mut database, &sql).await,
                    format!("append_only: {table}")
                );
            }
            if !database.is_sqlite() {
                let message = refused(&mut database, &format!("TRUNCATE {table}")).await;
                assert_eq!(message, format!("append_only: {table}"));
            }
            assert_eq!(
                database
                    .text(&format!("SELECT CAST(count(*) AS TEXT) FROM {table}"))
                    .await,
                "1"
            );
        }
    })
    .await;
}

/// `updated_at` as text that is the same for the same instant on one database.
async fn updated_at(database: &mut Database, table: &str) -> String {
    database
        .text(&format!("SELECT CAST(min(updated_at) AS TEXT) FROM {table}"))
        .await
}

#[tokio::test]
async fn updated_at_moves_only_where_the_statement_left_it_alone() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        database.number(id(3), 1, "not_started").await;
        let set = "UPDATE customers SET updated_at = '2020-02-02T02:02:02.020Z', revision = revision + 1";
        database.run(set).await;
        let fixed = updated_at(&mut database, "customers").await;
        assert!(fixed.starts_with("2020-02-02"), "{fixed}");
        database.run(&format!("{set}, notes = 'same clock'")).await;
        assert_eq!(
            updated_at(&mut database, "customers").await,
            fixed,
            "a fixed clock sets the same instant again"
        );
        database.run("UPDATE customers SET notes = 'by hand'").await;
        assert!(updated_at(&mut database, "customers").await.as_str() > "2026");

        database
            .run("UPDATE migrations SET updated_at = '2020-02-02T02:02:02.020Z'")
            .await;
        database.number(id(3), 2, "ported").await;
        database.person(id(3), 1).await;
        assert!(
            updated_at(&mut database, "migrations").await.starts_with("2020"),
            "counters leave it alone"
        );
        let revisions = "SELECT DISTINCT CAST(revision AS TEXT) FROM migrations";
        assert_eq!(database.texts(revisions).await, ["1"]);
    })
    .await;
}

#[tokio::test]
async fn every_table_with_updated_at_is_touched() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let (tables, triggers) = if database.is_sqlite() {
            (
                "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND c.name = 'updated_at' ORDER BY 1",
                "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name = tbl_name || '_touch' ORDER BY 1",
            )
        } else {
            (
                "SELECT CAST(table_name AS TEXT) COLLATE \"C\" FROM information_schema.columns
                 WHERE table_schema = 'public' AND column_name = 'updated_at' ORDER BY 1",
                "SELECT CAST(event_object_table AS TEXT) COLLATE \"C\" FROM information_schema.triggers
                 WHERE trigger_name = event_object_table || '_touch' ORDER BY 1",
            )
        };
        let expected = database.texts(tables).await;
        assert_eq!(expected.len(), 31);
        assert_eq!(database.texts(triggers).await, expected);
    })
    .await;
}

#[tokio::test]
async fn no_row_points_to_another_customers_data() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        let (other, person) = (id(90), database.person(id(3), 1).await);
        database
            .run(&format!(
                "INSERT INTO customers (id, name, name_key, time_zone)
                 VALUES ('{other}', 'Fabrikam', 'fabrikam', 'Europe/Berlin')"
            ))
            .await;
        let number = format!(
            "INSERT INTO phone_numbers (id, customer_id, migration_id, number)
             VALUES ('{}', '{other}', '{}', '+12145550100')",
            id(91),
            id(3)
        );
        let message = refused(&mut database, &number).await;
        assert!(message.to_lowercase().contains("foreign key"), "{message}");
        let moved = format!("UPDATE end_users SET customer_id = '{other}' WHERE id = '{person}'");
        refused(&mut database, &moved).await;
        refused(
            &mut database,
            &format!("DELETE FROM customers WHERE id = '{}'", id(1)),
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn malformed_values_are_refused() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        database.number(id(3), 1, "not_started").await;
        for set in [
            "phone_numbers SET number = '2145550100'",
            "phone_numbers SET number = '+1214555010O'",
            "phone_numbers SET number = '+0'",
            "phone_numbers SET extension = 'x1'",
            "phone_numbers SET disposition = 'keep'",
            "phone_numbers SET foc_date = 'soon'",
            "phone_numbers SET ported_at = 'yesterday morning'",
            "sites SET business_hours = '{'",
            "migrations SET status = 'on_hold'",
        ] {
            refused(&mut database, &format!("UPDATE {set}")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn text_is_ordered_by_code_point_whatever_the_database_was_made_with() {
    let story = |place| async move {
        let mut database = Database::with_basics(&place).await;
        for (key, name) in ["b", "Ä", "a", "B", "_", "é"].into_iter().enumerate() {
            let person = database.person(id(3), u32::try_from(key).unwrap()).await;
            let rename = format!("UPDATE end_users SET display_name = '{name}' WHERE id = '{person}'");
            database.run(&rename).await;
        }
        let names = database
            .texts("SELECT display_name FROM end_users ORDER BY display_name")
            .await;
        assert_eq!(names, ["B", "_", "a", "b", "Ä", "é"]);
    };
    on_each(story).await;
    on_postgres(ICU, story).await;
}
