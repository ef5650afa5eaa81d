//! What the cells of a column say where its header says nothing.
//!
//! A wrong field is worse than none: short numbers, names and addresses count only where little else looks so.

use super::ImportField::{self, *};
use super::candidate::{CLEAR_SHARE, Candidate, Facts, Options};
use super::content::Kind;
use super::synonyms;
use crate::enums::ImportTarget;

/// An unknown header may still stand over cells that speak for themselves.
pub(super) fn from_cells(facts: &Facts, target: ImportTarget) -> Options {
    let content = &facts.content;
    let named = !facts.header.is_empty();
    let mut found = Found {
        facts,
        target,
        candidates: Vec::new(),
    };
    found.add(E164, Kind::Numbers, CLEAR_SHARE, "telephone numbers");
    found.add(Upn, Kind::Addresses, CLEAR_SHARE, "addresses with an @");
    found.add(AssignedToUpn, Kind::Addresses, CLEAR_SHARE, "addresses with an @");
    if content.is_distinct() && (named || target == ImportTarget::EndUsers) {
        found.add(DisplayName, Kind::People, 70, "names of people");
        found.add_extension();
    }
    if target == ImportTarget::CallQueueAgents {
        found.add(Agent, Kind::Addresses, CLEAR_SHARE, "addresses with an @");
    }
    if named {
        found.add_codes();
    }
    let why = if content.share(Kind::Guids) >= CLEAR_SHARE {
        synonyms::unused_reason()
    } else if named {
        "Nothing is known about this header."
    } else {
        "The cells do not say what this is."
    };
    Options {
        candidates: found.candidates,
        otherwise: (0, why.to_owned()),
        from_cells: true,
    }
}

struct Found<'a> {
    facts: &'a Facts,
    target: ImportTarget,
    candidates: Vec<Candidate>,
}

impl Found<'_> {
    fn add(&mut self, field: ImportField, kind: Kind, least: u8, what: &str) {
        let share = self.facts.content.share(kind);
        if share >= least && field.belongs_to(self.target) {
            self.candidates.push(Candidate {
                field,
                score: 30 + share / 4,
                why: format!("{share} % of the cells are {what}."),
            });
        }
    }

    fn add_extension(&mut self) {
        let content = &self.facts.content;
        let counted = content.share(Kind::Ordinals) >= 50;
        // Below a header that nobody knows, longer ones may as well be staff numbers.
        let dialed = if self.facts.header.is_empty() {
            Kind::Short
        } else {
            Kind::ThreeOrFour
        };
        if content.filled >= 2 && content.share(Kind::Tiny) < 50 && !counted {
            self.add(
                Extension,
                Kind::Tails,
                CLEAR_SHARE,
                "the end of the number in their row",
            );
            self.add(Extension, dialed, 90, "short numbers");
        }
    }

    /// Fields whose cells are codes, or have a look of their own.
    fn add_codes(&mut self) {
        // One cell alone may be a code by chance.
        if self.facts.content.filled < 2 {
            return;
        }
        self.add(Carrier, Kind::Carriers, 80, "known carriers");
        self.add(PortingStatus, Kind::Statuses, 80, "known states of a port");
        if self.facts.content.different_types > 1 {
            self.add(NumberType, Kind::NumberTypes, 80, "known types of number");
        }
        self.add(AccountType, Kind::AccountTypes, 80, "types of resource account");
        self.add(
            RoutingMethod,
            Kind::RoutingMethods,
            80,
            "ways to offer calls to agents",
        );
        self.add(TimeZone, Kind::TimeZones, 80, "time zones");
        self.add(State, Kind::States, 80, "states");
        self.add(PostalCode, Kind::PostalCodes, 80, "postal codes");
        self.add(Street, Kind::Streets, 70, "street addresses");
        let key = self.facts.group.as_deref().is_some_and(|group| group.len() == 1);
        let short = self.facts.content.share(Kind::Short) >= CLEAR_SHARE;
        if key && !short && self.target == ImportTarget::AutoAttendants {
            self.candidates.push(Candidate {
                field: MenuOption,
                score: 40,
                why: "One of several columns that are told apart by a key.".to_owned(),
            });
        }
    }
}
