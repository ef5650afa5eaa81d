//! One number in one text.

use super::{Country, E164, NumberError, NumberIssue, nanp, text};

/// A number as it was read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ParsedNumber {
    /// The number.
    pub e164: E164,
    /// The extension that the text itself carries; empty when there is none.
    pub extension: String,
    /// Words that stood beside the number, such as "Elevator".
    pub note: Option<String>,
}

impl From<E164> for ParsedNumber {
    fn from(e164: E164) -> Self {
        Self {
            e164,
            extension: String::new(),
            note: None,
        }
    }
}

/// Reads one number in any accepted spelling; a number without a country code belongs to `country`.
///
/// # Errors
/// The reason for which the text is not one usable number.
pub fn parse(text: &str, country: Country) -> Result<ParsedNumber, NumberError> {
    one(&text::clean(text), country)
}

/// Reads one number in a text that `text::clean` has been through.
pub(super) fn one(clean: &str, country: Country) -> Result<ParsedNumber, NumberError> {
    if clean.len() == 10 && country.is_nanp() && clean.bytes().all(|byte| byte.is_ascii_digit()) {
        return nanp_number(clean).map(ParsedNumber::from);
    }
    let clean = text::within(clean);
    if clean.is_empty() {
        return Err(NumberIssue::MissingNumber.into());
    }
    if text::is_formula_error(clean) {
        return Err(NumberIssue::FormulaError.into());
    }
    if !clean.bytes().any(|byte| byte.is_ascii_digit()) {
        let pattern = clean.contains(['x', 'X', '*']) && text::has_wildcards(clean);
        let issue = if pattern {
            NumberIssue::PatternNotNumber
        } else {
            NumberIssue::TextInNumber
        };
        return Err(issue.into());
    }
    match text::scientific(clean) {
        Some(text::Scientific::Exact(digits)) => {
            return numeric(&digits, country).map(ParsedNumber::from);
        }
        Some(text::Scientific::LostDigits) => return Err(NumberIssue::ScientificNotationLostDigits.into()),
        None => {}
    }
    if let Some((whole, fraction)) = text::decimal(clean) {
        if fraction.bytes().any(|byte| byte != b'0') {
            return Err(NumberError::new(NumberIssue::InvalidNumber, "It has a fraction."));
        }
        return numeric(whole, country).map(ParsedNumber::from);
    }
    decorated(clean, country)
}

/// Reads a number with a label, an extension or a remark around it.
fn decorated(clean: &str, country: Country) -> Result<ParsedNumber, NumberError> {
    let (body, note) = text::split_note(text::without_label(clean));
    let (body, extension) = text::split_extension(body).unwrap_or((body, ""));
    if !extension.is_empty() && !body.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(NumberIssue::ExtensionOnly.into());
    }
    // A star before a whole number stands for whatever a switch may put there.
    let starred = body
        .strip_prefix('*')
        .filter(|rest| rest.len() >= 10 && !text::has_wildcards(rest));
    let body = starred.unwrap_or(body);
    if text::has_wildcards(body) {
        return Err(NumberIssue::PatternNotNumber.into());
    }
    let e164 = bare(body, country)?;
    Ok(ParsedNumber {
        e164,
        extension: extension.to_owned(),
        note: note.map(str::to_owned),
    })
}

/// Reads digits with separators and perhaps a plus.
fn bare(body: &str, country: Country) -> Result<E164, NumberError> {
    let body = body.trim().trim_start_matches('\\');
    let international = body.trim_start_matches('(').starts_with('+');
    let body = if international || body.starts_with("00") {
        body.replacen("(0)", "", 1)
    } else {
        body.to_owned()
    };
    let mut digits = String::with_capacity(15);
    for (index, character) in body.char_indices() {
        match character {
            '0'..='9' => digits.push(character),
            ' ' | '-' | '.' | '(' | ')' | '/' => {}
            '+' if digits.is_empty() && body[..index].trim_matches(['(', ' ']).is_empty() => {}
            'O' | 'o' => {
                return Err(NumberError::new(
                    NumberIssue::InvalidNumber,
                    "It holds the letter O.",
                ));
            }
            _ => return Err(NumberIssue::InvalidNumber.into()),
        }
    }
    if international {
        from_abroad(&digits)
    } else if body.trim().len() == digits.len() {
        digits_only(&digits, country).or_else(|error| without_plus(&digits, country).ok_or(error))
    } else {
        digits_only(&digits, country)
    }
}

