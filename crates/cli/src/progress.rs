//! How far a long piece of work is, for whoever watches the terminal.

use portflow_app::Session;
use portflow_app::events::Event;
use tokio::task::JoinHandle;

/// Less work than this is over before anybody asks.
const WORTH_TELLING: u64 = 10_000;

/// Tells of records on the error output, where it mixes with no answer, until the handle is aborted.
pub fn tell(session: &Session, task: &'static str) -> JoinHandle<()> {
    tell_of(session, task, WORTH_TELLING, "records")
}

/// The same of anything that is counted, when there is at least this much of it.
pub fn tell_of(
    session: &Session,
    task: &'static str,
    worth_telling: u64,
    what: &'static str,
) -> JoinHandle<()> {
    let mut events = session.events.subscribe();
    tokio::spawn(async move {
        while let Ok(event) = events.recv().await {
            if let Event::Progress { task_id, done, total } = event
                && task_id == task
                && total >= worth_telling
            {
                eprintln!("Storing {done} of {total} {what}");
            }
        }
    })
}
