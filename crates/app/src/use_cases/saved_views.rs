//! How people look at grids, under names: a member's own views and those of everybody.

use portflow_domain::entities::{SavedView, fold};
use portflow_store::Tx;
use portflow_store::queries::saved_views;

use super::required;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::saved_views::{SaveView, ViewRevision, ViewsOfScreen};
use crate::error::{ApiError, ErrorCode, Result};

/// The longest name of a view, in characters.
const NAME_LIMIT: usize = 60;

/// Everybody's views of a screen and the acting member's own, by name.
pub async fn list(cx: &Context, request: ViewsOfScreen) -> Result<Vec<SavedView>> {
    let member = cx.actor.as_ref().map(|actor| actor.id);
    Ok(saved_views::list_saved_views(&mut cx.read().await?, &request.screen, member).await?)
}

/// Keeps a view under a new name, or replaces one.
pub async fn save(cx: &Context, request: SaveView) -> Result<SavedView> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let actor = cx.actor()?.id;
    let now = cx.now();
    let before = match &request.replaces {
        Some(read) => Some(find(cx, &mut tx, read).await?),
        None => None,
    };
    let wanted = SavedView {
        id: before.as_ref().map_or_else(|| cx.id(), |view| view.id),
        screen: required("screen", "The screen", &request.screen)?,
        team_member_id: (!request.is_shared).then_some(actor),
        name: name(&request.name)?,
        layout: request.layout,
        revision: request.replaces.as_ref().map_or(1, |read| read.revision),
        created_at: before.as_ref().map_or(now, |view| view.created_at),
        updated_at: now,
    };
    check_name(&mut tx, &wanted).await?;
    let view = match before {
        Some(before) => {
            let view = saved_views::update_saved_view(&mut tx, &wanted).await?;
            act.updated(&before, &view)?;
            view
        }
        None => {
            let view = saved_views::insert_saved_view(&mut tx, &wanted).await?;
            act.created(&view)?;
            view
        }
    };
    act.commit(tx).await?;
    Ok(view)
}

/// Forgets a view.
pub async fn remove(cx: &Context, request: ViewRevision) -> Result<Empty> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let view = find(cx, &mut tx, &request).await?;
    let seen = SavedView {
        revision: request.revision,
        ..view.clone()
    };
    saved_views::delete_saved_view(&mut tx, &seen).await?;
    act.deleted(&view)?;
    act.commit(tx).await?;
    Ok(Empty {})
}

/// A view that the acting member sees; another member's own is as if it were not there.
async fn find(cx: &Context, tx: &mut Tx, read: &ViewRevision) -> Result<SavedView> {
    let actor = cx.actor()?.id;
    let found = saved_views::find_saved_view(tx, read.id).await?;
    found
        .filter(|view| view.team_member_id.is_none_or(|owner| owner == actor))
        .ok_or_else(|| ApiError::not_found("saved view", read.id))
}

fn name(text: &str) -> Result<String> {
    let name = required("name", "The view's name", text)?;
    if name.chars().count() > NAME_LIMIT {
        let text = format!("The name is longer than {NAME_LIMIT} characters.");
        return Err(ApiError::invalid("name", text));
    }
    Ok(name)
}

/// A name stands once among those that a member sees of a screen.
async fn check_name(tx: &mut Tx, wanted: &SavedView) -> Result<()> {
    let views = saved_views::list_saved_views(tx, &wanted.screen, wanted.team_member_id).await?;
    let is_taken = |view: &SavedView| view.id != wanted.id && fold(&view.name) == fold(&wanted.name);
    if views.iter().any(is_taken) {
        let text = format!("There is a view called '{}' already.", wanted.name);
        return Err(ApiError {
            field: Some("name".to_owned()),
            ..ApiError::new(ErrorCode::Conflict, text)
        }
        .hint("Choose another name, or replace that view."));
    }
    Ok(())
}
