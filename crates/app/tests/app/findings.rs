//! What speaks against what was learnt at a site: the traps of the field, from what a person enters to the sentence.

use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, id};

async fn learnt_at(world: &World, site: &str) -> Value {
    world.ok("site_discovery", json!({ "id": site })).await
}

async fn save(world: &World, kind: &str, site: &str, values: Value) -> Value {
    let request = json!({ "siteId": site, "values": values });
    world.ok(&format!("{kind}_save"), request).await
}

/// Sentences of one rule, with the ids of the rows concerned.
fn of_rule(learnt: &Value, code: &str) -> Vec<(String, Vec<Value>)> {
    let found = learnt["findings"].as_array().unwrap().iter();
    let found = found.filter(|it| it["code"] == code);
    found
        .map(|it| {
            let text = it["text"].as_str().unwrap().to_owned();
            (text, it["rows"].as_array().unwrap().clone())
        })
        .collect()
}

fn texts(learnt: &Value, code: &str) -> Vec<String> {
    of_rule(learnt, code).into_iter().map(|(text, _)| text).collect()
}

async fn at_address(world: &World, street: &str) {
    let site = &learnt_at(world, &world.site).await["site"];
    let update = json!({ "id": world.site, "revision": site["revision"], "name": site["name"],
        "timeZone": "America/Chicago", "street": street, "city": "Dallas", "state": "TX", "postalCode": "75201" });
    world.ok("site_update", update).await;
}

fn place(name: &str, street: &str, suffix: &str) -> Value {
    json!({ "name": name, "houseNumber": "2200", "streetName": street, "streetSuffix": suffix, "city": "Dallas",
        "state": "TX", "postalCode": "75201" })
}

#[test]
fn an_outside_digit_must_not_come_between_a_caller_and_help() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let system = json!({ "vendor": "Avaya", "outsideLineDigit": "8", "extensionLength": 4 });
        let first = save(&world, "legacy_system", &world.site, system.clone()).await;
        let second = save(&world, "legacy_system", &world.site, system).await;
        let learnt = learnt_at(&world, &world.site).await;
        let both = of_rule(&learnt, "emergency_both_ways");
        assert_eq!(both.len(), 1, "{learnt:#}");
        assert_eq!(both[0].0, "911 and 8911 must both reach emergency services.");
        for system in [&first, &second] {
            assert!(both[0].1.contains(&system["id"]), "{both:?}");
        }
        assert_eq!(
            texts(&learnt, "test_number_not_masked"),
            ["933 and 8933 must not be masked to 911: 933 tests the address."]
        );
    });
}

#[test]
fn networks_that_overlap_for_two_places_are_an_error_at_every_site_concerned() {
    on_each(|place_of| async move {
        let world = World::furnished(place_of).await;
        let branch = id(&world.add_site(&world.customer, "Branch").await);
        let here = save(
            &world,
            "emergency_location",
            &world.site,
            place("Lobby", "Ross", "Ave"),
        )
        .await;
        let there = save(
            &world,
            "emergency_location",
            &branch,
            place("Floor 7", "Elm", "St"),
        )
        .await;
        let segment = |subnet: &str, location: &Value| json!({ "kind": "subnet", "identifier": subnet, "emergencyLocationId": location["id"] });
        save(
            &world,
            "network_segment",
            &world.site,
            segment("10.20.0.0/16", &here),
        )
        .await;
        save(
            &world,
            "network_segment",
            &branch,
            segment("10.20.7.0/24", &there),
        )
        .await;
        for site in [&world.site, &branch] {
            let learnt = learnt_at(&world, site).await;
            assert_eq!(
                texts(&learnt, "network_two_locations"),
                ["10.20.0.0/16 stands for Dallas HQ, Lobby and 10.20.7.0/24 within it for Branch, Floor 7."]
            );
            assert_eq!(learnt["findings"][0]["severity"], "error", "{learnt:#}");
        }
        let other = id(&world.add_customer("Other Corp").await);
        let theirs = id(&world.add_site(&other, "Plano").await);
        let place = save(&world, "emergency_location", &theirs, place("Lobby", "Oak", "St")).await;
        save(
            &world,
            "network_segment",
            &theirs,
            segment("10.20.9.0/24", &place),
        )
        .await;
        let learnt = learnt_at(&world, &theirs).await;
        assert_eq!(
            learnt["findings"],
            json!([]),
            "each tenant has networks of its own"
        );
    });
}

