//! What can go wrong with the data, in words that a person can act on. No text here ever holds a password, a
//! connection string or a stored secret.

use std::path::PathBuf;

use uuid::Uuid;

/// The result of everything this crate does.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the store refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at that path.
    #[error("there is no file at {}", path.display())]
    FileMissing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A new workspace would overwrite a file.
    #[error("{} exists already", path.display())]
    FileExists {
        /// What exists.
        path: PathBuf,
    },
    /// The file or database is something else.
    #[error("{place} is not a PortFlow workspace")]
    NotAWorkspace {
        /// The file or the database.
        place: String,
    },
    /// The file is a workspace, but its contents cannot be read.
    #[error("{place} is damaged")]
    Damaged {
        /// The file.
        place: String,
    },
    /// A newer PortFlow wrote it.
    #[error(
        "{place} was written by a newer version of PortFlow (its format is {found}, this program knows {known})"
    )]
    Newer {
        /// The file or the database.
        place: String,
        /// Its format.
        found: i64,
        /// The newest format this program knows.
        known: i64,
    },
    /// The file cannot be written.
    #[error("{place} cannot be written: the file or its disk is read-only")]
    ReadOnly {
        /// The file.
        place: String,
    },
    /// The file may not be read or created where it is.
    #[error("{} cannot be opened: {why}", path.display())]
    Inaccessible {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        why: String,
    },
    /// Another program has the file open and lets nobody else in.
    #[error("{place} is open in another program that does not share it")]
    Held {
        /// The file.
        place: String,
    },
    /// Another program kept the data locked for too long.
    #[error("the workspace is busy: another program has been writing to it for too long")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The address of a PostgreSQL workspace cannot be read; it is not repeated, since it may hold a password.
    #[error("this is not the address of a PostgreSQL database; write postgres://user@host/database")]
    BadAddress,
    /// No PostgreSQL server answers.
    #[error("the PostgreSQL server {host} cannot be reached: {why}")]
    Unreachable {
        /// Host and port.
        host: String,
        /// What the network says.
        why: String,
    },
    /// The server does not accept the user or the password.
    #[error("the PostgreSQL server {host} refused the user '{user}' or the password")]
    PasswordRefused {
        /// Host and port.
        host: String,
        /// The user that was tried.
        user: String,
    },
    /// The connection could not be encrypted or the server's certificate is not trusted.
    #[error("no trusted encrypted connection to {host}: {why}")]
    TlsRefused {
        /// Host and port.
        host: String,
        /// What is wrong.
        why: String,
    },
    /// The server knows no database of that name.
    #[error("the PostgreSQL server {host} has no database '{database}'")]
    DatabaseMissing {
        /// Host and port.
        host: String,
        /// The name that was asked for.
        database: String,
    },
    /// The PostgreSQL database has an older schema; connecting never changes it.
    #[error("{place} has format {found}; it must be upgraded to {known} before this program can use it")]
    NeedsUpgrade {
        /// The database.
        place: String,
        /// Its format; 0 = an empty database.
        found: i64,
        /// The format this program needs.
        known: i64,
    },
    /// A migration failed and was rolled back.
    #[error("the upgrade failed and was taken back: {why}")]
    UpgradeFailed {
        /// What the database said.
        why: String,
    },
    /// Somebody changed the row since it was read.
    #[error("this {entity} was changed by somebody else meanwhile")]
    Conflict {
        /// What kind of row.
        entity: &'static str,
        /// Which.
        id: Uuid,
        /// The revision the writer had read.
        expected: i64,
        /// The revision it has now.
        found: i64,
    },
    /// There is no such row (any more).
    #[error("this {entity} does not exist")]
    NotFound {
        /// What kind of row.
        entity: &'static str,
        /// Which.
        id: Uuid,
    },
    /// A value that must be unique exists already.
    #[error("there is already a {entity} with this {field}")]
    Duplicate {
        /// What kind of row.
        entity: &'static str,
        /// The field a person would change, in snake_case.
        field: &'static str,
    },
    /// The database itself refused a change of status.
    #[error("{text}")]
    IllegalTransition {
        /// What the trigger said.
        text: String,
    },
    /// Other rows still point to the row that was to be deleted, or the row pointed to does not exist.
    #[error("the {entity} is still in use, or names something that does not exist")]
    InUse {
        /// Name of the table, where the database tells it.
        entity: String,
    },
    /// A CHECK or NOT NULL of the database refused the row; callers should have validated it.
    #[error("the database refused a value: {rule}")]
    Invalid {
        /// The rule that was broken, without the value.
        rule: String,
    },
    /// The row belongs to a table that only grows.
    #[error("entries of {table} are never changed or removed")]
    AppendOnly {
        /// The table.
        table: String,
    },
    /// A grid asked for a column that it does not have, or for a value that the column cannot hold.
    #[error("the column {column} cannot be asked for '{value}'")]
    BadQuery {
        /// The column, as it was asked for.
        column: String,
        /// The value; empty when the column itself is unknown.
        value: String,
    },
    /// A new workspace would be mixed into one that is there.
    #[error("{place} holds a workspace already")]
    DatabaseInUse {
        /// The database.
        place: String,
    },
    /// PostgreSQL's own tools make the backup of a shared workspace.
    #[error("a shared workspace is backed up on its server, for example with pg_dump")]
    BackupOnServer,
    /// A secret cannot be sealed or opened.
    #[error(transparent)]
    Secret(#[from] crate::secret::SecretError),
    /// Anything else; a fault of the program or the machine.
    #[error("database error: {0}")]
    Database(#[source] sqlx::Error),
}

impl StoreError {
    /// Puts what was attempted in place of a bare error of the database; an error that says more stays.
    pub(crate) fn or_during(self, attempt: impl FnOnce(String) -> Self) -> Self {
        if let Self::Database(error) = &self {
            attempt(error.to_string())
        } else {
            self
        }
    }
}
