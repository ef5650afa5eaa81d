//! What damaged and hostile files cost: each read as the importer reads it, beside the large list of this run.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portflow_sheet::Limits;

/// The folders of such files, from the workspace's root.
const FOLDERS: [&str; 2] = ["crates/sheet/tests/fixtures/bad", "tests/fixtures/bad"];

/// How long the files took.
pub struct Times {
    pub files: usize,
    /// The file that took longest.
    pub slowest: String,
    pub longest: Duration,
    /// The large list.
    pub list: Duration,
}

/// Reads every file and the list.
pub fn measure(list: &Path) -> Times {
    let files = files();
    let timed = files.iter().map(|path| (read(path), path));
    let (longest, slowest) = timed.max().unwrap();
    Times {
        files: files.len(),
        slowest: slowest.file_name().unwrap().to_string_lossy().into_owned(),
        longest,
        list: read(list),
    }
}

fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let listed = FOLDERS
        .iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let mut files: Vec<_> = listed.map(|entry| entry.unwrap().path()).collect();
    let is_told = |path: &PathBuf| {
        path.extension()
            .is_some_and(|ending| ending == "md" || ending == "json")
    };
    files.retain(|path| !is_told(path));
    files.sort();
    files
}

/// Whether it is read or refused does not matter here.
fn read(path: &Path) -> Duration {
    let begun = Instant::now();
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    drop(portflow_sheet::read(&bytes, &name, &Limits::default()));
    begun.elapsed()
}
