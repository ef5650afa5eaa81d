//! How far one section of a site's discovery is, and who said so.

use portflow_domain::entities::discovery::SectionState;
use portflow_domain::ids::{DiscoverySectionId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(SectionState, "section" in "discovery_sections" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { section, state, said_by, said_on, notes }
});

/// Those of a site or of all.
pub async fn list_discovery_sections(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<SectionState>> {
    let mut statement = Statement::new("SELECT * FROM discovery_sections WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY created_at, id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_discovery_section(tx: &mut Tx, id: DiscoverySectionId) -> Result<Option<SectionState>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_discovery_section(tx: &mut Tx, state: &SectionState) -> Result<SectionState> {
    insert(tx, state).await
}

/// Writes its fields and gives it as stored.
pub async fn update_discovery_section(tx: &mut Tx, state: &SectionState) -> Result<SectionState> {
    update(tx, state).await
}

/// Removes one.
pub async fn delete_discovery_section(tx: &mut Tx, state: &SectionState) -> Result<()> {
    delete(tx, state).await
}
