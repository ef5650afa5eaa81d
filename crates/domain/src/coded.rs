//! Enumerations whose values have one spelling everywhere: the database, the wire, TypeScript and exports.

/// A value with a stable snake_case code and the name of the PostgreSQL enum type that holds it.
pub trait Coded: Copy + Eq + Sized + 'static {
    /// The native PostgreSQL type; SQLite checks the same values in a TEXT column.
    const TYPE_NAME: &'static str;
    /// Every value, in the order in which people read them.
    const ALL: &'static [Self];
    /// The spelling stored and sent.
    fn code(self) -> &'static str;
    /// The value spelt `code`, if there is one.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }
}

/// A coded value with the words by which people know it, the same as on screen.
pub trait Labelled: Coded {
    /// The words, as a label: `LOA submitted` for `loa_submitted`.
    fn label(self) -> &'static str;
}

/// A code that belongs to no value of its enumeration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{value}' is not a {type_name}; use one of {allowed}")]
pub struct UnknownCode {
    /// The enumeration that was asked.
    pub type_name: &'static str,
    /// The text that was given.
    pub value: String,
    /// The codes that would do, separated by commas.
    pub allowed: String,
}

/// Declares an enumeration together with its codes, so that the list of spellings stands in one place. Where a
/// sentence names a value to people, `("Label")` after each code makes the enumeration `Labelled`.
macro_rules! coded_enum {
    ($(#[$meta:meta])* $name:ident: $type_name:literal { $($(#[$vmeta:meta])* $variant:ident => $code:literal ($label:literal)),+ $(,)? }) => {
        $crate::coded::coded_enum! {
            $(#[$meta])*
            $name: $type_name { $($(#[$vmeta])* $variant => $code),+ }
        }

        impl $crate::coded::Labelled for $name {
            fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }
    };
    ($(#[$meta:meta])* $name:ident: $type_name:literal { $($(#[$vmeta:meta])* $variant:ident => $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[allow(missing_docs, reason = "a code of the field says what it means")]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $crate::coded::Coded for $name {
            const TYPE_NAME: &'static str = $type_name;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::coded::Coded::code(*self))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::coded::UnknownCode;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                <Self as $crate::coded::Coded>::from_code(text).ok_or_else(|| $crate::coded::UnknownCode {
                    type_name: $type_name,
                    value: text.to_owned(),
                    allowed: [$($code),+].join(", "),
                })
            }
        }
    };
}
pub(crate) use coded_enum;
