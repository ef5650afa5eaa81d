//! `cargo xtask bench`: what PortFlow takes for 100,000 rows against what the libraries below it take
//! for the same work, measured in the same run on the same machine. Only the ratios mean something
//! elsewhere. Nothing is asserted.
//!
//! Arguments: the number of rows (100,000) and of rounds (3). The median round counts.

#![allow(
    clippy::print_stdout,
    reason = "the result of a measurement is what it prints"
)]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot be made ends")]
#![allow(clippy::disallowed_methods, reason = "nothing here belongs to a person")]

mod alone;
mod application;
mod bad_files;
mod export;
mod floors;
mod inventory;

use std::time::{Duration, Instant};

#[tokio::main]
async fn main() {
    if let Some(asked) = alone::Asked::of_this_process() {
        return alone::import(&asked).await;
    }
    // Cargo adds --bench.
    let mut numbers = std::env::args().filter_map(|argument| argument.parse::<u32>().ok());
    let rows = numbers.next().unwrap_or(100_000);
    let rounds = numbers.next().unwrap_or(3).max(1);
    let folder = tempfile::tempdir().unwrap();
    let workbook = folder.path().join("inventory.xlsx");
    inventory::write(&workbook, rows);

    let mut import = Import::default();
    for round in 0..rounds {
        let of_round = folder.path().join(format!("round-{round}"));
        std::fs::create_dir(&of_round).unwrap();
        let imported = application::import(&of_round, &workbook).await;
        import.bare.push(floors::bare(&of_round, &workbook).await);
        import
            .schema
            .push(floors::schema(&of_round, &workbook, &imported.workspace).await);
        import.parts.push(imported.parts);
        std::fs::remove_dir_all(&of_round).unwrap();
    }
    import.print(rows);
    alone::compare(folder.path(), rows);
    let bad = bad_files::measure(&workbook);
    println!(
        "\nreading {} damaged and hostile files (ratio to the list above)",
        bad.files
    );
    line("the list", bad.list, bad.list);
    line(&format!("the slowest: {}", bad.slowest), bad.longest, bad.list);
    let export: Vec<_> = (0..rounds)
        .map(|_| export::measure(folder.path(), rows))
        .collect();
    let ours = median(export.iter().map(|times| times.ours).collect());
    let raw = median(export.iter().map(|times| times.raw).collect());
    println!("\nexport of {rows} rows to xlsx");
    line("rust_xlsxwriter alone, constant memory", raw, raw);
    line("PortFlow", ours, raw);
}

/// The times of all rounds.
#[derive(Default)]
struct Import {
    bare: Vec<Duration>,
    schema: Vec<Duration>,
    parts: Vec<application::Parts>,
}

impl Import {
    fn print(&self, rows: u32) {
        let (bare, schema) = (median(self.bare.clone()), median(self.schema.clone()));
        let part = |of: fn(&application::Parts) -> Duration| median(self.parts.iter().map(of).collect());
        println!("import of {rows} rows from xlsx into SQLite (ratio to the schema floor)");
        line("bare floor: read, insert into a bare table", bare, schema);
        line("schema floor: read, insert into the real tables", schema, schema);
        let whole = part(application::Parts::whole);
        line("PortFlow: open, review, commit", whole, schema);
        line("  of it opening", part(|parts| parts.open), schema);
        line("  of it the review", part(|parts| parts.preview), schema);
        line("  of it the commit", part(|parts| parts.commit), schema);
        let ratio = |time: Duration, to: Duration| time.as_secs_f64() / to.as_secs_f64();
        println!("  against the bare floor {:.2}", ratio(whole, bare));
        let first = part(application::Parts::until_first_page);
        println!(
            "  first page of the review after {:.2} of the whole",
            ratio(first, whole)
        );
    }
}

fn line(what: &str, time: Duration, floor: Duration) {
    let (time, floor) = (time.as_secs_f64(), floor.as_secs_f64());
    println!("  {what:<48} {time:>7.2} s {:>6.2}", time / floor);
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// How long `work` takes.
async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let begun = Instant::now();
    let done = work.await;
    (done, begun.elapsed())
}