#[test]
fn one_address_in_two_spellings_keeps_both_and_two_addresses_are_told() {
    on_each(|place_of| async move {
        let world = World::furnished(place_of).await;
        at_address(&world, "2200 EXAMPLE BLVD").await;
        save(
            &world,
            "emergency_location",
            &world.site,
            place("Lobby", "Example", "Boulevard"),
        )
        .await;
        let learnt = learnt_at(&world, &world.site).await;
        assert_eq!(learnt["site"]["street"], "2200 EXAMPLE BLVD");
        assert_eq!(learnt["emergencyLocations"][0]["streetSuffix"], "Boulevard");
        let note = learnt["addressSpellings"][0]["note"].as_str().unwrap();
        assert!(
            note.contains("'2200 EXAMPLE BLVD' is '2200 Example Boulevard'"),
            "{note}"
        );
        assert_eq!(texts(&learnt, "addresses_differ"), [] as [&str; 0]);

        save(
            &world,
            "emergency_location",
            &world.site,
            place("Floor 2", "Sample", "Boulevard"),
        )
        .await;
        let learnt = learnt_at(&world, &world.site).await;
        let differ = texts(&learnt, "addresses_differ");
        assert_eq!(differ.len(), 1, "{learnt:#}");
        assert!(differ[0].contains("2200 Sample Boulevard"), "{differ:?}");

        let mut annex = place("Annex", "Far", "Road");
        annex["building"] = json!("Annex");
        save(&world, "emergency_location", &world.site, annex).await;
        let learnt = learnt_at(&world, &world.site).await;
        let of_annex = texts(&learnt, "addresses_differ").len();
        assert_eq!(
            of_annex, 1,
            "another building of a campus has an address of its own"
        );
    });
}

#[test]
fn a_contract_that_outlasts_the_cutover_shows_what_remains_to_the_cent() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let circuit = json!({ "kind": "pri", "carrierName": "Lumen", "circuitId": "12/HCGS/1",
            "monthlyCostCents": 41_250, "contractEnd": "2027-06-17", "disconnectOn": "2027-02-01" });
        save(&world, "circuit", &world.site, circuit).await;
        let learnt = learnt_at(&world, &world.site).await;
        assert_eq!(learnt["cutover"], Value::Null);
        assert_eq!(learnt["findings"], json!([]), "no cutover has a date");
        target(&world, "2027-01-17").await;
        let learnt = learnt_at(&world, &world.site).await;
        assert_eq!(learnt["cutover"], "2027-01-17");
        // Four months at $412.50 and 17 of June's 30 days: 1,650.00 + 233.75.
        assert_eq!(
            texts(&learnt, "contract_after_cutover"),
            [
                "The contract of PRI 12/HCGS/1 of Lumen ends on 2027-06-17, after the cutover on 2027-01-17; \
              $1,883.75 remain to be paid (4 months and 17 of 30 days)."
            ]
        );
        let rule = learnt["remainingCostRule"].as_str().unwrap();
        assert!(rule.contains("rounded to the cent"), "{rule}");

        let numbers = world.put_numbers(&["+12145550170"]).await;
        let order = world.draft(&numbers).await;
        world
            .drive(
                &order,
                &[
                    "ready",
                    "loa_requested",
                    "loa_signed",
                    "submitted",
                    "foc_received",
                ],
            )
            .await;
        let learnt = learnt_at(&world, &world.site).await;
        assert_eq!(
            learnt["cutover"], "2027-01-12",
            "the carrier's date takes the place of the target"
        );
    });
}

