//! A workspace file as a file: its copy, what SQLite finds wrong with it, and how a failure names it.

use std::fs::File;
use std::path::{Path, PathBuf};

use sqlx::SqliteConnection;

use crate::error::{Result, StoreError};
use crate::held::is_held;
use crate::row::Only;
use crate::tx::{Tx, rows};

/// Writes a complete copy to `path`: first under another name, so that an older copy stays until this one is whole.
pub(crate) async fn backup(connection: &mut SqliteConnection, path: &Path) -> Result<()> {
    refuse_own(&mut *connection, path).await?;
    let partial = beside(path, "partial");
    remove(&partial);
    let text = partial.to_str().ok_or_else(|| StoreError::Inaccessible {
        path: path.to_owned(),
        why: "its name is not Unicode text".to_owned(),
    })?;
    let copied = sqlx::query("VACUUM INTO $1").bind(text).execute(connection).await;
    let placed = match copied {
        Ok(_) => File::open(&partial)
            .and_then(|file| file.sync_all())
            .and_then(|()| std::fs::rename(&partial, path))
            .map_err(|error| inaccessible(path, &error)),
        Err(error) => Err(StoreError::from(error).or_during(|why| StoreError::Inaccessible {
            path: path.to_owned(),
            why,
        })),
    };
    if placed.is_err() {
        remove(&partial);
    }
    placed
}

/// Refuses to write over the file that is open.
pub(crate) async fn refuse_own(connection: &mut SqliteConnection, path: &Path) -> Result<()> {
    let own: Option<String> = sqlx::query_scalar("SELECT file FROM pragma_database_list WHERE name = 'main'")
        .fetch_optional(connection)
        .await?;
    if own.is_some_and(|own| is_same_file(Path::new(&own), path)) {
        return Err(StoreError::FileExists {
            path: path.to_owned(),
        });
    }
    Ok(())
}

/// What SQLite itself finds wrong with the file.
pub(crate) async fn check(tx: &mut Tx) -> Result<Vec<String>> {
    // SQLite checks a search index with what this connection remembers of its structure, and calls it damaged when
    // another connection has merged it since. A search makes it look again; a search that fails over real damage
    // leaves that to the check.
    for search in [
        "SELECT COUNT(*) AS value FROM phone_numbers_search WHERE search_text MATCH '\"none\"'",
        "SELECT COUNT(*) AS value FROM end_users_search WHERE search_text MATCH '\"none\"'",
    ] {
        let _ = rows!(tx, Only<i64>, search);
    }
    let found = rows!(
        tx,
        Only<String>,
        "SELECT integrity_check AS value FROM pragma_integrity_check WHERE integrity_check <> 'ok'"
    );
    let mut problems = match found {
        Ok(found) => found
            .iter()
            .map(|text| format!("The file is damaged: {}.", text.0))
            .collect::<Vec<_>>(),
        Err(StoreError::Damaged { .. }) => {
            vec!["The file is damaged and cannot be read to its end.".to_owned()]
        }
        Err(error) => return Err(error),
    };
    let dangling = rows!(
        tx,
        Only<String>,
        "SELECT COUNT(*) || ' of ' || \"table\" || ' refer to something missing in ' || parent AS value
         FROM pragma_foreign_key_check GROUP BY \"table\", parent ORDER BY 1"
    )?;
    problems.extend(
        dangling
            .iter()
            .map(|text| format!("Rows refer to nothing: {}.", text.0)),
    );
    Ok(problems)
}

/// Why a file cannot be used: another program holds it, or what the system says.
pub(crate) fn inaccessible(path: &Path, error: &std::io::Error) -> StoreError {
    if is_held(error) {
        return StoreError::Held { place: display(path) };
    }
    StoreError::Inaccessible {
        path: path.to_owned(),
        why: error.to_string(),
    }
}

/// The file's name for people.
pub(crate) fn display(path: &Path) -> String {
    path.display().to_string()
}

/// `work.portflow` → `work.portflow.partial`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

fn is_same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Removes a half-made file and what SQLite keeps beside it.
pub(crate) fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        // Whatever is not there needs no removing.
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}
