//! The words for a code are the same in a sentence of this crate and on screen.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use portflow_domain::coded::Labelled;
use portflow_domain::enums::{
    CircuitKind, ContactKind, DeviceKind, DiscoveryState, Disposition, MigrationStatus, NetworkKind,
    NumberClass, PortOrderStatus, PortingStatus, SpecialLineDecision, SpecialLineKind,
};
use portflow_domain::porting::ageing::WaitsFor;
use portflow_domain::porting::no_port_days::NoPortReason;
use portflow_domain::porting::risk::RiskKind;
use portflow_domain::transitions::port_order::NumberChoice;

/// The page's own tables of words.
const ON_SCREEN: &str = concat!(
    include_str!("../../../ui/src/words/labels.ts"),
    include_str!("../../../ui/src/words/discoveryLabels.ts"),
);

/// Compares every value of the enumeration with the entries of the page's table of this name.
fn same_on_screen<S: Labelled>(table: &str) {
    let start = format!("const {table}: ");
    let (_, rest) = ON_SCREEN.split_once(&start).unwrap();
    let (_, rest) = rest.split_once("= {").unwrap();
    let (entries, _) = rest.split_once('}').unwrap();
    let shown: Vec<_> = entries
        .split(',')
        .filter_map(|entry| entry.trim().split_once(": "))
        .map(|(code, label)| (code, label.trim_matches('"')))
        .collect();
    let spoken: Vec<_> = S::ALL.iter().map(|value| (value.code(), value.label())).collect();
    assert_eq!(spoken, shown, "{table}");
}

#[test]
fn labels_are_the_words_of_the_screen() {
    same_on_screen::<MigrationStatus>("migrationStatus");
    same_on_screen::<PortingStatus>("portingStatus");
    same_on_screen::<PortOrderStatus>("portOrderStatus");
    same_on_screen::<Disposition>("disposition");
    same_on_screen::<NumberClass>("numberClass");
    same_on_screen::<NumberChoice>("numberChoice");
    same_on_screen::<WaitsFor>("orderWaitsFor");
    same_on_screen::<RiskKind>("orderRisk");
    same_on_screen::<NoPortReason>("noPortReason");
    same_on_screen::<ContactKind>("contactKind");
    same_on_screen::<DiscoveryState>("discoveryState");
    same_on_screen::<CircuitKind>("circuitKind");
    same_on_screen::<NetworkKind>("networkKind");
    same_on_screen::<SpecialLineKind>("specialLineKind");
    same_on_screen::<SpecialLineDecision>("specialLineDecision");
    same_on_screen::<DeviceKind>("deviceKind");
}
