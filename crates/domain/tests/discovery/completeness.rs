//! How much is known of a site, and the gate that a migration passes when it leaves discovery.

use crate::rows::{answer, at, circuit, id, said, site, special_line};
use portflow_domain::coded::Coded;
use portflow_domain::discovery::completeness::*;
use portflow_domain::discovery::questionnaire::built_in;
use portflow_domain::entities::*;
use portflow_domain::enums::*;
use proptest::prelude::*;

fn nothing(site: &Site) -> SiteDiscovery<'_> {
    SiteDiscovery {
        site,
        contacts: &[],
        sections: &[],
        emergency_locations: &[],
        network_segments: &[],
        legacy_systems: &[],
        circuits: &[],
        special_lines: &[],
        devices: &[],
        licenses: &[],
        questionnaire: None,
        answers: &[],
    }
}

fn section(of: &SiteDiscovery, section: DiscoverySection) -> SectionCompleteness {
    let found = completeness(of).sections;
    found.into_iter().find(|found| found.section == section).unwrap()
}

fn keys(found: &SectionCompleteness) -> Vec<&str> {
    found.missing.iter().map(|missing| missing.key.as_str()).collect()
}

#[test]
fn an_empty_site_says_everything_that_is_missing_and_why() {
    let site = site();
    let found = completeness(&nothing(&site));
    assert_eq!(found.score.percent, 0);
    let order: Vec<_> = found.sections.iter().map(|section| section.section).collect();
    assert_eq!(order, DiscoverySection::ALL);
    assert!(
        found
            .sections
            .iter()
            .flat_map(|section| &section.missing)
            .all(|missing| {
                missing.text.ends_with('.')
                    && missing.why.ends_with('.')
                    && missing.state == DiscoveryState::Open
            })
    );
    let facts = section(&nothing(&site), DiscoverySection::SiteFacts);
    assert_eq!(
        keys(&facts),
        [
            "site.address",
            "site.main_number",
            "site.business_hours",
            "site.holidays",
            "site_facts.complete"
        ]
    );
    assert_eq!((facts.score.answered, facts.score.whole), (0, 11));
}

#[test]
fn what_is_entered_counts_by_its_weight() {
    let mut site = site();
    site.street = Some("100 Example Plaza".into());
    site.city = Some("Dallas".into());
    assert!(keys(&section(&nothing(&site), DiscoverySection::SiteFacts)).contains(&"site.address"));
    site.postal_code = Some("75201".into());
    let facts = section(&nothing(&site), DiscoverySection::SiteFacts);
    assert_eq!(
        (facts.score.answered, facts.score.whole, facts.score.percent),
        (3, 11, 27)
    );
}

#[test]
fn a_section_that_does_not_apply_is_known_and_one_that_nobody_knows_is_not() {
    let site = site();
    for (state, percent, state_of_missing) in [
        (DiscoveryState::NotApplicable, 100, None),
        (DiscoveryState::Answered, 100, None),
        (DiscoveryState::Unknown, 0, Some(DiscoveryState::Unknown)),
        (DiscoveryState::Open, 0, Some(DiscoveryState::Open)),
    ] {
        let sections = [said(DiscoverySection::SpecialLines, state)];
        let of = SiteDiscovery {
            sections: &sections,
            ..nothing(&site)
        };
        let found = section(&of, DiscoverySection::SpecialLines);
        assert_eq!((found.state, found.score.percent), (state, percent));
        assert_eq!(
            found.missing.first().map(|missing| missing.state),
            state_of_missing
        );
    }
}

#[test]
fn an_undecided_line_is_missing_even_where_the_section_is_answered() {
    let site = site();
    let lines = [special_line(
        9,
        SpecialLineKind::Fax,
        Some("+12149110177"),
        SpecialLineDecision::Unknown,
    )];
    let sections = [said(DiscoverySection::SpecialLines, DiscoveryState::Answered)];
    let of = SiteDiscovery {
        special_lines: &lines,
        sections: &sections,
        ..nothing(&site)
    };
    let found = section(&of, DiscoverySection::SpecialLines);
    assert_eq!(keys(&found), ["special_lines.decision", "special_lines.owner"]);
    assert!(found.missing[0].required && found.missing[0].row.is_some());
    let circuits = [circuit(1)];
    let of = SiteDiscovery {
        circuits: &circuits,
        ..nothing(&site)
    };
    let expected = [
        "circuits.contract_end",
        "circuits.monthly_cost",
        "circuits.disconnect_on",
        "circuits.complete",
    ];
    assert_eq!(keys(&section(&of, DiscoverySection::Circuits)), expected);
}

fn asked(kind: AnswerKind) -> QuestionnaireDocument {
    let question = Question {
        key: "paging.overhead".into(),
        section: DiscoverySection::Needs,
        text: "Is there overhead paging?".into(),
        kind,
        choices: Vec::new(),
        required: true,
        why: "It falls silent.".into(),
    };
    QuestionnaireDocument {
        questions: vec![question],
    }
}

