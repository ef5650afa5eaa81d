//! The country whose dialling habits a number without a country code follows.

use phonenumber::country::Id;
use phonenumber::metadata::DATABASE;

/// A country by its ISO 3166 alpha-2 code, known to the numbering metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ts_rs::TS)]
#[ts(type = "string")]
pub struct Country(Id);

/// A code that names no country with a numbering plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no country code; use two letters such as US, CA or GB")]
pub struct UnknownCountry(pub String);

impl Country {
    /// The United States, the default of the product.
    pub const US: Self = Self(Id::US);

    /// The ISO code, for example `US`.
    pub fn code(&self) -> &str {
        self.0.as_ref()
    }

    /// Whether numbers follow the North American Numbering Plan (country code 1).
    pub fn is_nanp(self) -> bool {
        self == Self::US || self.0 == Id::CA || self.calling_code() == Some(1)
    }

    /// The country code that is dialled from abroad, for example 44.
    pub fn calling_code(self) -> Option<u16> {
        DATABASE
            .by_id(self.code())
            .map(|metadata| metadata.country_code())
    }

    /// The digits that begin every number dialled within the country and are left out from abroad, mostly `0`.
    /// Countries that dial the same number from everywhere have none.
    pub(super) fn trunk_prefix(self) -> Option<&'static str> {
        let metadata = DATABASE.by_id(self.code())?;
        metadata.national_prefix().filter(|prefix| *prefix == "0")
    }

    /// The country as the `phonenumber` crate names it.
    pub(super) fn id(self) -> Id {
        self.0
    }
}

impl Default for Country {
    fn default() -> Self {
        Self::US
    }
}

impl std::fmt::Display for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Country {
    type Err = UnknownCountry;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = text.trim().to_ascii_uppercase();
        code.parse()
            .map(Self)
            .map_err(|_| UnknownCountry(text.to_owned()))
    }
}

impl serde::Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> serde::Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
