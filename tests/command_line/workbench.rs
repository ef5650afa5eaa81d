//! A person's machine for one test: a home folder of its own, the program, and an empty place for a workspace.

use chrono::NaiveDateTime;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::databases::Place;

/// A home, a workspace to be and the program that works on it.
pub struct Workbench {
    home: tempfile::TempDir,
    workspace: String,
}

impl Workbench {
    /// A machine on which nothing was done yet.
    pub fn new(place: &Place) -> Self {
        let workspace = match place {
            Place::Sqlite(path) => path.display().to_string(),
            Place::Postgres(url) => url.clone(),
        };
        Self {
            home: tempfile::tempdir().unwrap(),
            workspace,
        }
    }

    /// A file or folder of the person's home.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Every file below the home folder and what it holds, configuration and logs included.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        files_below(self.home.path())
    }

    /// The program, ready to be started with these arguments.
    pub fn command(&self, arguments: &[&str]) -> Command {
        self.prepared(&program(), arguments)
    }

    /// The program at a time of its own (UTC), ready to be started with these arguments.
    pub fn command_at(&self, now: NaiveDateTime, arguments: &[&str]) -> Command {
        let mut command = self.prepared(Path::new(env!("CARGO_BIN_EXE_portflow-at")), arguments);
        command.env("PORTFLOW_NOW", now.format("%Y-%m-%dT%H:%M:%SZ").to_string());
        command
    }

    fn prepared(&self, program: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.home.path());
        for (variable, folder) in [
            ("HOME", ""),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("APPDATA", "roaming"),
        ] {
            command.env(variable, self.home.path().join(folder));
        }
        for variable in ["PORTFLOW_MEMBER", "PORTFLOW_PASSWORD", "PORTFLOW_LOG"] {
            command.env_remove(variable);
        }
        command.env("PORTFLOW_WORKSPACE", &self.workspace);
        command
    }

    /// Runs the program for people; it must succeed. Gives what it printed.
    pub fn run(&self, arguments: &[&str]) -> String {
        succeeded(self.command(arguments).output().unwrap(), arguments)
    }

    /// Runs the program with `--json`; it must succeed.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let text = self.run(&[&["--json"], arguments].concat());
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{arguments:?}: {error} in {text}"))
    }

    /// Runs the program with `--json`; it must fail with this exit code. Gives the error it printed.
    pub fn refusal(&self, arguments: &[&str], exit_code: i32) -> Value {
        refused(self.command(&[&["--json"], arguments].concat()), exit_code)
    }

    /// Makes the workspace and its first member.
    pub fn init(&self) {
        self.run(&[
            "init",
            "--name",
            "Test Person",
            "--email",
            "test.person@example.com",
        ]);
    }
}

/// Runs a prepared command, which must fail with this exit code. Gives the error it printed as JSON.
pub fn refused(mut command: Command, exit_code: i32) -> Value {
    let output = command.output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(exit_code), "{command:?}: {told}");
    assert!(output.stdout.is_empty(), "{command:?} failed and still answered");
    serde_json::from_str(&told).unwrap_or_else(|error| panic!("{command:?}: {error} in {told}"))
}

/// A file of tests/fixtures.
pub fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
        .display()
        .to_string()
}

fn succeeded(output: Output, arguments: &[&str]) -> String {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "portflow {arguments:?}: {told}");
    String::from_utf8(output.stdout).unwrap()
}

/// The program as built with this test, or the one that PORTFLOW_CLI names.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("PORTFLOW_CLI") {
        return named.into();
    }
    let own = std::env::current_exe().unwrap();
    let folder = own.parent().and_then(Path::parent).unwrap();
    folder.join(format!("portflow{}", std::env::consts::EXE_SUFFIX))
}

fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            files.push((path, bytes));
        }
    }
    files
}
