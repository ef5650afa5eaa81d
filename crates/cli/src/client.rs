//! The way from an argument to a command of the table: typed requests, records found by name, chosen files.

use portflow_app::commands;
use portflow_app::dto::customers::{MigrationDetail, OfCustomer};
use portflow_app::dto::numbers::PageOfMigration;
use portflow_app::dto::orders::OfMigration;
use portflow_app::{ApiError, ErrorCode, Result, Session};
use portflow_domain::entities::{Contact, Customer, GridLayout, LosingAccount, SavedView, Site};
use portflow_domain::ids::{CarrierId, CustomerId, MigrationId};
use portflow_domain::views::{GridFilter, GridQuery, NumberRow, Page, PortOrderRow};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// Calls commands in one session.
pub struct Client {
    /// The session.
    pub session: Arc<Session>,
}

impl Client {
    /// Runs a command with a typed request and response.
    pub async fn call<R: DeserializeOwned>(&self, name: &str, request: impl Serialize) -> Result<R> {
        let request = serde_json::to_value(request).map_err(|error| ApiError::internal(&error))?;
        let response = commands::call(&self.session, name, request).await?;
        serde_json::from_value(response).map_err(|error| ApiError::internal(&error))
    }

    /// A handle for a path given on the command line.
    pub fn file(&self, path: &Path) -> Result<String> {
        let path = std::path::absolute(path)
            .map_err(|error| ApiError::new(ErrorCode::File, format!("{}: {error}.", path.display())))?;
        Ok(self.session.files.register(&path).id)
    }

    /// The customer by name or id.
    pub async fn customer(&self, key: &str) -> Result<Customer> {
        let customers: Vec<Customer> = self.call("customer_list", json!({})).await?;
        pick(
            "customer",
            key,
            customers,
            |it| vec![it.id.to_string(), it.name.clone()],
            |it| it.name.clone(),
        )
    }

    /// The site by name, `Customer/Site` or id.
    pub async fn site(&self, key: &str) -> Result<Site> {
        let customers: Vec<Customer> = self.call("customer_list", json!({})).await?;
        let sites: Vec<Site> = self.call("site_list", OfCustomer::default()).await?;
        let path = |site: &Site| {
            let customer = customers.iter().find(|customer| customer.id == site.customer_id);
            format!("{}/{}", customer.map_or("", |customer| &customer.name), site.name)
        };
        pick(
            "site",
            key,
            sites,
            |it| vec![it.id.to_string(), it.name.clone(), path(it)],
            path,
        )
    }

    /// The file of a site by name or id, as JSON.
    pub async fn site_file(&self, site: &str, key: &str) -> Result<Value> {
        let site = self.site(site).await?;
        let files: Vec<Value> = self.call("site_file_list", json!({ "id": site.id })).await?;
        let text = |it: &Value, field: &str| it[field].as_str().unwrap_or_default().to_owned();
        pick(
            "file",
            key,
            files,
            |it| vec![text(it, "id"), text(it, "fileName")],
            |it| format!("{} ({})", text(it, "fileName"), text(it, "id")),
        )
    }

    /// The migration by name, path or id.
    pub async fn migration(&self, key: &str) -> Result<MigrationDetail> {
        let all: Vec<MigrationDetail> = self.call("migration_list", json!({})).await?;
        let keys = |it: &MigrationDetail| {
            vec![
                it.migration.id.to_string(),
                it.migration.name.clone(),
                it.path.clone(),
            ]
        };
        pick("migration", key, all, keys, |it| it.path.clone())
    }

    /// The named migration's id, if one is named.
    pub async fn migration_id(&self, key: Option<&String>) -> Result<Option<MigrationId>> {
        match key {
            Some(key) => Ok(Some(self.migration(key).await?.migration.id)),
            None => Ok(None),
        }
    }

    /// The named migration, or the only one there is.
    pub async fn migration_or_only(&self, key: Option<&String>) -> Result<MigrationDetail> {
        if let Some(key) = key {
            return self.migration(key).await;
        }
        let mut all: Vec<MigrationDetail> = self.call("migration_list", json!({})).await?;
        match (all.pop(), all.is_empty()) {
            (Some(only), true) => Ok(only),
            (None, _) => Err(ApiError::new(ErrorCode::NotFound, "There is no migration yet.")
                .hint("Make one with `portflow migration add`.")),
            (Some(last), false) => {
                all.push(last);
                let paths: Vec<_> = all.iter().map(|it| it.path.clone()).collect();
                Err(ambiguous("migration", "", &paths).hint("Name one with --migration."))
            }
        }
    }

    /// The carrier by code or name.
    pub async fn carrier(&self, key: &str) -> Result<CarrierId> {
        let carriers: Vec<portflow_domain::entities::Carrier> = self.call("carrier_list", json!({})).await?;
        let keys = |it: &portflow_domain::entities::Carrier| {
            vec![it.id.to_string(), it.code.clone(), it.name.clone()]
        };
        Ok(pick("carrier", key, carriers, keys, |it| it.code.clone())?.id)
    }

