//! Photos of 5 MB: adding them against writing the same bytes into a table, what the workspace grows by, and the list.

use std::path::{Path, PathBuf};
use std::time::Duration;

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Row};

use crate::databases::Place;
use crate::timing::{line, timed};
use crate::workspace::{call, new, session, site};

/// The size of a photo, in bytes, or a little more.
const PHOTO_BYTES: usize = 5_000_000;

/// Measures and prints.
pub async fn measure(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let photos = take(folder.path(), count);
    let bytes: u64 = photos
        .iter()
        .map(|path| std::fs::metadata(path).unwrap().len())
        .sum();
    println!(
        "{count} photos, {} MB (ratio to writing the same bytes into a SQLite table)",
        bytes / 1_000_000
    );
    let floor = floor(&folder.path().join("floor.sqlite"), &photos).await;
    line("floor: read, insert one by one", floor, floor);

    let workspace = folder.path().join("photos.portflow");
    let session = session(folder.path());
    let customer = new(&session, &Place::Sqlite(workspace.clone())).await;
    let at = site(&session, &customer, "Head office").await;
    let handles: Vec<_> = photos
        .iter()
        .map(|path| session.files.register(path).id)
        .collect();
    let empty = size(&workspace);
    let add = json!({ "siteId": at, "files": handles });
    let (added, adding) = timed(call(&session, "site_file_add", add.clone())).await;
    assert_eq!(added["added"].as_array().unwrap().len(), count);
    line("PortFlow: read, hash, make small, store, log", adding, floor);
    let ids: Vec<Value> = added["added"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["id"].clone())
        .collect();
    let once = (size(&workspace) - empty) as f64;
    let (_, again) = timed(call(&session, "site_file_add", add)).await;
    line("the same photos once more", again, floor);
    let twice = (size(&workspace) - empty) as f64;

    let (_, listing) = timed(call(&session, "site_file_list", json!({ "id": at }))).await;
    let (_, picturing) = timed(call(&session, "site_file_thumbnails", json!({ "ids": ids }))).await;
    session.set_workspace(None).await;
    let (small, reading) = timed(thumbnails(&workspace)).await;
    println!("the list of {} files with {count} small pictures", 2 * count);
    line("floor: read the small pictures from the table", reading, reading);
    line("the list and the small pictures", listing + picturing, reading);
    let share = |part: f64| 100.0 * part / bytes as f64;
    println!("growth of the workspace, of the photos' own size");
    println!("  photos once {:.2} %", share(once));
    println!("  of it the small pictures {:.2} %", share(small as f64));
    println!("  the same photos once more {:.2} %", share(twice - once));
}

/// Writes photos that differ in a comment, so that each is a content of its own.
fn take(folder: &Path, count: usize) -> Vec<PathBuf> {
    let jpeg = photo();
    (0..count)
        .map(|number| {
            let path = folder.join(format!("IMG_{number:04}.jpg"));
            let comment = format!("{number:08}");
            let length = u16::try_from(comment.len() + 2).unwrap().to_be_bytes();
            let bytes = [&jpeg[..2], b"\xff\xfe", &length, comment.as_bytes(), &jpeg[2..]].concat();
            std::fs::write(&path, bytes).unwrap();
            path
        })
        .collect()
}

/// Twelve million pixels with as much noise as makes 5 MB.
fn photo() -> Vec<u8> {
    let mut seed = 1_u32;
    let picture = RgbImage::from_fn(4_000, 3_000, |x, y| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (seed >> 24) as i32 % 24;
        let shade = |base: i32| u8::try_from((base + noise).clamp(0, 255)).unwrap();
        let (x, y) = (x as i32, y as i32);
        Rgb([shade(x / 20), shade(y / 15), shade((x + y) / 35)])
    });
    for quality in (50..=100).step_by(5) {
        let mut jpeg = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
        picture.write_with_encoder(encoder).unwrap();
        if jpeg.len() >= PHOTO_BYTES {
            return jpeg;
        }
    }
    panic!("this noise never makes 5 MB");
}

/// Reads the files and inserts each in a transaction of its own, as the store opens its file.
async fn floor(path: &Path, photos: &[PathBuf]) -> Duration {
    let mut database = open(path).await;
    sqlx::query("CREATE TABLE photos (content BLOB NOT NULL)")
        .execute(&mut database)
        .await
        .unwrap();
    let writing = async {
        for photo in photos {
            let bytes = std::fs::read(photo).unwrap();
            let insert = sqlx::query("INSERT INTO photos (content) VALUES ($1)").bind(bytes);
            insert.execute(&mut database).await.unwrap();
        }
    };
    let ((), time) = timed(writing).await;
    database.close().await.unwrap();
    std::fs::remove_file(path).unwrap();
    time
}

async fn open(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal);
    SqliteConnection::connect_with(&options).await.unwrap()
}

/// The bytes of all small pictures.
async fn thumbnails(workspace: &Path) -> usize {
    let mut database = open(workspace).await;
    let rows = sqlx::query("SELECT content FROM attachment_thumbnails")
        .fetch_all(&mut database)
        .await
        .unwrap();
    let bytes = rows.iter().map(|row| row.get::<Vec<u8>, _>(0).len()).sum();
    database.close().await.unwrap();
    bytes
}

/// Of the file without its log, which is written over again and again.
fn size(workspace: &Path) -> u64 {
    std::fs::metadata(workspace).unwrap().len()
}
