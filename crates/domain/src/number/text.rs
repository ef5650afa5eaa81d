//! The typography of telephone numbers: odd spaces and dashes, labels, extensions, remarks, wildcards.

use std::borrow::Cow;

/// Words that may stand before a number without changing it.
const LABELS: [&str; 12] = [
    "tel:", "tel.", "tel", "callto:", "phone:", "phone", "ph:", "did:", "did", "main:", "fax:", "direct:",
];

/// Spellings of "extension", the longer ones first.
const EXTENSION_MARKS: [&str; 7] = [";ext=", "extension", "extn", "ext.", "ext", "x", "#"];

/// Maps Unicode spaces, dashes and full-width digits to ASCII and drops invisible characters; line breaks
/// stay, because they separate several numbers in one cell.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return Cow::Borrowed(trim(text));
    }
    let mapped: String = text.chars().filter_map(plain).collect();
    Cow::Owned(trim(&mapped).to_owned())
}

fn trim(text: &str) -> &str {
    let text = text.trim().trim_start_matches('\'');
    match text.strip_prefix('=') {
        Some(formula) => formula.trim_matches('"').trim(),
        None => text,
    }
}

fn plain(character: char) -> Option<char> {
    match character {
        '\n' | '\r' => Some('\n'),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{ad}' => Some('-'),
        '\u{2026}' => Some('\u{2025}'),
        '\u{ff0b}' => Some('+'),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(character) - 0xff10, 10),
        other if other.is_whitespace() || other.is_control() => Some(' '),
        other => Some(other),
    }
}

/// Whether the text is an error value of a spreadsheet, such as `#REF!`.
pub(super) fn is_formula_error(text: &str) -> bool {
    const ERRORS: [&str; 9] = [
        "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    ];
    text.starts_with('#') && ERRORS.iter().any(|error| text.eq_ignore_ascii_case(error))
}

/// The text without a leading `tel:` or another label.
pub(super) fn without_label(text: &str) -> &str {
    if !text.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return text;
    }
    for label in LABELS {
        if text
            .get(..label.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(label))
        {
            let rest = text[label.len()..].trim_start_matches([':', ' ', '.']);
            if rest.starts_with(|next: char| next.is_ascii_digit() || matches!(next, '+' | '(')) {
                return rest;
            }
        }
    }
    text
}

/// The text without the words that directories put before a number, as in `PRIMARY|214-555-0101,214-555-0121`; the
/// number that is marked as the main one comes first.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    if !text.contains('|') {
        return Cow::Borrowed(text);
    }
    let is_word =
        |word: &str| word.chars().any(char::is_alphabetic) && !word.bytes().any(|b| b.is_ascii_digit());
    let mut parts: Vec<&str> = Vec::new();
    let mut marked = false;
    for part in text.split([',', ';', '\n']) {
        match part.split_once('|').filter(|(word, _)| is_word(word)) {
            Some((word, number)) if word.trim().eq_ignore_ascii_case("primary") => parts.insert(0, number),
            Some((_, number)) => parts.push(number),
            None => {
                parts.push(part);
                continue;
            }
        }
        marked = true;
    }
    if marked {
        Cow::Owned(parts.join(","))
    } else {
        Cow::Borrowed(text)
    }
}

/// A first number and how many there are: `block of 10 from 214-555-0100`, `214-555-0100 (10)`, `214-555-0100 (100
/// numbers)`. Without a word three digits in brackets may as well be an extension.
pub(super) fn block(text: &str) -> Option<(&str, u64)> {
    let plural = |text: &str| {
        let word = text.trim().trim_end_matches('s').to_ascii_lowercase();
        matches!(word.as_str(), "number" | "did" | "tn" | "ddi" | "line")
    };
    let split = |text: &str| -> Option<(u64, usize)> {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        Some((text[..end].parse().ok().filter(|_| end <= 5)?, end))
    };
    if let Some((before, inner)) = text.strip_suffix(')').and_then(|body| body.rsplit_once('(')) {
        let (count, end) = split(inner.trim())?;
        let rest = inner.trim()[end..].trim();
        let plain = rest.is_empty() && end == 2 && count >= 10;
        let enough = before.bytes().filter(u8::is_ascii_digit).count() >= 7;
        return ((plain || plural(rest)) && enough).then(|| (before.trim(), count));
    }
    let lower = text.to_ascii_lowercase();
    let at = lower.find("block of ")?;
    let (before, behind) = (text[..at].trim(), text[at + "block of ".len()..].trim());
    let (count, end) = split(behind)?;
    let mut rest = behind[end..].trim();
    for word in [
        "numbers",
        "dids",
        "tns",
        "lines",
        "starting",
        "beginning",
        "from",
        "at",
        "with",
    ] {
        let starts = rest
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word));
        if starts {
            rest = rest[word.len()..].trim();
        }
    }
    let base = if before.is_empty() {
        rest
    } else {
        before.trim_end_matches([',', '-', ' '])
    };
    (before.is_empty() != rest.is_empty()).then_some((base, count))
}

