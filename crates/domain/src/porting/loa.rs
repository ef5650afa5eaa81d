//! The signed content of a letter of authorization (47 CFR 64.1130) in one canonical text.
//!
//! A signature belongs to this text: `app` keeps its SHA-256, and other content voids the signature.

use crate::entities::losing_account::PostalAddress;

/// What the subscriber signs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LoaContent {
    /// The customer's legal name.
    pub legal_name: String,
    /// The name on the account, as on the customer service record.
    pub name_on_account: String,
    /// The carrier that becomes the customer's agent.
    pub gaining_carrier: String,
    /// The carrier that loses the numbers.
    pub losing_carrier: String,
    /// The losing account's id; never the account number, which is a secret.
    pub account_reference: String,
    /// The billing telephone number.
    pub btn: Option<String>,
    /// The service address as on the customer service record.
    pub service_address: PostalAddress,
    /// The base numbers in E.164, in any order.
    pub numbers: Vec<String>,
}

/// The text whose hash a signature is bound to. Numbers are sorted and counted once, runs of white space count
/// as one blank, and every value stands on a line of its own.
pub fn loa_content(content: &LoaContent) -> String {
    let address = &content.service_address;
    let mut lines = vec!["letter of authorization 1".to_owned()];
    let mut line = |name: &str, value: &str| {
        lines.push(format!(
            "{name}: {}",
            value.split_whitespace().collect::<Vec<_>>().join(" ")
        ));
    };
    line("legal name", &content.legal_name);
    line("name on account", &content.name_on_account);
    line("gaining carrier", &content.gaining_carrier);
    line("losing carrier", &content.losing_carrier);
    line("account", &content.account_reference);
    line("btn", content.btn.as_deref().unwrap_or_default());
    for (name, part) in [
        ("street", &address.street),
        ("city", &address.city),
        ("state", &address.state),
        ("postal code", &address.postal_code),
        ("country", &address.country),
    ] {
        line(name, part.as_deref().unwrap_or_default());
    }
    let numbers: std::collections::BTreeSet<&str> = content.numbers.iter().map(String::as_str).collect();
    for number in numbers {
        line("number", number);
    }
    lines.push(String::new());
    lines.join("\n")
}
