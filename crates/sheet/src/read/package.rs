//! The zip around a workbook: what kind of file it holds, and whether it may be unpacked at all.
//!
//! Neither the zip nor the spreadsheet library limits what a file may unpack to, so every part is weighed here
//! before anything is read from it: first by the sizes the zip's directory declares, then by unpacking, because a directory can lie.

use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::layout::Layout;
use super::xml::attribute;
use super::{Limits, ReadError};

/// Workbooks that unpack to less than this many bytes may compress as well as they like.
const EXPANSION_FREE: u64 = 16 << 20;

/// A workbook with more parts than this is not opened.
const MAX_PARTS: usize = 10_000;

/// Bytes between two tags of a part that is read: the text of a cell takes a hundredth of it at most, and the
/// XML reader keeps all of it at once.
const MAX_STRETCH: u64 = 16 << 20;

/// The workbooks that are a zip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PackageKind {
    /// `.xlsx` and `.xlsm`: parts of XML.
    Xlsx,
    /// `.xlsb`: parts of binary records.
    Xlsb,
    /// `.ods`: one part of XML for all sheets.
    Ods,
}

/// A part being unpacked.
pub(super) type Part<'p, 'a> = BufReader<std::io::Take<ZipFile<'p, Cursor<&'a [u8]>>>>;

/// The unpackable zip of a workbook.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Names of the parts, by their place in the zip.
    names: Vec<String>,
    /// What kind of workbook the parts are.
    pub(super) kind: PackageKind,
}

