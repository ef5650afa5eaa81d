//! An empty place for a workspace of either kind: a path in a fresh folder, or a PostgreSQL database of its own that
//! is dropped afterwards even when the story fails.
//!
//! PostgreSQL is found through `PORTFLOW_TEST_POSTGRES`, a URL whose user may create databases. Without it the
//! PostgreSQL half is skipped and says so, except under `CI=true`, where that is a failure.

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::future::Future;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// Where a story makes its workspace.
#[derive(Debug, Clone)]
pub struct Place {
    /// Folders for configuration, data and scratch files.
    pub folder: PathBuf,
    /// The URL of an empty database; a file in the folder when absent.
    pub database: Option<String>,
}

/// Runs the story on SQLite and on PostgreSQL.
pub fn on_each<F, Fut>(story: F)
where
    F: Fn(Place) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    // A story's own future is large; boxed, it needs no stack of the test's thread.
    runtime.block_on(Box::pin(async {
        let folder = tempfile::tempdir().unwrap();
        let place = Place {
            folder: folder.path().to_owned(),
            database: None,
        };
        story(place).await;
        on_postgres(&story).await;
    }));
}

async fn on_postgres<F, Fut>(story: &F)
where
    F: Fn(Place) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let Ok(server) = std::env::var("PORTFLOW_TEST_POSTGRES") else {
        let ci = std::env::var("CI").as_deref() == Ok("true");
        assert!(!ci, "PORTFLOW_TEST_POSTGRES is not set");
        eprintln!("skipped on PostgreSQL: PORTFLOW_TEST_POSTGRES is not set");
        return;
    };
    let count = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("portflow_app_{}_{count}", std::process::id());
    let mut admin = PgConnection::connect(&server).await.unwrap();
    let drop_it = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    admin.execute(AssertSqlSafe(drop_it.clone())).await.unwrap();
    let make_it = format!("CREATE DATABASE {name} TEMPLATE template0");
    admin.execute(AssertSqlSafe(make_it)).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = Place {
        folder: folder.path().to_owned(),
        database: Some(with_database(&server, &name)),
    };
    let outcome = tokio::spawn(story(place)).await;
    admin.execute(AssertSqlSafe(drop_it)).await.unwrap();
    if let Err(failure) = outcome {
        std::panic::resume_unwind(failure.into_panic());
    }
}

fn with_database(server: &str, name: &str) -> String {
    let (address, query) = server.split_once('?').map_or((server, ""), |(a, q)| (a, q));
    let host = address.rsplit_once('/').map_or(address, |(host, _)| host);
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{host}/{name}{mark}{query}")
}
