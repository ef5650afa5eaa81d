//! The records of a BIFF stream and the strings inside them ([MS-XLS] 2.1.4, 2.5.293).

use encoding_rs::Encoding;

/// The record that goes on where the one before it was full.
const CONTINUE: u16 = 0x003c;

/// One record: its type and its bytes, those of the records that continue it included.
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    /// The bytes of the record itself.
    pub(super) data: &'a [u8],
    /// The bytes of the records that continue it.
    more: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    /// The two bytes at `at`, 0 where the record is too short.
    pub(super) fn u16(&self, at: usize) -> u16 {
        u16_at(self.data, at)
    }

    /// The four bytes at `at`, 0 where the record is too short.
    pub(super) fn u32(&self, at: usize) -> u32 {
        u32::from(self.u16(at)) | u32::from(self.u16(at + 2)) << 16
    }

    /// The eight bytes at `at`, 0 where the record is too short.
    pub(super) fn f64(&self, at: usize) -> f64 {
        f64::from_bits(u64::from(self.u32(at)) | u64::from(self.u32(at + 4)) << 32)
    }

    /// The byte at `at`, 0 where the record is too short.
    pub(super) fn u8(&self, at: usize) -> u8 {
        self.data.get(at).copied().unwrap_or(0)
    }

    /// A reader of the strings from `at` on.
    pub(super) fn strings(&self, at: usize) -> Strings<'_> {
        Strings {
            left: self.data.get(at..).unwrap_or_default(),
            more: &self.more,
        }
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    match bytes.get(at..) {
        Some([low, high, ..]) => u16::from_le_bytes([*low, *high]),
        _ => 0,
    }
}

/// The records of a stream, from a place in it on.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    fn split(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = u16_at(self.rest, 0);
        let end = 4 + usize::from(u16_at(self.rest, 2));
        let data = self.rest.get(4..end)?;
        self.rest = &self.rest[end..];
        Some((kind, data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.split()?;
        let mut more = Vec::new();
        while self.rest.len() >= 4 && u16_at(self.rest, 0) == CONTINUE {
            more.push(self.split()?.1);
        }
        Some(Record { kind, data, more })
    }
}

/// How a workbook stores its text.
#[derive(Clone, Copy)]
pub(super) enum Letters {
    /// Excel 97 and later: UTF-16, its upper halves left out where all are zero.
    Unicode,
    /// Excel 5 and 95: the code page of the computer that wrote it.
    CodePage(&'static Encoding),
}

impl Letters {
    /// The encoding behind a code page's number; windows-1252 for one that is not known.
    pub(super) fn of_code_page(number: u16) -> Self {
        let label = match number {
            874 => "windows-874".to_owned(),
            932 => "shift_jis".to_owned(),
            936 => "gbk".to_owned(),
            949 => "euc-kr".to_owned(),
            950 => "big5".to_owned(),
            10_000 | 0x8000 => "macintosh".to_owned(),
            10_007 => "x-mac-cyrillic".to_owned(),
            other => format!("windows-{other}"),
        };
        Self::CodePage(Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252))
    }
}

/// Strings one after the other. Where a string goes on in the next record, that record begins with a byte
/// that says anew whether the upper halves of the letters are there.
pub(super) struct Strings<'r> {
    left: &'r [u8],
    more: &'r [&'r [u8]],
}

impl Strings<'_> {
    /// Whether everything has been read.
    pub(super) fn is_empty(&self) -> bool {
        self.left.is_empty() && self.more.iter().all(|part| part.is_empty())
    }

    /// A string with its length before it, in one byte.
    pub(super) fn short(&mut self, letters: Letters) -> Option<String> {
        let length = self.u8()?;
        self.of_length(letters, length.into())
    }

    /// A string with its length before it, in two bytes.
    pub(super) fn long(&mut self, letters: Letters) -> Option<String> {
        let length = self.u16()?;
        self.of_length(letters, length.into())
    }

    /// A string with runs of formatting and phonetic hints, which are left out.
    pub(super) fn rich(&mut self) -> Option<String> {
        let length = self.u16()?;
        let flags = self.u8()?;
        let runs = if flags & 8 == 0 {
            0
        } else {
            usize::from(self.u16()?) * 4
        };
        let hints = if flags & 4 == 0 {
            0
        } else {
            usize::from(self.u16()?) | usize::from(self.u16()?) << 16
        };
        let text = self.unicode(length.into(), flags & 1 == 1);
        self.skip(runs.saturating_add(hints));
        Some(text)
    }

    fn of_length(&mut self, letters: Letters, length: usize) -> Option<String> {
        match letters {
            Letters::Unicode => {
                if length == 0 && self.left.is_empty() {
                    return Some(String::new());
                }
                let flags = self.u8()?;
                Some(self.unicode(length, flags & 1 == 1))
            }
            Letters::CodePage(encoding) => {
                let bytes = self.left.get(..length.min(self.left.len()))?;
                self.left = &self.left[bytes.len()..];
                Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
            }
        }
    }

    /// `length` letters, or as many as there are.
    fn unicode(&mut self, length: usize, is_wide: bool) -> String {
        let mut wide = is_wide;
        let mut units: Vec<u16> = Vec::new();
        while units.len() < length {
            if self.left.is_empty() {
                if !self.advance() {
                    break;
                }
                let Some(flags) = self.u8() else { break };
                wide = flags & 1 == 1;
            }
            let missing = length - units.len();
            if wide {
                let taken = (self.left.len() / 2).min(missing);
                let pairs = self.left[..taken * 2].chunks_exact(2);
                units.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
                self.left = if taken == 0 { &[] } else { &self.left[taken * 2..] };
            } else {
                let taken = self.left.len().min(missing);
                units.extend(self.left[..taken].iter().map(|byte| u16::from(*byte)));
                self.left = &self.left[taken..];
            }
        }
        String::from_utf16_lossy(&units)
    }

    /// Goes on to the next record; whether there is one.
    fn advance(&mut self) -> bool {
        let Some((first, rest)) = self.more.split_first() else {
            return false;
        };
        self.left = first;
        self.more = rest;
        true
    }

    fn skip(&mut self, mut count: usize) {
        while count > self.left.len() {
            count -= self.left.len();
            if !self.advance() {
                self.left = &[];
                return;
            }
        }
        self.left = &self.left[count..];
    }

    fn u8(&mut self) -> Option<u8> {
        while self.left.is_empty() {
            if !self.advance() {
                return None;
            }
        }
        let (first, rest) = self.left.split_first()?;
        self.left = rest;
        Some(*first)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }
}
