//! Files of one import that complement each other: one person, one number and one resource account each, whatever
//! file speaks of them.

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
