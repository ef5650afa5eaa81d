//! The built-in questionnaire, what a document must be, answers and differences.

use super::codes;
use portflow_domain::coded::Coded;
use portflow_domain::discovery::questionnaire::*;
use portflow_domain::entities::{Question, QuestionnaireDocument};
use portflow_domain::enums::{AnswerKind, DiscoverySection};
use std::collections::BTreeSet;

fn question(key: &str, kind: AnswerKind, choices: &[&str]) -> Question {
    Question {
        key: key.into(),
        section: DiscoverySection::Needs,
        text: "What is it?".into(),
        kind,
        choices: choices.iter().map(|choice| (*choice).into()).collect(),
        required: false,
        why: String::new(),
    }
}

#[test]
fn the_built_in_questionnaire_is_sound() {
    let template = built_in().unwrap();
    let questions = &template.document.questions;
    assert_eq!(codes(&check_document(&template.document)), Vec::<&str>::new());
    assert!((40..=60).contains(&questions.len()), "{}", questions.len());
    assert!(template.version >= 1 && !template.name.is_empty());
    for question in questions {
        assert!(
            question.text.ends_with('?') && question.why.ends_with('.'),
            "{}",
            question.key
        );
    }
    let asked: BTreeSet<_> = questions.iter().map(|question| question.section).collect();
    assert_eq!(
        asked.len(),
        DiscoverySection::ALL.len(),
        "every section has a question"
    );
    let again = serde_json::from_str::<Template>(&serde_json::to_string(&template).unwrap()).unwrap();
    assert_eq!(again, template);
}

#[test]
fn a_document_is_checked() {
    let (text, choice) = (AnswerKind::Text, AnswerKind::Choice);
    let blank = Question {
        text: " ".into(),
        ..question("a", text, &[])
    };
    for (questions, expected) in [
        (
            vec![question("a", text, &[]), question("b.c_2", choice, &["X", "Y"])],
            vec![],
        ),
        (vec![], vec!["questionnaire_empty"]),
        (
            vec![question("a", text, &[]), question("a", text, &[])],
            vec!["question_key_twice"],
        ),
        (vec![question("A b", text, &[])], vec!["question_key"]),
        (vec![question("", text, &[])], vec!["question_key"]),
        (vec![blank], vec!["question_text"]),
        (vec![question("a", text, &["X"])], vec!["question_choices"]),
        (vec![question("a", choice, &["X"])], vec!["question_choices"]),
        (
            vec![question("a", choice, &["X", " x "])],
            vec!["question_choices"],
        ),
        (vec![question("a", choice, &["X", " "])], vec!["question_choices"]),
    ] {
        let document = QuestionnaireDocument { questions };
        assert_eq!(codes(&check_document(&document)), expected, "{document:?}");
    }
}

#[test]
fn an_answer_fits_the_kind_of_its_question() {
    let long = "x".repeat(4001);
    for (kind, text, kept) in [
        (AnswerKind::YesNo, " Yes ", Some("yes")),
        (AnswerKind::YesNo, "N", Some("no")),
        (AnswerKind::YesNo, "maybe", None),
        (AnswerKind::Text, " two  words ", Some("two  words")),
        (AnswerKind::Text, "  ", None),
        (AnswerKind::Text, &long, None),
        (AnswerKind::Number, "007.50", Some("7.5")),
        (AnswerKind::Number, "-0", Some("0")),
        (AnswerKind::Number, "-0.5", Some("-0.5")),
        (AnswerKind::Number, "1,000", None),
        (AnswerKind::Number, "5.", None),
        (AnswerKind::Number, "1e3", None),
        (AnswerKind::Number, "-", None),
        (AnswerKind::Date, "2026-11-30", Some("2026-11-30")),
        (AnswerKind::Date, "2026-02-30", None),
        (AnswerKind::Date, "11/30/2026", None),
        (AnswerKind::Choice, " own  MUSIC ", Some("Own music")),
        (AnswerKind::Choice, "Radio", None),
    ] {
        let choices: &[&str] = if kind == AnswerKind::Choice {
            &["Silence", "Own music"]
        } else {
            &[]
        };
        let checked = check_answer(&question("a", kind, choices), text);
        assert_eq!(checked.as_deref().ok(), kept, "{kind} {text}");
        if let Err(refused) = checked {
            let refused = refused.to_string();
            assert!(refused.ends_with('.') && refused.len() < 200, "{refused}");
        }
    }
}

#[test]
fn versions_are_compared_question_by_question() {
    let text = AnswerKind::Text;
    let old = QuestionnaireDocument {
        questions: vec![
            question("a", text, &[]),
            question("b", text, &[]),
            question("c", text, &[]),
        ],
    };
    let changed = Question {
        required: true,
        text: "New?".into(),
        ..question("b", text, &[])
    };
    let new = QuestionnaireDocument {
        questions: vec![question("d", text, &[]), changed, question("a", text, &[])],
    };
    let change = |key: &str, kind, fields: &[&str]| QuestionChange {
        key: key.into(),
        kind,
        fields: fields.iter().map(|field| (*field).into()).collect(),
    };
    let expected = [
        change("d", QuestionChangeKind::Added, &[]),
        change("b", QuestionChangeKind::Changed, &["text", "required"]),
        change("c", QuestionChangeKind::Removed, &[]),
    ];
    assert_eq!(changes(&old, &new), expected);
    assert!(changes(&old, &old).is_empty());
}

