//! What the header of a column says: an exact synonym, else one after words without weight are dropped, else a
//! telling word. The tables beside it are facts gathered from exports and lists of many origins and languages.

mod left_out;
mod numbers;
mod people;
pub(super) mod surveys;
mod voice;
mod weights;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::ImportField;
use super::words::{is_short, split_group, split_run, words};
use weights::{ATTRIBUTES, DESTINATIONS, HEADS, LOOSE, NAME_WORDS, NAMED, NEUTRAL, TELLING_WORDS, TOWARD};

/// Fields in the order in which they are tried, and headers separated by `|`.
type Entry = (&'static [ImportField], &'static str);

/// What a known header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The column is the first of these fields that the list has and no other column fits better.
    Fields(&'static [ImportField]),
    /// The column is known and deliberately left out, for this reason.
    LeftOut(&'static str),
}

/// A header that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// What it says.
    pub(super) meaning: Meaning,
    /// How surely, 0 to 100.
    pub(super) strength: u8,
    /// Whether the cells must bear out a coded field, because the word has other meanings too.
    pub(super) loose: bool,
}

/// At least this sure is a header that helps to find the header row.
pub(super) const TELLING: u8 = 78;

struct Index {
    by_key: HashMap<String, Known>,
    vocabulary: HashSet<String>,
}

static INDEX: LazyLock<Index> = LazyLock::new(build);

fn build() -> Index {
    let mut index = Index {
        by_key: HashMap::new(),
        vocabulary: NEUTRAL.split('|').map(str::to_owned).collect(),
    };
    let loose: HashSet<String> = LOOSE.split('|').map(|text| words(text).concat()).collect();
    let mut add = |headers: &'static str, meaning: Meaning, strength: u8| {
        for header in headers.split('|') {
            let words = words(header);
            let key = words.concat();
            let loose = loose.contains(&key);
            index.by_key.entry(key).or_insert(Known {
                meaning,
                strength,
                loose,
            });
            index
                .vocabulary
                .extend(words.into_iter().filter(|word| word.len() > 1));
        }
    };
    for (fields, headers) in numbers::ENTRIES
        .iter()
        .chain(people::ENTRIES)
        .chain(voice::ENTRIES)
    {
        // A column that is called UPN is one before any column that is called e-mail.
        let upn = matches!(fields, [ImportField::Upn, ImportField::AssignedToUpn]);
        // So is the customer's own PON before an order number of the carrier.
        let pon = matches!(fields, [ImportField::Pon]);
        add(headers, Meaning::Fields(fields), if upn || pon { 98 } else { 95 });
    }
    for (fields, headers) in people::WEAK_ENTRIES {
        add(headers, Meaning::Fields(fields), 60);
    }
    for (why, headers) in left_out::HEADERS {
        add(headers, Meaning::LeftOut(why), 90);
    }
    index
        .vocabulary
        .extend(left_out::PRIVATE_WORDS.iter().map(|word| (*word).to_owned()));
    index
}

/// What a header means, whatever the sheet lists; none when nothing is known about it.
pub(super) fn known(text: &str) -> Option<Known> {
    if text.len() > 120 {
        return None;
    }
    let words = words(text);
    if words.is_empty() {
        return None;
    }
    counted(text, &words)
        .or_else(|| exact(&words, 100))
        .or_else(|| shortened(text))
        .or_else(|| toward(&words))
        .or_else(|| by_words(&words))
        .or_else(|| named(&words))
        .or_else(|| apart(&words))
        .or_else(|| telling_word(&words))
}

fn exact(words: &[String], strength: u8) -> Option<Known> {
    let found = INDEX.by_key.get(words.concat().as_str())?;
    Some(Known {
        strength: found.strength.min(strength),
        ..*found
    })
}

/// `Number of Users` and `# Phones` count things; of numbers that is the size of a range.
fn counted(text: &str, words: &[String]) -> Option<Known> {
    let (_, rest) = words.split_first().filter(|(first, _)| *first == "number")?;
    let rest = match rest.split_first() {
        Some((of, rest)) if of == "of" => rest,
        Some(_) if text.starts_with('#') && text.ends_with('s') => rest,
        Some(_) | None => return None,
    };
    let numbers = |fields: &[ImportField]| fields.contains(&ImportField::E164);
    match exact(rest, 90).map(|known| known.meaning) {
        Some(Meaning::Fields(fields)) if numbers(fields) => exact(&["quantity".to_owned()], 82),
        Some(_) | None => Some(left(left_out::UNUSED, 82)),
    }
}

