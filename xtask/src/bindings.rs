//! `cargo xtask bindings`: the TypeScript types that the app crate exports with ts-rs.
//!
//! The exporting tests write to the folder named by `TS_RS_EXPORT_DIR`. The check lets them write
//! to a scratch folder and compares, so a stale checkout is reported and not repaired in passing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::{Checkout, WINDOW_TEST_FEATURE};
use crate::{Outcome, child};

/// Where the generated files lie.
const COMMITTED: &str = "ui/src/bindings";

/// Writes ui/src/bindings again.
pub fn write(checkout: &Checkout) -> Outcome<()> {
    let scratch = empty_scratch(checkout)?;
    child::run_here(export(checkout, &scratch))?;
    let fresh = read(&scratch)?;
    if fresh.is_empty() {
        return Err("no test exported a type".to_owned());
    }
    let folder = checkout.path(COMMITTED);
    for name in read(&folder)?.keys().filter(|name| !fresh.contains_key(*name)) {
        std::fs::remove_file(folder.join(name)).map_err(|why| format!("{}: {why}", name.display()))?;
    }
    for (name, text) in &fresh {
        let path = folder.join(name);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        made.and_then(|()| std::fs::write(&path, text))
            .map_err(|why| format!("{}: {why}", path.display()))?;
    }
    println!("{} files in {COMMITTED}", fresh.len());
    Ok(())
}

/// The command that exports into a folder: the exporting tests of the whole workspace, so that
/// nothing is compiled with other features than the tests have.
pub fn export(checkout: &Checkout, folder: &Path) -> Command {
    let mut command = checkout.cargo(&[
        "test",
        "--quiet",
        "--workspace",
        "--features",
        WINDOW_TEST_FEATURE,
    ]);
    command.args(["--lib", "--tests", "export_bindings"]);
    command.env("TS_RS_EXPORT_DIR", folder);
    command
}

/// A scratch folder without the files of an earlier run.
pub fn empty_scratch(checkout: &Checkout) -> Outcome<PathBuf> {
    let scratch = checkout.scratch("bindings");
    std::fs::remove_dir_all(&scratch).ok();
    std::fs::create_dir_all(&scratch).map_err(|why| format!("{}: {why}", scratch.display()))?;
    Ok(scratch)
}

/// Compares freshly exported files with the committed ones; the names of those that differ.
pub fn stale(checkout: &Checkout, exported: &Path) -> Outcome<Vec<String>> {
    let fresh = read(exported)?;
    if fresh.is_empty() {
        return Err("no test exported a type".to_owned());
    }
    Ok(differences(&fresh, &read(&checkout.path(COMMITTED))?))
}

type Files = BTreeMap<PathBuf, String>;

fn differences(fresh: &Files, committed: &Files) -> Vec<String> {
    let mut names: Vec<&PathBuf> = fresh.keys().chain(committed.keys()).collect();
    names.sort();
    names.dedup();
    let differ = names
        .into_iter()
        .filter(|name| fresh.get(*name) != committed.get(*name));
    differ.map(|name| name.display().to_string()).collect()
}

/// All TypeScript files below a folder; line ends are left out of the comparison because git on
/// Windows changes them.
fn read(folder: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "ts") {
                let text =
                    std::fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))?;
                let name = path.strip_prefix(folder).unwrap_or(&path).to_path_buf();
                files.insert(name, text.replace("\r\n", "\n"));
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_new_and_forgotten_files_are_stale() {
        let files = |list: &[(&str, &str)]| -> Files {
            list.iter()
                .map(|(name, text)| (PathBuf::from(name), (*text).to_owned()))
                .collect()
        };
        let fresh = files(&[("Same.ts", "a"), ("Changed.ts", "b"), ("New.ts", "c")]);
        let committed = files(&[("Same.ts", "a"), ("Changed.ts", "x"), ("Forgotten.ts", "d")]);
        assert_eq!(
            differences(&fresh, &committed),
            ["Changed.ts", "Forgotten.ts", "New.ts"]
        );
    }
}
