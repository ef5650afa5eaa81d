//! A migration of many numbers on twenty losing accounts, some of them in orders, made through the commands that the
//! window calls.

use std::path::Path;
use std::sync::Arc;

use portflow_app::Session;
use serde_json::{Value, json};

use crate::databases::Place;
use crate::workspace::{call, new, site};

const ACCOUNTS: usize = 20;
/// Orders of each account, and the numbers in each.
const ORDERS: usize = 4;
const IN_ORDER: usize = 100;

pub struct Large {
    pub migration: Value,
    /// A number that is in no order.
    pub free: Value,
}

impl Large {
    pub async fn furnished(session: &Arc<Session>, place: &Place, folder: &Path, count: usize) -> Self {
        let customer = new(session, place).await;
        let site = site(session, &customer, "Campus").await;
        let carriers = call(session, "carrier_list", json!({})).await;
        let migration = json!({ "siteId": site, "name": "Teams Phone", "routingType": "direct_routing",
            "carrierId": carriers[0]["id"] });
        let migration = call(session, "migration_add", migration).await["id"].clone();
        let names: Vec<String> = (0..count).map(name).collect();
        import(session, folder, &migration, &names).await;
        let mut free = Value::Null;
        for (place, part) in names.chunks(count.div_ceil(ACCOUNTS)).enumerate() {
            let ids = ids_of(session, &migration, part).await;
            let account = account(session, folder, &customer, place, part).await;
            let on_it = json!({ "ids": ids, "losingAccountId": account });
            call(session, "number_set", on_it).await;
            for order in ids.chunks(IN_ORDER).take(ORDERS) {
                let order = json!({ "migrationId": migration, "losingAccountId": account,
                    "phoneNumberIds": order, "scope": "partial" });
                call(session, "port_order_add", order).await;
            }
            free = ids.last().cloned().unwrap_or_default();
        }
        Self { migration, free }
    }
}

fn name(place: usize) -> String {
    format!(
        "+1{}{:07}",
        214 + place / 1_000_000,
        2_340_000 + place % 1_000_000
    )
}

async fn import(session: &Arc<Session>, folder: &Path, migration: &Value, names: &[String]) {
    let mut list = String::from("Telephone Number,Disposition\n");
    for name in names {
        list.push_str(name);
        list.push_str(",port\n");
    }
    let file = file(session, folder, "numbers.csv", &list);
    let choices = json!({ "files": [file], "migrationId": migration });
    let preview = call(session, "import_preview", choices.clone()).await;
    let commit = json!({ "choices": choices, "fingerprint": preview["fingerprint"] });
    call(session, "import_commit", commit).await;
}

fn file(session: &Arc<Session>, folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    session.files.register(&path).id
}

/// The ids of these numbers, which stand together in the order of the inventory.
async fn ids_of(session: &Arc<Session>, migration: &Value, part: &[String]) -> Vec<Value> {
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

/// An account with everything a carrier asks for, which lists these numbers.
async fn account(
    session: &Arc<Session>,
    folder: &Path,
    customer: &Value,
    place: usize,
    part: &[String],
) -> Value {
    let today = chrono::Utc::now().date_naive();
    let values = json!({ "customerId": customer, "carrierName": format!("Old Telephone Company {place}"),
        "nameOnAccount": "Example Corp", "accountNumber": format!("A-{place}"), "btn": part[0],
        "csrAddress": { "street": "100 Main Street", "city": "Dallas", "state": "TX", "postalCode": "75201" },
        "csrDate": today, "billDate": today });
    let account = call(session, "losing_account_add", values).await["id"].clone();
    let list = format!("Telephone Number,Name\n{},x\n", part.join(",x\n"));
    let list = file(session, folder, "list.csv", &list);
    let import = json!({ "accountId": account, "file": list, "source": "csr", "seenOn": today });
    call(session, "account_numbers_import", import).await;
    account
}
