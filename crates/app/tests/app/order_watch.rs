//! Orders that wait or are at risk as time goes by, the e-mail about one, the calendar file, and carriers' e-mails.

use portflow_app::ErrorCode;
use portflow_app::clock::{FixedClock, SystemIds};
use portflow_app::commands;
use portflow_app::config::{Folders, Location};
use portflow_app::opening;
use portflow_app::session::Session;
use portflow_domain::enums::{AttachmentKind, PortOrderStatus};
use portflow_store::queries::{attachments, port_orders};
use serde_json::{Value, json};
use std::sync::Arc;

use crate::place::on_each;
use crate::world::{ACCOUNT_NUMBER, PIN, World, id};

const SUBMITTED: &[&str] = &["ready", "loa_requested", "loa_signed", "submitted"];
const MAIL: &str = "Subject: Your order\n\nPON: PF-0001\nFirm Order Commitment: January 12, 2027 at 10:00 AM EST\n\n\
    Thanks,\nPort Desk\n";

/// The same workspace at another time, for Ada.
async fn at(world: &World, now: &str) -> Arc<Session> {
    let folders = Folders {
        config: world.place.folder.join("config"),
        data: world.place.folder.join("data"),
    };
    let session = Arc::new(Session::new(
        folders,
        Arc::new(FixedClock(now.parse().unwrap())),
        Arc::new(SystemIds),
    ));
    match &world.place.database {
        None => {
            let path = world.place.folder.join("story.portflow");
            opening::open(&session, &Location::LocalFile { path }, None)
                .await
                .unwrap();
        }
        Some(url) => {
            let named = opening::parse(url).unwrap();
            opening::open(&session, &named.location, named.password.as_deref())
                .await
                .unwrap();
        }
    }
    session.act_as("ada@example.com");
    session
}

async fn asked(session: &Arc<Session>, name: &str, request: Value) -> Value {
    commands::call(session, name, request).await.unwrap()
}

#[test]
fn an_order_without_an_answer_becomes_due_and_has_its_email() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let order = world.draft(&numbers).await;
        assert_eq!(
            world.ok("port_order_ageing", json!({})).await,
            json!([]),
            "a draft waits for nobody"
        );
        let order = world.drive(&order, SUBMITTED).await;
        let ages = world
            .ok("port_order_ageing", json!({ "migrationId": world.migration }))
            .await;
        assert_eq!(ages[0]["ageing"]["businessDays"], 0);
        assert_eq!(ages[0]["ageing"]["dueOn"], "2026-12-07");
        let dashboard = world.ok("dashboard", json!({})).await;
        assert_eq!(dashboard["ordersAtRisk"], json!([]));

        let later = at(&world, "2026-12-07T15:00:00.000Z").await;
        let ages = asked(&later, "port_order_ageing", json!({})).await;
        assert_eq!(
            (&ages[0]["ageing"]["businessDays"], &ages[0]["ageing"]["isDue"]),
            (&json!(5), &json!(true))
        );
        let dashboard = asked(&later, "dashboard", json!({})).await;
        assert_eq!(dashboard["ordersAtRisk"][0]["order"]["id"], json!(order.id));
        assert_eq!(dashboard["ordersAtRisk"][0]["risks"][0]["kind"], "overdue");
        let mail = asked(&later, "port_order_escalation", json!({ "id": order.id })).await;
        assert_eq!(mail["subject"], "Order PF-0001: no answer yet, please escalate");
        let body = mail["body"].as_str().unwrap();
        for text in [
            "2026-11-30",
            "5 business days",
            "Numbers: 2",
            "Verizon",
            "Ada Example",
        ] {
            assert!(body.contains(text), "{text}: {body}");
        }
        assert!(!body.contains(ACCOUNT_NUMBER) && !body.contains(PIN));
        let draft = world.draft(&world.put_numbers(&["+12145550103"]).await).await;
        world
            .fails(
                "port_order_escalation",
                json!({ "id": draft.id }),
                ErrorCode::Refused,
            )
            .await;
    });
}

