//! Plans that more than one test looks at, and an independent reading of scripts.
#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use chrono::NaiveDate;
use portflow_domain::enums::{PortOrderStatus, RoutingType};
use portflow_domain::provisioning::{
    AssignmentFacts, CutoverFacts, CutoverOrder, ProvisioningPlan, ScriptStamp,
};

pub fn person(upn: &str, name: &str, e164: &str, extension: &str) -> AssignmentFacts {
    AssignmentFacts {
        upn: upn.into(),
        display_name: name.into(),
        e164: e164.into(),
        extension: extension.into(),
        usage_location: Some("US".into()),
        ..AssignmentFacts::default()
    }
}

pub fn stamp() -> ScriptStamp {
    ScriptStamp {
        script_id: "01936f3c-8a00-7000-8000-000000000001".into(),
        inputs_fingerprint: "3f0c9a52d1e6".into(),
    }
}

pub fn plan(facts: &CutoverFacts) -> ProvisioningPlan {
    ProvisioningPlan::cutover(&stamp(), facts).unwrap()
}

fn parse(script: &str) -> tree_sitter::Tree {
    let mut parser = tree_sitter::Parser::new();
    parser
        .set_language(&tree_sitter_powershell::LANGUAGE.into())
        .unwrap();
    parser.parse(script, None).unwrap()
}

/// Whether a grammar that was not written for PortFlow stumbles over the script.
pub fn has_syntax_error(script: &str) -> bool {
    parse(script).root_node().has_error()
}

/// The kinds of all nodes of the syntax tree in order: the script without its texts.
pub fn outline(script: &str) -> Vec<&'static str> {
    let tree = parse(script);
    let mut cursor = tree.walk();
    let mut kinds = Vec::new();
    loop {
        kinds.push(cursor.node().kind());
        if cursor.goto_first_child() || cursor.goto_next_sibling() {
            continue;
        }
        loop {
            if !cursor.goto_parent() {
                return kinds;
            }
            if cursor.goto_next_sibling() {
                break;
            }
        }
    }
}

/// A commitment to the minute, extensions, policies, and names that only quoting survives.
pub fn direct_routing() -> CutoverFacts {
    let policies = |row: AssignmentFacts| AssignmentFacts {
        voice_routing_policy: Some("US-National".into()),
        dial_plan: Some("US-Seattle".into()),
        ..row
    };
    CutoverFacts {
        customer_name: "Contoso \u{2019}; Remove-CsAutoAttendant -Identity x; \u{2018} & Sons".into(),
        tenant_id: Some("8521B0E3-51BD-4A4B-A8D6-B219A77A0A6A".into()),
        tenant_domain: Some("contoso.com".into()),
        migration_path: "Contoso / Seattle / Phase 1".into(),
        routing_type: RoutingType::DirectRouting,
        order: Some(CutoverOrder {
            reference: "PON-1001".into(),
            foc_local_date: NaiveDate::from_ymd_opt(2027, 2, 9),
            foc_time: None,
            foc_time_zone: Some("America/Los_Angeles".into()),
            foc_at: Some("2027-02-09T18:00:00Z".parse().unwrap()),
            status: PortOrderStatus::FocReceived,
        }),
        rows: vec![
            policies(person(
                "sam@contoso.com",
                "Sam $(Get-Date) `n",
                "+12065550102",
                "",
            )),
            AssignmentFacts {
                calling_policy: Some("Allow''Calling".into()),
                emergency_location: Some("7fda0c0b-6a3d-48b8-854b-3fbe9dcf6513".into()),
                ..policies(person(
                    "Pat.O'Brien@contoso.com",
                    "Pat O\u{2019}Brien",
                    "+12065550100",
                    "",
                ))
            },
            policies(person("kim@contoso.com", "金 \u{1f4de}", "+12065550100", "204")),
        ],
    }
}

/// No date yet, and only the domain of the tenant is known.
pub fn operator_connect() -> CutoverFacts {
    CutoverFacts {
        customer_name: "Fabrikam".into(),
        tenant_id: None,
        tenant_domain: Some("fabrikam.com".into()),
        migration_path: "Fabrikam / Austin / Main".into(),
        routing_type: RoutingType::OperatorConnect,
        order: Some(CutoverOrder {
            reference: "Austin 1".into(),
            foc_local_date: None,
            foc_time: None,
            foc_time_zone: None,
            foc_at: None,
            status: PortOrderStatus::Submitted,
        }),
        rows: vec![
            person("lee@fabrikam.com", "Lee", "+15125550111", ""),
            AssignmentFacts {
                calling_policy: Some("Global".into()),
                voice_routing_policy: Some("US".into()),
                ..person("ana@fabrikam.com", "Ana", "+15125550110", "")
            },
        ],
    }
}

/// Nothing is known of the tenant, and no order stands behind the numbers.
pub fn calling_plan() -> CutoverFacts {
    CutoverFacts {
        tenant_domain: None,
        routing_type: RoutingType::CallingPlan,
        order: None,
        rows: vec![AssignmentFacts {
            emergency_location: Some("7fda0c0b-6a3d-48b8-854b-3fbe9dcf6513".into()),
            ..person("lee@fabrikam.com", "Lee", "+15125550111", "")
        }],
        ..operator_connect()
    }
}
