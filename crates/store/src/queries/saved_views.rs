//! How people look at grids, under names.

use portflow_domain::entities::fold;
use portflow_domain::entities::saved_view::SavedView;
use portflow_domain::ids::{SavedViewId, TeamMemberId};

use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::tx::{Tx, rows};

record!(SavedView, "saved view" in "saved_views" {
    kept { id, screen, revision, created_at, updated_at }
    set { team_member_id, name, layout }
    derived { name_key = |view: &SavedView| fold(&view.name) }
});

/// Everybody's views of a screen and the member's own, by name.
pub async fn list_saved_views(
    tx: &mut Tx,
    screen: &str,
    member: Option<TeamMemberId>,
) -> Result<Vec<SavedView>> {
    let sql = "SELECT * FROM saved_views WHERE screen = $1 AND (team_member_id IS NULL OR team_member_id = $2) \
        ORDER BY name_key, id";
    rows!(tx, SavedView, sql, screen.to_owned(), member)
}

/// The view with this id.
pub async fn find_saved_view(tx: &mut Tx, id: SavedViewId) -> Result<Option<SavedView>> {
    find(tx, id).await
}

/// Adds a view and gives it as stored.
pub async fn insert_saved_view(tx: &mut Tx, view: &SavedView) -> Result<SavedView> {
    insert(tx, view).await
}

/// Changes a view whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn update_saved_view(tx: &mut Tx, view: &SavedView) -> Result<SavedView> {
    update(tx, view).await
}

/// Forgets a view whose revision is still the one given.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn delete_saved_view(tx: &mut Tx, view: &SavedView) -> Result<()> {
    delete(tx, view).await
}
