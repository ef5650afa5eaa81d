//! A site as a workspace file of its own: the customer, the site, what was learnt there, its files and its migrations
//! with everything that hangs on them, from either database. The file is made new, so that nothing else can be left in
//! it, and takes its name only when it is whole. What comes along is said table by table in `rules`.

mod catalogue;
mod reach;
mod rows;
mod rules;
mod texts;

use std::path::Path;

use portflow_domain::ids::{CustomerId, EntityId, SiteId, TeamMemberId};
use sqlx::sqlite::SqlitePoolOptions;

use crate::error::{Result, StoreError};
use crate::open::{self, NewWorkspace};
use crate::row::Only;
use crate::sqlite_file::{beside, display, inaccessible, refuse_own, remove};
use crate::store::Store;
use crate::tx::{Tx, TxConnection, opt};
use crate::{check, sqlite, sqlite_file};
use catalogue::Catalogue;
use reach::Reached;
use rows::Copying;

pub use rules::{Rule, rule_of};

/// What a file of a site holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteCopy {
    /// Rows by table, in the order of writing; tables without any are left out.
    pub rows: Vec<(String, u64)>,
    /// Account numbers and PINs that are not in the file, because their key stays with the workspace.
    pub secrets_left_out: u64,
    /// Steps of orders whose proof is a carrier's list that may name other customers, and not in the file.
    pub documents_left_out: u64,
}

/// Which site, and for whom.
#[derive(Debug, Clone)]
pub struct SiteToCopy {
    /// The site.
    pub site_id: SiteId,
    /// Who saves it: one of the members in the file.
    pub saved_by: TeamMemberId,
    /// What the file is made with.
    pub workspace: NewWorkspace,
}

impl Store {
    /// Writes a site as a workspace file to `path`; an older file there is replaced once the new one is whole.
    /// `go_on` is told how many of how many rows are written and says whether to go on; nothing is left behind and
    /// the answer is `None` when it does not want to.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such site, [`StoreError::FileExists`] when `path` is the workspace
    /// itself, [`StoreError::Inaccessible`] and [`StoreError::DiskFull`].
    pub async fn copy_site(
        &self,
        wanted: &SiteToCopy,
        path: &Path,
        go_on: impl FnMut(u64, u64) -> bool + Send,
    ) -> Result<Option<SiteCopy>> {
        let mut source = self.read().await?;
        if let TxConnection::Sqlite(connection) = &mut source.connection {
            refuse_own(&mut *connection, path).await?;
        }
        let partial = beside(path, "partial");
        remove(&partial);
        let made = write(&mut source, wanted, &partial, go_on).await;
        let placed = match made {
            Ok(Some(copy)) => std::fs::rename(&partial, path)
                .map(|()| Some(copy))
                .map_err(|error| inaccessible(path, &error)),
            other => other,
        };
        if !matches!(placed, Ok(Some(_))) {
            remove(&partial);
        }
        placed
    }
}

/// Writes the whole file under another name.
async fn write(
    source: &mut Tx,
    wanted: &SiteToCopy,
    partial: &Path,
    go_on: impl FnMut(u64, u64) -> bool + Send,
) -> Result<Option<SiteCopy>> {
    let customer = customer_of(source, wanted.site_id).await?;
    sqlite::make_file(partial, &wanted.workspace).await?;
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(sqlite::options_of_copy(partial))
        .await?;
    let copied = fill(source, &pool, wanted, customer, go_on).await;
    let sound = match copied {
        Ok(Some(copy)) => examine(&pool, partial).await.map(|()| Some(copy)),
        other => other,
    };
    pool.close().await;
    if matches!(sound, Ok(Some(_))) {
        std::fs::File::open(partial)
            .and_then(|file| file.sync_all())
            .map_err(|error| inaccessible(partial, &error))?;
    }
    sound
}

async fn customer_of(source: &mut Tx, site: SiteId) -> Result<CustomerId> {
    let sql = "SELECT customer_id AS value FROM sites WHERE id = $1";
    let found: Option<Only<CustomerId>> = opt!(source, Only<CustomerId>, sql, site)?;
    found.map(|Only(id)| id).ok_or_else(|| StoreError::NotFound {
        entity: "site",
        id: site.uuid(),
    })
}

async fn fill(
    source: &mut Tx,
    pool: &sqlx::SqlitePool,
    wanted: &SiteToCopy,
    customer: CustomerId,
    go_on: impl FnMut(u64, u64) -> bool + Send,
) -> Result<Option<SiteCopy>> {
    let connection = TxConnection::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?);
    let mut target = Tx::new(connection, open::no_codec(), None);
    let catalogue = Catalogue::read(&mut target).await?;
    let index = reach::index(source, &catalogue, customer).await?;
    let reached = Reached::from(&catalogue, &index, wanted.site_id, wanted.saved_by);
    let copied = Copying::begin(source, &mut target, &catalogue, &reached, go_on)
        .await?
        .copy()
        .await?;
    match &copied {
        Some(_) => target.commit().await?,
        None => target.rollback().await?,
    }
    Ok(copied)
}

/// Nothing is handed out that the program would call damaged.
async fn examine(pool: &sqlx::SqlitePool, partial: &Path) -> Result<()> {
    let connection = TxConnection::Sqlite(pool.begin().await?);
    let mut tx = Tx::new(connection, open::no_codec(), None);
    let mut problems = sqlite_file::check(&mut tx).await?;
    problems.extend(check::miscounted(&mut tx).await?);
    if problems.is_empty() {
        return Ok(());
    }
    tracing::error!("the file of a site is not sound: {}", problems.join(" "));
    Err(StoreError::Damaged {
        place: display(partial),
    })
}
