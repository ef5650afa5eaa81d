//! A program hears of its workspace no sooner than the workspace is complete.

use portflow_app::events::Event;
use portflow_app::watching;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

use crate::place::on_each;
use crate::world::empty_workspace;

/// Longer than the watch waits before it looks again.
const TWO_LOOKS: Duration = Duration::from_millis(2500);

#[test]
fn a_workspace_that_is_still_being_furnished_is_not_watched() {
    on_each(|place| async move {
        if place.database.is_some() {
            // A database is announced as soon as it is open: its first member joins it afterwards.
            return;
        }
        let session = empty_workspace(&place).await;
        let mut events = session.events.subscribe();
        let watch = tokio::spawn(watching::watch(Arc::clone(&session)));
        let early = timeout(TWO_LOOKS, events.recv()).await;
        assert!(early.is_err(), "{early:?}");

        session.announce_workspace();
        assert_eq!(events.recv().await, Ok(Event::WorkspaceOpened));
        assert!(matches!(events.recv().await, Ok(Event::Changed { .. })));
        watch.abort();
    });
}
