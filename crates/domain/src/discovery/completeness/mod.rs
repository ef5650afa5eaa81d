//! How much of a site is known, what is missing and why it matters, and whether a migration may leave discovery.
//!
//! Everything asked for is an item with a weight: 3 where it is required, 1 elsewhere. `answered` and
//! `not_applicable` count, `open` and `unknown` do not, and a section that is not applicable counts as a whole.

mod facts;
mod gate;
mod questions;
mod rows;

pub use gate::{Gate, SiteMissing, gate};

use crate::coded::{Coded, Labelled};
use crate::entities::{
    Circuit, Contact, Device, EmergencyLocation, LegacySystem, License, NetworkSegment, QuestionnaireAnswer,
    QuestionnaireDocument, SectionState, Site, SpecialLine,
};
use crate::enums::{DiscoverySection, DiscoveryState};
use crate::ids::SiteId;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// Everything that was learnt at a site.
#[derive(Debug, Clone, Copy)]
pub struct SiteDiscovery<'a> {
    /// The site.
    pub site: &'a Site,
    /// People to ask, of the site and of the whole company.
    pub contacts: &'a [Contact],
    /// States of sections; one that is missing is open.
    pub sections: &'a [SectionState],
    /// Places to which help can be sent.
    pub emergency_locations: &'a [EmergencyLocation],
    /// Parts of the network.
    pub network_segments: &'a [NetworkSegment],
    /// Systems that are replaced.
    pub legacy_systems: &'a [LegacySystem],
    /// Trunks and circuits.
    pub circuits: &'a [Circuit],
    /// Lines of machines.
    pub special_lines: &'a [SpecialLine],
    /// Equipment.
    pub devices: &'a [Device],
    /// Licenses.
    pub licenses: &'a [License],
    /// The questions that are asked at the site.
    pub questionnaire: Option<&'a QuestionnaireDocument>,
    /// Answers to them, whatever version they answered; of several to one question the latest counts.
    pub answers: &'a [QuestionnaireAnswer],
}

/// Something that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DiscoveryMissing")]
pub struct Missing {
    /// The section.
    pub section: DiscoverySection,
    /// Stable name: `site.business_hours`, or the key of a question.
    pub key: String,
    /// The row concerned; none where it is the site, a section or a question.
    #[ts(type = "string | null")]
    pub row: Option<Uuid>,
    /// What is missing, or the question.
    pub text: String,
    /// Why it matters.
    pub why: String,
    /// Whether a migration has to know it before it leaves discovery.
    pub required: bool,
    /// `open`, or `unknown` where somebody was asked and could not say.
    pub state: DiscoveryState,
}

/// How much of a section is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SectionCompleteness {
    /// The section.
    pub section: DiscoverySection,
    /// What somebody said of it.
    pub state: DiscoveryState,
    /// How much is known.
    pub score: Score,
    /// What is missing, required items first.
    pub missing: Vec<Missing>,
}

/// How much of a site is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteCompleteness {
    /// The site.
    pub site_id: SiteId,
    /// How much is known of all sections together.
    pub score: Score,
    /// Every section, in the order of [`DiscoverySection`].
    pub sections: Vec<SectionCompleteness>,
}

/// Answered weight of all weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DiscoveryScore")]
pub struct Score {
    /// The weight of what is known or not applicable.
    pub answered: u32,
    /// The weight of everything.
    pub whole: u32,
    /// The share in percent, rounded down, so that 100 means that nothing is missing.
    pub percent: u32,
}

/// Something that is asked for, known or not.
struct Item {
    key: String,
    row: Option<Uuid>,
    text: String,
    why: String,
    required: bool,
    state: DiscoveryState,
}

impl Item {
    fn new(key: &str, text: impl Into<String>, why: &str, known: bool) -> Self {
        Self {
            key: key.to_owned(),
            row: None,
            text: text.into(),
            why: why.to_owned(),
            required: false,
            state: if known {
                DiscoveryState::Answered
            } else {
                DiscoveryState::Open
            },
        }
    }

    fn required(mut self) -> Self {
        self.required = true;
        self
    }

    fn row(mut self, row: Uuid) -> Self {
        self.row = Some(row);
        self
    }

    fn is_known(&self) -> bool {
        matches!(
            self.state,
            DiscoveryState::Answered | DiscoveryState::NotApplicable
        )
    }

    fn weight(&self) -> u32 {
        if self.required { 3 } else { 1 }
    }
}

/// Counts what is known of a site and lists what is not.
pub fn completeness(of: &SiteDiscovery) -> SiteCompleteness {
    let sections: Vec<SectionCompleteness> = DiscoverySection::ALL
        .iter()
        .map(|section| section_completeness(of, *section))
        .collect();
    let sum = |weight: fn(&Score) -> u32| sections.iter().map(|section| weight(&section.score)).sum();
    SiteCompleteness {
        site_id: of.site.id,
        score: score(sum(|score| score.answered), sum(|score| score.whole)),
        sections,
    }
}

fn section_completeness(of: &SiteDiscovery, section: DiscoverySection) -> SectionCompleteness {
    let said = of.sections.iter().find(|said| said.section == section);
    let state = said.map_or(DiscoveryState::Open, |said| said.state);
    let mut items = facts::items(of, section);
    items.extend(rows::items(of, section, state));
    items.extend(questions::items(of, section));
    items.extend(whole(section, state));
    if state == DiscoveryState::NotApplicable {
        items
            .iter_mut()
            .for_each(|item| item.state = DiscoveryState::NotApplicable);
    }
    let known = items
        .iter()
        .filter(|item| item.is_known())
        .map(Item::weight)
        .sum();
    let all = items.iter().map(Item::weight).sum();
    let mut missing: Vec<Missing> = items
        .into_iter()
        .filter(|item| !item.is_known())
        .map(|item| missing(section, item))
        .collect();
    missing.sort_by_key(|item| !item.required);
    SectionCompleteness {
        section,
        state,
        score: score(known, all),
        missing,
    }
}

/// Whether somebody has said that a section is complete; free notes never are.
fn whole(section: DiscoverySection, state: DiscoveryState) -> Option<Item> {
    let why = "What nobody asked about comes back on the day of the port.";
    let text = format!(
        "Nobody has said that this is all: {}.",
        section.label().to_lowercase()
    );
    (section != DiscoverySection::Notes).then(|| {
        let item = Item::new(&format!("{section}.complete"), text, why, false);
        Item { state, ..item }
    })
}

fn missing(section: DiscoverySection, item: Item) -> Missing {
    Missing {
        section,
        key: item.key,
        row: item.row,
        text: item.text,
        why: item.why,
        required: item.required,
        state: item.state,
    }
}

fn score(answered: u32, whole: u32) -> Score {
    Score {
        answered,
        whole,
        percent: (answered * 100).checked_div(whole).unwrap_or(100),
    }
}