    /// The losing account of a customer by BTN, carrier name or id.
    pub async fn account(&self, migration: &MigrationDetail, key: &str) -> Result<LosingAccount> {
        self.account_of(Some(migration.migration.customer_id), key).await
    }

    /// The losing account of a customer or of any: by BTN, carrier name or id.
    pub async fn account_of(&self, customer_id: Option<CustomerId>, key: &str) -> Result<LosingAccount> {
        let of = OfCustomer { customer_id };
        let accounts: Vec<LosingAccount> = self.call("losing_account_list", of).await?;
        let label =
            |it: &LosingAccount| format!("{} {}", it.carrier_name, it.btn.clone().unwrap_or_default());
        let keys = |it: &LosingAccount| {
            vec![
                it.id.to_string(),
                it.carrier_name.clone(),
                it.btn.clone().unwrap_or_default(),
                label(it),
            ]
        };
        pick("losing account", key, accounts, keys, label)
    }

    /// The contact of a customer by name or id.
    pub async fn contact(&self, migration: &MigrationDetail, key: &str) -> Result<Contact> {
        self.contact_of(Some(migration.migration.customer_id), key).await
    }

    /// The contact of a customer or of any by name or id.
    pub async fn contact_of(&self, customer_id: Option<CustomerId>, key: &str) -> Result<Contact> {
        let of = OfCustomer { customer_id };
        let contacts: Vec<Contact> = self.call("contact_list", of).await?;
        pick(
            "contact",
            key,
            contacts,
            |it| vec![it.id.to_string(), it.name.clone()],
            |it| it.name.clone(),
        )
    }

    /// The order by PON or id.
    pub async fn order(&self, key: &str) -> Result<PortOrderRow> {
        let orders: Vec<PortOrderRow> = self.call("port_order_list", OfMigration::default()).await?;
        let label = |it: &PortOrderRow| format!("{} ({})", it.pon.clone().unwrap_or_default(), it.path);
        let keys = |it: &PortOrderRow| vec![it.id.to_string(), it.pon.clone().unwrap_or_default()];
        pick("port order", key, orders, keys, label)
    }

    /// The number in the inventory, however it is written.
    pub async fn number(&self, key: &str, migration: Option<MigrationId>) -> Result<NumberRow> {
        let country = portflow_domain::number::Country::default();
        let parsed = portflow_domain::number::parse(key, country)
            .map_err(|error| ApiError::invalid("number", format!("'{key}': {}", error.text())))?;
        let filters = vec![GridFilter {
            column: "number".to_owned(),
            values: vec![parsed.e164.to_string()],
        }];
        let query = GridQuery {
            filters,
            limit: 100,
            ..GridQuery::default()
        };
        let request = PageOfMigration {
            migration_id: migration,
            query,
        };
        let page: Page<NumberRow> = self.call("number_page", request).await?;
        let matching = |it: &NumberRow| parsed.extension.is_empty() || it.extension == parsed.extension;
        let rows: Vec<_> = page.rows.into_iter().filter(matching).collect();
        let label = |it: &NumberRow| {
            format!(
                "{};ext={} of migration {}",
                it.number, it.extension, it.migration_id
            )
        };
        pick("number", key, rows, |_| vec![key.to_owned()], label)
    }

    /// What a saved view of the number grid shows, by its name.
    pub async fn number_view(&self, name: &str) -> Result<GridLayout> {
        let screen = json!({ "screen": "numbers" });
        let views: Vec<SavedView> = self.call("saved_view_list", screen).await?;
        let keys = |it: &SavedView| vec![it.id.to_string(), it.name.clone()];
        Ok(pick("saved view", name, views, keys, |it| it.name.clone())?.layout)
    }

    /// Runs any command with a request as text.
    pub async fn raw(&self, name: &str, request: Option<&String>) -> Result<Value> {
        let request: Value = match request {
            Some(text) => serde_json::from_str(text).map_err(|error| {
                ApiError::invalid("request", format!("The request is not JSON: {error}."))
            })?,
            None => json!({}),
        };
        commands::call(&self.session, name, request).await
    }
}

/// The only record one of whose keys is `key`; letter case does not matter.
fn pick<T>(
    what: &str,
    key: &str,
    all: Vec<T>,
    keys: impl Fn(&T) -> Vec<String>,
    label: impl Fn(&T) -> String,
) -> Result<T> {
    let wanted = key.trim().to_lowercase();
    let mut found: Vec<T> = all
        .into_iter()
        .filter(|it| keys(it).iter().any(|key| key.to_lowercase() == wanted))
        .collect();
    match (found.pop(), found.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => Err(ApiError::not_found(what, key)),
        (Some(last), false) => {
            found.push(last);
            Err(ambiguous(what, key, &found.iter().map(label).collect::<Vec<_>>()))
        }
    }
}

fn ambiguous(what: &str, key: &str, labels: &[String]) -> ApiError {
    let named = if key.is_empty() {
        String::new()
    } else {
        format!(" called '{key}'")
    };
    let message = format!("There is more than one {what}{named}: {}.", labels.join("; "));
    ApiError::new(ErrorCode::Ambiguous, message)
}
