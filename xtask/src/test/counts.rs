//! Reads how many tests passed from what the test programs print at their end.

/// How many tests ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

/// All `test result:` lines of cargo test.
pub fn cargo(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        let Some((_, counts)) = line.split_once("test result: ") else {
            continue;
        };
        tally.passed += before(counts, "passed");
        tally.failed += before(counts, "failed");
        tally.skipped += before(counts, "ignored");
    }
    tally
}

/// Vitest's `Tests  1 failed | 11 passed | 2 skipped (14)`.
pub fn vitest(output: &str) -> Tally {
    let Some(counts) = output
        .lines()
        .rev()
        .find_map(|line| line.trim().strip_prefix("Tests  "))
    else {
        return Tally::default();
    };
    Tally {
        passed: before(counts, "passed"),
        failed: before(counts, "failed"),
        skipped: before(counts, "skipped") + before(counts, "todo"),
    }
}

/// Playwright's last lines, one count each: `3 passed (4.1s)`, `1 failed`, `2 skipped`, `1 did not run`.
/// A test that only passed when tried again is not a passed test.
pub fn playwright(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        let Some((number, word)) = line.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse::<u64>() else {
            continue;
        };
        match word.split(" (").next().unwrap_or(word) {
            "passed" => tally.passed = number,
            "failed" | "flaky" | "interrupted" => tally.failed += number,
            "skipped" | "did not run" => tally.skipped += number,
            _ => {}
        }
    }
    tally
}

/// The last lines of Node's own runner in its TAP form: `# pass 3`, `# fail 0`.
pub fn node(output: &str) -> Tally {
    let last = |name: &str| {
        let found = output
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
        found.unwrap_or(0)
    };
    Tally {
        passed: last("# pass "),
        failed: last("# fail ") + last("# cancelled "),
        skipped: last("# skipped ") + last("# todo "),
    }
}

/// The number that stands before a word: 5 for "passed" in `ok. 5 passed; 0 failed`.
fn before(text: &str, word: &str) -> u64 {
    let words: Vec<&str> = text
        .split([' ', ';', '|'])
        .filter(|word| !word.is_empty())
        .collect();
    let place = words.iter().position(|found| *found == word);
    place
        .and_then(|place| words[place.checked_sub(1)?].parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
        Tally {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn cargo_adds_every_test_program() {
        let output = "\
running 5 tests
test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
error: test failed, to rerun pass `-p portflow-store`
test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s
";
        assert_eq!(cargo(output), tally(7, 3, 1));
        assert_eq!(cargo("error[E0425]: cannot find value"), tally(0, 0, 0));
    }

    #[test]
    fn vitest_counts_tests_and_not_files() {
        let output = "\
 Test Files  1 failed | 3 passed (4)
      Tests  2 failed | 11 passed | 1 skipped (14)
   Duration  2.31s
";
        assert_eq!(vitest(output), tally(11, 2, 1));
        assert_eq!(vitest("      Tests  12 passed (12)\n"), tally(12, 0, 0));
        assert_eq!(vitest("No test files found, exiting with code 1"), tally(0, 0, 0));
    }

    #[test]
    fn playwright_counts_a_flaky_test_as_failed() {
        let output = "\
Running 7 tests using 1 worker
  1 failed
    [chromium] › import.spec.ts:9:1 › import
  1 flaky
    [chromium] › grid.spec.ts:9:1 › sort
  2 skipped
  3 passed (4.1s)
";
        assert_eq!(playwright(output), tally(3, 2, 2));
    }

    #[test]
    fn node_is_read_from_its_last_lines() {
        let output = "# Subtest: import\nok 1 - import\n1..1\n# tests 4\n# suites 0\n# pass 2\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n# duration_ms 12.1\n";
        assert_eq!(node(output), tally(2, 1, 1));
    }
}
