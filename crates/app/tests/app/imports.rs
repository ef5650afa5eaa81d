//! Imports through preview and commit: what is counted is what is stored, and what is not wanted leaves no trace.

use portflow_app::ErrorCode;
use portflow_app::events::Event;
use portflow_domain::enums::{ImportOutcome, PortingStatus};
use portflow_domain::ids::ImportBatchId;
use portflow_store::queries::import_batches;
use serde_json::{Value, json};
use std::sync::Arc;

use crate::place::on_each;
use crate::world::{World, id};

const NUMBERS: &[u8] = include_bytes!("../../assets/demo/messy-did-inventory.xlsx");
const PEOPLE: &[u8] = include_bytes!("../../assets/demo/messy-user-list.xlsx");

pub fn choices(world: &World, file: &str) -> Value {
    json!({ "files": [file], "migrationId": world.migration })
}

pub async fn commit(world: &World, choices: &Value) -> Value {
    let preview = world.ok("import_preview", choices.clone()).await;
    let request = json!({ "choices": choices, "fingerprint": preview["fingerprint"] });
    world.ok("import_commit", request).await
}

pub fn counts(batch: &Value) -> [i64; 4] {
    ["inserted", "updated", "unchanged", "rejected"].map(|name| batch[name].as_i64().unwrap())
}

/// Outcomes of the stored rows of a batch, in the order of [`counts`].
async fn stored_outcomes(world: &World, batch: &Value) -> [i64; 4] {
    use ImportOutcome::{Inserted, Rejected, Unchanged, Updated};
    let batch: ImportBatchId = serde_json::from_value(batch["id"].clone()).unwrap();
    let mut tx = world.cx().await.read().await.unwrap();
    let mut found = [0; 4];
    for (place, outcome) in [Inserted, Updated, Unchanged, Rejected].into_iter().enumerate() {
        let page = import_batches::list_import_rows(&mut tx, batch, Some(outcome), 0, 1000)
            .await
            .unwrap();
        for row in &page.rows {
            assert_eq!(row.entity_id.is_none(), outcome == Rejected, "{row:?}");
            assert!(
                outcome != Rejected || row.issues != json!([]),
                "a rejected row says why"
            );
            assert_ne!(row.cells, json!([]), "the original cells are kept");
        }
        found[place] = page.total;
    }
    found
}

pub async fn total(world: &World, page: &str) -> Value {
    world
        .ok(page, json!({ "migrationId": world.migration, "limit": 1 }))
        .await["total"]
        .clone()
}

#[test]
fn the_sample_files_are_stored_as_counted_and_a_second_time_nothing_changes() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = choices(&world, &world.file("messy-did-inventory.xlsx", NUMBERS));
        let first = commit(&world, &numbers).await;
        assert_eq!(counts(&first), [28, 0, 0, 10]);
        assert_eq!(stored_outcomes(&world, &first).await, counts(&first));
        assert_eq!(total(&world, "number_page").await, 28);
        let people = choices(&world, &world.file("messy-user-list.xlsx", PEOPLE));
        let second = commit(&world, &people).await;
        let [inserted, updated, unchanged, rejected] = counts(&second);
        assert_eq!((inserted + updated + unchanged, rejected), (14, 7));
        assert_eq!(stored_outcomes(&world, &second).await, counts(&second));
        assert_eq!(total(&world, "end_user_page").await, 13);

        // The file names sites that the customer does not have, which is no change on every import.
        for (choices, accepted, rejected) in [(&numbers, 28, 10), (&people, 14, 7)] {
            let preview = world.ok("import_preview", choices.clone()).await;
            assert_eq!(preview["sameFile"].as_array().unwrap().len(), 1);
            let again = commit(&world, choices).await;
            assert_eq!(counts(&again), [0, 0, accepted, rejected]);
            assert_eq!(stored_outcomes(&world, &again).await, counts(&again));
        }
        let check = world.ok("workspace_check", json!({})).await;
        assert_eq!(check["problems"], json!([]));
    });
}

