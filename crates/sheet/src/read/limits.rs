//! How much a file may ask of the machine before it is refused.

/// Columns of an Excel sheet.
pub(super) const MAX_COLUMNS: usize = 16_384;

/// Bounds on one file. The defaults leave room for a full Excel sheet of eleven columns, the largest estate
/// that is expected; a table of a hundred thousand rows takes about a tenth of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub max_file_bytes: usize,
    /// Bytes of all the parts of a workbook once they are unpacked. They are streamed, not kept.
    pub max_unpacked_bytes: u64,
    /// Bytes of a workbook's shared strings once they are unpacked. They are kept while the sheets are read.
    pub max_string_bytes: u64,
    /// Bytes of text in all cells together: many cells can share one long text.
    pub max_text_bytes: usize,
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
            max_file_bytes: 512 << 20,
            max_unpacked_bytes: 2 << 30,
            max_string_bytes: 256 << 20,
            max_text_bytes: 512 << 20,
            max_expansion: 200,
            max_rows: 1_048_576,
            max_cells: 12_000_000,
        }
    }
}
