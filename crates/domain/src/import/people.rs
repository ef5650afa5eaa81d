//! Finding the person a file means by whatever it calls them.

use std::collections::HashMap;

use super::PersonValues;
use crate::entities::unaccented;

/// A person as planning knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// Stored, by the place among the stored people.
    Stored(usize),
    /// Only in the files, by the place of their first record.
    New(usize),
}

/// What tells a person from others. Lists of a hundred thousand people are looked through by these alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Keys {
    pub(super) upn: Option<String>,
    pub(super) user_key: Option<String>,
    pub(super) email: Option<String>,
}

impl Keys {
    pub(super) fn of(person: &PersonValues) -> Self {
        Self {
            upn: person.upn.clone(),
            user_key: person.user_key.clone(),
            email: person.email.clone(),
        }
    }

    /// The UPN, else the user key.
    pub(super) fn key(&self) -> &str {
        self.upn
            .as_deref()
            .or(self.user_key.as_deref())
            .unwrap_or_default()
    }
}

/// People under their keys.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Directory {
    upns: HashMap<String, usize>,
    user_keys: HashMap<String, usize>,
    /// None where two people share the address.
    emails: HashMap<String, Option<usize>>,
}

impl Directory {
    /// Adds the person that the caller knows as `place`; keys that are taken stay with whom they have.
    pub(super) fn add(&mut self, place: usize, person: &Keys) {
        if let Some(upn) = &person.upn {
            self.upns.entry(upn.to_lowercase()).or_insert(place);
        }
        if let Some(key) = &person.user_key {
            self.user_keys.entry(key.to_lowercase()).or_insert(place);
        }
        if let Some(email) = &person.email {
            share(&mut self.emails, email.to_lowercase(), place);
        }
    }

    /// The person with this UPN or user key.
    pub(super) fn by_key(&self, key: &str) -> Option<usize> {
        let key = key.to_lowercase();
        let keyed = self.upns.get(&key).or_else(|| self.user_keys.get(&key));
        keyed.copied()
    }

    /// The only person with this mail address.
    pub(super) fn by_email(&self, email: &str) -> Option<usize> {
        self.emails.get(&email.to_lowercase()).copied().flatten()
    }

    /// Where somebody stands: by UPN, by user key, and by mail address where one side has no UPN. Two different
    /// UPNs are two people; `upn_of` gives that of a place.
    pub(super) fn same_person<'a>(
        &self,
        person: &Keys,
        upn_of: impl Fn(usize) -> Option<&'a str>,
    ) -> Option<usize> {
        let upn = person.upn.as_deref().map(str::to_lowercase);
        let email = person.email.as_deref();
        let key = person.user_key.as_deref().map(str::to_lowercase);
        let mut found = [
            upn.as_ref().and_then(|upn| self.upns.get(upn).copied()),
            key.and_then(|key| self.user_keys.get(&key).copied()),
            email.and_then(|email| self.upns.get(&email.to_lowercase()).copied()),
            email.and_then(|email| self.by_email(email)),
            upn.as_ref().and_then(|upn| self.by_email(upn)),
        ]
        .into_iter()
        .flatten();
        found.find(|place| match (upn_of(*place), &upn) {
            (Some(theirs), Some(upn)) => theirs.eq_ignore_ascii_case(upn),
            (None, _) | (_, None) => true,
        })
    }
}

/// People under what lists of agents call them besides their keys; what two of them share finds nobody.
#[derive(Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<String, Option<Who>>,
    extensions: HashMap<String, Option<Who>>,
    names: HashMap<String, Option<Who>>,
    /// The names without their accents, which lists often leave out.
    plain_names: HashMap<String, Option<Who>>,
}

impl Names {
    /// Adds a person under all their names.
    pub(super) fn add(&mut self, who: Who, person: &PersonValues) {
        if let Some(number) = &person.e164 {
            self.add_number(who, number.as_str());
        }
        for extension in [
            person.legacy_extension.as_deref(),
            Some(&*person.number_extension),
        ] {
            if let Some(extension) = extension.filter(|extension| !extension.is_empty()) {
                share(&mut self.extensions, extension.to_owned(), who);
            }
        }
        let names = [
            Some(person.display_name_or_default()),
            full_name(person, false),
            full_name(person, true),
        ];
        for name in names.into_iter().flatten() {
            let name = folded(&name);
            share(&mut self.plain_names, unaccented(&name), who);
            share(&mut self.names, name, who);
        }
    }

    /// Adds a number that a person holds.
    pub(super) fn add_number(&mut self, who: Who, number: &str) {
        share(&mut self.numbers, number.to_owned(), who);
    }

