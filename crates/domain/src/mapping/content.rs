//! What the cells of a column look like, whatever its header says.

use std::collections::HashSet;

use super::ImportField;
use super::header::display_header;
use super::values::suggest_code;
use crate::number::{Country, NumberIssue, parse_cell};
use crate::workbook::Cell;

/// How many cells of one kind a column has; `filled` of them are not blank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) filled: u32,
    /// Different texts, up to [`DISTINCT`].
    pub(super) distinct: u32,
    numbers: u32,
    /// Cells that are one more than the one before, from 1: the rows are counted.
    ordinals: u32,
    short: u32,
    three_or_four: u32,
    /// Short numbers that end a full one of their row.
    pub(super) tails: u32,
    tiny: u32,
    addresses: u32,
    people: u32,
    states: u32,
    postal_codes: u32,
    guids: u32,
    streets: u32,
    statuses: u32,
    dispositions: u32,
    number_types: u32,
    /// Different codes among the types of number; one alone says little, as everybody may be a user.
    pub(super) different_types: u32,
    account_types: u32,
    time_zones: u32,
    routing_methods: u32,
    carriers: u32,
    routings: u32,
    flags: u32,
}

const DISTINCT: usize = 50;
/// Longer texts are prose.
const LONGEST: usize = 120;

/// A kind of cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Telephone numbers, whole or plainly meant to be.
    Numbers,
    /// 1, 2, 3 and so on down the sheet.
    Ordinals,
    /// Two to six digits.
    Short,
    /// Three or four digits.
    ThreeOrFour,
    /// Short numbers that end a full one of their row.
    Tails,
    /// One or two digits.
    Tiny,
    /// Mail addresses and UPNs.
    Addresses,
    /// Names of people.
    People,
    States,
    PostalCodes,
    Guids,
    Streets,
    Statuses,
    Dispositions,
    NumberTypes,
    /// Auto attendant or call queue, in words or as the application that Teams knows it by.
    AccountTypes,
    TimeZones,
    /// How a queue offers calls to its agents.
    RoutingMethods,
    Carriers,
    /// How calls reach Teams.
    Routings,
    /// Yes or no, on or off.
    Flags,
}

