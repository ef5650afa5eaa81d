//! PortFlow on the command line: the same commands as the window, on the same workspace. A library, so that a test can
//! start it at a time of its own.

mod args;
mod client;
mod failure;
mod output;
mod progress;
mod run;

use clap::Parser;
use portflow_app::clock::Clock;
use std::process::ExitCode;
use std::sync::Arc;

/// Does what the process's arguments say, at the time of this clock.
pub async fn start(clock: Arc<dyn Clock>) -> ExitCode {
    start_log();
    let cli = args::Cli::parse();
    let json = cli.json;
    match run::run(cli, clock).await {
        Ok(text) => output::print(&text),
        Err(error) => failure::print(&error, json),
    }
}

/// What went wrong inside goes to stderr when PORTFLOW_LOG asks for it; answers alone go to stdout.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("PORTFLOW_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("error"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}
