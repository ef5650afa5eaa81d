//! Why a file could not be read, in words for the person who dropped it.

/// A file that gives no workbook. The message says what the file is; [`ReadError::hints`] say what to do.
///
/// Messages never quote cells, so they are safe to log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Not one byte.
    #[error("The file is empty.")]
    Empty,
    /// A readable file in which no cell holds anything.
    #[error("The file has no rows: every cell is blank.")]
    NoRows,
    /// A workbook without a single worksheet.
    #[error("The workbook has no worksheets.")]
    NoSheets,
    /// A workbook that Excel encrypted with a password.
    #[error("This workbook is password-protected.")]
    PasswordProtected,
    /// A spreadsheet in a format that this version does not read.
    #[error("This is {what}, which PortFlow cannot read.")]
    UnsupportedSpreadsheet {
        /// The format with its article: `an old Excel workbook (.xls)`.
        what: &'static str,
    },
    /// A document of another program.
    #[error("This is {what}, not a spreadsheet.")]
    NotASpreadsheet {
        /// The kind with its article: `a Word document`.
        what: &'static str,
    },
    /// HTML, which many web portals call an Excel export.
    #[error("This is a web page (HTML), although its name may say Excel.")]
    WebPage,
    /// Files packed together.
    #[error("This is {what}: the spreadsheets are packed inside it.")]
    Archive {
        /// The kind with its article: `a tar archive`.
        what: &'static str,
    },
    /// Bytes that are neither a known format nor text.
    #[error("This is not a text file and not a workbook.")]
    Binary,
    /// A workbook whose bytes are cut off or contradict each other.
    #[error("The workbook is damaged or incomplete.")]
    Damaged {
        /// The library's own words, for the log.
        detail: String,
    },
    /// A workbook one of whose sheets cannot be read.
    #[error("The sheet \"{sheet}\" is damaged or incomplete.")]
    DamagedSheet {
        /// The name on the tab.
        sheet: String,
        /// The library's own words, for the log.
        detail: String,
    },
    /// More than [`super::Limits`] allow.
    #[error("The file is too large: more than {limit} {what}.")]
    TooLarge {
        /// What there is too much of: `rows in one sheet`.
        what: &'static str,
        /// The most that is allowed.
        limit: u64,
    },
    /// A small file that unpacks to a huge one: a mistake of a program or an attack.
    #[error("The file unpacks to more than {limit} times its size, which no real workbook does.")]
    ExpandsTooMuch {
        /// The most that is allowed.
        limit: u64,
    },
    /// Text in which some lines are UTF-8 and others are not.
    #[error("The text mixes encodings: line {utf8_line} is UTF-8, line {other_line} is not.")]
    MixedEncoding {
        /// First line with UTF-8 letters, 1-based.
        utf8_line: usize,
        /// First line that is not UTF-8, 1-based.
        other_line: usize,
    },
    /// A quotation mark without its partner; going on would merge two people into one.
    #[error("Line {line} opens a quotation mark that is not closed properly.")]
    UnbalancedQuote {
        /// The line in which the quoted cell begins, 1-based.
        line: usize,
    },
}

impl ReadError {
    /// A stable snake_case word for callers that branch on the cause.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty_file",
            Self::NoRows => "no_rows",
            Self::NoSheets => "no_sheets",
            Self::PasswordProtected => "password_protected",
            Self::UnsupportedSpreadsheet { .. } => "unsupported_spreadsheet",
            Self::NotASpreadsheet { .. } => "not_a_spreadsheet",
            Self::WebPage => "web_page",
            Self::Archive { .. } => "archive",
            Self::Binary => "binary",
            Self::Damaged { .. } => "damaged",
            Self::DamagedSheet { .. } => "damaged_sheet",
            Self::TooLarge { .. } => "too_large",
            Self::ExpandsTooMuch { .. } => "expands_too_much",
            Self::MixedEncoding { .. } => "mixed_encoding",
            Self::UnbalancedQuote { .. } => "unbalanced_quote",
        }
    }

    /// What the person can do, the likeliest remedy first.
    pub fn hints(&self) -> &'static [&'static str] {
        match self {
            Self::Empty | Self::NoRows => &["Export the file again and check that it has rows."],
            Self::NoSheets => &["Open the file in Excel and check that it has a worksheet with rows."],
            Self::PasswordProtected => {
                &["Open it in Excel, remove the password under File > Info > Protect Workbook, and save."]
            }
            Self::UnsupportedSpreadsheet { .. } | Self::WebPage => {
                &["Open the file in Excel and save it as .xlsx."]
            }
            Self::NotASpreadsheet { .. } | Self::Binary => &[
                "Choose an Excel workbook (.xlsx) or a text table (.csv).",
                "If the list stands in another program, copy it into Excel and save it as .xlsx.",
            ],
            Self::Archive { .. } => &["Unpack it first, then choose one of the files inside."],
            Self::Damaged { .. } | Self::DamagedSheet { .. } => &[
                "Copy or download the file again.",
                "Open it in Excel, let Excel repair it, and save it as .xlsx.",
            ],
            Self::TooLarge { .. } => &[
                "Delete unused rows, columns and sheets (Ctrl+End shows the last used cell), and save.",
                "Split the list into several files.",
            ],
            Self::ExpandsTooMuch { .. } => &["Open the file in Excel and save it again as .xlsx."],
            Self::MixedEncoding { .. } => {
                &["Open the file in an editor, correct the letters in that line, and save it as UTF-8."]
            }
            Self::UnbalancedQuote { .. } => &[
                "Remove the stray quotation mark from that line, or double it (\"\") if it belongs to the text.",
            ],
        }
    }

    /// The refusal of a file that has more than `limit` of something.
    pub(super) fn too_large(what: &'static str, limit: usize) -> Self {
        Self::TooLarge {
            what,
            limit: limit as u64,
        }
    }

    /// The refusal of a workbook that the library gave up on.
    pub(super) fn damaged(detail: impl std::fmt::Display) -> Self {
        Self::Damaged {
            detail: detail.to_string(),
        }
    }
}

/// Why the reading of one sheet stopped.
pub(super) enum Stop {
    /// The sheet contradicts itself; in the reader's words.
    Damage(String),
    /// A limit was reached.
    Refused(ReadError),
}

impl Stop {
    /// Damage in the reader's words.
    pub(super) fn damage(detail: impl std::fmt::Display) -> Self {
        Self::Damage(detail.to_string())
    }

    /// The error with the sheet's name.
    pub(super) fn in_sheet(self, sheet: &str) -> ReadError {
        match self {
            Self::Damage(detail) => ReadError::DamagedSheet {
                sheet: sheet.to_owned(),
                detail,
            },
            Self::Refused(error) => error,
        }
    }
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Refused(error)
    }
}
