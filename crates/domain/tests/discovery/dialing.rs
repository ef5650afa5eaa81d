//! Dialing habits that emergency calls must survive.

use super::texts;
use portflow_domain::discovery::dialing::*;
use portflow_domain::entities::ExtensionRange;

/// Whether each finding is an error, and its text; ranges as `2000-2999, 9000-9099`.
fn found(country: &str, digit: &str, length: Option<i64>, ranges: &str) -> Vec<(bool, String)> {
    let range = |text: &str| {
        let (first, last) = text.split_once('-').unwrap();
        ExtensionRange {
            first: first.into(),
            last: last.into(),
        }
    };
    let habits = DialingHabits {
        country: country.into(),
        outside_line_digit: (!digit.is_empty()).then(|| digit.to_owned()),
        extension_length: length,
        internal_ranges: ranges
            .split(", ")
            .filter(|range| !range.is_empty())
            .map(range)
            .collect(),
    };
    let found = check_dialing(&habits);
    let texts = texts(&found).into_iter().map(str::to_owned);
    found
        .iter()
        .map(|finding| finding.is_error())
        .zip(texts)
        .collect()
}

#[test]
fn emergency_calls_work_with_and_without_the_outside_digit() {
    let both = |digit: &str| {
        vec![
            (
                false,
                format!("911 and {digit}911 must both reach emergency services."),
            ),
            (
                false,
                format!("933 and {digit}933 must not be masked to 911: 933 tests the address."),
            ),
        ]
    };
    assert_eq!(found("US", "8", Some(4), "2000-2999"), both("8"));
    assert_eq!(found("ca", "9", None, ""), both("9"));
    let only_test = [(
        false,
        "933 must not be masked to 911: 933 tests the address.".to_owned(),
    )];
    assert_eq!(found("US", "", Some(4), ""), only_test);
    let germany =
        ["112", "110"].map(|number| format!("{number} and 0{number} must both reach emergency services."));
    assert_eq!(found("DE", "0", None, ""), germany.map(|text| (false, text)));
    assert_eq!(found("DE", "", None, ""), []);
    let wrong = found("DE", "90", None, "");
    assert_eq!(
        wrong,
        [(
            true,
            "The outside line is reached by one digit, and '90' is given.".to_owned()
        )]
    );
}

#[test]
fn extensions_that_collide_with_an_emergency_number_are_errors() {
    for (digit, length, range, said) in [
        (
            "",
            Some(4),
            "9000-9199",
            "collide with 911: 9110 to 9119 begin with it",
        ),
        ("", Some(3), "900-932", "collide with 911: it is one of them"),
        (
            "",
            None,
            "90-92",
            "collide with 911: it begins with the extension 91",
        ),
        ("8", Some(4), "8900-8920", "collide with 8911: it is one of them"),
        (
            "8",
            Some(5),
            "89110-89110",
            "collide with 8911: 89110 begins with it",
        ),
        ("", Some(4), "9330-9330", "collide with 933: 9330 begins with it"),
        (
            "",
            Some(4),
            "200-299",
            "have 3 digits, and extensions here have 4",
        ),
    ] {
        let errors = found("US", digit, length, range)
            .into_iter()
            .filter(|(error, _)| *error);
        let errors: Vec<String> = errors.map(|(_, text)| text).collect();
        assert_eq!(
            errors,
            [format!("The extensions {range} {said}.")],
            "{digit} {range}"
        );
    }
    for range in ["2999-2000", "20-200", "x1-x2", "-"] {
        let expected = [(true, format!("{range} is not a range of extensions."))];
        assert_eq!(found("GB", "", None, range), expected);
    }
}

#[test]
fn extensions_that_meet_others_or_the_outside_digit_are_warnings() {
    let warned = |ranges: &str| found("US", "8", None, ranges).split_off(2);
    let outside = "Extensions of 8000-8099 begin with the outside-line digit 8.";
    assert_eq!(warned("8000-8099"), [(false, outside.to_owned())]);
    let overlap = "The extensions 2000-2500 and 2500-2999 overlap.";
    assert_eq!(
        warned("2500-2999, 2000-2500, 25-26"),
        [(false, overlap.to_owned())]
    );
    assert_eq!(warned("0010-0019, 2000-2999, 9000-9099"), []);
}
