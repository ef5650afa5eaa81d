//! Cells of the grids, holders, and the statuses that a person may move.

use portflow_app::ErrorCode;
use portflow_app::dto::grid::EditResult;
use portflow_app::events::Event;
use portflow_domain::entities::PhoneNumber;
use portflow_domain::enums::{PhoneNumberType, PortingStatus};
use portflow_domain::ids::MigrationId;
use portflow_domain::views::NumberRow;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, heard, id, nobody};

async fn second_migration(world: &World) -> MigrationId {
    id(&world.add_migration(&world.site, "Second").await)
        .parse()
        .unwrap()
}

fn cell(number: &PhoneNumber, column: &str, value: &str) -> Value {
    json!({ "id": number.id, "revision": number.revision, "column": column, "value": value })
}

#[test]
fn cells_are_stored_all_or_none_with_a_problem_for_each_bad_one() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        world.put_person("kim@example.com").await;
        let (one, two) = (&numbers[0], &numbers[1]);
        let before = world.log().await.len();
        let edits = json!({ "edits": [
            cell(one, "description", "Reception"),
            cell(one, "numberType", "teapot"),
            cell(two, "portingStatus", "ported"),
            cell(two, "holderUpn", "nobody@example.com"),
            cell(two, "number", "+12145550103"),
        ] });
        let done: EditResult<NumberRow> =
            serde_json::from_value(world.ok("number_edit", edits).await).unwrap();
        let indexes: Vec<_> = done.problems.iter().map(|problem| problem.index).collect();
        assert_eq!(indexes, [1, 2, 3, 4]);
        assert!(done.problems[2].message.contains("nobody@example.com"));
        assert!(done.rows.is_empty() && done.change_set_id.is_none());
        assert_eq!(world.stored(one.id).await, *one);
        assert_eq!(world.stored(two.id).await, *two);
        assert_eq!(world.log().await.len(), before);

        let edits = json!({ "edits": [
            cell(one, "description", " Reception "),
            cell(one, "numberType", "Auto Attendant"),
            cell(two, "holderUpn", "KIM@example.com"),
        ] });
        let done: EditResult<NumberRow> =
            serde_json::from_value(world.ok("number_edit", edits).await).unwrap();
        assert_eq!(done.rows.len(), 2);
        let first = world.stored(one.id).await;
        assert_eq!(first.description.as_deref(), Some("Reception"));
        assert_eq!(first.number_type, PhoneNumberType::AutoAttendant);
        assert_eq!(first.revision, one.revision + 1);
        assert!(world.stored(two.id).await.assigned_end_user_id.is_some());
        let log = world.log().await;
        let sets: Vec<_> = log[before..]
            .iter()
            .map(|entry| Some(entry.change_set_id))
            .collect();
        assert_eq!(sets, [done.change_set_id, done.change_set_id]);
    });
}

#[test]
fn nobody_is_told_of_an_edit_that_was_refused() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let kim = world.put_person("kim@example.com").await;
        let person = |column: &str, value: &str| json!({ "edits": [{ "id": kim.id, "revision": kim.revision, "column": column, "value": value }] });
        let mut listener = world.session.events.subscribe();
        for (command, refused, stored) in [
            (
                "number_edit",
                json!({ "edits": [cell(&numbers[0], "numberType", "teapot")] }),
                json!({ "edits": [cell(&numbers[0], "numberType", "fax")] }),
            ),
            (
                "end_user_edit",
                person("usageLocation", "USA"),
                person("usageLocation", "CA"),
            ),
        ] {
            let answer = world.ok(command, refused).await;
            assert_eq!(answer["problems"].as_array().unwrap().len(), 1, "{command}");
            assert_eq!(heard(&mut listener), [], "{command}");
            let answer = world.ok(command, stored).await;
            assert_eq!(answer["problems"], json!([]), "{command}");
            assert!(
                matches!(heard(&mut listener).as_slice(), [Event::Changed { .. }]),
                "{command}"
            );
        }
    });
}

#[test]
fn people_have_their_own_rules() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let kim = world.put_person("kim@example.com").await;
        let lee = world.put_person("lee@example.com").await;
        let edit = |column: &str, value: &str| json!({ "edits": [{ "id": kim.id, "revision": kim.revision, "column": column, "value": value }] });
        for (column, bad) in [
            ("upn", "not a upn"),
            ("displayName", " "),
            ("usageLocation", "USA"),
            ("cutoverDate", "soon"),
            ("siteName", "Atlantis"),
            ("isConfigured", "true"),
        ] {
            let done = world.ok("end_user_edit", edit(column, bad)).await;
            assert_eq!(done["problems"].as_array().unwrap().len(), 1, "{column}");
        }
        let taken = edit("upn", lee.upn.as_deref().unwrap());
        let taken = world.fails("end_user_edit", taken, ErrorCode::Conflict).await;
        assert_eq!(taken.field.as_deref(), Some("upn"));
        let done = world.ok("end_user_edit", edit("siteName", "dallas hq")).await;
        assert_eq!(done["rows"][0]["siteName"], "Dallas HQ");
    });
}

