//! The scripts themselves, held against files that a person has read. `UPDATE_GOLDEN=1` rewrites the files.
#![allow(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod support;

use std::path::PathBuf;

use portflow_domain::provisioning::CutoverFacts;
use portflow_powershell::render_cutover;

fn check(name: &str, facts: &CutoverFacts) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/golden/powershell")
        .join(name);
    let script = render_cutover(&support::plan(facts)).to_bytes();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[allow(clippy::disallowed_methods, reason = "a file of the source tree")]
        std::fs::write(&path, &script).unwrap();
    }
    let golden = std::fs::read(&path).unwrap();
    assert!(
        script == golden,
        "{name} differs from the script; compare and rerun with UPDATE_GOLDEN=1:\n{}",
        String::from_utf8_lossy(&script)
    );
}

#[test]
fn direct_routing() {
    check("cutover-direct-routing.ps1", &support::direct_routing());
}

#[test]
fn operator_connect() {
    check("cutover-operator-connect.ps1", &support::operator_connect());
}

#[test]
fn calling_plan() {
    check("cutover-calling-plan.ps1", &support::calling_plan());
}
