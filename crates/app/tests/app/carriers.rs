//! Carriers as profiles that people edit: stored, logged field by field, exchanged as files, confirmed, asked for days.

use portflow_app::ErrorCode;
use portflow_domain::porting::carrier::CarrierProfile;
use portflow_sheet::{Limits, read};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, id};

/// Whether a write is about carriers.
pub fn is_of(command: &str) -> bool {
    [
        "carrier_add",
        "carrier_update",
        "carrier_confirm",
        "carrier_import",
    ]
    .contains(&command)
}

/// A request of a write that makes sense now.
pub async fn request(world: &World, command: &str) -> Value {
    let verizon = detail(world, "verizon").await;
    match command {
        "carrier_add" => with(&verizon["profile"], "code", json!("example")),
        "carrier_update" => update(&verizon, |it| it["portRules"]["cutOffHour"] = json!(15)),
        "carrier_confirm" => {
            json!({ "id": verizon["carrier"]["id"], "revision": verizon["carrier"]["revision"] })
        }
        _ => {
            let profile = with(&verizon["profile"], "code", json!("imported"));
            json!({ "fileId": world.file("profile.json", profile.to_string().as_bytes()) })
        }
    }
}

fn with(profile: &Value, field: &str, value: Value) -> Value {
    let mut profile = profile.clone();
    profile[field] = value;
    profile
}

async fn detail(world: &World, code: &str) -> Value {
    let all = world.ok("carrier_list", json!({})).await;
    let found = all
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["code"] == code)
        .unwrap()
        .clone();
    world.ok("carrier_get", json!({ "id": found["id"] })).await
}

/// An update of a carrier with its profile changed.
fn update(detail: &Value, change: impl Fn(&mut Value)) -> Value {
    let mut profile = detail["profile"].clone();
    change(&mut profile);
    profile["id"] = detail["carrier"]["id"].clone();
    profile["revision"] = detail["carrier"]["revision"].clone();
    profile
}

/// What the last entry of the log says changed.
async fn logged(world: &World) -> (String, Vec<String>) {
    let last = world.log().await.pop().unwrap();
    let changes = last.changes.as_array().unwrap().clone();
    let fields = changes
        .iter()
        .map(|it| it["field"].as_str().unwrap().to_owned())
        .collect();
    (last.action, fields)
}

#[test]
fn a_profile_is_changed_field_by_field_and_confirmed_once() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let before = detail(&world, "gtt").await;
        assert_eq!(before["profile"]["toConfirm"], json!(true));
        let ask = update(&before, |it| {
            it["contacts"] =
                json!([{ "name": " NOC ", "role": "escalation", "email": "", "phone": "+12145550111" }]);
            it["portRules"]["leadTimeBusinessDays"] = json!(12);
            it["portRules"]["noPortWeekdays"] = json!(["friday", "monday"]);
            it["sheetTemplate"]["columns"][0]["format"] = json!("range");
        });
        let after = world.ok("carrier_update", ask.clone()).await;
        assert_eq!(after["contacts"][0]["name"], json!("NOC"));
        assert_eq!(after["toConfirm"], json!(true), "an edit is no confirmation");
        let (action, mut fields) = logged(&world).await;
        fields.sort();
        assert_eq!(action, "updated");
        assert_eq!(
            fields,
            [
                "contacts",
                "name",
                "portRules.leadTimeBusinessDays",
                "portRules.noPortWeekdays",
                "sheetTemplate.columns"
            ]
        );
        world.fails("carrier_update", ask, ErrorCode::Conflict).await;
        let confirm = json!({ "id": after["id"], "revision": after["revision"] });
        world.ok("carrier_confirm", confirm.clone()).await;
        assert_eq!(
            logged(&world).await,
            ("confirmed".to_owned(), vec!["name".into(), "toConfirm".into()])
        );
        world.fails("carrier_confirm", confirm, ErrorCode::Refused).await;
        let wrong = update(&detail(&world, "gtt").await, |it| {
            it["portRules"]["cutOffZone"] = json!("Mars")
        });
        let error = world
            .fails("carrier_update", wrong, ErrorCode::InvalidInput)
            .await;
        assert_eq!(error.field.as_deref(), Some("portRules.cutOffZone"));
    });
}

