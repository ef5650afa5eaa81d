//! Carriers' words for a rejection, as a code of the catalogue.

use crate::coded::Coded;
use crate::porting::reject_codes::RejectCode::{self, *};

/// Words that must all occur, in any order; several lists where a reason has several wordings.
const WORDS: &[(RejectCode, &[&str])] = &[
    (
        AccountNumberRequired,
        &[
            "account number required",
            "account number missing",
            "missing account number",
        ],
    ),
    (
        AccountNumberMismatch,
        &[
            "account number mismatch",
            "account number incorrect",
            "account number invalid",
            "invalid account number",
            "wrong account number",
            "account number not match",
        ],
    ),
    (
        AuthPersonMismatch,
        &[
            "authorized mismatch",
            "authorised mismatch",
            "not authorized",
            "not authorised",
            "authorized invalid",
            "signer not",
        ],
    ),
    (
        BtnAtnMismatch,
        &[
            "btn mismatch",
            "btn incorrect",
            "btn invalid",
            "btn not match",
            "atn mismatch",
            "billing telephone number mismatch",
            "wrong btn",
        ],
    ),
    (
        EntityNameMismatch,
        &[
            "name mismatch",
            "name not match",
            "name incorrect",
            "end user name invalid",
        ],
    ),
    (
        PostalCodeMismatch,
        &[
            "zip mismatch",
            "postal code mismatch",
            "zip incorrect",
            "zip not match",
            "zip invalid",
            "postal code incorrect",
        ],
    ),
    (
        LocationMismatch,
        &[
            "address mismatch",
            "address not match",
            "address incorrect",
            "address invalid",
        ],
    ),
    (
        PasscodePinInvalid,
        &[
            "pin invalid",
            "pin incorrect",
            "pin mismatch",
            "passcode invalid",
            "passcode incorrect",
            "wrong pin",
            "pin required",
            "password incorrect",
        ],
    ),
    (
        PhoneNumberNotPortable,
        &["not portable", "non portable", "nonportable"],
    ),
    (
        PhoneNumberHasSpecialFeature,
        &["special feature", "remove feature"],
    ),
    (
        RateCenterNotPortable,
        &[
            "rate center not",
            "ratecenter not",
            "outside coverage",
            "rate center not portable",
        ],
    ),
    (
        PortTypeIncorrect,
        &["port type incorrect", "partial port full", "port type mismatch"],
    ),
    (
        MainBtnPorting,
        &["new btn required", "btn porting new", "main btn"],
    ),
    (
        PortingOrderSplitRequired,
        &["split required", "separate orders", "split order"],
    ),
    (
        LsrPending,
        &["pending order", "lsr pending", "order pending", "pending port"],
    ),
    (FocExpired, &["foc expired"]),
    (LspFreeze, &["freeze", "frozen", "port lock", "port protection"]),
    (
        TnDisconnected,
        &["disconnected", "number not in service", "not active"],
    ),
    (DifferentAccounts, &["different accounts", "multiple accounts"]),
    (
        DifferentRateCenters,
        &["different rate centers", "multiple rate centers"],
    ),
    (StrandedService, &["stranded"]),
    (LoaExpired, &["loa expired", "loa older"]),
    (
        LoaIllegible,
        &["loa illegible", "loa unreadable", "loa not legible"],
    ),
    (DslOnLine, &["dsl"]),
    (
        PhoneNumberMismatch,
        &[
            "number not on account",
            "tn not on account",
            "number not found account",
            "numbers not account",
        ],
    ),
];

/// The code that a carrier's words mean; none where they are not plain, for then a person chooses.
pub fn reject_code(words: &str) -> Option<RejectCode> {
    let text: String = words
        .chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                ' '
            }
        })
        .collect();
    let text: Vec<&str> = text.split_whitespace().collect();
    let spelt = text.join("_").to_uppercase();
    if let Some(code) = RejectCode::from_code(&spelt) {
        return Some(code);
    }
    let says = |phrase: &&str| {
        phrase
            .split(' ')
            .all(|word| text.iter().any(|it| is_word(it, word)))
    };
    let mut found = WORDS.iter().filter(|(_, phrases)| phrases.iter().any(says));
    match (found.next(), found.next()) {
        (Some((code, _)), None) => Some(*code),
        _ => None,
    }
}

/// The word itself or its plural.
fn is_word(written: &str, word: &str) -> bool {
    written == word || written.strip_suffix('s') == Some(word) || written.strip_suffix("es") == Some(word)
}
