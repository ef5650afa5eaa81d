//! Counts and sums of money as people write them in surveys: `23B+D`, `$1,234.50 / mo`. What can be meant in two ways is
//! not read.

/// A count: a whole number, perhaps with thousands separated by commas, or the `23B+D` of a primary rate interface.
pub(super) fn count(text: &str) -> Option<i64> {
    let text = text.trim();
    let lower = text.to_lowercase().replace(' ', "");
    let bearers = lower.strip_suffix("b+d").or_else(|| lower.strip_suffix("ch"));
    let bearers = bearers.or_else(|| lower.strip_suffix("channels"));
    let digits = bearers.unwrap_or(&lower);
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    whole(digits, ',')
}

/// A monthly sum in cents of the dollar; a sum in another currency is none.
pub(super) fn cents(text: &str) -> Option<i64> {
    let mut text = text.trim().to_lowercase();
    for end in [
        "per month",
        "a month",
        "/ month",
        "/month",
        "/ mo",
        "/mo",
        "monthly",
        "mo",
        "usd",
    ] {
        if let Some(rest) = text.strip_suffix(end) {
            text = rest.trim_end().to_owned();
        }
    }
    let text = text.strip_prefix("usd").unwrap_or(&text).trim();
    let text = text.strip_prefix('$').unwrap_or(text).trim();
    let (dollars, cents) = match text.rsplit_once('.') {
        Some((dollars, cents)) => (dollars, cents),
        None => (text, ""),
    };
    let cents = match cents.len() {
        0 => 0,
        1 => cents.parse::<u8>().ok()? * 10,
        2 if cents.bytes().all(|byte| byte.is_ascii_digit()) => cents.parse().ok()?,
        _ => return None,
    };
    whole(dollars, ',')?
        .checked_mul(100)?
        .checked_add(i64::from(cents))
}

/// Digits, in groups of three behind the first where `separator` stands between them.
fn whole(text: &str, separator: char) -> Option<i64> {
    let groups: Vec<&str> = text.split(separator).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|it| it.len() == 3));
    (groups.iter().all(digits) && grouped)
        .then(|| groups.concat().parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::{cents, count};

    #[test]
    fn counts_as_surveys_write_them() {
        for (text, found) in [
            ("23", Some(23)),
            ("23B+D", Some(23)),
            ("23 B + D", Some(23)),
            ("1,250", Some(1250)),
            ("12.0", Some(12)),
            ("24 channels", Some(24)),
            ("0", Some(0)),
            ("2 x 23", None),
            ("12,5", None),
            ("-4", None),
            ("about 40", None),
            ("", None),
        ] {
            assert_eq!(count(text), found, "{text}");
        }
    }

    #[test]
    fn sums_as_bills_write_them() {
        for (text, found) in [
            ("$1,234.50", Some(123_450)),
            ("450", Some(45_000)),
            ("450.5", Some(45_050)),
            ("USD 99.95 / mo", Some(9_995)),
            ("$389.00/month", Some(38_900)),
            ("$0.00", Some(0)),
            ("1.234,50", None),
            ("12,50", None),
            ("€ 450", None),
            ("41.666", None),
            ("included", None),
            ("$", None),
        ] {
            assert_eq!(cents(text), found, "{text}");
        }
    }
}
