//! What every write leaves behind: entries of the log with their actor, in the same transaction, and one event.

use portflow_app::ErrorCode;
use portflow_app::commands;
use portflow_app::events::Event;
use portflow_domain::entities::{EndUser, PhoneNumber, PortOrder};
use serde_json::{Value, json};
use std::collections::BTreeSet;

use crate::permissions::writes;
use crate::place::on_each;
use crate::world::{World, account_values, heard, id, step};

const SUBMITTED: &[&str] = &["ready", "loa_requested", "loa_signed", "submitted"];

/// A world in which every command that writes has something to write.
pub struct Prepared {
    pub world: World,
    pub order: PortOrder,
    numbers: Vec<PhoneNumber>,
    person: EndUser,
    script: String,
    import: String,
    batch: String,
    /// With the carrier, and what the carrier says of it.
    submitted: PortOrder,
    /// With a date from the carrier.
    confirmed: PortOrder,
    /// A view of the grid that everybody sees.
    view: Value,
    status_sheet: String,
    bill: String,
    /// A number that somebody else began to port.
    begun: PhoneNumber,
    /// An account of which a list was taken in.
    listed: String,
    /// A number that nobody has decided about.
    undecided: PhoneNumber,
    /// A problem that somebody has accepted.
    waiver: Value,
}

impl Prepared {
    pub async fn new(world: World) -> Self {
        let names: Vec<_> = (0..8).map(|n| format!("+1214555012{n}")).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let numbers = world.put_numbers(&names).await;
        let person = world.put_person("kim@example.com").await;
        world
            .ok(
                "number_set",
                json!({ "ids": [numbers[5].id], "disposition": "new" }),
            )
            .await;
        let assign = json!({ "ids": [numbers[5].id], "holder": { "endUserId": person.id } });
        world.ok("number_assign", assign).await;
        let script = world
            .ok("script_generate", json!({ "migrationId": world.migration }))
            .await;
        let order = world.draft(&numbers[2..4]).await;
        crate::site_uses::prepare(&world).await;
        let of_carrier = world.put_numbers(&["+12145550150"]).await;
        let account = id(&world.add_account(&world.customer).await);
        let submitted = world.draft_of(&account, &of_carrier).await;
        let submitted = world.drive(&submitted, SUBMITTED).await;
        let says = format!(
            "Order Number,Telephone Number,Order Status,FOC Date\n{},214-555-0150,FOC Received,2027-01-12\n",
            submitted.pon.as_deref().unwrap()
        );
        let status_sheet = world.file("status.csv", says.as_bytes());
        let account = id(&world.add_account(&world.customer).await);
        let confirmed = world
            .draft_of(&account, &world.put_numbers(&["+12145550160"]).await)
            .await;
        let confirmed = world.drive(&confirmed, SUBMITTED).await;
        let confirmed = world.drive(&confirmed, &["foc_received"]).await;
        let view = json!({ "screen": "numbers", "name": "Kept", "isShared": true, "layout": {} });
        let view = world.ok("saved_view_save", view).await;
        let bill = world.file("bill.csv", b"Telephone Number,Description\n2145550150,Main\n");
        let listed = id(&world.add_account(&world.customer).await);
        let csr = world.file("csr.csv", b"Telephone Number,Description\n2145550191,Lobby\n");
        let list = json!({ "accountId": listed, "file": csr, "source": "csr", "seenOn": "2026-11-20" });
        world.ok("account_numbers_import", list).await;
        let begun = world.put_numbers(&["+12145550151"]).await.remove(0);
        let submitted_elsewhere = json!({ "ids": [begun.id], "to": "loa_submitted" });
        world.ok("number_transition", submitted_elsewhere).await;
        let import = world.file("one.csv", b"Telephone Number,Description\n2145550177,Lobby\n");
        let earlier = world.file(
            "two.csv",
            b"Telephone Number,Description\n2145550178,Door\n555,Gate\n",
        );
        let earlier = json!({ "files": [earlier], "migrationId": world.migration,
            "sheets": [{ "file": earlier, "sheet": "two", "saveProfileAs": "Two columns" }] });
        let batch = crate::imports::commit(&world, &earlier).await;
        let undecided = world.put_numbers(&["+12145550166"]).await.remove(0);
        let unknown = json!({ "ids": [undecided.id], "disposition": "unknown" });
        world.ok("number_set", unknown).await;
        let waive = crate::problems::waive(&world, &numbers[1]);
        let waiver = world.ok("problem_waive", waive).await["waiver"]["id"].clone();
        Self {
            undecided,
            waiver,
            order,
            submitted,
            confirmed,
            view,
            status_sheet,
            bill,
            begun,
            listed,
            script: id(&script),
            batch: id(&batch),
            numbers,
            person,
            import,
            world,
        }
    }

