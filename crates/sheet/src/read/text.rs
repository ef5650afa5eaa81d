//! From bytes to text: which encoding a text file is in.
//!
//! A byte order mark decides; without one the bytes do. What is not UTF-8 is read as windows-1252, the
//! encoding in which Excel saves "CSV" on a Western European or American Windows.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ReadError;

/// A decoded text file.
pub(super) struct Decoded<'a> {
    /// The text without its byte order mark.
    pub(super) text: Cow<'a, str>,
    /// The encoding's name as in `workbook::Workbook::encoding`.
    pub(super) encoding: &'static str,
}

/// The text of a file and the encoding it was in.
///
/// # Errors
/// [`ReadError::Binary`] and [`ReadError::MixedEncoding`].
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    let (encoding, name, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding == UTF_16LE => (encoding, "utf-16le-bom", mark),
        Some((encoding, mark)) if encoding == UTF_16BE => (encoding, "utf-16be-bom", mark),
        Some((encoding, mark)) => (encoding, "utf-8-bom", mark),
        None => match utf16_without_mark(bytes) {
            Some(encoding) if encoding == UTF_16LE => (encoding, "utf-16le", 0),
            Some(encoding) => (encoding, "utf-16be", 0),
            None => (UTF_8, "utf-8", 0),
        },
    };
    let bytes = &bytes[mark..];
    if encoding == UTF_8 && is_binary(bytes) {
        return Err(ReadError::Binary);
    }
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(Decoded { text, encoding: name }),
        None if encoding == UTF_8 => Ok(Decoded {
            text: windows_1252(bytes)?,
            encoding: "windows-1252",
        }),
        // Half a letter at the end, or a mark that lies.
        None => Err(ReadError::Binary),
    }
}

/// UTF-16 that somebody saved without its mark: in a table mostly of ASCII every second byte is NUL.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let pairs = head.len() / 2;
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0 => None,
        _ if odd * 10 >= pairs * 7 && even * 10 < pairs => Some(UTF_16LE),
        _ if even * 10 >= pairs * 7 && odd * 10 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether more than one byte in ten is a control character that no table has. A stray NUL in a cell is left
/// for the importer to reject with its row.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 << 10)];
    let controls = head
        .iter()
        .filter(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r'))
        .count();
    controls * 10 > head.len()
}

/// Text that is not UTF-8, unless some of its lines are: then two programs wrote it, and either reading of
/// the whole would spoil names.
fn windows_1252(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let separator = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let (mut utf8_line, mut other_line) = (None, None);
    for (index, line) in bytes.split(|byte| *byte == separator).enumerate() {
        if line.is_ascii() {
            continue;
        }
        let found = if std::str::from_utf8(line).is_ok() {
            &mut utf8_line
        } else {
            &mut other_line
        };
        found.get_or_insert(index + 1);
    }
    match (utf8_line, other_line) {
        (Some(utf8_line), Some(other_line)) => Err(ReadError::MixedEncoding {
            utf8_line,
            other_line,
        }),
        _ => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}
