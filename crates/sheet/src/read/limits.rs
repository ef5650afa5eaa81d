//! How much a file may ask of the machine before it is refused.

/// Bounds on one file. The defaults leave room for the largest estates seen (some hundred thousand numbers)
/// and keep a reading below about 300 MB of memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub max_file_bytes: usize,
    /// Bytes of all the parts of a workbook once they are unpacked.
    pub max_unpacked_bytes: u64,
    /// How many times its packed size a workbook may unpack to. Only asked of workbooks that unpack to more
    /// than 16 MiB: small ones may compress as well as they like.
    pub max_expansion: u64,
    /// Rows of one sheet, blank ones above the last used row included.
    pub max_rows: usize,
    /// Cells of all sheets together, blank ones left of a row's last used cell included.
    pub max_cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_file_bytes: 100 << 20,
            max_unpacked_bytes: 256 << 20,
            max_expansion: 200,
            max_rows: 500_000,
            max_cells: 5_000_000,
        }
    }
}
