//! Answers on a terminal: aligned columns for people, one JSON document for programs.

use portflow_app::{ApiError, Result};
use serde::Serialize;
use serde_json::Value;
use std::io::Write;
use std::process::ExitCode;

/// Writes an answer to stdout; a closed pipe is the reader's choice, not a failure.
pub fn print(text: &str) -> ExitCode {
    let mut stdout = std::io::stdout().lock();
    let written = if text.ends_with('\n') {
        write!(stdout, "{text}")
    } else {
        writeln!(stdout, "{text}")
    };
    match written.and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::from(7),
        _ => ExitCode::SUCCESS,
    }
}

/// How an answer is to look.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// One JSON document instead of text.
    pub json: bool,
}

impl Style {
    /// The answer itself as JSON, or what `text` makes of it.
    pub fn show<T: Serialize + ?Sized>(self, answer: &T, text: impl FnOnce(&T) -> String) -> Result<String> {
        if self.json {
            return serde_json::to_string_pretty(answer).map_err(|error| ApiError::internal(&error));
        }
        Ok(text(answer))
    }

    /// A list as a table with a header.
    pub fn table<T: Serialize>(
        self,
        answer: &[T],
        header: &[&str],
        row: impl Fn(&T) -> Vec<String>,
    ) -> Result<String> {
        self.show(answer, |answer| table(header, answer.iter().map(row).collect()))
    }
}

/// Columns as wide as their widest cell, two spaces apart.
pub fn table(header: &[&str], rows: Vec<Vec<String>>) -> String {
    let mut widths: Vec<usize> = header.iter().map(|title| title.chars().count()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: Vec<String>| {
        let padded = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut lines = vec![line(header.iter().map(|title| (*title).to_owned()).collect())];
    lines.extend(rows.into_iter().map(line));
    lines.join("\n")
}

/// So many of something: `1 step`, `2 steps`.
pub fn counted(count: impl ToString, what: &str) -> String {
    let count = count.to_string();
    let ending = if count == "1" { "" } else { "s" };
    format!("{count} {what}{ending}")
}

/// A value that may be absent.
pub fn or_dash<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string)
}

/// A value of a JSON answer as a cell: a text as it is, nothing as a dash.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
