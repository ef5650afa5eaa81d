//! Account number and PIN: sealed in the database, "changed" in the log, in the clear only when somebody asks and in
//! the port request and the letter of authorization.

use portflow_app::ErrorCode;
use portflow_domain::workbook::Cell;
use portflow_sheet::Limits;
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};

use crate::place::{Place, on_each};
use crate::world::{ACCOUNT_NUMBER, PIN, World, account_values, step};

#[test]
fn secrets_are_nowhere_but_in_what_the_carrier_gets() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let mut told = Vec::new();
        for list in ["losing_account_list", "customer_list", "migration_list"] {
            told.push(world.ok(list, json!({})).await);
        }
        let mut stale = account_values(&world.customer);
        stale["id"] = json!(world.account);
        stale["revision"] = json!(99);
        let error = world
            .fails("losing_account_update", stale.clone(), ErrorCode::Conflict)
            .await;
        told.push(json!(error));
        stale["revision"] = json!("one");
        let error = world
            .fails("losing_account_update", stale.clone(), ErrorCode::InvalidInput)
            .await;
        told.push(json!(error));
        stale["revision"] = json!(1);
        told.push(world.ok("losing_account_update", stale).await);
        let order = world.draft(&numbers).await;
        let order = world
            .drive(&order, &["ready", "loa_requested", "loa_signed", "submitted"])
            .await;
        told.push(world.ok("port_order_get", json!({ "id": order.id })).await);

        let shown = json!({ "id": world.account, "secret": "account_number" });
        assert_eq!(
            world.ok("losing_account_reveal", shown).await["value"],
            ACCOUNT_NUMBER
        );
        let log = world.log().await;
        let reveal = log.last().unwrap();
        assert_eq!(reveal.action, "secret_revealed");
        assert_eq!(reveal.actor_name, "Ada Example");
        assert!(reveal.changes.to_string().contains("accountNumber"));

        let target = world.save_as("request.xlsx");
        let export = json!({ "id": order.id, "kind": "request", "fileId": target });
        told.push(world.ok("port_order_export", export).await);
        let folder = world.place.folder.join("orders");
        std::fs::create_dir(&folder).unwrap();
        let folder = world.session.files.register(&folder).id;
        let export = json!({ "migrationId": world.migration, "folderId": folder });
        told.push(world.ok("port_orders_export", export).await);
        told.push(json!(world.log().await));
        for text in told.iter().map(Value::to_string) {
            assert_clean(&text, "what a caller was told");
        }
        let changed = world
            .log()
            .await
            .iter()
            .any(|entry| entry.changes.to_string().contains("\"changed\""));
        assert!(changed, "the log says that a secret changed");

        let texts = exported(&world);
        assert!(texts.iter().any(|text| text == ACCOUNT_NUMBER), "{texts:?}");
        assert!(texts.iter().any(|text| text == PIN), "{texts:?}");
        assert_database_clean(&world.place).await;
    });
}

#[test]
fn an_absent_secret_stays_and_a_viewer_sees_none() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let mut values = account_values(&world.customer);
        values["id"] = json!(world.account);
        values["revision"] = json!(1);
        values["pin"] = json!(null);
        values["accountNumber"] = json!("  ");
        let account = world.ok("losing_account_update", values).await;
        assert_eq!(
            (&account["hasPin"], &account["hasAccountNumber"]),
            (&json!(true), &json!(true))
        );
        let pin = json!({ "id": world.account, "secret": "pin" });
        assert_eq!(world.ok("losing_account_reveal", pin.clone()).await["value"], PIN);
        let vera = json!({ "displayName": "Vera Example", "email": "vera@example.com", "role": "viewer" });
        world.ok("member_add", vera).await;
        world.session.act_as("vera@example.com");
        let refused = world
            .fails("losing_account_reveal", pin, ErrorCode::Refused)
            .await;
        assert_clean(&json!(refused).to_string(), "a refusal");
    });
}

#[test]
fn formula_like_text_is_inert_in_the_port_request() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let edit = json!({ "edits": [{ "id": numbers[0].id, "revision": 1, "column": "notes",
            "value": "=HYPERLINK(\"http://example.com\")" }] });
        world.ok("number_edit", edit).await;
        let order = world.draft(&numbers).await;
        let target = world.save_as("request.xlsx");
        world
            .ok(
                "port_order_export",
                json!({ "id": order.id, "kind": "request", "fileId": target }),
            )
            .await;
        let texts = exported(&world);
        assert!(
            texts
                .iter()
                .any(|text| text == "=HYPERLINK(\"http://example.com\")"),
            "{texts:?}"
        );
        // Nothing is half done: a target that cannot be written leaves no entry of the log.
        let before = world.log().await.len();
        let bad = world
            .session
            .files
            .register(&world.place.folder.join("missing").join("request.xlsx"))
            .id;
        let export = json!({ "id": order.id, "kind": "request", "fileId": bad });
        world.fails("port_order_export", export, ErrorCode::File).await;
        assert_eq!(world.log().await.len(), before);
        let again = step(&order, "ready");
        world.ok("port_order_transition", again).await;
    });
}

/// Every text of the port request that was written last.
pub fn exported(world: &World) -> Vec<String> {
    let bytes = std::fs::read(world.place.folder.join("request.xlsx")).unwrap();
    let workbook = portflow_sheet::read(&bytes, "request.xlsx", &Limits::default()).unwrap();
    let cells = workbook
        .sheets
        .iter()
        .flat_map(|sheet| sheet.rows.iter().flatten());
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => Some(text.to_string()),
        Cell::Empty | Cell::Number(_) | Cell::Bool(_) | Cell::Date(_) | Cell::Error(_) => None,
    };
    cells.filter_map(text).collect()
}

fn assert_clean(text: &str, what: &str) {
    assert!(
        !text.contains(ACCOUNT_NUMBER) && !text.contains(PIN),
        "a secret stands in {what}"
    );
}

/// Every byte of the file and of what lies beside it, or every row of every table.
async fn assert_database_clean(place: &Place) {
    let Some(url) = &place.database else {
        let files = std::fs::read_dir(&place.folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let files: Vec<_> = files
            .filter(|path| path.to_string_lossy().contains("story.portflow"))
            .collect();
        assert!(!files.is_empty());
        for path in files {
            let bytes = std::fs::read(&path).unwrap();
            assert_clean(&String::from_utf8_lossy(&bytes), &path.display().to_string());
        }
        return;
    };
    let mut connection = PgConnection::connect(url).await.unwrap();
    let tables = "SELECT table_name::text FROM information_schema.tables \
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'";
    let tables = sqlx::query(tables).fetch_all(&mut connection).await.unwrap();
    assert!(tables.len() > 10);
    for table in tables {
        let name: String = table.get(0);
        // Sealed secrets are bytes, which print as hexadecimal: look for that too.
        let sql = format!("SELECT t::text FROM \"{name}\" AS t");
        for row in sqlx::query(AssertSqlSafe(sql))
            .fetch_all(&mut connection)
            .await
            .unwrap()
        {
            let text: String = row.get(0);
            assert_clean(&text, &name);
            for secret in [ACCOUNT_NUMBER, PIN] {
                let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
                assert!(!text.contains(&hex), "a secret stands in {name}");
            }
        }
    }
}
