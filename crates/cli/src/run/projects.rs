//! Team, customers, contacts, sites, migrations, carriers and losing accounts.

use portflow_app::Result;
use portflow_app::dto::accounts::{AddLosingAccount, LosingAccountValues};
use portflow_app::dto::customers::{
    AddCustomer, AddMigration, AddSite, MigrationDetail, MigrationValues, OfCustomer, SiteValues,
    TransitionMigration,
};
use portflow_app::dto::workspace::AddMember;
use portflow_domain::entities::{Customer, LosingAccount, Migration, PostalAddress, Site, TeamMember};
use serde_json::json;

use crate::args::{AccountAction, CustomerAction, MemberAction, MigrationAction, SiteAction};
use crate::client::Client;
use crate::output::{Style, or_dash};

/// The team.
pub async fn member(client: &Client, style: Style, action: MemberAction) -> Result<String> {
    match action {
        MemberAction::Add { name, email, role } => {
            let add = AddMember {
                display_name: name,
                email,
                role,
            };
            let member: TeamMember = client.call("member_add", add).await?;
            style.show(&member, |it| format!("Added {} <{}>.", it.display_name, it.email))
        }
        MemberAction::List => {
            let members: Vec<TeamMember> = client.call("member_list", json!({})).await?;
            style.table(&members, &["name", "e-mail", "role", "active"], |it| {
                vec![
                    it.display_name.clone(),
                    it.email.clone(),
                    it.role.to_string(),
                    it.is_active.to_string(),
                ]
            })
        }
    }
}

/// Customers.
pub async fn customer(client: &Client, style: Style, action: CustomerAction) -> Result<String> {
    match action {
        CustomerAction::Add {
            name,
            legal_name,
            tenant_domain,
            tenant_id,
            demo,
        } => {
            let add = AddCustomer {
                name,
                legal_name,
                tenant_domain,
                tenant_id,
                is_demo: demo,
                ..AddCustomer::default()
            };
            let customer: Customer = client.call("customer_add", add).await?;
            style.show(&customer, |it| format!("Added the customer {}.", it.name))
        }
        CustomerAction::List => {
            let customers: Vec<Customer> = client.call("customer_list", json!({})).await?;
            style.table(&customers, &["name", "legal name", "tenant", "demo"], |it| {
                vec![
                    it.name.clone(),
                    or_dash(&it.legal_name),
                    or_dash(&it.tenant_domain),
                    it.is_demo.to_string(),
                ]
            })
        }
    }
}

/// Sites.
pub async fn site(client: &Client, style: Style, action: SiteAction) -> Result<String> {
    match action {
        SiteAction::Add {
            customer,
            name,
            time_zone,
            street,
            city,
            state,
            postal_code,
            country,
        } => {
            let customer_id = client.customer(&customer).await?.id;
            let country = Some(country);
            let values = SiteValues {
                name,
                time_zone,
                street,
                city,
                state,
                postal_code,
                country,
                ..SiteValues::default()
            };
            let site: Site = client.call("site_add", AddSite { customer_id, values }).await?;
            style.show(&site, |it| format!("Added the site {}.", it.name))
        }
        SiteAction::Discovery(action) => super::discovery::run(client, style, action).await,
        SiteAction::UsedBy { site } => super::sites::used_by(client, style, &site).await,
        SiteAction::Take { site, id, field } => super::sites::take(client, style, &site, &id, &field).await,
        SiteAction::Set { site, fields } => super::sites::set(client, style, &site, fields).await,
        SiteAction::Files(action) => super::site_files::run(client, style, action).await,
        SiteAction::List => {
            let sites: Vec<Site> = client.call("site_list", OfCustomer::default()).await?;
            style.table(&sites, &["name", "city", "state", "country", "time zone"], |it| {
                let (city, state) = (or_dash(&it.city), or_dash(&it.state));
                vec![
                    it.name.clone(),
                    city,
                    state,
                    it.country.clone(),
                    it.time_zone.clone(),
                ]
            })
        }
    }
}

