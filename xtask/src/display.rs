//! A virtual X display for the tests of the real window.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::Outcome;

/// An Xvfb server; it ends when this value is dropped.
pub struct VirtualDisplay {
    server: Child,
    name: String,
}

impl VirtualDisplay {
    /// Starts a server on the first free display number. Its messages go to the log file.
    pub fn start(log: &Path) -> Outcome<Self> {
        let failed = |why: std::io::Error| format!("Xvfb does not start: {why}");
        let messages = std::fs::OpenOptions::new()
            .append(true)
            .create(true)
            .open(log)
            .map_err(failed)?;
        let mut server = Command::new("Xvfb")
            // `-displayfd 1`: the server chooses the number and writes it when it is ready.
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x900x24",
                "-noreset",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(messages)
            .spawn()
            .map_err(failed)?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number).map_err(failed)?;
        }
        let display = Self {
            server,
            name: format!(":{}", number.trim()),
        };
        if number.trim().is_empty() {
            return Err(format!("Xvfb ended at once; see {}", log.display()));
        }
        Ok(display)
    }

    /// The value for `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for VirtualDisplay {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}
