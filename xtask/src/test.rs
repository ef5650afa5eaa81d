//! `cargo xtask test`: every check and test of the project, in one order, with one verdict.
//!
//! The output of a part goes to target/xtask/<part>.log; only the end of a failed one is shown.

mod counts;
mod parts;
mod report;

use std::time::Instant;

use crate::checkout::Checkout;
use crate::child::Log;
use crate::postgres::TemporaryPostgres;
use crate::{Outcome, setup};

use parts::{PARTS, Part};
use report::{Line, Verdict};

/// What the parts share.
pub struct TestRun<'a> {
    checkout: &'a Checkout,
    postgres: Postgres,
}

/// The server the database tests use.
enum Postgres {
    /// Started by this run.
    Temporary(TemporaryPostgres),
    /// Named by `PORTFLOW_TEST_POSTGRES`.
    Given(String),
    /// Why there is none.
    Missing(String),
}

impl Postgres {
    const VARIABLE: &'static str = "PORTFLOW_TEST_POSTGRES";

    fn find() -> Outcome<Self> {
        if let Ok(url) = std::env::var(Self::VARIABLE) {
            return Ok(Self::Given(url));
        }
        if !TemporaryPostgres::is_installed() {
            return Ok(Self::Missing("no PostgreSQL server is installed".to_owned()));
        }
        TemporaryPostgres::start().map(Self::Temporary)
    }
}

/// Prints the names of the parts.
pub fn list() {
    for part in PARTS {
        println!("{:<10} {}", part.name, part.what);
    }
}

/// Runs the named parts, or all. Fails when any part failed; with CI=true also when one was skipped.
pub fn test(checkout: &Checkout, names: &[&str]) -> Outcome<()> {
    let chosen = choose(names)?;
    setup::everything(checkout)?;
    let needs_postgres = chosen.iter().any(|part| part.uses_postgres);
    let postgres = if needs_postgres {
        Postgres::find()?
    } else {
        Postgres::Missing(String::new())
    };
    let run = TestRun { checkout, postgres };
    let lines: Vec<Line> = chosen.into_iter().map(|part| run_part(&run, part)).collect();
    // The server stops before the verdict, which is the last thing printed.
    drop(run);
    let strict = std::env::var("CI").is_ok_and(|value| value == "true");
    if report::print(&lines, strict) {
        Ok(())
    } else {
        Err(String::new())
    }
}

fn choose(names: &[&str]) -> Outcome<Vec<&'static Part>> {
    if let Some(unknown) = names
        .iter()
        .find(|name| PARTS.iter().all(|part| part.name != **name))
    {
        return Err(format!(
            "no part is called {unknown}; see cargo xtask test --list"
        ));
    }
    Ok(PARTS
        .iter()
        .filter(|part| names.is_empty() || names.contains(&part.name))
        .collect())
}

fn run_part(run: &TestRun<'_>, part: &'static Part) -> Line {
    println!("{:<10} {}", part.name, part.what);
    let begun = Instant::now();
    let log = Log::create(run.checkout.scratch(&format!("{}.log", part.name)));
    let verdict = match &log {
        Ok(log) => (part.run)(run, log).unwrap_or_else(Verdict::failed),
        Err(why) => Verdict::failed(why.clone()),
    };
    let seconds = begun.elapsed().as_secs_f64();
    if let (Some(why), Ok(log)) = (&verdict.failure, &log) {
        println!(
            "{}\n{:<10} FAILED: {why}\n{:<10} all of it: {}",
            log.tail(60),
            "",
            "",
            log.path().display()
        );
    }
    Line {
        part: part.name,
        verdict,
        seconds,
    }
}
