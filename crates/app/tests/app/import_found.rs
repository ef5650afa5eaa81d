//! What is found at sites comes in by import: told to its site, compared with what is stored, taken back again.

use portflow_app::ErrorCode;
use serde_json::{Value, json};

use crate::filled::saved;
use crate::imports::{choices, commit, counts};
use crate::place::on_each;
use crate::world::World;

const LIS: &[u8] = include_bytes!("../../../../tests/fixtures/imports/teams-lis-locations.csv");
const ERL: &[u8] = include_bytes!("../../../../tests/fixtures/imports/cer-erl-export.csv");
const SURVEY: &[u8] = include_bytes!("../../../../tests/fixtures/imports/messy-site-survey.xlsx");

/// A site of the world's customer.
async fn add_site(world: &World, name: &str, street: &str, city: &str, postal_code: &str) -> Value {
    let site = json!({
        "customerId": world.customer, "name": name, "street": street, "city": city, "postalCode": postal_code,
        "country": "US", "timeZone": "America/Chicago",
    });
    world.ok("site_add", site).await["id"].clone()
}

async fn discovery(world: &World, site: &Value) -> Value {
    world.ok("site_discovery", json!({ "id": site })).await
}

/// The values of one field of the rows of a kind, in the order of the list.
fn listed(discovery: &Value, kind: &str, field: &str) -> Vec<Value> {
    let rows = discovery[kind].as_array().unwrap().iter();
    rows.map(|row| row[field].clone()).collect()
}

async fn rejected(world: &World, choices: &Value) -> Vec<String> {
    let query = json!({ "choices": choices, "outcome": "rejected", "offset": 0, "limit": 100 });
    let page = world.ok("import_rows", query).await;
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["issues"][0]["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn emergency_locations_go_to_the_site_with_their_address_and_to_no_other() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let plano = add_site(
            &world,
            "Warehouse",
            "2200B Sample Creek Parkway",
            "Plano",
            "75024",
        )
        .await;
        let mut lis = choices(&world, &world.file("teams-lis-locations.csv", LIS));
        // The world's own site is called as the file describes the first address; nothing speaks of the third.
        assert_eq!(rejected(&world, &lis).await, ["unknown_site"]);
        lis["site"] = json!("Warehouse");
        let first = commit(&world, &lis).await;
        assert_eq!(counts(&first), [3, 0, 0, 0]);
        let found = discovery(&world, &plano).await;
        assert_eq!(
            listed(&found, "emergencyLocations", "name"),
            ["Plano Warehouse", "Étage 2"].map(Value::from)
        );
        let again = commit(&world, &lis).await;
        assert_eq!(counts(&again), [0, 0, 3, 0]);
    });
}

#[test]
fn an_erl_brings_its_location_and_the_number_that_calls_it_back() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let plano = add_site(&world, "Plano", "2200B Sample Creek Pkwy", "Plano", "75024").await;
        add_site(&world, "Tower", "100 Example Plz", "Dallas", "75201").await;
        let erl = choices(&world, &world.file("cer-erl-export.csv", ERL));
        let batch = commit(&world, &erl).await;
        assert_eq!(counts(&batch), [4, 0, 0, 0]);
        let found = discovery(&world, &plano).await;
        let location = &found["emergencyLocations"][0];
        assert_eq!(location["name"], json!("PLA-WH"));
        assert_eq!(location["elin"], json!("+14695550192"));
        assert_eq!(crate::imports::total(&world, "number_page").await, 2);
        let undone = world.ok("import_undo", json!({ "id": batch["id"] })).await;
        assert_eq!(undone["kept"], json!([]));
        assert_eq!(discovery(&world, &plano).await["emergencyLocations"], json!([]));
        assert_eq!(crate::imports::total(&world, "number_page").await, 0);
    });
}

