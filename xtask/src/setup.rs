//! `cargo xtask setup`: installs what building, running and testing need, or names it.
//!
//! What this program cannot bring is a C linker, rustup and Node; the README names those.

mod apt;
mod node;

use crate::checkout::Checkout;
use crate::{Outcome, child, programs};

/// What building and running need.
pub fn for_running(checkout: &Checkout) -> Outcome<()> {
    system(apt::BUILD)?;
    node::check_version()?;
    node::install(checkout)
}

/// What the tests need on top.
pub fn everything(checkout: &Checkout) -> Outcome<()> {
    system(&[apt::BUILD, apt::TEST].concat())?;
    node::check_version()?;
    node::install(checkout)?;
    browser(checkout)?;
    cargo_deny(checkout)
}

fn system(packages: &[&str]) -> Outcome<()> {
    if apt::is_available() {
        return apt::install(packages);
    }
    if cfg!(windows) {
        println!(
            "Windows needs the MSVC Build Tools (\"Desktop development with C++\"), Node LTS and WebView2 \
             (part of Windows since 10 1803). The tests also use PostgreSQL and Chrome."
        );
    } else if cfg!(target_os = "macos") {
        println!(
            "macOS needs the Xcode command line tools (xcode-select --install) and Node. \
             The tests also use PostgreSQL (brew install postgresql@16) and Chrome."
        );
    } else {
        println!(
            "This system has no apt-get. Install what Debian calls: {}",
            packages.join(" ")
        );
    }
    Ok(())
}

/// Ubuntu's chromium package is a snap, which does not run in containers: Playwright fetches its own.
fn browser(checkout: &Checkout) -> Outcome<()> {
    if programs::chromium().is_some() {
        return Ok(());
    }
    if apt::is_debian() {
        return apt::install(&["chromium"]);
    }
    let npx = if cfg!(windows) { "npx.cmd" } else { "npx" };
    let mut command = checkout.command(npx);
    command
        .current_dir(checkout.path("ui"))
        .args(["playwright", "install", "chromium"]);
    child::run_here(command)
}

/// Built without optimisation: it starts a second later and compiles in half the time.
fn cargo_deny(checkout: &Checkout) -> Outcome<()> {
    if programs::find(&["cargo-deny"]).is_some() {
        return Ok(());
    }
    println!("Installing cargo-deny (about two minutes)");
    child::run_here(checkout.cargo(&["install", "--quiet", "--locked", "--debug", "cargo-deny"]))
}
