//! Words of addresses and their short forms, after USPS Publication 28 (appendices B and C) and German usage.

/// Street suffixes and other words with the short form in which they are compared.
const STREET_WORDS: [(&str, &[&str]); 57] = [
    ("ALY", &["ALLEY"]),
    ("AVE", &["AVENUE", "AV", "AVEN", "AVN"]),
    ("BLF", &["BLUFF"]),
    ("BLVD", &["BOULEVARD", "BOUL", "BLV"]),
    ("BND", &["BEND"]),
    ("BR", &["BRANCH"]),
    ("BRG", &["BRIDGE"]),
    ("BYP", &["BYPASS"]),
    ("CIR", &["CIRCLE", "CRCL"]),
    ("CLB", &["CLUB"]),
    ("COR", &["CORNER"]),
    ("CRES", &["CRESCENT"]),
    ("CRK", &["CREEK"]),
    ("CT", &["COURT", "CRT"]),
    ("CTR", &["CENTER", "CENTRE", "CNTR"]),
    ("CV", &["COVE"]),
    ("DR", &["DRIVE", "DRV"]),
    ("ESTS", &["ESTATES"]),
    ("EXPY", &["EXPRESSWAY", "EXPWY"]),
    ("FLD", &["FIELD"]),
    ("FLDS", &["FIELDS"]),
    ("FRK", &["FORK"]),
    ("FWY", &["FREEWAY", "FRWY"]),
    ("GDNS", &["GARDENS"]),
    ("GLN", &["GLEN"]),
    ("GRN", &["GREEN"]),
    ("HBR", &["HARBOR", "HARBOUR"]),
    ("HL", &["HILL"]),
    ("HLS", &["HILLS"]),
    ("HTS", &["HEIGHTS"]),
    ("HWY", &["HIGHWAY", "HIWAY"]),
    ("JCT", &["JUNCTION"]),
    ("LK", &["LAKE"]),
    ("LN", &["LANE"]),
    ("LNDG", &["LANDING"]),
    ("MDWS", &["MEADOWS"]),
    ("MT", &["MOUNT"]),
    ("MTN", &["MOUNTAIN"]),
    ("PKWY", &["PARKWAY", "PARKWY", "PKY"]),
    ("PL", &["PLACE"]),
    ("PLZ", &["PLAZA", "PLZA"]),
    ("PT", &["POINT"]),
    ("RD", &["ROAD"]),
    ("RDG", &["RIDGE"]),
    ("RTE", &["ROUTE", "RT"]),
    ("RUN", &[]),
    ("SPGS", &["SPRINGS"]),
    ("SQ", &["SQUARE"]),
    ("ST", &["STREET", "STR", "STRASSE", "SAINT"]),
    ("STA", &["STATION"]),
    ("TER", &["TERRACE", "TERR"]),
    ("TPKE", &["TURNPIKE", "TRPK"]),
    ("TRL", &["TRAIL"]),
    ("VLY", &["VALLEY"]),
    ("VW", &["VIEW"]),
    ("WAY", &["WY"]),
    ("XING", &["CROSSING"]),
];

const DIRECTIONS: [(&str, &str); 8] = [
    ("N", "NORTH"),
    ("S", "SOUTH"),
    ("E", "EAST"),
    ("W", "WEST"),
    ("NE", "NORTHEAST"),
    ("NW", "NORTHWEST"),
    ("SE", "SOUTHEAST"),
    ("SW", "SOUTHWEST"),
];

const ORDINALS: [&str; 10] = [
    "FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH", "TENTH",
];

/// What a place within a building is. Suite, unit, apartment and a bare `#` are written for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum UnitKind {
    Suite,
    Room,
    Floor,
    Building,
}

