//! The worked example of docs/worked-example.md: the document is the script of this test, so that it cannot go stale.
//! What it does not print is held against the stored data at its end.

mod console;
mod lists;

use std::path::Path;
use std::process::{Command, Output};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::workbench::{Workbench, fixture};
use console::{Step, is_as_shown, steps};

#[tokio::test]
async fn worked_example_in_a_file() {
    on_sqlite(worked_example).await;
}

#[tokio::test]
async fn worked_example_on_postgres() {
    on_postgres("", worked_example).await;
}

async fn worked_example(place: Place) {
    let bench = Workbench::new(&place);
    for file in std::fs::read_dir(fixture("worked_example")).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), bench.path(file.file_name().to_str().unwrap())).unwrap();
    }
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/worked-example.md");
    let steps = steps(&std::fs::read_to_string(document).unwrap());
    assert!(steps.len() > 20, "the document has lost its commands");
    let differences: Vec<String> = steps.iter().filter_map(|step| take(&bench, step)).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Gives a command, and says where what it prints is not what the document shows.
fn take(bench: &Workbench, step: &Step) -> Option<String> {
    let is_variable = |word: &&String| word.contains('=') && !word.starts_with('-');
    let variables: Vec<&String> = step.words.iter().take_while(is_variable).collect();
    let (program, arguments) = step.words[variables.len()..].split_first().unwrap();
    if program == "cat" {
        let text = std::fs::read_to_string(bench.path(&arguments[0])).unwrap();
        return difference(step, &text, true);
    }
    assert_eq!(program, "portflow", "line {}", step.line);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut command = bench.command_at(step.at, &arguments);
    for variable in variables {
        let (name, value) = variable.split_once('=').unwrap();
        command.env(name, value);
    }
    let (text, succeeded) = printed(command);
    difference(step, &text, succeeded)
}

fn printed(mut command: Command) -> (String, bool) {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    (
        String::from_utf8([stdout, stderr].concat()).unwrap(),
        status.success(),
    )
}

/// A refusal is what the document shows as one.
fn difference(step: &Step, printed: &str, succeeded: bool) -> Option<String> {
    let is_refusal = step.shown.starts_with("error: ");
    if is_as_shown(&step.shown, printed) && succeeded != is_refusal {
        return None;
    }
    Some(format!(
        "line {} of the document: {}\nshows\n{}\nand prints\n{printed}",
        step.line,
        step.words.join(" "),
        step.shown
    ))
}
