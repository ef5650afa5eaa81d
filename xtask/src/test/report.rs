//! The table at the end of a test run and its plain last line.

use super::counts::Tally;

/// How one part ended.
#[derive(Debug, Default)]
pub struct Verdict {
    /// The tests it ran; a check counts as one.
    pub tally: Tally,
    /// Why it failed.
    pub failure: Option<String>,
    /// What it left out, and why.
    pub skipped: Option<String>,
}

impl Verdict {
    /// A check that ended well.
    pub fn passed() -> Self {
        Self {
            tally: Tally {
                passed: 1,
                ..Tally::default()
            },
            ..Self::default()
        }
    }

    /// A part that failed before it could count tests.
    pub fn failed(why: String) -> Self {
        Self {
            tally: Tally {
                failed: 1,
                ..Tally::default()
            },
            failure: Some(why),
            skipped: None,
        }
    }

    /// A part that could not run here.
    pub fn skipped(why: impl Into<String>) -> Self {
        Self {
            skipped: Some(why.into()),
            ..Self::default()
        }
    }
}

/// One row of the table.
pub struct Line {
    pub part: &'static str,
    pub verdict: Verdict,
    pub seconds: f64,
}

/// Prints the table and the last line; whether the run counts as passed. In a strict run (CI) every
/// skip counts as one failure.
pub fn print(lines: &[Line], strict: bool) -> bool {
    println!(
        "\n{:<10} {:<8} {:>6} {:>6} {:>7} {:>8}",
        "part", "result", "passed", "failed", "skipped", "seconds"
    );
    for line in lines {
        println!("{}", row(line));
    }
    let total: f64 = lines.iter().map(|line| line.seconds).sum();
    println!(
        "{:<10} {:<8} {:>6} {:>6} {:>7} {total:>8.1}",
        "all", "", "", "", ""
    );
    let (passed, failed) = totals(lines, strict);
    if strict && lines.iter().any(|line| line.verdict.skipped.is_some()) {
        println!("\nCI=true: what was skipped counts as failed.");
    }
    println!("\n{passed} passed, {failed} failed");
    failed == 0
}

fn row(line: &Line) -> String {
    let Verdict {
        tally,
        failure,
        skipped,
    } = &line.verdict;
    let result = match (failure, skipped) {
        (Some(_), _) => "failed",
        (None, Some(_)) if tally.passed == 0 => "skipped",
        (None, _) => "passed",
    };
    let note = skipped
        .as_deref()
        .map(|why| format!("  skipped: {why}"))
        .unwrap_or_default();
    format!(
        "{:<10} {result:<8} {:>6} {:>6} {:>7} {:>8.1}{note}",
        line.part, tally.passed, tally.failed, tally.skipped, line.seconds
    )
}

fn totals(lines: &[Line], strict: bool) -> (u64, u64) {
    let passed = lines.iter().map(|line| line.verdict.tally.passed).sum();
    let mut failed = lines.iter().map(|line| line.verdict.tally.failed).sum();
    if strict {
        failed += lines.iter().filter(|line| line.verdict.skipped.is_some()).count() as u64;
    }
    (passed, failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(part: &'static str, verdict: Verdict) -> Line {
        Line {
            part,
            verdict,
            seconds: 1.0,
        }
    }

    #[test]
    fn a_skip_fails_only_in_a_strict_run() {
        let lines = [
            line("format", Verdict::passed()),
            line("window", Verdict::skipped("no display")),
        ];
        assert_eq!(totals(&lines, false), (1, 0));
        assert_eq!(totals(&lines, true), (1, 1));
        assert!(row(&lines[1]).contains("skipped: no display"));
    }

    #[test]
    fn a_part_that_ran_and_left_something_out_is_passed_with_a_note() {
        let verdict = Verdict {
            skipped: Some("PostgreSQL".to_owned()),
            ..Verdict::passed()
        };
        let row = row(&line("rust", verdict));
        assert!(
            row.contains("passed") && row.ends_with("skipped: PostgreSQL"),
            "{row}"
        );
    }
}
