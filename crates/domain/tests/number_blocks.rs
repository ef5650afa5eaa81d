//! Runs, hundreds and ranges: a table of cases, and what holds for any inventory.

use portflow_domain::enums::{Disposition, PortingStatus};
use portflow_domain::number::Country;
use portflow_domain::number_blocks::{NumberFacts, OwnedNumber, map_numbers, read_ranges, spans};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn facts(disposition: Disposition) -> NumberFacts {
    NumberFacts {
        losing_account_id: None,
        disposition,
        porting_status: PortingStatus::NotStarted,
    }
}

fn owned(number: u64, disposition: Disposition) -> OwnedNumber {
    OwnedNumber {
        number: format!("+{number}"),
        facts: facts(disposition),
    }
}

#[test]
fn a_run_ends_at_a_gap_and_where_the_facts_change() {
    let mut numbers: Vec<_> = (12145550095..=12145550104)
        .map(|n| owned(n, Disposition::Port))
        .collect();
    numbers[6].facts = facts(Disposition::Retain);
    numbers.remove(3);
    numbers.push(owned(441632960001, Disposition::Port));
    numbers.reverse();
    let map = map_numbers(&numbers);
    let runs: Vec<_> = map
        .runs
        .iter()
        .map(|run| (run.first.as_str(), run.last.as_str(), run.count))
        .collect();
    assert_eq!(
        runs,
        [
            ("+12145550095", "+12145550097", 3),
            ("+12145550099", "+12145550100", 2),
            ("+12145550101", "+12145550101", 1),
            ("+12145550102", "+12145550104", 3),
            ("+441632960001", "+441632960001", 1),
        ]
    );
    let blocks: Vec<_> = map
        .blocks
        .iter()
        .map(|block| {
            let parts: Vec<_> = block
                .parts
                .iter()
                .map(|part| (part.run, part.first, part.last))
                .collect();
            (block.prefix.as_str(), block.owned, parts)
        })
        .collect();
    assert_eq!(
        blocks,
        [
            ("+121455500", 4, vec![(0, 95, 97), (1, 99, 99)]),
            ("+121455501", 5, vec![(1, 0, 0), (2, 1, 1), (3, 2, 4)]),
            ("+4416329600", 1, vec![(4, 1, 1)]),
        ]
    );
}

#[test]
fn a_number_with_extensions_is_one_place_of_its_hundred() {
    let mut numbers = vec![owned(12145550100, Disposition::Port); 3];
    numbers[1].facts = facts(Disposition::Retain);
    let map = map_numbers(&numbers);
    assert_eq!(
        (map.runs.len(), map.runs[0].count, map.blocks[0].owned),
        (1, 1, 1)
    );
    assert_eq!(map.runs[0].facts.disposition, Disposition::Port);
}

/// A range as it is written: first, last and how many.
type Written = (&'static str, &'static str, u32);

#[test]
fn ranges_are_read_as_people_write_them() {
    let cases: &[(&str, &str, &[Written], usize)] = &[
        (
            "214-555-0100 thru 0149",
            "",
            &[("+12145550100", "+12145550149", 50)],
            0,
        ),
        (
            "(214) 555-0100 - (214) 555-0109\n214-555-0120",
            "0103, 0105-0106",
            &[
                ("+12145550100", "+12145550102", 3),
                ("+12145550104", "+12145550104", 1),
                ("+12145550107", "+12145550109", 3),
                ("+12145550120", "+12145550120", 1),
            ],
            3,
        ),
        (
            "214-555-0100 thru 0109",
            "214-555-0100 thru 0104\n214-555-9999",
            &[("+12145550105", "+12145550109", 5)],
            5,
        ),
        (
            "2145550100\t2145550100\r\n2145550101",
            "",
            &[("+12145550100", "+12145550101", 2)],
            0,
        ),
        (
            "469-555-0000 thru 9999",
            "",
            &[("+14695550000", "+14695559999", 10_000)],
            0,
        ),
    ];
    for (text, exclude, wanted, excluded) in cases {
        let read = read_ranges(text, exclude, Country::US);
        assert_eq!(read.refused, [], "{text}");
        let found = spans(read.numbers.iter().map(|number| number.e164.as_str()));
        let found: Vec<_> = found
            .iter()
            .map(|span| (span.first.as_str(), span.last.as_str(), span.count))
            .collect();
        assert_eq!(found, *wanted, "{text}");
        assert_eq!(read.excluded, *excluded, "{text}");
    }
}

#[test]
fn a_line_that_is_no_number_is_named_with_its_reason() {
    let text = "214-555-0149 thru 0100\n0101\nMain line\n214-555-0000 thru 469-555-9999\n214-555-0150";
    let read = read_ranges(text, "soon", Country::US);
    assert_eq!(read.numbers.len(), 1);
    let told: Vec<_> = read.refused.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(
        told,
        [
            "214-555-0149 thru 0100",
            "0101",
            "Main line",
            "214-555-0000 thru 469-555-9999",
            "soon"
        ]
    );
    for line in &read.refused {
        assert!(
            line.reason.ends_with('.') && line.remedy.ends_with('.'),
            "{line:?}"
        );
    }
    assert!(read.refused[3].remedy.contains("10,000"), "{:?}", read.refused[3]);
}

proptest! {
    /// Every number lies in exactly one run and in one place of the map, and no run or part covers another.
    #[test]
    fn the_map_holds_each_number_once(picked in proptest::collection::vec((0_u64..400, 0_usize..3), 0..200)) {
        let kinds = [Disposition::Port, Disposition::Retain, Disposition::New];
        let numbers: Vec<_> = picked.iter().map(|&(at, kind)| owned(12145550000 + at, kinds[kind])).collect();
        let map = map_numbers(&numbers);
        let distinct: BTreeSet<u64> = picked.iter().map(|&(at, _)| at).collect();
        let mut covered = Vec::new();
        for block in &map.blocks {
            let base = block.prefix[1..].parse::<u64>().unwrap() * 100;
            let mut here = 0;
            for part in &block.parts {
                for place in part.first..=part.last {
                    covered.push(base + u64::from(place) - 12145550000);
                    here += 1;
                }
            }
            prop_assert_eq!(here, block.owned);
        }
        prop_assert_eq!(covered, distinct.iter().copied().collect::<Vec<_>>());
        let counted: u32 = map.runs.iter().map(|run| run.count).sum();
        prop_assert_eq!(counted as usize, distinct.len());
        for pair in map.runs.windows(2) {
            let follows = pair[0].last[1..].parse::<u64>().unwrap() + 1 == pair[1].first[1..].parse::<u64>().unwrap();
            prop_assert!(!follows || pair[0].facts != pair[1].facts, "two runs that are one");
        }
    }
}
