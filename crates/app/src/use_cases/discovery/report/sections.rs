//! Every section of a discovery with its state, its rows and its questions.

use portflow_document::blocks::Table;
use portflow_document::discovery::ReportSection;
use portflow_domain::coded::Labelled;
use portflow_domain::discovery::completeness::SectionCompleteness;
use portflow_domain::enums::DiscoverySection;

use super::spelt::{address, said, text};
use super::{Facts, hours, questions, tables};

/// The section as the report shows it.
pub(super) fn section(of: &Facts, known: &SectionCompleteness) -> ReportSection {
    let state = of
        .learnt
        .sections
        .iter()
        .find(|state| state.section == known.section);
    let said = state.map(|state| said(state.said_by.as_deref(), state.said_on));
    ReportSection {
        title: known.section.label().to_owned(),
        state: known.state.label().to_owned(),
        percent: known.score.percent,
        said: said.unwrap_or_default(),
        notes: state.and_then(|state| state.notes.clone()).unwrap_or_default(),
        facts: single_values(of, known.section),
        tables: rows(of, known.section),
        questions: questions::asked(&of.learnt, known.section),
    }
}

fn single_values(of: &Facts, section: DiscoverySection) -> Vec<(String, String)> {
    let site = &of.learnt.site;
    let all = match section {
        DiscoverySection::SiteFacts => vec![
            ("Address", address(site)),
            ("Short name", text(site.code.as_ref())),
            ("Main number", text(site.main_number.as_ref())),
            ("Time zone", site.time_zone.clone()),
            ("System to be replaced", text(site.legacy_pbx.as_ref())),
        ],
        DiscoverySection::Notes => vec![("What was found", text(site.discovery_notes.as_ref()))],
        DiscoverySection::Contacts
        | DiscoverySection::Emergency
        | DiscoverySection::LegacySystem
        | DiscoverySection::Circuits
        | DiscoverySection::SpecialLines
        | DiscoverySection::Devices
        | DiscoverySection::Needs
        | DiscoverySection::Licenses
        | DiscoverySection::Network => Vec::new(),
    };
    let spellings = of
        .learnt
        .address_spellings
        .iter()
        .filter(|_| section == DiscoverySection::SiteFacts);
    let all = all
        .into_iter()
        .chain(spellings.map(|it| ("Two spellings", it.note.clone())));
    let given = all.filter(|(_, value)| !value.trim().is_empty());
    given.map(|(name, value)| (name.to_owned(), value)).collect()
}

fn rows(of: &Facts, section: DiscoverySection) -> Vec<(String, Table)> {
    let learnt = &of.learnt;
    let all = match section {
        DiscoverySection::SiteFacts => {
            let week = learnt
                .site
                .business_hours
                .as_ref()
                .map(|hours| ("Business hours", hours::week(hours)));
            let holidays = ("Holidays and short days", hours::holidays(&learnt.site.holidays));
            week.into_iter().chain([holidays]).collect()
        }
        DiscoverySection::Contacts => vec![("Contacts", tables::contacts(&learnt.contacts))],
        DiscoverySection::Emergency => {
            vec![(
                "Emergency locations",
                tables::emergency_locations(&learnt.emergency_locations),
            )]
        }
        DiscoverySection::LegacySystem => vec![("Systems", tables::legacy_systems(&learnt.legacy_systems))],
        DiscoverySection::Circuits => vec![("Circuits", tables::circuits(&learnt.circuits, &of.accounts))],
        DiscoverySection::SpecialLines => {
            vec![(
                "Lines",
                tables::special_lines(&learnt.special_lines, &of.accounts),
            )]
        }
        DiscoverySection::Devices => vec![("Devices", tables::devices(&learnt.devices))],
        DiscoverySection::Licenses => vec![("Licenses", tables::licenses(&learnt.licenses))],
        DiscoverySection::Network => {
            let segments = tables::network_segments(&learnt.network_segments, &learnt.emergency_locations);
            vec![("Parts of the network", segments)]
        }
        DiscoverySection::Needs | DiscoverySection::Notes => Vec::new(),
    };
    let filled = all.into_iter().filter(|(_, table)| !table.rows.is_empty());
    filled.map(|(title, table)| (title.to_owned(), table)).collect()
}
