//! What speaks against numbers and orders: listed, accepted with a reason, mended, and in the way of a step; and a
//! session that keeps what it knows sees what others commit.

use portflow_app::clock::{Clock, SystemIds};
use portflow_app::config::Folders;
use portflow_app::{ErrorCode, Session, commands, opening};
use portflow_domain::entities::PhoneNumber;
use portflow_domain::timestamp::Timestamp;
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::place::on_each;
use crate::world::{World, id, now, step};

/// Accepts that a number names no losing account.
pub fn waive(world: &World, number: &PhoneNumber) -> Value {
    json!({ "migrationId": world.migration, "code": "account_missing", "entityId": number.id,
        "reason": "It is asked for" })
}

async fn list(world: &World, filter: Value) -> Value {
    let mut request = filter;
    request["migrationId"] = json!(world.migration);
    world.ok("problem_list", request).await
}

/// A rule and where it finds something.
fn found(list: &Value) -> Vec<(String, String)> {
    let text = |it: &Value, field: &str| it[field].as_str().unwrap().to_owned();
    let problems = list["problems"].as_array().unwrap().iter();
    problems.map(|it| (text(it, "code"), text(it, "label"))).collect()
}

#[test]
fn an_order_with_an_error_becomes_ready_once_somebody_accepts_it() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let mut account = crate::world::account_values(&world.customer);
        account["csrAddress"]["postalCode"] = Value::Null;
        let account = id(&world.ok("losing_account_add", account).await);
        let order = world.draft_of(&account, &numbers).await;
        let of_order = list(&world, json!({ "portOrderId": order.id })).await;
        let zip = (
            "account_zip_missing".to_owned(),
            "the account of Old Telephone Company, BTN +12145550199".to_owned(),
        );
        assert!(found(&of_order).contains(&zip), "{of_order:#}");
        assert_eq!(of_order["counts"]["errors"], 1);
        let refused = world
            .fails("port_order_transition", step(&order, "ready"), ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("ZIP code"), "{refused:?}");
        let problem = json!({ "migrationId": world.migration, "code": "account_zip_missing",
            "entityId": account, "reason": "" });
        world
            .fails("problem_waive", problem.clone(), ErrorCode::InvalidInput)
            .await;
        let mut problem = problem;
        problem["reason"] = json!("The carrier does not ask for it");
        problem["fingerprint"] = json!("another");
        world
            .fails("problem_waive", problem.clone(), ErrorCode::Conflict)
            .await;
        problem["fingerprint"] = Value::Null;
        let waived = world.ok("problem_waive", problem.clone()).await;
        assert_eq!(waived["waiver"]["waivedBy"], "Ada Example");
        world.fails("problem_waive", problem, ErrorCode::Refused).await;
        let after = list(&world, json!({ "portOrderId": order.id, "waived": true })).await;
        assert_eq!(
            (&after["counts"]["errors"], &after["counts"]["waived"]),
            (&json!(0), &json!(1))
        );
        assert_eq!(found(&after), [zip]);
        let removed = json!({ "id": waived["waiver"]["id"] });
        world.ok("problem_waiver_remove", removed).await;
        world
            .fails("port_order_transition", step(&order, "ready"), ErrorCode::Refused)
            .await;
    });
}

#[test]
fn what_the_law_refuses_nobody_accepts() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let unknown = json!({ "ids": [numbers[0].id], "disposition": "unknown" });
        world.ok("number_set", unknown).await;
        let problem = json!({ "migrationId": world.migration, "code": "disposition_unknown",
            "entityId": numbers[0].id, "reason": "Later" });
        world
            .fails("problem_waive", problem.clone(), ErrorCode::Refused)
            .await;
        world.ok("problem_fix", problem.clone()).await;
        assert_eq!(world.stored(numbers[0].id).await.disposition.to_string(), "port");
        world.fails("problem_fix", problem, ErrorCode::NotFound).await;
    });
}