#[test]
fn what_somebody_changed_since_stands_until_the_file_is_chosen() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let site = add_site(&world, "Clinic", "1 Sample Sq", "Dallas", "75201").await;
        let lines = |owner: &str| {
            format!(
                "Line Kind,Number,Location,Site,Owner,Decision\nFire alarm,2145550111,Basement,Clinic,{owner},\n"
            )
        };
        let file = |owner: &str| world.file(&format!("special lines {owner}.csv"), lines(owner).as_bytes());
        let first = commit(&world, &choices(&world, &file("Alarm Co"))).await;
        assert_eq!(counts(&first), [1, 0, 0, 0]);
        let line = discovery(&world, &site).await["specialLines"][0].clone();
        assert_eq!(
            (&line["kind"], &line["decision"]),
            (&json!("alarm"), &json!("unknown"))
        );
        let mut values = json!({});
        for field in ["kind", "number", "location", "decision"] {
            values[field] = line[field].clone();
        }
        values["owner"] = json!("Facilities");
        let save =
            json!({ "siteId": site, "id": line["id"], "revision": line["revision"], "values": values });
        world.ok("special_line_save", save).await;

        let mut other = choices(&world, &file("Other Co"));
        let preview = world.ok("import_preview", other.clone()).await;
        assert_eq!(preview["conflicts"], json!(1), "{preview}");
        assert_eq!(preview["counts"]["unchanged"], json!(1));
        other["plan"] = json!({ "takeFile": [], "takeFileAlways": true });
        let taken = commit(&world, &other).await;
        assert_eq!(counts(&taken), [0, 1, 0, 0]);
        assert_eq!(
            discovery(&world, &site).await["specialLines"][0]["owner"],
            json!("Other Co")
        );
        world.ok("import_undo", json!({ "id": taken["id"] })).await;
        assert_eq!(
            discovery(&world, &site).await["specialLines"][0]["owner"],
            json!("Facilities")
        );
        let kept = world.ok("import_undo", json!({ "id": first["id"] })).await;
        assert_eq!(kept["kept"].as_array().unwrap().len(), 1);
    });
}

/// One sheet of each further kind, with the values that must be stored.
#[test]
fn every_kind_of_list_reaches_its_table() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let site = add_site(&world, "Clinic", "1 Sample Sq", "Dallas", "75201").await;
        let locations = "ERL Name,Site,Street,City,ZIP,Floor\nClinic-1,Clinic,1 Sample Sq,Dallas,75201,1\n";
        let networks = "Subnet,Location,Site\n10.20.7.0/24,Clinic-1,Clinic\n10.20.8.0/24,Nowhere,Clinic\n";
        let circuits = "Site,Carrier,Circuit Type,Circuit ID,Channels,BTN,Contract End,Monthly Cost\n\
            Clinic,Old Telco,PRI,DHEC.123,23B+D,214-555-0100,2027-01-31,\"$1,234.50\"\n\
            Clinic,Old Telco,Smoke signals,X.9,1,,,\n";
        let devices = "Site,Device Type,Manufacturer,Model,Qty,Keep\nClinic,Desk phone,Poly,VVX 411,12,yes\n";
        let licenses = "Site,License,Quantity,Assigned\nClinic,MCOEV,50,38\n";
        let contacts =
            "Site,Contact,Role,E-mail,Phone\nClinic,Pat Example,LOA signer,pat@example.com,214-555-0101\n";
        let sheets = [
            ("erl.csv", locations),
            ("subnets.csv", networks),
            ("circuits.csv", circuits),
            ("devices.csv", devices),
            ("licenses.csv", licenses),
            ("contacts.csv", contacts),
        ];
        let files: Vec<String> = sheets
            .iter()
            .map(|(name, csv)| world.file(name, csv.as_bytes()))
            .collect();
        let all = json!({ "files": files, "migrationId": world.migration });
        let batch = commit(&world, &all).await;
        assert_eq!(counts(&batch), [7, 0, 0, 1], "{:?}", rejected(&world, &all).await);
        let found = discovery(&world, &site).await;
        let location = found["emergencyLocations"][0]["id"].clone();
        assert_eq!(
            listed(&found, "networkSegments", "emergencyLocationId"),
            [location, Value::Null]
        );
        let circuit = &found["circuits"][0];
        let told = json!({ "kind": "pri", "channels": 23, "circuitId": "DHEC.123", "monthlyCostCents": 123_450,
            "contractEnd": "2027-01-31", "btn": "+12145550100" });
        for (field, value) in told.as_object().unwrap() {
            assert_eq!(&circuit[field], value, "{field}");
        }
        let device = &found["devices"][0];
        assert_eq!(
            (&device["kind"], &device["quantity"], &device["isKept"]),
            (&json!("desk_phone"), &json!(12), &json!(true))
        );
        let license = &found["licenses"][0];
        assert_eq!(
            (&license["quantity"], &license["assigned"]),
            (&json!(50), &json!(38))
        );
        let contacts = found["contacts"].as_array().unwrap();
        let contact = contacts.iter().find(|it| it["siteId"] == site).unwrap();
        assert_eq!(contact["kind"], json!("authorized_signer"));
        assert_eq!(counts(&commit(&world, &all).await), [0, 0, 7, 1]);
        world.ok("import_undo", json!({ "id": batch["id"] })).await;
        let left = discovery(&world, &site).await;
        for kind in [
            "emergencyLocations",
            "networkSegments",
            "circuits",
            "devices",
            "licenses",
        ] {
            assert_eq!(left[kind], json!([]), "{kind}");
        }
        assert!(!listed(&left, "contacts", "siteId").contains(&site));
    });
}

