//! Identifiers of the network in their one spelling, and places that contradict each other.

use super::{codes, texts};
use crate::rows::id;
use NetworkKind::{AccessPoint, Subnet, Switch, SwitchPort};
use portflow_domain::discovery::networks::*;
use portflow_domain::enums::NetworkKind;
use portflow_domain::ids::EntityId;
use proptest::prelude::*;

#[test]
fn identifiers_have_one_spelling() {
    for (kind, typed, kept) in [
        (Subnet, " 10.20.7.0/24 ", "10.20.7.0/24"),
        (Subnet, "10.20.7.0 255.255.255.0", "10.20.7.0/24"),
        (Subnet, "10.20.7.0/255.255.254.0", "10.20.6.0/23"),
        (Subnet, "10.20.7.9/32", "10.20.7.9/32"),
        (Subnet, "2001:DB8:0:0::/64", "2001:db8::/64"),
        (Switch, "f0:6e:0b:c2:03:23", "F0-6E-0B-C2-03-23"),
        (Switch, "F06E.0BC2.0323", "F0-6E-0B-C2-03-23"),
        (Switch, "f06e0b-c20323", "F0-6E-0B-C2-03-23"),
        (Switch, "f06e0bc20323", "F0-6E-0B-C2-03-23"),
        (AccessPoint, "F0-6E-0B-C2-03-23", "F0-6E-0B-C2-03-23"),
        (AccessPoint, "f0:6e:0b:c2:03:2*", "F0-6E-0B-C2-03-2*"),
        (AccessPoint, "f0:6e:0b:c2:03:*", "F0-6E-0B-C2-03-*"),
        (AccessPoint, "f06e0bc203**", "F0-6E-0B-C2-03-*"),
    ] {
        assert_eq!(canonical(kind, typed, "").unwrap().identifier, kept, "{typed}");
        assert_eq!(
            canonical(kind, kept, "").unwrap().identifier,
            kept,
            "{kept} is kept as it is"
        );
    }
    let port = canonical(SwitchPort, "f06e.0bc2.0323", "  Gi1/0/24 ").unwrap();
    assert_eq!(
        (port.identifier.as_str(), port.port.as_str()),
        ("F0-6E-0B-C2-03-23", "Gi1/0/24")
    );
}

#[test]
fn what_is_no_identifier_is_refused_with_a_sentence() {
    for (kind, typed, port) in [
        (Subnet, "10.20.7.0", ""),
        (Subnet, "10.20.7.0/33", ""),
        (Subnet, "0.0.0.0/0", ""),
        (Subnet, "", ""),
        (Subnet, "10.20.7.0/255.0.255.0", ""),
        (Subnet, "floor 4", ""),
        (Subnet, "10.20.7.0/24", "Gi1"),
        (Switch, "F0-6E-0B-C2-03-2*", ""),
        (Switch, "F0-6E-0B-C2-03", ""),
        (Switch, "F0:6E-0B:C2-03:23", ""),
        (Switch, "00-00-00-00-00-00", ""),
        (Switch, "ff:ff:ff:ff:ff:ff", ""),
        (Switch, "switch 1", ""),
        (AccessPoint, "F0-6E-0B-C2-*", ""),
        (AccessPoint, "F0-6E-0B-C2-03-*3", ""),
        (AccessPoint, "*", ""),
        (AccessPoint, "F0-6E-0B-C2-03-23*", ""),
        (AccessPoint, "F0-6E-0B-C2-03-2**", ""),
        (SwitchPort, "F0-6E-0B-C2-03-23", "  "),
    ] {
        let refused = canonical(kind, typed, port).unwrap_err().to_string();
        assert!(refused.ends_with('.') && refused.len() > 20, "{typed}: {refused}");
    }
}

#[test]
fn an_address_in_a_subnet_is_corrected_with_a_note() {
    let kept = canonical(Subnet, "10.10.10.150/25", "").unwrap();
    assert_eq!(kept.identifier, "10.10.10.128/25");
    assert!(kept.note.unwrap().contains("10.10.10.150/25"));
    assert_eq!(canonical(Subnet, "10.10.10.128/25", "").unwrap().note, None);
}

fn segment(number: u128, kind: NetworkKind, identifier: &str, port: &str, place: Option<u128>) -> Segment {
    let location = place.map(|place| MappedLocation {
        id: id(place),
        label: format!("Floor {place}"),
    });
    Segment {
        id: id(number),
        kind,
        identifier: identifier.into(),
        port: port.into(),
        location,
    }
}

#[test]
fn a_network_within_another_stands_for_the_same_place() {
    let outer = segment(1, Subnet, "10.20.0.0/16", "", Some(1));
    let found = check_segments(&[segment(2, Subnet, "10.20.7.0/24", "", Some(2)), outer.clone()]);
    assert_eq!(
        texts(&found),
        ["10.20.0.0/16 stands for Floor 1 and 10.20.7.0/24 within it for Floor 2."]
    );
    assert!(found[0].is_error());
    assert_eq!(
        found[0].rows,
        [1, 2].map(|row| id::<portflow_domain::ids::NetworkSegmentId>(row).uuid())
    );
    let inner = |place| segment(2, Subnet, "10.20.7.0/24", "", place);
    assert!(check_segments(&[outer.clone(), inner(Some(1))]).is_empty());
    assert!(check_segments(&[outer.clone(), inner(None)]).is_empty());
    assert!(check_segments(&[outer, segment(2, Subnet, "10.21.0.0/24", "", Some(2))]).is_empty());
}

