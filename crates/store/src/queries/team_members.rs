//! The people who do the migration work.

use portflow_domain::entities::fold;
use portflow_domain::entities::team::TeamMember;
use portflow_domain::ids::TeamMemberId;

use crate::error::Result;
use crate::record::{find, insert, record};
use crate::tx::{Tx, opt, rows};

record!(TeamMember, "team member" in "team_members" {
    kept { id, revision, created_at, updated_at }
    set { display_name, email, role, is_active, database_role }
    derived { email_key = |member: &TeamMember| fold(&member.email) }
});

/// Everybody, by name.
pub async fn list_team_members(tx: &mut Tx) -> Result<Vec<TeamMember>> {
    rows!(
        tx,
        TeamMember,
        "SELECT * FROM team_members ORDER BY display_name, email_key, id"
    )
}

/// The member with this id.
pub async fn find_team_member(tx: &mut Tx, id: TeamMemberId) -> Result<Option<TeamMember>> {
    find(tx, id).await
}

/// The member with this e-mail address, without regard to case.
pub async fn find_team_member_by_email(tx: &mut Tx, email: &str) -> Result<Option<TeamMember>> {
    opt!(
        tx,
        TeamMember,
        "SELECT * FROM team_members WHERE email_key = $1",
        fold(email)
    )
}

/// The member who has the database role that is logged in. A file has no roles, so there it is nobody.
pub async fn find_team_member_of_session_user(tx: &mut Tx) -> Result<Option<TeamMember>> {
    if tx.is_sqlite() {
        return Ok(None);
    }
    let sql = "SELECT * FROM team_members WHERE database_role = CAST(session_user AS TEXT) \
        ORDER BY is_active DESC, email_key";
    opt!(tx, TeamMember, sql)
}

/// Adds a member and gives them as stored.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when the e-mail address is taken.
pub async fn insert_team_member(tx: &mut Tx, member: &TeamMember) -> Result<TeamMember> {
    insert(tx, member).await
}
