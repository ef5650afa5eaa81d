//! Imports in a process of their own, so that their memory is theirs alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{application, inventory};

/// The argument after which the workbook and a folder follow.
const ALONE: &str = "--import-alone";

/// What a process was started for.
pub struct Asked {
    workbook: PathBuf,
    folder: PathBuf,
}

impl Asked {
    /// None when the process is not one of these.
    pub fn of_this_process() -> Option<Self> {
        let mut arguments = std::env::args().skip_while(|argument| argument != ALONE).skip(1);
        Some(Self {
            workbook: arguments.next()?.into(),
            folder: arguments.next()?.into(),
        })
    }
}

/// Imports and prints seconds and the peak of memory in MiB.
pub async fn import(asked: &Asked) {
    let imported = application::import(&asked.folder, &asked.workbook).await;
    let seconds = imported.parts.whole().as_secs_f64();
    println!("{seconds} {}", peak().unwrap_or_default());
}

/// Imports `rows` and ten times as many.
pub fn compare(folder: &Path, rows: u32) {
    println!("\nthe same import alone in a process");
    let few = measured(folder, rows);
    let many = measured(folder, rows * 10);
    if let (Some((time, peak)), Some((times, peaks))) = (few, many) {
        println!("  {rows} rows: {time:.2} s, peak {peak:.0} MiB");
        println!(
            "  {} rows: {times:.2} s, peak {peaks:.0} MiB, {:.2} times as long",
            rows * 10,
            times / time
        );
    }
}

/// Seconds, and the peak of memory in MiB.
fn measured(folder: &Path, rows: u32) -> Option<(f64, f64)> {
    let folder = folder.join(format!("alone-{rows}"));
    std::fs::create_dir(&folder).ok()?;
    let workbook = folder.join("inventory.xlsx");
    inventory::write(&workbook, rows);
    let output = Command::new(std::env::current_exe().ok()?)
        .arg(ALONE)
        .args([&workbook, &folder])
        .stderr(Stdio::inherit())
        .output()
        .ok()?;
    std::fs::remove_dir_all(&folder).ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut numbers = text.split_whitespace().map(str::parse::<f64>);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// The most memory that this process has held, in MiB; only Linux tells.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}
