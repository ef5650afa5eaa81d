//! Masks that make a whole number of a short dial: every X takes a digit of its end.

/// The number that a mask makes of an extension: `214555XXXX` and `0102` give `2145550102`. A mask without an X is
/// itself the number. None when the extension has fewer digits than the mask has places.
pub(super) fn masked(mask: &str, extension: &str) -> Option<String> {
    let is_place = |c: &char| matches!(c, 'x' | 'X');
    let places = mask.chars().filter(is_place).count();
    let digits: Vec<char> = extension.chars().filter(char::is_ascii_digit).collect();
    let mut taken = digits.get(digits.len().checked_sub(places)?..)?.iter();
    let filled = mask.chars().map(|c| {
        if is_place(&c) {
            taken.next().copied()
        } else {
            Some(c)
        }
    });
    filled.collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn an_x_takes_a_digit_from_the_end_of_the_extension() {
        for (mask, extension, number) in [
            ("214555XXXX", "0102", Some("2145550102")),
            ("+1214555XXXX", "70102", Some("+12145550102")),
            ("2145550104", "0104", Some("2145550104")),
            ("21455501xx", "7199", Some("2145550199")),
            ("214555XXXX", "102", None),
            ("XXXXXXXXXX", "", None),
        ] {
            assert_eq!(masked(mask, extension).as_deref(), number, "{mask} {extension}");
        }
    }
}