#[test]
fn a_near_port_without_holders_and_a_running_snapback_are_risks() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let order = world.draft(&numbers).await;
        let order = world.drive(&order, SUBMITTED).await;
        let order = world.drive(&order, &["foc_received"]).await;
        assert_eq!(
            world.ok("dashboard", json!({})).await["ordersAtRisk"],
            json!([]),
            "six weeks away"
        );
        let near = at(&world, "2027-01-08T15:00:00.000Z").await;
        let risks = asked(&near, "dashboard", json!({})).await["ordersAtRisk"][0]["risks"].clone();
        assert_eq!(risks[0]["kind"], "not_prepared", "{risks:#}");
        assert!(
            risks[0]["text"]
                .as_str()
                .unwrap()
                .contains("2 numbers for people have no holder"),
            "{risks:#}"
        );
        let passed = at(&world, "2027-01-12T20:00:00.000Z").await;
        let risks = asked(&passed, "dashboard", json!({})).await["ordersAtRisk"][0]["risks"].clone();
        assert_eq!(risks[0]["kind"], "foc_passed", "{risks:#}");

        let order = world.drive(&order, &["scheduled", "ported"]).await;
        let risks = world.ok("dashboard", json!({})).await["ordersAtRisk"][0]["risks"].clone();
        assert_eq!(
            (&risks[0]["kind"], risks.as_array().unwrap().len()),
            (&json!("snapback"), 1),
            "{risks:#}"
        );
        assert_eq!(risks[0]["until"], json!(order.snapback_until));
        let over = at(&world, "2026-12-01T15:00:00.000Z").await;
        let risks = asked(&over, "dashboard", json!({})).await["ordersAtRisk"][0]["risks"].clone();
        assert_eq!(
            risks[0]["kind"], "overdue",
            "nobody has tested the numbers: {risks:#}"
        );
    });
}

#[test]
fn the_calendar_file_moves_and_cancels_what_it_put_there() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let first = world.draft(&world.put_numbers(&["+12145550101"]).await).await;
        let first = world.drive(&first, SUBMITTED).await;
        let first = world.drive(&first, &["foc_received"]).await;
        let export = |more: Value| {
            let mut request = json!({ "fileId": world.save_as("ports.ics") });
            request
                .as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            request
        };
        let written = || std::fs::read_to_string(world.place.folder.join("ports.ics")).unwrap();
        let before = world.log().await.len();
        world
            .ok(
                "port_calendar_export",
                export(json!({ "migrationId": world.migration })),
            )
            .await;
        let log = world.log().await;
        assert_eq!(
            (log.len(), log[before].action.as_str()),
            (before + 1, "port_calendar_exported")
        );
        let text = written();
        for line in [
            format!("UID:{}@portflow\r\n", first.id),
            format!("SEQUENCE:{}\r\n", first.revision),
            "DTSTART:20270112T150000Z\r\n".to_owned(),
            "STATUS:CONFIRMED\r\n".to_owned(),
        ] {
            assert!(text.contains(&line), "{line}: {text}");
        }
        assert!(!text.contains(ACCOUNT_NUMBER) && !text.contains(PIN), "{text}");

        world.drive(&first, &["rejected"]).await;
        world.ok("port_calendar_export", export(json!({}))).await;
        let text = written();
        assert!(
            text.contains("STATUS:CANCELLED") && text.contains("DTSTART:20270112T150000Z"),
            "{text}"
        );
        let other = id(&world.add_customer("Other Corp").await);
        world
            .ok("port_calendar_export", export(json!({ "customerId": other })))
            .await;
        assert!(!written().contains("BEGIN:VEVENT"));
    });
}