impl<'a> Package<'a> {
    /// Opens the zip and weighs it by its directory, without unpacking anything.
    ///
    /// # Errors
    /// A damaged zip, one that is no workbook, and one that unpacks to more than `limits` allow.
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
        if zip.len() > MAX_PARTS {
            return Err(ReadError::too_large("parts in the workbook", MAX_PARTS));
        }
        let mut names = Vec::with_capacity(zip.len());
        let mut unpacked = 0_u64;
        for index in 0..zip.len() {
            let part = zip.by_index_raw(index).map_err(ReadError::damaged)?;
            names.push(part.name().map_err(ReadError::damaged)?.into_owned());
            unpacked = unpacked.saturating_add(part.size());
            if part.encrypted() {
                return Err(ReadError::PasswordProtected);
            }
            if has_shared_strings(&names[index]) && part.size() > limits.max_string_bytes {
                return Err(ReadError::TooLarge {
                    what: "bytes of text when unpacked",
                    limit: limits.max_string_bytes,
                });
            }
        }
        let kind = kind(&mut zip, &names)?;
        let package = Self { zip, names, kind };
        if unpacked > limits.max_unpacked_bytes {
            let limit = limits.max_unpacked_bytes;
            return Err(ReadError::TooLarge {
                what: "bytes when unpacked",
                limit,
            });
        }
        if unpacked > EXPANSION_FREE.max(limits.max_expansion.saturating_mul(bytes.len() as u64)) {
            return Err(ReadError::ExpandsTooMuch {
                limit: limits.max_expansion,
            });
        }
        Ok(package)
    }

    /// Whether a part's path ends with `end`, in lower case.
    pub(super) fn has_part(&self, end: &str) -> bool {
        has_part(&self.names, end)
    }

    /// The path of the first part whose path ends with `end`, in lower case.
    pub(super) fn find(&self, end: &str) -> Option<String> {
        let found = self
            .names
            .iter()
            .find(|name| name.to_ascii_lowercase().ends_with(end));
        found.cloned()
    }

    /// The part at `path`, in whatever case, for reading; never more than the directory declares.
    ///
    /// # Errors
    /// A damaged zip.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<Part<'_, 'a>>, ReadError> {
        let Some(index) = self.names.iter().position(|name| name.eq_ignore_ascii_case(path)) else {
            return Ok(None);
        };
        let part = self.zip.by_index(index).map_err(ReadError::damaged)?;
        let size = part.size();
        Ok(Some(BufReader::new(part.take(size))))
    }

    /// Unpacks every part once, keeping nothing but the layouts of the sheets, by the path of their part.
    ///
    /// # Errors
    /// A part that unpacks to more than the directory declares, or not at all, one with an endless text, and a
    /// shared string table that claims more strings than it has bytes.
    pub(super) fn weigh(&mut self) -> Result<HashMap<String, Layout>, ReadError> {
        let mut laid_out = Vec::new();
        for index in 0..self.names.len() {
            let part = self.zip.by_index(index).map_err(ReadError::damaged)?;
            let (name, size) = (self.names[index].to_ascii_lowercase(), part.size());
            let is_read = name.ends_with(".xml") && !name.starts_with("customxml/");
            let mut part = Stretches::new(part.take(size.saturating_add(1)));
            if name.contains("worksheets/") && name.ends_with(".xml") {
                if Layout::is_mentioned(&mut part).map_err(ReadError::damaged)? {
                    laid_out.push((index, name));
                }
            } else if has_shared_strings(&name) && self.kind == PackageKind::Xlsx {
                check_string_count(BufReader::new(&mut part), size)?;
            }
            std::io::copy(&mut part, &mut std::io::sink()).map_err(ReadError::damaged)?;
            if is_read && part.longest > MAX_STRETCH {
                return Err(ReadError::TooLarge {
                    what: "bytes in one cell",
                    limit: MAX_STRETCH,
                });
            }
            if part.inner.limit() == 0 {
                return Err(ReadError::damaged(
                    "a part is larger than the zip's directory says",
                ));
            }
        }
        let mut layouts = HashMap::new();
        for (index, name) in laid_out {
            let part = self.zip.by_index(index).map_err(ReadError::damaged)?;
            layouts.insert(name, Layout::scan(BufReader::new(part)));
        }
        Ok(layouts)
    }

    /// The paths of the worksheets' parts, lower-cased, by the name on the tab; `.xlsx` only.
    ///
    /// # Errors
    /// A workbook part that cannot be read.
    pub(super) fn sheet_parts(&mut self) -> Result<HashMap<String, String>, ReadError> {
        let mut parts = HashMap::new();
        let Some(path) = self.find("workbook.xml") else {
            return Ok(parts);
        };
        let targets = self.relations(&path)?;
        self.each_element(&path, "sheet", |element| {
            if let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
                && let Some(target) = targets.get(&id)
            {
                parts.insert(name, target.clone());
            }
        })?;
        Ok(parts)
    }

    /// The paths, lower-cased, that the part at `path` refers to, by the id it uses for them.
    ///
    /// # Errors
    /// A relations part that cannot be read.
    pub(super) fn relations(&mut self, path: &str) -> Result<HashMap<String, String>, ReadError> {
        let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
        let relations = format!("{folder}_rels/{}.rels", &path[folder.len()..]);
        let mut targets = HashMap::new();
        self.each_element(&relations, "Relationship", |element| {
            if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
                let target = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("{folder}{target}"),
                };
                targets.insert(id, target.to_ascii_lowercase());
            }
        })?;
        Ok(targets)
    }

    /// Calls `visit` for every element called `local_name` in the part at `path`, if there is one.
    ///
    /// # Errors
    /// A part that cannot be read.
    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "everything but elements is skipped"
    )]
    pub(super) fn each_element(
        &mut self,
        path: &str,
        local_name: &str,
        mut visit: impl FnMut(&BytesStart<'_>),
    ) -> Result<(), ReadError> {
        let Some(part) = self.part(path)? else {
            return Ok(());
        };
        let mut xml = quick_xml::Reader::from_reader(part);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(ReadError::damaged)? {
                Event::Start(element) | Event::Empty(element)
                    if element.local_name().as_ref() == local_name =>
                {
                    visit(&element);
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

/// Measures the longest stretch without the beginning of a tag while a part is read through it.
struct Stretches<R> {
    inner: R,
    current: u64,
    longest: u64,
}

impl<R> Stretches<R> {
    fn new(inner: R) -> Self {
        Self {
            inner,
            current: 0,
            longest: 0,
        }
    }
}

impl<R: Read> Read for Stretches<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let filled = &buffer[..count];
        if let (Some(first), Some(last)) = (memchr::memchr(b'<', filled), memchr::memrchr(b'<', filled)) {
            self.longest = self.longest.max(self.current + first as u64);
            self.current = (count - last) as u64;
        } else {
            self.current += count as u64;
        }
        self.longest = self.longest.max(self.current);
        Ok(count)
    }
}

/// Answers a zip of another program with that program's name.
fn kind(zip: &mut ZipArchive<Cursor<&[u8]>>, names: &[String]) -> Result<PackageKind, ReadError> {
    let has = |start: &str| {
        names
            .iter()
            .any(|name| name.to_ascii_lowercase().starts_with(start))
    };
    if has_part(names, "workbook.xml") {
        return Ok(PackageKind::Xlsx);
    }
    if has_part(names, "workbook.bin") {
        return Ok(PackageKind::Xlsb);
    }
    let mime_type = mime_type(zip);
    if mime_type.contains("opendocument.spreadsheet") {
        return Ok(PackageKind::Ods);
    }
    let document = |what| ReadError::NotASpreadsheet { what };
    Err(if has("word/") {
        document("a Word document")
    } else if has("ppt/") {
        document("a PowerPoint presentation")
    } else if has("visio/") {
        document("a Visio drawing")
    } else if has("index/") || has("index.zip") {
        ReadError::UnsupportedSpreadsheet {
            what: "a document of Apple Numbers or Pages",
        }
    } else if mime_type.contains("opendocument") {
        document("an OpenDocument text or drawing")
    } else {
        ReadError::Archive {
            what: "a zip archive without an Excel workbook",
        }
    })
}

/// The `mimetype` entry of an OpenDocument file, or nothing.
fn mime_type(zip: &mut ZipArchive<Cursor<&[u8]>>) -> String {
    let mut mime_type = String::new();
    if let Ok(entry) = zip.by_name("mimetype")
        && entry.take(200).read_to_string(&mut mime_type).is_err()
    {
        mime_type.clear();
    }
    mime_type
}

fn has_part(names: &[String], end: &str) -> bool {
    names.iter().any(|name| name.to_ascii_lowercase().ends_with(end))
}

/// Whether a part holds the texts that the cells of all sheets share.
fn has_shared_strings(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("sharedstrings.xml") || name.ends_with("sharedstrings.bin")
}

/// Refuses a shared string table whose head claims more strings than its bytes can hold: the library would
/// reserve memory for all of them.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "everything before the first element is skipped"
)]
fn check_string_count(part: impl std::io::BufRead, size: u64) -> Result<(), ReadError> {
    let mut xml = quick_xml::Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(ReadError::damaged)? {
            Event::Start(element) | Event::Empty(element) => {
                let count = attribute(&element, "uniqueCount").and_then(|count| count.parse::<u64>().ok());
                return match count {
                    Some(count) if count > size => {
                        Err(ReadError::damaged("impossible number of shared strings"))
                    }
                    _ => Ok(()),
                };
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
