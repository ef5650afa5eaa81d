//! PortFlow's data, in one SQLite file or one PostgreSQL database.
//!
//! The only crate that names sqlx. Every query is one text for both databases; what really differs lies in
//! `sqlite`, `postgres` and `pool`. Nothing here decides a rule of porting: the domain does, and the database's own
//! constraints and triggers hold it.

mod check;
mod column;
mod column_types;
mod constraints;
mod error;
mod held;
mod insert_many;
mod open;
mod pool;
mod postgres;
pub mod queries;
mod record;
mod row;
pub mod secret;
mod site_copy;
mod sqlite;
mod sqlite_file;
mod statement;
mod store;
mod tx;
mod update_many;
mod watch;

pub use error::{Result, StoreError};
pub use held::is_held;
pub use open::NewWorkspace;
pub use postgres::PostgresTarget;
pub use site_copy::{Rule, SiteCopy, SiteToCopy, rule_of};
pub use store::Store;
pub use tx::Tx;
pub use watch::ChangeWatch;
