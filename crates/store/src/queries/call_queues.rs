//! Call queues and the people who serve them.

use portflow_domain::entities::fold;
use portflow_domain::entities::voice_app::{CallQueue, CallQueueAgent};
use portflow_domain::ids::{CallQueueAgentId, CallQueueId, MigrationId};

use crate::error::Result;
use crate::insert_many::insert_many;
use crate::record::{delete_many, record, update};
use crate::tx::{Tx, rows};

record!(CallQueue, "call queue" in "call_queues" {
    kept { id, customer_id, migration_id, revision, created_at, updated_at }
    set {
        name, language, routing_method, presence_based_routing, conference_mode, agent_alert_seconds,
        allow_opt_out, greeting, music_on_hold, overflow_threshold, overflow_action, overflow_target,
        overflow_voicemail_greeting, timeout_seconds, timeout_action, timeout_target, timeout_voicemail_greeting,
        no_agents_action, no_agents_target, no_agents_voicemail_greeting, is_configured,
    }
    derived { name_key = |queue: &CallQueue| fold(&queue.name) }
});

record!(CallQueueAgent, "agent" in "call_queue_agents" {
    kept { id, customer_id, revision, created_at, updated_at }
    set { call_queue_id, end_user_id, position }
});

/// The call queues of a migration, by name.
pub async fn list_call_queues(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<CallQueue>> {
    let sql = "SELECT * FROM call_queues WHERE migration_id = $1 ORDER BY name_key, id";
    rows!(tx, CallQueue, sql, migration_id)
}

/// Adds any number of call queues.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when a migration has one of these names already.
pub async fn insert_call_queues(tx: &mut Tx, queues: &[CallQueue]) -> Result<()> {
    insert_many(tx, queues).await
}

/// Changes a call queue whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`] and [`crate::StoreError::Duplicate`].
pub async fn update_call_queue(tx: &mut Tx, queue: &CallQueue) -> Result<CallQueue> {
    update(tx, queue).await
}

/// The agents of all queues of a migration, queue by queue in the order in which they ring.
pub async fn list_call_queue_agents(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<CallQueueAgent>> {
    let sql = "SELECT a.* FROM call_queue_agents a JOIN call_queues q ON q.id = a.call_queue_id \
        WHERE q.migration_id = $1 ORDER BY q.name_key, q.id, a.position, a.id";
    rows!(tx, CallQueueAgent, sql, migration_id)
}

/// Adds any number of agents.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when a queue has one of these people already.
pub async fn insert_call_queue_agents(tx: &mut Tx, agents: &[CallQueueAgent]) -> Result<()> {
    insert_many(tx, agents).await
}

/// Changes an agent whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`] and [`crate::StoreError::Duplicate`].
pub async fn update_call_queue_agent(tx: &mut Tx, agent: &CallQueueAgent) -> Result<CallQueueAgent> {
    update(tx, agent).await
}

/// Removes call queues that the caller has read in this transaction.
pub async fn delete_call_queues(tx: &mut Tx, ids: &[CallQueueId]) -> Result<()> {
    delete_many::<CallQueue>(tx, ids).await
}

/// Removes agents that the caller has read in this transaction.
pub async fn delete_call_queue_agents(tx: &mut Tx, ids: &[CallQueueAgentId]) -> Result<()> {
    delete_many::<CallQueueAgent>(tx, ids).await
}
