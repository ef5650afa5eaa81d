//! A workspace with one customer, driven through the table of commands as every front end does.

use chrono::NaiveDate;
use portflow_app::clock::{CountingIds, FixedClock};
use portflow_app::config::{Folders, Location};
use portflow_app::context::Context;
use portflow_app::events::Event;
use portflow_app::{ApiError, ErrorCode, Session, commands, opening};
use portflow_domain::entities::{Activity, EndUser, PhoneNumber, PortOrder};
use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::ids::{CustomerId, EntityId, MigrationId, PhoneNumberId, PortOrderId};
use portflow_domain::timestamp::Timestamp;
use portflow_store::queries::{activity_log, end_users, phone_numbers};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::TryRecvError;

use crate::place::Place;

/// The account number that must turn up nowhere but in the port request.
pub const ACCOUNT_NUMBER: &str = "ACC-7781-0042";
/// The PIN that must turn up nowhere but in the port request.
pub const PIN: &str = "PIN-99417";

/// The instant at which every story plays: nine in the morning in Dallas.
pub fn now() -> Timestamp {
    "2026-11-30T15:00:00.000Z".parse().unwrap()
}

/// The day of [`now`] in Dallas.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

/// A session with its workspace, and the ids of what stands in it.
pub struct World {
    pub place: Place,
    pub session: Arc<Session>,
    pub customer: String,
    pub site: String,
    pub migration: String,
    pub account: String,
    pub signer: String,
}

/// A new, empty workspace in which nobody has said who they are.
pub async fn empty_workspace(place: &Place) -> Arc<Session> {
    let folders = Folders {
        config: place.folder.join("config"),
        data: place.folder.join("data"),
    };
    let ids = Arc::new(CountingIds::default());
    let session = Arc::new(Session::new(folders, Arc::new(FixedClock(now())), ids));
    match &place.database {
        None => {
            let path = place.folder.join("story.portflow");
            opening::create_file(&session, &Location::LocalFile { path })
                .await
                .unwrap();
        }
        Some(url) => {
            let named = opening::parse(url).unwrap();
            opening::create_database(&session, &named.location, named.password.as_deref())
                .await
                .unwrap();
        }
    }
    session
}

impl World {
    /// A demonstration customer with a migration, an account to leave and a signer; the acting member is an admin.
    pub async fn furnished(place: Place) -> Self {
        let mut world = Self {
            session: empty_workspace(&place).await,
            place,
            customer: String::new(),
            site: String::new(),
            migration: String::new(),
            account: String::new(),
            signer: String::new(),
        };
        let ada = json!({ "displayName": "Ada Example", "email": "ada@example.com", "role": "viewer" });
        world.ok("member_add", ada).await;
        world.customer = id(&world.add_customer("Example Corp").await);
        world.site = id(&world.add_site(&world.customer, "Dallas HQ").await);
        world.migration = id(&world.add_migration(&world.site, "Teams Phone").await);
        let account = world.add_account(&world.customer).await;
        world.account = id(&account);
        let signer =
            json!({ "customerId": world.customer, "kind": "authorized_signer", "name": "Alex Example" });
        world.signer = id(&world.ok("contact_add", signer).await);
        world
    }

    pub async fn add_customer(&self, name: &str) -> Value {
        self.ok(
            "customer_add",
            json!({ "name": name, "isDemo": true, "timeZone": "America/Chicago",
            "tenantId": "11111111-2222-3333-4444-555555555555", "tenantDomain": "example.com" }),
        )
        .await
    }

    pub async fn add_site(&self, customer: &str, name: &str) -> Value {
        self.ok(
            "site_add",
            json!({ "customerId": customer, "name": name, "timeZone": "America/Chicago" }),
        )
        .await
    }

    pub async fn add_migration(&self, site: &str, name: &str) -> Value {
        let carriers = self.ok("carrier_list", json!({})).await;
        let carriers = carriers.as_array().unwrap();
        let verizon = carriers.iter().find(|it| it["code"] == "verizon").unwrap();
        self.ok(
            "migration_add",
            json!({ "siteId": site, "name": name, "routingType": "direct_routing",
            "carrierId": verizon["id"], "voiceRoutingPolicy": "US-National" }),
        )
        .await
    }

