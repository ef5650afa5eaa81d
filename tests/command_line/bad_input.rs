//! Files and workspaces that cannot be used: a clear error with its exit code, and nothing stored half.

use serde_json::Value;
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::{Workbench, fixture};

const FILE: i32 = 7;
const DATABASE: i32 = 8;

#[tokio::test]
async fn unusable_spreadsheets_in_a_file() {
    on_sqlite(unusable_spreadsheets).await;
}

#[tokio::test]
async fn unusable_spreadsheets_on_postgres() {
    on_postgres("", unusable_spreadsheets).await;
}

async fn unusable_spreadsheets(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    let whole = std::fs::read(fixture("messy-did-inventory.xlsx")).unwrap();
    let cases: [(&str, &[u8]); 5] = [
        ("empty.xlsx", b""),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("letter.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("damaged.xlsx", &whole[..whole.len() / 2]),
        ("other.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
    ];
    for (name, bytes) in cases {
        let path = bench.path(name);
        std::fs::write(&path, bytes).unwrap();
        advises(
            &bench.refusal(&["import", path.to_str().unwrap(), "--as", "numbers"], FILE),
            name,
        );
    }
    let missing = bench.refusal(&["import", "nowhere.xlsx"], FILE);
    advises(&missing, "nowhere.xlsx");
    let folder = bench.path("");
    bench.refusal(&["import", folder.to_str().unwrap()], FILE);
    assert_eq!(bench.json(&["import", "list"]), serde_json::json!([]));
    assert_eq!(bench.json(&["numbers", "list"]), serde_json::json!([]));
    // The workspace is as usable as before.
    assert_eq!(project::import_both(&bench).0["inserted"], 28);
}

/// Windows keeps others from reading what a program has locked; elsewhere a lock only counts among those who ask.
#[tokio::test]
async fn spreadsheet_that_another_program_locks() {
    on_sqlite(|place| async move {
        let bench = Workbench::new(&place);
        bench.init();
        project::set_up(&bench, "Example Corp");
        let path = bench.path("numbers.xlsx");
        std::fs::copy(fixture("messy-did-inventory.xlsx"), &path).unwrap();
        let import = ["import", path.to_str().unwrap(), "--as", "numbers"];
        let held = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
        held.lock().unwrap();
        if cfg!(windows) {
            let error = bench.refusal(&import, FILE);
            advises(&error, "'numbers.xlsx' is open in another program");
            assert_eq!(bench.json(&["numbers", "list"]), serde_json::json!([]));
            held.unlock().unwrap();
        }
        assert_eq!(bench.json(&import)["inserted"], 28);
    })
    .await;
}

#[tokio::test]
async fn notes_of_programs_that_have_a_spreadsheet_open() {
    on_sqlite(|place| async move {
        let bench = Workbench::new(&place);
        bench.init();
        project::set_up(&bench, "Example Corp");
        let workbook = bench.path("numbers.xlsx");
        std::fs::copy(fixture("messy-did-inventory.xlsx"), &workbook).unwrap();
        for (name, program) in [
            ("~$numbers.xlsx", "Excel"),
            (".~lock.numbers.xlsx#", "LibreOffice"),
        ] {
            let note = bench.path(name);
            std::fs::write(&note, "\x0bTest Person").unwrap();
            let error = bench.refusal(&["import", note.to_str().unwrap(), "--as", "numbers"], FILE);
            advises(&error, "'numbers.xlsx'");
            assert!(error["hints"].to_string().contains(program), "{error}");
        }
        assert_eq!(bench.json(&["import", "list"]), serde_json::json!([]));
        // The workbook that the notes stand beside is read all the same.
        let import = ["import", workbook.to_str().unwrap(), "--as", "numbers"];
        assert_eq!(bench.json(&import)["inserted"], 28);
    })
    .await;
}

#[tokio::test]
async fn workspace_that_another_program_locks() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else { return };
        let bench = Workbench::new(&place);
        bench.init();
        bench.run(&["customer", "add", "--name", "Example Corp"]);
        let customers = || bench.json(&["customer", "list"]).as_array().unwrap().len();
        let add = ["customer", "add", "--name", "Fabrikam"];

        // While somebody writes, others read and nobody else writes.
        let mut holder = connect(path).await;
        holder.execute("BEGIN EXCLUSIVE").await.unwrap();
        assert_eq!(customers(), 1);
        advises(&bench.refusal(&add, DATABASE), "another program");
        holder.execute("ROLLBACK").await.unwrap();

        // A program that keeps no write-ahead log lets nobody in at all.
        holder
            .execute("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
            .await
            .unwrap();
        for command in [&["customer", "list"][..], &add] {
            let error = bench.refusal(command, DATABASE);
            advises(&error, "test.portflow is open in another program");
        }
        // Another workspace is as usable as ever.
        let elsewhere = bench.path("other.portflow");
        let me = [
            "init",
            "--name",
            "Test Person",
            "--email",
            "test.person@example.com",
        ];
        bench.run(&[&["--workspace", elsewhere.to_str().unwrap()], &me[..]].concat());

        holder.execute("ROLLBACK").await.unwrap();
        holder.close().await.unwrap();
        assert_eq!(customers(), 1, "a refused change was stored");
        bench.run(&add);
        assert_eq!(customers(), 2);
    })
    .await;
}

