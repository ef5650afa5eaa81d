//! A carrier's status export: what it proposes, that confirming takes exactly that, and that nothing is half stored.

use portflow_app::ErrorCode;
use portflow_domain::entities::PortOrder;
use portflow_domain::enums::{AttachmentKind, PortOrderStatus, PortingStatus};
use portflow_store::queries::{attachments, port_orders};
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, id};

const SUBMITTED: &[&str] = &["ready", "loa_requested", "loa_signed", "submitted"];
const EXPORT: &str = include_str!("../../../../tests/fixtures/carrier/carrier-status-export.csv");

/// Three submitted orders of three accounts, as the export names them.
async fn orders(world: &World) -> Vec<PortOrder> {
    let mut orders = Vec::new();
    for numbers in [
        &["+12145550101", "+12145550102"][..],
        &["+12145550111"],
        &["+12145550121"],
    ] {
        let numbers = world.put_numbers(numbers).await;
        let account = world.add_account(&world.customer).await;
        let order = world.draft_of(&id(&account), &numbers).await;
        orders.push(world.drive(&order, SUBMITTED).await);
    }
    orders
}

async fn preview(world: &World, file: &str) -> Value {
    world.ok("status_sheet_preview", json!({ "file": file })).await
}

fn confirm(file: &str, preview: &Value, accepted: Value) -> Value {
    json!({ "choices": { "file": file }, "fingerprint": preview["fingerprint"], "accepted": accepted })
}

#[test]
fn an_export_proposes_one_step_per_order_and_lists_what_it_cannot_place() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let orders = orders(&world).await;
        let file = world.file("carrier-status-export.csv", EXPORT.as_bytes());
        let before = world.log().await.len();
        let preview = preview(&world, &file).await;
        let proposals = preview["orders"].as_array().unwrap();
        let verdicts: Vec<_> = proposals
            .iter()
            .map(|it| it["verdict"].as_str().unwrap())
            .collect();
        assert_eq!(verdicts, ["step", "step", "nothing_new"], "{preview:#}");
        assert_eq!(proposals[0]["orderId"], json!(orders[0].id));
        assert_eq!(proposals[0]["step"]["to"], "foc_received");
        assert_eq!(proposals[0]["step"]["focDate"], "2027-01-12");
        assert_eq!(
            proposals[0]["step"]["needsFocTime"], true,
            "the hour is not guessed"
        );
        assert_eq!(proposals[1]["step"]["to"], "rejected");
        assert_eq!(proposals[1]["step"]["rejectCode"], "ACCOUNT_NUMBER_MISMATCH");
        assert_eq!(preview["unknown"][0]["pon"], "VZ-99120");
        assert_eq!(preview["unknown"][0]["rows"], json!([6, 7]));
        assert_eq!(preview["rejected"][0]["row"], 8);
        assert_eq!(world.log().await.len(), before, "looking stores nothing");
        assert_eq!(world.order(orders[0].id).await, orders[0]);
    });
}

#[test]
fn confirming_moves_the_orders_once_with_the_file_as_evidence() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let orders = orders(&world).await;
        let file = world.file("carrier-status-export.csv", EXPORT.as_bytes());
        let preview = preview(&world, &file).await;
        let accepted = json!([
            { "orderId": orders[0].id, "focTime": "10:00", "focZone": "America/New_York" },
            { "orderId": orders[1].id },
        ]);
        let before = world.log().await.len();
        let request = confirm(&file, &preview, accepted);
        world.ok("status_sheet_confirm", request.clone()).await;

        let first = world.order(orders[0].id).await;
        assert_eq!(first.status, PortOrderStatus::FocReceived);
        assert_eq!(first.foc_at.unwrap().to_string(), "2027-01-12T15:00:00.000Z");
        let second = world.order(orders[1].id).await;
        assert_eq!(second.status, PortOrderStatus::Rejected);
        assert_eq!(
            world.order(orders[2].id).await,
            orders[2],
            "nothing new of the third"
        );
        let mut tx = world.cx().await.read().await.unwrap();
        for (order, status) in [
            (&first, PortingStatus::FocReceived),
            (&second, PortingStatus::LoaRejected),
        ] {
            let numbers = port_orders::list_open_phone_numbers(&mut tx, order.id)
                .await
                .unwrap();
            assert!(
                numbers.iter().all(|number| number.porting_status == status),
                "{numbers:?}"
            );
            let kept = attachments::list_attachments(&mut tx, order.id).await.unwrap();
            assert_eq!((kept.len(), kept[0].kind), (1, AttachmentKind::Result));
            let content = attachments::read_attachment_content(&mut tx, &kept[0].sha256)
                .await
                .unwrap();
            assert_eq!(content.unwrap(), EXPORT.as_bytes());
            let events = port_orders::list_port_order_events(&mut tx, order.id)
                .await
                .unwrap();
            let event = events.last().unwrap();
            assert_eq!(event.evidence_attachment_id, Some(kept[0].id));
            let reason = event.reason.as_deref().unwrap();
            assert!(
                reason.contains("carrier-status-export.csv") && reason.contains(&kept[0].sha256),
                "{reason}"
            );
        }
        let events = port_orders::list_port_order_events(&mut tx, first.id)
            .await
            .unwrap();
        assert!(
            events
                .last()
                .unwrap()
                .reason
                .as_deref()
                .unwrap()
                .contains("rows 2, 3 ")
        );
        let events = port_orders::list_port_order_events(&mut tx, second.id)
            .await
            .unwrap();
        let rejected = events.last().unwrap();
        assert_eq!(rejected.reject_code.as_deref(), Some("ACCOUNT_NUMBER_MISMATCH"));
        assert!(
            rejected
                .reason
                .as_deref()
                .unwrap()
                .starts_with("Account number is incorrect.")
        );
        drop(tx);
        let log = world.log().await;
        let told: Vec<_> = log[before..]
            .iter()
            .filter(|it| it.entity_type == "port_order")
            .collect();
        assert_eq!(told.len(), 2, "one entry per order");
        assert_eq!(told[0].change_set_id, told[1].change_set_id, "one act");

        let again = world
            .fails("status_sheet_confirm", request, ErrorCode::Conflict)
            .await;
        assert!(again.message.contains("nothing was stored"), "{again:?}");
        let seen = self::preview(&world, &file).await;
        let verdicts: Vec<_> = seen["orders"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["verdict"])
            .collect();
        assert_eq!(
            verdicts,
            ["nothing_new", "nothing_new", "nothing_new"],
            "the same file says nothing new"
        );
    });
}

