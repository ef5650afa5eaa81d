//! The one door of the page into the use cases.

use portflow_app::{Result, commands, opening};
use serde_json::Value;
use tauri::State;

use crate::Desktop;

/// Runs a command of the table. The first one waits until the workspace of the last time is open, or until it
/// is known why it does not open.
#[tauri::command]
pub async fn call(desktop: State<'_, Desktop>, name: String, request: Value) -> Result<Value> {
    desktop
        .opened
        .get_or_init(|| opening::at_start(&desktop.session))
        .await;
    commands::call(&desktop.session, &name, request).await
}
