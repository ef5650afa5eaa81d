//! `cargo xtask run`: builds the window and opens it, or does the same job without one.

use std::path::PathBuf;

use crate::checkout::Checkout;
use crate::{Outcome, child, setup};

/// Builds the user interface and the programs, then opens the window.
pub fn run(checkout: &Checkout) -> Outcome<()> {
    setup::for_running(checkout)?;
    child::run_here(checkout.npm(&["run", "build"]))?;
    child::run_here(checkout.cargo(&["build", "--workspace"]))?;
    if has_display() {
        return child::run_here(checkout.command(checkout.binary("portflow-desktop")));
    }
    println!(
        "\nThere is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n\
         The same job now runs in the terminal, on a demonstration workspace.\n"
    );
    demonstration(checkout)
}

fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Makes a demonstration workspace, a port-request workbook and a script through the command line, which says
/// where they lie.
fn demonstration(checkout: &Checkout) -> Outcome<()> {
    let folder = fresh_folder(checkout)?;
    let mut command = checkout.command(checkout.binary("portflow"));
    command
        .arg("--workspace")
        .arg(folder.join("demonstration.portflow"));
    command.arg("demo").arg("--out").arg(&folder);
    child::run_here(command)
}

/// A folder of its own for each demonstration: what somebody did in an earlier one stays.
fn fresh_folder(checkout: &Checkout) -> Outcome<PathBuf> {
    let mut number = 1;
    let mut folder = checkout.scratch("demonstration-1");
    while folder.exists() {
        number += 1;
        folder = checkout.scratch(&format!("demonstration-{number}"));
    }
    std::fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    Ok(folder)
}
