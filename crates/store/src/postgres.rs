//! A workspace in a PostgreSQL database: connecting, telling it from other databases, making and upgrading it.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgSslMode};
use sqlx::{Connection, Executor, PgConnection};

use crate::error::{Result, StoreError};
use crate::open::{self, NewWorkspace};
use crate::pool::Pool;
use crate::secret::Keyring;
use crate::store::Store;
use crate::tx::{Tx, TxConnection};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/postgres");

/// The advisory lock under which a database is made or upgraded: `PFLW` and a counter of uses, of which `pool` has
/// the second.
const UPGRADE_LOCK: i64 = 0x5046_4C57_0000_0001;

/// How long a server may take to answer.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

const CONNECTIONS: u32 = 10;

/// Where a shared workspace is.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresTarget {
    /// Host name or address.
    pub host: String,
    /// Port, 5432 as a rule.
    pub port: u16,
    /// The database.
    pub database: String,
    /// The role to act as.
    pub user: String,
    /// Its password, where the server wants one.
    pub password: Option<String>,
}

impl std::fmt::Debug for PostgresTarget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "PostgresTarget({}@{}/{})",
            self.user,
            self.server(),
            self.database
        )
    }
}

impl PostgresTarget {
    fn server(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    fn place(&self) -> String {
        format!("the database '{}' on {}", self.database, self.server())
    }

    /// This machine's own server may go without a certificate; every other must prove who it is.
    fn is_loopback(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        bare.eq_ignore_ascii_case("localhost")
            || bare.starts_with('/')
            || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    fn options(&self) -> PgConnectOptions {
        let ssl_mode = if self.is_loopback() {
            PgSslMode::Prefer
        } else {
            PgSslMode::VerifyFull
        };
        let options = PgConnectOptions::new_without_pgpass()
            .host(&self.host)
            .port(self.port)
            .database(&self.database)
            .username(&self.user)
            .ssl_mode(ssl_mode)
            .application_name("PortFlow");
        match &self.password {
            Some(password) => options.password(password),
            None => options,
        }
    }

    async fn connect(&self) -> Result<PgConnection> {
        match tokio::time::timeout(CONNECT_TIMEOUT, PgConnection::connect_with(&self.options())).await {
            Ok(Ok(connection)) => Ok(connection),
            Ok(Err(error)) => Err(self.refused(error)),
            Err(_) => Err(self.unreachable(format!(
                "it gave no answer within {} seconds",
                CONNECT_TIMEOUT.as_secs()
            ))),
        }
    }

    fn unreachable(&self, why: String) -> StoreError {
        StoreError::Unreachable {
            host: self.server(),
            why,
        }
    }

    /// Why a connection did not come about.
    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "whatever is not about connecting passes unchanged"
    )]
    fn refused(&self, error: sqlx::Error) -> StoreError {
        match error {
            sqlx::Error::Io(error) => self.unreachable(error.to_string()),
            sqlx::Error::Protocol(why) => self.unreachable(format!("it does not speak PostgreSQL ({why})")),
            sqlx::Error::Tls(why) => StoreError::TlsRefused {
                host: self.server(),
                why: why.to_string(),
            },
            sqlx::Error::Configuration(why) => self.unreachable(why.to_string()),
            sqlx::Error::Database(database) => match database.code().as_deref() {
                Some("28000" | "28P01" | "42501") => StoreError::PasswordRefused {
                    host: self.server(),
                    user: self.user.clone(),
                },
                Some("3D000") => StoreError::DatabaseMissing {
                    host: self.server(),
                    database: self.database.clone(),
                },
                // Starting up, shutting down, too many connections.
                Some("57P01" | "57P02" | "57P03" | "53300") => {
                    self.unreachable(database.message().to_owned())
                }
                _ => sqlx::Error::Database(database).into(),
            },
            other => other.into(),
        }
    }
}

/// What a database holds.
enum Content {
    /// No table at all.
    Nothing,
    /// Tables of something else.
    SomethingElse,
    /// Our tables in this format, and whether the workspace's row was written.
    Workspace { format: i64, is_complete: bool },
}

impl Store {
    /// Opens a shared workspace; never changes its schema.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`], [`StoreError::PasswordRefused`], [`StoreError::TlsRefused`],
    /// [`StoreError::DatabaseMissing`], [`StoreError::NotAWorkspace`], [`StoreError::NeedsUpgrade`] (found 0: an
    /// empty database) and [`StoreError::Newer`].
    pub async fn connect_postgres(target: &PostgresTarget, keyring: Arc<dyn Keyring>) -> Result<Self> {
        let known = open::newest(&MIGRATIONS);
        let mut connection = target.connect().await?;
        let (format, is_complete) = format_of(&mut connection, target).await?;
        connection.close().await?;
        if format > known {
            return Err(StoreError::Newer {
                place: target.place(),
                found: format,
                known,
            });
        }
        if format < known || !is_complete {
            let found = if is_complete { format } else { 0 };
            return Err(StoreError::NeedsUpgrade {
                place: target.place(),
                found,
                known,
            });
        }
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(CONNECT_TIMEOUT)
            .after_connect(|connection, _| Box::pin(without_compiling(connection)))
            .connect_with(target.options())
            .await
            .map_err(|error| target.refused(error))?;
        Self::over(Pool::Postgres(pool), keyring.as_ref()).await
    }

