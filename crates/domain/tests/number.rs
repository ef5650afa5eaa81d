//! Every accepted spelling, every refusal, the North American rules, and ranges.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use portflow_domain::coded::Coded;
use portflow_domain::number::nanp::{self, NumberFindingCode, Severity};
use portflow_domain::number::{CellNumbers, Country, E164, NumberIssue, Spelling, parse, parse_cell};
use portflow_domain::workbook::Cell;
use proptest::prelude::*;

/// What a text means: numbers joined by spaces, an extension after `;`, or the code of the refusal.
fn meaning(text: &str, country: &str) -> String {
    cell_meaning(&Cell::Text(text.into()), country)
}

fn cell_meaning(cell: &Cell, country: &str) -> String {
    let Ok(country) = country.parse::<Country>() else {
        return "no country".to_owned();
    };
    match parse_cell(cell, country) {
        Ok(CellNumbers { numbers, .. }) => numbers
            .iter()
            .map(|number| match number.extension.as_str() {
                "" => number.e164.to_string(),
                extension => format!("{};{extension}", number.e164),
            })
            .collect::<Vec<_>>()
            .join(" "),
        Err(error) => error.issue.code().to_owned(),
    }
}

fn check(table: &[(&str, &str)], country: &str) {
    for (text, expected) in table {
        assert_eq!(meaning(text, country), *expected, "{text:?} in {country}");
    }
}

#[test]
fn spellings_of_one_number() {
    check(
        &[
            ("2145550100", "+12145550100"),
            ("(214) 555-0100", "+12145550100"),
            ("214.555.0100", "+12145550100"),
            ("214 - 555 - 0100", "+12145550100"),
            ("1-214-555-0100", "+12145550100"),
            ("+1 214 555 0100", "+12145550100"),
            ("\\+12145550100", "+12145550100"),
            ("tel:+12145550100", "+12145550100"),
            ("Tel. 214-555-0100", "+12145550100"),
            ("'2145550100", "+12145550100"),
            ("=\"2145550100\"", "+12145550100"),
            ("=+12145550100", "+12145550100"),
            ("2145550100.0", "+12145550100"),
            ("2.145550101E+09", "+12145550101"),
            ("\u{a0}1 (214)\u{a0}555\u{2011}0120 ", "+12145550120"),
            ("\u{ff12}145550100", "+12145550100"),
            ("+1-2145550180", "+12145550180"),
            ("*2145550199", "+12145550199"),
            ("\"Example Corp\" <2145550101>", "+12145550101"),
            ("<+12145550104>", "+12145550104"),
            ("sip:+12145550104@example.com", "+12145550104"),
            ("\u{200e}+1 214 555 0102\u{202c}", "+12145550102"),
            ("441632960123", "+441632960123"),
            ("442079460123", "+442079460123"),
            ("214-555-0125 (Elevator)", "+12145550125"),
            ("214-555-0125 Elevator", "+12145550125"),
            ("+1 (800) 555-0199", "+18005550199"),
            ("0044 20 7946 0123", "+442079460123"),
            ("011 44 20 7946 0123", "+442079460123"),
            ("+44 (0)20 7946 0124", "+442079460124"),
            ("+49 (0) 30 23125-100", "+493023125100"),
        ],
        "US",
    );
    check(
        &[
            ("(030) 23125 100", "+493023125100"),
            ("493023125100", "+493023125100"),
            ("30 23125 100", "missing_area_code"),
            ("030/23125-100", "+493023125100"),
        ],
        "DE",
    );
    check(&[("02 3661 1001", "+390236611001")], "IT");
    check(&[("020 7946 0123", "+442079460123")], "GB");
    assert_eq!(cell_meaning(&Cell::Number(2_145_550_100.0), "US"), "+12145550100");
}

#[test]
fn extensions() {
    check(
        &[
            ("1-214-555-0105 x105", "+12145550105;105"),
            ("214-555-0105x105", "+12145550105;105"),
            ("214-555-0105 ext. 0105", "+12145550105;0105"),
            ("214-555-0105, Ext 105", "+12145550105;105"),
            ("214-555-0105 (ext 105)", "+12145550105;105"),
            ("214-555-0105 extension 105", "+12145550105;105"),
            ("214-555-0105 #105", "+12145550105;105"),
            ("tel:+12145550106;ext=106", "+12145550106;106"),
            ("TEL:+12145550106;EXT=106", "+12145550106;106"),
        ],
        "US",
    );
}