/// Migrations.
pub async fn migration(client: &Client, style: Style, action: MigrationAction) -> Result<String> {
    match action {
        MigrationAction::Add {
            site,
            name,
            carrier,
            routing,
            target_date,
            voice_routing_policy,
        } => {
            let site_id = client.site(&site).await?.id;
            let carrier_id = match &carrier {
                Some(code) => Some(client.carrier(code).await?),
                None => None,
            };
            let values = MigrationValues {
                name,
                routing_type: routing,
                carrier_id,
                target_date,
                voice_routing_policy,
                dial_plan: None,
                notes: None,
            };
            let migration: Migration = client
                .call("migration_add", AddMigration { site_id, values })
                .await?;
            style.show(&migration, |it| format!("Added the migration {}.", it.name))
        }
        MigrationAction::List => list_migrations(client, style).await,
        MigrationAction::Transition {
            migration,
            to,
            reason,
        } => {
            let found = client.migration(&migration).await?.migration;
            let step = TransitionMigration {
                id: found.id,
                revision: found.revision,
                to,
                reason,
            };
            let migration: Migration = client.call("migration_transition", step).await?;
            style.show(&migration, |it| format!("{} is {} now.", it.name, it.status))
        }
    }
}

async fn list_migrations(client: &Client, style: Style) -> Result<String> {
    let migrations: Vec<MigrationDetail> = client.call("migration_list", json!({})).await?;
    style.table(
        &migrations,
        &["migration", "status", "carrier", "routing", "target"],
        |it| {
            vec![
                it.path.clone(),
                it.migration.status.to_string(),
                or_dash(&it.carrier_name),
                it.migration.routing_type.to_string(),
                or_dash(&it.migration.target_date),
            ]
        },
    )
}

/// Losing accounts.
pub async fn account(client: &Client, style: Style, action: AccountAction) -> Result<String> {
    match action {
        AccountAction::Add {
            customer,
            site,
            carrier,
            name_on_account,
            btn,
            account_number,
            pin,
            csr_date,
            bill_date,
            street,
            city,
            state,
            postal_code,
            billing,
        } => {
            let customer_id = client.customer(&customer).await?.id;
            let billing_address = address([
                billing.billing_street,
                billing.billing_city,
                billing.billing_state,
                billing.billing_postal_code,
            ]);
            let site_id = match &site {
                Some(site) => Some(client.site(site).await?.id),
                None => None,
            };
            let values = LosingAccountValues {
                carrier_name: carrier.unwrap_or_default(),
                name_on_account: name_on_account.unwrap_or_default(),
                csr_address: address([street, city, state, postal_code]),
                dba: billing.dba,
                billing_address,
                account_number: Some(account_number),
                pin,
                btn: btn.unwrap_or_default(),
                csr_date,
                bill_date,
            };
            let add = AddLosingAccount {
                customer_id,
                site_id,
                values,
            };
            let account: LosingAccount = client.call("losing_account_add", add).await?;
            style.show(&account, |it| {
                format!(
                    "Added the account at {} (BTN {}).",
                    it.carrier_name,
                    or_dash(&it.btn)
                )
            })
        }
        AccountAction::Set { account, fields } => super::accounts::set(client, style, &account, fields).await,
        AccountAction::List => list_accounts(client, style).await,
        AccountAction::Numbers(action) => super::account_numbers::run(client, style, action).await,
    }
}

/// Street, city, state and ZIP; none where nothing was said.
fn address([street, city, state, postal_code]: [Option<String>; 4]) -> Option<PostalAddress> {
    let address = PostalAddress {
        street,
        city,
        state,
        postal_code,
        country: None,
    };
    (address != PostalAddress::default()).then_some(address)
}

async fn list_accounts(client: &Client, style: Style) -> Result<String> {
    let accounts: Vec<LosingAccount> = client.call("losing_account_list", OfCustomer::default()).await?;
    style.table(
        &accounts,
        &["carrier", "name on account", "BTN", "account number", "PIN"],
        |it| {
            let kept = |has: bool| if has { "stored" } else { "-" }.to_owned();
            let btn = or_dash(&it.btn);
            let (number, pin) = (kept(it.has_account_number), kept(it.has_pin));
            vec![
                it.carrier_name.clone(),
                it.name_on_account.clone(),
                btn,
                number,
                pin,
            ]
        },
    )
}
