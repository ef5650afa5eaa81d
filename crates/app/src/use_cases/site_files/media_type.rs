//! What a file is, from its first bytes and never from its name: telephones, scanners and mail programs name files as
//! they like.

use memchr::memmem;

/// Beginnings that say what a file is.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"ID3", "audio/mpeg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
];

/// The second word of a RIFF file.
const RIFF: &[(&[u8], &str)] = &[
    (b"WEBP", "image/webp"),
    (b"WAVE", "audio/wav"),
    (b"AVI ", "video/x-msvideo"),
];

/// The brand in the `ftyp` box of an ISO base media file (ISO/IEC 14496-12; HEIF: ISO/IEC 23008-12).
const BRANDS: &[(&[u8], &str)] = &[
    (b"heic", "image/heic"),
    (b"heix", "image/heic"),
    (b"hevc", "image/heic"),
    (b"mif1", "image/heic"),
    (b"msf1", "image/heic"),
    (b"avif", "image/avif"),
    (b"M4A ", "audio/mp4"),
    (b"qt  ", "video/quicktime"),
];

/// The part of an Office package that says what it is (ECMA-376).
const PARTS: &[(&[u8], &str)] = &[
    (
        b"word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        b"xl/workbook.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (
        b"ppt/presentation.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
];

/// A file without a type of its own.
const UNKNOWN: &str = "application/octet-stream";

/// The media type of these bytes.
pub(super) fn media_type(content: &[u8]) -> &'static str {
    let begins = BEGINNINGS
        .iter()
        .find(|(beginning, _)| content.starts_with(beginning));
    if let Some((_, found)) = begins {
        return found;
    }
    if content.starts_with(b"RIFF") {
        return named(RIFF, content.get(8..12)).unwrap_or(UNKNOWN);
    }
    if content.get(4..8) == Some(b"ftyp") {
        return named(BRANDS, content.get(8..12)).unwrap_or("video/mp4");
    }
    if content.starts_with(b"PK\x03\x04") {
        let holds = |part: &[u8]| memmem::find(content, part).is_some();
        let found = PARTS.iter().find(|(part, _)| holds(part));
        return found.map_or("application/zip", |(_, found)| found);
    }
    match std::str::from_utf8(content) {
        Ok(text) if !text.contains('\0') => "text/plain",
        _ => UNKNOWN,
    }
}

fn named(names: &[(&[u8], &'static str)], word: Option<&[u8]>) -> Option<&'static str> {
    let word = word?;
    names
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, found)| *found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_say_what_a_file_is() {
        let cases: &[(&[u8], &str)] = &[
            (b"\xff\xd8\xff\xe1\x00\x10Exif", "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
            (b"RIFF\x10\0\0\0WAVEfmt ", "audio/wav"),
            (b"\0\0\0\x18ftypheic\0\0\0\0", "image/heic"),
            (b"\0\0\0\x18ftypisom\0\0\0\0", "video/mp4"),
            (b"%PDF-1.7\n", "application/pdf"),
            (b"PK\x03\x04..[Content_Types].xml..word/document.xml", PARTS[0].1),
            (b"PK\x03\x04..notes.txt", "application/zip"),
            (b"<svg onload=\"alert(1)\"/>", "text/plain"),
            (b"Suite 400, key at the desk\r\n", "text/plain"),
            (b"ab\0cd", UNKNOWN),
            (b"RIFF", UNKNOWN),
            (b"\xff\xd8", UNKNOWN),
        ];
        for (content, expected) in cases {
            assert_eq!(media_type(content), *expected, "{}", content.escape_ascii());
        }
    }
}
