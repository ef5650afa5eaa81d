//! Questionnaires as data: versions that are never changed, files out and in, where they are asked, and the answers
//! that keep the version they answered.

use portflow_app::ErrorCode;
use portflow_domain::entities::Questionnaire;
use portflow_store::queries::questionnaires;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, now};

const HOTEL: &str = "Hotel survey";

fn question(key: &str, text: &str) -> Value {
    json!({ "key": key, "section": "needs", "text": text, "kind": "yes_no", "required": true, "why": "It matters." })
}

fn hotel(questions: &[Value]) -> Value {
    json!({ "name": HOTEL, "document": { "questions": questions } })
}

/// Whether a write is about questionnaires.
pub fn is_of(command: &str) -> bool {
    ["questionnaire_save", "questionnaire_import", "questionnaire_ask"].contains(&command)
}

/// A request of a write that makes sense now; what is asked was saved by the row before it in the table.
pub fn request(world: &World, command: &str) -> Value {
    match command {
        "questionnaire_save" => hotel(&[question("hotel.wake_up", "Are wake-up calls made?")]),
        "questionnaire_import" => {
            let template = json!({ "name": "School survey", "version": 3,
                "document": { "questions": [question("school.bell", "Does the bell ring over paging?")] } });
            json!({ "fileId": world.file("school.json", template.to_string().as_bytes()) })
        }
        _ => json!({ "siteId": world.site, "name": HOTEL, "isAsked": true }),
    }
}

async fn learnt(world: &World) -> Value {
    world.ok("site_discovery", json!({ "id": world.site })).await
}

async fn ask(world: &World, is_asked: bool) {
    let ask = json!({ "siteId": world.site, "name": HOTEL, "isAsked": is_asked });
    world.ok("questionnaire_ask", ask).await;
}

async fn answer(world: &World, question: &str, revision: Option<i64>, answer: &str) -> Value {
    let set = json!({ "siteId": world.site, "question": question, "revision": revision, "state": "answered",
        "answer": answer });
    world.ok("questionnaire_answer_set", set).await
}

/// What is said of one question that is asked, if it is.
fn asked<'a>(learnt: &'a Value, key: &str) -> Option<&'a Value> {
    learnt["asked"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["key"] == key)
}

fn text<'a>(learnt: &'a Value, key: &str) -> Option<&'a str> {
    let questions = learnt["questions"]["questions"].as_array().unwrap();
    questions.iter().find(|it| it["key"] == key)?["text"].as_str()
}

#[test]
fn a_change_is_the_next_version_and_no_change_is_none() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let first = hotel(&[question("hotel.wake_up", " Are wake-up calls made? ")]);
        let kept = world.ok("questionnaire_save", first.clone()).await;
        assert_eq!(
            (&kept["isNew"], &kept["questionnaire"]["version"]),
            (&json!(true), &json!(1))
        );
        let seen = world
            .fails("questionnaire_save", first.clone(), ErrorCode::Conflict)
            .await;
        assert!(seen.message.contains("version 1"), "{seen:?}");

        let log = world.log().await.len();
        let mut next = first;
        next["version"] = json!(1);
        next["name"] = json!("HOTEL SURVEY");
        let same = world.ok("questionnaire_save", next.clone()).await;
        assert_eq!(
            same,
            json!({ "questionnaire": kept["questionnaire"], "isNew": false })
        );
        assert_eq!(world.log().await.len(), log, "nothing was stored");

        next["document"]["questions"][0]["text"] = json!("Who makes wake-up calls?");
        let kept = world.ok("questionnaire_save", next.clone()).await;
        assert_eq!(kept["questionnaire"]["version"], json!(2));
        assert_eq!(
            kept["questionnaire"]["name"],
            json!(HOTEL),
            "all versions have one name"
        );
        world.fails("questionnaire_save", next, ErrorCode::Conflict).await;
        let old = world
            .ok("questionnaire_get", json!({ "name": HOTEL, "version": 1 }))
            .await;
        assert_eq!(
            old["document"]["questions"][0]["text"],
            json!("Are wake-up calls made?")
        );
        world
            .fails(
                "questionnaire_get",
                json!({ "name": HOTEL, "version": 9 }),
                ErrorCode::NotFound,
            )
            .await;
    });
}

