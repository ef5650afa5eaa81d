//! What a file is, from its first bytes; its name is not asked.

use super::ReadError;

/// The containers that hold something readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A zip, which may be a workbook.
    Zip,
    /// An OLE compound file, which may be an old Excel workbook.
    Compound,
    /// Text, or at least nothing that is known to be something else.
    Text,
}

/// Beginnings of files that are certainly no table.
const OTHER_FORMATS: [(&[u8], ReadError); 15] = [
    (b"%PDF", document("a PDF document")),
    (b"{\\rtf", document("a rich text document")),
    (b"\x89PNG", document("a picture")),
    (b"\xff\xd8\xff", document("a picture")),
    (b"GIF8", document("a picture")),
    (b"SQLite format 3\0", document("a SQLite database")),
    (b"\0\x01\0\0Standard ", document("an Access database")),
    (b"\x1f\x8b", archive("a gzip archive")),
    (b"7z\xbc\xaf\x27\x1c", archive("a 7-Zip archive")),
    (b"Rar!\x1a\x07", archive("a RAR archive")),
    (b"\xfd7zXZ\0", archive("an xz archive")),
    // The streams that Excel 2 to 4 wrote without a container.
    (b"\x09\0\x04\0", OLD_WORKBOOK),
    (b"\x09\x02\x06\0", OLD_WORKBOOK),
    (b"\x09\x04\x06\0", OLD_WORKBOOK),
    (b"MIME-Version:", ReadError::WebPage),
];

/// A workbook older than Excel 5.
pub(super) const OLD_WORKBOOK: ReadError = ReadError::UnsupportedSpreadsheet {
    what: "a workbook of Excel 4 or older",
};

const fn document(what: &'static str) -> ReadError {
    ReadError::NotASpreadsheet { what }
}

const fn archive(what: &'static str) -> ReadError {
    ReadError::Archive { what }
}

/// The container of `bytes`, or what they are instead of a table.
pub(super) fn content(bytes: &[u8]) -> Result<Content, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Content::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Content::Compound);
    }
    if bytes.get(257..262) == Some(b"ustar".as_slice()) {
        return Err(archive("a tar archive"));
    }
    if let Some((_, error)) = OTHER_FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(error.clone());
    }
    match markup(bytes) {
        Some(error) => Err(error),
        None => Ok(Content::Text),
    }
}

/// HTML and XML, which web portals hand out under an Excel name. Looks past a byte order mark, white space
/// and the NULs of UTF-16.
fn markup(bytes: &[u8]) -> Option<ReadError> {
    let head: String = bytes[..bytes.len().min(4096)]
        .iter()
        .filter(|byte| byte.is_ascii() && **byte != 0)
        .map(|byte| byte.to_ascii_lowercase() as char)
        .collect();
    let head = head.trim_start();
    if head.starts_with("<?xml") || head.starts_with("<workbook") {
        return Some(if head.contains("office:spreadsheet") {
            ReadError::UnsupportedSpreadsheet {
                what: "an XML spreadsheet of Excel 2003",
            }
        } else if head.contains("<html") {
            ReadError::WebPage
        } else {
            document("an XML document")
        });
    }
    let html = [
        "<!doctype html",
        "<html",
        "<head",
        "<meta",
        "<table",
        "<body",
        "<style",
    ];
    html.iter()
        .any(|tag| head.starts_with(tag))
        .then_some(ReadError::WebPage)
}
