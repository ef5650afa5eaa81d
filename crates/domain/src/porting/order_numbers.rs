//! What keeps a number out of a port order.

use super::{Finding, Severity};
use crate::coded::Labelled;
use crate::enums::{Disposition, NumberClass, PortingStatus};
use crate::number::{E164, nanp};

/// A number that is to enter an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The base number.
    pub e164: E164,
    /// What is to become of it.
    pub disposition: Disposition,
    /// How far its port has come.
    pub porting_status: PortingStatus,
    /// The name of another open order that holds it.
    pub open_order: Option<String>,
}

/// Every objection to a candidate of an order of this class; an order takes it when none is an error.
pub fn check_number(class: NumberClass, is_demo: bool, candidate: &Candidate) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(disposition(candidate));
    found.extend(standing(candidate));
    found.extend(class_of(class, candidate));
    found.extend(plan(
        nanp::findings_in_order(&candidate.e164, is_demo),
        &candidate.e164,
    ));
    found
}

/// What the numbering plan says against a number that is in no order.
pub fn check_plan(e164: &E164, is_demo: bool) -> Vec<Finding> {
    plan(nanp::findings_of_customer(e164, is_demo), e164)
}

fn disposition(candidate: &Candidate) -> Option<Finding> {
    let number = &candidate.e164;
    match candidate.disposition {
        Disposition::Port => None,
        Disposition::Unknown => Some(Finding::error(
            "disposition_unknown",
            format!("The disposition of {number} is unknown."),
            "Set its disposition to port, or leave it out.",
        )),
        other @ (Disposition::New | Disposition::Retain | Disposition::Disconnect | Disposition::Forward) => {
            Some(Finding::error(
                "disposition_not_port",
                format!("{number} has the disposition {}.", other.label()),
                "Leave it out, or set its disposition to port.",
            ))
        }
    }
}

fn standing(candidate: &Candidate) -> Option<Finding> {
    let number = &candidate.e164;
    if let Some(order) = &candidate.open_order {
        let text = format!("{number} is already in the open order {order}.");
        return Some(Finding::error(
            "in_open_order",
            text,
            "Take it out of that order first.",
        ));
    }
    match candidate.porting_status {
        PortingStatus::NotStarted | PortingStatus::LoaRejected => None,
        PortingStatus::Failed => Some(Finding::error(
            "port_failed",
            format!("The port of {number} has failed."),
            "Restart it with a reason (Failed to Not started).",
        )),
        status @ (PortingStatus::LoaSubmitted
        | PortingStatus::FocReceived
        | PortingStatus::PortScheduled
        | PortingStatus::Ported
        | PortingStatus::Verified) => Some(Finding::error(
            "port_under_way",
            format!("{number} is already {}.", status.label()),
            "Leave it to the order that is under way, or restart it once that order has failed.",
        )),
    }
}

fn class_of(class: NumberClass, candidate: &Candidate) -> Option<Finding> {
    let number = &candidate.e164;
    (candidate.e164.is_toll_free() != (class == NumberClass::TollFree)).then(|| {
        Finding::error(
            "class_mixed",
            format!("{number} does not belong into a {} order.", class.label()),
            "Toll-free numbers move by a RespOrg change in an order of their own.",
        )
    })
}

fn plan(found: Vec<nanp::NumberFinding>, e164: &E164) -> Vec<Finding> {
    let describe = |finding: nanp::NumberFinding| {
        let text = format!("{e164}: {}", finding.text);
        let code = finding.code.to_string();
        let remedy = "Correct the number, or leave it out.";
        match finding.severity {
            Severity::Error => Finding::error(&code, text, remedy),
            Severity::Warning => Finding::warning(&code, text, remedy),
        }
    };
    found.into_iter().map(describe).collect()
}
