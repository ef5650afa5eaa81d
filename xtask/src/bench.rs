//! `cargo xtask bench`: how much longer PortFlow takes than the floor below it, as ratios.
//!
//! The measuring code lies where it can reach what it measures: tests/benches (import, export, sites, problems,
//! orders) and tests/e2e/start.mjs (the window). docs/benchmarks.md says what the figures mean.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::checkout::Checkout;
use crate::display::VirtualDisplay;
use crate::{Outcome, child, programs, setup};

/// Builds with optimisation, measures and prints. `arguments` go to the import and the export: rows, rounds.
pub fn bench(checkout: &Checkout, arguments: &[&str]) -> Outcome<()> {
    setup::everything(checkout)?;
    child::run_here(checkout.npm(&["run", "build"]))?;
    // Everything is compiled before the first measurement.
    let mut build = checkout.cargo(&["build", "--quiet", "--release", "--workspace"]);
    // Optimising across crates takes minutes for each program.
    build.args(["--bin", "portflow", "--bin", "portflow-desktop"]);
    child::run_here(build)?;
    let empty_window = build_empty_window(checkout)?;
    let mut ratios = checkout.cargo(&["bench", "--quiet", "--workspace", "--bench", "ratios", "--"]);
    ratios.args(arguments);
    child::run_here(ratios)?;
    discovery(checkout, arguments)?;
    numbers(checkout, "problems", arguments)?;
    numbers(checkout, "orders", arguments)?;
    start(checkout, &empty_window)
}

/// Cargo gives the program a name with a hash, and tells it.
fn build_empty_window(checkout: &Checkout) -> Outcome<PathBuf> {
    let mut command = checkout.cargo(&["bench", "--workspace", "--bench", "empty_window", "--no-run"]);
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|why| format!("cargo bench: {why}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    match executable(&text) {
        Some(path) => Ok(checkout.path(path)),
        None => Err(format!("the empty window was not built:\n{text}")),
    }
}

/// The path in cargo's line `Executable benches/empty_window.rs (target/release/deps/empty_window-…)`.
fn executable(text: &str) -> Option<&str> {
    let line = text
        .lines()
        .find(|line| line.contains("Executable") && line.contains("empty_window"))?;
    Some(line.rsplit_once('(')?.1.trim_end().trim_end_matches(')'))
}

/// Photos and sites, a twentieth of them where fewer rows were asked for. PostgreSQL is measured where
/// `PORTFLOW_TEST_POSTGRES` names a server.
fn discovery(checkout: &Checkout, arguments: &[&str]) -> Outcome<()> {
    let mut command = checkout.cargo(&["bench", "--quiet", "--workspace", "--bench", "discovery", "--"]);
    if !arguments.is_empty() {
        command.args(["10", "25"]);
    }
    child::run_here(command)
}

/// What grows with the numbers of a migration: their problems after one edit and anew, their orders, and the screens
/// over all orders.
fn numbers(checkout: &Checkout, program: &str, arguments: &[&str]) -> Outcome<()> {
    let mut command = checkout.cargo(&["bench", "--quiet", "--workspace", "--bench", program, "--"]);
    command.args(arguments.iter().take(1));
    child::run_here(command)
}

fn start(checkout: &Checkout, empty_window: &Path) -> Outcome<()> {
    if let Some(missing) = ["Xvfb", "WebKitWebDriver"]
        .into_iter()
        .find(|name| programs::find(&[name]).is_none())
    {
        println!("\nstart to the first rows: not measured, there is no {missing} on this system");
        return Ok(());
    }
    let log = child::Log::create(checkout.scratch("bench-display.log"))?;
    let display = VirtualDisplay::start(log.path())?;
    let mut command: Command = checkout.command("node");
    command.arg(checkout.path("tests/e2e/start.mjs"));
    command
        .arg(checkout.release_binary("portflow-desktop"))
        .arg(empty_window);
    command
        .arg(checkout.release_binary("portflow"))
        .env("DISPLAY", display.name());
    println!();
    child::run_here(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_read_from_what_cargo_tells() {
        let text = "    Finished `bench` profile [optimized] target(s) in 0.31s\n  \
                    Executable benches/empty_window.rs (target/release/deps/empty_window-26f1c3)\n";
        assert_eq!(executable(text), Some("target/release/deps/empty_window-26f1c3"));
        assert_eq!(executable("error: could not compile"), None);
    }
}
