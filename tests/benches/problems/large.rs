//! A migration of many numbers on twenty losing accounts, some of them in orders, made through the commands that the
//! window calls.

use std::path::Path;
use std::sync::Arc;

use portflow_app::Session;
use serde_json::{Value, json};

use crate::workspace::{call, site};

const ACCOUNTS: usize = 20;
/// Numbers in an order.
pub const IN_ORDER: usize = 100;

/// How much of everything there is.
pub struct Extent {
    /// The place of the first number among all that can be made.
    pub first: usize,
    pub numbers: usize,
    /// Orders of each account.
    pub orders: usize,
}

pub struct Large {
    pub migration: Value,
    /// A number that is in no order.
    pub free: Value,
}

impl Large {
    pub async fn furnished(session: &Arc<Session>, folder: &Path, customer: &Value, extent: &Extent) -> Self {
        let site = site(session, customer, "Campus").await;
        let carriers = call(session, "carrier_list", json!({})).await;
        let migration = json!({ "siteId": site, "name": "Teams Phone", "routingType": "direct_routing",
            "carrierId": carriers[0]["id"] });
        let migration = call(session, "migration_add", migration).await["id"].clone();
        let names: Vec<String> = (extent.first..extent.first + extent.numbers).map(name).collect();
        import(session, folder, &migration, &names).await;
        let mut free = Value::Null;
        for (place, part) in names.chunks(extent.numbers.div_ceil(ACCOUNTS)).enumerate() {
            let account = account(session, folder, customer, place, part).await;
            let part_of_it = json!({ "first": part[0], "last": part[part.len() - 1] });
            let on_it = json!({ "chosen": { "migrationId": migration, "spans": [part_of_it] },
                "losingAccountId": account });
            call(session, "number_set", on_it).await;
            for order in part.chunks(IN_ORDER).take(extent.orders) {
                let order = json!({ "migrationId": migration, "losingAccountId": account,
                    "phoneNumberIds": ids_of(session, &migration, order).await, "scope": "partial" });
                call(session, "port_order_add", order).await;
            }
            free = ids_of(session, &migration, &part[part.len() - 2..])
                .await
                .swap_remove(0);
        }
        Self { migration, free }
    }
}

pub fn name(place: usize) -> String {
    format!(
        "+1{}{:07}",
        214 + place / 1_000_000,
        2_340_000 + place % 1_000_000
    )
}

pub async fn import(session: &Arc<Session>, folder: &Path, migration: &Value, names: &[String]) {
    let mut list = String::from("Telephone Number,Disposition\n");
    for name in names {
        list.push_str(name);
        list.push_str(",port\n");
    }
    let file = file(session, folder, &names[0], &list);
    let choices = json!({ "files": [file], "migrationId": migration });
    let preview = call(session, "import_preview", choices.clone()).await;
    let commit = json!({ "choices": choices, "fingerprint": preview["fingerprint"] });
    call(session, "import_commit", commit).await;
}

/// A file that no other has the name of: what was read of a file is kept.
fn file(session: &Arc<Session>, folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(format!("{name}.csv"));
    std::fs::write(&path, text).unwrap();
    session.files.register(&path).id
}

/// The ids of these numbers, which stand together in the order of the inventory.
pub async fn ids_of(session: &Arc<Session>, migration: &Value, part: &[String]) -> Vec<Value> {
    let mut ids = Vec::with_capacity(part.len());
    for some in part.chunks(500) {
        let query = json!({ "migrationId": migration, "limit": some.len(), "offset": 0, "search": null,
            "filters": [{ "column": "number", "values": some }], "sort": [] });
        let page = call(session, "number_page", query).await;
        let rows = page["rows"].as_array().unwrap();
        ids.extend(rows.iter().map(|row| row["id"].clone()));
    }
    ids
}

/// An account with everything a carrier asks for, which lists these numbers; the last is its BTN.
async fn account(
    session: &Arc<Session>,
    folder: &Path,
    customer: &Value,
    place: usize,
    part: &[String],
) -> Value {
    // At the site it may still be the day before.
    let today = chrono::Utc::now().date_naive() - chrono::Days::new(1);
    let values = json!({ "customerId": customer, "carrierName": format!("Old Telephone Company {place}"),
        "nameOnAccount": "Example Corp", "accountNumber": format!("A-{place}"), "btn": part[part.len() - 1],
        "csrAddress": { "street": "100 Main Street", "city": "Dallas", "state": "TX", "postalCode": "75201" },
        "csrDate": today, "billDate": today });
    let account = call(session, "losing_account_add", values).await["id"].clone();
    let list = format!("Telephone Number,Name\n{},x\n", part.join(",x\n"));
    let list = file(session, folder, &format!("list {}", part[0]), &list);
    let import = json!({ "accountId": account, "file": list, "source": "csr", "seenOn": today });
    call(session, "account_numbers_import", import).await;
    account
}
