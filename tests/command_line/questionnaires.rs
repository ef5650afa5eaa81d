//! Questionnaires of the team from the terminal: imported, asked at a site, answered, stopped; and computed holidays.

use serde_json::{Value, json};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::workbench::Workbench;

const SITE: &str = "Clinic/North clinic";
const NAME: &str = "Clinic survey";

#[tokio::test]
async fn questionnaires_in_a_file() {
    on_sqlite(questionnaires).await;
}

#[tokio::test]
async fn questionnaires_on_postgres() {
    on_postgres("", questionnaires).await;
}

async fn questionnaires(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    bench.run(&["customer", "add", "--name", "Clinic"]);
    let site = ["site", "add", "--customer", "Clinic", "--name", "North clinic"];
    bench.run(&[&site[..], &["--time-zone", "America/Chicago"]].concat());
    let file = path(&bench, "clinic.json");
    import(&bench, &file);
    answer(&bench);
    next_version(&bench, &file);
    holidays(&bench);
}

fn template(version: i64, text: &str) -> Value {
    json!({ "name": NAME, "version": version, "document": { "questions": [
        { "key": "clinic.nurse_call", "section": "needs", "text": text, "kind": "yes_no", "required": true },
        { "key": "clinic.on_call", "section": "needs", "text": "Who is on call at night?", "kind": "text" },
    ] } })
}

fn import(bench: &Workbench, file: &str) {
    let mut wrong = template(1, "Is there a nurse call system?");
    wrong["document"]["questions"][1]["key"] = json!("clinic.nurse_call");
    std::fs::write(file, wrong.to_string()).unwrap();
    let refusal = bench.refusal(&["questionnaire", "import", file], 4);
    assert_eq!(refusal["code"], json!("question_key_twice"), "{refusal}");
    std::fs::write(file, template(1, "Is there a nurse call system?").to_string()).unwrap();
    assert_eq!(
        bench.json(&["questionnaire", "import", file])["isNew"],
        json!(true)
    );
    bench.run(&["site", "discovery", "ask", SITE, NAME]);
    let list = bench.run(&["questionnaire", "list"]);
    assert!(list.contains(NAME) && list.contains("every site"), "{list}");
    assert!(missing(bench).contains("Is there a nurse call system?"));
}

/// Twice, so that the second has to name the revision of the right answer: the survey was answered as well.
fn answer(bench: &Workbench) {
    let answer = ["site", "discovery", "answer", SITE];
    bench.run(&[&answer[..], &["site.freeze", "December"]].concat());
    for value in ["yes", "no"] {
        bench.run(
            &[
                &answer[..],
                &["clinic.nurse_call", value, "--said-by", "Front desk"],
            ]
            .concat(),
        );
    }
    bench.run(&[&answer[..], &["site.freeze", "January"]].concat());
    assert!(!missing(bench).contains("Is there a nurse call system?"));
}

fn next_version(bench: &Workbench, file: &str) {
    std::fs::write(
        file,
        template(1, "Does the nurse call system use telephones?").to_string(),
    )
    .unwrap();
    let kept = bench.json(&["questionnaire", "import", file]);
    assert_eq!(kept["questionnaire"]["version"], json!(2));
    let learnt = bench.json(&["site", "discovery", "show", SITE]);
    let asked = learnt["asked"].as_array().unwrap();
    let nurse = asked.iter().find(|it| it["key"] == "clinic.nurse_call").unwrap();
    assert_eq!(nurse["older"]["fields"], json!(["text"]), "{nurse:#}");
    bench.run(&[
        "site",
        "discovery",
        "answer",
        SITE,
        "clinic.nurse_call",
        "unknown",
    ]);

    let out = path(bench, "out.json");
    bench.run(&[
        "questionnaire",
        "export",
        NAME,
        "--of-version",
        "1",
        "--out",
        &out,
    ]);
    let first: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    assert_eq!(
        first["document"]["questions"][0]["text"],
        json!("Is there a nurse call system?")
    );
    bench.run(&["site", "discovery", "ask", SITE, NAME, "--stop"]);
    let left = missing(bench);
    assert!(!left.contains("Who is on call at night?"), "{left}");
    assert!(
        left.contains("Does the nurse call system use telephones?"),
        "its answer keeps it: {left}"
    );
}

fn holidays(bench: &Workbench) {
    let compute = [
        "site",
        "discovery",
        "holidays",
        SITE,
        "--set",
        "us_federal",
        "--years",
        "2026-2027",
    ];
    let listed = bench.run(&compute);
    assert!(
        listed.contains("Independence Day") && listed.contains("not there yet"),
        "{listed}"
    );
    let kept = |bench: &Workbench| {
        let learnt = bench.json(&["site", "discovery", "show", SITE]);
        learnt["site"]["holidays"].as_array().unwrap().len()
    };
    assert_eq!(kept(bench), 0, "listing stores nothing");
    bench.run(&[&compute[..], &["--apply"]].concat());
    let all = kept(bench);
    assert!(all >= 22, "{all}");
    bench.run(&[&compute[..], &["--apply"]].concat());
    assert_eq!(kept(bench), all, "never twice");
    bench.refusal(
        &[
            "site",
            "discovery",
            "holidays",
            SITE,
            "--set",
            "us_federal",
            "--years",
            "2027-2026",
        ],
        4,
    );
}

fn missing(bench: &Workbench) -> String {
    bench.json(&["site", "discovery", "missing", SITE]).to_string()
}

fn path(bench: &Workbench, name: &str) -> String {
    bench.path(name).to_str().unwrap().to_owned()
}
