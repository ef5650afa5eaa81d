//! The letter of authorization (47 CFR 64.1130): what the subscriber signs, and in what it differs from another one.
//!
//! A signature belongs to this content: `app` keeps it with its SHA-256, and other content voids the signature. Account
//! number, PIN, desired date and how the signer is reached stand in the letter for the carrier's work and are not part
//! of it: the first two are secrets, and none of them changes what was authorized.

mod changes;
mod letter;
mod spans;

use crate::entities::losing_account::PostalAddress;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

pub use changes::changes_since_signature;
pub use letter::{Letter, LetterPart, Particulars, letter};
pub use spans::{NumberSpan, spans};

/// What the subscriber signs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoaContent {
    /// Whether a RespOrg change of toll-free numbers is authorized, and not a port.
    pub is_toll_free: bool,
    /// Whether numbers stay behind on the account.
    pub is_partial: bool,
    /// The customer's legal name.
    pub legal_name: String,
    /// Another name that the customer does business under.
    pub dba: Option<String>,
    /// The name on the account, as on the customer service record.
    pub name_on_account: String,
    /// Who signs, by name.
    pub signer_name: Option<String>,
    /// The signer's position.
    pub signer_title: Option<String>,
    /// The carrier that becomes the customer's agent.
    pub gaining_carrier: String,
    /// The responsible organization that toll-free numbers move to.
    pub resporg_id: Option<String>,
    /// The carrier that loses the numbers.
    pub losing_carrier: String,
    /// The losing account's id; never the account number, which is a secret.
    pub account_reference: String,
    /// The billing telephone number.
    pub btn: Option<String>,
    /// The service address as on the customer service record.
    pub service_address: PostalAddress,
    /// Where the bills go; none where that is the service address.
    pub billing_address: Option<PostalAddress>,
    /// The base numbers in E.164, in any order.
    pub numbers: Vec<String>,
}

impl LoaContent {
    /// Each value with what people call it; runs of white space count as one blank.
    fn values(&self) -> Vec<(String, String)> {
        let kind = match (self.is_toll_free, self.is_partial) {
            (true, _) => "RespOrg change",
            (false, true) => "partial port",
            (false, false) => "full port",
        };
        let mut values: Vec<(String, String)> = [
            ("kind of port", kind),
            ("legal name", &self.legal_name),
            ("DBA", self.dba.as_deref().unwrap_or_default()),
            ("name on the account", &self.name_on_account),
            ("signer", self.signer_name.as_deref().unwrap_or_default()),
            ("signer's title", self.signer_title.as_deref().unwrap_or_default()),
            ("gaining carrier", &self.gaining_carrier),
            ("RespOrg id", self.resporg_id.as_deref().unwrap_or_default()),
            ("losing carrier", &self.losing_carrier),
            ("losing account", &self.account_reference),
            ("BTN", self.btn.as_deref().unwrap_or_default()),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        let billed_at = self.billing_address.clone().unwrap_or_default();
        for (kind, address) in [("service", &self.service_address), ("billing", &billed_at)] {
            for (name, part) in [
                ("street", &address.street),
                ("city", &address.city),
                ("state", &address.state),
                ("ZIP", &address.postal_code),
                ("country", &address.country),
            ] {
                values.push((format!("{kind} {name}"), part.clone().unwrap_or_default()));
            }
        }
        for (_, value) in &mut values {
            *value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        values
    }

    /// The numbers, sorted and each once.
    fn base_numbers(&self) -> BTreeSet<&str> {
        self.numbers.iter().map(String::as_str).collect()
    }
}

/// The text whose hash a signature is bound to: every value on a line of its own, then the numbers.
pub fn loa_content(content: &LoaContent) -> String {
    let mut lines = vec!["letter of authorization 2".to_owned()];
    let values = content.values();
    lines.extend(values.iter().map(|(name, value)| format!("{name}: {value}")));
    let numbers = content.base_numbers();
    lines.extend(numbers.iter().map(|number| format!("number: {number}")));
    lines.push(String::new());
    lines.join("\n")
}