    /// A request of this command that makes sense now.
    pub async fn request(&self, name: &str) -> Value {
        let world = &self.world;
        match name {
            "customer_add" => json!({ "name": "Second Corp" }),
            "customer_update" => {
                let found = self.revision("customer_list", json!({}), &world.customer).await;
                json!({ "id": world.customer, "revision": found, "name": "Example Corp", "isDemo": true,
                    "notes": "Changed" })
            }
            "contact_add" => json!({ "customerId": world.customer, "kind": "billing", "name": "Bo Example" }),
            name @ ("contact_update" | "contact_remove") => crate::contacts::request(world, name).await,
            "site_add" => {
                json!({ "customerId": world.customer, "name": "Plano", "timeZone": "America/Chicago" })
            }
            "site_update" => {
                let found = self.revision("site_list", json!({}), &world.site).await;
                json!({ "id": world.site, "revision": found, "name": "Dallas HQ", "timeZone": "America/Chicago",
                    "code": "DAL" })
            }
            name if crate::carriers::is_of(name) => crate::carriers::request(world, name).await,
            name if crate::questionnaires::is_of(name) => crate::questionnaires::request(world, name),
            "site_value_take" => crate::site_uses::request(world).await,
            name if crate::discovery::is_of(name) => crate::discovery::request(world, name).await,
            name if crate::site_files::is_of(name) => crate::site_files::request(world, name).await,
            "workspace_save_site" => {
                json!({ "siteId": world.site, "fileId": world.save_as("site.portflow") })
            }
            "migration_add" => {
                json!({ "siteId": world.site, "name": "Second", "routingType": "operator_connect" })
            }
            "migration_update" => {
                let found =
                    world.ok("migration_get", json!({ "id": world.migration })).await["migration"].clone();
                json!({ "id": world.migration, "revision": found["revision"], "carrierId": found["carrierId"],
                    "name": "Teams Phone",
                    "routingType": "direct_routing", "notes": "Changed" })
            }
            "migration_transition" => {
                let found = self.migration_revision().await;
                json!({ "id": world.migration, "revision": found, "to": "discovery" })
            }
            "number_edit" => {
                let number = world.stored(self.numbers[0].id).await;
                json!({ "edits": [{ "id": number.id, "revision": number.revision, "column": "description",
                    "value": "Reception" }] })
            }
            "number_assign" => {
                json!({ "ids": [self.numbers[1].id], "holder": { "endUserId": self.person.id } })
            }
            "number_add" => json!({ "migrationId": world.migration, "numbers": "214-555-0190 thru 0192" }),
            "number_remove" => {
                json!({ "chosen": { "migrationId": world.migration,
                    "spans": [{ "first": "+12145550190", "last": "+12145550192" }] } })
            }
            "saved_view_save" => json!({ "screen": "numbers", "name": "To port", "isShared": true,
                "layout": { "filters": [{ "column": "disposition", "values": ["port"] }] } }),
            "saved_view_remove" => json!({ "id": self.view["id"], "revision": self.view["revision"] }),
            "number_set" => json!({ "ids": [self.numbers[0].id], "disposition": "retain" }),
            "number_transition" => json!({ "ids": [self.numbers[1].id], "to": "loa_submitted" }),
            "end_user_edit" => json!({ "edits": [{ "id": self.person.id, "revision": self.person.revision,
                "column": "department", "value": "Sales" }] }),
            "losing_account_add" => account_values(&world.customer),
            "losing_account_update" => {
                let found = self
                    .revision("losing_account_list", json!({}), &world.account)
                    .await;
                let mut values = account_values(&world.customer);
                values["id"] = json!(world.account);
                values["revision"] = found;
                values
            }
            "losing_account_reveal" => json!({ "id": world.account, "secret": "pin" }),
            "port_order_add" => world.order_over(&self.numbers[4..5]),
            "port_orders_add" => json!({ "orders": [world.order_over(&self.numbers[6..7])] }),
            "port_order_update" => {
                let order = world.order(self.order.id).await;
                json!({ "id": order.id, "revision": order.revision, "scope": "partial", "pon": "OUR-1",
                    "signerContactId": world.signer })
            }
            "port_order_numbers" => {
                let order = world.order(self.order.id).await;
                json!({ "id": order.id, "revision": order.revision, "remove": [self.numbers[3].id] })
            }
            "port_order_transition" => step(&world.order(self.order.id).await, "ready"),
            "port_order_supplement" => {
                let order = world.order(self.confirmed.id).await;
                crate::order_life::supplement(&order, json!({ "desiredDate": "2027-02-09" }))
            }
            "port_order_adopt" => {
                let mut order = world.order_over(std::slice::from_ref(&self.begun));
                order["pon"] = json!("VZ-77");
                json!({ "order": order, "status": "submitted", "reason": "Begun elsewhere" })
            }
            "correction_workbook_export" => {
                json!({ "migrationId": world.migration, "fileId": world.save_as("corrections.xlsx") })
            }
            "port_orders_export" => {
                let folder = world.place.folder.join("orders");
                std::fs::create_dir(&folder).unwrap();
                json!({ "migrationId": world.migration, "folderId": world.session.files.register(&folder).id })
            }
            "port_order_document_set" => {
                let order = world.order(self.order.id).await;
                json!({ "id": order.id, "revision": order.revision, "kind": "bill", "state": "received",
                    "datedOn": "2026-11-27" })
            }
            "port_order_export" => {
                json!({ "id": self.order.id, "kind": "request", "fileId": world.save_as("request.xlsx") })
            }
            "problem_waive" => crate::problems::waive(world, &self.numbers[7]),
            "problem_waiver_remove" => json!({ "id": self.waiver }),
            "problem_fix" => json!({ "migrationId": world.migration, "code": "disposition_unknown",
                "entityId": self.undecided.id }),
            "port_calendar_export" => json!({ "fileId": world.save_as("ports.ics") }),
            "import_commit" => {
                let choices = json!({ "files": [self.import], "migrationId": world.migration });
                let preview = world.ok("import_preview", choices.clone()).await;
                json!({ "choices": choices, "fingerprint": preview["fingerprint"] })
            }
            "import_rejected_save" => {
                json!({ "id": self.batch, "fileId": world.save_as("rejected.xlsx") })
            }
            "import_undo" => json!({ "id": self.batch }),
            "import_profile_delete" => {
                let profiles = world.ok("import_profile_list", json!({})).await;
                json!({ "id": profiles[0]["id"] })
            }
            "account_numbers_import" => {
                json!({ "accountId": world.account, "file": self.bill, "source": "bill", "seenOn": "2026-11-20" })
            }
            "account_numbers_decide" => {
                json!({ "accountId": self.listed, "numbers": ["+12145550191"], "action": "keep" })
            }
            "status_sheet_confirm" => {
                let choices = json!({ "file": self.status_sheet });
                let preview = world.ok("status_sheet_preview", choices.clone()).await;
                let order = json!({ "orderId": self.submitted.id, "focTime": "10:00",
                    "focZone": "America/New_York" });
                json!({ "choices": choices, "fingerprint": preview["fingerprint"], "accepted": [order] })
            }
            "script_generate" => json!({ "migrationId": world.migration }),
            "script_save" => json!({ "id": self.script, "fileId": world.save_as("cutover.ps1") }),
            other => panic!("no request is known for {other}"),
        }
    }