/// Reads the digits of a numeric cell, which can hold neither a plus nor a zero in front.
pub(super) fn numeric(digits: &str, country: Country) -> Result<E164, NumberError> {
    if country.is_nanp() {
        return digits_only(digits, country).or_else(|error| without_plus(digits, country).ok_or(error));
    }
    let national = match country.trunk_prefix() {
        Some(prefix) if !digits.starts_with(prefix) => validated(Some(country), &format!("{prefix}{digits}")),
        Some(_) | None => validated(Some(country), digits),
    };
    match (national, without_plus(digits, country)) {
        (Ok(national), Some(abroad)) if national != abroad => Err(NumberError::new(
            NumberIssue::InvalidNumber,
            "It may be meant with or without a country code.",
        )),
        (Err(_), Some(abroad)) => Ok(abroad),
        (national, _) => national,
    }
}

/// Digits that are a whole number but for their plus, where nothing else can be meant.
fn without_plus(digits: &str, country: Country) -> Option<E164> {
    let enough = if country.is_nanp() { 12..=15 } else { 10..=15 };
    if !enough.contains(&digits.len()) || digits.starts_with('0') {
        return None;
    }
    // 9 for an outside line, 1, and a North American number.
    let outside_line = digits.strip_prefix("91").is_some_and(|rest| rest.len() == 10);
    if country.is_nanp() && (digits.starts_with('1') || outside_line) {
        return None;
    }
    from_abroad(digits).ok()
}

/// Reads digits as they are dialled within `country`.
pub(super) fn digits_only(digits: &str, country: Country) -> Result<E164, NumberError> {
    if matches!(digits, "911" | "9911" | "933" | "112" | "999") {
        return Err(NumberIssue::EmergencyNumber.into());
    }
    if let Some(rest) = digits.strip_prefix("00").filter(|rest| rest.len() >= 8) {
        return from_abroad(rest);
    }
    if !country.is_nanp() {
        return national(digits, country);
    }
    if let Some(rest) = digits.strip_prefix("011").filter(|rest| rest.len() >= 8) {
        return from_abroad(rest);
    }
    match digits.len() {
        10 => nanp_number(digits),
        11 if digits.starts_with('1') => nanp_number(&digits[1..]),
        7 => Err(NumberIssue::MissingAreaCode.into()),
        0..=6 => Err(NumberIssue::ExtensionOnly.into()),
        count => Err(wrong_length(count)),
    }
}

/// Reads digits as they are dialled within a country outside the North American plan. Where numbers begin with a
/// trunk prefix, one without it lacks its area code, or is no number at all.
fn national(digits: &str, country: Country) -> Result<E164, NumberError> {
    match country.trunk_prefix() {
        Some(prefix) if !digits.starts_with(prefix) && digits.len() > 5 => {
            let detail = format!("It begins with neither {prefix} nor a country code.");
            Err(NumberError::new(NumberIssue::MissingAreaCode, detail))
        }
        Some(_) | None => validated(Some(country), digits),
    }
}

/// Reads digits that begin with a country code.
fn from_abroad(digits: &str) -> Result<E164, NumberError> {
    match digits.strip_prefix('1') {
        Some(national) if national.len() == 10 => nanp_number(national),
        Some(national) => Err(wrong_length(national.len())),
        None if is_fictitious_british(digits) => Ok(E164::from_digits(digits)),
        None => validated(None, digits),
    }
}

/// Ofcom keeps 01632 960000 to 960999 for fiction; the numbering metadata knows no area 01632.
fn is_fictitious_british(digits: &str) -> bool {
    digits.len() == 12 && digits.starts_with("441632960")
}

fn wrong_length(count: usize) -> NumberError {
    let detail = format!("It has {count} digits; a North American number has ten.");
    NumberError::new(NumberIssue::InvalidNumber, detail)
}

/// Ten digits of the North American plan.
pub(super) fn nanp_number(national: &str) -> Result<E164, NumberError> {
    if let Some(finding) = nanp::first_error(national) {
        return Err(NumberError::new(NumberIssue::InvalidNumber, finding.text));
    }
    let mut digits = [b'1'; 11];
    digits[1..].copy_from_slice(national.as_bytes());
    Ok(E164::from_digits(&String::from_utf8_lossy(&digits)))
}

/// Asks the numbering metadata; `country` is none when the digits begin with a country code.
fn validated(country: Option<Country>, digits: &str) -> Result<E164, NumberError> {
    let refused = || match country {
        Some(_) if digits.len() <= 5 => NumberError::from(NumberIssue::ExtensionOnly),
        _ => NumberError::from(NumberIssue::InvalidNumber),
    };
    let text = if country.is_some() {
        digits.to_owned()
    } else {
        format!("+{digits}")
    };
    let number = phonenumber::parse(country.map(Country::id), text).map_err(|_| refused())?;
    if !number.is_valid() {
        return Err(refused());
    }
    format!("+{}{}", number.code().value(), number.national())
        .parse()
        .map_err(|_| refused())
}