#[test]
fn the_latest_answer_counts_while_it_answers_the_question() {
    let site = site();
    let (known, open, unknown) = (
        DiscoveryState::Answered,
        DiscoveryState::Open,
        DiscoveryState::Unknown,
    );
    for (kind, answers, expected) in [
        (AnswerKind::YesNo, vec![], Some(open)),
        (
            AnswerKind::YesNo,
            vec![answer("paging.overhead", known, Some("yes"), 2)],
            None,
        ),
        (
            AnswerKind::YesNo,
            vec![answer("paging.zones", known, Some("yes"), 2)],
            Some(open),
        ),
        (
            AnswerKind::Number,
            vec![answer("paging.overhead", known, Some("yes"), 2)],
            Some(open),
        ),
        (
            AnswerKind::YesNo,
            vec![answer("paging.overhead", known, None, 2)],
            Some(open),
        ),
        (
            AnswerKind::YesNo,
            vec![
                answer("paging.overhead", unknown, None, 3),
                answer("paging.overhead", known, Some("no"), 2),
            ],
            Some(unknown),
        ),
        (
            AnswerKind::YesNo,
            vec![answer("paging.overhead", DiscoveryState::NotApplicable, None, 2)],
            None,
        ),
    ] {
        let document = asked(kind);
        let of = SiteDiscovery {
            questionnaire: Some(&document),
            answers: &answers,
            ..nothing(&site)
        };
        let found = section(&of, DiscoverySection::Needs);
        let question = found
            .missing
            .iter()
            .find(|missing| missing.key == "paging.overhead");
        assert_eq!(question.map(|missing| missing.state), expected, "{answers:?}");
    }
}

/// A clinic of which everything required is known but an answer and the decision on the fax line.
fn clinic() -> (Site, Vec<Contact>, Vec<SectionState>) {
    let site = Site {
        street: Some("100 Example Plaza".into()),
        city: Some("Dallas".into()),
        postal_code: Some("75201".into()),
        main_number: Some("+12149110100".into()),
        business_hours: Some(BusinessHours::default()),
        ..site()
    };
    let signer = Contact {
        id: id(20),
        customer_id: id(1),
        site_id: None,
        kind: ContactKind::AuthorizedSigner,
        name: "Office manager".into(),
        title: None,
        email: None,
        phone: None,
        revision: 1,
        created_at: at(1),
        updated_at: at(1),
    };
    let answered = [
        DiscoverySection::LegacySystem,
        DiscoverySection::Circuits,
        DiscoverySection::Emergency,
    ];
    (
        site,
        vec![signer],
        answered
            .map(|section| said(section, DiscoveryState::Answered))
            .into(),
    )
}

#[test]
fn the_gate_refuses_and_then_opens() {
    let (site, contacts, sections) = clinic();
    let document = asked(AnswerKind::YesNo);
    let mut lines = [special_line(
        9,
        SpecialLineKind::Fax,
        Some("+12149110177"),
        SpecialLineDecision::Unknown,
    )];
    let of = SiteDiscovery {
        contacts: &contacts,
        sections: &sections,
        special_lines: &lines,
        questionnaire: Some(&document),
        ..nothing(&site)
    };
    let before = completeness(&of);
    let refused = gate(std::slice::from_ref(&before), Some("  "));
    assert!(!refused.is_open && refused.reason.is_none());
    assert_eq!(refused.sites[0].site_id, site.id);
    let owed: Vec<_> = refused.sites[0]
        .missing
        .iter()
        .map(|missing| missing.key.as_str())
        .collect();
    assert_eq!(owed, ["special_lines.decision", "paging.overhead"]);
    let overridden = gate(std::slice::from_ref(&before), Some(" The customer wants it so. "));
    assert!(overridden.is_open && overridden.sites == refused.sites);
    assert_eq!(overridden.reason.as_deref(), Some("The customer wants it so."));
    lines[0].decision = SpecialLineDecision::EFax;
    let answers = [answer("paging.overhead", DiscoveryState::Answered, Some("no"), 2)];
    let of = SiteDiscovery {
        contacts: &contacts,
        sections: &sections,
        special_lines: &lines,
        questionnaire: Some(&document),
        answers: &answers,
        ..nothing(&site)
    };
    let open = gate(&[completeness(&of)], Some("not needed"));
    assert!(open.is_open && open.sites.is_empty() && open.reason.is_none());
    assert!(completeness(&of).score.percent < 100);
}

proptest! {
    #[test]
    fn scores_add_up_and_answers_never_lower_them(states in prop::collection::vec(0_usize..4, 11), answered in prop::collection::vec(any::<bool>(), 58)) {
        let site = site();
        let template = built_in().unwrap();
        let sections: Vec<SectionState> = DiscoverySection::ALL
            .iter()
            .zip(states)
            .map(|(section, state)| said(*section, DiscoveryState::ALL[state]))
            .collect();
        let answers: Vec<QuestionnaireAnswer> = template.document.questions
            .iter()
            .zip(answered)
            .filter(|(_, answered)| *answered)
            .map(|(question, _)| answer(&question.key, DiscoveryState::NotApplicable, None, 2))
            .collect();
        let without = SiteDiscovery { sections: &sections, questionnaire: Some(&template.document), ..nothing(&site) };
        let (less, more) = (completeness(&without), completeness(&SiteDiscovery { answers: &answers, ..without }));
        let sum: u32 = more.sections.iter().map(|section| section.score.answered).sum();
        prop_assert_eq!(sum, more.score.answered);
        prop_assert_eq!(less.score.whole, more.score.whole);
        prop_assert!(less.score.answered <= more.score.answered && more.score.answered <= more.score.whole);
        for found in &more.sections {
            let weight: u32 = found.missing.iter().map(|missing| if missing.required { 3 } else { 1 }).sum();
            prop_assert_eq!(found.score.answered + weight, found.score.whole);
            prop_assert_eq!(found.score.percent == 100, found.missing.is_empty());
        }
    }
}
