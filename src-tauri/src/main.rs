//! PortFlow's window: it shows the page and passes on what only a desktop program can do — commands, dialogs,
//! dropped files, events. Decisions live in `portflow-app`, never here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;
mod events;
mod log;
mod start;
mod window;

use portflow_app::{Session, opening};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::sync::OnceCell;

/// What the commands of the page share.
#[derive(Clone)]
struct Desktop {
    session: Arc<Session>,
    opened: Arc<OnceCell<()>>,
}

impl Desktop {
    fn of(session: Arc<Session>) -> Self {
        Self {
            session,
            opened: Arc::new(OnceCell::new()),
        }
    }

    /// Waits until the workspace of the last time is open, or until it is known why it does not open.
    async fn opened(&self) {
        self.opened.get_or_init(|| opening::at_start(&self.session)).await;
    }
}

fn main() -> ExitCode {
    if let Err(why) = start::prepare() {
        return fail(&why);
    }
    let session = match Session::of_this_user() {
        Ok(session) => Arc::new(session),
        Err(error) => return fail(&format!("{} {}", error.message, error.hints.join(" "))),
    };
    if let Err(error) = log::start(&session.folders.data) {
        // A full or read-only disk: the window can still say so, and opens without a log.
        eprintln!("PortFlow writes no log: {error}");
    }
    match run(session) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("the window ended: {error}");
            fail(&format!("PortFlow's window could not open: {error}."))
        }
    }
}

fn run(session: Arc<Session>) -> tauri::Result<()> {
    let desktop = Desktop::of(Arc::clone(&session));
    // The workspace opens while the window does.
    let early = desktop.clone();
    tauri::async_runtime::spawn(async move { early.opened().await });
    let builder = tauri::Builder::default();
    // Tests open several windows at once, each in a home of its own.
    #[cfg(not(feature = "e2e"))]
    let builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)));
    builder
        .plugin(tauri_plugin_dialog::init())
        .manage(desktop)
        .invoke_handler(tauri::generate_handler![
            commands::call,
            dialogs::pick_open,
            dialogs::pick_save
        ])
        .setup(move |app| {
            events::forward(app.handle().clone(), session.events.subscribe());
            tauri::async_runtime::spawn(portflow_app::watching::watch(Arc::clone(&session)));
            window::open(app)?;
            Ok(())
        })
        .run(tauri::generate_context!())
}

fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