    pub async fn add_account(&self, customer: &str) -> Value {
        let values = account_values(customer);
        self.ok("losing_account_add", values).await
    }

    /// Runs a command.
    pub async fn call(&self, name: &str, request: Value) -> Result<Value, ApiError> {
        commands::call(&self.session, name, request).await
    }

    /// Runs a command that must succeed.
    pub async fn ok(&self, name: &str, request: Value) -> Value {
        match self.call(name, request).await {
            Ok(response) => response,
            Err(error) => panic!("{name}: {error:?}"),
        }
    }

    /// Runs a command that must fail in this way.
    pub async fn fails(&self, name: &str, request: Value, code: ErrorCode) -> ApiError {
        let error = self.call(name, request).await.expect_err(name);
        assert_eq!(error.code, code, "{name}: {error:?}");
        error
    }

    pub async fn cx(&self) -> Context {
        Context::of(&self.session).await.unwrap()
    }

    /// Puts numbers into the inventory without a use case, as an import would.
    pub async fn put_numbers(&self, numbers: &[&str]) -> Vec<PhoneNumber> {
        self.put_numbers_in(self.migration_id(), numbers).await
    }

    /// Puts numbers into the inventory of another migration of the site.
    pub async fn put_numbers_in(&self, migration: MigrationId, numbers: &[&str]) -> Vec<PhoneNumber> {
        let cx = self.cx().await;
        let rows: Vec<_> = numbers
            .iter()
            .map(|number| self.number(&cx, migration, number))
            .collect();
        let mut tx = cx.write().await.unwrap();
        phone_numbers::insert_phone_numbers(&mut tx, &rows).await.unwrap();
        tx.commit().await.unwrap();
        rows
    }

    fn number(&self, cx: &Context, migration_id: MigrationId, number: &str) -> PhoneNumber {
        PhoneNumber {
            id: cx.id(),
            customer_id: self.customer_id(),
            migration_id,
            number: number.to_owned(),
            extension: String::new(),
            number_type: PhoneNumberType::User,
            usage: NumberUsage::User,
            porting_status: PortingStatus::NotStarted,
            disposition: Disposition::Port,
            description: None,
            losing_account_id: None,
            current_carrier: None,
            rate_center: None,
            assigned_end_user_id: None,
            assigned_resource_account_id: None,
            open_port_order_id: None,
            foc_date: None,
            ported_at: None,
            verified_at: None,
            rejection_reason: None,
            notes: None,
            import_batch_id: None,
            source_row: None,
            revision: 1,
            created_at: cx.now(),
            updated_at: cx.now(),
        }
    }

    /// Puts a person into the migration.
    pub async fn put_person(&self, upn: &str) -> EndUser {
        self.put_person_in(self.migration_id(), upn).await
    }

    /// Puts a person into another migration of the site.
    pub async fn put_person_in(&self, migration_id: MigrationId, upn: &str) -> EndUser {
        let cx = self.cx().await;
        let person = EndUser {
            id: cx.id(),
            customer_id: self.customer_id(),
            migration_id,
            site_id: None,
            upn: Some(upn.to_owned()),
            user_key: None,
            display_name: upn.to_owned(),
            first_name: None,
            last_name: None,
            department: None,
            job_title: None,
            legacy_extension: None,
            email: None,
            usage_location: Some("US".to_owned()),
            license_sku: None,
            voice_routing_policy: None,
            dial_plan: None,
            calling_policy: None,
            voicemail_enabled: true,
            emergency_location: None,
            cutover_date: None,
            is_configured: false,
            configured_at: None,
            notes: None,
            revision: 1,
            created_at: cx.now(),
            updated_at: cx.now(),
        };
        let mut tx = cx.write().await.unwrap();
        end_users::insert_end_users(&mut tx, std::slice::from_ref(&person))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        person
    }

    pub fn customer_id(&self) -> CustomerId {
        self.customer.parse().unwrap()
    }