#[test]
fn what_is_no_questionnaire_is_refused_whole() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let before = world.log().await;
        let twice = hotel(&[question("a", "One?"), question("a", "Two?")]);
        let mut no_choices = hotel(&[question("a", "Which?")]);
        no_choices["document"]["questions"][0]["kind"] = json!("choice");
        for (wrong, told) in [
            (hotel(&[]), "There is no question"),
            (twice, "stands for two questions"),
            (no_choices, "fewer than two choices"),
            (
                hotel(&[question("Wake Up", "One?"), question("b", " ")]),
                "The question b has no text",
            ),
        ] {
            let refused = world
                .fails("questionnaire_save", wrong, ErrorCode::InvalidInput)
                .await;
            assert!(refused.message.contains(told), "{refused:?}");
            assert!(!refused.hints.is_empty(), "{refused:?}");
        }
        let mut survey = hotel(&[question("a", "One?")]);
        survey["name"] = json!("site SURVEY");
        let refused = world
            .fails("questionnaire_save", survey, ErrorCode::InvalidInput)
            .await;
        assert!(refused.message.contains("comes with PortFlow"), "{refused:?}");
        for (name, text, code) in [
            ("list.json", "[]", ErrorCode::File),
            (
                "kind.json",
                r#"{"name":"X","version":1,"document":{"questions":[{"key":"a","section":"needs","text":"A?","kind":"poem"}]}}"#,
                ErrorCode::File,
            ),
            (
                "more.json",
                r#"{"name":"X","version":1,"script":"x","document":{"questions":[]}}"#,
                ErrorCode::File,
            ),
            (
                "zero.json",
                r#"{"name":"X","version":0,"document":{"questions":[]}}"#,
                ErrorCode::InvalidInput,
            ),
            (
                "survey.json",
                r#"{"name":"Site survey","version":9,"document":{"questions":[]}}"#,
                ErrorCode::InvalidInput,
            ),
            ("half.json", r#"{"name":"X","ver"#, ErrorCode::File),
        ] {
            let file = world.file(name, text.as_bytes());
            let refused = world
                .fails("questionnaire_import", json!({ "fileId": file }), code)
                .await;
            assert!(
                !refused.message.is_empty() && !refused.hints.is_empty() || code == ErrorCode::InvalidInput,
                "{refused:?}"
            );
        }
        assert_eq!(world.log().await, before);
        assert_eq!(
            world
                .ok("questionnaire_list", json!({}))
                .await
                .as_array()
                .unwrap()
                .len(),
            1
        );
    });
}

#[test]
fn a_file_goes_out_and_comes_back_the_same() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        world
            .ok(
                "questionnaire_save",
                hotel(&[question("hotel.wake_up", "Are wake-up calls made?")]),
            )
            .await;
        let out = world.place.folder.join("hotel.json");
        let handle = world.session.files.register(&out).id;
        world
            .ok("questionnaire_export", json!({ "name": HOTEL, "fileId": handle }))
            .await;
        let text = std::fs::read_to_string(&out).unwrap();
        let again = world
            .ok("questionnaire_import", json!({ "fileId": handle }))
            .await;
        assert_eq!(again["isNew"], json!(false));

        let edited = text.replace("Are wake-up calls made?", "Who makes wake-up calls?");
        std::fs::write(&out, format!("\u{feff}{edited}")).unwrap();
        let next = world
            .ok("questionnaire_import", json!({ "fileId": handle }))
            .await;
        assert_eq!(
            (&next["isNew"], &next["questionnaire"]["version"]),
            (&json!(true), &json!(2))
        );
        std::fs::write(&out, &text).unwrap();
        let old = world
            .ok("questionnaire_import", json!({ "fileId": handle }))
            .await;
        assert_eq!(
            (&old["isNew"], &old["questionnaire"]["version"]),
            (&json!(false), &json!(1))
        );
        std::fs::write(
            &out,
            edited
                .replace("Who", "Which machine")
                .replace("\"version\": 1", "\"version\": 7"),
        )
        .unwrap();
        let ahead = world
            .ok("questionnaire_import", json!({ "fileId": handle }))
            .await;
        assert_eq!(
            ahead["questionnaire"]["version"],
            json!(7),
            "a colleague's version keeps its number"
        );

        let survey = world.place.folder.join("survey.json");
        let handle = world.session.files.register(&survey).id;
        world
            .ok(
                "questionnaire_export",
                json!({ "name": "site survey", "fileId": handle }),
            )
            .await;
        let template: Value = serde_json::from_slice(&std::fs::read(&survey).unwrap()).unwrap();
        assert!(template["document"]["questions"].as_array().unwrap().len() > 30);
    });
}