#[test]
fn data_that_changed_after_the_preview_is_a_conflict_and_stores_nothing() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let file = world.file(
            "two.csv",
            b"Telephone Number,Description\n2145550101,Lobby\n2145550102,Door\n",
        );
        let choices = choices(&world, &file);
        let preview = world.ok("import_preview", choices.clone()).await;
        world.put_numbers(&["+12145550102"]).await;
        let before = world.log().await.len();
        let request = json!({ "choices": choices, "fingerprint": preview["fingerprint"] });
        let error = world.fails("import_commit", request, ErrorCode::Conflict).await;
        assert!(!error.hints.is_empty());
        assert_eq!(world.ok("import_list", json!({})).await, json!([]));
        assert_eq!(total(&world, "number_page").await, 1);
        assert_eq!(world.log().await.len(), before);
        assert_eq!(counts(&commit(&world, &choices).await), [1, 1, 0, 0]);
    });
}

#[test]
fn a_commit_that_is_stopped_half_way_stores_nothing() {
    on_each(|place| async move {
        let world = Arc::new(World::furnished(place).await);
        let mut csv = String::from("Telephone Number,Description\n");
        for n in 0..12_000 {
            csv.push_str(&format!("2143{n:06},Line {n}\n"));
        }
        let choices = choices(&world, &world.file("many.csv", csv.as_bytes()));
        let preview = world.ok("import_preview", choices.clone()).await;
        assert_eq!(preview["counts"]["inserted"], 12_000);
        let before = world.log().await.len();
        let mut listener = world.session.events.subscribe();
        let request = json!({ "choices": choices, "fingerprint": preview["fingerprint"], "taskId": "mine" });
        let running = {
            let (world, request) = (Arc::clone(&world), request.clone());
            tokio::spawn(async move { world.call("import_commit", request).await })
        };
        let progress = loop {
            let Event::Progress { done, total, task_id } = listener.recv().await.unwrap() else {
                continue;
            };
            assert_eq!(task_id, "mine");
            if done > 0 {
                break (done, total);
            }
        };
        assert!(progress.0 > 0 && progress.0 < progress.1, "{progress:?}");
        world.ok("task_cancel", json!({ "taskId": "mine" })).await;
        let error = running.await.unwrap().unwrap_err();
        assert_eq!(error.code, ErrorCode::Cancelled, "{error:?}");
        assert_eq!(total(&world, "number_page").await, 0);
        assert_eq!(world.ok("import_list", json!({})).await, json!([]));
        assert_eq!(world.log().await.len(), before);
        // The same work may be begun again.
        let batch = world.ok("import_commit", request).await;
        assert_eq!(counts(&batch), [12_000, 0, 0, 0]);
        let check = world.ok("workspace_check", json!({})).await;
        assert_eq!(check["problems"], json!([]));
    });
}

#[test]
fn a_number_of_another_customer_is_named_by_its_path_and_nothing_more() {
    on_each(|place| async move {
        let mut world = World::furnished(place).await;
        let first = b"Telephone Number,Description,Carrier,Notes\n2145550101,Top secret room,Hushtel,Hush\n";
        let first = choices(&world, &world.file("first.csv", first));
        commit(&world, &first).await;
        world.customer = id(&world.add_customer("Other Corp").await);
        world.site = id(&world.add_site(&world.customer, "Austin").await);
        world.migration = id(&world.add_migration(&world.site, "Phase 1").await);
        let second = world.file(
            "second.csv",
            b"Telephone Number,Description\n2145550101,Lobby\n2145550102,Door\n",
        );
        let second = choices(&world, &second);
        let preview = world.ok("import_preview", second.clone()).await;
        assert_eq!(preview["counts"]["inserted"], 2, "a warning does not reject");
        let rows = json!({ "choices": second, "offset": 0, "limit": 10, "onlyProblems": true });
        let rows = world.ok("import_rows", rows).await;
        assert_eq!(rows["total"], 1);
        let issue = &rows["rows"][0]["issues"][0];
        assert_eq!(issue["code"], "number_in_other_migration");
        let text = issue["text"].as_str().unwrap();
        assert!(text.contains("Example Corp/Dallas HQ/Teams Phone"), "{text}");
        let batch = commit(&world, &second).await;
        let kept = world.ok("import_get", json!({ "id": batch["id"] })).await;
        for told in [&preview, &rows, &batch, &kept] {
            let told = told.to_string();
            for leak in ["Top secret", "Hush"] {
                assert!(!told.contains(leak), "{leak}: {told}");
            }
        }
    });
}

