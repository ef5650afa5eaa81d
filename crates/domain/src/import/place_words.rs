//! What texts of surveys say about places within a building and about the machines that stand there. Whole words only.

use crate::enums::SpecialLineKind;

/// What is meant by a text such as `4th floor` or `Rm 12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// A building.
    Building,
    /// A floor.
    Floor,
    /// A room or a suite.
    Room,
}

const WITHIN: [(Within, &[&str]); 3] = [
    (
        Within::Building,
        &[
            "building",
            "bldg",
            "tower",
            "wing",
            "gebäude",
            "bâtiment",
            "edificio",
        ],
    ),
    (
        Within::Floor,
        &[
            "floor",
            "fl",
            "flr",
            "level",
            "basement",
            "étage",
            "etage",
            "stock",
            "piso",
            "mezzanine",
        ],
    ),
    (
        Within::Room,
        &[
            "room", "rm", "suite", "ste", "office", "raum", "zimmer", "salle", "sala",
        ],
    ),
];

/// Words and the machine that they speak of; the first that fits counts.
const MACHINES: [(SpecialLineKind, &[&str]); 8] = [
    (SpecialLineKind::Fax, &["fax", "efax", "facsimile", "telefax"]),
    (
        SpecialLineKind::Elevator,
        &["elevator", "elevators", "lift", "aufzug", "ascenseur", "ascensor"],
    ),
    (
        SpecialLineKind::Alarm,
        &[
            "alarm",
            "alarms",
            "burglar",
            "fire panel",
            "facp",
            "security panel",
        ],
    ),
    (
        SpecialLineKind::Gate,
        &["gate", "gate phone", "callbox", "call box"],
    ),
    (
        SpecialLineKind::Door,
        &[
            "door",
            "door phone",
            "doorphone",
            "entry phone",
            "entry system",
            "buzzer",
            "intercom",
        ],
    ),
    (
        SpecialLineKind::Paging,
        &["paging", "pager system", "overhead", "pa system"],
    ),
    (
        SpecialLineKind::Modem,
        &["modem", "dial up", "out of band", "oob"],
    ),
    (
        SpecialLineKind::PaymentTerminal,
        &[
            "payment terminal",
            "credit card",
            "card terminal",
            "card reader",
            "pos terminal",
            "postage meter",
            "postage",
        ],
    ),
];

/// Which part of a building a text names; none where it names none, or several.
pub(super) fn within(text: &str) -> Option<Within> {
    let words = padded(text);
    let mut found = WITHIN
        .iter()
        .filter(|(_, known)| known.iter().any(|word| holds(&words, word)));
    let first = found.next()?;
    found.next().is_none().then_some(first.0)
}

/// The machine that a text speaks of.
pub(super) fn machine(text: &str) -> Option<SpecialLineKind> {
    let words = padded(text);
    let found = MACHINES
        .iter()
        .find(|(_, known)| known.iter().any(|word| holds(&words, word)));
    found.map(|(kind, _)| *kind)
}

/// Whether the name of a sheet says that it lists telephones of common areas.
pub(super) fn lists_common_area(name: &str) -> bool {
    let words = padded(name);
    ["common area", "common areas", "commonarea", "cap"]
        .iter()
        .any(|word| holds(&words, word))
}

/// The words in lower case, with a space before and behind each.
fn padded(text: &str) -> String {
    let mut words = String::from(" ");
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        words.push_str(&word.to_lowercase());
        words.push(' ');
    }
    words
}

fn holds(words: &str, word: &str) -> bool {
    words.contains(&format!(" {word} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_by_whole_words() {
        for (text, kind) in [
            ("Elevator", Some(SpecialLineKind::Elevator)),
            ("Elevator #2 - freight", Some(SpecialLineKind::Elevator)),
            ("Fire alarm panel", Some(SpecialLineKind::Alarm)),
            ("Front Door Phone", Some(SpecialLineKind::Door)),
            ("HR Fax", Some(SpecialLineKind::Fax)),
            ("Parking gate", Some(SpecialLineKind::Gate)),
            ("Credit-card terminal", Some(SpecialLineKind::PaymentTerminal)),
            ("Lobby", None),
            ("Bill Gates", None),
            ("Warehouse dock", None),
            ("Indoor pool", None),
        ] {
            assert_eq!(machine(text), kind, "{text}");
        }
    }

    #[test]
    fn one_part_of_a_building_or_none() {
        assert_eq!(within("Floor 4"), Some(Within::Floor));
        assert_eq!(within("Étage 2"), Some(Within::Floor));
        assert_eq!(within("Bldg C"), Some(Within::Building));
        assert_eq!(within("Rm. 12"), Some(Within::Room));
        assert_eq!(within("Building C, floor 2"), None);
        assert_eq!(within("Main"), None);
    }
}