    async fn revision(&self, list: &str, request: Value, id: &str) -> Value {
        let found = self.world.ok(list, request).await;
        let found = found
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["id"] == id)
            .unwrap()
            .clone();
        found["revision"].clone()
    }

    async fn migration_revision(&self) -> Value {
        let found = self
            .world
            .ok("migration_get", json!({ "id": self.world.migration }))
            .await;
        found["migration"]["revision"].clone()
    }
}

#[test]
fn every_write_is_logged_with_its_actor_and_told_once() {
    on_each(|place| async move {
        let prepared = Prepared::new(World::furnished(place).await).await;
        let world = &prepared.world;
        let mut change_sets: BTreeSet<_> = world.log().await.iter().map(|it| it.change_set_id).collect();
        let mut listener = world.session.events.subscribe();
        for name in writes() {
            let request = prepared.request(name).await;
            let before = world.log().await;
            change_sets.extend(before.iter().map(|it| it.change_set_id));
            let before = before.len();
            heard(&mut listener);
            world.ok(name, request).await;
            let log = world.log().await;
            let entries = &log[before..];
            assert!(!entries.is_empty(), "{name} left no entry");
            let of_this_act: BTreeSet<_> = entries.iter().map(|it| it.change_set_id).collect();
            assert_eq!(of_this_act.len(), 1, "{name} is one act");
            assert!(
                change_sets.insert(entries[0].change_set_id),
                "{name} has a change set of its own"
            );
            for entry in entries {
                assert_eq!(entry.actor_name, "Ada Example", "{name}");
                assert!(entry.actor_id.is_some(), "{name}");
                assert_eq!(entry.at, crate::world::now(), "{name}");
            }
            let tags = commands::find(name).unwrap().tags;
            let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
            assert_eq!(heard(&mut listener), [Event::Changed { tags }], "{name}");
        }
        let problems = world.ok("workspace_check", json!({})).await;
        assert_eq!(problems["problems"], json!([]));
    });
}