async fn target(world: &World, date: &str) {
    let migration = world.ok("migration_get", json!({ "id": world.migration })).await["migration"].clone();
    let update = json!({ "id": world.migration, "revision": migration["revision"], "name": migration["name"],
        "routingType": migration["routingType"], "carrierId": migration["carrierId"], "targetDate": date });
    world.ok("migration_update", update).await;
}

#[test]
fn the_list_of_sites_says_the_same_as_each_site() {
    on_each(|place_of| async move {
        let world = World::furnished(place_of).await;
        let branch = id(&world.add_site(&world.customer, "Branch").await);
        let other = id(&world.add_customer("Other Corp").await);
        let theirs = id(&world.add_site(&other, "Plano").await);
        target(&world, "2027-01-17").await;
        at_address(&world, "2200 EXAMPLE BLVD").await;
        let here = save(
            &world,
            "emergency_location",
            &world.site,
            place("Lobby", "Ross", "Ave"),
        )
        .await;
        let there = save(
            &world,
            "emergency_location",
            &branch,
            place("Floor 7", "Elm", "St"),
        )
        .await;
        for (site, subnet, location) in [
            (&world.site, "10.20.0.0/16", &here),
            (&branch, "10.20.7.0/24", &there),
        ] {
            let segment =
                json!({ "kind": "subnet", "identifier": subnet, "emergencyLocationId": location["id"] });
            save(&world, "network_segment", site, segment).await;
        }
        let circuit = json!({ "kind": "sip", "carrierName": "Cable Co", "disconnectOn": "2027-01-01" });
        save(&world, "circuit", &world.site, circuit).await;
        save(&world, "special_line", &branch, json!({ "kind": "fax" })).await;
        save(
            &world,
            "special_line",
            &branch,
            json!({ "kind": "door", "decision": "keep" }),
        )
        .await;
        let list = world.ok("site_discovery_list", json!({})).await;
        let list = list.as_array().unwrap();
        let names: Vec<_> = list.iter().map(|it| it["siteName"].as_str().unwrap()).collect();
        assert_eq!(names, ["Branch", "Dallas HQ", "Plano"]);
        for row in list {
            let site = row["siteId"].as_str().unwrap();
            let learnt = learnt_at(&world, site).await;
            assert_eq!(row["score"], learnt["completeness"]["score"]);
            let own = world
                .ok("site_discovery_completeness", json!({ "id": site }))
                .await;
            assert_eq!(own, learnt["completeness"]);
            let severe = |severity: &str| {
                let found = learnt["findings"].as_array().unwrap().iter();
                found.filter(|it| it["severity"] == severity).count()
            };
            assert_eq!(row["errors"], json!(severe("error")), "{row:#}");
            assert_eq!(row["warnings"], json!(severe("warning")), "{row:#}");
            let sections = own["sections"].as_array().unwrap().iter();
            let missing = sections.flat_map(|it| it["missing"].as_array().unwrap());
            let required = missing.filter(|it| it["required"] == true).count();
            assert_eq!(row["missingRequired"], json!(required));
        }
        let counted = |at: usize| {
            let row = &list[at];
            (row["undecidedLines"].clone(), row["errors"].clone())
        };
        assert_eq!(counted(0), (json!(1), json!(1)));
        assert_eq!(
            counted(1),
            (json!(0), json!(2)),
            "the network and the early disconnection"
        );
        assert_eq!(counted(2), (json!(0), json!(0)));
        assert_eq!(list[1]["city"], "Dallas");
        let only = world
            .ok("site_discovery_list", json!({ "customerId": other }))
            .await;
        assert_eq!(only.as_array().unwrap().len(), 1);
        assert_eq!(only[0]["siteId"], json!(theirs));
    });
}
