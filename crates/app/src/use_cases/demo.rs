//! The demonstration: a fictitious customer taken through the main job by the same use cases a person calls, on
//! two sample spreadsheets.

use chrono::{Days, NaiveDate};
use portflow_domain::entities::{Customer, Migration, PortOrder};
use portflow_domain::enums::{
    ContactKind, Disposition, MigrationStatus, PortOrderStatus, PortScope, PortingStatus, RoutingType,
};
use portflow_domain::ids::{ContactId, GeneratedScriptId, LosingAccountId, MigrationId, PortOrderId};
use portflow_domain::views::{GridQuery, NumberRow};
use portflow_store::queries::carriers;
use std::path::Path;

use super::{accounts, contacts, customers, imports, migrations, numbers, orders, people, scripts, sites};
use crate::context::Context;
use crate::dto::accounts::{AddLosingAccount, LosingAccountValues};
use crate::dto::customers::{
    AddContact, AddCustomer, AddMigration, AddSite, MigrationValues, SiteValues, TransitionMigration,
};
use crate::dto::imports::{CommitImport, ImportChoices};
use crate::dto::numbers::{AssignNumbers, Holder, PageOfMigration};
use crate::dto::orders::{AddPortOrder, TransitionPortOrder};
use crate::dto::scripts::ScriptScope;
use crate::error::{ApiError, ErrorCode, Result};
use portflow_domain::entities::PostalAddress;

const NUMBERS: (&str, &[u8]) = (
    "messy-did-inventory.xlsx",
    include_bytes!("../../assets/demo/messy-did-inventory.xlsx"),
);
const PEOPLE: (&str, &[u8]) = (
    "messy-user-list.xlsx",
    include_bytes!("../../assets/demo/messy-user-list.xlsx"),
);

/// What the demonstration made.
pub struct Demonstration {
    /// The migration.
    pub migration_id: MigrationId,
    /// An order at the carrier.
    pub port_order_id: PortOrderId,
    /// The script that will assign its numbers.
    pub script_id: GeneratedScriptId,
}

/// Builds the demonstration in an open workspace.
pub async fn build(cx: &Context) -> Result<Demonstration> {
    let customer = customer(cx).await?;
    let migration = migration(cx, &customer).await?;
    let folder = tempfile::tempdir().map_err(|error| {
        ApiError::new(
            ErrorCode::File,
            format!("The sample spreadsheets could not be unpacked: {error}."),
        )
    })?;
    import(cx, folder.path(), NUMBERS, migration.id).await?;
    import(cx, folder.path(), PEOPLE, migration.id).await?;
    let today = today(cx);
    let signer = signer(cx, &customer).await?;
    let account = account(cx, &customer, today).await?;
    let order = order(cx, &migration, account, signer, today).await?;
    let scope = ScriptScope {
        migration_id: migration.id,
        port_order_id: Some(order.id),
    };
    let script = scripts::generate(cx, scope).await?;
    Ok(Demonstration {
        migration_id: migration.id,
        port_order_id: order.id,
        script_id: script.id,
    })
}

/// The day it is at the demonstration's sites.
fn today(cx: &Context) -> NaiveDate {
    cx.now()
        .utc()
        .with_timezone(&chrono_tz::America::Chicago)
        .date_naive()
}

async fn customer(cx: &Context) -> Result<Customer> {
    let customer = customers::add(
        cx,
        AddCustomer {
            name: "Example Corp".to_owned(),
            legal_name: Some("Example Corporation, Inc.".to_owned()),
            tenant_domain: Some("example.com".to_owned()),
            tenant_id: Some("11111111-2222-3333-4444-555555555555".to_owned()),
            time_zone: Some(chrono_tz::America::Chicago.name().to_owned()),
            is_demo: true,
            notes: Some("A demonstration: every name and number is fictitious.".to_owned()),
        },
    )
    .await?;
    Ok(customer)
}

async fn migration(cx: &Context, customer: &Customer) -> Result<Migration> {
    let site = |name: &str, street: &str, city: &str, postal_code: &str| AddSite {
        customer_id: customer.id,
        values: SiteValues {
            name: name.to_owned(),
            street: Some(street.to_owned()),
            city: Some(city.to_owned()),
            state: Some("TX".to_owned()),
            postal_code: Some(postal_code.to_owned()),
            time_zone: chrono_tz::America::Chicago.name().to_owned(),
            legacy_pbx: Some("Cisco CUCM 12.5".to_owned()),
            ..SiteValues::default()
        },
    };
    let dallas = sites::add(cx, site("Dallas HQ", "100 Main Street", "Dallas", "75201")).await?;
    sites::add(cx, site("Plano", "200 Legacy Drive", "Plano", "75024")).await?;
    let carrier = carriers::list_carriers(&mut cx.read().await?).await?;
    let verizon = carrier
        .into_iter()
        .find(|carrier| carrier.code == "verizon")
        .map(|carrier| carrier.id);
    let today = today(cx);
    let values = MigrationValues {
        name: "Teams Phone".to_owned(),
        routing_type: RoutingType::DirectRouting,
        carrier_id: verizon,
        target_date: today.checked_add_days(Days::new(60)),
        voice_routing_policy: Some("US-National".to_owned()),
        dial_plan: None,
        notes: None,
    };
    let mut migration = migrations::add(
        cx,
        AddMigration {
            site_id: dallas.id,
            values,
        },
    )
    .await?;
    for to in [
        MigrationStatus::Discovery,
        MigrationStatus::DataCollection,
        MigrationStatus::InProgress,
    ] {
        let step = TransitionMigration {
            id: migration.id,
            revision: migration.revision,
            to,
            reason: (to == MigrationStatus::DataCollection)
                .then(|| "A demonstration has no site to visit.".to_owned()),
        };
        migration = migrations::transition(cx, step).await?;
    }
    Ok(migration)
}