const UNITS: [(UnitKind, &[&str]); 4] = [
    (
        UnitKind::Suite,
        &[
            "#",
            "STE",
            "SUITE",
            "UNIT",
            "APT",
            "APARTMENT",
            "DEPT",
            "SPC",
            "SPACE",
        ],
    ),
    (UnitKind::Room, &["RM", "ROOM"]),
    (UnitKind::Floor, &["FL", "FLOOR", "FLR"]),
    (UnitKind::Building, &["BLDG", "BUILDING"]),
];

/// States and provinces whose names are written out as often as their codes.
const STATES: [(&str, &str); 64] = [
    ("AL", "ALABAMA"),
    ("AK", "ALASKA"),
    ("AZ", "ARIZONA"),
    ("AR", "ARKANSAS"),
    ("CA", "CALIFORNIA"),
    ("CO", "COLORADO"),
    ("CT", "CONNECTICUT"),
    ("DE", "DELAWARE"),
    ("DC", "DISTRICTOFCOLUMBIA"),
    ("FL", "FLORIDA"),
    ("GA", "GEORGIA"),
    ("HI", "HAWAII"),
    ("ID", "IDAHO"),
    ("IL", "ILLINOIS"),
    ("IN", "INDIANA"),
    ("IA", "IOWA"),
    ("KS", "KANSAS"),
    ("KY", "KENTUCKY"),
    ("LA", "LOUISIANA"),
    ("ME", "MAINE"),
    ("MD", "MARYLAND"),
    ("MA", "MASSACHUSETTS"),
    ("MI", "MICHIGAN"),
    ("MN", "MINNESOTA"),
    ("MS", "MISSISSIPPI"),
    ("MO", "MISSOURI"),
    ("MT", "MONTANA"),
    ("NE", "NEBRASKA"),
    ("NV", "NEVADA"),
    ("NH", "NEWHAMPSHIRE"),
    ("NJ", "NEWJERSEY"),
    ("NM", "NEWMEXICO"),
    ("NY", "NEWYORK"),
    ("NC", "NORTHCAROLINA"),
    ("ND", "NORTHDAKOTA"),
    ("OH", "OHIO"),
    ("OK", "OKLAHOMA"),
    ("OR", "OREGON"),
    ("PA", "PENNSYLVANIA"),
    ("RI", "RHODEISLAND"),
    ("SC", "SOUTHCAROLINA"),
    ("SD", "SOUTHDAKOTA"),
    ("TN", "TENNESSEE"),
    ("TX", "TEXAS"),
    ("UT", "UTAH"),
    ("VT", "VERMONT"),
    ("VA", "VIRGINIA"),
    ("WA", "WASHINGTON"),
    ("WV", "WESTVIRGINIA"),
    ("WI", "WISCONSIN"),
    ("WY", "WYOMING"),
    ("AB", "ALBERTA"),
    ("BC", "BRITISHCOLUMBIA"),
    ("MB", "MANITOBA"),
    ("NB", "NEWBRUNSWICK"),
    ("NL", "NEWFOUNDLANDANDLABRADOR"),
    ("NS", "NOVASCOTIA"),
    ("NT", "NORTHWESTTERRITORIES"),
    ("NU", "NUNAVUT"),
    ("ON", "ONTARIO"),
    ("PE", "PRINCEEDWARDISLAND"),
    ("QC", "QUEBEC"),
    ("SK", "SASKATCHEWAN"),
    ("YT", "YUKON"),
];

const COUNTRIES: [(&str, &[&str]); 5] = [
    ("US", &["USA", "UNITEDSTATES", "UNITEDSTATESOFAMERICA"]),
    ("CA", &["CAN", "CANADA"]),
    ("GB", &["UK", "GBR", "UNITEDKINGDOM", "ENGLAND", "GREATBRITAIN"]),
    ("DE", &["DEU", "GERMANY", "DEUTSCHLAND"]),
    ("MX", &["MEX", "MEXICO"]),
];

