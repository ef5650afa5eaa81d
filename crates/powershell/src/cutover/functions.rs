//! The functions a cutover script defines for itself.

use portflow_domain::enums::RoutingType;

use super::Shape;
use crate::cmdlets::{self, UserPolicy};
use crate::syntax::{
    Block, Command, Expression, Operator, Parameter, Statement, command, format, text, throw, var, when,
};

/// What a failure says when it may pass by itself.
const TRANSIENT: &str = "too many requests|throttl|timed out|timeout|temporarily|try again|service unavailable|\
                         gateway|internal server error|connection was closed|\\b(429|500|502|503|504)\\b";

/// How often a step is tried.
const ATTEMPTS: i64 = 5;

/// All of them, in the order in which they need each other.
pub(super) fn all(shape: &Shape) -> Vec<Statement> {
    vec![
        read_value_function(),
        read_policy_name(),
        protect_cell(),
        invoke_step(shape),
        confirm_number(shape.routing),
        find_needed_step(&shape.policies),
        save_prior_state(),
        add_result_function(),
    ]
}

/// `(Read-Value -From from -Name name)`
pub(super) fn read_value(from: Expression, name: &'static str) -> Expression {
    command("Read-Value")
        .with("From", from)
        .with("Name", text(name))
        .result()
}

/// `Invoke-TeamsStep -Step step -Row row`
pub(super) fn step(step: &'static str, row: Expression) -> Command {
    command("Invoke-TeamsStep")
        .with("Step", text(step))
        .with("Row", row)
}

/// `Add-Result -Row $row …`
pub(super) fn add_result(action: Expression, outcome: Expression, message: Expression) -> Statement {
    command("Add-Result")
        .with("Row", var("row"))
        .with("Action", action)
        .with("Outcome", outcome)
        .with("Message", message)
        .run()
}

fn function(name: &'static str, parameters: &[(&'static str, &'static str)], body: Block) -> Statement {
    let parameters = parameters
        .iter()
        .map(|&(type_name, name)| Parameter { type_name, name })
        .collect();
    Statement::Function(name, parameters, body)
}

fn give(value: Expression) -> Statement {
    Statement::Return(Some(value))
}

fn text_of(from: &'static str, name: &'static str) -> Expression {
    read_value(var(from), name).cast("string")
}

/// Reads a property that a version of the module may not have; strict mode would stop at it.
fn read_value_function() -> Statement {
    let properties = var("From").member("PSObject").member("Properties");
    function(
        "Read-Value",
        &[("object", "From"), ("string", "Name")],
        vec![
            when(var("From").is_null(), vec![give(Expression::Null)]),
            var("property").assign(properties.index(var("Name"))),
            when(var("property").is_null(), vec![give(Expression::Null)]),
            give(var("property").member("Value")),
        ],
    )
}

/// The name of a person's policy; empty when they have the global one. Depending on the module's version a
/// policy is an object with a name, or a text with or without the prefix `Tag:`. (`$name` would be the typed
/// parameter: PowerShell's variables do not know case.)
fn read_policy_name() -> Statement {
    function(
        "Read-PolicyName",
        &[("object", "User"), ("string", "Name")],
        vec![
            var("policy").assign(
                command("Read-Value")
                    .with("From", var("User"))
                    .with("Name", var("Name"))
                    .result(),
            ),
            when(var("policy").is_null(), vec![give(text(""))]),
            var("label").assign(read_value(var("policy"), "Name")),
            when(var("label").is_null(), vec![var("label").assign(var("policy"))]),
            var("label").assign(var("label").cast("string")),
            when(
                var("label").call("StartsWith", vec![text("Tag:")]),
                vec![var("label").assign(var("label").call("Substring", vec![Expression::Number(4)]))],
            ),
            give(var("label")),
        ],
    )
}

/// Makes a cell of a CSV file inert: on one line, and never a formula when a spreadsheet opens it.
fn protect_cell() -> Statement {
    function(
        "Protect-Cell",
        &[("string", "Text")],
        vec![
            var("line").assign(Expression::StaticCall(
                "regex",
                "Replace",
                vec![var("Text"), text("[\\x00-\\x1f]+"), text(" ")],
            )),
            when(
                var("line").op(Operator::Match, text("^[-=+@]")),
                vec![give(text("'").op(Operator::Plus, var("line")))],
            ),
            give(var("line")),
        ],
    )
}