#[test]
fn a_survey_workbook_is_one_batch_and_goes_as_one() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let survey = choices(&world, &world.file("messy-site-survey.xlsx", SURVEY));
        let batch = commit(&world, &survey).await;
        let sites = world
            .ok("site_list", json!({ "customerId": world.customer }))
            .await;
        let dallas = sites
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["name"] == "Dallas HQ")
            .unwrap();
        let found = discovery(&world, &dallas["id"]).await;
        assert_eq!(
            found["site"]["businessHours"]["monday"],
            json!([{ "open": "08:00", "close": "17:00" }])
        );
        assert_eq!(listed(&found, "emergencyLocations", "name"), [json!("DAL-FL4")]);
        assert!(listed(&found, "contacts", "name").contains(&json!("Pat Example")));
        assert_eq!(listed(&found, "specialLines", "number"), [json!("+12145550125")]);
        assert_eq!(listed(&found, "specialLines", "decision"), [json!("unknown")]);
        let again = commit(&world, &survey).await;
        assert_eq!((&again["inserted"], &again["updated"]), (&json!(0), &json!(0)));
        world.ok("import_undo", json!({ "id": batch["id"] })).await;
        let left = world
            .ok("site_list", json!({ "customerId": world.customer }))
            .await;
        assert!(!left.to_string().contains("Plano Warehouse"), "{left}");
    });
}

#[test]
fn a_site_about_which_somebody_wrote_something_down_outlives_its_import() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let file = world.file(
            "sites.csv",
            b"Site Name,Street,City,State,ZIP\nAnnex,5 Sample Sq,Dallas,TX,75201\n",
        );
        let batch = commit(&world, &choices(&world, &file)).await;
        let sites = world
            .ok("site_list", json!({ "customerId": world.customer }))
            .await;
        let annex = sites
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["name"] == "Annex")
            .unwrap();
        let said =
            json!({ "siteId": annex["id"], "section": "notes", "state": "unknown", "notes": "Nobody there" });
        world.ok("discovery_section_set", said).await;
        let undone = world.ok("import_undo", json!({ "id": batch["id"] })).await;
        let reason = undone["kept"][0]["reason"].as_str().unwrap();
        assert!(reason.contains("discovery"), "{reason}");
    });
}

#[test]
fn a_discovery_workbook_is_not_imported_but_leads_to_its_site() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let book = json!({ "siteId": world.site, "fileId": world.save_as("book.xlsx") });
        world.ok("discovery_workbook_export", book).await;
        let bytes = std::fs::read(world.place.folder.join("book.xlsx")).unwrap();
        let book = world.file("returned.xlsx", &bytes);
        let opened = world.ok("import_open", json!({ "files": [book] })).await;
        assert_eq!(opened["files"], json!([]));
        let led = json!([{ "file": book, "siteId": world.site }]);
        assert_eq!(opened["discoveryWorkbooks"], led);
        let text = opened["refused"][0]["error"]["message"].as_str().unwrap();
        assert!(
            text.contains("'returned.xlsx' is the discovery workbook of"),
            "{text}"
        );
        let choices = json!({ "migrationId": world.migration, "files": [book] });
        let error = world.fails("import_preview", choices, ErrorCode::File).await;
        assert_eq!(error.cause.as_deref(), Some("discovery_workbook"));

        // Without the sheet that nobody sees it is known by what stands in its hidden columns, but not of which site.
        let torn = saved(&bytes, |book| {
            book.sheets.retain(|sheet| sheet.name != "PortFlow base")
        });
        let torn = json!({ "files": [world.file("torn.xlsx", &torn)] });
        let error = world.fails("import_open", torn, ErrorCode::File).await;
        assert_eq!(error.cause.as_deref(), Some("discovery_workbook"));
    });
}