#[test]
fn carriers_have_their_days_without_ports() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let request = json!({ "from": "2027-01-08", "to": "2027-01-10" });
        let carriers = world.ok("port_calendar_days", request).await;
        let verizon = carriers
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["carrierName"] == "Verizon")
            .unwrap();
        let reasons: Vec<_> = verizon["days"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["reason"].as_str().unwrap())
            .collect();
        assert_eq!(reasons, ["weekday", "weekend", "weekend"]);
    });
}

#[test]
fn a_pasted_email_is_confirmed_once_and_kept_as_evidence() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let order = world.draft(&world.put_numbers(&["+12145550101"]).await).await;
        let order = world.drive(&order, SUBMITTED).await;
        world
            .fails(
                "status_mail_paste",
                json!({ "text": " \n" }),
                ErrorCode::InvalidInput,
            )
            .await;
        let pasted = id(&world.ok("status_mail_paste", json!({ "text": MAIL })).await);
        let choices = json!({ "file": pasted, "isMail": true });
        let preview = world.ok("status_sheet_preview", choices.clone()).await;
        let step = &preview["orders"][0]["step"];
        let given = (&step["to"], &step["focDate"], &step["focTime"], &step["focZone"]);
        let expected = (
            json!("foc_received"),
            json!("2027-01-12"),
            json!("10:00"),
            json!("America/New_York"),
        );
        assert_eq!(
            given,
            (&expected.0, &expected.1, &expected.2, &expected.3),
            "{preview:#}"
        );
        assert_eq!(preview["mail"]["ignored"][0]["why"], "a signature");
        assert_eq!(world.order(order.id).await, order, "looking stores nothing");

        let accepted = json!([{ "orderId": order.id }]);
        let confirm =
            json!({ "choices": choices, "fingerprint": preview["fingerprint"], "accepted": accepted });
        world.ok("status_sheet_confirm", confirm.clone()).await;
        let after = world.order(order.id).await;
        assert_eq!(after.status, PortOrderStatus::FocReceived);
        assert_eq!(after.foc_at.unwrap().to_string(), "2027-01-12T15:00:00.000Z");
        let mut tx = world.cx().await.read().await.unwrap();
        let kept = attachments::list_attachments(&mut tx, order.id).await.unwrap();
        assert_eq!((kept.len(), kept[0].kind), (1, AttachmentKind::Result));
        let content = attachments::read_attachment_content(&mut tx, &kept[0].sha256)
            .await
            .unwrap();
        assert_eq!(content.unwrap(), MAIL.as_bytes());
        let events = port_orders::list_port_order_events(&mut tx, order.id)
            .await
            .unwrap();
        let reason = events.last().unwrap().reason.clone().unwrap();
        assert!(
            reason.contains("e-mail 'Pasted e-mail'") && reason.contains(&kept[0].sha256),
            "{reason}"
        );
        drop(tx);
        world
            .fails("status_sheet_confirm", confirm, ErrorCode::Conflict)
            .await;
        let again = world.ok("status_sheet_preview", choices).await;
        assert_ne!(again["orders"][0]["verdict"], "step", "{again:#}");
    });
}

#[test]
fn a_reject_without_plain_words_needs_a_code_and_no_secret_is_repeated() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let order = world.draft(&world.put_numbers(&["+12145550101"]).await).await;
        world.drive(&order, SUBMITTED).await;
        let text = format!("PF-0001 was rejected.\nReason: the PIN {PIN} is not what we have.\n");
        let file = world.file("reject.txt", text.as_bytes());
        let preview = world
            .ok("status_sheet_preview", json!({ "file": file, "isMail": true }))
            .await;
        let step = &preview["orders"][0]["step"];
        assert_eq!(
            (&step["to"], &step["needsRejectCode"]),
            (&json!("rejected"), &json!(true)),
            "{preview:#}"
        );
        assert!(!preview.to_string().contains(PIN), "{preview:#}");
        let silent = world.file("away.txt", b"I am out of the office. PF-0001 was rejected.");
        let preview = world
            .ok("status_sheet_preview", json!({ "file": silent, "isMail": true }))
            .await;
        assert_eq!(preview["orders"], json!([]));
    });
}
