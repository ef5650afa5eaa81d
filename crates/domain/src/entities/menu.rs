//! What callers hear and where their keys lead: greetings, menu options and calls on holidays.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::AttachmentId;

/// What is played to a caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "snake_case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Greeting {
    /// A text that Teams reads aloud.
    Text {
        /// The words.
        text: String,
    },
    /// A recording.
    Audio {
        /// The kept file.
        attachment_id: AttachmentId,
    },
}

/// The key that chooses an option; `automatic` needs none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[allow(missing_docs, reason = "the keys of a telephone")]
pub enum MenuKey {
    #[serde(rename = "0")]
    Digit0,
    #[serde(rename = "1")]
    Digit1,
    #[serde(rename = "2")]
    Digit2,
    #[serde(rename = "3")]
    Digit3,
    #[serde(rename = "4")]
    Digit4,
    #[serde(rename = "5")]
    Digit5,
    #[serde(rename = "6")]
    Digit6,
    #[serde(rename = "7")]
    Digit7,
    #[serde(rename = "8")]
    Digit8,
    #[serde(rename = "9")]
    Digit9,
    #[serde(rename = "*")]
    Star,
    #[serde(rename = "#")]
    Pound,
    #[serde(rename = "automatic")]
    Automatic,
}

/// Where a call goes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "a code of the field says what it means")]
pub enum MenuAction {
    TransferCallQueue,
    TransferAutoAttendant,
    TransferUser,
    TransferExternal,
    TransferOperator,
    SharedVoicemail,
    Announce,
    Disconnect,
}

/// One choice of a menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MenuOption {
    /// The key that chooses it.
    pub key: MenuKey,
    /// What happens.
    pub action: MenuAction,
    /// To whom or what, where the action needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub target: Option<String>,
    /// What the caller is told about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub prompt: Option<String>,
}

/// What happens to calls on one holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HolidayCall {
    /// Name of the holiday, as in the list of holidays.
    pub holiday: String,
    /// Played first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub greeting: Option<Greeting>,
    /// What happens then.
    pub action: MenuAction,
    /// To whom or what, where the action needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub target: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_menu_reads_back_as_it_was_written() {
        let text = concat!(
            r##"[{"key":"1","action":"transfer_call_queue","target":"cq-sales-id","prompt":"For Sales, press 1"},"##,
            r##"{"key":"#","action":"transfer_operator","prompt":"To speak with an operator, press pound"},"##,
            r##"{"key":"automatic","action":"disconnect"}]"##
        );
        let menu: Vec<MenuOption> = serde_json::from_str(text).unwrap();
        assert_eq!((menu[1].key, menu[1].target.as_deref()), (MenuKey::Pound, None));
        assert_eq!(serde_json::to_string(&menu).unwrap(), text);
    }

    #[test]
    fn unknown_keys_and_actions_are_refused() {
        for text in [
            r#"{"key":"10","action":"disconnect"}"#,
            r#"{"key":"1","action":"transfer_nowhere"}"#,
        ] {
            assert!(serde_json::from_str::<MenuOption>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_greeting_is_a_text_or_a_recording() {
        let spoken: Greeting = serde_json::from_str(r#"{"kind":"text","text":"Welcome"}"#).unwrap();
        assert_eq!(
            spoken,
            Greeting::Text {
                text: "Welcome".into()
            }
        );
        let audio = r#"{"kind":"audio","attachmentId":"0193a000-0000-7000-8000-000000000001"}"#;
        let recorded: Greeting = serde_json::from_str(audio).unwrap();
        assert_eq!(serde_json::to_string(&recorded).unwrap(), audio);
        assert!(serde_json::from_str::<Greeting>(r#"{"kind":"audio"}"#).is_err());
    }
}
