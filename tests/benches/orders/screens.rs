//! The screens over all orders: the board, the table and the calendar read one list, the first screen another.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::{Days, NaiveDate, Utc};
use portflow_app::Session;
use serde_json::{Value, json};

use crate::databases::Place;
use crate::large::{ids_of, import, name};
use crate::timing::{line, median, timed};
use crate::workspace::{call, new, session, site};

/// Rounds of which the median counts.
const ROUNDS: usize = 9;
const CUSTOMERS: usize = 50;

/// Measures and prints.
pub async fn measure(place: Place, database: &'static str, numbers: usize, in_order: usize) {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    new(&session, &place).await;
    let of_each = numbers / CUSTOMERS;
    let mut one = None;
    for customer in 0..CUSTOMERS {
        furnish(&session, folder.path(), customer, of_each, in_order).await;
        if customer == 0 {
            one = Some(looked_at(&session).await);
        }
    }
    let all = looked_at(&session).await;
    let orders = CUSTOMERS * of_each.div_ceil(in_order);
    println!(
        "{orders} orders over {numbers} numbers of {CUSTOMERS} customers on {database} (ratio to one customer)"
    );
    for ((what, time), (_, floor)) in all.into_iter().zip(one.unwrap()) {
        line(what, time, floor);
    }
    session.set_workspace(None).await;
}

/// What each screen asks for, and how long that takes.
async fn looked_at(session: &Arc<Session>) -> Vec<(&'static str, Duration)> {
    let today = Utc::now().date_naive();
    let month = json!({ "from": today, "to": today + Days::new(41) });
    let screens = [
        ("board and table: the orders", "port_order_list", json!({})),
        (
            "board and table: how long they wait",
            "port_order_ageing",
            json!({}),
        ),
        ("calendar: days without ports", "port_calendar_days", month),
        ("first screen", "dashboard", json!({})),
        ("first screen: problems, again", "problem_counts", json!({})),
    ];
    let mut found = Vec::with_capacity(screens.len());
    for (what, command, request) in screens {
        call(session, command, request.clone()).await;
        let mut times = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            times.push(timed(call(session, command, request.clone())).await.1);
        }
        found.push((what, median(times)));
    }
    found
}

/// A customer with an account and a migration, all its numbers in orders: a third of them drafts, the others with the
/// carrier, half of these dated.
async fn furnish(session: &Arc<Session>, folder: &Path, place: usize, numbers: usize, in_order: usize) {
    let customer = json!({ "name": format!("Customer {place:02}"), "isDemo": true });
    let customer = call(session, "customer_add", customer).await["id"].clone();
    let at = site(session, &customer, "Campus").await;
    let carriers = call(session, "carrier_list", json!({})).await;
    let migration = json!({ "siteId": at, "name": "Teams Phone", "routingType": "direct_routing",
        "carrierId": carriers[0]["id"] });
    let migration = call(session, "migration_add", migration).await["id"].clone();
    let names: Vec<String> = (place * numbers..(place + 1) * numbers).map(name).collect();
    import(session, folder, &migration, &names).await;
    let account = json!({ "customerId": customer, "carrierName": "Old Telephone Company",
        "nameOnAccount": "Example Corp", "btn": names[0] });
    let account = call(session, "losing_account_add", account).await["id"].clone();
    let ids = ids_of(session, &migration, &names).await;
    let sent = &ids[numbers / 3 / in_order * in_order..];
    let dated = &sent[sent.len() / 2 / in_order * in_order..];
    for (to, some) in [("loa_submitted", sent), ("foc_received", dated)] {
        call(session, "number_transition", json!({ "ids": some, "to": to })).await;
    }
    let order = |ids: &[Value], pon: Option<String>| {
        json!({ "migrationId": migration, "losingAccountId": account,
        "phoneNumberIds": ids, "scope": "partial", "pon": pon })
    };
    let drafts = ids[..ids.len() - sent.len()].chunks(in_order);
    let drafts: Vec<Value> = drafts.map(|ids| order(ids, None)).collect();
    call(session, "port_orders_add", json!({ "orders": drafts })).await;
    let under_way = sent[..sent.len() - dated.len()]
        .chunks(in_order)
        .map(|ids| (ids, None));
    let dates = dated
        .chunks(in_order)
        .zip(0..)
        .map(|(ids, day)| (ids, Some(foc(day))));
    for (number, (ids, foc)) in under_way.chain(dates).enumerate() {
        let status = if foc.is_some() {
            "foc_received"
        } else {
            "submitted"
        };
        let pon = Some(format!("C{place:02}-{number:04}"));
        let adopted =
            json!({ "order": order(ids, pon), "status": status, "reason": "Taken over", "foc": foc });
        call(session, "port_order_adopt", adopted).await;
    }
}

/// A commitment within two months.
fn foc(day: u64) -> Value {
    let date: NaiveDate = Utc::now().date_naive() + Days::new(day % 60);
    json!({ "date": date, "time": "10:00", "zone": "America/New_York" })
}