#[tokio::test]
async fn arguments_are_checked_before_anything_is_stored() {
    on_sqlite(|place| async move {
        let bench = Workbench::new(&place);
        let before = bench.refusal(&["customer", "list"], FILE);
        assert!(before["hints"].to_string().contains("portflow init"), "{before}");
        bench.init();
        for usage in [
            &["numbers", "set"][..],
            &["order", "transition", "1", "--to", "nonsense"],
            &["nonsense"],
        ] {
            assert_eq!(
                bench.command(usage).output().unwrap().status.code(),
                Some(2),
                "{usage:?}"
            );
        }
        bench.refusal(&["migration", "add", "--site", "Nowhere", "--name", "X"], 3);
        bench.run(&["customer", "add", "--name", "Example Corp"]);
        bench.refusal(&["customer", "add", "--name", "Example Corp"], 6);
        bench.refusal(&["customer", "add", "--name", "  "], 4);
        let zone = [
            "site",
            "add",
            "--customer",
            "Example Corp",
            "--name",
            "HQ",
            "--time-zone",
            "Mars/Olympus",
        ];
        assert_eq!(bench.refusal(&zone, 4)["field"], "timeZone");
        bench.refusal(&["call", "nonsense_do"], 3);
        bench.refusal(&["call", "customer_add", "{"], 4);
        bench.refusal(&["call", "customer_add", "{\"unknown\":1}"], 4);
        assert_eq!(bench.json(&["customer", "list"]).as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn files_that_are_no_workspace() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else { return };
        let bench = Workbench::new(&place);
        bench.refusal(&["status"], FILE);
        assert!(!path.exists(), "looking for a workspace made one");
        std::fs::write(path, "no database at all, only some text").unwrap();
        advises(&bench.refusal(&["status"], DATABASE), "test.portflow");
        std::fs::write(path, "").unwrap();
        bench.refusal(&["status"], DATABASE);
        std::fs::remove_file(path).unwrap();
        sqlite(path, "CREATE TABLE notes (text TEXT)").await;
        bench.refusal(&["status"], DATABASE);
        assert_eq!(
            bench.refusal(&["init", "--name", "N", "--email", "n@example.com"], FILE)["code"],
            "file"
        );
    })
    .await;
}

#[tokio::test]
async fn workspace_of_a_newer_program() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else { return };
        let bench = Workbench::new(&place);
        bench.init();
        sqlite(path, "PRAGMA user_version = 999").await;
        let error = bench.refusal(&["status"], DATABASE);
        assert!(error["message"].as_str().unwrap().contains("999"), "{error}");
        bench.refusal(&["customer", "add", "--name", "Example Corp"], DATABASE);
    })
    .await;
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else { return };
        let bench = Workbench::new(&place);
        bench.init();
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                     VALUES (999, 'of the future', true, '\\x00', 1)";
        postgres(url, newer).await;
        let error = bench.refusal(&["status"], DATABASE);
        assert!(error["message"].as_str().unwrap().contains("999"), "{error}");
    })
    .await;
}

#[tokio::test]
async fn damaged_workspace() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else { return };
        let bench = Workbench::new(&place);
        bench.init();
        sqlite(path, "PRAGMA wal_checkpoint(TRUNCATE)").await;
        let mut bytes = std::fs::read(path).unwrap();
        bytes.truncate(bytes.len() / 2);
        bytes[1024..].fill(0x5a);
        std::fs::write(path, &bytes).unwrap();
        advises(&bench.refusal(&["status"], DATABASE), "test.portflow");
    })
    .await;
}

