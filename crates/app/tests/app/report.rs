//! The discovery report: everything that was learnt, asked and found stands in it, and no secret does.

use image::ImageFormat;
use lopdf::{Document, Object};
use portflow_app::ErrorCode;
use serde_json::{Value, json};

use crate::pictures::{halves, png_header, turned};
use crate::place::on_each;
use crate::world::{ACCOUNT_NUMBER, PIN, World, account_values, id};

/// The text of the report of the world's site, without white space, because lines break where a page ends.
async fn report(world: &World, name: &str) -> String {
    let request = json!({ "siteId": world.site, "fileId": world.save_as(name) });
    let saved = world.ok("discovery_report_export", request).await;
    let bytes = std::fs::read(world.place.folder.join(name)).unwrap();
    assert_eq!(saved["size"], json!(bytes.len()));
    let document = Document::load_mem(&bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    squeezed(&document.extract_text(&pages).unwrap())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// That all of it is told.
fn told(report: &str, all: &[&str]) {
    for text in all {
        assert!(report.contains(&squeezed(text)), "{text}");
    }
}

async fn save(world: &World, kind: &str, values: Value) -> Value {
    let save = json!({ "siteId": world.site, "values": values });
    world.ok(&format!("{kind}_save"), save).await
}

async fn learnt(world: &World) -> Value {
    world.ok("site_discovery", json!({ "id": world.site })).await
}

/// A clinic with a lunch break, two trunks, an elevator line and a fax on which nobody has decided.
async fn clinic(world: &World) {
    let place = json!({ "name": "Floor 4", "building": "Annex", "houseNumber": "100", "streetName": "Main",
        "streetSuffix": "Blvd", "city": "Dallas", "state": "TX", "postalCode": "75201", "notes": "Stairs on the left" });
    let place = save(world, "emergency_location", place).await;
    let subnet =
        json!({ "kind": "subnet", "identifier": "10.20.7.0/24", "emergencyLocationId": place["id"] });
    save(world, "network_segment", subnet).await;
    save(
        world,
        "network_segment",
        json!({ "kind": "access_point", "identifier": "00-11-22-33-44-55" }),
    )
    .await;
    let system = json!({ "vendor": "Avaya", "model": "IP Office", "outsideLineDigit": "8", "extensionLength": 4,
        "internalRanges": [{ "first": "2000", "last": "2999" }], "maintainedBy": "Bell & Co" });
    save(world, "legacy_system", system).await;
    let pri = json!({ "kind": "pri", "carrierName": "Lumen", "circuitId": "12/HCGS/4711", "channels": 23,
        "btn": "2145550100", "monthlyCostCents": 41250, "contractEnd": "2027-04-30", "disconnectOn": "2027-02-01",
        "losingAccountId": world.account });
    save(world, "circuit", pri).await;
    save(
        world,
        "circuit",
        json!({ "kind": "sip", "carrierName": "Cable Co" }),
    )
    .await;
    let elevator = json!({ "kind": "elevator", "number": "(214) 555-0170", "decision": "keep",
        "owner": "Otis service", "decidedBy": "Facilities" });
    save(world, "special_line", elevator).await;
    let fax = json!({ "kind": "fax", "location": "Nurse station", "notes": "Nobody knows its number" });
    save(world, "special_line", fax).await;
    save(
        world,
        "device",
        json!({ "kind": "gateway", "vendor": "AudioCodes", "quantity": 2, "isKept": true }),
    )
    .await;
    let license =
        json!({ "sku": "MCOEV", "quantity": 40, "assigned": 12, "monthlyCostCents": 800, "isNew": true });
    save(world, "license", license).await;
    let section = json!({ "siteId": world.site, "section": "circuits", "state": "answered",
        "saidBy": "The office manager", "notes": "The landlord may know of more" });
    world.ok("discovery_section_set", section).await;
}

async fn opened_with_a_lunch_break(world: &World) {
    let revision = learnt(world).await["site"]["revision"].clone();
    let day = json!([{ "open": "08:00", "close": "12:00" }, { "open": "13:00", "close": "17:00" }]);
    let hours = json!({ "siteId": world.site, "revision": revision,
        "businessHours": { "monday": day, "friday": [{ "open": "22:00", "close": "06:00" }] },
        "holidays": [{ "name": "Christmas", "date": "2026-12-25" },
            { "name": "Christmas Eve", "date": "2026-12-24", "open": "08:00", "close": "12:00" }] });
    world.ok("site_hours_set", hours).await;
}

/// Answers every other question, and gives what is to be found of each answer.
async fn answered(world: &World) -> Vec<String> {
    let questions = learnt(world).await["questions"]["questions"].clone();
    let mut spelt = Vec::new();
    for (n, question) in questions.as_array().unwrap().iter().enumerate().step_by(2) {
        let (answer, shown) = match question["kind"].as_str().unwrap() {
            "yes_no" => ("no".to_owned(), "No".to_owned()),
            "number" => (format!("{}", 1000 + n), format!("{}", 1000 + n)),
            "date" => ("2027-03-05".to_owned(), "Mar 5, 2027".to_owned()),
            "choice" => (
                question["choices"][0].as_str().unwrap().to_owned(),
                question["choices"][0].as_str().unwrap().to_owned(),
            ),
            _ => (
                format!("Answer number {n}, at length"),
                format!("Answer number {n}, at length"),
            ),
        };
        let set = json!({ "siteId": world.site, "question": question["key"], "state": "answered", "answer": answer,
            "saidBy": format!("Person {n}"), "notes": format!("Remark {n}.") });
        world.ok("questionnaire_answer_set", set).await;
        let text = question["text"].as_str().unwrap();
        spelt.push(format!(
            "{text} {shown} Person {n}, Nov 30, 2026 Site survey, version 1 Remark {n}."
        ));
    }
    spelt
}

#[test]
fn everything_that_was_learnt_is_in_the_report() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        clinic(&world).await;
        opened_with_a_lunch_break(&world).await;
        let dated = json!({ "siteId": world.site, "name": "Second", "routingType": "direct_routing",
            "targetDate": "2026-12-01" });
        world.ok("migration_add", dated).await;
        let text = report(&world, "report.pdf").await;
        told(
            &text,
            &[
                "SITE DISCOVERY – Example Corp Dallas HQ",
                "As of Nov 30, 2026 (America/Chicago)",
                "Monday 08:00 to 12:00, 13:00 to 17:00",
                "Tuesday Closed",
                "Friday 22:00 to 06:00 the next day",
                "Thu, Dec 24, 2026 Christmas Eve 08:00 to 12:00",
                "Fri, Dec 25, 2026 Christmas Closed",
                "Alex Example Authorized signer Company",
                "Floor 4 Annex 100 Main Blvd, Dallas, TX 75201, US – Stairs on the left",
                "Subnet 10.20.7.0/24 Floor 4",
                "Wi-Fi access point 00-11-22-33-44-55 Not known",
                "Avaya IP Office 8 4 2000 to 2999 Bell & Co",
                "Lumen PRI 12/HCGS/4711 23 +12145550100 Apr 30, 2027 Feb 1, 2027 $412.50",
                "Cable Co SIP",
                "Elevator +12145550170 – Otis service Keep Facilities",
                "Fax – Nurse station – Undecided – Nobody knows its number",
                "Gateway AudioCodes 2 Yes",
                "MCOEV 40 12 $8.00 Yes",
                "% known – The office manager, Nov 30, 2026 The landlord may know of more",
                "Warning SIP trunk of Cable Co has no date on which it is disconnected",
                "PRI 12/HCGS/4711 of Lumen $412.50 $0.00 -$412.50",
                "SIP trunk of Cable Co not known not known",
                "40 MCOEV $0.00 $320.00 $320.00",
                "All $412.50 $320.00 -$92.50",
                "One line is not in the sums, because its cost is not known.",
                "PRI 12/HCGS/4711 of Lumen Apr 30, 2027 Dec 1, 2026 $1,650.00",
                "What remains of a contract: Counted from the month after the cutover",
            ],
        );
    });
}

