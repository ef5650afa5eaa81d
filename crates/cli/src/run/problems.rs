//! The problems of a migration: listed, accepted, mended.

use portflow_app::dto::problems::{ListProblems, NamedProblem, ProblemList, WaiveProblem};
use portflow_app::{ApiError, ErrorCode, Result};
use portflow_domain::ids::MigrationId;
use portflow_domain::problems::Problem;
use serde_json::{Value, json};

use crate::args::Problems;
use crate::client::Client;
use crate::output::{Style, counted, table};

/// Problems in one answer of the table.
const AT_ONCE: usize = 10_000;

/// Does what was asked and shows the problems, or the one that was meant.
pub(super) async fn run(client: &Client, style: Style, asked: Problems) -> Result<String> {
    let migration = client.migration_or_only(asked.migration.as_ref()).await?;
    let migration_id = migration.migration.id;
    if let (Some(named), Some(reason)) = (&asked.waive, asked.reason.clone()) {
        let problem = named_problem(client, migration_id, named).await?;
        let problem = named_by(migration_id, &problem);
        let waived: Problem = client
            .call("problem_waive", WaiveProblem { problem, reason })
            .await?;
        return style.show(&waived, |it| format!("Accepted: {}", it.finding.text));
    }
    if let Some(named) = &asked.unwaive {
        let problem = named_problem(client, migration_id, named).await?;
        let Some(waiver) = &problem.waiver else {
            let text = format!("Nobody has accepted this problem: {}", problem.finding.text);
            return Err(ApiError::refused(text));
        };
        let done: Value = client
            .call("problem_waiver_remove", json!({ "id": waiver.id }))
            .await?;
        return style.show(&done, |_| format!("It counts again: {}", problem.finding.text));
    }
    if let Some(named) = &asked.fix {
        let problem = named_problem(client, migration_id, named).await?;
        let done: Value = client
            .call("problem_fix", named_by(migration_id, &problem))
            .await?;
        return style.show(&done, |_| format!("Mended: {}", problem.finding.text));
    }
    let order = match &asked.order {
        Some(order) => Some(client.order(order).await?.id),
        None => None,
    };
    let request = ListProblems {
        port_order_id: order,
        severity: asked.severity,
        code: asked.code,
        ..everything(migration_id)
    };
    let found: ProblemList = client.call("problem_list", request).await?;
    style.show(&found, shown)
}

fn everything(migration_id: MigrationId) -> ListProblems {
    ListProblems {
        migration_id,
        port_order_id: None,
        severity: None,
        code: None,
        waived: None,
        offset: 0,
        limit: Some(AT_ONCE),
    }
}

fn named_by(migration_id: MigrationId, problem: &Problem) -> NamedProblem {
    NamedProblem {
        migration_id,
        code: problem.finding.code.clone(),
        entity_id: problem.place.entity_id,
        fingerprint: Some(problem.fingerprint.clone()),
    }
}

/// The problem by its code, and by the id or the name of its record.
async fn named_problem(client: &Client, migration_id: MigrationId, named: &[String]) -> Result<Problem> {
    let [code, entity] = named else {
        return Err(ApiError::invalid("problem", "Name the code and the record."));
    };
    let request = ListProblems {
        code: Some(code.clone()),
        ..everything(migration_id)
    };
    let found: ProblemList = client.call("problem_list", request).await?;
    let is_meant = |it: &Problem| it.place.label == *entity || it.place.entity_id.to_string() == *entity;
    let mut meant: Vec<Problem> = found.problems.into_iter().filter(is_meant).collect();
    match (meant.pop(), meant.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(_), false) => Err(ApiError::new(
            ErrorCode::Ambiguous,
            format!("Several records are called '{entity}'."),
        )
        .hint("Name its id, as --json shows it.")),
        (None, _) => Err(ApiError::not_found("problem", format!("{code} at {entity}"))
            .hint("List the problems with `portflow problems`.")),
    }
}

fn shown(found: &ProblemList) -> String {
    let rows = found.problems.iter().map(|it| {
        let waiver = it.waiver.as_ref();
        vec![
            it.finding.severity.to_string(),
            it.finding.code.clone(),
            it.place.label.clone(),
            it.finding.text.clone(),
            waiver.map_or_else(
                || it.finding.remedy.clone(),
                |it| format!("accepted by {}: {}", it.waived_by, it.reason),
            ),
        ]
    });
    let header = ["severity", "code", "where", "what", "what to do"];
    let counts = found.counts;
    let sum = format!(
        "{}, {}, {} accepted",
        counted(counts.errors, "error"),
        counted(counts.warnings, "warning"),
        counts.waived
    );
    if found.problems.is_empty() {
        return sum;
    }
    format!("{}\n{sum}", table(&header, rows.collect()))
}