    /// Makes an empty database a workspace, and opens it.
    ///
    /// # Errors
    /// As [`Store::connect_postgres`]; a database that holds anything already is [`StoreError::NotAWorkspace`] or
    /// [`StoreError::DatabaseInUse`].
    pub async fn create_postgres(
        target: &PostgresTarget,
        new: &NewWorkspace,
        keyring: Arc<dyn Keyring>,
    ) -> Result<Self> {
        let mut connection = locked(target).await?;
        match content(&mut connection, target).await? {
            Content::Nothing
            | Content::Workspace {
                is_complete: false, ..
            } => {}
            Content::SomethingElse => {
                return Err(StoreError::NotAWorkspace {
                    place: target.place(),
                });
            }
            Content::Workspace {
                is_complete: true, ..
            } => {
                return Err(StoreError::DatabaseInUse {
                    place: target.place(),
                });
            }
        }
        open::make_key(keyring.as_ref(), new.workspace_id)?;
        let mut tx = migrated(target).await?;
        open::insert_workspace(&mut tx, new, open::newest(&MIGRATIONS)).await?;
        tx.commit().await?;
        connection.close().await?;
        Self::connect_postgres(target, keyring).await
    }

    /// Brings a shared workspace to this program's format, and opens it. Whoever is connected meanwhile waits.
    ///
    /// # Errors
    /// As [`Store::connect_postgres`], and [`StoreError::UpgradeFailed`].
    pub async fn upgrade_postgres(target: &PostgresTarget, keyring: Arc<dyn Keyring>) -> Result<Self> {
        let known = open::newest(&MIGRATIONS);
        let mut connection = locked(target).await?;
        let (format, is_complete) = format_of(&mut connection, target).await?;
        if !is_complete {
            return Err(StoreError::NotAWorkspace {
                place: target.place(),
            });
        }
        if format < known {
            let mut tx = migrated(target).await?;
            open::update_format(&mut tx, known).await?;
            tx.commit().await?;
        }
        connection.close().await?;
        Self::connect_postgres(target, keyring).await
    }
}

/// Has the server run statements as they are: it would compile those that look costly, which takes it half a second for
/// a list of orders that it has in a few hundredths of one.
async fn without_compiling(connection: &mut PgConnection) -> sqlx::Result<()> {
    connection.execute("SET jit = off").await?;
    Ok(())
}

/// A connection that alone may make or upgrade the workspace, for as long as it is open.
async fn locked(target: &PostgresTarget) -> Result<PgConnection> {
    let mut connection = target.connect().await?;
    connection.execute("SET lock_timeout = '30s'").await?;
    sqlx::query("SELECT pg_advisory_lock($1)")
        .bind(UPGRADE_LOCK)
        .execute(&mut connection)
        .await?;
    connection.execute("SET client_min_messages = warning").await?;
    Ok(connection)
}

/// Applies the migrations that are missing; a transaction for what follows them. The caller holds the lock.
async fn migrated(target: &PostgresTarget) -> Result<Tx> {
    // A pool, because a future that migrates a borrowed connection could not be spawned.
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .connect_with(target.options())
        .await
        .map_err(|error| target.refused(error))?;
    MIGRATIONS.run(&pool).await.map_err(open::upgrade_failed)?;
    let transaction = TxConnection::Postgres(pool.begin().await?);
    Ok(Tx::new(transaction, open::no_codec(), None))
}

/// Format and completeness of a workspace; an empty database has format 0.
async fn format_of(connection: &mut PgConnection, target: &PostgresTarget) -> Result<(i64, bool)> {
    match content(connection, target).await? {
        Content::Nothing => Ok((0, false)),
        Content::SomethingElse => Err(StoreError::NotAWorkspace {
            place: target.place(),
        }),
        Content::Workspace { format, is_complete } => Ok((format, is_complete)),
    }
}

async fn content(connection: &mut PgConnection, target: &PostgresTarget) -> Result<Content> {
    let (tables, ours): (i64, bool) = sqlx::query_as(
        "SELECT COUNT(*), COUNT(*) FILTER (WHERE relname IN ('workspace', '_sqlx_migrations')) = 2
         FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')",
    )
    .fetch_one(&mut *connection)
    .await?;
    if tables == 0 {
        return Ok(Content::Nothing);
    }
    if !ours {
        return Ok(Content::SomethingElse);
    }
    let found: std::result::Result<(i64, bool), sqlx::Error> = sqlx::query_as(
        "SELECT COALESCE((SELECT MAX(version) FROM _sqlx_migrations WHERE success), 0),
                EXISTS (SELECT workspace_id FROM workspace WHERE format_version > 0)",
    )
    .fetch_one(connection)
    .await;
    match found {
        Ok((format, is_complete)) => Ok(Content::Workspace { format, is_complete }),
        // A table of that name with other columns.
        Err(sqlx::Error::Database(error)) if matches!(error.code().as_deref(), Some("42703" | "42883")) => {
            Ok(Content::SomethingElse)
        }
        Err(error) => Err(target.refused(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_may_go_without_a_certificate() {
        let target = |host: &str| PostgresTarget {
            host: host.to_owned(),
            port: 5432,
            database: "work".to_owned(),
            user: "ana".to_owned(),
            password: None,
        };
        for host in [
            "localhost",
            "LocalHost",
            "127.0.0.1",
            "127.1.2.3",
            "::1",
            "[::1]",
            "/run/postgresql",
        ] {
            assert!(
                matches!(target(host).options().get_ssl_mode(), PgSslMode::Prefer),
                "{host}"
            );
        }
        for host in [
            "db.contoso.com",
            "10.0.0.1",
            "localhost.contoso.com",
            "127.0.0.1.contoso.com",
            "::2",
        ] {
            assert!(
                matches!(target(host).options().get_ssl_mode(), PgSslMode::VerifyFull),
                "{host}"
            );
        }
    }
}