#[test]
fn every_question_every_answer_and_everything_open_is_in_the_report() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        clinic(&world).await;
        let answers = answered(&world).await;
        let text = report(&world, "report.pdf").await;
        assert!(answers.len() > 10);
        for answer in &answers {
            told(&text, &[answer]);
        }
        for question in learnt(&world).await["questions"]["questions"].as_array().unwrap() {
            told(&text, &[question["text"].as_str().unwrap()]);
        }
        let of = world
            .ok("site_discovery_completeness", json!({ "id": world.site }))
            .await;
        told(&text, &[&format!("{} % known", of["score"]["percent"])]);
        let mut open = 0;
        for missing in of["sections"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|it| it["missing"].as_array().unwrap())
        {
            told(
                &text,
                &[&format!(
                    "{} {}",
                    missing["text"].as_str().unwrap(),
                    missing["why"].as_str().unwrap()
                )],
            );
            open += 1;
        }
        assert!(open > 20, "{open}");
    });
}

#[test]
fn equal_discoveries_are_equal_bytes_and_each_export_is_logged() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        clinic(&world).await;
        report(&world, "one.pdf").await;
        report(&world, "two.pdf").await;
        let read = |name: &str| std::fs::read(world.place.folder.join(name)).unwrap();
        assert_eq!(read("one.pdf"), read("two.pdf"));
        let log = world.log().await;
        let exports: Vec<_> = log
            .iter()
            .filter(|entry| entry.action == "discovery_report_exported")
            .collect();
        assert_eq!(exports.len(), 2);
        assert_eq!(exports[0].entity_id.to_string(), world.site);
        let told = serde_json::to_string(&exports[0].changes).unwrap();
        assert!(told.contains("one.pdf"), "{told}");
    });
}

