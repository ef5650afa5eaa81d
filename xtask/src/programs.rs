//! Looks programs up, so that what is missing can be named before it is needed.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The first of these programs on the PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    names.iter().find_map(|name| {
        folders
            .iter()
            .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
            .find(|path| path.is_file())
    })
}

/// A browser that Playwright can drive: `PORTFLOW_CHROMIUM`, else Chromium or Chrome on the PATH.
pub fn chromium() -> Option<PathBuf> {
    match std::env::var_os("PORTFLOW_CHROMIUM") {
        Some(path) => Some(PathBuf::from(path)),
        None => find(&[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ]),
    }
}

/// The standard output of a command that ended well, without the white space around it.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
