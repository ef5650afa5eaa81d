//! Checks of single values that several kinds of rows share.

use portflow_domain::entities::Site;
use portflow_domain::number::{self, Country};

use crate::error::{ApiError, Result};
use crate::use_cases::optional;

/// An ISO 3166 code; the site's where none is given.
pub(super) fn country(field: &str, text: Option<&String>, site: &Site) -> Result<String> {
    let code = optional(text).map_or_else(|| site.country.clone(), |text| text.to_uppercase());
    if code.parse::<Country>().is_err() {
        return Err(
            ApiError::invalid(field, format!("'{code}' is not a country code."))
                .hint("Use the two letters of ISO 3166, such as US or GB."),
        );
    }
    Ok(code)
}

/// A telephone number as E.164, read as people write it in the site's country.
pub(super) fn number(field: &str, text: Option<&String>, site: &Site) -> Result<Option<String>> {
    phone_number(field, text, &site.country)
}

/// The same in a country that is given by its ISO 3166 code.
pub(in crate::use_cases) fn phone_number(
    field: &str,
    text: Option<&String>,
    country: &str,
) -> Result<Option<String>> {
    let Some(text) = optional(text) else {
        return Ok(None);
    };
    let country = country.parse::<Country>().unwrap_or_default();
    let read = number::parse(&text, country).map_err(|problem| {
        ApiError::invalid(
            field,
            format!("'{text}' is not a telephone number: {}", problem.text()),
        )
    })?;
    if !read.extension.is_empty() {
        return Err(ApiError::invalid(field, "Give the number without an extension."));
    }
    Ok(Some(read.e164.to_string()))
}

/// A billing telephone number: E.164 where it can be dialed. Carriers also use numbers that cannot, letters
/// included, and those stay as the bill spells them.
pub(super) fn btn(text: Option<&String>, site: &Site) -> Option<String> {
    let dialable = number("btn", text, site).ok().flatten();
    dialable.or_else(|| optional(text))
}

/// At most `longest` digits.
pub(super) fn digits(field: &str, text: Option<&String>, longest: usize) -> Result<Option<String>> {
    let digits = optional(text);
    let fits = |text: &String| text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
    match digits {
        Some(text) if !fits(&text) => {
            let wanted = if longest == 1 {
                "a single digit".to_owned()
            } else {
                format!("at most {longest} digits")
            };
            Err(ApiError::invalid(field, format!("'{text}' is not {wanted}.")))
        }
        digits => Ok(digits),
    }
}

/// A count or a sum that is not below `least`.
pub(super) fn amount(field: &str, label: &str, amount: i64, least: i64) -> Result<i64> {
    if amount < least {
        return Err(ApiError::invalid(
            field,
            format!("{label} cannot be {amount}; it is {least} or more."),
        ));
    }
    Ok(amount)
}
