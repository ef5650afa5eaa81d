//! What the name of a line gives away about its use: a fax, a room, a lift. Whole words only, because people are
//! called Gates and Doorn.

use crate::enums::PhoneNumberType;

/// Words and what they stand for; the first that fits counts.
const WORDS: [(PhoneNumberType, &[&str]); 6] = [
    (PhoneNumberType::Fax, &["fax", "efax", "facsimile", "telefax"]),
    (
        PhoneNumberType::AutoAttendant,
        &[
            "ivr",
            "auto attendant",
            "autoattendant",
            "main menu",
            "main aa",
            "aa main",
            "main line",
        ],
    ),
    (
        PhoneNumberType::CallQueue,
        &["queue", "hunt group", "call center"],
    ),
    (
        PhoneNumberType::ConferenceRoom,
        &[
            "room",
            "conference",
            "conf",
            "boardroom",
            "huddle",
            "meeting room",
            "conf rm",
        ],
    ),
    (
        PhoneNumberType::Shared,
        &[
            "lobby",
            "hallway",
            "cafeteria",
            "kitchen",
            "courtesy phone",
            "common area",
            "kiosk",
            "break area",
        ],
    ),
    (
        PhoneNumberType::Other,
        &[
            "elevator",
            "lift",
            "alarm",
            "paging",
            "modem",
            "door phone",
            "doorphone",
            "gate phone",
            "intercom",
        ],
    ),
];

/// The use that a name speaks of; none for the name of a person, as far as can be told.
pub(super) fn use_of(name: &str) -> Option<PhoneNumberType> {
    let mut words = String::with_capacity(name.len() + 2);
    for word in name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        words.push(' ');
        words.push_str(&word.to_lowercase());
    }
    words.push(' ');
    let holds = |word: &&str| {
        words
            .match_indices(word)
            .any(|(at, found)| words[..at].ends_with(' ') && words[at + found.len()..].starts_with(' '))
    };
    WORDS
        .iter()
        .find(|(_, known)| known.iter().any(holds))
        .map(|(number_type, _)| *number_type)
}

#[cfg(test)]
mod tests {
    use super::use_of;
    use crate::enums::PhoneNumberType;

    #[test]
    fn only_whole_words_speak() {
        for (name, found) in [
            ("FAX - Accounting", Some(PhoneNumberType::Fax)),
            (
                "Conf Rm \"Bluebonnet\", 2nd floor",
                Some(PhoneNumberType::ConferenceRoom),
            ),
            ("Bluebonnet Room", Some(PhoneNumberType::ConferenceRoom)),
            ("Main Menu", Some(PhoneNumberType::AutoAttendant)),
            ("Lobby, east", Some(PhoneNumberType::Shared)),
            ("Elevator", Some(PhoneNumberType::Other)),
            ("Faxon, Bill", None),
            ("Rooma Queueing", None),
            ("Night Bell", None),
            ("Warehouse", None),
        ] {
            assert_eq!(use_of(name), found, "{name}");
        }
    }
}