#[test]
fn a_status_that_does_not_follow_stays_and_the_rest_is_stored() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550101", "+12145550102", "+12145550103"])
            .await;
        world.draft(&numbers[..1]).await;
        let csv = b"Telephone Number,Description,Status\n2145550101,Lobby,loa_submitted\n\
            2145550102,Door,ported\n2145550103,Gate,loa_submitted\n";
        let choices = choices(&world, &world.file("statuses.csv", csv));
        let preview = world.ok("import_preview", choices.clone()).await;
        let facets = preview["facets"].as_array().unwrap();
        for code in ["porting_status_conflict", "number_in_open_order"] {
            let conflict = facets.iter().find(|it| it["code"] == code).unwrap();
            assert_eq!(conflict["count"], 1, "{code}");
        }
        assert_eq!(counts(&commit(&world, &choices).await), [0, 3, 0, 0]);
        let mut statuses = Vec::new();
        for number in &numbers {
            let number = world.stored(number.id).await;
            assert!(number.description.is_some());
            statuses.push(number.porting_status);
        }
        use PortingStatus::{LoaSubmitted, NotStarted};
        assert_eq!(statuses, [NotStarted, NotStarted, LoaSubmitted]);
        assert_eq!(counts(&commit(&world, &choices).await), [0, 0, 3, 0]);
    });
}

#[test]
fn an_order_date_joins_the_notes_that_stand_there() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let edit = json!({ "edits": [{ "id": numbers[0].id, "revision": 1, "column": "notes",
            "value": "Call Kim first" }] });
        world.ok("number_edit", edit).await;
        let csv = b"Telephone Number,Order Date\n2145550101,2026-10-05\n";
        let choices = choices(&world, &world.file("dates.csv", csv));
        assert_eq!(counts(&commit(&world, &choices).await), [0, 1, 0, 0]);
        let notes = world.stored(numbers[0].id).await.notes.unwrap();
        assert_eq!(notes, "Call Kim first\nOrder date: 2026-10-05");
        assert_eq!(counts(&commit(&world, &choices).await), [0, 0, 1, 0]);
    });
}

#[test]
fn a_known_site_counts_however_it_is_spelt() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let csv = b"UPN,Display Name,Site\nkim@example.com,Kim,DALLAS hq\nlee@example.com,Lee,Atlantis\n";
        let choices = choices(&world, &world.file("people.csv", csv));
        assert_eq!(counts(&commit(&world, &choices).await), [2, 0, 0, 0]);
        let page = world
            .ok(
                "end_user_page",
                json!({ "migrationId": world.migration, "limit": 10 }),
            )
            .await;
        let rows = page["rows"].as_array().unwrap();
        let of = |upn: &str| rows.iter().find(|row| row["upn"] == upn).unwrap();
        assert_eq!(of("kim@example.com")["siteName"], "Dallas HQ");
        assert!(of("lee@example.com")["siteName"].is_null());
        assert_eq!(
            of("lee@example.com")["notes"],
            "Site: Atlantis",
            "what the file said is not lost"
        );
        assert_eq!(counts(&commit(&world, &choices).await), [0, 0, 2, 0]);
        world.add_site(&world.customer, "Atlantis").await;
        assert_eq!(
            counts(&commit(&world, &choices).await),
            [0, 1, 1, 0],
            "now there is such a site"
        );
    });
}