#[allow(
    clippy::disallowed_methods,
    reason = "a scratch copy of an embedded file, not a person's"
)]
async fn import(
    cx: &Context,
    folder: &Path,
    (name, bytes): (&str, &[u8]),
    migration_id: MigrationId,
) -> Result<()> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).map_err(|error| {
        ApiError::new(
            ErrorCode::File,
            format!("The sample '{name}' could not be unpacked: {error}."),
        )
    })?;
    let choices = ImportChoices::of(vec![cx.session.files.register(&path).id], migration_id);
    let preview = imports::preview(cx, choices.clone()).await?;
    let commit = CommitImport {
        choices,
        fingerprint: preview.fingerprint,
        task_id: None,
    };
    imports::commit(cx, commit).await?;
    Ok(())
}

async fn signer(cx: &Context, customer: &Customer) -> Result<ContactId> {
    let contact = AddContact {
        customer_id: customer.id,
        site_id: None,
        kind: ContactKind::AuthorizedSigner,
        name: "Alex Example".to_owned(),
        title: Some("Director of IT".to_owned()),
        email: Some("alex@example.com".to_owned()),
        phone: Some("+1 214 555 0100".to_owned()),
    };
    Ok(contacts::add(cx, contact).await?.id)
}

async fn account(cx: &Context, customer: &Customer, today: NaiveDate) -> Result<LosingAccountId> {
    let values = LosingAccountValues {
        carrier_name: "Old Telephone Company".to_owned(),
        name_on_account: "Example Corporation, Inc.".to_owned(),
        csr_address: Some(PostalAddress {
            street: Some("100 Main Street".to_owned()),
            city: Some("Dallas".to_owned()),
            state: Some("TX".to_owned()),
            postal_code: Some("75201".to_owned()),
            country: Some("US".to_owned()),
        }),
        account_number: Some("A-0042-77".to_owned()),
        pin: Some("0042".to_owned()),
        btn: "+12145550199".to_owned(),
        csr_date: today.checked_sub_days(Days::new(5)),
        bill_date: today.checked_sub_days(Days::new(12)),
        ..LosingAccountValues::default()
    };
    Ok(accounts::add(
        cx,
        AddLosingAccount {
            customer_id: customer.id,
            site_id: None,
            values,
        },
    )
    .await?
    .id)
}

/// Gives a free number to the person without one and takes back the second number of another, as a consultant
/// would before an order.
async fn settle_holders(cx: &Context, free: &NumberRow, second: &NumberRow) -> Result<()> {
    let query = GridQuery {
        search: Some("no.did@example.com".to_owned()),
        limit: 1,
        ..GridQuery::default()
    };
    let without = people::page(
        cx,
        PageOfMigration {
            migration_id: Some(free.migration_id),
            query,
        },
    )
    .await?;
    let person = without.rows.first().map(|row| row.id);
    let holder = Holder {
        end_user_id: person,
        ..Holder::default()
    };
    numbers::assign(
        cx,
        AssignNumbers {
            ids: vec![free.id],
            holder,
            chosen: None,
        },
    )
    .await?;
    numbers::assign(
        cx,
        AssignNumbers {
            ids: vec![second.id],
            ..AssignNumbers::default()
        },
    )
    .await?;
    Ok(())
}

/// An order over the local numbers that wait for their port, driven to `submitted`.
async fn order(
    cx: &Context,
    migration: &Migration,
    account: LosingAccountId,
    signer: ContactId,
    today: NaiveDate,
) -> Result<PortOrder> {
    let query = GridQuery {
        limit: 1000,
        ..GridQuery::default()
    };
    let page = numbers::page(
        cx,
        PageOfMigration {
            migration_id: Some(migration.id),
            query,
        },
    )
    .await?;
    let waiting = page.rows.iter().filter(|row| {
        row.number.starts_with("+1214")
            && row.porting_status == PortingStatus::NotStarted
            && row.disposition == Disposition::Port
    });
    let waiting: Vec<_> = waiting.collect();
    let free = waiting.iter().find(|row| row.assigned_end_user_id.is_none());
    let second = waiting.iter().find(|row| row.number.ends_with("0116"));
    if let (Some(free), Some(second)) = (free, second) {
        settle_holders(cx, free, second).await?;
    }
    let request = AddPortOrder {
        migration_id: migration.id,
        losing_account_id: Some(account),
        phone_number_ids: waiting.iter().map(|row| row.id).collect(),
        scope: Some(PortScope::Partial),
        pon: None,
        desired_date: today.checked_add_days(Days::new(30)),
        new_btn: None,
        signer_contact_id: Some(signer),
        resporg_id: None,
        notes: None,
    };
    let mut order = orders::add(cx, request).await?;
    use PortOrderStatus::{LoaRequested, LoaSigned, Ready, Submitted};
    for to in [Ready, LoaRequested, LoaSigned, Submitted] {
        order = orders::transition(cx, step(&order, to, today)).await?;
    }
    Ok(order)
}

fn step(order: &PortOrder, to: PortOrderStatus, today: NaiveDate) -> TransitionPortOrder {
    TransitionPortOrder {
        id: order.id,
        revision: order.revision,
        to,
        reason: None,
        reject_code: None,
        foc: None,
        signed_on: (to == PortOrderStatus::LoaSigned).then_some(today),
        signer_contact_id: None,
        evidence_file_id: None,
        outcomes: Vec::new(),
        snapback_agreed: false,
    }
}
