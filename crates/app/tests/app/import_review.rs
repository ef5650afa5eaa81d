//! What a person does between opening a file and committing it: mending cells, replacing, mapping, choosing sides.

use portflow_app::ErrorCode;
use serde_json::{Value, json};

use crate::imports::{choices, commit, counts};
use crate::place::on_each;
use crate::world::World;

const LIST: &[u8] = b"Telephone Number,Description\n5550101,Lobby\n21455501O2,Door\n2145550103,Lobby\n";

async fn rows(world: &World, choices: &Value, filter: Value) -> Value {
    let mut query = json!({ "choices": choices, "offset": 0, "limit": 100 });
    query
        .as_object_mut()
        .unwrap()
        .extend(filter.as_object().unwrap().clone());
    world.ok("import_rows", query).await
}

#[test]
fn cells_are_mended_one_by_one_or_all_together_and_taking_the_edits_out_undoes_it() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let mut choices = choices(&world, &world.file("list.csv", LIST));
        let preview = world.ok("import_preview", choices.clone()).await;
        assert_eq!(preview["counts"]["rejected"], 2, "{}", preview["facets"]);
        let facets = preview["facets"].as_array().unwrap();
        let missing = facets
            .iter()
            .find(|it| it["code"] == "missing_area_code")
            .unwrap();
        assert_eq!(missing["fixable"], 1);

        let fix = json!({ "choices": choices, "problem": "missing_area_code", "with": "214" });
        let fixed = world.ok("import_fix_all", fix).await;
        assert_eq!(fixed["edits"][0]["row"], 2, "{fixed}");
        assert_eq!(fixed["before"], json!(["5550101"]));
        let replace = json!({ "choices": choices, "find": "o2", "replacement": "02", "column": 0 });
        let replaced = world.ok("import_find_replace", replace).await;
        assert_eq!(replaced["edits"][0]["text"], "2145550102");
        let exact = json!({ "choices": choices, "find": "lobby", "replacement": "Foyer", "wholeCell": true,
            "matchCase": true });
        assert_eq!(world.ok("import_find_replace", exact).await["edits"], json!([]));
        let all = json!({ "choices": choices, "find": "lobby", "replacement": "Foyer", "wholeCell": true });
        assert_eq!(
            world.ok("import_find_replace", all).await["edits"]
                .as_array()
                .unwrap()
                .len(),
            2
        );

        choices["edits"] = json!([fixed["edits"][0], replaced["edits"][0]]);
        let preview = world.ok("import_preview", choices.clone()).await;
        assert_eq!(
            (&preview["counts"]["inserted"], &preview["counts"]["rejected"]),
            (&json!(3), &json!(0))
        );
        let found = rows(&world, &choices, json!({ "search": "door" })).await;
        assert_eq!(
            (&found["total"], &found["rows"][0]["edited"]),
            (&json!(1), &json!([0]))
        );
        choices["edits"] = json!([]);
        let preview = world.ok("import_preview", choices).await;
        assert_eq!(preview["counts"]["rejected"], 2);
    });
}

#[test]
fn a_column_that_was_left_out_stays_out_for_the_next_file_with_this_header() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let file = world.file("march.csv", b"Telephone Number,Description\n2145550101,Hush\n");
        let mut first = choices(&world, &file);
        let preview = world.ok("import_preview", first.clone()).await;
        let sheet = &preview["sheets"][0];
        let mut columns = sheet["settings"]["columns"].clone();
        columns[1]["field"] = Value::Null;
        first["sheets"] = json!([{ "file": file, "sheet": sheet["sheet"], "columns": columns,
            "saveProfileAs": "Numbers only" }]);
        commit(&world, &first).await;
        let profiles = world.ok("import_profile_list", json!({})).await;
        assert_eq!(profiles[0]["name"], "Numbers only");

        let next = world.file("april.csv", b"telephone number , DESCRIPTION\n2145550102,Hush\n");
        let opened = world.ok("import_open", json!({ "files": [next] })).await;
        assert_eq!(opened["files"][0]["sheets"][0]["profile"]["name"], "Numbers only");
        let second = choices(&world, &next);
        let preview = world.ok("import_preview", second.clone()).await;
        assert_eq!(
            preview["sheets"][0]["settings"]["columns"][1]["field"],
            Value::Null
        );
        let row = rows(&world, &second, json!({})).await["rows"][0].clone();
        assert_eq!(row["values"]["description"], Value::Null);
        commit(&world, &second).await;

        let id = json!({ "id": profiles[0]["id"] });
        world.ok("import_profile_delete", id.clone()).await;
        world
            .fails("import_profile_delete", id, ErrorCode::NotFound)
            .await;
        let preview = world.ok("import_preview", second).await;
        assert_eq!(
            preview["sheets"][0]["settings"]["columns"][1]["field"],
            "description"
        );
    });
}

