//! How somebody looks at a grid, under a name.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

use crate::ids::{SavedViewId, TeamMemberId};
use crate::timestamp::Timestamp;
use crate::views::{GridFilter, GridSort};

/// A view that a member keeps for themselves or shares with everybody in the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Its id.
    pub id: SavedViewId,
    /// The grid that it belongs to, such as `numbers`.
    pub screen: String,
    /// Whose it is; everybody's when absent.
    pub team_member_id: Option<TeamMemberId>,
    /// Unique per screen among a member's own and among those of everybody, without regard to case.
    pub name: String,
    /// What it shows.
    pub layout: GridLayout,
    /// Raised by one with every change; an update names the revision it read.
    #[ts(type = "number")]
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Search, filters, order and columns of a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct GridLayout {
    /// Text or digits looked for.
    pub search: Option<String>,
    /// All must hold.
    pub filters: Vec<GridFilter>,
    /// First key first.
    pub sort: Vec<GridSort>,
    /// Which columns are shown or hidden against the grid's own choice.
    pub columns: BTreeMap<String, bool>,
    /// Widths of columns in pixels where they are not the grid's own.
    pub widths: BTreeMap<String, u32>,
}
