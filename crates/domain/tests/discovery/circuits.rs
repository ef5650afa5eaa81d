//! Contracts after the cutover, disconnect dates, and what a month costs.

use super::{codes, texts};
use crate::rows::{circuit, license};
use chrono::{Days, NaiveDate};
use portflow_domain::discovery::circuits::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_remaining_cost_is_counted_to_the_cent() {
    for (monthly, end, months, days, of, cents) in [
        (100_000, "2027-04-20", 4, 20, 30, 466_667),
        (100_000, "2027-04-30", 5, 0, 0, 500_000),
        (100_000, "2027-04-01", 4, 1, 30, 403_333),
        (33_333, "2026-12-15", 0, 15, 31, 16_129),
        (1, "2027-02-14", 2, 14, 28, 3),
        (100_000, "2026-11-30", 0, 0, 0, 0),
        (100_000, "2026-12-31", 1, 0, 0, 100_000),
        (100_000, "2020-01-01", 0, 0, 0, 0),
        (29_000, "2028-02-29", 15, 0, 0, 435_000),
        (29_000, "2028-02-28", 14, 28, 29, 434_000),
        (0, "2030-01-15", 37, 15, 31, 0),
        (i64::MAX, "2030-01-15", 37, 15, 31, i64::MAX),
    ] {
        let cost = remaining_cost(monthly, day(end), day("2026-11-20"));
        let expected = RemainingCost {
            months,
            days,
            days_in_month: of,
            cents,
        };
        assert_eq!(cost, expected, "{monthly} until {end}");
    }
    assert!(REMAINING_COST_RULE.ends_with('.') && !REMAINING_COST_RULE.contains("  "));
}

#[test]
fn circuits_are_held_against_the_cutover() {
    let cutover = Some(day("2026-11-20"));
    let mut pri = circuit(1);
    assert_eq!(
        codes(&check_circuits(std::slice::from_ref(&pri), cutover)),
        ["disconnect_missing"]
    );
    pri.disconnect_on = Some(day("2026-11-20"));
    assert_eq!(
        codes(&check_circuits(std::slice::from_ref(&pri), cutover)),
        ["disconnect_before_cutover"]
    );
    assert!(check_circuits(std::slice::from_ref(&pri), None).is_empty());
    pri.disconnect_on = Some(day("2026-11-27"));
    pri.contract_end = cutover;
    assert!(check_circuits(std::slice::from_ref(&pri), cutover).is_empty());
    pri.contract_end = Some(day("2027-04-20"));
    let found = check_circuits(std::slice::from_ref(&pri), cutover);
    let start =
        "The contract of PRI 12/HCGS/1 of Lumen ends on 2027-04-20, after the cutover on 2026-11-20; ";
    assert_eq!(texts(&found), [format!("{start}its monthly cost is not known.")]);
    pri.monthly_cost_cents = Some(100_000);
    let found = check_circuits(&[pri], cutover);
    assert_eq!(
        texts(&found),
        [format!(
            "{start}$4,666.67 remain to be paid (4 months and 20 of 30 days)."
        )]
    );
    assert!(!found[0].is_error());
}

#[test]
fn dollars_have_cents_and_thousands() {
    for (cents, shown) in [
        (0, "$0.00"),
        (5, "$0.05"),
        (99_999, "$999.99"),
        (100_000, "$1,000.00"),
        (123_456_789, "$1,234,567.89"),
        (-150, "-$1.50"),
    ] {
        assert_eq!(dollars(cents), shown);
    }
}

#[test]
fn a_month_costs_what_is_still_there() {
    let mut gone = circuit(1);
    gone.monthly_cost_cents = Some(45_000);
    gone.disconnect_on = Some(day("2026-12-01"));
    let mut stays = circuit(2);
    stays.monthly_cost_cents = Some(9_900);
    let unknown = circuit(3);
    let mut unknown_gone = circuit(4);
    unknown_gone.disconnect_on = gone.disconnect_on;
    let licenses = [
        license(5, "MCOEV", 10, Some(800), false),
        license(6, "MCOEV", 3, Some(800), true),
        license(7, "MCOPSTN1", 3, None, true),
    ];
    let costs = monthly_costs(&[gone, stays, unknown, unknown_gone], &licenses);
    assert_eq!(
        (costs.today_cents, costs.after_cents, costs.unknown),
        (62_900, 20_300, 3)
    );
    assert_eq!(costs.lines.len(), 7);
    assert_eq!(
        (costs.lines[5].label.as_str(), costs.lines[5].today_cents),
        ("3 MCOEV", Some(0))
    );
}

proptest! {
    #[test]
    fn a_day_more_never_costs_less_and_a_month_costs_a_month(monthly in 0_i64..1_000_000, cutover in 0_u64..800, length in 0_u64..1500) {
        let cutover = day("2026-01-01") + Days::new(cutover);
        let end = cutover + Days::new(length);
        let (cost, later) = (remaining_cost(monthly, end, cutover), remaining_cost(monthly, end + Days::new(1), cutover));
        prop_assert!(cost.cents <= later.cents && later.cents - cost.cents <= monthly);
        prop_assert!(cost.cents >= monthly * cost.months && cost.cents <= monthly * (cost.months + 1));
        prop_assert!(cost.days < cost.days_in_month.max(1));
    }
}