#[test]
fn a_report_that_cannot_be_written_is_refused_and_not_logged() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let before = world.log().await;
        let nowhere = world.save_as("no such folder/report.pdf");
        let request = json!({ "siteId": world.site, "fileId": nowhere });
        let refused = world
            .fails("discovery_report_export", request, ErrorCode::File)
            .await;
        assert!(refused.message.contains("report.pdf"), "{refused:?}");
        let request = json!({ "siteId": crate::world::nobody::<portflow_domain::ids::SiteId>(),
            "fileId": world.save_as("report.pdf") });
        world
            .fails("discovery_report_export", request, ErrorCode::NotFound)
            .await;
        assert_eq!(world.log().await, before);
        assert!(!world.place.folder.join("report.pdf").exists());
    });
}

#[test]
fn no_secret_is_in_the_report() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let account = id(&world
            .ok("losing_account_add", account_values(&world.customer))
            .await);
        let line = json!({ "kind": "alarm", "losingAccountId": account });
        save(&world, "special_line", line).await;
        let text = report(&world, "report.pdf").await;
        told(&text, &["Billed to the account"]);
        for secret in [ACCOUNT_NUMBER, PIN] {
            assert!(!text.contains(secret), "{secret}");
        }
    });
}

#[test]
fn photos_and_files_of_the_site_are_in_the_report() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let photos = [
            world.file("rack.jpg", &turned(400, 200)),
            world.file("door.png", &halves(60, 40, ImageFormat::Png)),
            world.file("screen.webp", &halves(30, 30, ImageFormat::WebP)),
            world.file("wall.png", &png_header(20_000, 20_000)),
            world.file("lease.txt", b"Ends in May"),
        ];
        let add = json!({ "siteId": world.site, "files": photos, "section": "circuits" });
        let added = world.ok("site_file_add", add).await;
        let rack = &added["added"][0];
        let named = json!({ "id": rack["id"], "revision": rack["revision"], "fileName": "rack.jpg",
            "section": "circuits", "caption": "Where the PRI ends" });
        world.ok("site_file_update", named).await;
        let text = report(&world, "report.pdf").await;
        told(
            &text,
            &[
                "Trunks and circuits: Where the PRI ends (rack.jpg)",
                "(door.png)",
                "(screen.webp)",
                "Trunks and circuits (wall.png) is not shown, because it holds no picture that can be read.",
                "lease.txt – Trunks and circuits",
            ],
        );
        let document = Document::load(world.place.folder.join("report.pdf")).unwrap();
        let mut sizes: Vec<_> = document.objects.values().filter_map(size_of_picture).collect();
        sizes.sort_unstable();
        assert_eq!(
            sizes,
            [(30, 30), (60, 40), (200, 400)],
            "upright, and the hostile one left out"
        );
    });
}

fn size_of_picture(object: &Object) -> Option<(i64, i64)> {
    let picture = &object.as_stream().ok()?.dict;
    let is_picture = picture
        .get(b"Subtype")
        .and_then(Object::as_name)
        .is_ok_and(|kind| kind == b"Image");
    let side = |key: &[u8]| picture.get(key).and_then(Object::as_i64).ok();
    is_picture.then_some((side(b"Width")?, side(b"Height")?))
}
