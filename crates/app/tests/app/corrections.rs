//! The workbook that goes back to the customer: it comes back unchanged without a change, an answer changes what it
//! answers, and no secret leaves with it.

use portflow_app::ErrorCode;
use portflow_domain::workbook::{Cell, Workbook};
use portflow_sheet::{Limits, read};
use serde_json::{Value, json};

use crate::filled::{saved, set};
use crate::imports::{choices, commit, counts};
use crate::place::on_each;
use crate::world::{ACCOUNT_NUMBER, PIN, World, id};

const NUMBERS: &[&str] = &["+12145550110", "+12145550111", "+12145550112", "+12145550113"];

/// Four numbers: one undecided, one that is to port and nobody's, one that somebody holds, one that stays; and a person
/// without a number.
async fn furnished(world: &World) {
    let numbers = world.put_numbers(NUMBERS).await;
    let person = world.put_person("kim@example.com").await;
    world.put_person("bo@example.com").await;
    let set =
        |number: usize, disposition: &str| json!({ "ids": [numbers[number].id], "disposition": disposition });
    world.ok("number_set", set(0, "unknown")).await;
    world.ok("number_set", set(3, "retain")).await;
    let assign = json!({ "ids": [numbers[2].id], "holder": { "endUserId": person.id } });
    world.ok("number_assign", assign).await;
}

async fn export(world: &World) -> Vec<u8> {
    let request = json!({ "migrationId": world.migration, "fileId": world.save_as("corrections.xlsx") });
    world.ok("correction_workbook_export", request).await;
    std::fs::read(world.place.folder.join("corrections.xlsx")).unwrap()
}

/// The workbook's rows as texts, sheet by sheet.
fn dump(bytes: &[u8]) -> String {
    let workbook = read(bytes, "corrections.xlsx", &Limits::default()).unwrap();
    let mut lines = Vec::new();
    for sheet in &workbook.sheets {
        lines.push(format!("# {}", sheet.name));
        for row in &sheet.rows {
            let cells: Vec<_> = row.iter().map(Cell::display).collect();
            lines.push(cells.join(" | "));
        }
    }
    lines.join("\n")
}

/// Where a row of a sheet has this text in its first cell, and the column with this head.
fn at(workbook: &Workbook, sheet: &str, first: &str, head: &str) -> (usize, usize, usize) {
    let place = workbook.sheets.iter().position(|it| it.name == sheet).unwrap();
    let rows = &workbook.sheets[place].rows;
    let row = rows.iter().position(|row| row[0].display() == first).unwrap();
    let column = rows[0].iter().position(|cell| cell.display() == head).unwrap();
    (place, row, column)
}

/// The rows of all numbers, and of all people, with what changes with every write left out.
async fn inventory(world: &World) -> (Vec<Value>, Vec<Value>) {
    let all = json!({ "migrationId": world.migration, "limit": 100 });
    let rows = |page: Value| page["rows"].as_array().unwrap().clone();
    (
        rows(world.ok("number_page", all.clone()).await),
        rows(world.ok("end_user_page", all).await),
    )
}

#[test]
fn what_is_open_goes_out_and_comes_back_without_a_change() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        furnished(&world).await;
        let mut values = crate::world::account_values(&world.customer);
        values["id"] = json!(world.account);
        values["revision"] = json!(1);
        values["csrAddress"] = json!(null);
        world.ok("losing_account_update", values).await;
        let bytes = export(&world).await;
        crate::documents::golden("corrections.txt", &dump(&bytes));
        assert!(!dump(&bytes).contains(ACCOUNT_NUMBER) && !dump(&bytes).contains(PIN));
        let log = world.log().await;
        assert_eq!(log.last().unwrap().action, "corrections_exported");

        let before = inventory(&world).await;
        let file = choices(&world, &world.file("corrections.xlsx", &bytes));
        let batch = commit(&world, &file).await;
        let [inserted, updated, unchanged, rejected] = counts(&batch);
        assert_eq!((inserted, updated, rejected), (0, 0, 0));
        assert_eq!(unchanged, 4, "three numbers and a person");
        assert_eq!(inventory(&world).await, before);
    });
}

#[test]
fn an_answer_changes_what_it_answers_and_nothing_else() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        furnished(&world).await;
        let bytes = export(&world).await;
        let (before, people) = inventory(&world).await;
        let answered = saved(&bytes, |workbook| {
            let place = at(workbook, "Numbers", NUMBERS[0], "Disposition");
            set(workbook, place, Cell::text("Disconnect"));
            let place = at(workbook, "Numbers", NUMBERS[1], "Assigned to UPN");
            set(workbook, place, Cell::text("bo@example.com"));
        });
        let batch = commit(&world, &choices(&world, &world.file("answered.xlsx", &answered))).await;
        assert_eq!(counts(&batch)[0], 0);
        let (after, people_after) = inventory(&world).await;
        let changed = |before: &Value, after: &Value| -> Vec<String> {
            let fields = before.as_object().unwrap().keys();
            let differs = fields.filter(|field| before[*field] != after[*field]);
            differs.filter(|field| *field != "revision").cloned().collect()
        };
        let found: Vec<_> = before
            .iter()
            .zip(&after)
            .map(|(old, new)| changed(old, new))
            .collect();
        assert_eq!(found[0], ["disposition"]);
        assert_eq!(after[0]["disposition"], "disconnect");
        assert_eq!(found[1], ["holderName", "holderUpn", "assignedEndUserId"]);
        assert_eq!(after[1]["holderUpn"], "bo@example.com");
        assert!(found[2..].iter().all(Vec::is_empty), "{found:?}");
        let bo = people
            .iter()
            .position(|it| it["upn"] == "bo@example.com")
            .unwrap();
        assert_eq!(people_after[bo]["numbers"], NUMBERS[1]);
    });
}

#[test]
fn where_nothing_is_open_no_workbook_is_written() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let customer = id(&world.add_customer("Other").await);
        let site = id(&world.add_site(&customer, "A").await);
        let migration = id(&world.add_migration(&site, "Empty").await);
        let request = json!({ "migrationId": migration, "fileId": world.save_as("none.xlsx") });
        let error = world
            .fails("correction_workbook_export", request, ErrorCode::Refused)
            .await;
        assert!(error.message.contains("Nothing is open"), "{error:?}");
        assert!(!world.place.folder.join("none.xlsx").exists());
    });
}
