//! Headers as people type them, brought to one spelling.

use super::words::words;

/// One spelling for comparison: invisible and odd spaces gone, lower case, no trailing `:`, `*` or
/// `(required)`.
pub fn normalise_header(text: &str) -> String {
    let mut header = display_header(text).to_lowercase();
    loop {
        let shorter = header
            .trim_end_matches([':', '*', ' '])
            .trim_end_matches("(required)");
        if shorter.len() == header.len() {
            return header;
        }
        header.truncate(shorter.len());
    }
}

/// The header on one line, as it is shown: line breaks and odd spaces become single spaces.
pub fn display_header(text: &str) -> String {
    let visible = |c: &char| !matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    let plain: String = text.chars().filter(visible).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words of which one makes a column secret.
const SECRET_WORDS: &[&str] = &[
    "pin",
    "pins",
    "password",
    "passwd",
    "pwd",
    "pw",
    "pass",
    "passcode",
    "passphrase",
    "secret",
    "vmpin",
    "vmpwd",
    "credential",
    "acct",
    "passwort",
    "kennwort",
    "contrasena",
    "clave",
    "wachtwoord",
    "senha",
    "geheimnummer",
];
/// Parts of which one makes a column secret, in a header without spaces.
const SECRET_PARTS: &[&str] = &[
    "password",
    "passwd",
    "secret",
    "vmpwd",
    "securitycode",
    "accesspwd",
    "webpass",
    "authpass",
    "credentials",
    "authcode",
    "accesscode",
    "authenticationstring",
    "authstring",
    "authkey",
    "apikey",
    "privatekey",
    "pincode",
    "pinnumber",
    "portpin",
    "portoutpin",
    "voicemailpin",
    "motdepasse",
    "codesecret",
    "authorizationcode",
    "transferpin",
    "accountnumber",
    "accountno",
    "kontonummer",
    "kundennummer",
    "numerodecompte",
    "numerodecuenta",
    "klantnummer",
];

/// Whether a column with this header, normalised or not, holds a password, a PIN or an account number.
pub fn is_secret_header(header: &str) -> bool {
    let words = words(header);
    let has = |word: &str| words.iter().any(|own| own == word);
    if words.iter().any(|word| SECRET_WORDS.contains(&word.as_str())) {
        return true;
    }
    if has("phone") || header.to_lowercase().contains("telephone") || has("resource") {
        return false;
    }
    let key = words.concat();
    let account = has("account") && (has("number") || has("id") || has("code"));
    let bare = matches!(
        key.as_str(),
        "account" | "customeraccount" | "billingaccount" | "carrieraccount" | "losingaccount" | "ban"
    );
    account || bare || SECRET_PARTS.iter().any(|part| key.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_and_their_neighbours() {
        for text in [
            "VM PIN",
            "secret",
            "PASSWORD 1",
            "voicemail_vmpwd",
            "DigestCredentials",
            "Auth Code",
            "SrvcAccessPwd",
            "Acct#",
            "DeskphoneWebPass",
            "Account Number",
            "account_number",
            "PIN",
            "Port-out PIN",
            "VMNoPin",
            "Passwort",
            "ATTENDEES ACCESS CODE",
            "pbx_digest_password",
            "AuthPassword",
            "Authentication String",
        ] {
            assert!(is_secret_header(text), "{text}");
        }
        for text in [
            "Account telephone number",
            "BTN",
            "account_telephone_number",
            "Shipping",
            "AccountEnabled",
            "sAMAccountName",
            "Zip Code",
            "Spinning",
            "Passport office",
            "Resource Account Number",
            "Compass",
            "Opinion",
            "Access Control Group",
            "Area code",
        ] {
            assert!(!is_secret_header(text), "{text}");
        }
    }
}
