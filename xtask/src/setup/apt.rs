//! Debian and Ubuntu: packages through apt, only those that are missing.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::{Outcome, child, programs};

/// To compile the window and to open it.
pub const BUILD: &[&str] = &[
    "build-essential",
    "ca-certificates",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];

/// To test it: a display without a screen, a driver for the window, a real drag, a database server.
pub const TEST: &[&str] = &[
    "fonts-dejavu-core",
    "gir1.2-gtk-3.0",
    "postgresql",
    "procps",
    "python3-gi",
    "webkit2gtk-driver",
    "xauth",
    "xdotool",
    "xvfb",
];

/// Whether this system installs with apt.
pub fn is_available() -> bool {
    programs::find(&["apt-get"]).is_some()
}

/// Whether this is Debian itself rather than a system made from it.
pub fn is_debian() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    is_available() && release.lines().any(|line| line == "ID=debian")
}

/// Installs those of the packages that are missing; asks for sudo unless root.
pub fn install(packages: &[&str]) -> Outcome<()> {
    let query = ["-W", "-f", "${Package} ${db:Status-Status}\n"];
    // dpkg-query fails when it does not know a package, and still lists the others.
    let output = Command::new("dpkg-query").args(query).args(packages).output();
    let table = output.map(|output| output.stdout).unwrap_or_default();
    let missing = missing(packages, &String::from_utf8_lossy(&table));
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {}", missing.join(" "));
    if missing.contains(&"postgresql") {
        without_main_cluster()?;
    }
    child::run_here(as_root(&["apt-get", "update", "-qq"]))?;
    let mut command = as_root(&[
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "-y",
        "-qq",
    ]);
    command.args(["--no-install-recommends", "-o", "Dpkg::Options::=--force-confold"]);
    command.args(&missing);
    child::run_here(command)
}

/// Those that the table of `package status` lines does not call installed.
fn missing<'a>(packages: &[&'a str], table: &str) -> Vec<&'a str> {
    let installed: BTreeSet<&str> = table
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    packages
        .iter()
        .copied()
        .filter(|package| !installed.contains(package))
        .collect()
}

/// Debian's postgresql starts a server at once unless this file says otherwise first. A file that
/// stands already is somebody's choice and stays.
fn without_main_cluster() -> Outcome<()> {
    let file = "/etc/postgresql-common/createcluster.conf";
    if Path::new(file).exists() {
        return Ok(());
    }
    let script = format!("mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' > {file}");
    child::run_here(as_root(&["sh", "-c", &script]))
}

fn as_root(words: &[&str]) -> Command {
    let root = programs::answer("id", &["-u"]).as_deref() == Some("0");
    let mut command = Command::new(if root { "env" } else { "sudo" });
    command.args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_packages_that_are_fully_installed_count() {
        let table = "xvfb installed\nxauth config-files\n";
        assert_eq!(
            missing(&["xauth", "xdotool", "xvfb"], table),
            ["xauth", "xdotool"]
        );
    }
}
