//! A document whose console blocks are commands with what they print. `# Monday, February 1, 2027, 09:00` sets the
//! clock, in the time of Dallas; a line that begins with `$` is a command, which goes on below after a backslash; what
//! stands below it is its output, in which `…` stands for anything, alone on a line for any number of lines.

use chrono::{Duration, NaiveDateTime};

/// A command as the document shows it.
#[derive(Debug)]
pub struct Step {
    /// The line of the document, from 1.
    pub line: usize,
    /// When it is given, in UTC.
    pub at: NaiveDateTime,
    /// Its words, variables that it sets in front.
    pub words: Vec<String>,
    /// What the document says that it prints.
    pub shown: String,
}

/// Dallas is this far behind UTC before daylight saving time begins.
const BEHIND_UTC: i64 = 6;

/// The commands of a document in order; each is given a minute after the one before.
pub fn steps(document: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let (mut now, mut is_console, mut goes_on) = (NaiveDateTime::default(), false, false);
    for (place, line) in document.lines().enumerate() {
        if line.starts_with("```") {
            is_console = line == "```console";
        } else if !is_console {
        } else if goes_on {
            let step = steps.last_mut().unwrap();
            goes_on = said(&mut step.words, line);
        } else if let Some(day) = line.strip_prefix("# ") {
            let day = NaiveDateTime::parse_from_str(day, "%A, %B %d, %Y, %H:%M");
            now = day.unwrap_or_else(|error| panic!("line {}: {error}: {line}", place + 1));
            now += Duration::hours(BEHIND_UTC);
        } else if let Some(command) = line.strip_prefix("$ ") {
            let (mut words, shown) = (Vec::new(), String::new());
            goes_on = said(&mut words, command);
            steps.push(Step {
                line: place + 1,
                at: now,
                words,
                shown,
            });
            now += Duration::minutes(1);
        } else {
            let shown = &mut steps.last_mut().expect("output before any command").shown;
            shown.push_str(line);
            shown.push('\n');
        }
    }
    steps
}

/// Adds the words of a line, in which quotation marks keep spaces together; true where a backslash ends it.
fn said(words: &mut Vec<String>, line: &str) -> bool {
    let (line, goes_on) = match line.strip_suffix('\\') {
        Some(line) => (line, true),
        None => (line, false),
    };
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    goes_on
}

/// Whether a text is what a document shows.
pub fn is_as_shown(shown: &str, printed: &str) -> bool {
    let shown: Vec<&str> = shown.lines().collect();
    let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
    lines_fit(&shown, &printed)
}

fn lines_fit(shown: &[&str], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((&"…", rest)) => (0..=printed.len()).any(|from| lines_fit(rest, &printed[from..])),
        Some((line, rest)) => match printed.split_first() {
            Some((first, below)) => line_fits(line, first) && lines_fit(rest, below),
            None => false,
        },
    }
}

/// Whether the parts around `…` stand in the line, in order, the first at its beginning and the last at its end.
fn line_fits(shown: &str, printed: &str) -> bool {
    let parts: Vec<&str> = shown.split('…').collect();
    let [first, between @ .., last] = &parts[..] else {
        return shown == printed;
    };
    let Some(mut rest) = printed.strip_prefix(first) else {
        return false;
    };
    for part in between {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[test]
fn commands_are_read_from_a_document() {
    let document = "text\n```console\n# Monday, February 1, 2027, 09:00\n$ A=1 portflow x \\\n    \"two words\" y\n\
                    one\ntwo\n$ portflow z\n```\n$ no command\n";
    let found = steps(document);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].words, ["A=1", "portflow", "x", "two words", "y"]);
    assert_eq!((found[0].line, found[0].shown.as_str()), (4, "one\ntwo\n"));
    assert_eq!(found[1].at.to_string(), "2027-02-01 15:01:00");
}

#[test]
fn output_is_held_against_what_is_shown() {
    for (shown, printed, fits) in [
        ("a\nb", "a \nb\n", true),
        ("a", "a\nb", false),
        ("a\n…\nd", "a\nb\nc\nd", true),
        ("a\n…\nd", "a\nd", true),
        ("a\n…\nd", "a\nb", false),
        ("wrote … bytes…", "wrote 12 bytes.", true),
        ("wrote … bytes", "wrote 12 bytes.", false),
        ("a…a", "a", false),
        ("", "more", false),
    ] {
        assert_eq!(is_as_shown(shown, printed), fits, "{shown} {printed}");
    }
}
