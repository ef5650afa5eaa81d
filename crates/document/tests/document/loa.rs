//! A letter of authorization: one page to sign, the numbers on pages of their own.

use portflow_document::{LoaLetter, Sheet, render_loa};

use super::pdf::{pages, squeezed};

fn letter(numbers: usize) -> LoaLetter {
    let facts = |facts: &[(&str, &str)]| {
        facts
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    };
    LoaLetter {
        title: "Letter of authorization".to_owned(),
        customer: "Example Corp".to_owned(),
        reference: "Order PF-0001, version 1".to_owned(),
        sheet: Sheet::Letter,
        as_of: "2026-11-30".parse().unwrap(),
        statements: vec![
            "We change our carrier.".to_owned(),
            "There may be a charge.".to_owned(),
        ],
        signed: vec![(
            "Subscriber".to_owned(),
            facts(&[("Legal name", "Example Corp"), ("Title", "")]),
        )],
        processing: (
            "For the carrier's work".to_owned(),
            facts(&[("Account number", "ACC-1")]),
            "May be corrected.".to_owned(),
        ),
        by_hand: ["Signature", "Printed name", "Title", "Date"]
            .map(str::to_owned)
            .into(),
        numbers: (0..numbers).map(|it| (format!("214-555-{it:04}"), 2)).collect(),
        footer: "content 0a1b2c".to_owned(),
    }
}

#[test]
fn the_letter_is_one_page_and_the_numbers_begin_another() {
    let pages = pages(&render_loa(letter(3)).unwrap());
    assert_eq!(pages.len(), 2);
    for text in [
        "Letter of authorization",
        "Order PF-0001, version 1 – Nov 30, 2026",
        "1. We change our carrier.",
        "2. There may be a charge.",
        "Signature",
        "Printed name",
        "content 0a1b2c",
    ] {
        assert!(pages[0].contains(&squeezed(text)), "{text}: {}", pages[0]);
    }
    assert!(!pages[0].contains("214-555-0000"));
    for text in [
        "Attachment A: telephone numbers",
        "3214-555-00022",
        "All numbers of this attachment6",
        "Account number",
        "ACC-1",
        "Page 2 of 2",
    ] {
        assert!(pages[1].contains(&squeezed(text)), "{text}: {}", pages[1]);
    }
}

#[test]
fn a_long_attachment_goes_on_and_the_same_letter_is_the_same_file() {
    let bytes = render_loa(letter(500)).unwrap();
    assert!(bytes == render_loa(letter(500)).unwrap());
    let pages = pages(&bytes);
    assert!(pages.len() > 5, "{}", pages.len());
    let numbers: usize = pages.iter().map(|page| page.matches("214-555-").count()).sum();
    assert_eq!(numbers, 500);
}