/// The number within `"Example Corp" <2145550101>` or `sip:+12145550101@example.com`.
pub(super) fn within(text: &str) -> &str {
    if let Some((_, behind)) = text.split_once('<')
        && let Some((inner, "")) = behind.split_once('>')
    {
        return inner.trim();
    }
    let sip = text
        .get(..4)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("sip:"));
    match text.split_once('@') {
        Some((user, _)) if sip => &user[4..],
        _ => text,
    }
}

/// Splits `214-555-0125 (Elevator)` and `214-555-0125 Elevator` into the number and the remark.
pub(super) fn split_note(text: &str) -> (&str, Option<&str>) {
    if !text.contains(|c: char| c.is_alphabetic()) {
        return (text, None);
    }
    if let Some(open) = text.strip_suffix(')').and_then(|inner| inner.rfind('(')) {
        let inner = text[open + 1..text.len() - 1].trim();
        if is_words(inner) && split_extension(inner).is_none() {
            return (text[..open].trim_end(), Some(inner));
        }
    }
    let Some(last_digit) = text.rfind(|c: char| c.is_ascii_digit()) else {
        return (text, None);
    };
    let tail = &text[last_digit + 1..];
    let words = tail.trim_matches([' ', '-', ',', ':']);
    if tail.starts_with([' ', ',']) && is_words(words) && !is_wildcard_word(words) {
        (&text[..=last_digit], Some(words))
    } else {
        (text, None)
    }
}

fn is_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !text.contains(['*', '_', '['])
}

fn is_wildcard_word(text: &str) -> bool {
    text.chars().all(|c| matches!(c, 'x' | 'X' | ' ' | '-'))
}

/// Splits `… x101`, `… ext. 101`, `…;ext=101` and `… (ext 101)` into what stands before and the extension.
pub(super) fn split_extension(text: &str) -> Option<(&str, &str)> {
    if !text.contains(|c: char| c.is_ascii_alphabetic() || c == '#') {
        return None;
    }
    let body = text
        .strip_suffix(')')
        .filter(|inner| inner.rfind('(') > inner.rfind(')'))
        .unwrap_or(text);
    let lower = body.to_ascii_lowercase();
    EXTENSION_MARKS.iter().find_map(|mark| {
        let at = lower.rfind(mark)?;
        let extension = body[at + mark.len()..].trim_matches([' ', '.', ':', '=', '-']);
        let fits = (1..=8).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| (body[..at].trim_end_matches([' ', ',', ';', '(', '-']), extension))
    })
}

/// Whether the text holds place-holders for digits: `01XX`, `_2145…`, `*`, `?`, `[0-9]`.
pub(super) fn has_wildcards(text: &str) -> bool {
    text.contains(['*', '_', '?', '[', ']', 'x', 'X'])
        && !text.contains(|c: char| c.is_alphabetic() && !matches!(c, 'x' | 'X' | 'N' | 'Z'))
}

/// A number in scientific notation, `2.14556E+09`.
pub(super) enum Scientific {
    /// Every digit is there.
    Exact(String),
    /// The mantissa is shorter than the number.
    LostDigits,
}

/// Reads scientific notation; `None` when the text is something else.
pub(super) fn scientific(text: &str) -> Option<Scientific> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let exponent: usize = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (whole, decimals) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let numeric = !whole.is_empty()
        && whole
            .bytes()
            .chain(decimals.bytes())
            .all(|byte| byte.is_ascii_digit());
    if !numeric || exponent > 20 {
        return None;
    }
    let digits = format!("{whole}{decimals}");
    let needed = whole.len() + exponent;
    if digits.len() < needed || digits[needed..].bytes().any(|byte| byte != b'0') {
        return Some(Scientific::LostDigits);
    }
    Some(Scientific::Exact(digits[..needed].to_owned()))
}

/// Splits a decimal number such as `2145550100.0` at its point; `None` for digits grouped by dots.
pub(super) fn decimal(text: &str) -> Option<(&str, &str)> {
    let (whole, fraction) = text.split_once('.')?;
    let numeric = whole.len() >= 7
        && !fraction.is_empty()
        && whole
            .bytes()
            .chain(fraction.bytes())
            .all(|byte| byte.is_ascii_digit());
    numeric.then_some((whole, fraction))
}
