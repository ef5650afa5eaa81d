//! How a failure looks on a terminal, and which exit code it has.

use portflow_app::{ApiError, ErrorCode};
use serde_json::{Value, json};
use std::io::Write;
use std::process::ExitCode;

/// Prints an error for people, or as one JSON document, and gives its exit code.
pub fn print(error: &ApiError, json: bool) -> ExitCode {
    let mut stderr = std::io::stderr().lock();
    let mut lines = vec![format!("error: {}", error.message)];
    lines.extend(error.hints.iter().map(|hint| format!("  hint: {hint}")));
    if json {
        lines =
            vec![serde_json::to_string_pretty(&document(error)).unwrap_or_else(|_| error.message.clone())];
    }
    // Nobody reads a closed stderr.
    let _ = writeln!(stderr, "{}", lines.join("\n"));
    ExitCode::from(exit_code(error.code))
}

/// The error as a document; its code is the cause where one is known: programs branch on why a file was refused.
fn document(error: &ApiError) -> Value {
    let mut document = json!(error);
    if let Some(fields) = document.as_object_mut()
        && let Some(cause) = fields.remove("cause")
    {
        fields.insert("code".to_owned(), cause);
    }
    document
}

/// 0 done, 2 usage (clap's own), 3 not found, 4 invalid input, 5 refused, 6 conflict, 7 file, 8 database,
/// 1 internal.
fn exit_code(code: ErrorCode) -> u8 {
    match code {
        ErrorCode::NotFound | ErrorCode::Ambiguous => 3,
        ErrorCode::InvalidInput => 4,
        ErrorCode::Refused | ErrorCode::NoMember | ErrorCode::Cancelled => 5,
        ErrorCode::Conflict => 6,
        ErrorCode::File => 7,
        ErrorCode::Database | ErrorCode::WorkspaceNeedsUpgrade | ErrorCode::NoWorkspace => 8,
        ErrorCode::Internal => 1,
    }
}
