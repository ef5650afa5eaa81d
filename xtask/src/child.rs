//! Runs a command with its output in a log file and a limit against hanging.
//!
//! Children stay in this program's process group, so Ctrl-C reaches all of them at once.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;

/// The log of one part: the output of all its commands, one after the other.
pub struct Log {
    path: PathBuf,
}

/// A command that ended, or was ended at its limit.
pub struct Finished {
    /// Everything it wrote.
    pub text: String,
    /// Why it counts as failed; `None` when it ended well.
    pub failure: Option<String>,
}

impl Finished {
    /// The output, or the failure.
    pub fn success(self) -> Outcome<String> {
        match self.failure {
            None => Ok(self.text),
            Some(why) => Err(why),
        }
    }
}

impl Log {
    /// Begins an empty log.
    pub fn create(path: PathBuf) -> Outcome<Self> {
        let made = path
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| File::create(&path));
        made.map_err(|why| format!("{} cannot be written: {why}", path.display()))?;
        Ok(Self { path })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a command to its end, or ends it and its children when `limit` has passed.
    pub fn run(&self, mut command: Command, limit: Duration) -> Outcome<Finished> {
        let line = command_line(&command);
        let failed = |why: std::io::Error| format!("{line}: {why}");
        let mut log = OpenOptions::new()
            .append(true)
            .read(true)
            .open(&self.path)
            .map_err(failed)?;
        let start = log.seek(SeekFrom::End(0)).map_err(failed)?;
        command.stdin(Stdio::null());
        command
            .stdout(log.try_clone().map_err(failed)?)
            .stderr(log.try_clone().map_err(failed)?);
        let child = command.spawn().map_err(failed)?;
        let failure = wait(child, limit)
            .map_err(failed)?
            .map(|why| format!("{line}: {why}"));
        log.seek(SeekFrom::Start(start)).map_err(failed)?;
        let mut bytes = Vec::new();
        log.read_to_end(&mut bytes).map_err(failed)?;
        Ok(Finished {
            text: String::from_utf8_lossy(&bytes).into_owned(),
            failure,
        })
    }

    /// The last lines, for the terminal.
    pub fn tail(&self, lines: usize) -> String {
        let text = std::fs::read(&self.path).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let all: Vec<&str> = text.lines().collect();
        all[all.len().saturating_sub(lines)..].join("\n")
    }
}

/// Runs a command on this terminal and waits for it however long it takes.
pub fn run_here(mut command: Command) -> Outcome<()> {
    let line = command_line(&command);
    let status = command.status().map_err(|why| format!("{line}: {why}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{line}: {status}"))
    }
}

/// Why the child failed; `None` when it ended well.
fn wait(mut child: Child, limit: Duration) -> std::io::Result<Option<String>> {
    let end = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok((!status.success()).then(|| status.to_string()));
        }
        if Instant::now() >= end {
            end_tree(child.id());
            child.kill().ok();
            child.wait()?;
            return Ok(Some(format!("hung; ended after {} s", limit.as_secs())));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Ends all descendants of a process: a hung test would otherwise outlive the cargo or npm above it.
fn end_tree(root: u32) {
    if cfg!(windows) {
        Command::new("taskkill")
            .args(["/T", "/F", "/PID", &root.to_string()])
            .output()
            .ok();
        return;
    }
    let Some(table) = crate::programs::answer("ps", &["-A", "-o", "pid=,ppid="]) else {
        return;
    };
    let descendants = descendants(&table, root);
    if !descendants.is_empty() {
        let ids = descendants.iter().map(u32::to_string);
        Command::new("kill").arg("-KILL").args(ids).output().ok();
    }
}

/// The processes below `root` in a table of `pid ppid` lines.
fn descendants(table: &str, root: u32) -> Vec<u32> {
    let pairs: Vec<(u32, u32)> = table
        .lines()
        .filter_map(|line| {
            let mut columns = line.split_whitespace().map(str::parse);
            Some((columns.next()?.ok()?, columns.next()?.ok()?))
        })
        .collect();
    let mut family = vec![root];
    let mut next = 0;
    while next < family.len() {
        let parent = family[next];
        family.extend(
            pairs
                .iter()
                .filter(|(_, above)| *above == parent)
                .map(|(process, _)| *process),
        );
        next += 1;
    }
    family.split_off(1)
}

fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descendants_are_found_through_every_generation() {
        let table = "  1 0\n 10 1\n 11 10\n 12 11\n 20 1\n";
        assert_eq!(descendants(table, 10), [11, 12]);
        assert_eq!(descendants(table, 20), [] as [u32; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn a_hung_child_is_ended_with_its_children_and_its_output_kept() {
        let path = std::env::temp_dir().join(format!("xtask-child-{}.log", std::process::id()));
        let log = Log::create(path.clone()).unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 60 & echo $!; wait"]);
        let begun = Instant::now();
        let finished = log.run(command, Duration::from_millis(500)).unwrap();
        assert!(finished.failure.unwrap().contains("hung"));
        assert!(begun.elapsed() < Duration::from_secs(30));
        let grandchild = finished.text.trim().to_owned();
        // Its new parent may need a moment to collect it; a zombie is ended all the same.
        let state = crate::programs::answer("ps", &["-o", "stat=", "-p", &grandchild]);
        assert!(
            state.is_none_or(|state| state.starts_with('Z')),
            "{grandchild} still runs"
        );
        std::fs::remove_file(path).unwrap();
    }
}