#[test]
fn ranges_and_lists() {
    check(
        &[
            ("214-555-0101 thru 0103", "+12145550101 +12145550102 +12145550103"),
            ("214-555-0101 through 214-555-0102", "+12145550101 +12145550102"),
            ("2145550101 to 0102", "+12145550101 +12145550102"),
            ("2145550110-0111", "+12145550110 +12145550111"),
            ("2145550110\u{2013}0111", "+12145550110 +12145550111"),
            ("214-555-0110-0111", "+12145550110 +12145550111"),
            ("(214) 555-0120 - (214) 555-0121", "+12145550120 +12145550121"),
            ("+12145550130..+12145550131", "+12145550130 +12145550131"),
            ("214-555-0115/16/17", "+12145550115 +12145550116 +12145550117"),
            ("214-555-0115 / 214-555-0116", "+12145550115 +12145550116"),
            ("214-555-0115\n214-555-0116", "+12145550115 +12145550116"),
            (
                "214-555-0115, 0117-0118",
                "+12145550115 +12145550117 +12145550118",
            ),
            ("214-555-0115, 17-18", "+12145550115 +12145550117 +12145550118"),
            (
                "214-555-0115, 555-0117 to 0118",
                "+12145550115 +12145550117 +12145550118",
            ),
            ("214-555-0115 thru 555-0116", "+12145550115 +12145550116"),
            ("+442079460123 thru 0124", "+442079460123 +442079460124"),
            ("PRIMARY|214-555-0101,214-555-0121", "+12145550101 +12145550121"),
            ("214-555-0121,PRIMARY|214-555-0101", "+12145550101 +12145550121"),
            ("12145550102:12145550106", "+12145550102 +12145550106"),
            ("+12145550102+12145550106", "+12145550102 +12145550106"),
            ("2145550102 + 2145550106", "+12145550102 +12145550106"),
            ("block of 2 from 214-555-0100", "+12145550100 +12145550101"),
            (
                "Block of 2 DIDs starting at 2145550100",
                "+12145550100 +12145550101",
            ),
            ("214-555-0100, block of 2", "+12145550100 +12145550101"),
            ("(214) 555-0100 (2 numbers)", "+12145550100 +12145550101"),
            ("2145550100-09 (10)", "invalid_number"),
            ("214-555-0149 thru 0140", "range_reversed"),
            ("214-555-0170 thru 214-556-0170", "range_too_large"),
            ("555-0160 to 0169", "missing_area_code"),
            ("214-555-0115 / 555-01XX", "pattern_not_number"),
        ],
        "US",
    );
}

#[test]
fn refusals() {
    check(
        &[
            ("", "missing_number"),
            (" \u{a0}", "missing_number"),
            ("TBD", "text_in_number"),
            ("n/a", "text_in_number"),
            ("214-555-O123", "invalid_number"),
            ("21455501", "invalid_number"),
            ("2145550124.5", "invalid_number"),
            ("1214555012.4", "invalid_number"),
            ("555-0112", "missing_area_code"),
            ("7007", "extension_only"),
            ("x101", "extension_only"),
            ("214-555-01XX", "pattern_not_number"),
            ("_2145550XXX", "pattern_not_number"),
            ("*55501*", "pattern_not_number"),
            ("*67", "pattern_not_number"),
            ("*672145550199", "invalid_number"),
            ("912145550100", "invalid_number"),
            ("2145550100123", "invalid_number"),
            ("214-555-9995 (10)", "invalid_number"),
            ("block of 2000 from 214-555-0100", "range_too_large"),
            ("XXX-XXX-XXXX", "pattern_not_number"),
            ("2.14556E+09", "scientific_notation_lost_digits"),
            ("#REF!", "formula_error"),
            ("911", "emergency_number"),
            ("9911", "emergency_number"),
            ("933", "emergency_number"),
            ("214-911-0100", "invalid_number"),
            ("114-555-0100", "invalid_number"),
            ("+1 214 555 010", "invalid_number"),
            ("+44 20", "invalid_number"),
        ],
        "US",
    );
    assert_eq!(
        cell_meaning(&Cell::Number(2_145_550_124.5), "US"),
        "invalid_number"
    );
    assert_eq!(cell_meaning(&Cell::Number(21_455_501.0), "US"), "invalid_number");
    assert_eq!(cell_meaning(&Cell::Error("#REF!".into()), "US"), "formula_error");
    assert_eq!(cell_meaning(&Cell::Empty, "US"), "missing_number");
    for issue in NumberIssue::ALL {
        assert!(
            issue.text().ends_with('.') && issue.remedy().ends_with('.'),
            "{issue}"
        );
    }
}

