//! Dialing habits of the legacy system that emergency calls must survive.
//!
//! In the United States multi-line telephone systems must reach 911 without a prefix (47 CFR 9.16), and people who
//! always dial a digit for an outside line will dial it before 911 too.

use crate::discovery::DiscoveryFinding;
use crate::entities::ExtensionRange;

/// How people dial at a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialingHabits {
    /// ISO 3166 alpha-2 of the site, which says what emergency numbers are.
    pub country: String,
    /// The digit that gets an outside line; none = there is none.
    pub outside_line_digit: Option<String>,
    /// Digits of an extension, 2 to 7.
    pub extension_length: Option<i64>,
    /// Extensions in use.
    pub internal_ranges: Vec<ExtensionRange>,
}

/// Numbers for emergencies, and the number that tests the address where there is one.
fn emergency_numbers(country: &str) -> (&'static [&'static str], Option<&'static str>) {
    match country.to_ascii_uppercase().as_str() {
        "US" | "CA" => (&["911"], Some("933")),
        "MX" => (&["911"], None),
        "GB" => (&["999", "112"], None),
        "DE" => (&["112", "110"], None),
        _ => (&["112"], None),
    }
}

/// What a dial plan must heed, and where extensions stand in the way of it.
pub fn check_dialing(habits: &DialingHabits) -> Vec<DiscoveryFinding> {
    let mut found = Vec::new();
    let digit = habits
        .outside_line_digit
        .as_deref()
        .map(str::trim)
        .filter(|digit| !digit.is_empty());
    let is_digit = |digit: &&str| digit.len() == 1 && digit.bytes().all(|b| b.is_ascii_digit());
    if let Some(wrong) = digit.filter(|digit| !is_digit(digit)) {
        let text = format!("The outside line is reached by one digit, and '{wrong}' is given.");
        let remedy = "Enter one digit, or clear the field where people dial outside numbers as they are.";
        found.push(DiscoveryFinding::error("outside_digit_invalid", text, remedy).field("outsideLineDigit"));
    }
    let digit = digit.filter(is_digit);
    found.extend(emergency(&habits.country, digit));
    let mut sound = Vec::new();
    for range in &habits.internal_ranges {
        match extensions(range) {
            None => found.push(no_range(range)),
            Some(read) => match length_problem(habits, &read) {
                Some(problem) => found.push(problem),
                None => sound.push(read),
            },
        }
    }
    for range in &sound {
        found.extend(collisions(&habits.country, digit, range));
    }
    sound.sort_by_key(|range| (range.length, range.first));
    found.extend(
        sound
            .windows(2)
            .filter(|pair| meet(&pair[0], &pair[1]))
            .map(|pair| {
                let text = format!(
                    "The extensions {} and {} overlap.",
                    shown(&pair[0]),
                    shown(&pair[1])
                );
                DiscoveryFinding::warning("extensions_overlap", text, "Enter each extension once.")
                    .field("internalRanges")
            }),
    );
    found
}

fn emergency(country: &str, digit: Option<&str>) -> Vec<DiscoveryFinding> {
    let (numbers, test) = emergency_numbers(country);
    let mut found = Vec::new();
    if let Some(digit) = digit {
        found.extend(numbers.iter().map(|number| {
            let text = format!("{number} and {digit}{number} must both reach emergency services.");
            let remedy = "Give the emergency calling policy both as dial strings.";
            DiscoveryFinding::warning("emergency_both_ways", text, remedy).field("outsideLineDigit")
        }));
    }
    if let Some((test, number)) = test.zip(numbers.first()) {
        let both = digit.map_or_else(|| test.to_owned(), |digit| format!("{test} and {digit}{test}"));
        let text = format!("{both} must not be masked to {number}: {test} tests the address.");
        let remedy =
            "Give the test number a dial string of its own; a mask would call for help on every test.";
        found.push(
            DiscoveryFinding::warning("test_number_not_masked", text, remedy).field("outsideLineDigit"),
        );
    }
    found
}

/// A range whose ends are digits of one length and in order.
struct Extensions {
    first: u64,
    last: u64,
    length: u32,
}