#[test]
fn an_order_that_is_too_large_becomes_a_sequence_with_the_btn_last() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let names: Vec<_> = (0..23).map(|n| format!("+121455501{:02}", 77 + n)).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let numbers = world.put_numbers(&names).await;
        let order = world.draft(&numbers).await;
        set_maximum(&world, 10).await;
        let problem = json!({ "migrationId": world.migration, "code": "order_too_large",
            "entityId": order.id });
        world.ok("problem_fix", problem.clone()).await;
        let orders = world
            .ok("port_order_list", json!({ "migrationId": world.migration }))
            .await;
        let orders = orders.as_array().unwrap();
        let counts: Vec<_> = orders.iter().map(|it| it["numbers"].as_i64().unwrap()).collect();
        assert_eq!(counts, [10, 10, 3], "{orders:#?}");
        let last = world.ok("port_order_get", json!({ "id": orders[2]["id"] })).await;
        assert!(
            last["numbers"].to_string().contains("+12145550199"),
            "the BTN is last"
        );
        world.fails("problem_fix", problem, ErrorCode::NotFound).await;
    });
}

/// Lets every gaining carrier take no more numbers than these in one order.
async fn set_maximum(world: &World, most: u32) {
    let rules = format!("{{\"maxNumbersPerOrder\": {most}}}");
    let sql = AssertSqlSafe(format!("UPDATE carriers SET port_rules = '{rules}'"));
    match &world.place.database {
        Some(url) => {
            let mut database = PgConnection::connect(url).await.unwrap();
            database.execute(sql).await.unwrap();
        }
        None => {
            let file = world.place.folder.join("story.portflow");
            let url = format!("sqlite://{}", file.display());
            let mut database = SqliteConnection::connect(&url).await.unwrap();
            database.execute(sql).await.unwrap();
        }
    }
}

/// Every look is a minute later.
#[derive(Default)]
struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> Timestamp {
        let minutes = self.0.fetch_add(1, Ordering::Relaxed);
        Timestamp::new(now().utc() + chrono::Duration::minutes(minutes))
    }
}

/// A colleague's session in the same workspace, with a clock of its own.
async fn colleague(world: &World, clock: Arc<dyn Clock>) -> Arc<Session> {
    let folders = Folders {
        config: world.place.folder.join("colleague/config"),
        data: world.place.folder.join("colleague/data"),
    };
    let session = Arc::new(Session::new(folders, clock, Arc::new(SystemIds)));
    let text = world.place.database.clone().unwrap_or_else(|| {
        let file = world.place.folder.join("story.portflow");
        file.to_str().unwrap().to_owned()
    });
    let named = opening::parse(&text).unwrap();
    opening::open(&session, &named.location, named.password.as_deref())
        .await
        .unwrap();
    session.act_as("ada@example.com");
    session
}

#[test]
fn a_session_that_keeps_what_it_knows_sees_what_others_commit() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550101", "+12145550102", "+12145550103"])
            .await;
        let ahead = colleague(&world, Arc::new(Ticking::default())).await;
        let request = json!({ "migrationId": world.migration, "limit": 1000 });
        let seen = async |session: &Arc<Session>| {
            commands::call(session, "problem_list", request.clone())
                .await
                .unwrap()
        };
        assert_eq!(seen(&ahead).await, seen(&world.session).await);
        // The same instant as what was read before; a later one by another clock; and the first again, which is late.
        for (place, session) in [(0, &world.session), (1, &ahead), (2, &world.session), (0, &ahead)] {
            let disposition = if place == 0 { "unknown" } else { "retain" };
            let set = json!({ "ids": [numbers[place].id], "disposition": disposition });
            commands::call(session, "number_set", set).await.unwrap();
            let fresh = colleague(&world, Arc::new(Ticking::default())).await;
            let whole = seen(&fresh).await;
            assert_eq!(seen(&ahead).await, whole);
            assert_eq!(seen(&world.session).await, whole);
        }
        world.draft(&world.put_numbers(&["+12145550109"]).await).await;
        let whole = seen(&colleague(&world, Arc::new(Ticking::default())).await).await;
        assert_eq!(seen(&ahead).await, whole);
        assert_eq!(seen(&world.session).await, whole);
    });
}
