//! Undoing an import: complete while nothing has changed, and otherwise as far as it goes, with the reasons.

use portflow_app::ErrorCode;
use serde_json::{Value, json};

use crate::imports::{choices, commit, counts, total};
use crate::place::on_each;
use crate::world::World;

const PEOPLE: &[u8] =
    b"UPN,Display Name,Phone\nkim@example.com,Kim,2145550101\nlee@example.com,Lee,2145550102\n";

async fn clean(world: &World) {
    let check = world.ok("workspace_check", json!({})).await;
    assert_eq!(check["problems"], json!([]), "counters equal a recount");
}

fn undone<'a>(undo: &'a Value, entity: &str) -> [&'a Value; 3] {
    let counts = undo["byEntity"].as_array().unwrap();
    let of = counts.iter().find(|it| it["entity"] == entity).unwrap();
    ["removed", "restored", "kept"].map(|name| &of[name])
}

#[test]
fn an_import_that_nobody_built_on_is_undone_completely() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let before = world.put_numbers(&["+12145550101"]).await.remove(0);
        let file = choices(&world, &world.file("people.csv", PEOPLE));
        let batch = commit(&world, &file).await;
        assert_eq!(counts(&batch), [2, 0, 0, 0]);
        assert_eq!(total(&world, "number_page").await, 2);
        assert!(world.stored(before.id).await.assigned_end_user_id.is_some());

        let id = json!({ "id": batch["id"] });
        let preview = world.ok("import_undo_preview", id.clone()).await;
        assert_eq!(preview["kept"], json!([]), "{preview}");
        assert_eq!(undone(&preview, "end_users"), [2, 0, 0]);
        assert_eq!(undone(&preview, "phone_numbers"), [1, 1, 0]);
        let log = world.log().await.len();
        let request = json!({ "id": batch["id"], "fingerprint": preview["fingerprint"] });
        let done = world.ok("import_undo", request).await;
        assert_eq!(done["batch"]["status"], "undone");
        assert_eq!(world.log().await.len(), log + 1, "one entry of the log");
        assert_eq!(total(&world, "number_page").await, 1);
        assert_eq!(total(&world, "end_user_page").await, 0);
        assert_eq!(world.stored(before.id).await.assigned_end_user_id, None);
        clean(&world).await;

        let error = world.fails("import_undo", id, ErrorCode::Refused).await;
        assert!(error.message.contains("undone already"), "{error:?}");
        assert_eq!(
            counts(&commit(&world, &file).await),
            [2, 0, 0, 0],
            "the same again"
        );
    });
}

#[test]
fn what_an_import_changed_is_as_before_again() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let first = b"Telephone Number,Description,Status\n2145550101,Lobby,\n2145550102,Door,\n";
        commit(&world, &choices(&world, &world.file("first.csv", first))).await;
        let second =
            b"Telephone Number,Description,Status\n2145550101,Foyer,loa_submitted\n2145550102,Gate,\n";
        let batch = commit(&world, &choices(&world, &world.file("second.csv", second))).await;
        assert_eq!(counts(&batch), [0, 2, 0, 0]);
        let done = world.ok("import_undo", json!({ "id": batch["id"] })).await;
        assert_eq!(undone(&done, "phone_numbers"), [0, 2, 0]);
        let told = done["kept"].as_array().unwrap();
        assert_eq!(told.len(), 1, "{done}");
        assert!(
            told[0]["reason"]
                .as_str()
                .unwrap()
                .contains("a status is not undone")
        );
        let page = world
            .ok(
                "number_page",
                json!({ "migrationId": world.migration, "limit": 10 }),
            )
            .await;
        let rows = page["rows"].as_array().unwrap();
        let seen: Vec<_> = rows
            .iter()
            .map(|row| (&row["description"], &row["portingStatus"]))
            .collect();
        let expected = (
            json!("Lobby"),
            json!("loa_submitted"),
            json!("Door"),
            json!("not_started"),
        );
        assert_eq!(seen, [(&expected.0, &expected.1), (&expected.2, &expected.3)]);
        clean(&world).await;
    });
}