fn extensions(range: &ExtensionRange) -> Option<Extensions> {
    let (first, last) = (range.first.trim(), range.last.trim());
    let digits =
        |text: &str| !text.is_empty() && text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(first) || !digits(last) || first.len() != last.len() || first > last {
        return None;
    }
    Some(Extensions {
        first: first.parse().ok()?,
        last: last.parse().ok()?,
        length: u32::try_from(first.len()).ok()?,
    })
}

fn no_range(range: &ExtensionRange) -> DiscoveryFinding {
    let text = format!(
        "{}-{} is not a range of extensions.",
        range.first.trim(),
        range.last.trim()
    );
    let remedy = "Enter two extensions of the same length, the smaller one first.";
    DiscoveryFinding::error("extensions_invalid", text, remedy).field("internalRanges")
}

fn length_problem(habits: &DialingHabits, range: &Extensions) -> Option<DiscoveryFinding> {
    let wanted = habits
        .extension_length
        .filter(|wanted| *wanted != i64::from(range.length))?;
    let text = format!(
        "The extensions {} have {} digits, and extensions here have {wanted}.",
        shown(range),
        range.length
    );
    let remedy = "Correct the range or the length of extensions.";
    let finding = DiscoveryFinding::error("extension_length", text, remedy);
    Some(finding.field("internalRanges").field("extensionLength"))
}

/// Numbers that a dial plan could not tell from an extension of the range.
fn collisions(country: &str, digit: Option<&str>, range: &Extensions) -> Vec<DiscoveryFinding> {
    let (numbers, test) = emergency_numbers(country);
    let plain = numbers.iter().copied().chain(test).map(str::to_owned);
    let dialed = plain.flat_map(|number| {
        let prefixed = digit.map(|digit| format!("{digit}{number}"));
        std::iter::once(number).chain(prefixed)
    });
    let mut found: Vec<DiscoveryFinding> = dialed
        .filter_map(|dialed| collision(&dialed, range).map(|how| (dialed, how)))
        .map(|(dialed, how)| {
            let text = format!("The extensions {} collide with {dialed}: {how}.", shown(range));
            let remedy = "Move these extensions before the dial plan is written.";
            DiscoveryFinding::error("extensions_emergency", text, remedy).field("internalRanges")
        })
        .collect();
    if let Some(digit) = digit.filter(|digit| collision(digit, range).is_some()) {
        let text = format!(
            "Extensions of {} begin with the outside-line digit {digit}.",
            shown(range)
        );
        let remedy = "Ask how the system tells them from outside calls, and check the range.";
        found.push(
            DiscoveryFinding::warning("extensions_outside_digit", text, remedy).field("internalRanges"),
        );
    }
    found
}

/// How the number and the range collide; both directions, since one of the two is dialed out first.
fn collision(dialed: &str, range: &Extensions) -> Option<String> {
    let digits = u32::try_from(dialed.len()).ok()?;
    if digits > range.length {
        let start = dialed.get(..range.length as usize)?;
        let value: u64 = start.parse().ok()?;
        let held = (range.first..=range.last).contains(&value);
        return held.then(|| format!("it begins with the extension {start}"));
    }
    let value: u64 = dialed.parse().ok()?;
    let width = 10_u64.checked_pow(range.length - digits)?;
    let (low, high) = (value * width, value * width + (width - 1));
    (low <= range.last && range.first <= high).then(|| {
        let (from, to) = (low.max(range.first), high.min(range.last));
        let size = range.length as usize;
        match (from == to, width == 1) {
            (true, true) => "it is one of them".to_owned(),
            (true, false) => format!("{from:0size$} begins with it"),
            _ => format!("{from:0size$} to {to:0size$} begin with it"),
        }
    })
}

fn meet(one: &Extensions, other: &Extensions) -> bool {
    one.length == other.length && other.first <= one.last
}

fn shown(range: &Extensions) -> String {
    let size = range.length as usize;
    format!("{:0size$}-{:0size$}", range.first, range.last)
}
