//! The problems of a migration or an order, filtered and counted.

use std::collections::BTreeMap;

use portflow_domain::enums::MigrationStatus;
use portflow_domain::problems::{Counts, Problem, Waivers, count};
use portflow_store::queries::migrations as stored;

use super::kept;
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::problems::{ListProblems, MigrationProblems, ProblemCode, ProblemList};
use crate::error::Result;
use crate::use_cases::migrations;

/// Problems in one answer, where the request does not say.
const LIMIT: usize = 200;
/// The most in one answer.
const MOST: usize = 10_000;

/// The problems that a request asks for, with the counts of all.
pub async fn list(cx: &Context, request: ListProblems) -> Result<ProblemList> {
    kept::read(cx, request.migration_id, |book, waivers| {
        match request.port_order_id {
            Some(order) => told(book.of_order(order).iter(), waivers, &request),
            None => told(book.problems(), waivers, &request),
        }
    })
    .await
}

/// How many problems each migration has that is not over.
pub async fn counts(cx: &Context, _: Empty) -> Result<Vec<MigrationProblems>> {
    let mut tx = cx.read().await?;
    let mut running = Vec::new();
    for migration in stored::list_migrations(&mut tx, None).await? {
        if !matches!(
            migration.status,
            MigrationStatus::Completed | MigrationStatus::Cancelled
        ) {
            let path = migrations::detail(&mut tx, migration.clone()).await?.path;
            running.push((migration.id, path));
        }
    }
    drop(tx);
    let mut counted = Vec::with_capacity(running.len());
    for (migration_id, path) in running {
        let counts = kept::read(cx, migration_id, |book, waivers| waivers.count(book.problems()));
        counted.push(MigrationProblems {
            migration_id,
            path,
            counts: counts.await?,
        });
    }
    counted.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(counted)
}

fn told<'a>(
    found: impl Iterator<Item = &'a Problem>,
    waivers: &Waivers,
    request: &ListProblems,
) -> ProblemList {
    let mut all: Vec<Problem> = found.map(|it| waivers.applied(it.clone())).collect();
    all.sort_by(|a, b| rank(a).cmp(&rank(b)));
    all.dedup();
    let counts: Counts = count(&all);
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in &all {
        *codes.entry(&problem.finding.code).or_default() += 1;
    }
    let codes = codes.into_iter().map(|(code, count)| ProblemCode {
        code: code.to_owned(),
        count,
    });
    let codes: Vec<_> = codes.collect();
    all.retain(|it| is_asked_for(it, request));
    ProblemList {
        counts,
        codes,
        total: all.len(),
        problems: all
            .into_iter()
            .skip(request.offset)
            .take(request.limit.unwrap_or(LIMIT).min(MOST))
            .collect(),
    }
}

/// What stops first, what somebody has accepted last.
fn rank(problem: &Problem) -> (bool, u8, &str, &str, uuid::Uuid) {
    (
        problem.waiver.is_some(),
        problem.finding.severity as u8,
        &problem.finding.code,
        &problem.place.label,
        problem.place.entity_id,
    )
}

fn is_asked_for(problem: &Problem, request: &ListProblems) -> bool {
    request.severity.is_none_or(|it| it == problem.finding.severity)
        && request.code.as_ref().is_none_or(|it| *it == problem.finding.code)
        && request.waived.is_none_or(|it| it == problem.waiver.is_some())
}