#[test]
fn what_somebody_changed_or_ordered_stays_with_the_reason() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let csv = b"Telephone Number,Description\n2145550101,Lobby\n2145550102,Door\n2145550103,Gate\n";
        let batch = commit(&world, &choices(&world, &world.file("three.csv", csv))).await;
        let page = world
            .ok(
                "number_page",
                json!({ "migrationId": world.migration, "limit": 10 }),
            )
            .await;
        let ids: Vec<_> = page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].clone())
            .collect();
        let ordered = world
            .stored(serde_json::from_value(ids[0].clone()).unwrap())
            .await;
        let order = world.draft(std::slice::from_ref(&ordered)).await;
        let edit =
            json!({ "edits": [{ "id": ids[1], "revision": 1, "column": "description", "value": "Mine" }] });
        world.ok("number_edit", edit).await;

        let preview = world
            .ok("import_undo_preview", json!({ "id": batch["id"] }))
            .await;
        assert_eq!(undone(&preview, "phone_numbers"), [1, 0, 2]);
        let reason = |name: &str| {
            let kept = preview["kept"].as_array().unwrap();
            let of = kept.iter().find(|it| it["name"] == name).unwrap();
            of["reason"].as_str().unwrap().to_owned()
        };
        assert!(
            reason("+12145550101").contains(&order.pon.clone().unwrap()),
            "{preview}"
        );
        assert!(reason("+12145550102").contains("Ada Example"), "{preview}");

        // Somebody changes the third one too, after the list was looked at.
        let edit =
            json!({ "edits": [{ "id": ids[2], "revision": 1, "column": "description", "value": "Ours" }] });
        world.ok("number_edit", edit).await;
        let request = json!({ "id": batch["id"], "fingerprint": preview["fingerprint"] });
        world.fails("import_undo", request, ErrorCode::Conflict).await;
        let done = world.ok("import_undo", json!({ "id": batch["id"] })).await;
        assert_eq!(undone(&done, "phone_numbers"), [0, 0, 3]);
        assert_eq!(total(&world, "number_page").await, 3);
        clean(&world).await;
    });
}

#[test]
fn queues_their_agents_and_sites_go_with_the_import_that_brought_them() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let files = [
            (
                "sites.csv",
                &b"Site Name,Street,City,State,ZIP\nPlano,1 Main St,Plano,TX,75024\n"[..],
            ),
            (
                "people.csv",
                b"UPN,Display Name,Site\nkim@example.com,Kim,Plano\nlee@example.com,Lee,Plano\n",
            ),
            (
                "queues.csv",
                b"Queue Name,Number,Agents\nSales,2145550150,kim@example.com;lee@example.com\n",
            ),
        ];
        let files: Vec<_> = files
            .iter()
            .map(|(name, bytes)| world.file(name, bytes))
            .collect();
        let choices = json!({ "files": files, "migrationId": world.migration });
        let preview = world.ok("import_preview", choices.clone()).await;
        let of = |entity: &str| {
            let counts = preview["byEntity"].as_array().unwrap();
            let found = counts.iter().find(|it| it["entity"] == entity);
            found.map_or(json!(0), |it| it["inserted"].clone())
        };
        let kinds = ["sites", "end_users", "call_queues", "call_queue_agents"].map(of);
        assert_eq!(
            kinds,
            [1, 2, 1, 2].map(|count| json!(count)),
            "{}",
            preview["byEntity"]
        );
        let batch = commit(&world, &choices).await;
        assert!(
            batch["fileName"].as_str().unwrap().contains("and 2 more"),
            "{batch}"
        );
        assert_eq!(
            world.ok("site_list", json!({})).await.as_array().unwrap().len(),
            2
        );
        let again = commit(&world, &choices).await;
        assert_eq!((counts(&again)[0], counts(&again)[1]), (0, 0), "{again}");
        let done = world.ok("import_undo", json!({ "id": batch["id"] })).await;
        assert_eq!(done["kept"], json!([]), "{done}");
        assert_eq!(
            world.ok("site_list", json!({})).await.as_array().unwrap().len(),
            1
        );
        assert_eq!(total(&world, "number_page").await, 0);
        assert_eq!(total(&world, "end_user_page").await, 0);
        clean(&world).await;
    });
}