#[test]
fn a_field_that_somebody_changed_since_the_last_import_is_theirs_until_the_file_is_chosen() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let first = b"Telephone Number,Description\n2145550101,Lobby\n";
        commit(&world, &choices(&world, &world.file("first.csv", first))).await;
        let page = json!({ "migrationId": world.migration, "limit": 1 });
        let id = world.ok("number_page", page.clone()).await["rows"][0]["id"].clone();
        let edit =
            json!({ "edits": [{ "id": id, "revision": 1, "column": "description", "value": "Mine" }] });
        world.ok("number_edit", edit).await;
        let second = world.file("second.csv", b"Telephone Number,Description\n2145550101,Foyer\n");
        let mut second = choices(&world, &second);
        let preview = world.ok("import_preview", second.clone()).await;
        assert_eq!(preview["conflicts"], 1);
        let row = rows(&world, &second, json!({ "onlyConflicts": true })).await["rows"][0].clone();
        let conflict = &row["conflicts"][0];
        let sides = ["file", "lastImport", "now"].map(|side| conflict[side].clone());
        assert_eq!(sides, ["Foyer", "Lobby", "Mine"].map(|text| json!(text)));
        assert_eq!(counts(&commit(&world, &second).await), [0, 0, 1, 0]);
        let key = format!(
            "{}/{}",
            row["key"].as_str().unwrap(),
            conflict["field"].as_str().unwrap()
        );
        // What the file says is by now what an import has said; another word of it is asked about again.
        let third = world.file("third.csv", b"Telephone Number,Description\n2145550101,Atrium\n");
        second["files"] = json!([third]);
        second["plan"] = json!({ "takeFile": [key], "takeFileAlways": false });
        assert_eq!(counts(&commit(&world, &second).await), [0, 1, 0, 0]);
        assert_eq!(
            world.ok("number_page", page).await["rows"][0]["description"],
            "Atrium"
        );
    });
}

#[test]
fn rejected_rows_come_back_as_a_workbook_that_can_be_corrected() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let batch = commit(&world, &choices(&world, &world.file("list.csv", LIST))).await;
        assert_eq!(counts(&batch), [1, 0, 0, 2]);
        let detail = world.ok("import_get", json!({ "id": batch["id"] })).await;
        assert_eq!(detail["rejected"][0]["cells"][0]["text"], "5550101");
        let out = world.save_as("rejected.xlsx");
        world
            .ok(
                "import_rejected_save",
                json!({ "id": batch["id"], "fileId": out }),
            )
            .await;
        let bytes = std::fs::read(world.place.folder.join("rejected.xlsx")).unwrap();
        let book = portflow_sheet::read(&bytes, "rejected.xlsx", &portflow_sheet::Limits::default()).unwrap();
        let texts: Vec<Vec<String>> = book.sheets[0]
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.display()).collect())
            .collect();
        assert_eq!(
            texts[0],
            ["Telephone Number", "Description", "Reason", "Original row"]
        );
        assert_eq!(
            (texts[1][0].as_str(), texts[1][1].as_str(), texts[1][3].as_str()),
            ("5550101", "Lobby", "2")
        );
        assert!(texts[1][2].contains("area code"), "{texts:?}");
        assert_eq!(texts.len(), 3);
    });
}
