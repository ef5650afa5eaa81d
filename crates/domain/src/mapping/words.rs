//! A header as a list of plain words: no accents, no punctuation, no camelCase, abbreviations written out.
//!
//! `Tel. No.`, `PhoneNumber`, `PHONE_NUM` and `phone #` all become `phone number`, so that a table of synonyms
//! needs each meaning once.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Short spellings of a word, each with the word.
const SHORT: &[(&str, &[&str])] = &[
    (
        "number",
        &["no", "nbr", "nr", "num", "nmbr", "numb", "nummer", "numero"],
    ),
    ("extension", &["ext", "extn", "exten", "xtn", "extens"]),
    (
        "phone",
        &["tel", "tele", "telephone", "ph", "phn", "fone", "telno"],
    ),
    ("department", &["dept", "dep", "dpt"]),
    ("location", &["loc", "locn"]),
    ("address", &["addr"]),
    ("manager", &["mgr"]),
    ("description", &["desc", "descr"]),
    ("quantity", &["qty", "quant"]),
    ("facsimile", &["fax", "telefax", "fx"]),
    ("organization", &["org", "organisation"]),
    ("license", &["licence", "lic"]),
    ("center", &["centre", "ctr"]),
    ("billing", &["bill"]),
    ("employee", &["emp", "empl"]),
    ("assigned", &["asgnd", "assign"]),
    ("required", &["req", "reqd"]),
    ("message", &["msg"]),
    ("seconds", &["sec", "secs", "second"]),
    ("timeout", &["tmo"]),
    ("group", &["grp"]),
    ("service", &["svc", "srvc"]),
    ("member", &["mbr"]),
    ("date", &["dt", "dte"]),
    ("option", &["opt"]),
    ("branch", &["br"]),
    ("zone", &["zn"]),
    ("schedule", &["sched"]),
    ("building", &["bldg", "bld", "blg"]),
    ("facility", &["fac", "facil"]),
    ("timezone", &["tz"]),
    ("country", &["ctry", "cntry"]),
    ("hour", &["hrs"]),
    ("destination", &["dest"]),
    ("maximum", &["max"]),
];

/// The words of a header in lower case, an apostrophe swallowed and `#` read as `number`.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut close = |word: &mut String| {
        if !word.is_empty() {
            words.push(plain(&std::mem::take(word)));
        }
    };
    let chars: Vec<char> = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    for (index, &c) in chars.iter().enumerate() {
        if matches!(
            c,
            '\'' | '\u{2019}' | '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}'
        ) {
            continue;
        }
        if c == '#' || (c == '°' && word == "n") {
            word = if c == '#' { word } else { String::new() };
            close(&mut word);
            word.push_str("number");
            close(&mut word);
        } else if !c.is_alphanumeric() {
            close(&mut word);
        } else {
            if starts_word(
                chars.get(index.wrapping_sub(1)).copied(),
                c,
                chars.get(index + 1).copied(),
            ) {
                close(&mut word);
            }
            push_folded(&mut word, c);
        }
    }
    close(&mut word);
    words
}

/// One lower-case word for a header, by which formats and numbered series know it; `(required)` does not count.
pub(super) fn key(text: &str) -> String {
    let mut words = words(text);
    words.retain(|word| !matches!(word.as_str(), "required" | "mandatory" | "optional"));
    words.concat()
}

/// Whether a capital or a digit begins a word inside a run of letters: `FirstName`, `DIDNumber`, `Key0`.
fn starts_word(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(before) = before.filter(|before| before.is_alphanumeric()) else {
        return false;
    };
    let hump = before.is_lowercase() && c.is_uppercase();
    let end_of_capitals = before.is_uppercase()
        && c.is_uppercase()
        && after.is_some_and(char::is_lowercase)
        && after != Some('s');
    let digit = before.is_alphabetic() && c.is_ascii_digit();
    hump || end_of_capitals || digit
}

fn push_folded(word: &mut String, c: char) {
    match c {
        'ß' => word.push_str("ss"),
        'ø' | 'Ø' => word.push('o'),
        'ł' | 'Ł' => word.push('l'),
        'æ' | 'Æ' => word.push_str("ae"),
        'œ' | 'Œ' => word.push_str("oe"),
        _ => word.extend(c.to_lowercase()),
    }
}

