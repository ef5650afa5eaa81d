//! The records of a BIFF12 part ([MS-XLSB] 2.1.4).

use std::io::{BufRead, Read};

/// A record with more bytes than this holds nothing that is read here.
const MAX_RECORD: usize = 1 << 20;

/// The records of a part, read one after the other into the same memory.
pub(super) struct Records<R> {
    part: R,
    pub(super) kind: u16,
    data: Vec<u8>,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(part: R) -> Self {
        Self {
            part,
            kind: 0,
            data: Vec::new(),
        }
    }

    /// Goes on to the next record; whether there is one.
    ///
    /// # Errors
    /// A record that is cut off.
    pub(super) fn advance(&mut self) -> std::io::Result<bool> {
        self.data.clear();
        if self.part.fill_buf()?.is_empty() {
            return Ok(false);
        }
        self.kind = self.number(2)? as u16;
        let size = self.number(4)? as usize;
        if size > MAX_RECORD {
            std::io::copy(&mut self.part.by_ref().take(size as u64), &mut std::io::sink())?;
            return Ok(true);
        }
        self.data.resize(size, 0);
        self.part.read_exact(&mut self.data)?;
        Ok(true)
    }

    /// A number of up to `bytes` bytes, seven bits in each, the lowest first.
    fn number(&mut self, bytes: u32) -> std::io::Result<u32> {
        let mut value = 0;
        for index in 0..bytes {
            let mut byte = [0];
            self.part.read_exact(&mut byte)?;
            value |= u32::from(byte[0] & 0x7f) << (7 * index);
            if byte[0] & 0x80 == 0 {
                break;
            }
        }
        Ok(value)
    }

    /// The byte at `at`, 0 where the record is too short.
    pub(super) fn u8(&self, at: usize) -> u8 {
        self.data.get(at).copied().unwrap_or(0)
    }

    /// The two bytes at `at`, 0 where the record is too short.
    pub(super) fn u16(&self, at: usize) -> u16 {
        u16::from(self.u8(at)) | u16::from(self.u8(at + 1)) << 8
    }

    /// The four bytes at `at`, 0 where the record is too short.
    pub(super) fn u32(&self, at: usize) -> u32 {
        u32::from(self.u16(at)) | u32::from(self.u16(at + 2)) << 16
    }

    /// The eight bytes at `at`, 0 where the record is too short.
    pub(super) fn f64(&self, at: usize) -> f64 {
        f64::from_bits(u64::from(self.u32(at)) | u64::from(self.u32(at + 4)) << 32)
    }

    /// The string at `at` and the place after it; `None` where the record is too short for it. A length of
    /// all ones means no string.
    pub(super) fn text(&self, at: usize) -> Option<(String, usize)> {
        let length = self.u32(at);
        let letters = self.data.get(at + 4..)?;
        if length == u32::MAX {
            return Some((String::new(), at + 4));
        }
        let letters = letters.get(..(length as usize).checked_mul(2)?)?;
        let units: Vec<u16> = letters
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        Some((String::from_utf16_lossy(&units), at + 4 + letters.len()))
    }
}