#[test]
fn a_chosen_questionnaire_is_asked_and_a_stopped_one_keeps_its_answers() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let questions = [
            question("hotel.wake_up", "Are wake-up calls made?"),
            question("hotel.bar", "Is there a bar?"),
        ];
        world.ok("questionnaire_save", hotel(&questions)).await;
        assert!(asked(&learnt(&world).await, "hotel.bar").is_none());
        ask(&world, true).await;
        let at = learnt(&world).await;
        assert_eq!(asked(&at, "hotel.bar").unwrap()["questionnaire"], json!(HOTEL));
        let missing = world
            .ok("site_discovery_completeness", json!({ "id": world.site }))
            .await
            .to_string();
        assert!(missing.contains("Is there a bar?"), "{missing}");

        let log = world.log().await.len();
        ask(&world, true).await;
        assert_eq!(world.log().await.len(), log, "it was asked already");
        answer(&world, "hotel.wake_up", None, "yes").await;
        ask(&world, false).await;
        let at = learnt(&world).await;
        assert!(asked(&at, "hotel.wake_up").is_some(), "its answer keeps it");
        assert!(asked(&at, "hotel.bar").is_none());
        let list = world.ok("questionnaire_list", json!({})).await;
        let of_hotel = &list.as_array().unwrap()[1];
        assert_eq!(
            (&of_hotel["sites"], &of_hotel["versions"][0]["answers"]),
            (&json!([]), &json!(1))
        );

        let survey = json!({ "siteId": world.site, "name": "Site survey", "isAsked": false });
        world
            .fails("questionnaire_ask", survey, ErrorCode::InvalidInput)
            .await;
        let unknown = json!({ "siteId": world.site, "name": "No such survey", "isAsked": true });
        world
            .fails("questionnaire_ask", unknown, ErrorCode::NotFound)
            .await;
    });
}

#[test]
fn an_answer_keeps_its_version_and_the_question_tells_what_changed() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let mut first = hotel(&[
            question("hotel.wake_up", "Are wake-up calls made?"),
            question("hotel.bar", "A bar?"),
        ]);
        world.ok("questionnaire_save", first.clone()).await;
        ask(&world, true).await;
        let given = answer(&world, "hotel.wake_up", None, "y").await;
        assert_eq!(given["answer"], json!("yes"));
        answer(&world, "hotel.bar", None, "no").await;

        first["version"] = json!(1);
        first["document"]["questions"][0]["text"] = json!("Are wake-up calls made by the system?");
        first["document"]["questions"][1]["required"] = json!(false);
        world.ok("questionnaire_save", first).await;
        let at = learnt(&world).await;
        let wake_up = asked(&at, "hotel.wake_up").unwrap();
        assert_eq!(
            wake_up["revision"],
            Value::Null,
            "the new version has no answer yet"
        );
        assert_eq!(wake_up["older"]["version"], json!(1));
        assert_eq!(wake_up["older"]["fields"], json!(["text"]));
        assert_eq!(wake_up["older"]["stillAnswers"], json!(true));
        assert_eq!(
            asked(&at, "hotel.bar").unwrap()["older"],
            Value::Null,
            "the question is the same"
        );

        let renewed = answer(&world, "hotel.wake_up", None, "no").await;
        assert_ne!(renewed["questionnaireId"], given["questionnaireId"]);
        let at = learnt(&world).await;
        assert!(
            at["answers"].as_array().unwrap().contains(&given),
            "the old answer is kept"
        );
        assert_eq!(asked(&at, "hotel.wake_up").unwrap()["revision"], json!(1));
        let stale = json!({ "siteId": world.site, "question": "hotel.wake_up", "state": "unknown" });
        world
            .fails("questionnaire_answer_set", stale, ErrorCode::Conflict)
            .await;
    });
}

