//! The program `portflow` at the time that PORTFLOW_NOW names, such as 2027-02-01T15:00:00Z: what an example says of
//! days must not depend on the day of the test. It is a tool of the tests and never shipped.

use portflow_app::clock::FixedClock;
use std::process::ExitCode;
use std::sync::Arc;

#[tokio::main]
async fn main() -> ExitCode {
    let now = std::env::var("PORTFLOW_NOW")
        .ok()
        .and_then(|text| text.parse().ok());
    match now {
        Some(now) => portflow_cli::start(Arc::new(FixedClock(now))).await,
        None => ExitCode::from(2),
    }
}
