//! Node and the packages of the user interface.

use std::path::Path;
use std::time::SystemTime;

use crate::checkout::Checkout;
use crate::{Outcome, child, programs};

/// The oldest Node that Vite and the test programs accept.
const OLDEST: (u32, u32) = (20, 19);

/// Refuses a Node that is missing or too old, in plain words.
pub fn check_version() -> Outcome<()> {
    let wanted = format!(
        "PortFlow needs Node {}.{} or newer (https://nodejs.org)",
        OLDEST.0, OLDEST.1
    );
    let Some(text) = programs::answer("node", &["--version"]) else {
        return Err(format!("{wanted}; there is no node on the PATH."));
    };
    match version(&text) {
        Some(found) if found >= OLDEST => Ok(()),
        _ => Err(format!("{wanted}; this is {text}.")),
    }
}

/// `npm ci`, when the lock file changed since the last time.
pub fn install(checkout: &Checkout) -> Outcome<()> {
    let locked = modified(&checkout.path("ui/package-lock.json"));
    // npm writes this file at the end of every installation.
    let installed = modified(&checkout.path("ui/node_modules/.package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    println!("Installing the packages of the user interface");
    child::run_here(checkout.npm(&["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|file| file.modified()).ok()
}

/// Major and minor of `v20.19.1`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("v20.19.1"), Some((20, 19)));
        assert!(version("v20.9.0") < Some(OLDEST));
        assert!(version("v22.1.0") > Some(OLDEST));
        assert_eq!(version("unknown"), None);
    }
}
