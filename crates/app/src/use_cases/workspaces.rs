//! Making, opening and looking after a workspace.

use portflow_domain::views::MigrationOverview;
use portflow_store::queries::dashboard;

use super::sessions::info;
use super::{members, required};
use crate::config::Location;
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::workspace::{
    ConnectWorkspace, CreateWorkspace, OpenWorkspace, SaveTo, SavedFile, SessionInfo, StartWith,
    WorkspaceCheck, WorkspaceStatus,
};
use crate::error::{ApiError, ErrorCode, Result};
use crate::opening;

/// Makes a workspace file whose first member is the person asking.
pub async fn create(cx: &Context, request: CreateWorkspace) -> Result<SessionInfo> {
    members::new_member(
        cx,
        &request.display_name,
        &request.email,
        portflow_domain::enums::TeamRole::Admin,
    )?;
    let path = match &request.file_id {
        Some(id) => cx.session.files.path(id)?,
        None => cx.session.folders.default_workspace(),
    };
    let location = Location::LocalFile { path };
    opening::create_file(&cx.session, &location).await?;
    let cx = Context::of(&cx.session).await?;
    let mut tx = cx.write().await?;
    let member = members::insert_first(&cx, &mut tx, &request.display_name, &request.email).await?;
    tx.commit().await?;
    members::remember(&cx, &member)?;
    let cx = Context::of(&cx.session).await?;
    let furnished = match request.start_with {
        StartWith::Demonstration => super::demo::build(&cx).await.map(drop),
        StartWith::Empty => Ok(()),
    };
    // Its member can work in it either way.
    cx.session.announce_workspace();
    furnished?;
    info(&cx, Empty {}).await
}

/// Opens a file or a recent workspace.
pub async fn open(cx: &Context, request: OpenWorkspace) -> Result<SessionInfo> {
    let location = match (&request.file_id, &request.recent_id) {
        (Some(id), None) => Location::LocalFile {
            path: cx.session.files.path(id)?,
        },
        (None, Some(id)) => cx.session.config().recent(id).cloned().ok_or_else(|| {
            ApiError::new(
                ErrorCode::NotFound,
                "This workspace is no longer on the list of recent ones.",
            )
            .hint("Open its file instead.")
        })?,
        _ => return Err(ApiError::invalid("fileId", "Choose one workspace to open.")),
    };
    opening::open(&cx.session, &location, request.password.as_deref()).await?;
    info(&Context::of(&cx.session).await?, Empty {}).await
}

/// Connects to a PostgreSQL workspace; an empty database becomes one when asked.
pub async fn connect(cx: &Context, request: ConnectWorkspace) -> Result<SessionInfo> {
    let location = location(&request)?;
    let password = request.password.as_deref();
    if request.create {
        opening::create_database(&cx.session, &location, password).await?;
    } else {
        opening::open(&cx.session, &location, password).await?;
    }
    info(&Context::of(&cx.session).await?, Empty {}).await
}

/// Brings a PostgreSQL workspace to this program's format. Files are upgraded when they are opened.
pub async fn upgrade(cx: &Context, request: ConnectWorkspace) -> Result<SessionInfo> {
    let location = location(&request)?;
    opening::upgrade(&cx.session, &location, request.password.as_deref()).await?;
    info(&Context::of(&cx.session).await?, Empty {}).await
}

/// Writes a copy of the open workspace file that is complete in itself.
pub async fn backup(cx: &Context, request: SaveTo) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    cx.workspace()?.store.backup(&path).await?;
    SavedFile::written(&path).await
}

/// Looks for damage: the file itself, references, and counters that differ from a recount.
pub async fn check(cx: &Context, _: Empty) -> Result<WorkspaceCheck> {
    Ok(WorkspaceCheck {
        problems: cx.workspace()?.store.check().await?,
    })
}

/// Counts for the command line.
pub async fn status(cx: &Context, _: Empty) -> Result<WorkspaceStatus> {
    let open = cx.workspace()?;
    let migrations: Vec<MigrationOverview> =
        dashboard::list_migration_overviews(&mut open.store.read().await?).await?;
    Ok(WorkspaceStatus {
        workspace: open.info.clone(),
        migrations,
    })
}

fn location(request: &ConnectWorkspace) -> Result<Location> {
    Ok(Location::SharedPostgres {
        host: required("host", "The host", &request.host)?,
        port: request.port.unwrap_or(5432),
        database: required("database", "The database", &request.database)?,
        user: required("user", "The user", &request.user)?,
    })
}
