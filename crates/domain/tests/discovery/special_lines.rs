//! Special lines beside an order and beside an account that is to be closed.

use super::{codes, texts};
use crate::rows::{id, special_line};
use portflow_domain::coded::Coded;
use portflow_domain::discovery::special_lines::*;
use portflow_domain::enums::*;
use portflow_domain::ids::{EntityId, LosingAccountId};

const FAX: &str = "+12149110177";
const LIFT: &str = "+12149110188";

#[test]
fn an_undecided_line_stops_the_order_with_its_number() {
    let fax = special_line(7, SpecialLineKind::Fax, Some(FAX), SpecialLineDecision::Unknown);
    let found = check_order(std::slice::from_ref(&fax), &[FAX.to_owned()]);
    assert_eq!(codes(&found), ["special_line_undecided"]);
    assert_eq!(
        texts(&found),
        ["Nobody has decided what becomes of the fax line +12149110177."]
    );
    assert!(found[0].is_error());
    assert_eq!(
        (found[0].rows.as_slice(), found[0].fields.as_slice()),
        ([fax.id.uuid()].as_slice(), ["decision".to_owned()].as_slice())
    );
    assert!(check_order(&[fax], &[LIFT.to_owned()]).is_empty());
    let unknown = special_line(7, SpecialLineKind::Fax, None, SpecialLineDecision::Unknown);
    assert!(check_order(&[unknown], &[FAX.to_owned(), String::new()]).is_empty());
}

#[test]
fn every_decision_has_its_answer_for_the_order_and_for_the_account() {
    use SpecialLineDecision as D;
    let account: LosingAccountId = id(50);
    for decision in D::ALL {
        let mut lift = special_line(8, SpecialLineKind::Elevator, Some(LIFT), *decision);
        lift.losing_account_id = Some(account);
        lift.location = Some("Shaft 2".into());
        let lines = [lift];
        let (order, closing) = match decision {
            D::Unknown => (Some(true), true),
            D::Keep => (Some(false), true),
            D::Retire => (Some(false), false),
            D::Teams | D::AnalogAdapter | D::EFax => (None, false),
        };
        let found = check_order(&lines, &[LIFT.to_owned()]);
        assert_eq!(found.first().map(|found| found.is_error()), order, "{decision}");
        let closed = check_closing(&lines, account, "the account", &[]);
        assert_eq!(!closed.is_empty(), closing, "{decision}");
        assert!(
            closed
                .iter()
                .all(|found| found.is_error() && found.finding.text.contains("(Shaft 2)"))
        );
        assert!(
            check_closing(&lines, id(51), "the account", &[LIFT.to_owned()]).is_empty(),
            "another account is named"
        );
    }
}

#[test]
fn an_elevator_that_stays_blocks_closing_its_account_and_not_the_port_of_others() {
    let lift = special_line(
        8,
        SpecialLineKind::Elevator,
        Some(LIFT),
        SpecialLineDecision::Keep,
    );
    assert!(check_order(std::slice::from_ref(&lift), &[FAX.to_owned()]).is_empty());
    let found = check_closing(
        &[lift],
        id(50),
        "the account of Lumen",
        &[FAX.to_owned(), LIFT.to_owned()],
    );
    assert_eq!(
        texts(&found),
        [
            "The elevator line +12149110188 is to stay and is billed to the account of Lumen, which is to be closed."
        ]
    );
}