/// Without what stands in brackets, without the index of a group, or one of two that a slash or a dash separates.
fn shortened(text: &str) -> Option<Known> {
    if let Some((before, after)) = text.split_once(['(', '[']) {
        let after = after.split_once([')', ']']).map_or("", |(_, after)| after);
        let plain = words(&format!("{before} {after}"));
        // What stands in brackets may be what makes it private: "Phone (mobile)".
        if let Some(found) = private(&words(text))
            .or_else(|| exact(&plain, 92))
            .or_else(|| by_words(&plain))
        {
            return Some(found);
        }
    }
    if let (base, Some(_)) = split_group(text)
        && let Some(found) = known(base)
    {
        return Some(Known {
            strength: found.strength.min(92),
            ..found
        });
    }
    let mut parts = text
        .split(['/', '|', ',', ';', '\n'])
        .flat_map(|part| part.split(" or "))
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" \u{2013} "));
    let several = text.contains(['/', '|', ',', ';', '\n'])
        || [" or ", " - ", " \u{2013} "]
            .iter()
            .any(|sign| text.contains(sign));
    if !several || private(&words(text)).is_some() {
        return None;
    }
    parts.find_map(|part| {
        let words = words(part);
        exact(&words, 85).filter(|found| matches!(found.meaning, Meaning::Fields(_)))
    })
}

/// Whether a header names the number that a line shows when it calls.
pub(super) fn is_caller_id(header: &str) -> bool {
    left_out::CALLER_IDS.contains(&words(header).concat().as_str())
}

fn private(words: &[String]) -> Option<Known> {
    let any = words
        .iter()
        .any(|word| left_out::PRIVATE_WORDS.contains(&word.as_str()));
    // A home department is no number.
    let place = words
        .last()
        .is_some_and(|last| last == "department" || HEADS.contains(&last.as_str()));
    (any && !place).then_some(left(left_out::PRIVATE, 85))
}

fn left(why: &'static str, strength: u8) -> Known {
    Known {
        meaning: Meaning::LeftOut(why),
        strength,
        loose: false,
    }
}

/// A private number first, then what remains when words without weight are dropped, then a foreign number.
fn by_words(words: &[String]) -> Option<Known> {
    if let Some(found) = private(words) {
        return Some(found);
    }
    let heavy: Vec<String> = words.iter().filter(|word| !is_neutral(word)).cloned().collect();
    if !heavy.is_empty()
        && heavy.len() < words.len()
        && let Some(found) = exact(&heavy, 82)
    {
        return Some(found);
    }
    let foreign = words
        .iter()
        .any(|word| left_out::FOREIGN_WORDS.contains(&word.as_str()));
    // A contact center has contacts of another kind.
    let contact = words.len() > 1 && words.iter().any(|word| word == "contact");
    let foreign = foreign || (contact && !words.iter().any(|word| word == "center"));
    // What a manager or a surveyor remarks is a remark about the row.
    let remark = words
        .last()
        .is_some_and(|last| matches!(last.as_str(), "note" | "comment" | "remark"));
    (foreign && !remark).then_some(left(left_out::FOREIGN, 60))
}

/// A destination that is called one: `After Hours Goes To`, `Press 1 routes to`.
fn toward(words: &[String]) -> Option<Known> {
    let kept = words.iter().rposition(|word| !TOWARD.contains(&word.as_str()))? + 1;
    let known = (kept < words.len())
        .then(|| exact(&words[..kept], 80))
        .flatten()?;
    let fits = |fields: &[ImportField]| fields.first().is_some_and(|field| DESTINATIONS.contains(field));
    matches!(known.meaning, Meaning::Fields(fields) if fits(fields)).then_some(known)
}

/// The name of something known is that thing: `Hunt Group Title`, `Vendor Name`, `Nom de la ville`.
fn named(words: &[String]) -> Option<Known> {
    let heavy: Vec<String> = words.iter().filter(|word| !is_neutral(word)).cloned().collect();
    let is_name = |word: &String| NAME_WORDS.contains(&word.as_str());
    let rest = match heavy.as_slice() {
        [rest @ .., last] if is_name(last) => rest,
        [first, rest @ ..] if is_name(first) => rest,
        _ => return None,
    };
    let known = exact(rest, 80)?;
    let fits = |fields: &[ImportField]| fields.first().is_some_and(|field| NAMED.contains(field));
    matches!(known.meaning, Meaning::Fields(fields) if fits(fields)).then_some(known)
}

fn is_neutral(word: &str) -> bool {
    NEUTRAL.split('|').any(|neutral| neutral == word)
}

/// Words that were run together are taken apart.
fn apart(words: &[String]) -> Option<Known> {
    let is_word = |word: &str| INDEX.vocabulary.contains(word) || is_short(word);
    let mut split = false;
    let mut pieces = Vec::new();
    for word in words {
        match split_run(word, is_word) {
            Some(parts) => {
                split = true;
                pieces.extend(parts);
            }
            None => pieces.push(word.clone()),
        }
    }
    if !split {
        return None;
    }
    exact(&pieces, TELLING).or_else(|| {
        by_words(&pieces).or_else(|| named(&pieces)).map(|found| Known {
            strength: found.strength.min(TELLING),
            ..found
        })
    })
}

