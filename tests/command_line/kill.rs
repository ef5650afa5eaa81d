//! An import that is killed holds the whole batch or nothing, whenever it happens.

use serde_json::Value;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::Workbench;

/// Enough for several steps of a commit.
const ROWS: usize = 12_000;
const KILLS: u32 = 10;

#[tokio::test]
async fn killed_import_in_a_file() {
    on_sqlite(killed_import).await;
}

#[tokio::test]
async fn killed_import_on_postgres() {
    on_postgres("", killed_import).await;
}

async fn killed_import(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Large Customer");
    let list = bench.path("large.csv").display().to_string();
    std::fs::write(&list, numbers()).unwrap();
    let duration = Import::begin(&bench, &list, "Measured").until_done();
    assert_eq!(holdings(&bench, "Measured"), (ROWS, 1));
    let mut inside = 0;
    for kill in 0..KILLS {
        let name = format!("Killed {kill}");
        let died_inside = Import::begin(&bench, &list, &name).killed_after(duration * kill / KILLS);
        let held = holdings(&bench, &name);
        assert!(held == (0, 0) || held == (ROWS, 1), "{name} holds {held:?}");
        inside += u32::from(died_inside);
    }
    assert!(
        inside >= 3,
        "only {inside} of {KILLS} died inside the transaction"
    );
    // The workspace goes on working.
    Import::begin(&bench, &list, "Afterwards").until_done();
    assert_eq!(holdings(&bench, "Afterwards"), (ROWS, 1));
}

/// Numbers and imports that a migration holds, the numbers counted in two ways.
fn holdings(bench: &Workbench, migration: &str) -> (usize, usize) {
    let path = format!("Large Customer/Dallas HQ/{migration}");
    let count = |arguments: &[&str]| bench.json(arguments).as_array().map_or(0, Vec::len);
    let numbers = count(&["numbers", "list", "--migration", &path]);
    let status = bench.json(&["status"]);
    let counted = status["migrations"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|row| row["path"] == *path)
        .map(|row| row["totalNumbers"].clone());
    assert_eq!(counted, Some(Value::from(numbers)), "the counter of {migration}");
    (numbers, count(&["import", "list", "--migration", &path]))
}

/// A running import that has begun its transaction: it told so.
struct Import {
    program: std::process::Child,
    told: BufReader<std::process::ChildStderr>,
    begun: Instant,
}

impl Import {
    /// Starts the import into a migration of its own.
    fn begin(bench: &Workbench, list: &str, migration: &str) -> Self {
        let site = "Large Customer/Dallas HQ";
        bench.run(&["migration", "add", "--site", site, "--name", migration]);
        let path = format!("{site}/{migration}");
        let mut command = bench.command(&["import", list, "--migration", &path, "--as", "numbers"]);
        let mut program = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(program.stderr.take().unwrap());
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        assert_eq!(line.trim_end(), format!("Storing 0 of {ROWS} records"));
        Self {
            program,
            told,
            begun: Instant::now(),
        }
    }

    /// Lets it end; gives how long the transaction took.
    fn until_done(mut self) -> Duration {
        let status = self.program.wait().unwrap();
        let mut rest = String::new();
        while self.told.read_line(&mut rest).unwrap() > 0 {}
        assert!(status.success(), "{rest}");
        self.begun.elapsed()
    }

    /// Kills it after some time; gives whether it had not yet ended.
    fn killed_after(mut self, time: Duration) -> bool {
        std::thread::sleep(time);
        let ended = self.program.try_wait().unwrap().is_some();
        // A program that has ended cannot be killed.
        self.program.kill().ok();
        self.program.wait().unwrap();
        !ended
    }
}

fn numbers() -> String {
    (0..ROWS).fold("Phone Number,Description\n".to_owned(), |mut text, index| {
        let (office, line) = (220 + index / 10_000, index % 10_000);
        writeln!(text, "+1206{office}{line:04},Desk {index}").unwrap();
        text
    })
}
