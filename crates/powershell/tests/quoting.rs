//! No text becomes code: the quoting function alone, then texts in a whole script.
#![allow(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod support;

use portflow_domain::provisioning::{CutoverFacts, ProvisioningPlan, ScriptText};
use portflow_powershell::check::{check_file, check_script};
use portflow_powershell::{comment_text, quote, render_cutover, unquote};
use proptest::prelude::*;

fn hostile_text() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec![
        '\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}', '"', '\u{201c}', '$', '`', '#', '@', ';', '\n',
        ' ', 'a',
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(mark, 0..24).prop_map(String::from_iter)
    ]
}

proptest! {
    #[test]
    fn a_literal_gives_its_text_back(text in hostile_text()) {
        let literal = quote(&text);
        prop_assert_eq!(unquote(&literal), Some((text, "")));
    }

    #[test]
    fn a_literal_does_not_end_early(text in hostile_text(), after in "[ ;)a-z]{0,8}") {
        let source = format!("{}{after}", quote(&text));
        prop_assert_eq!(unquote(&source), Some((text, after.as_str())));
    }

    #[test]
    fn a_comment_stays_on_its_line(text in any::<String>()) {
        prop_assert!(comment_text(&text).chars().all(|c| c == ' ' || c.is_ascii_graphic()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_name_changes_the_code_of_a_script(name in hostile_text()) {
        let mut facts = support::direct_routing();
        facts.rows[0].display_name = name.clone();
        match ProvisioningPlan::cutover(&support::stamp(), &facts) {
            Ok(plan) => {
                let script = render_cutover(&plan);
                prop_assert_eq!(check_file(&script.to_bytes()), vec![]);
                let text = script.to_text();
                prop_assert!(!support::has_syntax_error(&text));
                prop_assert_eq!(support::outline(&text), support::outline(&usual_script()));
            }
            Err(_) => prop_assert!(ScriptText::single_line(name.trim()).is_err() || ScriptText::single_line(name).is_err()),
        }
    }
}

fn usual_script() -> String {
    render_cutover(&support::plan(&support::direct_routing())).to_text()
}

fn nasty_strings() -> Vec<serde_json::Value> {
    let source = include_str!("../../../tests/fixtures/powershell/nasty-strings.json");
    let file: serde_json::Value = serde_json::from_str(source).unwrap();
    file["strings"].as_array().unwrap().clone()
}

#[test]
fn nasty_strings_are_quoted_or_refused() {
    let rows = nasty_strings();
    assert!(rows.len() > 30);
    for row in rows {
        let text = row["text"].as_str().unwrap();
        match row["policy"].as_str().unwrap() {
            "quote" => {
                assert!(ScriptText::new(text).is_ok(), "{}", row["id"]);
                assert_eq!(
                    quote(text),
                    row["single_quoted"].as_str().unwrap(),
                    "{}",
                    row["id"]
                );
                assert_eq!(
                    unquote(&quote(text)),
                    Some((text.to_owned(), "")),
                    "{}",
                    row["id"]
                );
            }
            "reject" => assert!(ScriptText::new(text).is_err(), "{}", row["id"]),
            other => panic!("unknown policy {other}"),
        }
    }
}

#[test]
fn nasty_strings_in_every_free_text_leave_the_code_alone() {
    for row in nasty_strings() {
        let nasty = row["text"].as_str().unwrap();
        let facts = everywhere(nasty);
        let Ok(plan) = ProvisioningPlan::cutover(&support::stamp(), &facts) else {
            assert!(
                ScriptText::single_line(nasty).is_err(),
                "{} was refused",
                row["id"]
            );
            continue;
        };
        let script = render_cutover(&plan).to_text();
        assert_eq!(check_script(&script), vec![], "{}", row["id"]);
        assert!(!support::has_syntax_error(&script), "{}", row["id"]);
        assert_eq!(
            support::outline(&script),
            support::outline(&usual_script()),
            "{}",
            row["id"]
        );
    }
}

/// The usual facts with one text in each place that takes any text, and in no place that was empty before.
fn everywhere(nasty: &str) -> CutoverFacts {
    let mut facts = support::direct_routing();
    facts.customer_name = nasty.into();
    facts.migration_path = nasty.into();
    for row in &mut facts.rows {
        row.display_name = nasty.into();
    }
    // An order must have a reference, and a policy of blanks is no policy: then the script has no such column.
    if !nasty.trim().is_empty() {
        facts.order.as_mut().unwrap().reference = nasty.into();
        facts.rows[1].calling_policy = Some(nasty.into());
    }
    facts
}