#[test]
fn a_profile_goes_out_and_comes_back_the_same() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let microsoft = detail(&world, "microsoft").await;
        let path = world.save_as("microsoft.json");
        world
            .ok(
                "carrier_export",
                json!({ "id": microsoft["carrier"]["id"], "fileId": path }),
            )
            .await;
        let again = world
            .fails("carrier_import", json!({ "fileId": path }), ErrorCode::Conflict)
            .await;
        assert!(again.message.contains("'microsoft'"), "{again:?}");
        let log = world.log().await.len();
        let replaced = world
            .ok("carrier_import", json!({ "fileId": path, "replace": true }))
            .await;
        assert_eq!(replaced["isNew"], json!(false));
        assert_eq!(
            world.log().await.len(),
            log,
            "nothing differs, so nothing is logged"
        );
        let mut profile: CarrierProfile = serde_json::from_value(microsoft["profile"].clone()).unwrap();
        profile.code = "microsoft-eu".to_owned();
        let file = world.file("eu.json", serde_json::to_string(&profile).unwrap().as_bytes());
        let added = world.ok("carrier_import", json!({ "fileId": file })).await;
        assert_eq!(added["isNew"], json!(true));
        let stored = detail(&world, "microsoft-eu").await["profile"].clone();
        assert_eq!(serde_json::from_value::<CarrierProfile>(stored).unwrap(), profile);
    });
}

#[test]
fn a_wrong_file_is_refused_with_the_place() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let good = detail(&world, "verizon").await["profile"].clone();
        let deep = "[".repeat(100_000);
        let cases = [
            ("{\n \"code\": ".to_owned(), "line 2"),
            ("[1]".to_owned(), "begin with {"),
            (deep, "recursion limit"),
            ("{}".to_owned(), "at code"),
            (
                with(&good, "leadTime", json!(3)).to_string(),
                "no field 'leadTime'",
            ),
            (
                with(&good, "portRules", json!({ "cutOffHour": "noon" })).to_string(),
                "at portRules.cutOffHour",
            ),
            (
                with(&good, "portRules", json!({ "cutOfHour": 12 })).to_string(),
                "no field 'portRules.cutOfHour'",
            ),
            (
                with(&good, "portRules", json!({ "cutOffHour": 99 })).to_string(),
                "at portRules.cutOffHour",
            ),
            (
                with(
                    &good,
                    "sheetTemplate",
                    json!({ "sheetName": "A", "columns": [{ "field": "numbr", "title": "" }] }),
                )
                .to_string(),
                "at sheetTemplate.columns.0",
            ),
        ];
        for (text, place) in cases {
            let file = world.file("wrong.json", text.as_bytes());
            let error = world
                .fails("carrier_import", json!({ "fileId": file }), ErrorCode::File)
                .await;
            assert!(error.message.contains(place), "{place}: {}", error.message);
            assert!(
                error.message.contains("'wrong.json'") && !error.hints.is_empty(),
                "{error:?}"
            );
        }
    });
}

/// A form with labels, a formula and a table.
fn form() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Form").unwrap();
    sheet.write(0, 0, "Account number:").unwrap();
    sheet.write(1, 0, "Company name").unwrap();
    sheet.write(2, 0, "Numbers").unwrap();
    sheet.write_formula(2, 1, "=COUNTA(A6:A99)").unwrap();
    sheet.write(4, 0, "Telephone number").unwrap();
    sheet.write(4, 1, "Extension").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn the_carriers_own_workbook_is_placed_once_and_filled_in() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let verizon = detail(&world, "verizon").await;
        let carrier = verizon["carrier"]["id"].clone();
        let file = world.file("form.xlsx", &form());
        let own = world
            .ok("carrier_workbook_read", json!({ "id": carrier, "fileId": file }))
            .await;
        assert_eq!(own["suggestion"]["cells"][0]["cell"], json!("B1"));
        assert_eq!(own["suggestion"]["firstRow"], json!(6));
        let place_at = |cell: &str| {
            let mut ask = update(&verizon, |it| {
                it["sheetTemplate"]["workbook"] = own["suggestion"].clone()
            });
            ask["sheetTemplate"]["workbook"]["cells"][0]["cell"] = json!(cell);
            ask["workbookFileId"] = json!(file);
            ask
        };
        let error = world
            .fails("carrier_update", place_at("B3"), ErrorCode::InvalidInput)
            .await;
        assert!(error.message.contains("B3 holds a formula"), "{error:?}");
        let after = world.ok("carrier_update", place_at("B1")).await;
        assert_eq!(after["workbookName"], json!("form.xlsx"));

        let numbers = world.put_numbers(&["+12142340101", "+12142340102"]).await;
        let order = world.draft(&numbers).await;
        let out = world.place.folder.join("request.xlsx");
        let saved = json!({ "id": order.id, "kind": "request", "fileId": world.save_as("request.xlsx") });
        world.ok("port_order_export", saved).await;
        let book = read(&std::fs::read(out).unwrap(), "request.xlsx", &Limits::default()).unwrap();
        let sheet = &book.sheets[0].rows;
        assert!(!sheet[0][1].is_blank(), "the account number");
        assert_eq!(
            (sheet[5][0].display(), sheet[6][0].display()),
            ("2142340101".into(), "2142340102".into())
        );
        let wrong = json!({ "id": order.id, "kind": "request", "fileId": world.save_as("request.csv") });
        let error = world
            .fails("port_order_export", wrong, ErrorCode::InvalidInput)
            .await;
        assert!(error.message.contains(".xlsx"), "{error:?}");

        let exported = world.save_as("verizon.json");
        world
            .ok("carrier_export", json!({ "id": carrier, "fileId": exported }))
            .await;
        let dropped = update(&detail(&world, "verizon").await, |it| {
            it["sheetTemplate"]["workbook"] = json!(null)
        });
        let after = world.ok("carrier_update", dropped).await;
        assert_eq!(after["workbookName"], json!(null));
        world
            .fails(
                "carrier_workbook_read",
                json!({ "id": carrier }),
                ErrorCode::NotFound,
            )
            .await;
        let back = json!({ "fileId": exported, "replace": true });
        world.ok("carrier_import", back).await;
        let own = world.ok("carrier_workbook_read", json!({ "id": carrier })).await;
        assert_eq!(own["fileName"], json!("form.xlsx"));
    });
}

