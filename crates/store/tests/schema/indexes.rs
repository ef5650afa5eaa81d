//! The queries people make most often are answered from the index meant for them.

use crate::common::on_each;
use crate::database::{Database, id};

/// What is asked, and the index that must answer.
fn questions() -> Vec<(&'static str, String)> {
    [about_numbers(), about_the_rest()].concat()
}

fn ask(index: &'static str, text: String) -> (&'static str, String) {
    (index, text)
}

fn about_numbers() -> Vec<(&'static str, String)> {
    let (migration, site, row) = (id(3), id(2), id(1_000_500));
    vec![
        ask("migrations_name", format!("SELECT * FROM migrations WHERE site_id = '{site}'")),
        ask("migrations_status", "SELECT * FROM migrations WHERE status = 'testing'".into()),
        ask("migrations_target_date", "SELECT * FROM migrations WHERE target_date < '2026-02-01'".into()),
        ask(
            "phone_numbers_status",
            format!("SELECT * FROM phone_numbers WHERE migration_id = '{migration}' AND porting_status = 'failed'"),
        ),
        ask(
            "phone_numbers_type",
            format!("SELECT * FROM phone_numbers WHERE migration_id = '{migration}' AND number_type = 'fax'"),
        ),
        ask("phone_numbers_end_user", format!("SELECT * FROM phone_numbers WHERE assigned_end_user_id = '{row}'")),
        ask(
            "phone_numbers_resource_account",
            format!("SELECT * FROM phone_numbers WHERE assigned_resource_account_id = '{row}'"),
        ),
        ask("phone_numbers_open_order", format!("SELECT * FROM phone_numbers WHERE open_port_order_id = '{row}'")),
        ask("phone_numbers_losing_account", format!("SELECT * FROM phone_numbers WHERE losing_account_id = '{row}'")),
        ask(
            "phone_numbers_number",
            format!(
                "SELECT * FROM phone_numbers
                 WHERE migration_id = '{migration}' ORDER BY number, extension LIMIT 50"
            ),
        ),
        ask("phone_numbers_anywhere", "SELECT * FROM phone_numbers WHERE number = '+12140000500'".into()),
        ask(
            "phone_numbers_written",
            format!(
                "SELECT * FROM phone_numbers
                 WHERE migration_id = '{migration}' AND updated_at > '2027-11-01T00:00:00.000Z'"
            ),
        ),
        ask("port_order_numbers_open", "SELECT * FROM port_order_numbers WHERE e164 = '+12140000050' AND is_open AND NOT shares_base".into()),
        ask(
            "phone_numbers_anywhere",
            format!(
                "SELECT count(DISTINCT n.number) FROM phone_numbers n WHERE EXISTS (SELECT 1 FROM phone_numbers e
                 WHERE e.number = n.number AND e.migration_id <> n.migration_id) AND n.migration_id = '{site}'"
            ),
        ),
    ]
}

fn about_the_rest() -> Vec<(&'static str, String)> {
    let (migration, site, row) = (id(3), id(2), id(1_000_500));
    vec![
        ask("end_users_upn", "SELECT * FROM end_users WHERE upn_key = 'user500@contoso.com'".into()),
        ask(
            "end_users_name",
            format!("SELECT * FROM end_users WHERE migration_id = '{migration}' ORDER BY name_key LIMIT 50"),
        ),
        ask(
            "end_users_configured",
            format!("SELECT count(*) FROM end_users WHERE migration_id = '{migration}' AND is_configured"),
        ),
        ask(
            "activity_log_entity",
            format!("SELECT * FROM activity_log WHERE entity_type = 'sites' AND entity_id = '{site}' ORDER BY at DESC"),
        ),
        ask(
            "activity_log_migration",
            format!("SELECT * FROM activity_log WHERE migration_id = '{migration}' ORDER BY at DESC LIMIT 50"),
        ),
        ask(
            "activity_log_at",
            "SELECT * FROM activity_log WHERE at >= '2026-11-01T00:00:00.000Z' AND at < '2026-11-08T00:00:00.000Z'"
                .into(),
        ),
        ask("activity_log_change_set", format!("SELECT * FROM activity_log WHERE change_set_id = '{row}'")),
        ask("losing_account_numbers_anywhere", "SELECT * FROM losing_account_numbers WHERE number = '+12145550150'".into()),
        ask("import_rows_entity", format!("SELECT * FROM import_rows WHERE entity_id = '{row}'")),
    ]
}

