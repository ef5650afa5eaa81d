//! The rules of site discovery: tables of inputs and properties that hold for all of them.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod addresses;
mod circuits;
mod completeness;
mod dialing;
mod holidays;
mod hours;
mod networks;
mod questionnaire;
mod rows;
mod special_lines;

use portflow_domain::discovery::DiscoveryFinding;

fn codes(found: &[DiscoveryFinding]) -> Vec<&str> {
    found.iter().map(|found| found.finding.code.as_str()).collect()
}

fn texts(found: &[DiscoveryFinding]) -> Vec<&str> {
    found.iter().map(|found| found.finding.text.as_str()).collect()
}