/// Words in upper case without accents and punctuation; `#` is a word of its own.
pub(super) fn split(text: &str) -> Vec<String> {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let plain = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .collect::<String>()
        .to_uppercase();
    // Points and apostrophes stand within words: `St.`, `O'Neil`.
    let plain = plain.replace(['.', '\'', '\u{2019}'], "").replace('#', " # ");
    let words = plain
        .split(|c: char| !c.is_alphanumeric() && c != '#')
        .filter(|word| !word.is_empty());
    words.flat_map(compound).collect()
}

/// `HAUPTSTR` and `HAUPTSTRASSE` are `HAUPT STRASSE`.
fn compound(word: &str) -> Vec<String> {
    let stem = ["STRASSE", "STR"].iter().find_map(|end| word.strip_suffix(end));
    match stem.filter(|stem| stem.len() > 2) {
        Some(stem) => vec![stem.to_owned(), "STRASSE".to_owned()],
        None => vec![word.to_owned()],
    }
}

/// The form in which a word of a street is compared.
pub(super) fn street_word(word: &str) -> String {
    if let Some((short, _)) = DIRECTIONS.iter().find(|(_, long)| *long == word) {
        return (*short).to_owned();
    }
    if let Some(place) = ORDINALS.iter().position(|ordinal| *ordinal == word) {
        let end = ["ST", "ND", "RD"].get(place).unwrap_or(&"TH");
        return format!("{}{end}", place + 1);
    }
    let known = STREET_WORDS.iter().find(|(_, long)| long.contains(&word));
    known.map_or_else(|| word.to_owned(), |(short, _)| (*short).to_owned())
}

/// Whether one of the words ends the name of a street.
pub(super) fn has_suffix(words: &[String]) -> bool {
    let is_suffix = |word: &String| {
        STREET_WORDS
            .iter()
            .any(|(short, long)| short == word || long.contains(&word.as_str()))
    };
    words.iter().any(is_suffix)
}

/// What kind of place within a building the word announces.
pub(super) fn unit_kind(word: &str) -> Option<UnitKind> {
    let known = UNITS.iter().find(|(_, words)| words.contains(&word));
    known.map(|(kind, _)| *kind)
}

/// The digits of `4TH`.
pub(super) fn ordinal(word: &str) -> Option<&str> {
    let digits = ["ST", "ND", "RD", "TH"]
        .iter()
        .find_map(|end| word.strip_suffix(end))?;
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

pub(super) fn is_direction(word: &str) -> bool {
    DIRECTIONS.iter().any(|(short, _)| *short == word)
}

/// `Saint Paul` is `St. Paul`, `Fort Worth` is `Ft Worth`, `Mount Vernon` is `Mt. Vernon`.
pub(super) fn city(text: &str) -> String {
    let word = |word: String| match word.as_str() {
        "SAINT" => "ST".to_owned(),
        "FORT" => "FT".to_owned(),
        "MOUNT" => "MT".to_owned(),
        _ => word,
    };
    split(text).into_iter().map(word).collect()
}

/// The code of a state.
pub(super) fn state(text: &str) -> String {
    let joined = split(text).concat();
    let known = STATES.iter().find(|(_, name)| *name == joined);
    known.map_or(joined, |(code, _)| (*code).to_owned())
}

/// Without spaces and hyphens; of a ZIP+4 the ZIP code.
pub(super) fn postal_code(text: &str) -> String {
    let joined = split(text).concat();
    let is_zip_plus_four = joined.len() == 9 && joined.bytes().all(|b| b.is_ascii_digit());
    if is_zip_plus_four {
        joined.chars().take(5).collect()
    } else {
        joined
    }
}

/// ISO 3166 alpha-2.
pub(super) fn country(text: &str) -> String {
    let joined = split(text).concat();
    let known = COUNTRIES
        .iter()
        .find(|(_, names)| names.contains(&joined.as_str()));
    known.map_or(joined, |(code, _)| (*code).to_owned())
}