#[test]
fn words_beside_a_number_are_kept() {
    let number = parse("214-555-0125 (Elevator)", Country::US).unwrap();
    assert_eq!(number.note.as_deref(), Some("Elevator"));
    let spelling = |text: &str| {
        parse_cell(&Cell::Text(text.into()), Country::US)
            .unwrap()
            .spelling
    };
    assert_eq!(spelling("214-555-0125"), Spelling::One);
    assert_eq!(spelling("214-555-0125 / 214-555-0126"), Spelling::Several);
    assert_eq!(spelling("214-555-0125/26"), Spelling::ShortList);
    assert_eq!(spelling("214-555-0125 thru 26"), Spelling::Range);
}

#[test]
fn north_american_rules() {
    let table = [
        ("+11145550100", Some("area_code_impossible")),
        ("+19115551234", Some("area_code_impossible")),
        ("+12905551234", Some("area_code_impossible")),
        ("+15005552345", Some("area_code_not_geographic")),
        ("+15222345678", Some("area_code_not_geographic")),
        ("+16002345678", Some("area_code_not_geographic")),
        ("+17002345678", Some("area_code_not_geographic")),
        ("+17102345678", Some("area_code_not_geographic")),
        ("+18222345678", Some("area_code_reserved")),
        ("+18812345678", Some("area_code_reserved")),
        ("+18892345678", Some("area_code_reserved")),
        ("+12140550100", Some("exchange_impossible")),
        ("+12149110100", Some("exchange_impossible")),
        ("+12144110100", Some("exchange_impossible")),
        ("+18009112345", Some("exchange_impossible")),
        ("+18004112345", None),
        ("+19002345678", Some("premium_rate")),
        ("+12149761234", Some("premium_rate")),
        ("+12149501234", Some("test_exchange")),
        ("+12149581234", Some("test_exchange")),
        ("+15122345678", None),
        ("+12142345678", None),
        ("+442079460123", None),
    ];
    for (number, expected) in table {
        let found = nanp::findings(&number.parse().unwrap());
        let error = found.iter().find(|finding| finding.severity == Severity::Error);
        assert_eq!(error.map(|finding| finding.code.code()), expected, "{number}");
    }
}

#[test]
fn a_warning_becomes_an_error_in_an_order_and_goes_where_the_customer_is_a_demonstration() {
    for (number, code) in [
        ("+12145550100", NumberFindingCode::Fictitious),
        ("+12145550199", NumberFindingCode::Fictitious),
        ("+12145550200", NumberFindingCode::DirectoryExchange),
        ("+18005550199", NumberFindingCode::DirectoryExchange),
    ] {
        let number: E164 = number.parse().unwrap();
        let severities = |found: Vec<nanp::NumberFinding>| {
            let of = |it: &nanp::NumberFinding| (it.code, it.severity);
            found.iter().map(of).collect::<Vec<_>>()
        };
        assert_eq!(severities(nanp::findings(&number)), [(code, Severity::Warning)]);
        let in_order = |is_demo| severities(nanp::findings_in_order(&number, is_demo));
        assert_eq!(in_order(false), [(code, Severity::Error)], "{number}");
        assert_eq!(in_order(true), [], "{number}");
    }
}

