//! What a column of a list of things found at a site may be, by its header.

use super::ImportField::{self, *};
use super::candidate::{CLEAR_SHARE, Candidate, Facts, Options};
use super::content::Kind;
use super::synonyms::surveys;
use crate::enums::ImportTarget;

/// Whether rows of this kind are found at a site.
pub(super) fn is_found_at_site(target: ImportTarget) -> bool {
    matches!(
        target,
        ImportTarget::EmergencyLocations
            | ImportTarget::NetworkSegments
            | ImportTarget::Circuits
            | ImportTarget::SpecialLines
            | ImportTarget::Devices
            | ImportTarget::Licenses
            | ImportTarget::Contacts
    )
}

/// What a column may be in a list of `target`, by a header that such lists have; none = its header is none of these.
pub(super) fn options(facts: &Facts, target: ImportTarget) -> Option<Options> {
    let known = surveys::known(&facts.header);
    let candidates: Vec<Candidate> = known
        .into_iter()
        .filter(|(field, _)| field.belongs_to(target) && fits(*field, facts))
        .map(|(field, score)| Candidate {
            field,
            score: if facts.content.filled == 0 {
                score - 20
            } else {
                score
            },
            why: format!("The header \"{}\" is known for this.", facts.header),
        })
        .collect();
    (!candidates.is_empty()).then(|| Options {
        candidates,
        otherwise: (50, String::new()),
        from_cells: false,
    })
}

/// Whether the cells leave room for what the header says.
fn fits(field: ImportField, facts: &Facts) -> bool {
    let content = &facts.content;
    let numbers = content.share(Kind::Numbers) >= CLEAR_SHARE;
    let guids = content.share(Kind::Guids) >= CLEAR_SHARE;
    if content.filled == 0 {
        true
    } else if field == Elin {
        content.share(Kind::Numbers) > 0
    } else if field == ContactPhone {
        numbers || content.share(Kind::Short) > 0
    } else {
        let named = matches!(
            field,
            EmergencyLocation | Place | ContactName | Owner | Model | LicenseSku
        );
        !guids && (!named || !numbers)
    }
}