    pub fn migration_id(&self) -> MigrationId {
        self.migration.parse().unwrap()
    }

    /// A number as stored now.
    pub async fn stored(&self, id: PhoneNumberId) -> PhoneNumber {
        let mut tx = self.cx().await.read().await.unwrap();
        phone_numbers::find_phone_number(&mut tx, id)
            .await
            .unwrap()
            .unwrap()
    }

    /// A draft over these numbers.
    pub async fn draft(&self, numbers: &[PhoneNumber]) -> PortOrder {
        self.draft_of(&self.account, numbers).await
    }

    /// A draft over these numbers of another account.
    pub async fn draft_of(&self, account: &str, numbers: &[PhoneNumber]) -> PortOrder {
        let mut request = self.order_over(numbers);
        request["losingAccountId"] = json!(account);
        serde_json::from_value(self.ok("port_order_add", request).await).unwrap()
    }

    pub fn order_over(&self, numbers: &[PhoneNumber]) -> Value {
        let ids: Vec<_> = numbers.iter().map(|number| number.id).collect();
        json!({ "migrationId": self.migration, "losingAccountId": self.account, "phoneNumberIds": ids,
            "scope": "partial", "signerContactId": self.signer })
    }

    /// Takes the order through these steps, each with everything a step may ask for.
    pub async fn drive(&self, order: &PortOrder, steps: &[&str]) -> PortOrder {
        let mut order = self.order(order.id).await;
        for to in steps {
            let done = self.ok("port_order_transition", step(&order, to)).await;
            order = serde_json::from_value(done).unwrap();
        }
        order
    }

    /// An order as stored now.
    pub async fn order(&self, id: PortOrderId) -> PortOrder {
        let detail = self.ok("port_order_get", json!({ "id": id })).await;
        serde_json::from_value(detail["order"].clone()).unwrap()
    }

    /// The whole log, oldest first.
    pub async fn log(&self) -> Vec<Activity> {
        let mut tx = self.cx().await.read().await.unwrap();
        let page = activity_log::page_activities(&mut tx, None, None, None, 0, 1000)
            .await
            .unwrap();
        let mut rows = page.rows;
        rows.reverse();
        rows
    }

    /// A file a person chose, by its handle.
    pub fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.place.folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        self.session.files.register(&path).id
    }

    /// A place a person chose to save to, by its handle.
    pub fn save_as(&self, name: &str) -> String {
        self.session.files.register(&self.place.folder.join(name)).id
    }
}

/// The id of a record in a response.
pub fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

/// An id that no record has.
pub fn nobody<T: EntityId>() -> T {
    T::from_uuid("01900000-0000-7000-8fff-ffffffffffff".parse().unwrap())
}

pub fn account_values(customer: &str) -> Value {
    json!({ "customerId": customer, "carrierName": "Old Telephone Company", "nameOnAccount": "Example Corp",
        "csrAddress": { "street": "100 Main Street", "city": "Dallas", "state": "TX", "postalCode": "75201" },
        "accountNumber": ACCOUNT_NUMBER, "pin": PIN, "btn": "+12145550199", "csrDate": "2026-11-25",
        "billDate": "2026-11-18" })
}

/// A step of an order with everything a step may ask for.
pub fn step(order: &PortOrder, to: &str) -> Value {
    json!({ "id": order.id, "revision": order.revision, "to": to, "reason": "As the carrier's message says",
        "rejectCode": (to == "rejected").then_some("LSR_PENDING"),
        "foc": matches!(to, "foc_received" | "scheduled")
            .then(|| json!({ "date": "2027-01-12", "time": "10:00", "zone": "America/New_York" })),
        "signedOn": (to == "loa_signed").then_some(today()) })
}

/// Everything heard so far.
pub fn heard(listener: &mut Receiver<Event>) -> Vec<Event> {
    let mut events = Vec::new();
    loop {
        match listener.try_recv() {
            Ok(event) => events.push(event),
            Err(TryRecvError::Empty) => return events,
            Err(other) => panic!("{other}"),
        }
    }
}