#[test]
fn a_chosen_question_takes_the_place_of_the_surveys() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        answer(&world, "site.access", None, "Side door").await;
        let mut own = question("site.access", "Which guest entrance has the technician to use?");
        own["kind"] = json!("text");
        own["section"] = json!("site_facts");
        world.ok("questionnaire_save", hotel(&[own])).await;
        let surveys = learnt(&world).await;
        ask(&world, true).await;
        let at = learnt(&world).await;
        assert_eq!(
            text(&at, "site.access"),
            Some("Which guest entrance has the technician to use?")
        );
        let count = |at: &Value| at["asked"].as_array().unwrap().len();
        assert_eq!(count(&at), count(&surveys), "a key stands for one question");
        let of_it = asked(&at, "site.access").unwrap();
        assert_eq!(of_it["older"]["questionnaire"], json!("Site survey"));
        let given = answer(&world, "site.access", None, "West lobby").await;
        ask(&world, false).await;
        let at = learnt(&world).await;
        assert_eq!(text(&at, "site.access"), text(&surveys, "site.access"));
        assert!(at["answers"].as_array().unwrap().contains(&given));
    });
}

/// A newer program has stored a newer survey in the shared workspace; this program asks that one and answers it.
#[test]
fn a_newer_stored_survey_is_asked_in_place_of_the_one_compiled_in() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let compiled_in = answer(&world, "site.freeze", None, "December").await;
        let mut survey = world
            .ok("questionnaire_get", json!({ "name": "Site survey" }))
            .await;
        survey["document"]["questions"][0]["text"] = json!("When do hours change?");
        let newer = Questionnaire {
            id: world.cx().await.id(),
            name: "Site survey".to_owned(),
            version: survey["version"].as_i64().unwrap() + 1,
            document: serde_json::from_value(survey["document"].clone()).unwrap(),
            created_at: now(),
        };
        let cx = world.cx().await;
        let mut tx = cx.write().await.unwrap();
        questionnaires::insert_questionnaire(&mut tx, &newer)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let key = survey["document"]["questions"][0]["key"].as_str().unwrap();
        let at = learnt(&world).await;
        assert_eq!(text(&at, key), Some("When do hours change?"));
        assert_eq!(asked(&at, key).unwrap()["version"], json!(newer.version));
        let given = answer(&world, "site.freeze", None, "January").await;
        assert_eq!(given["questionnaireId"], json!(newer.id));
        assert_ne!(given["questionnaireId"], compiled_in["questionnaireId"]);
        let list = world.ok("questionnaire_list", json!({})).await;
        assert_eq!(list[0]["versions"].as_array().unwrap().len(), 2, "{list:#}");
    });
}

#[test]
fn computed_holidays_leave_what_was_entered() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let site = &learnt(&world).await["site"];
        let short = json!({ "name": "Staff day", "date": "2026-12-25", "open": "08:00", "close": "12:00" });
        let hours = json!({ "siteId": world.site, "revision": site["revision"], "businessHours": null,
            "holidays": [short] });
        world.ok("site_hours_set", hours).await;
        let mut wanted =
            json!({ "siteId": world.site, "set": "us_federal", "firstYear": 2026, "lastYear": 2027 });
        let computed = world.ok("holiday_set", wanted.clone()).await;
        let count = |field: &str| computed[field].as_array().unwrap().len();
        assert!(count("computed") >= 22, "{computed:#}");
        assert_eq!(count("added") + 1, count("computed"), "Christmas is there");
        assert_eq!(count("holidays"), count("computed"));
        let all = computed["holidays"].as_array().unwrap();
        let christmas: Vec<_> = all.iter().filter(|it| it["date"] == "2026-12-25").collect();
        assert_eq!(christmas, [&short]);
        let revision = learnt(&world).await["site"]["revision"].clone();
        let keep =
            json!({ "siteId": world.site, "revision": revision, "businessHours": null, "holidays": all });
        world.ok("site_hours_set", keep).await;
        assert_eq!(world.ok("holiday_set", wanted.clone()).await["added"], json!([]));
        wanted["lastYear"] = json!(2025);
        world.fails("holiday_set", wanted, ErrorCode::InvalidInput).await;
    });
}
