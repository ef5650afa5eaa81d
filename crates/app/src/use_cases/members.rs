//! The migration team, and who of it sits at this machine.

use portflow_domain::entities::TeamMember;
use portflow_domain::enums::TeamRole;
use portflow_store::Tx;
use portflow_store::queries::team_members;

use super::required;
use crate::activity::Act;
use crate::context::{Context, Permission};
use crate::dto::Empty;
use crate::dto::workspace::{AddMember, ChooseMember, SessionInfo};
use crate::error::{ApiError, Result};

/// Everybody, by name.
pub async fn list(cx: &Context, _: Empty) -> Result<Vec<TeamMember>> {
    Ok(team_members::list_team_members(&mut cx.read().await?).await?)
}

/// Adds somebody. Only admins may, except to the empty team of a new workspace: the first member is an admin and
/// acts on this machine from then on.
pub async fn add(cx: &Context, request: AddMember) -> Result<TeamMember> {
    let mut tx = cx.write().await?;
    let is_first = team_members::list_team_members(&mut tx).await?.is_empty();
    if is_first {
        let member = insert_first(cx, &mut tx, &request.display_name, &request.email).await?;
        tx.commit().await?;
        remember(cx, &member)?;
        return Ok(member);
    }
    cx.permit(Permission::Admin)?;
    let member = new_member(cx, &request.display_name, &request.email, request.role)?;
    let member = team_members::insert_team_member(&mut tx, &member).await?;
    let mut act = Act::begin(cx);
    act.created(&member)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(member)
}

/// Says which member acts on this machine.
pub async fn choose(cx: &Context, request: ChooseMember) -> Result<SessionInfo> {
    let found = team_members::find_team_member(&mut cx.read().await?, request.id).await?;
    let member = found.ok_or_else(|| ApiError::not_found("member", request.id))?;
    if !member.is_active {
        return Err(ApiError::refused(format!(
            "{} is no longer active in this workspace.",
            member.display_name
        ))
        .hint("Ask an admin, or choose somebody else."));
    }
    remember(cx, &member)?;
    super::sessions::info(&Context::of(&cx.session).await?, Empty {}).await
}

/// The first member of a new workspace: an admin, logged as their own act.
pub(super) async fn insert_first(cx: &Context, tx: &mut Tx, name: &str, email: &str) -> Result<TeamMember> {
    let member = new_member(cx, name, email, TeamRole::Admin)?;
    let member = team_members::insert_team_member(tx, &member).await?;
    let own = cx.acted_by(member.clone());
    let mut act = Act::begin(&own);
    act.created(&member)?;
    act.save(tx).await?;
    Ok(member)
}

/// Keeps the member as the one who acts on this machine in the open workspace.
pub(super) fn remember(cx: &Context, member: &TeamMember) -> Result<()> {
    let workspace = cx.workspace()?.info.id.to_string();
    cx.session.remember(|config| {
        config.members.insert(workspace, member.id);
    })
}

/// Checks name and address before a workspace is made for them.
pub(super) fn new_member(cx: &Context, name: &str, email: &str, role: TeamRole) -> Result<TeamMember> {
    let now = cx.now();
    let email = required("email", "The e-mail address", email)?;
    let well_formed = email
        .split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
    if !well_formed || email.contains(char::is_whitespace) {
        return Err(ApiError::invalid(
            "email",
            format!("'{email}' is not an e-mail address."),
        ));
    }
    Ok(TeamMember {
        id: cx.id(),
        display_name: required("displayName", "The name", name)?,
        email,
        role,
        is_active: true,
        database_role: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    })
}
