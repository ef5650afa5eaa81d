//! The North American Numbering Plan, where general libraries are too generous: libphonenumber calls
//! +1 214 911 0100, +1 214 555 0100 and +1 900 555 1234 valid.
//!
//! Findings are errors (no such number can exist or be ported) or warnings (fictitious numbers of sample
//! data). In a port order a warning counts as an error, except for a demonstration customer.

use super::E164;
use crate::coded::coded_enum;

coded_enum! {
    /// What the numbering plan says against a number.
    NumberFindingCode: "number_finding" {
        AreaCodeImpossible => "area_code_impossible", AreaCodeNotGeographic => "area_code_not_geographic",
        AreaCodeReserved => "area_code_reserved", ExchangeImpossible => "exchange_impossible",
        PremiumRate => "premium_rate", TestExchange => "test_exchange", Fictitious => "fictitious",
        DirectoryExchange => "directory_exchange",
    }
}
coded_enum! {
    /// How much a finding weighs.
    Severity: "severity" { Error => "error", Warning => "warning" }
}

/// One objection to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberFinding {
    /// What it is.
    pub code: NumberFindingCode,
    /// How much it weighs.
    pub severity: Severity,
    /// A sentence for people.
    #[ts(type = "string")]
    pub text: &'static str,
}

/// Area codes for personal, data and machine numbers (NANPA "5XX-NXX" codes), which are not geographic.
const NON_GEOGRAPHIC_5XX: [u16; 34] = [
    500, 521, 522, 523, 524, 525, 526, 527, 528, 529, 532, 533, 535, 538, 542, 543, 544, 545, 546, 547, 549,
    550, 552, 553, 554, 555, 556, 566, 569, 577, 578, 588, 589, 600,
];
/// Carrier-specific and government codes.
const SPECIAL_CODES: [u16; 2] = [700, 710];
/// Toll-free codes that are reserved for later.
const RESERVED_TOLL_FREE: [u16; 10] = [822, 880, 881, 882, 883, 884, 885, 886, 887, 889];

/// Every objection to `number`; none for numbers outside the plan, which the numbering metadata judges.
pub fn findings(number: &E164) -> Vec<NumberFinding> {
    if !number.is_nanp() {
        return Vec::new();
    }
    let (area, exchange, line) = parts(number.national());
    let mut found = Vec::new();
    found.extend(area_code(area));
    found.extend(exchange_error(area, exchange, number.is_toll_free()));
    found.extend(exchange_warning(exchange, line, number.is_toll_free()));
    found
}

/// The objections to a number of a customer; that those of a demonstration are invented is known.
pub fn findings_of_customer(number: &E164, is_demo: bool) -> Vec<NumberFinding> {
    let mut found = findings(number);
    found.retain(|finding| !is_demo || finding.severity == Severity::Error);
    found
}

/// The objections that count when the number enters a port order.
pub fn findings_in_order(number: &E164, is_demo: bool) -> Vec<NumberFinding> {
    let mut found = findings_of_customer(number, is_demo);
    for finding in &mut found {
        finding.severity = Severity::Error;
    }
    found
}

/// The first error of a number, given as ten digits; cheaper than collecting all findings.
pub(super) fn first_error(national: &str) -> Option<NumberFinding> {
    let (area, exchange, _) = parts(national);
    let toll_free = matches!(area, 800 | 833 | 844 | 855 | 866 | 877 | 888);
    area_code(area).or_else(|| exchange_error(area, exchange, toll_free))
}

fn parts(national: &str) -> (u16, u16, u16) {
    let digits = |from: usize, to: usize| {
        national.as_bytes()[from..to]
            .iter()
            .fold(0, |sum: u16, digit| sum * 10 + u16::from(digit - b'0'))
    };
    (digits(0, 3), digits(3, 6), digits(6, 10))
}

fn error(code: NumberFindingCode, text: &'static str) -> Option<NumberFinding> {
    Some(NumberFinding {
        code,
        severity: Severity::Error,
        text,
    })
}

fn warning(code: NumberFindingCode, text: &'static str) -> Option<NumberFinding> {
    Some(NumberFinding {
        code,
        severity: Severity::Warning,
        text,
    })
}

fn area_code(area: u16) -> Option<NumberFinding> {
    use NumberFindingCode::{AreaCodeImpossible, AreaCodeNotGeographic, AreaCodeReserved, PremiumRate};
    if area < 200 {
        error(AreaCodeImpossible, "An area code never begins with 0 or 1.")
    } else if area % 100 == 11 {
        error(AreaCodeImpossible, "An area code never ends in 11.")
    } else if area / 10 % 10 == 9 {
        error(
            AreaCodeImpossible,
            "An area code never has 9 as its second digit.",
        )
    } else if area == 900 {
        error(PremiumRate, "A 900 number is premium rate and cannot be ported.")
    } else if NON_GEOGRAPHIC_5XX.contains(&area) || SPECIAL_CODES.contains(&area) {
        error(
            AreaCodeNotGeographic,
            "This area code belongs to no place and cannot be ported.",
        )
    } else if RESERVED_TOLL_FREE.contains(&area) {
        error(
            AreaCodeReserved,
            "This toll-free code is reserved and not in use.",
        )
    } else {
        None
    }
}

fn exchange_error(area: u16, exchange: u16, toll_free: bool) -> Option<NumberFinding> {
    use NumberFindingCode::{ExchangeImpossible, PremiumRate, TestExchange};
    if exchange < 200 {
        error(
            ExchangeImpossible,
            "The three digits after the area code never begin with 0 or 1.",
        )
    } else if exchange == 911 || (exchange % 100 == 11 && !toll_free) {
        error(
            ExchangeImpossible,
            "The three digits after the area code are never a service code such as 911.",
        )
    } else if exchange == 976 && area != 900 && !toll_free {
        error(PremiumRate, "A 976 number is premium rate and cannot be ported.")
    } else if matches!(exchange, 950 | 958 | 959) && !toll_free {
        error(
            TestExchange,
            "950, 958 and 959 are carrier access and test codes.",
        )
    } else {
        None
    }
}

fn exchange_warning(exchange: u16, line: u16, toll_free: bool) -> Option<NumberFinding> {
    use NumberFindingCode::{DirectoryExchange, Fictitious};
    match (exchange, line) {
        (555, 100..=199) if !toll_free => warning(
            Fictitious,
            "555-0100 to 555-0199 are reserved for fiction: sample data?",
        ),
        (555, _) => warning(
            DirectoryExchange,
            "Numbers with 555 are rarely real customer numbers.",
        ),
        _ => None,
    }
}
