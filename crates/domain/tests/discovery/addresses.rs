//! Two spellings of one address, and two places that only look alike.

use portflow_domain::discovery::addresses::*;
use portflow_domain::entities::{EmergencyLocation, PostalAddress};
use proptest::prelude::*;

/// `100 Example Blvd | Dallas | TX | 75201 | US`; parts may be left out at the end or empty.
fn address(text: &str) -> PostalAddress {
    let mut parts = text
        .split('|')
        .map(|part| Some(part.trim().to_owned()).filter(|part| !part.is_empty()));
    let mut next = || parts.next().flatten();
    PostalAddress {
        street: next(),
        city: next(),
        state: next(),
        postal_code: next(),
        country: next(),
    }
}

#[test]
fn one_place_in_two_spellings_is_a_note() {
    for (carrier, dispatchable) in [
        (
            "100 EXAMPLE BLVD|DALLAS|TX|75201|US",
            "100 Example Boulevard|Dallas|Texas|75201-1234|USA",
        ),
        ("100 Example Plz Ste 400", "100 Example Plaza, Suite 400"),
        ("100 Example Plz # 400", "100 Example Plaza Suite #400"),
        ("100 Example Plz", "100 Example Plaza, Suite 400"),
        ("100 Example Plz Bldg 2 Suite 400", "100 Example Plaza #400"),
        (
            "100 Example Plz Floor 4",
            "100 Example Plaza, Suite 400, 4th Floor",
        ),
        ("100 Broadway FL 4", "100 Broadway 4th Floor"),
        ("100 Old Floor Rd", "100 Old Floor Road"),
        ("2200 B Sample Creek Pkwy", "2200-B Sample Creek Parkway"),
        ("2200B N. Main St.", "2200 b North Main Street"),
        ("12 FIFTH AV", "12 5th Avenue"),
        ("1 St Paul Pl", "1 Saint Paul Place"),
        ("200 O'Neil Rd", "200 ONEIL ROAD"),
        ("1 Main St|Ft. Worth|TX|", "1 Main Street|Fort Worth||76102"),
        ("1 Main St|Big D|TX|75201", "1 Main St|Dallas|TX|75201"),
        (
            "Hauptstr. 12a|M\u{fc}nchen||80331",
            "Hauptstra\u{df}e 12 A|MUNCHEN||80331",
        ),
        (
            "1 King St W|Toronto|ON|M5H 1A1",
            "1 King Street West|Toronto|Ontario|M5H1A1",
        ),
        ("500 Floor St", "500 FLOOR STREET"),
    ] {
        let (carrier, dispatchable) = (address(carrier), address(dispatchable));
        for (one, other) in [(&carrier, &dispatchable), (&dispatchable, &carrier)] {
            let Comparison::Spelling { note } = compare(one, other) else {
                panic!("{one:?} {other:?} {:?}", compare(one, other));
            };
            assert!(note.contains("both are kept"), "{note}");
            assert!(check_addresses(one, other).is_none());
        }
    }
}

#[test]
fn two_places_are_a_problem_that_names_what_differs() {
    for (carrier, dispatchable, fields) in [
        ("100 Example Blvd", "102 Example Blvd", vec!["street"]),
        ("100 Example Blvd", "100 Example Ave", vec!["street"]),
        ("100 Example Blvd", "Example Blvd", vec!["street"]),
        ("100 N Main St", "100 S Main St", vec!["street"]),
        ("100 Main St Ste 400", "100 Main St Ste 500", vec!["street"]),
        (
            "100 Main St 4th Floor",
            "100 Main St Floor 5 Suite 2",
            vec!["street"],
        ),
        ("1 23rd St", "12 3rd St", vec!["street"]),
        ("100 Main St|Dallas", "100 Main St|Plano", vec!["city"]),
        (
            "100 Main St|Dallas|TX|75201",
            "100 Main St|Dallas|TX|75202",
            vec!["postalCode"],
        ),
        (
            "100 Main St|Paris|TX",
            "100 Main St|Paris|Tennessee",
            vec!["state"],
        ),
        (
            "100 Main St|Birmingham||| US",
            "100 Main St|Birmingham||| UK",
            vec!["country"],
        ),
    ] {
        let (carrier, dispatchable) = (address(carrier), address(dispatchable));
        let found = check_addresses(&carrier, &dispatchable).unwrap();
        assert_eq!(found.fields, fields, "{carrier:?} {dispatchable:?}");
        assert!(!found.is_error() && found.finding.text.contains("different places"));
    }
}

#[test]
fn without_a_street_nothing_is_said() {
    let full = address("100 Main St|Dallas|TX|75201");
    for other in ["|Plano|TX|75074", "", "  |Dallas"] {
        assert_eq!(compare(&full, &address(other)), Comparison::Unknown);
        assert!(check_addresses(&address(other), &full).is_none());
    }
    assert_eq!(compare(&full, &full), Comparison::Same);
    assert_eq!(compare(&full, &address("100 Main St")), Comparison::Same);
}

#[test]
fn an_emergency_location_is_compared_by_its_dispatchable_address() {
    let location: EmergencyLocation = serde_json::from_value(serde_json::json!({
        "id": "00000000-0000-0000-0000-000000000001", "customerId": "00000000-0000-0000-0000-000000000002",
        "siteId": "00000000-0000-0000-0000-000000000003", "name": "Plano Warehouse", "companyName": "Example Corp",
        "building": null, "floor": "4", "room": null, "houseNumber": "2200", "houseNumberSuffix": "B",
        "streetName": "Sample Creek", "streetSuffix": "Pkwy", "city": "Plano", "state": "TX", "postalCode": "75024",
        "country": "US", "elin": null, "notes": null, "revision": 1,
        "createdAt": "2026-11-01T00:00:00Z", "updatedAt": "2026-11-01T00:00:00Z",
    }))
    .unwrap();
    let ours = dispatchable(&location);
    assert_eq!(ours, address("2200B Sample Creek Pkwy|Plano|TX|75024|US"));
    let theirs = address("2200 B SAMPLE CREEK PARKWAY|PLANO|TX|75024");
    assert!(matches!(compare(&theirs, &ours), Comparison::Spelling { .. }));
}

proptest! {
    #[test]
    fn comparing_is_the_same_both_ways(one in "[0-9A-Za-z#. ]{0,20}", other in "[0-9A-Za-z#. ]{0,20}") {
        let (one, other) = (address(&one), address(&other));
        let kind = |of: Comparison| std::mem::discriminant(&of);
        prop_assert_eq!(kind(compare(&one, &other)), kind(compare(&other, &one)));
        prop_assert!(matches!(compare(&one, &one), Comparison::Same | Comparison::Unknown));
    }

    #[test]
    fn case_points_and_spaces_make_no_other_place(number in 1_u16..9999, street in "[A-Z][a-z]{2,8}", suffix in prop::sample::select(vec![("Street", "ST."), ("Boulevard", "blvd"), ("Parkway", "Pkwy"), ("Court", "Ct"), ("Road", "RD")]), unit in 1_u16..999) {
        let long = address(&format!("{number} {street} {}, Suite {unit}", suffix.0));
        let short = address(&format!(" {number}  {} {} STE  {unit}", street.to_uppercase(), suffix.1));
        let one_place = matches!(compare(&long, &short), Comparison::Spelling { .. });
        prop_assert!(one_place, "{:?} {:?}", long, short);
        let next = address(&format!("{} {street} {}, Suite {unit}", number + 1, suffix.0));
        let fields = vec!["street".to_owned()];
        prop_assert_eq!(compare(&long, &next), Comparison::Place { fields });
    }
}
