//! The whole report, put together.

use portflow_document::blocks::Picture;
use portflow_document::discovery::{FoundItem, MissingItem};
use portflow_document::{DiscoveryReport, Sheet};
use portflow_domain::coded::Labelled;
use portflow_domain::discovery::DiscoveryFinding;
use portflow_domain::discovery::completeness::Missing;
use portflow_domain::entities::Attachment;
use portflow_domain::enums::{AttachmentKind, DiscoveryState};

use super::Facts;
use super::costs::costs;
use super::sections::section;
use super::spelt::{address, text};

/// What the report says.
pub(super) fn report(of: &Facts, photos: Vec<Picture>) -> DiscoveryReport {
    let site = &of.learnt.site;
    let sections = &of.learnt.completeness.sections;
    DiscoveryReport {
        customer: of.customer.clone(),
        site: site.name.clone(),
        address: address(site),
        sheet: Sheet::of_country(&site.country),
        as_of: of.as_of,
        time_zone: site.time_zone.clone(),
        percent: of.learnt.completeness.score.percent,
        missing: sections
            .iter()
            .flat_map(|section| &section.missing)
            .map(missing)
            .collect(),
        findings: of.learnt.findings.iter().map(found).collect(),
        sections: sections.iter().map(|known| section(of, known)).collect(),
        costs: costs(of),
        photos,
        files: of
            .files
            .iter()
            .filter(|file| file.kind != AttachmentKind::Photo)
            .map(kept)
            .collect(),
    }
}

fn kept(file: &Attachment) -> [String; 3] {
    let section = file.section.map(|section| section.label().to_owned());
    [
        file.file_name.clone(),
        text(file.caption.as_ref()),
        text(section.as_ref()),
    ]
}

fn missing(missing: &Missing) -> MissingItem {
    MissingItem {
        section: missing.section.label().to_owned(),
        text: missing.text.clone(),
        why: missing.why.clone(),
        is_required: missing.required,
        was_asked: missing.state == DiscoveryState::Unknown,
    }
}

fn found(found: &DiscoveryFinding) -> FoundItem {
    FoundItem {
        is_error: found.is_error(),
        text: found.finding.text.clone(),
        remedy: found.finding.remedy.clone(),
    }
}
