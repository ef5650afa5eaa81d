//! Questionnaires as JSON files, in the form of the survey that comes with the program.

use portflow_domain::discovery::questionnaire::Template;

use super::keep::{bring_in, checked};
use super::{own_name, template};
use crate::context::Context;
use crate::dto::questionnaires::{ExportQuestionnaire, ImportQuestionnaire, KeptQuestionnaire};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};

/// The largest file that is read as a questionnaire, in bytes.
const LARGEST: usize = 4 * 1024 * 1024;

/// Stores the questionnaire of a file; one that is there already stores nothing.
pub async fn import(cx: &Context, request: ImportQuestionnaire) -> Result<KeptQuestionnaire> {
    let chosen = cx.session.files.chosen(&request.file_id)?;
    let template = read(&chosen.name(), &chosen.read()?)?;
    let name = own_name("fileId", &template.name)?;
    if template.version < 1 {
        return Err(ApiError::invalid(
            "fileId",
            format!("Version {} is below 1.", template.version),
        ));
    }
    bring_in(cx, name, template.version, checked(template.document)?).await
}

/// Writes one version of a questionnaire.
pub async fn export(cx: &Context, request: ExportQuestionnaire) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let template = template(&mut cx.read().await?, &request.name, request.version).await?;
    let mut text = serde_json::to_string_pretty(&template).map_err(|error| ApiError::internal(&error))?;
    text.push('\n');
    crate::files::write_atomically(&path, text.as_bytes())?;
    Ok(SavedFile::of(&path, text.as_bytes()))
}

fn read(file: &str, bytes: &[u8]) -> Result<Template> {
    let not_one = |why: &str| {
        ApiError::new(
            ErrorCode::File,
            format!("'{file}' is not a questionnaire: {why}."),
        )
        .hint("Export a questionnaire to see the form: a name, a version and the questions.")
    };
    if bytes.len() > LARGEST {
        return Err(not_one(&format!("it is larger than {} MB", LARGEST >> 20)));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| not_one(&error.to_string()))
}