/// One call to the tenant, tried again when the failure may pass: after 4, 8, 16 and 32 seconds.
fn invoke_step(shape: &Shape) -> Statement {
    let wait = Expression::StaticCall(
        "math",
        "Pow",
        vec![
            Expression::Number(2),
            var("attempt").op(Operator::Plus, Expression::Number(1)),
        ],
    );
    let message = var("_").member("Exception").member("Message");
    let lasting = var("attempt")
        .op(Operator::Ge, Expression::Number(ATTEMPTS))
        .or(message.clone().op(Operator::Match, text(TRANSIENT)).negated());
    let retry = vec![
        when(lasting, vec![Statement::Throw(None)]),
        cmdlets::write_warning(format("Trying again: {0}", vec![message])).run(),
        cmdlets::sleep(wait).run(),
        var("attempt").assign(var("attempt").op(Operator::Plus, Expression::Number(1))),
    ];
    function(
        "Invoke-TeamsStep",
        &[("string", "Step"), ("hashtable", "Row")],
        vec![
            var("attempt").assign(Expression::Number(1)),
            Statement::While(
                Expression::True,
                vec![Statement::TryCatch(vec![dispatch(shape)], retry)],
            ),
        ],
    )
}

fn dispatch(shape: &Shape) -> Statement {
    let upn = || var("Row").member("Upn");
    let branch = |step: &'static str, body: Block| (var("Step").equals(text(step)), body);
    let number = Expression::Result(
        cmdlets::get_phone_number_assignment(var("Row").member("Number")).pipe(cmdlets::first()),
    );
    let mut branches = vec![
        branch("ReadUser", vec![give(cmdlets::get_online_user(upn()).result())]),
        branch("ReadNumber", vec![give(number)]),
    ];
    for policy in &shape.policies {
        let grant = policy.grant(upn(), var("Row").member(policy.name()));
        branches.push(branch(policy.name(), vec![give(grant.result())]));
    }
    let set = |location: Option<Expression>| {
        let number = var("Row").member("Number");
        give(cmdlets::set_phone_number_assignment(upn(), number, shape.routing, location).result())
    };
    let mut assign = vec![set(None)];
    if shape.locations {
        let location = || var("Row").member("LocationId");
        assign.insert(0, when(location().differs(text("")), vec![set(Some(location()))]));
    }
    branches.push(branch("Number", assign));
    Statement::If(
        branches,
        Some(vec![throw(format("There is no step {0}.", vec![var("Step")]))]),
    )
}

/// Refuses a number that the tenant knows to be somebody else's, or not fit for a person. A Direct Routing
/// number need not be in the inventory; an operator's or Microsoft's must.
fn confirm_number(routing: RoutingType) -> Statement {
    let absent = match routing {
        RoutingType::DirectRouting => Statement::Return(None),
        RoutingType::OperatorConnect | RoutingType::CallingPlan => {
            throw(text("The number is not in the inventory of the tenant."))
        }
    };
    let refuse =
        |condition: Expression, message, value| when(condition, vec![throw(format(message, vec![value]))]);
    let kind = var("kind")
        .differs(text(""))
        .and(var("kind").differs(var("numberType")));
    let others = var("holder")
        .differs(text(""))
        .and(var("holder").differs(text_of("User", "Identity")));
    let in_use = var("holder")
        .equals(text(""))
        .and(var("status").differs(text("")))
        .and(var("status").differs(text("Unassigned")));
    let unfit = var("capability")
        .is_some()
        .and(Expression::Array(vec![var("capability")]).op(Operator::NotContains, text("UserAssignment")));
    function(
        "Confirm-Number",
        &[("object", "User"), ("object", "Held")],
        vec![
            when(var("Held").is_null(), vec![absent]),
            var("kind").assign(text_of("Held", "NumberType")),
            refuse(kind, "The tenant has the number as {0}.", var("kind")),
            var("holder").assign(text_of("Held", "AssignedPstnTargetId")),
            refuse(
                others,
                "The number is held by {0} and is not taken away.",
                var("holder"),
            ),
            var("status").assign(text_of("Held", "PstnAssignmentStatus")),
            refuse(in_use, "The number is in use: {0}.", var("status")),
            var("capability").assign(read_value(var("Held"), "Capability")),
            when(
                unfit,
                vec![throw(text("The number cannot be assigned to a person."))],
            ),
        ],
    )
}

