//! How the columns of files of one shape were mapped; shared by all customers of the workspace.

use portflow_domain::entities::fold;
use portflow_domain::entities::import::MappingProfile;
use portflow_domain::ids::MappingProfileId;

use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::tx::{Tx, opt, rows};

record!(MappingProfile, "mapping profile" in "mapping_profiles" {
    kept { id, revision, created_at, updated_at }
    set { name, target, header_fingerprint, column_map, value_map, defaults }
    derived { name_key = |profile: &MappingProfile| fold(&profile.name) }
});

/// All profiles, by name.
pub async fn list_mapping_profiles(tx: &mut Tx) -> Result<Vec<MappingProfile>> {
    rows!(
        tx,
        MappingProfile,
        "SELECT * FROM mapping_profiles ORDER BY name_key, id"
    )
}

/// The profile with this id.
pub async fn find_mapping_profile(tx: &mut Tx, id: MappingProfileId) -> Result<Option<MappingProfile>> {
    find(tx, id).await
}

/// The profile of this name, without regard to case.
pub async fn find_mapping_profile_by_name(tx: &mut Tx, name: &str) -> Result<Option<MappingProfile>> {
    let sql = "SELECT * FROM mapping_profiles WHERE name_key = $1";
    opt!(tx, MappingProfile, sql, fold(name))
}

/// Adds a profile and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when there is one of that name.
pub async fn insert_mapping_profile(tx: &mut Tx, profile: &MappingProfile) -> Result<MappingProfile> {
    insert(tx, profile).await
}

/// Changes a profile whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`] and [`crate::StoreError::Duplicate`].
pub async fn update_mapping_profile(tx: &mut Tx, profile: &MappingProfile) -> Result<MappingProfile> {
    update(tx, profile).await
}

/// Forgets a profile whose revision is still the one given.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn delete_mapping_profile(tx: &mut Tx, profile: &MappingProfile) -> Result<()> {
    delete(tx, profile).await
}