#[test]
fn canonical_form_only() {
    for text in ["+12145550100", "+442079460123", "+493023125100"] {
        assert_eq!(text.parse::<E164>().unwrap().to_string(), text);
    }
    for text in [
        "12145550100",
        "+1214555010",
        "+121455501000",
        "+0123456",
        "+12a45550100",
        "+",
        "",
    ] {
        assert!(text.parse::<E164>().is_err(), "{text}");
    }
    let number: E164 = "+18005550199".parse().unwrap();
    assert!(number.is_toll_free() && number.is_nanp());
    assert_eq!(
        (number.national(), number.dashed().as_str()),
        ("8005550199", "800-555-0199")
    );
    assert!("us".parse::<Country>().unwrap().is_nanp() && "CA".parse::<Country>().unwrap().is_nanp());
    assert!("JM".parse::<Country>().unwrap().is_nanp() && !"DE".parse::<Country>().unwrap().is_nanp());
    assert!("XYZ".parse::<Country>().is_err());
}

/// Ten digits that the North American plan allows.
fn national() -> impl Strategy<Value = String> {
    (201_u32..=989, 200_u32..=999, 0_u32..=9999).prop_filter_map(
        "not in the plan",
        |(area, exchange, line)| {
            let text = format!("{area}{exchange}{line:04}");
            let number: E164 = format!("+1{text}").parse().ok()?;
            nanp::findings(&number)
                .iter()
                .all(|finding| finding.severity == Severity::Warning)
                .then_some(text)
        },
    )
}

proptest! {
    #[test]
    fn every_spelling_reads_back(digits in national(), extension in "[0-9]{2,6}") {
        let (a, b, c) = (&digits[..3], &digits[3..6], &digits[6..]);
        for text in [
            digits.clone(), format!("1{digits}"), format!("+1{digits}"), format!("({a}) {b}-{c}"), format!("{a}.{b}.{c}"),
            format!("{a}-{b}-{c}"), format!("1-{a}-{b}-{c}"), format!("+1 {a} {b} {c}"), format!("tel:+1{digits}"),
            format!("{digits}.0"), format!("\u{a0}{a}\u{2011}{b}\u{2013}{c}\u{a0}"), format!("{a} {b}-{c}"),
        ] {
            let read = parse(&text, Country::US).unwrap();
            prop_assert_eq!(read.e164.national(), &digits);
            prop_assert_eq!(read.extension, "");
        }
        for text in [format!("{a}-{b}-{c} x{extension}"), format!("+1{digits};ext={extension}"), format!("({a}) {b}-{c} ext. {extension}")] {
            let read = parse(&text, Country::US).unwrap();
            prop_assert_eq!((read.e164.national(), read.extension.as_str()), (digits.as_str(), extension.as_str()));
        }
        let e164: E164 = format!("+1{digits}").parse().unwrap();
        prop_assert_eq!(parse(&e164.dashed(), Country::US).unwrap().e164, e164);
        let float = Cell::Number(digits.parse().unwrap());
        prop_assert_eq!(&parse_cell(&float, Country::US).unwrap().numbers[0].e164.to_string()[2..], &digits);
    }

    #[test]
    fn a_range_holds_both_ends_and_everything_between(digits in national(), size in 0_u32..999) {
        let line: u32 = digits[6..].parse().unwrap();
        prop_assume!(line + size <= 9999);
        let last = format!("{:04}", line + size);
        for text in [
            format!("{digits} thru {last}"), format!("{digits}-{last}"), format!("+1{digits}..+1{}{last}", &digits[..6]),
            format!("({}) {}-{} - {last}", &digits[..3], &digits[3..6], &digits[6..]),
        ] {
            let read = parse_cell(&Cell::Text(text.into()), Country::US).unwrap();
            prop_assert_eq!(read.numbers.len() as u32, size + 1);
            prop_assert_eq!(read.numbers[0].e164.national(), &digits);
            prop_assert_eq!(&read.numbers[size as usize].e164.national()[6..], &last);
            prop_assert!(read.numbers.windows(2).all(|pair| pair[0].e164 < pair[1].e164));
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,40}", country in prop::sample::select(vec!["US", "DE", "GB"])) {
        let _ = meaning(&text, country);
    }

    #[test]
    fn no_number_like_text_panics(text in "[0-9+(). /,;xXe\\-#*thru\u{2013}]{0,30}") {
        let _ = meaning(&text, "US");
    }
}
