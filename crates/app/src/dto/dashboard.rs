//! The overview and the log.

use portflow_domain::entities::Activity;
use portflow_domain::ids::{CustomerId, MigrationId};
use portflow_domain::views::{FocDate, MigrationOverview};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::order_watch::OrderAtRisk;

/// The first screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Dashboard {
    /// Every migration that is not archived.
    pub migrations: Vec<MigrationOverview>,
    /// Dated ports, next first.
    pub foc_dates: Vec<FocDate>,
    /// Orders that may not become what was promised, with the reasons.
    pub orders_at_risk: Vec<OrderAtRisk>,
    /// The latest acts.
    pub activity: Vec<Activity>,
}

/// Which part of the log.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ActivityQuery {
    /// Only this customer's.
    pub customer_id: Option<CustomerId>,
    /// Only this migration's.
    pub migration_id: Option<MigrationId>,
    /// Only one record's, by its id.
    pub entity_id: Option<String>,
    /// Entries to skip, newest first.
    pub offset: u32,
    /// Entries to give; at most 1,000.
    pub limit: u32,
}
