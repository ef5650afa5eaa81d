//! The conditions that papers put on a step: asked for before the order is ready, signed for what it says, and fresh
//! on the day of its submission.

use super::{Guard, OrderFacts, guard};
use crate::coded::{Coded, Labelled};
use crate::enums::{OrderDocumentKind, OrderDocumentState};
use crate::porting::Finding;
use crate::porting::papers::{self, Freshness, Paper};
use chrono::NaiveDate;

/// Bill and CSR take their time, so they are asked for before anything else. Those that the carrier does not insist on
/// only warn.
pub(super) fn documents_asked_for(facts: &OrderFacts) -> Guard {
    let open = facts
        .papers
        .iter()
        .filter(|paper| paper.kind != OrderDocumentKind::Loa && !paper.is_asked_for());
    let (needed, other): (Vec<&Paper>, Vec<&Paper>) =
        open.partition(|paper| papers::is_needed(paper.kind, &facts.rules));
    let names = |papers: &[&Paper]| {
        let names: Vec<&str> = papers.iter().map(|paper| paper.kind.label()).collect();
        names.join(" and the ")
    };
    let text = match (needed.as_slice(), other.as_slice()) {
        ([], []) => "the documents were asked for, or waived".to_owned(),
        ([], open) | (open, _) => format!("nobody has asked for the {} yet", names(open)),
    };
    let remedy = "Ask the customer, and say so at the order's documents, or waive it there with a reason.";
    Guard {
        warning: needed.is_empty() && !other.is_empty(),
        ..guard("documents_asked_for", needed.is_empty(), text, remedy)
    }
}

/// Whether the letter was signed, by whom and for what.
pub(super) fn signature(facts: &OrderFacts) -> Vec<Guard> {
    let past = facts.loa_signed_on.is_some_and(|signed| signed <= facts.today);
    vec![
        guard(
            "signer",
            facts.has_signer,
            "the authorized signer".to_owned(),
            "Name the authorized signer.",
        ),
        guard(
            "signed_on",
            past,
            "a signature date, today or before".to_owned(),
            "Enter the date of the signature.",
        ),
        signed_content(facts),
    ]
}

/// A signature covers what the letter said and nothing else; what changed since is named.
pub(super) fn signed_content(facts: &OrderFacts) -> Guard {
    let same = facts.signed_hash.as_deref() == Some(facts.current_hash.as_str());
    let changes = facts.changes_since_signature.join("; ");
    let text = match changes.as_str() {
        _ if same => "the signature belongs to the order as it stands".to_owned(),
        "" => "the signature belongs to the order as it stands, but what this one was given for was not kept and \
            cannot be compared"
            .to_owned(),
        changes => format!("the signature belongs to the order as it stands, but {changes}"),
    };
    let remedy = if changes.is_empty() {
        "Send the letter of authorization as it reads now and have it signed."
    } else {
        "Send a new letter of authorization and have it signed, or undo the change."
    };
    guard("signed_content", same, text, remedy)
}

/// What was found of the order beside its papers, whose freshness is a condition of its own.
pub(super) fn without_papers(found: &[Finding]) -> Vec<Finding> {
    let is_of_paper = |finding: &&Finding| {
        let kinds = OrderDocumentKind::ALL.iter().map(|kind| kind.code());
        ["ages", "too_old", "missing"]
            .iter()
            .any(|what| kinds.clone().any(|kind| finding.code == format!("{kind}_{what}")))
    };
    found.iter().filter(|it| !is_of_paper(it)).cloned().collect()
}

/// The freshness of everything that goes with the order.
pub(super) fn freshness(facts: &OrderFacts) -> Vec<Guard> {
    let of = |paper: &Paper| {
        let code = match paper.kind {
            OrderDocumentKind::Loa => return loa(facts),
            OrderDocumentKind::Bill | OrderDocumentKind::TollFreeBill => "bill_fresh",
            OrderDocumentKind::Csr => "csr_fresh",
        };
        let name = paper.kind.label();
        match paper.state {
            Some(OrderDocumentState::Waived) => {
                let text = format!("the order goes without the {name}");
                Some(guard(code, true, text, ""))
            }
            Some(OrderDocumentState::Rejected) => {
                let text = format!("the {name} was rejected, and no other has come");
                Some(guard(
                    code,
                    false,
                    text,
                    "Ask for another one, or waive it with a reason.",
                ))
            }
            _ => Some(fresh(code, paper.kind, paper.dated_on, facts)),
        }
    };
    facts.papers.iter().filter_map(of).collect()
}

fn loa(facts: &OrderFacts) -> Option<Guard> {
    use crate::enums::PortOrderStatus::LoaSigned;
    let signed = facts.status == LoaSigned;
    signed.then(|| fresh("loa_fresh", OrderDocumentKind::Loa, facts.loa_signed_on, facts))
}

/// Age in days at submission; from 75 % of the limit on it warns. An absent date stops only where needed.
fn fresh(code: &str, kind: OrderDocumentKind, dated: Option<NaiveDate>, facts: &OrderFacts) -> Guard {
    let name = kind.label();
    let Some(dated) = dated else {
        // A signature that is asked for at all has to have a date.
        let needed = kind == OrderDocumentKind::Loa || papers::is_needed(kind, &facts.rules);
        let text = format!("no date of the {name} is recorded");
        let absent = guard(code, !needed, text, "Enter its date.");
        return Guard {
            warning: !needed,
            ..absent
        };
    };
    let (age, limit) = (
        (facts.today - dated).num_days(),
        papers::limit(kind, &facts.rules),
    );
    let freshness = papers::freshness(age, limit);
    let text = format!("the {name} is {age} days old; the limit is {limit}");
    let met = freshness != Freshness::Expired;
    Guard {
        warning: freshness == Freshness::Aging,
        ..guard(code, met, text, "Ask the customer for a new one.")
    }
}
