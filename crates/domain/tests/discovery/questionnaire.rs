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