#[test]
fn what_fails_or_only_reads_is_neither_logged_nor_told() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let before = world.log().await;
        let mut listener = world.session.events.subscribe();
        let taken = world
            .fails(
                "customer_add",
                json!({ "name": "EXAMPLE CORP" }),
                ErrorCode::Conflict,
            )
            .await;
        assert_eq!(taken.field.as_deref(), Some("name"));
        world
            .fails("customer_add", json!({ "name": "  " }), ErrorCode::InvalidInput)
            .await;
        let site = json!({ "customerId": world.customer, "name": "Moon", "timeZone": "Moon/Base" });
        world.fails("site_add", site, ErrorCode::InvalidInput).await;
        world
            .fails("no_such_command", json!({}), ErrorCode::NotFound)
            .await;
        world.ok("dashboard", json!({})).await;
        world.ok("migration_list", json!({})).await;
        assert_eq!(world.log().await, before);
        assert_eq!(heard(&mut listener), []);
    });
}

#[test]
fn a_stale_revision_is_a_conflict_and_changes_nothing() {
    on_each(|place| async move {
        let prepared = Prepared::new(World::furnished(place).await).await;
        let world = &prepared.world;
        let guarded = [
            "customer_update",
            "contact_update",
            "contact_remove",
            "site_update",
            "migration_update",
            "migration_transition",
            "number_edit",
            "end_user_edit",
            "losing_account_update",
            "site_value_take",
            "carrier_update",
            "carrier_confirm",
            "port_order_update",
            "port_order_numbers",
            "port_order_transition",
            "port_order_document_set",
        ];
        for name in guarded {
            let mut request = prepared.request(name).await;
            let revision = match request.get_mut("edits") {
                Some(edits) => &mut edits[0]["revision"],
                None => &mut request["revision"],
            };
            *revision = json!(revision.as_i64().unwrap() + 7);
            let before = world.log().await;
            let error = world.fails(name, request, ErrorCode::Conflict).await;
            assert!(!error.hints.is_empty(), "{name}: {error:?}");
            assert_eq!(world.log().await, before, "{name}");
        }
    });
}
