//! Embeds the user interface and allows the page exactly the commands named here.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo through its output"
)]

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&["call", "pick_open", "pick_save"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
