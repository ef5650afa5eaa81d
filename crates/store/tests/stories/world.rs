//! A small customer with everything that the stories need, made with fixed ids and one fixed clock.

use std::sync::Arc;

use portflow_domain::entities::carrier::Carrier;
use portflow_domain::entities::customer::{Contact, Customer, Site};
use portflow_domain::entities::end_user::EndUser;
use portflow_domain::entities::losing_account::LosingAccount;
use portflow_domain::entities::migration::Migration;
use portflow_domain::entities::phone_number::PhoneNumber;
use portflow_domain::entities::port_order::{PortOrder, PortOrderNumber};
use portflow_domain::entities::team::TeamMember;
use portflow_domain::enums::{
    ContactKind, Disposition, MigrationStatus, NumberClass, NumberUsage, PhoneNumberType, PortOrderStatus,
    PortScope, PortingStatus, RoutingType, TeamRole,
};
use portflow_domain::ids::{EntityId, WorkspaceId};
use portflow_domain::timestamp::Timestamp;
use portflow_store::queries::{carriers, contacts, customers, migrations, sites, team_members};
use portflow_store::secret::{Keyring, MemoryKeyring};
use portflow_store::{NewWorkspace, PostgresTarget, Store, Tx};
use serde_json::json;
use uuid::Uuid;

use crate::common::Place;

/// The id that a test knows by a number.
pub fn id<T: EntityId>(number: u128) -> T {
    T::from_uuid(Uuid::from_u128(
        0x0190_0000_0000_7000_8000_0000_0000_0000 + number,
    ))
}

/// Minutes after the fixed start.
pub fn at(minute: u32) -> Timestamp {
    format!("2026-11-30T{:02}:{:02}:00.000Z", 9 + minute / 60, minute % 60)
        .parse()
        .unwrap()
}

pub fn new_workspace() -> NewWorkspace {
    NewWorkspace {
        workspace_id: id(1),
        application_version: "0.1.0".to_owned(),
        now: at(0),
    }
}

/// The parts of a `postgres://user@host:port/database` URL.
pub fn target(url: &str) -> PostgresTarget {
    let rest = url.split_once("://").unwrap().1;
    let (user, rest) = rest.split_once('@').unwrap();
    let (server, database) = rest.split_once('/').unwrap();
    let (host, port) = server.split_once(':').unwrap_or((server, "5432"));
    let (user, password) = user
        .split_once(':')
        .map_or((user, None), |(u, p)| (u, Some(p.to_owned())));
    PostgresTarget {
        host: host.to_owned(),
        port: port.parse().unwrap(),
        database: database.to_owned(),
        user: user.to_owned(),
        password,
    }
}

pub fn keyring() -> Arc<dyn Keyring> {
    Arc::new(MemoryKeyring::default())
}

/// A new workspace in that place.
pub async fn create(place: &Place, keyring: Arc<dyn Keyring>) -> Store {
    match place {
        Place::Sqlite(path) => Store::create_sqlite(path, &new_workspace(), keyring)
            .await
            .unwrap(),
        Place::Postgres(url) => Store::create_postgres(&target(url), &new_workspace(), keyring)
            .await
            .unwrap(),
    }
}

/// Opens the workspace in that place once more.
pub async fn open(place: &Place, keyring: Arc<dyn Keyring>) -> portflow_store::Result<Store> {
    match place {
        Place::Sqlite(path) => Store::open_sqlite(path, keyring).await,
        Place::Postgres(url) => Store::connect_postgres(&target(url), keyring).await,
    }
}

/// A workspace with one member, customer, site, carrier and migration.
pub async fn furnished(place: &Place) -> Store {
    let store = create(place, keyring()).await;
    let mut tx = store.write().await.unwrap();
    furnish(&mut tx).await;
    tx.commit().await.unwrap();
    store
}

pub async fn furnish(tx: &mut Tx) {
    team_members::insert_team_member(tx, &member()).await.unwrap();
    carriers::insert_carrier(tx, &carrier()).await.unwrap();
    customers::insert_customer(tx, &customer(2, "Contoso"))
        .await
        .unwrap();
    sites::insert_site(tx, &site(3, 2, "Dallas")).await.unwrap();
    contacts::insert_contact(tx, &contact()).await.unwrap();
    migrations::insert_migration(tx, &migration(4, 2, 3, "Phase 1"))
        .await
        .unwrap();
}