#[test]
fn a_limit_of_the_form_stops_the_export_and_names_the_field() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let verizon = detail(&world, "verizon").await;
        let limits = json!([{ "field": "account_number", "maxLength": 3 }]);
        let ask = update(&verizon, |it| it["sheetTemplate"]["limits"] = limits.clone());
        world.ok("carrier_update", ask).await;
        let numbers = world.put_numbers(&["+12142340101"]).await;
        let order = world.draft(&numbers).await;
        let before = world.log().await.len();
        let ask = json!({ "id": order.id, "kind": "request", "fileId": world.save_as("request.xlsx") });
        let error = world.fails("port_order_export", ask, ErrorCode::Refused).await;
        assert!(error.message.contains("Account number has"), "{error:?}");
        assert!(!error.hints.is_empty());
        assert!(!world.place.folder.join("request.xlsx").exists());
        assert_eq!(world.log().await.len(), before);
    });
}

#[test]
fn a_preview_shows_the_sample_and_what_cannot_be_kept() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let mut template = detail(&world, "verizon").await["profile"]["sheetTemplate"].clone();
        template["columns"] = json!([{ "field": "number", "title": "TN", "format": "range", "width": 20 }]);
        template["rowPer"] = json!("range");
        let ask = |template: &Value| json!({ "name": "Verizon", "sheetTemplate": template });
        let shown = world.ok("carrier_sheet_preview", ask(&template)).await;
        assert_eq!(shown["rows"], json!([["2145550100-0102"], ["2145550149"]]));
        assert_eq!(shown["findings"], json!([]));
        template["columns"][0]["format"] = json!("e164");
        let shown = world.ok("carrier_sheet_preview", ask(&template)).await;
        assert_eq!(shown["findings"][0]["code"], json!("sheetTemplate.columns"));
    });
}

#[test]
fn days_are_told_for_a_migration_or_for_a_carrier_and_a_site() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let verizon = detail(&world, "verizon").await["carrier"]["id"].clone();
        let ask = json!({ "carrierId": verizon, "siteId": world.site, "numbers": 60, "from": "2026-12-01",
            "to": "2026-12-31" });
        let dates = world.ok("port_date_choices", ask).await;
        assert_eq!(dates["days"].as_array().unwrap().len(), 31);
        assert_eq!(dates["leadTimeBusinessDays"], json!(15));
        assert_eq!(dates["siteZone"], json!("America/Chicago"));
        let christmas = &dates["days"][24];
        assert_eq!(
            (&christmas["date"], &christmas["verdict"]),
            (&json!("2026-12-25"), &json!("holiday"))
        );
        let of_migration = world
            .ok("port_date_choices", json!({ "migrationId": world.migration }))
            .await;
        assert_eq!(of_migration["days"].as_array().unwrap().len(), 43);
        let backwards = json!({ "migrationId": world.migration, "from": "2026-12-31", "to": "2026-12-01" });
        world
            .fails("port_date_choices", backwards, ErrorCode::InvalidInput)
            .await;
        let nowhere = json!({ "carrierId": verizon });
        world
            .fails("port_date_choices", nowhere, ErrorCode::InvalidInput)
            .await;
        assert_eq!(
            id(&detail(&world, "verizon").await["carrier"]),
            verizon.as_str().unwrap()
        );
    });
}