/// Nothing can be made in /proc, by nobody: it stands for a disk that takes no file.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn place_that_takes_no_file() {
    on_sqlite(|place| async move {
        let bench = Workbench::new(&place);
        let nowhere = [
            "--workspace",
            "/proc/test.portflow",
            "init",
            "--name",
            "N",
            "--email",
            "n@example.com",
        ];
        bench.refusal(&nowhere, FILE);
        bench.init();
        project::set_up(&bench, "Example Corp");
        project::import_both(&bench);
        project::add_account(&bench, "Example Corp");
        let order = project::add_order(&bench);
        let out = ["order", "export", &order, "--out", "/proc/request.xlsx"];
        advises(&bench.refusal(&out, FILE), "request.xlsx");
    })
    .await;
}

#[tokio::test]
async fn servers_that_do_not_let_in() {
    on_sqlite(|place| async move {
        let bench = Workbench::new(&place);
        let unused = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let down = format!("postgres://person@127.0.0.1:{unused}/portflow");
        let error = bench.refusal(&["--workspace", &down, "status"], DATABASE);
        assert!(
            error["message"].as_str().unwrap().contains(&unused.to_string()),
            "{error}"
        );
        let refusing = refuses_every_password();
        let secret = format!("postgres://person:Pa55-w0rd@127.0.0.1:{refusing}/portflow");
        let error = bench.refusal(&["--workspace", &secret, "status"], DATABASE);
        assert!(error["hints"].to_string().contains("password"), "{error}");
        assert!(!error.to_string().contains("Pa55-w0rd"), "{error}");
        bench.refusal(&["--workspace", "postgres://nonsense", "status"], 4);
        // The local workspace is not touched by any of this.
        bench.init();
        assert!(
            bench
                .files()
                .iter()
                .all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("Pa55-w0rd"))
        );
    })
    .await;
}

#[tokio::test]
async fn databases_of_another_format() {
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else { return };
        let bench = Workbench::new(&place);
        let empty = bench.refusal(&["status"], DATABASE);
        assert_eq!(empty["code"], "workspace_needs_upgrade");
        bench.init();
        postgres(url, "UPDATE _sqlx_migrations SET success = false").await;
        let older = bench.refusal(&["status"], DATABASE);
        assert_eq!(older["code"], "workspace_needs_upgrade");
        assert!(
            older["hints"].to_string().contains("workspace upgrade"),
            "{older}"
        );
    })
    .await;
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else { return };
        postgres(url, "CREATE TABLE notes (text TEXT)").await;
        let bench = Workbench::new(&place);
        bench.refusal(&["status"], DATABASE);
        bench.refusal(&["init", "--name", "N", "--email", "n@example.com"], DATABASE);
    })
    .await;
}

/// An error for a person: it names the thing and says what to do.
fn advises(error: &Value, thing: &str) {
    let message = error["message"].as_str().unwrap();
    assert!(message.contains(thing), "{error}");
    assert!(!error["hints"].as_array().unwrap().is_empty(), "{error}");
}

/// The connection of another program; it makes a missing file.
async fn connect(path: &Path) -> SqliteConnection {
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true);
    SqliteConnection::connect_with(&options).await.unwrap()
}

async fn sqlite(path: &Path, statement: &'static str) {
    let mut connection = connect(path).await;
    connection.execute(statement).await.unwrap();
    connection.close().await.unwrap();
}

async fn postgres(url: &str, statement: &'static str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    connection.execute(statement).await.unwrap();
    connection.close().await.unwrap();
}

/// A server that speaks just enough PostgreSQL to refuse whoever comes; gives its port.
fn refuses_every_password() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            // A client that goes away early is not this test's business.
            stream.and_then(refuse).ok();
        }
    });
    port
}

/// Answers a request for encryption with "no", and whatever follows with an authentication failure.
fn refuse(mut stream: TcpStream) -> std::io::Result<()> {
    const SSL_REQUEST: [u8; 4] = 80_877_103_u32.to_be_bytes();
    loop {
        let mut length = [0; 4];
        stream.read_exact(&mut length)?;
        let mut message = vec![0; (u32::from_be_bytes(length) as usize).saturating_sub(4)];
        stream.read_exact(&mut message)?;
        if message == SSL_REQUEST {
            stream.write_all(b"N")?;
            continue;
        }
        let fields = b"SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed\0\0";
        stream.write_all(b"E")?;
        stream.write_all(&(fields.len() as u32 + 4).to_be_bytes())?;
        stream.write_all(fields)?;
        return stream.flush();
    }
}
