//! The one door of the page into the use cases.

use portflow_app::{Result, commands};
use serde_json::Value;
use tauri::State;

use crate::Desktop;

/// Runs a command of the table, once it is known which workspace is open.
#[tauri::command]
pub async fn call(desktop: State<'_, Desktop>, name: String, request: Value) -> Result<Value> {
    desktop.opened().await;
    commands::call(&desktop.session, &name, request).await
}