/// `subnet 10.0.0.0/8 at 1; switch_port F0-6E-0B-C2-03-23 Gi1 at -`
fn segments(text: &str) -> Vec<Segment> {
    let read = |(number, text): (u128, &str)| {
        let (what, place) = text.split_once(" at ").unwrap();
        let mut words = what.split(' ');
        let kind = words.next().unwrap().parse().unwrap();
        let (identifier, port) = (words.next().unwrap(), words.next().unwrap_or_default());
        segment(number, kind, identifier, port, place.parse().ok())
    };
    (1..).zip(text.split("; ")).map(read).collect()
}

#[test]
fn contradictions_and_repetitions_of_every_kind() {
    let (two, twice, covered) = ("network_two_locations", "network_twice", "access_point_covered");
    for (text, expected) in [
        (
            "subnet 10.0.0.0/8 at 1; subnet 10.1.0.0/16 at -; subnet 10.1.2.0/24 at 2",
            vec![two],
        ),
        (
            "subnet 10.0.0.0/8 at 1; subnet 10.1.0.0/16 at 2; subnet 10.1.2.0/24 at 1",
            vec![two, two],
        ),
        ("subnet 10.1.2.0/24 at 1; subnet 10.1.2.9/24 at 1", vec![twice]),
        ("subnet 10.1.2.0/24 at 1; subnet 10.1.2.0/24 at -", vec![twice]),
        ("subnet 10.1.2.0/24 at 1; subnet 10.1.2.0/24 at 2", vec![two]),
        (
            "subnet 2001:db8::/32 at 1; subnet 2001:db8:1::/48 at 2",
            vec![two],
        ),
        ("subnet nowhere at 1", vec!["network_unreadable"]),
        (
            "switch F0-6E-0B-C2-03-23 at 1; switch_port F0-6E-0B-C2-03-23 Gi1 at 2",
            vec![],
        ),
        (
            "switch_port F0-6E-0B-C2-03-23 Gi1 at 1; switch_port F0-6E-0B-C2-03-23 Gi2 at 2",
            vec![],
        ),
        (
            "switch_port F0-6E-0B-C2-03-23 Gi1 at 1; switch_port F0-6E-0B-C2-03-23 gi1 at 2",
            vec![two],
        ),
        (
            "switch F0-6E-0B-C2-03-23 at 1; access_point F0-6E-0B-C2-03-23 at 2",
            vec![],
        ),
        (
            "access_point F0-6E-0B-C2-03-* at 1; access_point F0-6E-0B-C2-03-23 at 1",
            vec![covered],
        ),
        (
            "access_point F0-6E-0B-C2-03-23 at 1; access_point F0-6E-0B-C2-03-2* at 2",
            vec![two],
        ),
        (
            "access_point F0-6E-0B-C2-03-3* at 1; access_point F0-6E-0B-C2-03-23 at 2",
            vec![],
        ),
    ] {
        assert_eq!(codes(&check_segments(&segments(text))), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_panics_and_what_is_kept_stays(text in "[0-9a-fA-F:.*/ -]{0,24}", kind in prop::sample::select(vec![Subnet, Switch, AccessPoint])) {
        if let Ok(kept) = canonical(kind, &text, "") {
            let again = canonical(kind, &kept.identifier, "").unwrap();
            prop_assert_eq!(again.identifier, kept.identifier);
            prop_assert_eq!(again.note, None);
        }
    }

    #[test]
    fn overlaps_are_those_of_every_pair(nets in prop::collection::vec((0_u8..4, 0_u8..4, 14_u8..=24, 0_u128..3), 1..12)) {
        let segments: Vec<Segment> = (1..)
            .zip(&nets)
            .map(|(number, (a, b, prefix, place))| {
                let kept = canonical(Subnet, &format!("10.{a}.{b}.0/{prefix}"), "").unwrap();
                segment(number, Subnet, &kept.identifier, "", Some(*place))
            })
            .collect();
        let contradict = |one: &Segment, other: &Segment| {
            let net = |of: &Segment| of.identifier.parse::<ipnet::IpNet>().unwrap();
            let (one_net, other_net) = (net(one), net(other));
            (one_net.contains(&other_net) || other_net.contains(&one_net)) && one.location != other.location
        };
        let any = segments.iter().any(|one| segments.iter().any(|other| contradict(one, other)));
        let found = check_segments(&segments);
        prop_assert_eq!(any, found.iter().any(|found| found.finding.code == "network_two_locations"));
        for finding in found.iter().filter(|found| found.is_error()) {
            let of = |at: usize| segments.iter().find(|segment| segment.id.uuid() == finding.rows[at]).unwrap();
            prop_assert!(contradict(of(0), of(1)));
        }
    }
}
