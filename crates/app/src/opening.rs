//! Finding and opening a workspace: which one a person means, how it is reached, and what this machine remembers
//! of it afterwards.

use portflow_domain::porting::carrier::built_in;
use portflow_store::queries::carriers;
use portflow_store::secret::{Keyring, system_keyring};
use portflow_store::{NewWorkspace, PostgresTarget, Store, StoreError};
use std::path::PathBuf;
use std::sync::Arc;

use crate::config::Location;
use crate::dto::workspace::WorkspaceInfo;
use crate::error::{ApiError, ErrorCode, Result};
use crate::session::{OpenedWorkspace, Session};
use crate::use_cases::carriers::carrier_of;

/// A workspace as named on a command line or in an environment variable.
pub struct Named {
    /// Where it is.
    pub location: Location,
    /// A password that stood in the address; kept in memory only.
    pub password: Option<String>,
}

/// Reads `postgres://user[:password]@host[:port]/database`, or else a path.
pub fn parse(text: &str) -> Result<Named> {
    let Some(rest) = text
        .strip_prefix("postgres://")
        .or_else(|| text.strip_prefix("postgresql://"))
    else {
        let path = std::path::absolute(PathBuf::from(text))
            .map_err(|error| ApiError::new(ErrorCode::File, format!("'{text}' is no path: {error}.")))?;
        return Ok(Named {
            location: Location::LocalFile { path },
            password: None,
        });
    };
    let malformed = || {
        ApiError::invalid("workspace", "This is not the address of a PostgreSQL workspace.")
            .hint("Write postgres://user@host:5432/database; give the password in PORTFLOW_PASSWORD.")
    };
    let (who, place) = rest.rsplit_once('@').ok_or_else(malformed)?;
    let (user, password) = match who.split_once(':') {
        Some((user, password)) => (user, Some(password.to_owned())),
        None => (who, None),
    };
    let (server, database) = place.split_once('/').ok_or_else(malformed)?;
    let database = database.split_once('?').map_or(database, |(name, _)| name);
    let (host, port) = match server.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().map_err(|_| malformed())?),
        None => (server, 5432),
    };
    if user.is_empty() || host.is_empty() || database.is_empty() {
        return Err(malformed());
    }
    let location = Location::SharedPostgres {
        host: host.to_owned(),
        port,
        database: database.to_owned(),
        user: user.to_owned(),
    };
    Ok(Named { location, password })
}

/// The workspace used when nobody names one: the last one opened, else the default file.
pub fn usual(session: &Session) -> Location {
    let last = session.config().recent.first().cloned();
    last.unwrap_or_else(|| Location::LocalFile {
        path: session.folders.default_workspace(),
    })
}

/// Opens a workspace and makes it the session's.
pub async fn open(session: &Session, location: &Location, password: Option<&str>) -> Result<()> {
    let keyring = keyring(session);
    let store = match location {
        Location::LocalFile { path } => {
            let store = Store::open_sqlite(path, keyring).await?;
            furnish(session, &store).await?;
            store
        }
        Location::SharedPostgres { .. } => {
            Store::connect_postgres(&target(location, password)?, keyring).await?
        }
    };
    take_and_announce(session, location, store).await
}

/// Opens the usual workspace for a window that has just started. Before the first workspace is made there is
/// nothing to open; why an existing one does not open is kept for the start screen.
pub async fn at_start(session: &Session) {
    let usual = usual(session);
    let nothing_yet = matches!(&usual, Location::LocalFile { path } if !path.exists());
    if nothing_yet && session.config().recent.is_empty() {
        return;
    }
    if let Err(problem) = open(session, &usual, None).await {
        session.keep_opening_problem(problem);
    }
}

/// Makes a workspace file, with the built-in carriers, and opens it. It is not announced: a page that asked now
/// would find nobody in it.
pub async fn create_file(session: &Session, location: &Location) -> Result<()> {
    let Location::LocalFile { path } = location else {
        return Err(ApiError::invalid("workspace", "Only a file can be made here."));
    };
    let store = Store::create_sqlite(path, &new_workspace(session), keyring(session)).await?;
    furnish(session, &store).await?;
    take(session, location, store).await
}

/// Makes an empty PostgreSQL database a workspace and opens it.
pub async fn create_database(session: &Session, location: &Location, password: Option<&str>) -> Result<()> {
    let target = target(location, password)?;
    let store = Store::create_postgres(&target, &new_workspace(session), keyring(session)).await?;
    furnish(session, &store).await?;
    take_and_announce(session, location, store).await
}

/// Brings the workspace that was to be opened, a PostgreSQL database of an older format, to this one.
pub async fn upgrade(session: &Session, location: &Location, password: Option<&str>) -> Result<()> {
    match location {
        // A file is upgraded by opening it, after a backup.
        Location::LocalFile { .. } => open(session, location, None).await,
        Location::SharedPostgres { .. } => {
            let store = Store::upgrade_postgres(&target(location, password)?, keyring(session)).await?;
            furnish(session, &store).await?;
            take_and_announce(session, location, store).await
        }
    }
}

async fn take_and_announce(session: &Session, location: &Location, store: Store) -> Result<()> {
    take(session, location, store).await?;
    session.announce_workspace();
    Ok(())
}

async fn take(session: &Session, location: &Location, store: Store) -> Result<()> {
    let workspace = store.workspace().await?;
    let info = WorkspaceInfo {
        id: workspace.workspace_id,
        kind: location.kind(),
        label: location.label(),
        created_at: workspace.created_at,
        key_storage: store.key_place().to_owned(),
    };
    session.set_workspace(Some(OpenedWorkspace { store, info })).await;
    session.remember(|config| config.opened(location.clone()))
}

/// The built-in carriers that the workspace does not have yet, so that a new one can make an order at once and an
/// older one learns of those that came later. What a person changed stays.
async fn furnish(session: &Session, store: &Store) -> Result<()> {
    let known = carriers::list_carriers(&mut store.read().await?).await?;
    let mut missing = built_in();
    missing.retain(|profile| known.iter().all(|carrier| carrier.code != profile.code));
    if missing.is_empty() {
        return Ok(());
    }
    let mut tx = store.write().await?;
    for profile in missing {
        let carrier = carrier_of(session.ids.id(), &profile, session.clock.now())?;
        carriers::insert_carrier(&mut tx, &carrier).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn new_workspace(session: &Session) -> NewWorkspace {
    NewWorkspace {
        workspace_id: session.ids.id(),
        application_version: env!("CARGO_PKG_VERSION").to_owned(),
        now: session.clock.now(),
    }
}

fn keyring(session: &Session) -> Arc<dyn Keyring> {
    system_keyring(&session.folders.config)
}

fn target(location: &Location, password: Option<&str>) -> Result<PostgresTarget> {
    match location {
        Location::SharedPostgres {
            host,
            port,
            database,
            user,
        } => Ok(PostgresTarget {
            host: host.clone(),
            port: *port,
            database: database.clone(),
            user: user.clone(),
            password: password.map(str::to_owned),
        }),
        Location::LocalFile { .. } => Err(ApiError::from(StoreError::BadAddress)),
    }
}