#[test]
fn a_bad_file_is_explained_and_the_next_one_works() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let missing = world.save_as("missing.xlsx");
        let folder = world.session.files.register(&world.place.folder).id;
        let empty = world.file("empty.xlsx", b"");
        let foreign = world.file("picture.xlsx", b"\x89PNG\r\n\x1a\n0000");
        let damaged = world.file("damaged.xlsx", &NUMBERS[..NUMBERS.len() / 2]);
        for file in [&missing, &folder, &empty, &foreign, &damaged, "file-999"] {
            let error = world
                .fails("import_open", json!({ "files": [file] }), ErrorCode::File)
                .await;
            assert!(!error.hints.is_empty(), "{error:?}");
        }
        let prose = world.file("prose.csv", b"Dear all\nPlease find nothing here\n");
        let preview = world.ok("import_preview", choices(&world, &prose)).await;
        let problem = &preview["sheets"][0]["problem"];
        assert_eq!(problem["cause"], "no_identity_column", "{preview}");
        let unread = json!({ "choices": choices(&world, &prose), "fingerprint": preview["fingerprint"] });
        let error = world
            .fails("import_commit", unread, ErrorCode::InvalidInput)
            .await;
        assert!(!error.hints.is_empty(), "{error:?}");
        let good = world.file("good.csv", b"Telephone Number,Description\n2145550101,Lobby\n");
        let mut no_sheet = choices(&world, &good);
        no_sheet["sheets"] = json!([{ "file": good, "sheet": "Sheet 9" }]);
        world
            .fails("import_preview", no_sheet, ErrorCode::InvalidInput)
            .await;
        let mut no_country = choices(&world, &good);
        no_country["country"] = json!("Neverland");
        world
            .fails("import_preview", no_country, ErrorCode::InvalidInput)
            .await;
        assert_eq!(world.ok("import_list", json!({})).await, json!([]));
        assert_eq!(
            counts(&commit(&world, &choices(&world, &good)).await),
            [1, 0, 0, 0]
        );
    });
}

#[test]
fn pasted_cells_are_imported_like_a_file_and_their_numbers_know_the_import() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let cells =
            "Telephone Number\tDescription\r\n2145550101\t\"Lobby,\n1st floor\"\r\n2145550102\tDoor\r\n";
        let pasted = world.ok("import_paste", json!({ "text": cells })).await;
        let again = world.ok("import_paste", json!({ "text": cells })).await;
        assert_eq!(
            [&pasted["name"], &again["name"]],
            ["Pasted cells", "Pasted cells 2"]
        );
        let file = pasted["id"].as_str().unwrap();
        let batch = commit(&world, &choices(&world, file)).await;
        assert_eq!(counts(&batch), [2, 0, 0, 0]);
        assert_eq!(batch["fileName"], "Pasted cells");
        let page = json!({ "migrationId": world.migration, "limit": 10 });
        let numbers = world.ok("number_page", page).await;
        let first = &numbers["rows"][0];
        assert_eq!(first["description"], "Lobby,\n1st floor");
        assert_eq!(first["importBatchId"], batch["id"]);
        assert_eq!(
            (&first["importFileName"], &first["sourceRow"]),
            (&json!("Pasted cells"), &json!(2))
        );
        for text in ["", " \r\n\t"] {
            let nothing = json!({ "text": text });
            world
                .fails("import_paste", nothing, ErrorCode::InvalidInput)
                .await;
        }
        // Cells are no file that something could be written to.
        let save = json!({ "id": batch["id"], "fileId": file });
        world.fails("import_rejected_save", save, ErrorCode::File).await;
    });
}
