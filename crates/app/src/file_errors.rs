//! What the system's failures with a file mean to a person: above all, that the file is still open in the program it
//! was made with.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use portflow_store::is_held;

use crate::error::{ApiError, ErrorCode};
use crate::file_name::file_name;

/// Why a file could not be read.
pub(crate) fn unreadable(path: &Path, error: &Error) -> ApiError {
    if is_open_elsewhere(path, error) {
        return open_elsewhere(path).hint("Close it there, or save a copy, and try again.");
    }
    let hint = if error.kind() == ErrorKind::NotFound {
        "Check the path, or choose the file again."
    } else {
        "Check that you may read it, or choose a copy in another folder."
    };
    let message = format!("'{}' could not be read: {}.", file_name(path), reason(error));
    ApiError::new(ErrorCode::File, message).hint(hint)
}

/// Why a file could not be written; what was there before is unchanged.
pub(crate) fn unwritable(path: &Path, error: &Error) -> ApiError {
    if is_open_elsewhere(path, error) {
        return open_elsewhere(path).hint("Close it there, or choose another name, and try again.");
    }
    let why = if error.kind() == ErrorKind::NotFound {
        "its folder is not there".to_owned()
    } else {
        reason(error)
    };
    let message = format!("'{}' could not be written: {why}.", file_name(path));
    ApiError::new(ErrorCode::File, message)
        .hint("Close the file if it is open in Excel, or choose another folder.")
}

/// The refusal of a note that Excel or LibreOffice keeps beside an open document, if this path is one. It is easily
/// dropped in place of the document, whose name it has.
pub(crate) fn not_the_file_itself(path: &Path) -> Option<ApiError> {
    let name = file_name(path);
    let (program, document) = match name.strip_prefix("~$") {
        Some(document) => ("Excel", document),
        None => ("LibreOffice", name.strip_prefix(".~lock.")?.strip_suffix('#')?),
    };
    let message = format!(
        "'{name}' is not the file you mean: {program} keeps it beside '{document}' to note who has that open."
    );
    let told = ApiError::new(ErrorCode::File, message);
    Some(told.hint(format!(
        "Close '{document}' in {program}, then choose '{document}' itself."
    )))
}

/// Some systems only say that the file may not be used; the note beside it tells that it is open.
fn is_open_elsewhere(path: &Path, error: &Error) -> bool {
    is_held(error)
        || (error.kind() == ErrorKind::PermissionDenied
            && notes_beside(path).iter().any(|note| note.exists()))
}

/// Where Excel and LibreOffice note who has a document open.
fn notes_beside(path: &Path) -> [PathBuf; 2] {
    let name = file_name(path);
    [format!("~${name}"), format!(".~lock.{name}#")].map(|note| path.with_file_name(note))
}

fn open_elsewhere(path: &Path) -> ApiError {
    let message = format!("'{}' is open in another program, such as Excel.", file_name(path));
    ApiError::new(ErrorCode::File, message)
}

/// The usual reasons in plain words; the system's own words for the rest.
fn reason(error: &Error) -> String {
    let known = [
        (ErrorKind::NotFound, "it is not there"),
        (
            ErrorKind::PermissionDenied,
            "you may not, or another program holds it",
        ),
        (ErrorKind::IsADirectory, "it is a folder"),
        (ErrorKind::ReadOnlyFilesystem, "the disk is read-only"),
        (ErrorKind::StorageFull, "the disk is full"),
    ];
    let text = known
        .iter()
        .find(|(kind, _)| *kind == error.kind())
        .map(|(_, text)| (*text).to_owned());
    text.unwrap_or_else(|| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn denied() -> Error {
        Error::from(ErrorKind::PermissionDenied)
    }

    #[test]
    fn a_file_that_another_program_holds_is_called_open() {
        let path = Path::new("numbers.xlsx");
        let held = Error::from(ErrorKind::ResourceBusy);
        for told in [unreadable(path, &held), unwritable(path, &held)] {
            assert_eq!(
                told.message,
                "'numbers.xlsx' is open in another program, such as Excel."
            );
            assert!(told.hints[0].starts_with("Close it there, or "), "{told:?}");
        }
    }

    #[test]
    fn a_note_beside_the_file_tells_why_it_may_not_be_used() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("numbers.xlsx");
        assert!(unreadable(&path, &denied()).message.contains("you may not"));
        for note in ["~$numbers.xlsx", ".~lock.numbers.xlsx#"] {
            let note = folder.path().join(note);
            std::fs::File::create(&note).unwrap();
            assert!(
                unreadable(&path, &denied())
                    .message
                    .contains("is open in another program")
            );
            assert!(
                unwritable(&path, &denied())
                    .message
                    .contains("is open in another program")
            );
            let missing = Error::from(ErrorKind::NotFound);
            assert!(unreadable(&path, &missing).message.contains("it is not there"));
            std::fs::remove_file(&note).unwrap();
        }
    }

    #[test]
    fn a_note_is_not_taken_for_the_document() {
        let told = not_the_file_itself(Path::new("/tmp/~$numbers.xlsx")).unwrap();
        assert!(
            told.message.contains("Excel keeps it beside 'numbers.xlsx'"),
            "{told:?}"
        );
        let told = not_the_file_itself(Path::new("/tmp/.~lock.numbers.ods#")).unwrap();
        assert!(told.hints[0].contains("choose 'numbers.ods' itself"), "{told:?}");
        for name in ["numbers.xlsx", "~numbers.xlsx", ".~lock.numbers.xlsx", "$~.xlsx"] {
            assert_eq!(not_the_file_itself(Path::new(name)), None, "{name}");
        }
    }
}