/// The singular, written out.
fn plain(word: &str) -> String {
    // German and Dutch compounds: Personalnr.
    if let Some(stem) = word.strip_suffix("nr").filter(|stem| stem.len() > 2) {
        return format!("{stem}nummer");
    }
    let written_out = |word: &str| {
        let long = SHORT.iter().find(|(_, short)| short.contains(&word));
        long.map(|(long, _)| (*long).to_owned())
    };
    if let Some(long) = written_out(word) {
        return long;
    }
    let plural =
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "ias"].iter().any(|end| word.ends_with(end));
    let single = word
        .strip_suffix('s')
        .filter(|_| plural || matches!(word, "tns" | "dns"));
    let single = single.unwrap_or(word);
    written_out(single).unwrap_or_else(|| single.to_owned())
}

/// Splits a word that is several words run together, with the fewest pieces; none when a piece is unknown.
pub(super) fn split_run(word: &str, is_word: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    const PIECES: usize = 4;
    if !(5..=32).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    // For every end: how many pieces lead there, and where the last one starts.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; word.len() + 1];
    best[0] = Some((0, 0));
    for end in 2..=word.len() {
        for start in (0..=end - 2).rev() {
            let Some((pieces, _)) = best[start] else { continue };
            let better = pieces < PIECES && best[end].is_none_or(|(found, _)| pieces + 1 < found);
            if better && is_word(&word[start..end]) {
                best[end] = Some((pieces + 1, start));
            }
        }
    }
    let mut pieces = Vec::new();
    let mut end = word.len();
    while end > 0 {
        let (_, start) = best[end]?;
        pieces.push(plain(&word[start..end]));
        end = start;
    }
    pieces.reverse();
    (pieces.len() > 1).then_some(pieces)
}

/// Whether a word is one of the short spellings.
pub(super) fn is_short(word: &str) -> bool {
    SHORT.iter().any(|(_, short)| short.contains(&word))
}

/// Header and index of a column of a numbered group: `DN OR PATTERN 3`, `agentUserId[0]`, `MAC_0`.
pub(super) fn split_group(text: &str) -> (&str, Option<&str>) {
    let trimmed = text.trim_end().trim_end_matches([':', '*']).trim_end();
    let (inner, closing) = match trimmed.strip_suffix([']', ')']) {
        Some(inner) => (inner, true),
        None => (trimmed, false),
    };
    let base = inner.trim_end_matches(|c: char| c.is_ascii_digit());
    let index = &inner[base.len()..];
    if index.is_empty() || index.len() > 3 {
        return (text, None);
    }
    let opened = base.ends_with(['[', '(']);
    let cut = base.trim_end_matches(['[', '(', '_', '-', '.', '#', ' ']);
    if cut.is_empty() || opened != closing || !cut.contains(char::is_alphabetic) {
        return (text, None);
    }
    (cut, Some(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_header_meet() {
        for text in [
            "Tel. No.",
            "PhoneNumber",
            "PHONE_NUM",
            "phone #",
            "Téléphone Nr",
            "Phone\u{a0}Numbers",
            "Ｐｈｏｎｅ №",
        ] {
            assert_eq!(words(text), ["phone", "number"], "{text}");
        }
        assert_eq!(words("USER_PRINCIPAL_NAME"), words("UserPrincipalName"));
        assert_eq!(words("Employee's DIDs").join(" "), "employee did");
        assert_eq!(words("Key0"), ["key", "0"]);
        assert_eq!(words("Straße"), ["strasse"]);
    }

    #[test]
    fn words_run_together_come_apart() {
        let known = |word: &str| ["phone", "office", "num", "line", "uri", "on"].contains(&word);
        assert_eq!(
            split_run("officephonenum", known).unwrap(),
            ["office", "phone", "number"]
        );
        assert_eq!(split_run("zeppelin", known), None);
    }

    #[test]
    fn numbered_groups() {
        assert_eq!(split_group("DN OR PATTERN 3"), ("DN OR PATTERN", Some("3")));
        assert_eq!(split_group("agentUserId[0]"), ("agentUserId", Some("0")));
        assert_eq!(split_group("MAC_0"), ("MAC", Some("0")));
        assert_eq!(split_group("E.164"), ("E", Some("164")));
        assert_eq!(split_group("2026"), ("2026", None));
        assert_eq!(split_group("DID (10 digit)"), ("DID (10 digit)", None));
    }
}
