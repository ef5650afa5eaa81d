//! PortFlow on the command line.

use portflow_app::clock::SystemClock;
use std::process::ExitCode;
use std::sync::Arc;

#[tokio::main]
async fn main() -> ExitCode {
    portflow_cli::start(Arc::new(SystemClock)).await
}