impl Content {
    /// Looks at the cells of one column.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a Cell>, country: Country) -> Self {
        let mut content = Self::default();
        let mut seen: HashSet<String> = HashSet::new();
        let mut types: HashSet<&'static str> = HashSet::new();
        for cell in cells.filter(|cell| !cell.is_blank()) {
            content.filled += 1;
            let text = display_header(&cell.display());
            content.count(cell, &text, country);
            content.ordinals += u32::from(text.parse() == Ok(content.ordinals + 1));
            types.extend(suggest_code(ImportField::NumberType, &text).map(|(_, code)| code));
            if seen.len() < DISTINCT {
                seen.insert(text);
            }
        }
        content.distinct = seen.len() as u32;
        content.different_types = types.len() as u32;
        content
    }

    /// Percentage of the filled cells that are of this kind.
    pub(super) fn share(&self, kind: Kind) -> u8 {
        let count = match kind {
            Kind::Numbers => self.numbers,
            Kind::Ordinals => self.ordinals,
            Kind::Short => self.short,
            Kind::ThreeOrFour => self.three_or_four,
            Kind::Tails => self.tails,
            Kind::Tiny => self.tiny,
            Kind::Addresses => self.addresses,
            Kind::People => self.people,
            Kind::States => self.states,
            Kind::PostalCodes => self.postal_codes,
            Kind::Guids => self.guids,
            Kind::Streets => self.streets,
            Kind::Statuses => self.statuses,
            Kind::Dispositions => self.dispositions,
            Kind::NumberTypes => self.number_types,
            Kind::AccountTypes => self.account_types,
            Kind::RoutingMethods => self.routing_methods,
            Kind::TimeZones => self.time_zones,
            Kind::Carriers => self.carriers,
            Kind::Routings => self.routings,
            Kind::Flags => self.flags,
        };
        (count * 100).checked_div(self.filled).unwrap_or(0) as u8
    }

    /// Whether nearly every cell differs from the others.
    pub(super) fn is_distinct(&self) -> bool {
        self.distinct * 100 >= self.filled.min(DISTINCT as u32) * 85
    }

    fn count(&mut self, cell: &Cell, text: &str, country: Country) {
        self.flags += u32::from(matches!(cell, Cell::Bool(_)) || is_flag(text));
        if matches!(cell, Cell::Date(_) | Cell::Bool(_) | Cell::Error(_)) || text.len() > LONGEST {
            return;
        }
        let digits = text.chars().filter(char::is_ascii_digit).count();
        self.numbers += u32::from(digits >= 7 && is_number_like(cell, country));
        let dial = text.trim_start_matches(['x', 'X']);
        let bare = !dial.is_empty() && dial.chars().all(|c| c.is_ascii_digit());
        self.short += u32::from(bare && (2..=6).contains(&dial.len()));
        self.three_or_four += u32::from(bare && (3..=4).contains(&dial.len()));
        self.tiny += u32::from(bare && dial.len() <= 2);
        self.addresses += u32::from(is_address(text));
        self.guids += u32::from(is_guid(text));
        self.account_types += u32::from(suggest_code(ImportField::AccountType, text).is_some());
        self.time_zones += u32::from(is_time_zone(text));
        self.postal_codes += u32::from(is_postal_code(text));
        if digits == 0 {
            self.people += u32::from(is_person(text));
            self.states += u32::from(is_state(text));
            self.routings += u32::from(is_routing(text));
            let said = !is_flag(text) && !text.eq_ignore_ascii_case("none");
            let coded = |field| u32::from(said && suggest_code(field, text).is_some());
            self.statuses += coded(ImportField::PortingStatus);
            self.dispositions += coded(ImportField::Disposition);
            self.number_types += coded(ImportField::NumberType);
            self.routing_methods += coded(ImportField::RoutingMethod);
            self.carriers += coded(ImportField::Carrier);
        } else {
            self.streets += u32::from(is_street(text));
        }
    }
}

/// Usable numbers, and those that plainly want to be one.
fn is_number_like(cell: &Cell, country: Country) -> bool {
    match parse_cell(cell, country) {
        Ok(_) => true,
        Err(error) => matches!(
            error.issue,
            NumberIssue::MissingAreaCode
                | NumberIssue::RangeReversed
                | NumberIssue::RangeTooLarge
                | NumberIssue::ScientificNotationLostDigits
        ),
    }
}

fn is_flag(text: &str) -> bool {
    const FLAGS: [&str; 12] = [
        "true", "false", "yes", "no", "t", "f", "y", "n", "on", "off", "enabled", "disabled",
    ];
    FLAGS.iter().any(|flag| text.eq_ignore_ascii_case(flag))
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, domain)| {
        !name.is_empty() && domain.contains('.') && !text.contains(' ') && !domain.contains('@')
    })
}

fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.trim_matches(['{', '}']).split('-').collect();
    let lengths = groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]);
    lengths
        && groups
            .iter()
            .all(|group| group.chars().all(|c| c.is_ascii_hexdigit()))
}

/// `Ana Nunez`, `Nunez, Ana`: two to four words that begin with a capital.
fn is_person(text: &str) -> bool {
    const COMMON: &str = " room lobby fax office queue main line desk phone conference group hq menu support sales service \
        services reception warehouse department center centre team clinic care billing payroll security dock shipping \
        hall building floor hotline helpdesk attendant lounge elevator alarm spare store plant shop ";
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| {
        word.chars().next().is_some_and(|c| c.is_uppercase() || c == '(')
            && word
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '\'' | '\u{2019}' | '-' | '.' | '(' | ')'))
    };
    (2..=4).contains(&words.len())
        && words.iter().all(capital)
        && words
            .iter()
            .any(|word| word.chars().skip(1).any(char::is_lowercase))
        && !words
            .iter()
            .any(|word| COMMON.contains(&format!(" {} ", word.to_lowercase())))
}

