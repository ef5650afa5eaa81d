//! What a file is, from its first bytes; its name is not asked.

use super::ReadError;

/// The two containers that hold something readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A zip, which may be a workbook.
    Zip,
    /// Text, or at least nothing that is known to be something else.
    Text,
}

/// Beginnings of files that are certainly no table.
const OTHER_FORMATS: [(&[u8], ReadError); 9] = [
    (
        b"%PDF",
        ReadError::NotASpreadsheet {
            what: "a PDF document",
        },
    ),
    (
        b"{\\rtf",
        ReadError::NotASpreadsheet {
            what: "a rich text document",
        },
    ),
    (b"\x89PNG", ReadError::NotASpreadsheet { what: "a picture" }),
    (b"\xff\xd8\xff", ReadError::NotASpreadsheet { what: "a picture" }),
    (b"GIF8", ReadError::NotASpreadsheet { what: "a picture" }),
    (
        b"\x1f\x8b",
        ReadError::Archive {
            what: "a gzip archive",
        },
    ),
    (
        b"7z\xbc\xaf\x27\x1c",
        ReadError::Archive {
            what: "a 7-Zip archive",
        },
    ),
    (
        b"Rar!\x1a\x07",
        ReadError::Archive {
            what: "a RAR archive",
        },
    ),
    (
        b"SQLite format 3\0",
        ReadError::NotASpreadsheet {
            what: "a SQLite database",
        },
    ),
];

/// The container of `bytes`, or what they are instead of a table.
pub(super) fn content(bytes: &[u8]) -> Result<Content, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Content::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound_file(bytes));
    }
    if bytes.get(257..262) == Some(b"ustar".as_slice()) {
        return Err(ReadError::Archive {
            what: "a tar archive",
        });
    }
    if let Some((_, error)) = OTHER_FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(error.clone());
    }
    match markup(bytes) {
        Some(error) => Err(error),
        None => Ok(Content::Text),
    }
}

/// The kinds of OLE compound file, told apart by the names in the directory. The names are looked for in the
/// whole file rather than by following its sector chains, which a damaged file can make cyclic.
fn compound_file(bytes: &[u8]) -> ReadError {
    let has = |name: &str| {
        let name: Vec<u8> = name
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .chain([0, 0])
            .collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        ReadError::PasswordProtected
    } else if has("Workbook") || has("Book") {
        ReadError::UnsupportedSpreadsheet {
            what: "an old Excel workbook (.xls)",
        }
    } else if has("WordDocument") {
        ReadError::NotASpreadsheet {
            what: "a Word document",
        }
    } else if has("PowerPoint Document") {
        ReadError::NotASpreadsheet {
            what: "a PowerPoint presentation",
        }
    } else {
        ReadError::damaged("an OLE compound file without a known stream")
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
            ReadError::NotASpreadsheet {
                what: "an XML document",
            }
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
