//! What must be true before the script touches anybody: the right order at the right time, the right tenant.

use portflow_domain::provisioning::{PlannedOrder, TenantGuard};

use super::functions::read_value;
use crate::cmdlets;
use crate::syntax::{Block, Expression, Operator, Statement, format, text, throw, var, when};

/// Refuses `-Apply` for an order that was not named, or whose date has not come. A number assigned before its
/// port diverts internal calls at once. Needs no connection, so it stands first.
pub(super) fn order(order: Option<&PlannedOrder>) -> Block {
    let Some(order) = order else {
        return Vec::new();
    };
    let mut checks = vec![when(
        var("ConfirmOrder").op(Operator::CaseNe, var("orderReference")),
        vec![throw(format(
            "Refused: -Apply needs -ConfirmOrder with the reference of the port order, {0}.",
            vec![var("orderReference")],
        ))],
    )];
    if order.not_before.is_some() {
        let now = Expression::StaticMember("datetimeoffset", "UtcNow");
        checks.push(when(
            now.op(Operator::Lt, var("notBefore")),
            vec![throw(format(
                "Refused: the port order completes at {0:u}; no number is assigned before.",
                vec![var("notBefore")],
            ))],
        ));
    }
    vec![when(var("Apply"), checks)]
}

/// Signs in and makes sure that the session belongs to the customer.
pub(super) fn tenant(guard: &TenantGuard) -> Block {
    let target = match guard {
        TenantGuard::Id(_) => Some(var("tenantId")),
        TenantGuard::Domain(_) => Some(var("tenantDomain")),
        TenantGuard::Asked => None,
    };
    let mut block = vec![
        Statement::Run(cmdlets::connect_teams(target).pipe(cmdlets::discard())),
        var("tenant").assign(cmdlets::get_tenant().result()),
        var("connectedTenant").assign(read_value(var("tenant"), "TenantId").cast("string")),
    ];
    block.extend(match guard {
        TenantGuard::Id(_) => tenant_by_id(),
        TenantGuard::Domain(_) => tenant_by_domain(),
        TenantGuard::Asked => tenant_by_person(),
    });
    block.push(cmdlets::write_host(format("{0}: {1}", vec![var("customer"), var("migration")])).run());
    let mode = |line| vec![cmdlets::write_host(text(line)).run()];
    block.push(Statement::If(
        vec![(var("Apply"), mode("Numbers are being assigned."))],
        Some(mode("Dry run: nothing is changed.")),
    ));
    block
}

fn tenant_by_id() -> Block {
    vec![when(
        var("connectedTenant").differs(var("tenantId")),
        vec![throw(format(
            "Refused: connected to tenant {0}, not to {1}.",
            vec![var("connectedTenant"), var("tenantId")],
        ))],
    )]
}

fn tenant_by_domain() -> Block {
    vec![
        var("domains").assign(Expression::Array(Vec::new())),
        Statement::ForEach(
            "domain",
            Expression::Array(vec![read_value(var("tenant"), "VerifiedDomains")]),
            vec![
                var("name").assign(read_value(var("domain"), "Name")),
                when(var("name").is_null(), vec![var("name").assign(var("domain"))]),
                Statement::Append(var("domains"), var("name").cast("string")),
            ],
        ),
        when(
            var("domains").op(Operator::NotContains, var("tenantDomain")),
            vec![throw(format(
                "Refused: {0} is not a verified domain of tenant {1}.",
                vec![var("tenantDomain"), var("connectedTenant")],
            ))],
        ),
    ]
}

/// Nobody has recorded the tenant, so the person who runs the script has to look at what they are connected
/// to and say that this is the one.
fn tenant_by_person() -> Block {
    vec![
        cmdlets::write_host(format("Connected to tenant {0}.", vec![var("connectedTenant")])).run(),
        when(
            var("Apply").and(
                var("connectedTenant")
                    .equals(text(""))
                    .or(var("ConfirmTenant").differs(var("connectedTenant"))),
            ),
            vec![throw(format(
                "Refused: -Apply needs -ConfirmTenant with the id of the customer tenant; connected to {0}.",
                vec![var("connectedTenant")],
            ))],
        ),
    ]
}