/// Enough rows, spread widely enough, that a planner has something to choose between.
async fn fill(database: &mut Database) {
    let (customer, migration) = (id(1), id(3));
    let statuses = [
        "not_started",
        "loa_submitted",
        "foc_received",
        "ported",
        "verified",
        "failed",
    ];
    let types = ["user", "fax", "shared", "other"];
    fill_migrations(database).await;
    for chunk in 0..8 {
        let (mut numbers, mut people, mut entries) = (Vec::new(), Vec::new(), Vec::new());
        for key in chunk * 250..(chunk + 1) * 250 {
            let (status, kind) = (statuses[key as usize % 6], types[key as usize / 6 % 4]);
            numbers.push(format!(
                "('{}', '{customer}', '{migration}', '+1214{key:07}', '{status}', '{kind}')",
                id(1_000_000 + key)
            ));
            people.push(format!(
                "('{}', '{customer}', '{migration}', 'u{key}', 'user{key}@contoso.com', 'U', 'name {}', {})",
                id(2_000_000 + key),
                key * 7 % 2000,
                key % 50 == 0
            ));
            entries.push(format!(
                "('{}', '2026-{:02}-{:02}T09:00:00.{:03}Z', 'Mia', '{}', 'sites', '{}', 'edit', '{}')",
                id(4_000_000 + key),
                key % 12 + 1,
                key % 28 + 1,
                key % 1000,
                id(key % 40),
                id(key % 500),
                id(key)
            ));
        }
        let (numbers, people, entries) = (numbers.join(","), people.join(","), entries.join(","));
        database
            .run(&format!(
                "INSERT INTO phone_numbers (id, customer_id, migration_id, number, porting_status, number_type)
                 VALUES {numbers};
                 INSERT INTO end_users
                     (id, customer_id, migration_id, upn, upn_key, display_name, name_key, is_configured)
                 VALUES {people};
                 INSERT INTO activity_log
                     (id, at, actor_name, migration_id, entity_type, entity_id, action, change_set_id)
                 VALUES {entries}"
            ))
            .await;
    }
    fill_orders(database).await;
    fill_listed(database).await;
    database.run("ANALYZE").await;
}

/// Ten orders over the same numbers; only the last one is open.
async fn fill_orders(database: &mut Database) {
    for key in 0..10 {
        let order = database.order(key).await;
        let open = key == 9;
        let listed: Vec<String> = (0..200)
            .map(|number| {
                let (row, listed) = (id(8_000_000 + key * 1000 + number), id(1_000_000 + number));
                format!(
                    "('{row}', '{}', '{order}', '{listed}', '+1214{number:07}', {open})",
                    id(1)
                )
            })
            .collect();
        let insert =
            "INSERT INTO port_order_numbers (id, customer_id, port_order_id, phone_number_id, e164, is_open)";
        database
            .run(&format!("{insert} VALUES {}", listed.join(",")))
            .await;
    }
}

/// Twenty accounts with what their carriers list.
async fn fill_listed(database: &mut Database) {
    let customer = id(1);
    for key in 0..20 {
        let account = id(9_000_000 + key);
        let listed: Vec<String> = (0..100)
            .map(|number| {
                let row = id(9_100_000 + key * 1000 + number);
                let number = format!("+1214{:07}", key * 1000 + number);
                format!("('{row}', '{customer}', '{account}', '{number}', 'csr', '2026-11-01')")
            })
            .collect();
        let listed = listed.join(",");
        database
            .run(&format!(
                "INSERT INTO losing_accounts (id, customer_id, carrier_name, name_on_account)
                 VALUES ('{account}', '{customer}', 'Old Telco', 'Contoso');
                 INSERT INTO losing_account_numbers (id, customer_id, losing_account_id, number, source, seen_on)
                 VALUES {listed}"
            ))
            .await;
    }
}

async fn fill_migrations(database: &mut Database) {
    let customer = id(1);
    let stages = [
        "planning",
        "discovery",
        "in_progress",
        "porting",
        "testing",
        "completed",
    ];
    let (mut sites, mut migrations) = (Vec::new(), Vec::new());
    for key in 0..300 {
        let (site, stage) = (id(6_000_000 + key), stages[key as usize % 6]);
        sites.push(format!(
            "('{site}', '{customer}', 'S', 's{key}', 'US', 'America/Chicago')"
        ));
        migrations.push(format!(
            "('{}', '{customer}', '{site}', 'M', 'm', '{stage}', 'direct_routing', '2026-{:02}-{:02}')",
            id(7_000_000 + key),
            key % 12 + 1,
            key % 28 + 1
        ));
    }
    let (sites, migrations) = (sites.join(","), migrations.join(","));
    database
        .run(&format!(
            "INSERT INTO sites (id, customer_id, name, name_key, country, time_zone) VALUES {sites};
             INSERT INTO migrations (id, customer_id, site_id, name, name_key, status, routing_type, target_date)
             VALUES {migrations}"
        ))
        .await;
}

async fn plan(database: &mut Database, question: &str) -> String {
    if database.is_sqlite() {
        database.plan_details(question).await
    } else {
        database.texts(&format!("EXPLAIN {question}")).await.join("\n")
    }
}

#[tokio::test]
async fn each_question_is_answered_from_its_index() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        fill(&mut database).await;
        if !database.is_sqlite() {
            database.run("SET enable_seqscan = off").await;
        }
        for (index, question) in questions() {
            let plan = plan(&mut database, &question).await;
            let used = plan
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|word| word == index);
            assert!(used, "{index} does not answer {question}\n{plan}");
        }
    })
    .await;
}

#[tokio::test]
async fn search_is_answered_from_its_index() {
    on_each(|place| async move {
        let mut database = Database::with_basics(&place).await;
        fill(&mut database).await;
        for table in ["phone_numbers", "end_users"] {
            let (question, sign) = if database.is_sqlite() {
                (
                    format!("SELECT rowid FROM {table}_search WHERE {table}_search MATCH '\"0500\"'"),
                    "VIRTUAL TABLE INDEX 0:M".to_owned(),
                )
            } else {
                database.run("SET enable_seqscan = off").await;
                (
                    format!("SELECT * FROM {table} WHERE search_text LIKE '%0500%'"),
                    format!("{table}_search"),
                )
            };
            let plan = plan(&mut database, &question).await;
            assert!(plan.contains(&sign), "{question}\n{plan}");
        }
    })
    .await;
}
