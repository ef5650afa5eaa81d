//! Fresh, empty databases of both kinds for a test's story: a SQLite file in a temporary folder and a PostgreSQL
//! database of its own, dropped afterwards even when the story fails.
//!
//! PostgreSQL is found through `PORTFLOW_TEST_POSTGRES`, a URL whose user may create databases. Without it the
//! PostgreSQL half is skipped and says so, except under `CI=true`, where that is a failure.

use std::future::Future;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

/// Where a story finds its empty database.
#[derive(Debug, Clone)]
pub enum Place {
    /// A path where nothing is yet, in a folder of its own.
    Sqlite(PathBuf),
    /// The URL of a database without tables.
    Postgres(String),
}

/// Runs the story on SQLite and on PostgreSQL.
pub async fn on_each<F, Fut>(story: F)
where
    F: Fn(Place) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    on_sqlite(&story).await;
    on_postgres("", &story).await;
}

/// Runs the story on SQLite only.
pub async fn on_sqlite<F, Fut>(story: F)
where
    F: Fn(Place) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    let folder = tempfile::tempdir().unwrap();
    story(Place::Sqlite(folder.path().join("test.portflow"))).await;
}

/// Runs the story on a PostgreSQL database made with these options of CREATE DATABASE, for example [`ICU`].
pub async fn on_postgres<F, Fut>(options: &str, story: F)
where
    F: Fn(Place) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    let Ok(server) = std::env::var("PORTFLOW_TEST_POSTGRES") else {
        assert_ne!(
            std::env::var("CI").as_deref(),
            Ok("true"),
            "PORTFLOW_TEST_POSTGRES is not set"
        );
        println!("skipped on PostgreSQL: PORTFLOW_TEST_POSTGRES is not set");
        return;
    };
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!(
        "portflow_test_{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    );
    let mut admin = PgConnection::connect(&server).await.unwrap();
    let drop_it = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    admin.execute(AssertSqlSafe(drop_it.clone())).await.unwrap();
    admin
        .execute(AssertSqlSafe(format!(
            "CREATE DATABASE {name} TEMPLATE template0 {options}"
        )))
        .await
        .unwrap();
    let outcome = tokio::spawn(story(Place::Postgres(with_database(&server, &name)))).await;
    admin.execute(AssertSqlSafe(drop_it)).await.unwrap();
    if let Err(failure) = outcome {
        std::panic::resume_unwind(failure.into_panic());
    }
}

/// A database whose default order is that of American English, not that of code points.
pub const ICU: &str = "LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8'";

fn with_database(server: &str, name: &str) -> String {
    let (address, query) = server
        .split_once('?')
        .map_or((server, None), |(a, q)| (a, Some(q)));
    let host = address.rsplit_once('/').map_or(address, |(host, _)| host);
    query.map_or_else(
        || format!("{host}/{name}"),
        |query| format!("{host}/{name}?{query}"),
    )
}