fn is_state(text: &str) -> bool {
    const CODES: &str = " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC \
        ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS ON PE QC SK ";
    text.len() == 2 && text.chars().all(|c| c.is_ascii_uppercase()) && CODES.contains(&format!(" {text} "))
}

fn is_postal_code(text: &str) -> bool {
    let zip = match text.split_once('-') {
        Some((five, four)) => five.len() == 5 && four.len() == 4,
        None => text.len() == 5,
    };
    zip && text.chars().all(|c| c.is_ascii_digit() || c == '-')
}

fn is_street(text: &str) -> bool {
    let mut words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let number = first.starts_with(|c: char| c.is_ascii_digit()) && first.len() <= 6;
    let named = words.clone().count() >= 2;
    number
        && named
        && words
            .next()
            .is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// `America/Chicago`, `Central Standard Time`, `EST`, `UTC-5`; not `Pacific` or `CT`, which are regions and states.
fn is_time_zone(text: &str) -> bool {
    const SHORT: [&str; 12] = [
        "est", "edt", "et", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "gmt", "utc",
    ];
    let lower = text.to_lowercase();
    let bare = lower.split(['+', '-', '(']).next().unwrap_or_default().trim();
    let named = bare.ends_with(" time") || SHORT.contains(&bare);
    named || (text.contains('/') && text.parse::<chrono_tz::Tz>().is_ok())
}

fn is_routing(text: &str) -> bool {
    const WORDS: [&str; 3] = ["directrouting", "operatorconnect", "callingplan"];
    let plain = text.to_lowercase().replace([' ', '_', '-'], "");
    WORDS.iter().any(|word| plain.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(kind: Kind, texts: &[&str]) -> u8 {
        let cells: Vec<Cell> = texts.iter().map(|text| Cell::text(*text)).collect();
        Content::of(cells.iter(), Country::US).share(kind)
    }

    #[test]
    fn cells_are_known_by_their_look() {
        assert_eq!(
            share(
                Kind::Numbers,
                &["+12145550101", "214-555-0102 thru 0109", "Suite 100", ""]
            ),
            66
        );
        assert_eq!(share(Kind::Short, &["0101", "x102", "7", "1234567"]), 50);
        assert_eq!(
            share(Kind::Addresses, &["ana@example.com", "@x", "a b@example.com"]),
            33
        );
        assert_eq!(
            share(
                Kind::People,
                &["Ana Nunez", "O'Brien, Siobhan", "Main Lobby", "Sales"]
            ),
            50
        );
        assert_eq!(share(Kind::States, &["TX", "MA", "no"]), 66);
        assert_eq!(share(Kind::PostalCodes, &["75201", "02108-1234", "7520"]), 66);
        assert_eq!(
            share(Kind::Guids, &["00000000-0000-4000-8000-000000000101", "x"]),
            50
        );
        assert_eq!(share(Kind::Streets, &["100 Example Plaza", "Suite 4"]), 50);
        assert_eq!(share(Kind::Routings, &["DirectRouting", "Operator Connect"]), 100);
        assert_eq!(
            share(Kind::TimeZones, &["America/Chicago", "EST", "Pacific", "CT"]),
            50
        );
        assert_eq!(share(Kind::Ordinals, &["1", "2", "East wing", "3"]), 75);
        assert_eq!(share(Kind::Ordinals, &["4101", "4102"]), 0);
        assert_eq!(share(Kind::AccountTypes, &["Call queue", "Employee"]), 50);
        assert_eq!(share(Kind::Flags, &["true", "F", "Yes", "none"]), 75);
        assert_eq!(share(Kind::Statuses, &["FOC rcvd", "zeppelin"]), 50);
    }
}