#[test]
fn a_holder_fits_its_number() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+18005550134", "+12145550101"]).await;
        let kim = world.put_person("kim@example.com").await;
        let before = world.log().await.len();
        let ids: Vec<_> = numbers.iter().map(|number| number.id).collect();
        let both = json!({ "ids": ids, "holder": { "endUserId": kim.id } });
        let refused = world.fails("number_assign", both, ErrorCode::Refused).await;
        assert!(refused.message.contains("+18005550134"), "{refused:?}");
        assert_eq!(
            world.stored(numbers[1].id).await.assigned_end_user_id,
            None,
            "all or none"
        );
        let typed = json!({ "edits": [cell(&numbers[0], "holderUpn", "kim@example.com")] });
        let typed = world.ok("number_edit", typed).await;
        assert_eq!(typed["problems"].as_array().unwrap().len(), 1);

        let unknown = json!({ "ids": [numbers[1].id], "holder":
            { "endUserId": nobody::<portflow_domain::ids::EndUserId>() } });
        world.fails("number_assign", unknown, ErrorCode::NotFound).await;
        assert_eq!(world.log().await.len(), before);

        // A person of another migration is no holder either.
        let second = second_migration(&world).await;
        let elsewhere = world.put_person_in(second, "lee@example.com").await;
        let foreign = json!({ "ids": [numbers[1].id], "holder": { "endUserId": elsewhere.id } });
        world.fails("number_assign", foreign, ErrorCode::Refused).await;
    });
}

#[test]
fn a_typed_holder_is_looked_up_in_the_migration_of_each_number() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let second = second_migration(&world).await;
        let here = world.put_numbers(&["+12145550101"]).await.remove(0);
        let there = world.put_numbers_in(second, &["+12145550102"]).await.remove(0);
        let kim = world.put_person("kim@example.com").await;
        let namesake = world.put_person_in(second, "kim@example.com").await;
        let lee = world.put_person_in(second, "lee@example.com").await;

        let edits = json!({ "edits": [
            cell(&here, "holderUpn", "lee@example.com"),
            cell(&there, "holderUpn", "lee@example.com"),
        ] });
        let refused = world.ok("number_edit", edits).await;
        let problems = refused["problems"].as_array().unwrap();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0]["index"], 0);

        for (upn, ours, theirs) in [
            ("Kim@example.com", Some(kim.id), Some(namesake.id)),
            ("", None, None),
        ] {
            let (one, two) = (world.stored(here.id).await, world.stored(there.id).await);
            let edits = json!({ "edits": [cell(&one, "holderUpn", upn), cell(&two, "holderUpn", upn)] });
            let done = world.ok("number_edit", edits).await;
            assert_eq!(done["problems"], json!([]));
            assert_eq!(world.stored(here.id).await.assigned_end_user_id, ours);
            assert_eq!(world.stored(there.id).await.assigned_end_user_id, theirs);
        }
        let two = world.stored(there.id).await;
        let edits = json!({ "edits": [cell(&two, "holderUpn", "lee@example.com")] });
        world.ok("number_edit", edits).await;
        assert_eq!(world.stored(there.id).await.assigned_end_user_id, Some(lee.id));
    });
}

#[test]
fn a_person_moves_a_number_outside_an_order_only() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        world.draft(&numbers[..1]).await;
        let inside = world.stored(numbers[0].id).await;
        let both: Vec<_> = numbers.iter().map(|number| number.id).collect();
        let by_hand = json!({ "ids": both, "to": "loa_submitted" });
        let refused = world
            .fails("number_transition", by_hand, ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("+12145550101"), "{refused:?}");
        assert!(
            refused.message.contains("from Not started to LOA submitted"),
            "{refused:?}"
        );
        assert_eq!(
            world.stored(numbers[1].id).await.porting_status,
            PortingStatus::NotStarted
        );
        let locked = json!({ "edits": [cell(&inside, "disposition", "retain")] });
        assert_eq!(
            world.ok("number_edit", locked).await["problems"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
        let set = json!({ "ids": [inside.id], "disposition": "retain" });
        world.fails("number_set", set, ErrorCode::Refused).await;

        let free =
            |to: &str, reason: Option<&str>| json!({ "ids": [numbers[1].id], "to": to, "reason": reason });
        world
            .fails("number_transition", free("ported", None), ErrorCode::Refused)
            .await;
        world.ok("number_transition", free("loa_submitted", None)).await;
        world
            .ok("number_transition", free("failed", Some("The carrier gave up")))
            .await;
        world
            .fails("number_transition", free("not_started", None), ErrorCode::Refused)
            .await;
        world
            .ok("number_transition", free("not_started", Some("Another try")))
            .await;
        let last = world.log().await.pop().unwrap();
        assert_eq!(last.action, "status_changed");
        assert!(last.changes.to_string().contains("Another try"));
    });
}
