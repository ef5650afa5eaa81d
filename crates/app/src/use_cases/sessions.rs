//! What the shell must know at start.

use portflow_store::queries::team_members;

use crate::context::Context;
use crate::dto::Empty;
use crate::dto::workspace::SessionInfo;
use crate::error::Result;

/// Everything the shell must know.
pub async fn info(cx: &Context, _: Empty) -> Result<SessionInfo> {
    let team = match &cx.workspace {
        Some(open) => team_members::list_team_members(&mut open.store.read().await?).await?,
        None => Vec::new(),
    };
    Ok(SessionInfo {
        application_version: env!("CARGO_PKG_VERSION").to_owned(),
        workspace: cx.workspace.as_ref().map(|open| open.info.clone()),
        member: cx.actor.clone(),
        members: team,
        recent: cx.session.config().recent_for_page(),
        opening_problem: cx.session.opening_problem(),
    })
}