#[test]
fn one_step_that_fails_takes_the_others_with_it() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let orders = orders(&world).await;
        let file = world.file("carrier-status-export.csv", EXPORT.as_bytes());
        let preview = preview(&world, &file).await;
        let before = world.log().await.len();
        let good = json!({ "orderId": orders[1].id });
        for (bad, code) in [
            (json!({ "orderId": orders[0].id }), ErrorCode::InvalidInput),
            (
                json!({ "orderId": orders[0].id, "focTime": "25:99" }),
                ErrorCode::InvalidInput,
            ),
            (json!({ "orderId": orders[2].id }), ErrorCode::Refused),
        ] {
            let request = confirm(&file, &preview, json!([good, bad]));
            world.fails("status_sheet_confirm", request, code).await;
        }
        world
            .fails(
                "status_sheet_confirm",
                confirm(&file, &preview, json!([])),
                ErrorCode::InvalidInput,
            )
            .await;
        assert_eq!(world.order(orders[1].id).await, orders[1]);
        assert_eq!(world.log().await.len(), before);
        let mut tx = world.cx().await.read().await.unwrap();
        let kept = attachments::list_attachments(&mut tx, orders[1].id)
            .await
            .unwrap();
        assert!(kept.is_empty());
    });
}

#[test]
fn a_changed_file_or_order_asks_to_look_again() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let orders = orders(&world).await;
        let file = world.file("carrier-status-export.csv", EXPORT.as_bytes());
        let seen = preview(&world, &file).await;
        let accepted = json!([{ "orderId": orders[1].id }]);
        world.file(
            "carrier-status-export.csv",
            EXPORT.replace("PF-0002", "PF-0009").as_bytes(),
        );
        world
            .fails(
                "status_sheet_confirm",
                confirm(&file, &seen, accepted.clone()),
                ErrorCode::Conflict,
            )
            .await;
        world.file("carrier-status-export.csv", EXPORT.as_bytes());
        world.drive(&orders[0], &["rejected"]).await;
        world
            .fails(
                "status_sheet_confirm",
                confirm(&file, &seen, accepted),
                ErrorCode::Conflict,
            )
            .await;
        assert_eq!(world.order(orders[1].id).await, orders[1]);
    });
}

#[test]
fn numbers_ported_one_by_one_are_recorded_one_by_one() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let order = world.draft(&numbers).await;
        let steps = [SUBMITTED, &["foc_received", "scheduled"]].concat();
        let order = world.drive(&order, &steps).await;
        let csv = "Order Number,Telephone Number,Order Status\nPF-0001,2145550101,Ported\nPF-0001,2145550102,Scheduled\n";
        let file = world.file("status.csv", csv.as_bytes());
        let seen = preview(&world, &file).await;
        let step = &seen["orders"][0]["step"];
        assert_eq!(step["to"], "partially_ported", "{seen:#}");
        let counts = json!([{ "choice": "ported", "count": 1 }, { "choice": "stays", "count": 1 }]);
        assert_eq!(step["outcomeCounts"], counts);
        let request = confirm(&file, &seen, json!([{ "orderId": order.id }]));
        world.ok("status_sheet_confirm", request).await;
        assert_eq!(
            world.order(order.id).await.status,
            PortOrderStatus::PartiallyPorted
        );
        assert_eq!(
            world.stored(numbers[0].id).await.porting_status,
            PortingStatus::Ported
        );
        assert_eq!(
            world.stored(numbers[1].id).await.porting_status,
            PortingStatus::PortScheduled
        );
    });
}

#[test]
fn a_guard_of_the_order_is_told_before_anybody_confirms() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let first = world.put_numbers(&["+12145550101"]).await;
        let second = world.put_numbers(&["+12145550102"]).await;
        world.draft(&first).await;
        let second = world.draft(&second).await;
        let second = world.drive(&second, &SUBMITTED[..3]).await;
        let pon = second.pon.as_deref().unwrap();
        let csv = format!("Order Number,Order Status,FOC Date\n{pon},Submitted,\n");
        let file = world.file("status.csv", csv.as_bytes());
        let seen = preview(&world, &file).await;
        assert_eq!(seen["orders"][0]["verdict"], "cannot_follow", "{seen:#}");
        let refusal = seen["orders"][0]["refusal"].as_str().unwrap();
        assert!(
            refusal.contains("earlier orders of the account are open"),
            "{refusal}"
        );
        assert!(!seen["orders"][0]["hints"].as_array().unwrap().is_empty());
    });
}