fn telling_word(words: &[String]) -> Option<Known> {
    if words.len() > 5 {
        return None;
    }
    let last = words.last()?;
    let at_end = TELLING_WORDS.iter().find(|(word, _)| word == last);
    let anywhere = TELLING_WORDS
        .iter()
        .find(|(word, _)| words.iter().any(|own| own == word));
    let key = match (at_end, head(words)) {
        (Some((_, key)), _) => *key,
        (None, Some(head)) => head,
        (None, None) if ATTRIBUTES.contains(&last.as_str()) => return None,
        (None, None) => anywhere?.1,
    };
    let found = INDEX.by_key.get(key)?;
    Some(Known {
        strength: 60,
        ..*found
    })
}

/// The word that a header ends with, unless another of its words is known to be of no use: a `Jack Label` is not one.
fn head(words: &[String]) -> Option<&'static str> {
    let (last, others) = words.split_last()?;
    let useless = |word: &String| {
        let known = INDEX.by_key.get(word.as_str()).map(|known| known.meaning);
        matches!(known, Some(Meaning::LeftOut(_)))
    };
    HEADS
        .iter()
        .find(|head| *head == last && !others.iter().any(useless))
        .copied()
}

/// The reason for which numbers that calls show or go to are left out.
pub(super) fn routing_reason() -> &'static str {
    left_out::ROUTING
}

/// The reason for which a column stays out although its header is known.
pub(super) fn unused_reason() -> &'static str {
    left_out::UNUSED
}

#[cfg(test)]
mod tests {
    use super::*;
    use ImportField::*;

    fn first(text: &str) -> Option<ImportField> {
        match known(text)?.meaning {
            Meaning::Fields(fields) => fields.first().copied(),
            Meaning::LeftOut(_) => None,
        }
    }

    #[test]
    fn headers_in_many_spellings() {
        for (text, field) in [
            ("FirstName", FirstName),
            ("USER_PRINCIPAL_NAME", Upn),
            ("Tel. No.", E164),
            ("Extn #", Extension),
            ("D.D.I.", E164),
            ("Employee's Last Name", LastName),
            ("userprincipalname", Upn),
            ("OFFICEPHONENUM", E164),
            ("Dept", Department),
            ("Rufnummer", E164),
            ("Durchwahl", Extension),
            ("Prénom", FirstName),
            ("Téléphone", E164),
            ("Teléfono", E164),
            ("Extensión", Extension),
            ("Apellido", LastName),
            ("Achternaam", LastName),
            ("DID\n(10 digit)", E164),
            ("User ID/Email (Required)", Upn),
            ("Directory Number 3", Extension),
            ("agentUserId[1]", Agent),
            ("Press 1", MenuOption),
            ("Requested FOC Date", FocDate),
            ("# of TNs", QuantityCheck),
            ("ZIP", PostalCode),
            ("Fax", FurtherNumber),
            ("4-digit Extension", Extension),
            ("TN / Range", E164),
            ("PON", Pon),
            ("AlternateExtension1", E164),
        ] {
            assert_eq!(first(text), Some(field), "{text}");
        }
    }

    #[test]
    fn private_and_foreign_numbers_stay_out() {
        for text in [
            "Mobile Phone",
            "HOME PHONE",
            "MobileNumber",
            "Handy",
            "Cell #",
            "OutboundCallerID",
            "callingLineIdPhoneNumber",
            "Dynamic Extension - External number",
            "Caller ID Number",
            "mobilephonenumber",
            "Manager's Phone",
            "Portable",
        ] {
            let found = known(text).map(|found| found.meaning);
            assert!(matches!(found, Some(Meaning::LeftOut(_))), "{text}: {found:?}");
        }
    }

    #[test]
    fn longer_headers_are_read_by_their_parts() {
        for (text, field) in [
            ("Vendor Name", Some(Carrier)),
            ("Hunt Group Title", Some(CallQueue)),
            ("Nom du site", Some(Name)),
            ("Bascule prévue le", Some(CutoverDate)),
            ("After Hours Goes To", Some(AfterHours)),
            ("Number Label", Some(DisplayName)),
            ("Surveyor Comments", Some(Notes)),
            ("Personeelsnr.", Some(UserKey)),
            ("Home Department", Some(Department)),
            ("Number of Lines", Some(QuantityCheck)),
            ("Number of DIDs", Some(QuantityCheck)),
            ("# of Handsets", None),
            ("Extension Type", None),
            ("Phone Needed?", None),
            ("Jack Label", None),
            ("Site Contact Phone", None),
            ("Requested By", None),
        ] {
            assert_eq!(first(text), field, "{text}");
        }
    }
}