pub fn member() -> TeamMember {
    TeamMember {
        id: id(9),
        display_name: "Ana Lee".to_owned(),
        email: "Ana.Lee@Contoso.com".to_owned(),
        role: TeamRole::Admin,
        is_active: true,
        database_role: Some("pf".to_owned()),
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

pub fn carrier() -> Carrier {
    Carrier {
        id: id(8),
        code: "verizon".to_owned(),
        name: "Verizon".to_owned(),
        ocn: None,
        contacts: Vec::new(),
        port_rules: json!({ "leadDays": 7 }),
        sheet_template: json!({}),
        to_confirm: true,
        workbook_name: None,
        workbook_sha256: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

pub fn customer(number: u128, name: &str) -> Customer {
    Customer {
        id: id(number),
        name: name.to_owned(),
        legal_name: Some(format!("{name}, Inc.")),
        tenant_domain: None,
        tenant_id: None,
        time_zone: "America/Chicago".to_owned(),
        is_demo: true,
        notes: None,
        archived_at: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

pub fn site(number: u128, customer: u128, name: &str) -> Site {
    Site {
        id: id(number),
        customer_id: id(customer),
        name: name.to_owned(),
        code: None,
        street: Some("1 Main St".to_owned()),
        city: Some("Dallas".to_owned()),
        state: Some("TX".to_owned()),
        postal_code: None,
        country: "US".to_owned(),
        time_zone: "America/Chicago".to_owned(),
        main_number: None,
        legacy_pbx: None,
        business_hours: None,
        holidays: Vec::new(),
        discovery_notes: None,
        archived_at: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

pub fn contact() -> Contact {
    Contact {
        id: id(7),
        customer_id: id(2),
        site_id: Some(id(3)),
        kind: ContactKind::AuthorizedSigner,
        name: "Pat Kim".to_owned(),
        title: None,
        email: None,
        phone: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

pub fn migration(number: u128, customer: u128, site: u128, name: &str) -> Migration {
    Migration {
        id: id(number),
        customer_id: id(customer),
        site_id: id(site),
        name: name.to_owned(),
        status: MigrationStatus::Planning,
        status_before_hold: None,
        routing_type: RoutingType::DirectRouting,
        carrier_id: Some(id(8)),
        target_date: Some("2027-03-01".parse().unwrap()),
        voice_routing_policy: None,
        dial_plan: None,
        notes: None,
        archived_at: None,
        total_numbers: 0,
        ported_numbers: 0,
        total_users: 0,
        configured_users: 0,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

/// Number `index` of the migration 4: `+1214555` and four digits.
pub fn number(index: u128) -> PhoneNumber {
    PhoneNumber {
        id: id(0x1_0000 + index),
        customer_id: id(2),
        migration_id: id(4),
        number: format!("+1214555{index:04}"),
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
        source_row: Some(i64::try_from(index).unwrap() + 2),
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

/// Person `index` of the migration 4.
pub fn person(index: u128, name: &str) -> EndUser {
    EndUser {
        id: id(0x2_0000 + index),
        customer_id: id(2),
        migration_id: id(4),
        site_id: Some(id(3)),
        upn: Some(format!("{}@contoso.com", name.replace(' ', "."))),
        user_key: None,
        display_name: name.to_owned(),
        first_name: None,
        last_name: None,
        department: None,
        job_title: None,
        legacy_extension: Some(format!("{index:04}")),
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
        created_at: at(0),
        updated_at: at(0),
    }
}

pub fn account() -> LosingAccount {
    LosingAccount {
        id: id(6),
        customer_id: id(2),
        carrier_name: "Frontier".to_owned(),
        name_on_account: "Contoso Inc".to_owned(),
        csr_address: None,
        dba: None,
        billing_address: None,
        has_account_number: false,
        has_pin: false,
        btn: Some("+12145550000".to_owned()),
        btn_dialable: true,
        csr_date: Some("2026-11-01".parse().unwrap()),
        bill_date: None,
        notes: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

pub fn order(number: u128) -> PortOrder {
    PortOrder {
        id: id(number),
        customer_id: id(2),
        migration_id: id(4),
        carrier_id: id(8),
        losing_account_id: Some(id(6)),
        pon: Some(format!("PON-{number}")),
        version: 1,
        sequence_in_account: 1,
        scope: PortScope::Partial,
        number_class: NumberClass::Local,
        status: PortOrderStatus::Draft,
        desired_date: None,
        foc_local_date: None,
        foc_local_time: None,
        foc_zone: None,
        foc_at: None,
        new_btn: None,
        signer_contact_id: Some(id(7)),
        loa_content_hash: None,
        loa_signed_on: None,
        submitted_at: None,
        ported_at: None,
        snapback_until: None,
        resporg_id: None,
        ring_to_number: None,
        coverage: None,
        notes: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

pub fn order_number(number: u128, order: u128, phone: &PhoneNumber) -> PortOrderNumber {
    PortOrderNumber {
        id: id(number),
        customer_id: id(2),
        port_order_id: id(order),
        phone_number_id: phone.id,
        e164: phone.number.clone(),
        shares_base: false,
        added_in_version: 1,
        removed_in_version: None,
        outcome: None,
        outcome_at: None,
        reject_code: None,
        is_open: true,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

/// The id of the workspace that [`new_workspace`] makes.
pub fn workspace_id() -> WorkspaceId {
    id(1)
}
