//! The loop over the people, and what is said at the end.

use super::functions::{add_result, step};
use crate::cmdlets;
use crate::syntax::{Block, Expression, Operator, Statement, command, format, text, throw, var, when};

/// Treats each person by themselves: a failure is written down and the next person follows.
pub(super) fn each() -> Statement {
    let failure = vec![add_result(
        done(),
        text("Failed"),
        var("_").member("Exception").member("Message"),
    )];
    Statement::ForEach(
        "row",
        var("rows"),
        vec![
            var("done").assign(Expression::Array(Vec::new())),
            Statement::TryCatch(person(), failure),
        ],
    )
}

fn person() -> Block {
    let needed = command("Find-NeededStep")
        .with("Row", var("row"))
        .with("User", var("user"))
        .with("Held", var("held"));
    vec![
        var("user").assign(step("ReadUser", var("row")).result()),
        when(
            var("user").is_null(),
            vec![throw(text("The person is not in the tenant."))],
        ),
        var("held").assign(step("ReadNumber", var("row")).result()),
        var("steps").assign(Expression::Array(vec![needed.result()])),
        Statement::If(
            vec![
                (
                    var("steps").member("Count").equals(Expression::Number(0)),
                    vec![add_result(
                        text("None"),
                        text("Skipped"),
                        text("Everything is as planned."),
                    )],
                ),
                (
                    var("Apply").negated(),
                    vec![add_result(
                        var("steps").op(Operator::Join, text("+")),
                        text("Planned"),
                        text("Dry run: nothing was changed."),
                    )],
                ),
            ],
            Some(change()),
        ),
    ]
}

/// The changes themselves, after the prior state is on disk. `Created` means that the person had no number.
fn change() -> Block {
    let own_step = command("Invoke-TeamsStep")
        .with("Step", var("step"))
        .with("Row", var("row"));
    let had_number = super::functions::read_value(var("user"), "LineUri")
        .cast("string")
        .differs(text(""));
    vec![
        command("Save-PriorState")
            .with("Row", var("row"))
            .with("User", var("user"))
            .run(),
        Statement::ForEach(
            "step",
            var("steps"),
            vec![
                Statement::Run(own_step.pipe(cmdlets::discard())),
                Statement::Append(var("done"), var("step")),
            ],
        ),
        var("outcome").assign(text("Created")),
        when(had_number, vec![var("outcome").assign(text("Changed"))]),
        add_result(done(), var("outcome"), text("Done.")),
    ]
}

fn done() -> Expression {
    var("done").op(Operator::Join, text("+"))
}

/// The counts and the places of the files.
pub(super) fn summary() -> Block {
    let count = |outcome| var("counts").index(text(outcome));
    vec![
        cmdlets::write_host(format(
            "Planned {0}, created {1}, changed {2}, skipped {3}, failed {4}.",
            ["Planned", "Created", "Changed", "Skipped", "Failed"]
                .map(count)
                .to_vec(),
        ))
        .run(),
        cmdlets::write_host(format("Results: {0}", vec![var("ResultPath")])).run(),
        when(
            count("Failed").op(Operator::Gt, Expression::Number(0)),
            vec![
                cmdlets::write_warning(text("Somebody failed. Solve the cause and run the script again."))
                    .run(),
            ],
        ),
    ]
}
