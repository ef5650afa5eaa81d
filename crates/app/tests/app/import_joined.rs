//! Files of one import that complement each other: one person, one number and one resource account each, whatever
//! file speaks of them.

use portflow_store::queries::{customers, resource_accounts};
use serde_json::{Value, json};

use crate::imports::{commit, counts, total};
use crate::place::on_each;
use crate::world::World;

fn together(world: &World, files: &[(&str, &str)]) -> Value {
    let files: Vec<String> = files
        .iter()
        .map(|(name, text)| world.file(name, text.as_bytes()))
        .collect();
    json!({ "files": files, "migrationId": world.migration })
}

/// The rows of a page.
async fn page(world: &World, command: &str) -> Vec<Value> {
    let request = json!({ "migrationId": world.migration, "limit": 50 });
    let page = world.ok(command, request).await;
    page["rows"].as_array().unwrap().clone()
}

#[test]
fn users_phones_and_numbers_of_one_system_are_stored_as_one() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let files = [
            (
                "users.csv",
                "User Principal Name,Display Name,Department\nana@example.com,Ana Roe,Sales\nbob@example.com,Bob Roe,\n",
            ),
            (
                "phones.csv",
                "User Principal Name,Display Name,Department,Phone Number\n\
                 ANA@example.com,Ana Roe,Law,2142220100; 2142220101\n",
            ),
            (
                "numbers.csv",
                "Telephone Number,Carrier,Description\n2142220101,Verizon,Lab\n2142220102,Verizon,Door\n",
            ),
        ];
        let choices = together(&world, &files);
        let batch = commit(&world, &choices).await;
        assert_eq!(counts(&batch), [4, 0, 0, 0]);
        assert_eq!(total(&world, "end_user_page").await, 2);
        let numbers = page(&world, "number_page").await;
        let held: Vec<_> = numbers
            .iter()
            .map(|row| (row["number"].as_str().unwrap(), row["holderName"].as_str()))
            .collect();
        assert_eq!(
            held,
            [
                ("+12142220100", Some("Ana Roe")),
                ("+12142220101", Some("Ana Roe")),
                ("+12142220102", None)
            ]
        );
        let people = page(&world, "end_user_page").await;
        let ana = people.iter().find(|row| row["upn"] == "ana@example.com").unwrap();
        assert_eq!(ana["department"], "Sales", "the first file counts");
        let again = commit(&world, &choices).await;
        assert_eq!(counts(&again), [0, 0, 4, 0]);
        let check = world.ok("workspace_check", json!({})).await;
        assert_eq!(check["problems"], json!([]));
    });
}

#[test]
fn a_resource_account_is_given_no_second_number() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let account = |name: &str, rows: &str| {
            let text = format!("Resource Account UPN,Account Type,Phone Number\n{rows}");
            together(&world, &[(name, &text)])
        };
        let first = account("one.csv", "aa-main@example.com,Auto Attendant,2142220100\n");
        assert_eq!(counts(&commit(&world, &first).await), [1, 0, 0, 0]);
        let second = account(
            "two.csv",
            "aa-main@example.com,Auto Attendant,2142220101\naa-night@example.com,Auto Attendant,2142220102\n",
        );
        let preview = world.ok("import_preview", second.clone()).await;
        assert_eq!(preview["counts"]["rejected"], 1);
        assert_eq!(counts(&commit(&world, &second).await), [1, 0, 0, 1]);
        let numbers = page(&world, "number_page").await;
        let stored: Vec<_> = numbers
            .iter()
            .map(|row| row["number"].as_str().unwrap())
            .collect();
        assert_eq!(stored, ["+12142220100", "+12142220102"]);
    });
}

/// The UPNs of the resource accounts, in order.
async fn account_names(world: &World) -> Vec<String> {
    let mut tx = world.cx().await.read().await.unwrap();
    let migration = world.migration.parse().unwrap();
    let accounts = resource_accounts::list_resource_accounts(&mut tx, migration)
        .await
        .unwrap();
    let mut upns: Vec<String> = accounts.into_iter().map(|account| account.upn).collect();
    upns.sort();
    upns
}

#[test]
fn a_new_resource_account_is_named_at_the_tenant_domain() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let queues = "Queue Name,Phone Number\nAccueil Général,2142220100\nSales & Service,2142220101\n";
        commit(&world, &together(&world, &[("queues.csv", queues)])).await;
        assert_eq!(
            account_names(&world).await,
            ["cq-accueil-general@example.com", "cq-sales-service@example.com"]
        );
    });
}

#[test]
fn without_a_tenant_domain_the_name_is_asked_for_and_completed_by_a_later_file() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let mut tx = world.cx().await.write().await.unwrap();
        let id = world.customer.parse().unwrap();
        let mut customer = customers::find_customer(&mut tx, id).await.unwrap().unwrap();
        customer.tenant_domain = None;
        customers::update_customer(&mut tx, &customer).await.unwrap();
        tx.commit().await.unwrap();
        let queues = together(
            &world,
            &[("queues.csv", "Queue Name,Phone Number\nSales,2142220100\n")],
        );
        let preview = world.ok("import_preview", queues.clone()).await;
        let warned = preview["warnings"].as_array().unwrap().iter();
        assert_eq!(
            warned.filter(|it| it["code"] == "account_without_domain").count(),
            1,
            "{preview:#}"
        );
        commit(&world, &queues).await;
        assert_eq!(account_names(&world).await, ["cq-sales"]);
        let named = "Resource Account UPN,Account Type,Call Queue\nsales@example.com,Call Queue,Sales\n";
        let batch = commit(&world, &together(&world, &[("named.csv", named)])).await;
        assert_eq!(counts(&batch), [0, 1, 0, 0]);
        assert_eq!(account_names(&world).await, ["sales@example.com"]);
    });
}

#[test]
fn an_agent_is_found_without_accents_where_one_person_is_meant() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let people = "User Principal Name,Display Name\njose@example.com,José Peña\n\
            zoe@example.com,Zoë Roe\nzoe2@example.com,Zoé Roe\n";
        commit(&world, &together(&world, &[("people.csv", people)])).await;
        let queue = "Queue Name,Agents\nSales,Jose Pena; Zoe Roe; Zoë Roe\n";
        let batch = commit(&world, &together(&world, &[("queue.csv", queue)])).await;
        assert_eq!(
            counts(&batch),
            [3, 0, 0, 1],
            "the queue, two agents, and one that may be either of two"
        );
    });
}
