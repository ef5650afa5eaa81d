//! The parts of a test run, in their order.
//!
//! The user interface is built before any Rust part: the window's crate embeds ui/dist when it is
//! compiled, even for the lints.

use std::process::Command;
use std::time::Duration;

use super::counts::{self, Tally};
use super::report::Verdict;
use super::{Postgres, TestRun};
use crate::checkout::WINDOW_TEST_FEATURE;
use crate::child::Log;
use crate::display::VirtualDisplay;
use crate::{Outcome, bindings, programs};

/// A step of the test run with a name of its own.
pub struct Part {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it looks at.
    pub what: &'static str,
    /// Whether it needs the database server.
    pub uses_postgres: bool,
    /// Runs it; an `Err` is a failure as well, one that no test counted.
    pub run: fn(&TestRun<'_>, &Log) -> Outcome<Verdict>,
}

/// All parts. What fails fastest comes first.
pub const PARTS: &[Part] = &[
    Part {
        name: "format",
        what: "rustfmt",
        uses_postgres: false,
        run: format,
    },
    Part {
        name: "ui-lint",
        what: "Biome",
        uses_postgres: false,
        run: ui_lint,
    },
    Part {
        name: "ui-build",
        what: "TypeScript and Vite",
        uses_postgres: false,
        run: ui_build,
    },
    Part {
        name: "ui-tests",
        what: "Vitest",
        uses_postgres: false,
        run: ui_tests,
    },
    Part {
        name: "licenses",
        what: "cargo-deny: bans, licenses, sources",
        uses_postgres: false,
        run: licenses,
    },
    Part {
        name: "lints",
        what: "clippy, as shipped and with the test seams",
        uses_postgres: false,
        run: lints,
    },
    Part {
        name: "build",
        what: "every program and library",
        uses_postgres: false,
        run: build,
    },
    Part {
        name: "rust",
        what: "Rust tests on SQLite and PostgreSQL",
        uses_postgres: true,
        run: rust,
    },
    Part {
        name: "bindings",
        what: "ui/src/bindings as the Rust types say",
        uses_postgres: false,
        run: bindings,
    },
    Part {
        name: "journeys",
        what: "the user interface in Chromium",
        uses_postgres: true,
        run: journeys,
    },
    Part {
        name: "window",
        what: "the real window on a virtual display",
        uses_postgres: true,
        run: window,
    },
];

/// Far above what a part takes: ends what hangs, judges no speed.
const CHECK_LIMIT: Duration = Duration::from_secs(5 * 60);
const BUILD_LIMIT: Duration = Duration::from_secs(20 * 60);
const TEST_LIMIT: Duration = Duration::from_secs(15 * 60);

fn format(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    check(log, run.checkout.cargo(&["fmt", "--all", "--check"]), CHECK_LIMIT)
}

fn ui_lint(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    check(log, run.checkout.npm(&["run", "lint"]), CHECK_LIMIT)
}

fn ui_build(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    check(log, run.checkout.npm(&["run", "build"]), CHECK_LIMIT)
}

fn ui_tests(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    runner(log, run.checkout.npm(&["test"]), counts::vitest)
}

fn licenses(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    check(
        log,
        run.checkout
            .cargo(&["deny", "check", "bans", "licenses", "sources"]),
        CHECK_LIMIT,
    )
}

fn lints(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    for features in ["", WINDOW_TEST_FEATURE] {
        let mut command = run.checkout.cargo(&["clippy", "--workspace", "--all-targets"]);
        command.args(["--features", features, "--", "-D", "warnings"]);
        log.run(command, BUILD_LIMIT)?.success()?;
    }
    Ok(Verdict::passed())
}

fn build(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    check(
        log,
        run.checkout
            .cargo(&["build", "--workspace", "--features", WINDOW_TEST_FEATURE]),
        BUILD_LIMIT,
    )
}

fn rust(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    build_programs(run, log)?;
    let mut command = run
        .checkout
        .cargo(&["test", "--workspace", "--features", WINDOW_TEST_FEATURE]);
    command.arg("--no-fail-fast");
    // The tests that export TypeScript types run with the others and must not touch the checkout.
    command.env("TS_RS_EXPORT_DIR", bindings::empty_scratch(run.checkout)?);
    tell_where(run, &mut command);
    let verdict = runner(log, command, counts::cargo)?;
    Ok(with_postgres_note(run, verdict))
}

fn bindings(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    let exported = bindings::empty_scratch(run.checkout)?;
    log.run(bindings::export(run.checkout, &exported), BUILD_LIMIT)?
        .success()?;
    let stale = bindings::stale(run.checkout, &exported)?;
    if stale.is_empty() {
        return Ok(Verdict::passed());
    }
    Err(format!(
        "out of date: {}; run cargo xtask bindings and commit",
        stale.join(", ")
    ))
}

fn journeys(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    build_programs(run, log)?;
    let mut command = run.checkout.command("node");
    command.arg(run.checkout.path("ui/node_modules/@playwright/test/cli.js"));
    command.args(["test", "--reporter=list", "--config"]);
    command.arg(run.checkout.path("tests/journeys/playwright.config.ts"));
    tell_where(run, &mut command);
    let verdict = runner(log, command, counts::playwright)?;
    Ok(with_postgres_note(run, verdict))
}

fn window(run: &TestRun<'_>, log: &Log) -> Outcome<Verdict> {
    for program in ["Xvfb", "WebKitWebDriver"] {
        if programs::find(&[program]).is_none() {
            return Ok(Verdict::skipped(format!("there is no {program} on this system")));
        }
    }
    build_programs(run, log)?;
    let display = VirtualDisplay::start(log.path())?;
    let mut command = run.checkout.command("node");
    // One file after the other: they share the display, and a drag takes the one pointer.
    command.args(["--test", "--test-concurrency=1", "--test-reporter=tap"]);
    command.args(test_files(run, "tests/e2e", ".test.mjs")?);
    tell_where(run, &mut command);
    command.env("DISPLAY", display.name());
    let verdict = runner(log, command, counts::node)?;
    Ok(with_postgres_note(run, verdict))
}

/// The programs the tests start. Costs a second when the build part went before.
fn build_programs(run: &TestRun<'_>, log: &Log) -> Outcome<()> {
    build(run, log).map(|_| ())
}

/// Tells the tests where the programs and the server are.
fn tell_where(run: &TestRun<'_>, command: &mut Command) {
    command.env("PORTFLOW_CLI", run.checkout.binary("portflow"));
    command.env("PORTFLOW_DESKTOP", run.checkout.binary("portflow-desktop"));
    command.env("PORTFLOW_BROWSER_HOST", run.checkout.binary("browser-host"));
    command.env("NODE_PATH", run.checkout.path("ui/node_modules"));
    command.env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    if let Some(browser) = programs::chromium() {
        command.env("PORTFLOW_CHROMIUM", browser);
    }
    match &run.postgres {
        Postgres::Temporary(server) => command.env(Postgres::VARIABLE, server.url()),
        Postgres::Given(url) => command.env(Postgres::VARIABLE, url),
        Postgres::Missing(_) => command.env_remove(Postgres::VARIABLE),
    };
}

fn with_postgres_note(run: &TestRun<'_>, mut verdict: Verdict) -> Verdict {
    if let Postgres::Missing(why) = &run.postgres {
        verdict.skipped = Some(format!("the PostgreSQL half: {why}"));
    }
    verdict
}

/// The files of a folder with this ending, by name.
fn test_files(run: &TestRun<'_>, folder: &str, ending: &str) -> Outcome<Vec<std::path::PathBuf>> {
    let entries = std::fs::read_dir(run.checkout.path(folder)).map_err(|why| format!("{folder}: {why}"))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    files.sort();
    if files.is_empty() {
        Err(format!("{folder} has no test"))
    } else {
        Ok(files)
    }
}

/// A command whose exit code is the whole answer.
fn check(log: &Log, command: Command, limit: Duration) -> Outcome<Verdict> {
    log.run(command, limit)?.success()?;
    Ok(Verdict::passed())
}

/// A command that counts its own tests.
fn runner(log: &Log, mut command: Command, count: fn(&str) -> Tally) -> Outcome<Verdict> {
    command
        .env("NO_COLOR", "1")
        .env_remove("FORCE_COLOR")
        .env("CARGO_TERM_COLOR", "never");
    let finished = log.run(command, TEST_LIMIT)?;
    let tally = count(&finished.text);
    Ok(judge(tally, finished.failure))
}

/// An exit code and a count must agree: no test at all is a failure, and so is a program that ends
/// badly although every test it counted passed.
fn judge(mut tally: Tally, exit: Option<String>) -> Verdict {
    let failure = match exit {
        Some(why) => Some(why),
        None if tally.failed > 0 => Some(format!("{} tests failed", tally.failed)),
        None if tally.passed == 0 => Some("no test ran".to_owned()),
        None => None,
    };
    if failure.is_some() {
        tally.failed = tally.failed.max(1);
    }
    let skipped = (tally.skipped > 0).then(|| format!("{} tests say they cannot run here", tally.skipped));
    Verdict {
        tally,
        failure,
        skipped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_passes_by_running_nothing_or_by_crashing() {
        let tally = |passed, failed| Tally {
            passed,
            failed,
            skipped: 0,
        };
        assert!(judge(tally(3, 0), None).failure.is_none());
        assert!(judge(tally(0, 0), None).failure.is_some());
        assert!(judge(tally(3, 1), None).failure.is_some());
        let crashed = judge(tally(3, 0), Some("signal: 11".to_owned()));
        assert_eq!(crashed.tally, tally(3, 1));
    }

    #[test]
    fn part_names_are_distinct() {
        let mut names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), PARTS.len());
    }
}
