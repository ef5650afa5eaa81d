//! A telephone number in its one canonical spelling.

/// A number as ITU-T E.164 writes it: `+` and 3 to 15 digits, without an extension. Sorted as text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct E164(String);

/// A text that is not in E.164 form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not an E.164 number such as +12145550100")]
pub struct NotE164(pub String);

/// Area codes of toll-free numbers that are in use (North American Numbering Plan Administrator).
const TOLL_FREE: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

impl E164 {
    /// Wraps digits, country code first, that the caller has checked.
    pub(super) fn from_digits(digits: &str) -> Self {
        let mut text = String::with_capacity(digits.len() + 1);
        text.push('+');
        text.push_str(digits);
        Self(text)
    }

    /// `+12145550100`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits with the country code, without the plus: `12145550100`.
    pub fn digits(&self) -> &str {
        &self.0[1..]
    }

    /// The country code, for example 44; none where the digits begin with no code in use.
    pub fn country_code(&self) -> Option<u16> {
        // Told by its form: the metadata are slow for a hundred thousand numbers.
        if self.is_nanp() {
            return Some(1);
        }
        let number = phonenumber::parse(None, &self.0).ok()?;
        Some(number.country().code())
    }

    /// Whether the number belongs to the North American Numbering Plan.
    pub fn is_nanp(&self) -> bool {
        self.0.len() == 12 && self.0.starts_with("+1")
    }

    /// Whether the number is a North American toll-free number, which moves by a RespOrg change.
    pub fn is_toll_free(&self) -> bool {
        self.is_nanp() && TOLL_FREE.contains(&&self.0[2..5])
    }

    /// The ten digits of a North American number, else the digits with the country code.
    pub fn national(&self) -> &str {
        if self.is_nanp() {
            &self.0[2..]
        } else {
            self.digits()
        }
    }

    /// `214-555-0100` for a North American number, else E.164.
    pub fn dashed(&self) -> String {
        if self.is_nanp() {
            format!("{}-{}-{}", &self.0[2..5], &self.0[5..8], &self.0[8..])
        } else {
            self.0.clone()
        }
    }
}

impl AsRef<str> for E164 {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for E164 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for E164 {
    type Err = NotE164;
    /// Accepts the canonical form only; spellings of people go through `number::parse`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix('+').unwrap_or_default();
        let canonical = (3..=15).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !digits.starts_with('0')
            && (!digits.starts_with('1') || digits.len() == 11);
        if canonical {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotE164(text.to_owned()))
        }
    }
}

impl<'de> serde::Deserialize<'de> for E164 {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
