//! Where a call goes next, as surveys and exports word it: `Queue: Sales`, `User: ana@example.com`, `Operator`.

use super::identity::is_upn;
use crate::entities::{MenuAction, MenuKey, MenuOption};
use crate::enums::OverflowAction;
use crate::number::{Country, parse};

/// Words before a colon and the action they mean.
const LABELS: [(MenuAction, &[&str]); 5] = [
    (
        MenuAction::TransferCallQueue,
        &[
            "queue",
            "call queue",
            "cq",
            "hunt",
            "hunt group",
            "huntgroup",
            "ring group",
            "acd",
        ],
    ),
    (
        MenuAction::TransferAutoAttendant,
        &[
            "aa",
            "auto attendant",
            "attendant",
            "call handler",
            "handler",
            "menu",
            "ivr",
        ],
    ),
    (
        MenuAction::TransferUser,
        &["user", "person", "extension", "ext", "mailbox"],
    ),
    (
        MenuAction::TransferExternal,
        &["external", "number", "phone", "pstn", "forward to"],
    ),
    (
        MenuAction::SharedVoicemail,
        &["voicemail", "shared voicemail", "vm"],
    ),
];

/// Whole texts and the action they mean.
const WORDS: [(MenuAction, &[&str]); 4] = [
    (
        MenuAction::TransferOperator,
        &[
            "operator",
            "transfer to operator",
            "transfer to the operator",
            "receptionist",
        ],
    ),
    (
        MenuAction::Disconnect,
        &["hang up", "hangup", "disconnect", "end call", "goodbye"],
    ),
    (
        MenuAction::SharedVoicemail,
        &[
            "voicemail",
            "voice mail",
            "shared voicemail",
            "voicemail (shared)",
            "take message",
            "vm",
        ],
    ),
    (
        MenuAction::Announce,
        &["announcement", "play announcement", "play message"],
    ),
];

/// Texts that say that nothing happens.
const NOTHING: [&str; 8] = [
    "ignore",
    "none",
    "n/a",
    "na",
    "-",
    "not used",
    "unused",
    "skip action",
];

/// What a key does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// The key does nothing.
    Nothing,
    /// It leads somewhere.
    Leads(MenuAction, Option<String>),
    /// The words are not known.
    Unknown,
}

/// Reads what a key or an exception does.
pub(super) fn choice(text: &str, country: Country) -> Choice {
    let text = text.trim();
    let lower = text.to_lowercase();
    if NOTHING.contains(&lower.as_str()) {
        return Choice::Nothing;
    }
    if let Some((action, _)) = WORDS.iter().find(|(_, words)| words.contains(&lower.as_str())) {
        return Choice::Leads(*action, None);
    }
    if let Some((label, target)) = text.split_once([':', '=']) {
        let label = label.trim().to_lowercase();
        let label = label.strip_prefix("transfer to ").unwrap_or(&label);
        let known = LABELS.iter().find(|(_, labels)| labels.contains(&label));
        if let Some((action, _)) = known.filter(|_| !target.trim().is_empty()) {
            return Choice::Leads(*action, Some(target.trim().to_owned()));
        }
    }
    if is_upn(&lower) {
        return Choice::Leads(MenuAction::TransferUser, Some(lower));
    }
    match parse(text, country) {
        Ok(number) => Choice::Leads(MenuAction::TransferExternal, Some(number.e164.to_string())),
        Err(_) => Choice::Unknown,
    }
}

/// The key that a column of menu options is about.
pub(super) fn menu_key(text: &str) -> Option<MenuKey> {
    let text = text.trim().to_lowercase();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let key = match digits.as_str() {
        "0" => MenuKey::Digit0,
        "1" => MenuKey::Digit1,
        "2" => MenuKey::Digit2,
        "3" => MenuKey::Digit3,
        "4" => MenuKey::Digit4,
        "5" => MenuKey::Digit5,
        "6" => MenuKey::Digit6,
        "7" => MenuKey::Digit7,
        "8" => MenuKey::Digit8,
        "9" => MenuKey::Digit9,
        "" if text.contains('*') || text.contains("star") => MenuKey::Star,
        "" if text.contains('#') || text.contains("pound") || text.contains("hash") => MenuKey::Pound,
        "" if text.contains("automatic") => MenuKey::Automatic,
        _ => return None,
    };
    Some(key)
}

/// One choice of a menu.
pub(super) fn menu_option(key: MenuKey, action: MenuAction, target: Option<String>) -> MenuOption {
    MenuOption {
        key,
        action,
        target,
        prompt: None,
    }
}

/// What a queue does with a call, where the file names only the destination.
pub(super) fn overflow(text: &str, country: Country) -> Option<(OverflowAction, Option<String>)> {
    let Choice::Leads(action, target) = choice(text, country) else {
        return None;
    };
    let action = match action {
        MenuAction::TransferCallQueue | MenuAction::TransferAutoAttendant => OverflowAction::ForwardVoiceApp,
        MenuAction::TransferUser => OverflowAction::ForwardUser,
        MenuAction::TransferExternal => OverflowAction::ForwardExternal,
        MenuAction::SharedVoicemail => OverflowAction::SharedVoicemail,
        MenuAction::Disconnect => OverflowAction::Disconnect,
        MenuAction::TransferOperator | MenuAction::Announce => return None,
    };
    Some((action, target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations_are_read_and_never_guessed() {
        let leads = |action, target: Option<&str>| Choice::Leads(action, target.map(str::to_owned));
        for (text, found) in [
            (
                "Queue: Sales",
                leads(MenuAction::TransferCallQueue, Some("Sales")),
            ),
            ("Hunt: 0180", leads(MenuAction::TransferCallQueue, Some("0180"))),
            (
                "Call Handler: Sales",
                leads(MenuAction::TransferAutoAttendant, Some("Sales")),
            ),
            ("User: zmuller", leads(MenuAction::TransferUser, Some("zmuller"))),
            (
                "Ana@Example.com",
                leads(MenuAction::TransferUser, Some("ana@example.com")),
            ),
            ("Transfer to Operator", leads(MenuAction::TransferOperator, None)),
            ("Hang Up", leads(MenuAction::Disconnect, None)),
            (
                "(214) 222-0100",
                leads(MenuAction::TransferExternal, Some("+12142220100")),
            ),
            ("Ignore", Choice::Nothing),
            ("Sales", Choice::Unknown),
        ] {
            assert_eq!(choice(text, Country::US), found, "{text}");
        }
        for (text, key) in [
            ("Press 1", Some(MenuKey::Digit1)),
            ("0", Some(MenuKey::Digit0)),
            ("*", Some(MenuKey::Star)),
            ("Key #", Some(MenuKey::Pound)),
            ("12", None),
        ] {
            assert_eq!(menu_key(text), key, "{text}");
        }
    }
}
