//! OLE compound files ([MS-CFB]): the container of `.xls` workbooks and of encrypted ones.
//!
//! Sectors of a damaged file can refer to each other in circles and its sizes can lie, so no chain goes
//! through a sector twice, and nothing grows larger than the file.

use super::ReadError;

/// Bytes of the header, and of the smallest sector.
const HEADER: usize = 512;
/// Bytes of a sector of the mini stream.
const MINI_SECTOR: usize = 64;
/// Streams shorter than this lie in the mini stream.
const MINI_LIMIT: usize = 4096;
/// Bytes of a directory entry.
const ENTRY: usize = 128;
/// Sector numbers from here on are marks, not sectors.
const FIRST_MARK: u32 = 0xffff_fffa;

/// A compound file whose root folder has been read.
pub(super) struct CompoundFile<'a> {
    bytes: &'a [u8],
    sector_size: usize,
    /// For each sector the one that follows it.
    next: Vec<u32>,
    mini_next: Vec<u32>,
    mini_stream: Vec<u8>,
    /// The streams and folders of the root folder.
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'a> CompoundFile<'a> {
    /// Reads the container's tables and root folder.
    ///
    /// # Errors
    /// [`ReadError::Damaged`].
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let sector_size = match bytes.get(30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(ReadError::damaged("an OLE header without a known sector size")),
        };
        if bytes.len() < HEADER {
            return Err(ReadError::damaged("an OLE header that is cut off"));
        }
        let mut file = Self {
            bytes,
            sector_size,
            next: Vec::new(),
            mini_next: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        file.next = file.sector_table();
        let directory = file.chain(u32_at(bytes, 48), usize::MAX);
        let root = directory
            .get(..ENTRY)
            .ok_or_else(|| ReadError::damaged("no OLE directory"))?;
        let mini_table = file.chain(u32_at(bytes, 60), usize::MAX);
        file.mini_next = numbers(&mini_table).collect();
        file.mini_stream = file.chain(u32_at(root, 116), size(root));
        file.entries = root_folder(&directory);
        Ok(file)
    }

    /// Whether the root folder has a stream or folder of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream in the root folder; of a damaged one as many as there are.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        Some(if entry.size < MINI_LIMIT {
            let sectors = |sector: u32| slice(&self.mini_stream, sector as usize * MINI_SECTOR, MINI_SECTOR);
            follow(entry.start, entry.size, &self.mini_next, sectors)
        } else {
            self.chain(entry.start, entry.size)
        })
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        follow(start, size, &self.next, |sector| self.sector(sector))
    }

    /// The bytes of a sector; fewer at the end of a file that is cut off.
    fn sector(&self, sector: u32) -> &'a [u8] {
        slice(
            self.bytes,
            (sector as usize + 1) * self.sector_size,
            self.sector_size,
        )
    }

    /// Which sector follows which: 109 of the table's own sectors are named in the header, the others in a
    /// chain of sectors of their own.
    fn sector_table(&self) -> Vec<u32> {
        let sectors = self.bytes.len() / self.sector_size + 1;
        let per_sector = self.sector_size / 4;
        let mut parts: Vec<u32> = numbers(&self.bytes[76..HEADER]).collect();
        let mut more = u32_at(self.bytes, 68);
        while more < FIRST_MARK && parts.len() <= sectors {
            let sector: Vec<u32> = numbers(self.sector(more)).collect();
            let Some((link, named)) = sector.split_last() else {
                break;
            };
            parts.extend_from_slice(named);
            more = *link;
        }
        let mut next = Vec::new();
        for part in parts.into_iter().filter(|part| *part < FIRST_MARK) {
            if next.len() >= sectors + per_sector {
                break;
            }
            next.extend(numbers(self.sector(part)));
        }
        next
    }
}

/// The bytes of the sectors from `start` on, at most `size`; a chain that comes back to itself ends there.
fn follow<'s>(start: u32, size: usize, next: &[u32], sector: impl Fn(u32) -> &'s [u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut seen = vec![false; next.len()];
    let mut at = start;
    while at < FIRST_MARK && bytes.len() < size {
        let Some(is_seen) = seen.get_mut(at as usize) else {
            break;
        };
        if std::mem::replace(is_seen, true) {
            break;
        }
        bytes.extend_from_slice(sector(at));
        at = next[at as usize];
    }
    bytes.truncate(size);
    bytes
}

/// The entries of the root folder, which the directory keeps as a tree: names inside embedded documents are
/// not among them.
fn root_folder(directory: &[u8]) -> Vec<Entry> {
    let at = |index: u32| directory.get(index as usize * ENTRY..(index as usize + 1) * ENTRY);
    let mut found = Vec::new();
    let mut waiting: Vec<u32> = at(0).map(|root| u32_at(root, 76)).into_iter().collect();
    while let Some(entry) = waiting.pop().and_then(at) {
        if found.len() > directory.len() / ENTRY {
            break;
        }
        let siblings = [u32_at(entry, 68), u32_at(entry, 72)];
        waiting.extend(siblings.into_iter().filter(|sibling| *sibling < FIRST_MARK));
        let letters = entry[..64]
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        found.push(Entry {
            name: char::decode_utf16(letters.take_while(|letter| *letter != 0))
                .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect(),
            start: u32_at(entry, 116),
            size: size(entry),
        });
    }
    found
}

/// The size that a directory entry states. The upper half is only used by files beyond 4 GiB.
fn size(entry: &[u8]) -> usize {
    u32_at(entry, 120) as usize
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|bytes| u32_at(bytes, 0))
}

/// The number at `at`; a mark where the bytes end.
fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..at + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(u32::MAX, u32::from_le_bytes)
}

/// `length` bytes from `at` on, or as many as there are.
fn slice(bytes: &[u8], at: usize, length: usize) -> &[u8] {
    let end = bytes.len().min(at.saturating_add(length));
    bytes.get(at..end).unwrap_or_default()
}
