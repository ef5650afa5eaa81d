//! Headers as people type them, brought to one spelling.

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

/// Whether a column with this normalised header holds a password, a PIN or an account number.
pub fn is_secret_header(header: &str) -> bool {
    const WORDS: [&str; 9] = [
        "pin", "pins", "password", "passwd", "pwd", "passcode", "secret", "vmpin", "acct",
    ];
    const PARTS: [&str; 5] = ["password", "passwd", "secret", "vmpwd", "security code"];
    let mut words = header
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let account = header.contains("account")
        && header
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "number" | "no" | "num" | "id"))
        && !header.contains("telephone");
    account
        || matches!(header, "account" | "account #" | "account#" | "accountnumber")
        || words.any(|word| WORDS.contains(&word))
        || PARTS.iter().any(|part| header.contains(part))
}
