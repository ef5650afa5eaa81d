//! How people look at grids, under names.

use portflow_domain::entities::GridLayout;
use portflow_domain::ids::SavedViewId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Ask for the views of a screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ViewsOfScreen {
    /// The grid, such as `numbers`.
    pub screen: String,
}

/// Keep how a grid is looked at: under a new name, or in place of a view that is there.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveView {
    /// The view to replace, at the revision that was read.
    #[serde(default)]
    pub replaces: Option<ViewRevision>,
    /// The grid, such as `numbers`.
    pub screen: String,
    /// What it is called.
    pub name: String,
    /// Whether everybody in the workspace sees it.
    pub is_shared: bool,
    /// What it shows.
    pub layout: GridLayout,
}

/// A view as it was read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ViewRevision {
    /// The view.
    pub id: SavedViewId,
    /// The revision you saw.
    #[ts(type = "number")]
    pub revision: i64,
}