mod asked_at_a_site {
    use super::*;
    use portflow_domain::entities::{Questionnaire, QuestionnaireAnswer};
    use portflow_domain::enums::DiscoveryState;
    use portflow_domain::ids::EntityId;

    const AT: &str = "2026-11-30T15:00:00.000Z";

    fn version(id: u128, name: &str, version: i64, questions: Vec<Question>) -> Questionnaire {
        Questionnaire {
            id: EntityId::from_uuid(uuid::Uuid::from_u128(id)),
            name: name.into(),
            version,
            document: QuestionnaireDocument { questions },
            created_at: AT.parse().unwrap(),
        }
    }

    fn answer(to: &Questionnaire, key: &str, at: &str, text: &str) -> QuestionnaireAnswer {
        let id = |id| uuid::Uuid::from_u128(id);
        QuestionnaireAnswer {
            id: EntityId::from_uuid(id(1)),
            customer_id: EntityId::from_uuid(id(2)),
            site_id: EntityId::from_uuid(id(3)),
            questionnaire_id: to.id,
            question: key.into(),
            state: DiscoveryState::Answered,
            answer: Some(text.into()),
            said_by: None,
            said_on: None,
            notes: None,
            revision: 1,
            created_at: at.parse().unwrap(),
            updated_at: at.parse().unwrap(),
        }
    }

    fn keys(asked: &[Asked<'_>]) -> Vec<String> {
        asked.iter().map(|asked| asked.question.key.clone()).collect()
    }

    #[test]
    fn the_survey_is_the_newer_of_the_stored_and_the_compiled_in() {
        let template = built_in().unwrap();
        let same = version(
            1,
            "SITE SURVEY",
            template.version,
            vec![question("a", AnswerKind::Text, &[])],
        );
        let newer = version(
            2,
            "Site survey",
            template.version + 1,
            same.document.questions.clone(),
        );
        for (stored, id, number) in [
            (vec![], None, template.version),
            (vec![same.clone()], Some(same.id), template.version),
            (
                vec![newer.clone(), same.clone()],
                Some(newer.id),
                template.version + 1,
            ),
        ] {
            let survey = newest(&stored).unwrap().remove(0);
            assert_eq!((survey.id, survey.version), (id, number));
            assert_eq!(survey.versions.len(), stored.len());
        }
        assert!(is_surveys_name("site Survey").unwrap() && !is_surveys_name("Site survey 2").unwrap());
    }

    #[test]
    fn chosen_questionnaires_are_asked_whole_and_others_where_they_were_answered() {
        let text = |key: &str| question(key, AnswerKind::Text, &[]);
        let survey = version(9, "Site survey", 99, vec![text("s.one"), text("s.two")]);
        let hotel = [
            version(2, "Hotel", 2, vec![text("h.one"), text("s.two")]),
            version(1, "hotel", 1, vec![text("h.one"), text("h.gone")]),
        ];
        let school = version(3, "School", 1, vec![text("b.one"), text("h.one")]);
        let stored = [hotel.to_vec(), vec![school.clone(), survey.clone()]].concat();
        let newest = newest(&stored).unwrap();
        let none: [QuestionnaireAnswer; 0] = [];
        assert_eq!(keys(&asked(&newest, &[], &none)), ["s.one", "s.two"]);

        let chosen = asked(&newest, &[hotel[1].id], &none);
        assert_eq!(
            keys(&chosen),
            ["s.one", "s.two", "h.one"],
            "the newest version is asked, whatever was chosen"
        );
        assert_eq!(chosen[1].from.name, "Hotel", "it takes the place of the survey's");

        let answers = [
            answer(&hotel[1], "h.one", AT, "x"),
            answer(&hotel[1], "h.gone", AT, "x"),
        ];
        let answered = asked(&newest, &[], &answers);
        assert_eq!(keys(&answered), ["s.one", "s.two", "h.one"]);
        assert_eq!(
            answered[1].from.name, survey.name,
            "what is not chosen takes no place"
        );
        let both = asked(&newest, &[hotel[0].id, school.id], &none);
        assert_eq!(
            keys(&both),
            ["s.one", "s.two", "h.one", "b.one"],
            "a key stands for one question"
        );
    }

    #[test]
    fn an_answer_is_older_where_something_else_is_asked_today() {
        let was = question("h.one", AnswerKind::Text, &[]);
        let required = Question {
            required: true,
            why: "Because.".into(),
            ..was.clone()
        };
        let other = question("h.one", AnswerKind::YesNo, &[]);
        let survey = version(9, "Site survey", 99, vec![was.clone()]);
        for (now, text, expected) in [
            (required, "maybe", None),
            (other.clone(), "maybe", Some(false)),
            (other, "yes", Some(true)),
        ] {
            let stored = [
                version(2, "Hotel", 2, vec![now]),
                version(1, "Hotel", 1, vec![was.clone()]),
                survey.clone(),
            ];
            let newest = newest(&stored).unwrap();
            let answers = [
                answer(&stored[2], "h.one", "2026-11-29T15:00:00.000Z", "before"),
                answer(&stored[1], "h.one", AT, text),
            ];
            let asked = asked(&newest, &[stored[0].id], &answers);
            assert_eq!(latest(&answers, "h.one"), Some(&answers[1]));
            let older = older_answer(&asked[0], &stored, &answers);
            assert_eq!(older.as_ref().map(|older| older.still_answers), expected);
            assert!(older.is_none_or(|older| older.version == 1 && older.fields == ["kind"]));
        }
    }
}
