//! Who may do what: the permission column of the table of commands, held against every command that writes.

use portflow_app::ErrorCode;
use portflow_app::clock::{CountingIds, FixedClock};
use portflow_app::commands::{COMMANDS, Effect};
use portflow_app::config::Folders;
use portflow_app::context::Permission;
use portflow_app::{Session, commands, opening};
use serde_json::json;
use std::sync::Arc;

use crate::log::Prepared;
use crate::place::on_each;
use crate::world::{World, empty_workspace, now};

#[test]
fn the_first_member_becomes_an_admin_whatever_was_asked_for_and_adds_the_others() {
    on_each(|place| async move {
        let session = empty_workspace(&place).await;
        let call = |name: &'static str, request| commands::call(&session, name, request);
        let ada = json!({ "displayName": "Ada Example", "email": "ada@example.com", "role": "viewer" });
        let ada = call("member_add", ada).await.unwrap();
        assert_eq!(ada["role"], "admin");
        let info = call("session_info", json!({})).await.unwrap();
        assert_eq!(
            info["member"]["email"], "ada@example.com",
            "the first member acts on this machine"
        );

        let ben = json!({ "displayName": "Ben Example", "email": "ben@example.com", "role": "member" });
        assert_eq!(call("member_add", ben).await.unwrap()["role"], "member");
        let again = json!({ "displayName": "Other Ben", "email": "BEN@example.com", "role": "member" });
        let taken = call("member_add", again).await.unwrap_err();
        assert_eq!(
            (taken.code, taken.field.as_deref()),
            (ErrorCode::Conflict, Some("email"))
        );

        session.act_as("ben@example.com");
        let cy = json!({ "displayName": "Cy Example", "email": "cy@example.com", "role": "admin" });
        let refused = call("member_add", cy).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::Refused, "{refused:?}");
        assert!(refused.message.contains("an admin"), "{refused:?}");

        session.act_as("who@example.com");
        let unknown = call("customer_list", json!({})).await.unwrap_err();
        assert_eq!(unknown.code, ErrorCode::NotFound);
    });
}

#[test]
fn a_viewer_reads_everything_and_writes_nothing() {
    on_each(|place| async move {
        let prepared = Prepared::new(World::furnished(place).await).await;
        let world = &prepared.world;
        let vera = json!({ "displayName": "Vera Example", "email": "vera@example.com", "role": "viewer" });
        world.ok("member_add", vera).await;
        let before = world.log().await.len();
        world.session.act_as("vera@example.com");
        for name in writes() {
            let request = prepared.request(name).await;
            let error = world.fails(name, request, ErrorCode::Refused).await;
            assert!(error.message.contains("Vera Example"), "{name}: {error:?}");
        }
        assert_eq!(world.log().await.len(), before);
        assert_eq!(
            world
                .ok("customer_list", json!({}))
                .await
                .as_array()
                .unwrap()
                .len(),
            1
        );
        world
            .ok("port_order_get", json!({ "id": prepared.order.id }))
            .await;
    });
}

#[test]
fn nobody_in_particular_reads_and_writes_nothing() {
    on_each(|place| async move {
        let prepared = Prepared::new(World::furnished(place).await).await;
        let world = &prepared.world;
        let before = world.log().await.len();
        // Another machine, on which nobody has said who they are.
        let folders = Folders {
            config: world.place.folder.join("other-config"),
            data: world.place.folder.join("other-data"),
        };
        let ids = Arc::new(CountingIds::default());
        let stranger = Arc::new(Session::new(folders, Arc::new(FixedClock(now())), ids));
        let location = world.session.config().recent[0].clone();
        let password = match &world.place.database {
            Some(url) => opening::parse(url).unwrap().password,
            None => None,
        };
        opening::open(&stranger, &location, password.as_deref())
            .await
            .unwrap();
        for name in writes() {
            let request = prepared.request(name).await;
            let error = commands::call(&stranger, name, request).await.unwrap_err();
            assert_eq!(error.code, ErrorCode::NoMember, "{name}: {error:?}");
            assert!(!error.hints.is_empty());
        }
        assert_eq!(world.log().await.len(), before);
        commands::call(&stranger, "customer_list", json!({}))
            .await
            .unwrap();
    });
}

/// Every command that only a member may run because it writes.
pub fn writes() -> impl Iterator<Item = &'static str> {
    let rows = COMMANDS.iter();
    rows.filter(|row| row.effect == Effect::Writes && row.permission == Permission::Member)
        .map(|row| row.name)
}