    /// The person whose number or extension this is.
    pub(super) fn by_line(&self, text: &str) -> Option<Who> {
        let number = self.numbers.get(text).or_else(|| self.extensions.get(text));
        number.copied().flatten()
    }

    /// The only person of this name; where nobody is spelt so, the only one whose name differs in accents alone.
    pub(super) fn by_name(&self, text: &str) -> Option<Who> {
        let name = folded(text);
        let spelt = self.names.get(&name);
        spelt
            .or_else(|| self.plain_names.get(&unaccented(&name)))
            .copied()
            .flatten()
    }

    /// Whether several people are called so, by number, extension or name.
    pub(super) fn is_shared(&self, text: &str) -> bool {
        let name = folded(text);
        let known = [
            self.numbers.get(text),
            self.extensions.get(text),
            self.names.get(&name),
            self.plain_names.get(&unaccented(&name)),
        ];
        known.into_iter().flatten().any(Option::is_none)
    }
}

/// A name that a second person uses stands for nobody.
fn share<T: Copy + PartialEq>(map: &mut HashMap<String, Option<T>>, key: String, who: T) {
    map.entry(key)
        .and_modify(|known| *known = known.filter(|known| *known == who))
        .or_insert(Some(who));
}

fn full_name(person: &PersonValues, last_first: bool) -> Option<String> {
    let (first, last) = (person.first_name.as_ref()?, person.last_name.as_ref()?);
    Some(if last_first {
        format!("{last}, {first}")
    } else {
        format!("{first} {last}")
    })
}

/// A name without regard to case and to how much space stands between its parts.
pub(super) fn folded(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(upn: &str, name: &str, extension: &str) -> PersonValues {
        PersonValues {
            upn: Some(upn.to_owned()),
            display_name: Some(name.to_owned()),
            legacy_extension: Some(extension.to_owned()),
            ..PersonValues::default()
        }
    }

    #[test]
    fn a_name_or_extension_that_two_people_share_finds_nobody() {
        let mut people = Names::default();
        people.add(Who::New(0), &person("ana@example.com", "Ana Núñez", "101"));
        people.add(Who::New(1), &person("bob@example.com", "Bob  Roe", "102"));
        people.add(Who::New(2), &person("bob2@example.com", "bob roe", "101"));
        assert_eq!(people.by_line("102"), Some(Who::New(1)));
        assert_eq!(people.by_name("ana  núñez"), Some(Who::New(0)));
        assert_eq!(people.by_name("Bob Roe"), None);
        assert_eq!(people.by_line("101"), None);
    }

    #[test]
    fn a_name_without_its_accents_is_found_as_long_as_one_person_has_it() {
        let mut people = Names::default();
        people.add(Who::New(0), &person("jose@example.com", "José Peña", "101"));
        people.add(Who::New(1), &person("zoe@example.com", "Zoë Roe", "102"));
        people.add(Who::New(2), &person("zoe2@example.com", "Zoé Roe", "103"));
        people.add(Who::New(3), &person("ana@example.com", "Ána Roe", "104"));
        people.add(Who::New(4), &person("ana2@example.com", "Ana Roe", "105"));
        for (text, who) in [
            ("JOSE PENA", Some(Who::New(0))),
            ("José Pena", Some(Who::New(0))),
            ("Jose\u{301} Pen\u{303}a", Some(Who::New(0))),
            ("Zoë Roe", Some(Who::New(1))),
            ("Zoe Roe", None),
            ("ana roe", Some(Who::New(4))),
            ("Jos Pena", None),
        ] {
            assert_eq!(people.by_name(text), who, "{text}");
        }
        assert!(people.is_shared("zoe roe") && !people.is_shared("jose pena") && !people.is_shared("Nobody"));
    }

    #[test]
    fn a_person_known_by_a_user_key_is_the_one_who_comes_with_a_upn() {
        let mut people = Directory::default();
        let stored = Keys {
            user_key: Some("anunez".to_owned()),
            email: Some("ana@example.com".to_owned()),
            ..Keys::default()
        };
        people.add(0, &stored);
        let found = |upn: Option<&str>, key: Option<&str>, theirs: Option<&'static str>| {
            let person = Keys {
                upn: upn.map(str::to_owned),
                user_key: key.map(str::to_owned),
                ..Keys::default()
            };
            people.same_person(&person, |_| theirs)
        };
        assert_eq!(found(Some("ANA@example.com"), None, None), Some(0));
        assert_eq!(found(Some("other@example.com"), Some("anunez"), None), Some(0));
        let taken = Some("ana@example.com");
        assert_eq!(found(Some("other@example.com"), Some("anunez"), taken), None);
        assert_eq!(found(Some("other@example.com"), None, None), None);
    }
}
