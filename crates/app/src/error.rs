//! The only error that crosses to a window, a terminal or a test host.

use portflow_domain::transitions::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What every use case returns.
pub type Result<T> = std::result::Result<T, ApiError>;

/// What went wrong, in words for the person at the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("{message}")]
pub struct ApiError {
    /// What a caller may branch on.
    pub code: ErrorCode,
    /// One or two sentences that name the cause.
    pub message: String,
    /// The request's field at fault, in camelCase.
    pub field: Option<String>,
    /// What exactly, in snake_case, where one code has many causes: `password_protected`, `no_identity_column`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub cause: Option<String>,
    /// What to do about it, most helpful first.
    pub hints: Vec<String>,
}

/// The kinds of failure a caller treats differently; each has its exit code on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// No such record.
    NotFound,
    /// The request does not make sense.
    InvalidInput,
    /// A name fits several records.
    Ambiguous,
    /// A rule of the field forbids it: a guard, a state machine, a permission.
    Refused,
    /// Nobody has said who is acting.
    NoMember,
    /// Somebody else changed the record, or a unique value is taken.
    Conflict,
    /// A file could not be read or written.
    File,
    /// The workspace could not be opened or answered with a failure.
    Database,
    /// The workspace belongs to an older version and somebody must upgrade it.
    WorkspaceNeedsUpgrade,
    /// No workspace is open.
    NoWorkspace,
    /// The person stopped it.
    Cancelled,
    /// A fault of PortFlow itself; the message carries a log id.
    Internal,
}

impl ApiError {
    /// An error without field or hints.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            field: None,
            cause: None,
            hints: Vec::new(),
        }
    }

    /// A value of the request is wrong.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::new(ErrorCode::InvalidInput, message)
        }
    }

    /// There is no `what` called or identified by `key`.
    pub fn not_found(what: &str, key: impl std::fmt::Display) -> Self {
        Self::new(
            ErrorCode::NotFound,
            format!("There is no {what} '{key}' in this workspace."),
        )
    }

    /// A rule forbids it.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Refused, message)
    }

    /// Says which of the many causes of its code it is.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<String>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// A fault of ours: the chain goes to the log under an id, the person sees the id only.
    pub fn internal(error: &dyn std::error::Error) -> Self {
        let id = log_id(error);
        let mut chain = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            chain = format!("{chain}: {cause}");
            source = cause.source();
        }
        tracing::error!(log_id = %id, "{chain}");
        Self::new(
            ErrorCode::Internal,
            format!("PortFlow met a fault of its own (log id {id}). Nothing was stored."),
        )
        .hint("Try again; if it happens again, send the log file with this id.")
    }
}

/// Short and stable for the same failure, so that reports of one fault can be counted together.
fn log_id(error: &dyn std::error::Error) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(error.to_string().as_bytes());
    digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self::refused(refusal.to_string())
    }
}
