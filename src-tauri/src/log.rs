//! The log file in the data folder. Secrets never reach it: the use cases log chains of causes, no values.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::Mutex;
use tracing_subscriber::EnvFilter;

/// Above this size, in bytes, the log begins anew and one older file is kept.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Writes what happens from now on to `logs/portflow.log`; PORTFLOW_LOG asks for more than warnings.
pub fn start(data: &Path) -> io::Result<()> {
    let folder = data.join("logs");
    fs::create_dir_all(&folder)?;
    let path = folder.join("portflow.log");
    let file = open(&path)?;
    let filter =
        EnvFilter::try_from_env("PORTFLOW_LOG").unwrap_or_else(|_| EnvFilter::new("warn,portflow=info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .init();
    std::panic::set_hook(Box::new(move |panic| {
        tracing::error!("a fault of PortFlow itself: {panic}");
        eprintln!("PortFlow met a fault of its own; {} says which.", path.display());
        eprintln!("If no window opened, check that the display named by DISPLAY answers.");
    }));
    Ok(())
}

fn open(path: &Path) -> io::Result<File> {
    if fs::metadata(path).is_ok_and(|meta| meta.len() > MAX_BYTES) {
        fs::rename(path, path.with_extension("old.log"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}