/// The steps between what is and what should be. The policies come first, so that nobody has a number before
/// they can dial out with it.
fn find_needed_step(policies: &[UserPolicy]) -> Statement {
    let features = Expression::Array(vec![read_value(var("User"), "FeatureTypes")]);
    let mut body = vec![
        when(
            features.op(Operator::NotContains, text("PhoneSystem")),
            vec![throw(text("The person has no Teams Phone license."))],
        ),
        command("Confirm-Number")
            .with("User", var("User"))
            .with("Held", var("Held"))
            .run(),
        var("lineUri").assign(text_of("User", "LineUri")),
        var("wanted").assign(text("tel:").op(Operator::Plus, var("Row").member("Number"))),
        var("other").assign(
            var("lineUri")
                .differs(text(""))
                .and(var("lineUri").differs(var("wanted"))),
        ),
        when(
            var("other").and(var("ReplaceExisting").negated()),
            vec![throw(format(
                "The person holds {0}; -ReplaceExisting replaces it.",
                vec![var("lineUri")],
            ))],
        ),
        var("needed").assign(Expression::Array(Vec::new())),
    ];
    for policy in policies {
        let wanted = || var("Row").member(policy.name());
        let current = command("Read-PolicyName")
            .with("User", var("User"))
            .with("Name", text(policy.property()))
            .result();
        body.push(when(
            wanted().differs(text("")).and(current.differs(wanted())),
            vec![Statement::Append(var("needed"), text(policy.name()))],
        ));
    }
    let voice = read_value(var("User"), "EnterpriseVoiceEnabled").differs(Expression::True);
    body.push(when(
        var("lineUri").differs(var("wanted")).or(voice),
        vec![Statement::Append(var("needed"), text("Number"))],
    ));
    body.push(give(var("needed")));
    function(
        "Find-NeededStep",
        &[("hashtable", "Row"), ("object", "User"), ("object", "Held")],
        body,
    )
}

/// Writes down what a person has before it is changed: what a rollback needs.
fn save_prior_state() -> Statement {
    let bare = var("lineUri").call("Replace", vec![text("tel:"), text("")]);
    let own_number = step("ReadNumber", Expression::Hashtable(vec![("Number", bare)]));
    let protected = |value: Expression| command("Protect-Cell").with("Text", value).result();
    let mut state = vec![
        ("ScriptId", var("scriptId")),
        ("Upn", protected(var("Row").member("Upn"))),
        ("ObjectId", text_of("User", "Identity")),
        ("LineUri", protected(var("lineUri"))),
        ("NumberType", text_of("number", "NumberType")),
        ("LocationId", text_of("number", "LocationId")),
        (
            "EnterpriseVoiceEnabled",
            read_value(var("User"), "EnterpriseVoiceEnabled"),
        ),
    ];
    for policy in UserPolicy::ALL {
        let name = command("Read-PolicyName")
            .with("User", var("User"))
            .with("Name", text(policy.property()))
            .result();
        state.push((policy.property(), protected(name)));
    }
    state.push(("At", now()));
    function(
        "Save-PriorState",
        &[("hashtable", "Row"), ("object", "User")],
        vec![
            var("lineUri").assign(text_of("User", "LineUri")),
            var("number").assign(Expression::Null),
            when(
                var("lineUri").differs(text("")),
                vec![var("number").assign(own_number.result())],
            ),
            var("state").assign(Expression::Object(state)),
            Statement::Run(var("state").pipe(cmdlets::append_csv(var("PriorStatePath")))),
        ],
    )
}

/// Writes one person's result, at once, so that a script that is interrupted has still said what it did.
fn add_result_function() -> Statement {
    let protected = |value: Expression| command("Protect-Cell").with("Text", value).result();
    let upn = || var("Row").member("Upn");
    let number = || var("Row").member("Number");
    let count = || var("counts").index(var("Outcome"));
    let result = vec![
        ("ScriptId", var("scriptId")),
        ("Fingerprint", var("fingerprint")),
        ("Upn", protected(upn())),
        ("Number", protected(number())),
        ("Action", var("Action")),
        ("Outcome", var("Outcome")),
        ("Message", protected(var("Message"))),
        ("At", now()),
    ];
    let parameters = [
        ("hashtable", "Row"),
        ("string", "Action"),
        ("string", "Outcome"),
        ("string", "Message"),
    ];
    let line = vec![
        var("Outcome"),
        var("Row").member("Name"),
        upn(),
        number(),
        var("Action"),
        var("Message"),
    ];
    function(
        "Add-Result",
        &parameters,
        vec![
            count().assign(count().op(Operator::Plus, Expression::Number(1))),
            var("result").assign(Expression::Object(result)),
            Statement::Run(var("result").pipe(cmdlets::append_csv(var("ResultPath")))),
            cmdlets::write_host(format("{0}: {1} <{2}> {3} {4} {5}", line)).run(),
        ],
    )
}

fn now() -> Expression {
    Expression::StaticMember("datetime", "UtcNow").call(
        "ToString",
        vec![
            text("yyyy-MM-ddTHH:mm:ssZ"),
            Expression::StaticMember("cultureinfo", "InvariantCulture"),
        ],
    )
}
