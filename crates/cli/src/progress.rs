//! How far a long piece of work is, for whoever watches the terminal.

use portflow_app::Session;
use portflow_app::events::Event;
use tokio::task::JoinHandle;

/// Less work than this is over before anybody asks.
const WORTH_TELLING: u64 = 10_000;

/// Tells on the error output, where it mixes with no answer, until the handle is aborted.
pub fn tell(session: &Session, task: &'static str) -> JoinHandle<()> {
    let mut events = session.events.subscribe();
    tokio::spawn(async move {
        while let Ok(event) = events.recv().await {
            if let Event::Progress { task_id, done, total } = event
                && task_id == task
                && total >= WORTH_TELLING
            {
                eprintln!("Storing {done} of {total} records");
            }
        }
    })
}
