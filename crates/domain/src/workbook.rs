//! A spreadsheet as the rest of PortFlow sees it, whatever file it came from. `sheet` fills it in; nothing
//! here knows a file format.

use chrono::NaiveDateTime;
use compact_str::CompactString;

/// All sheets of one file, in the file's order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// What the bytes were: `xlsx`, `xlsm`, `xlsb`, `xls`, `ods`, `csv` (a text table, whatever its delimiter)
    /// or `fixed width text` (one whose columns stand at the same positions, such as a captured screen).
    pub format: String,
    /// Of a text table, its encoding: `utf-8`, `utf-16le`, `utf-16be`, each with `-bom` when the file begins
    /// with a byte order mark, or `windows-1252`.
    pub encoding: Option<String>,
    /// Of a text table, what stands between two cells.
    pub delimiter: Option<char>,
    /// The sheets, hidden ones included.
    pub sheets: Vec<Sheet>,
}

/// One sheet: a dense grid that begins at cell A1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The name on the tab; for a csv file the file's stem.
    pub name: String,
    /// Whether a person sees the sheet when the workbook is open.
    pub visibility: Visibility,
    /// Rows from row 1 on; a row may be shorter than the widest one.
    pub rows: Vec<Vec<Cell>>,
    /// 1-based numbers of rows that are hidden or filtered away; such rows are still data.
    pub hidden_rows: Vec<usize>,
    /// 0-based indexes of hidden columns.
    pub hidden_columns: Vec<usize>,
    /// Merged regions as (first row, first column, last row, last column), all 0-based and inclusive.
    pub merged: Vec<(usize, usize, usize, usize)>,
    /// Cells whose value was calculated by a formula, as (row, column), 0-based.
    pub formula_cells: Vec<(usize, usize)>,
    /// Those of `formula_cells` that were never calculated: a program wrote the formula and no value.
    pub formulas_without_value: Vec<(usize, usize)>,
}

/// Whether a sheet shows in Excel's tab bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// On the tab bar.
    #[default]
    Visible,
    /// Hidden; Excel offers to unhide it.
    Hidden,
    /// Hidden from the unhide menu too.
    VeryHidden,
}

/// One cell. Text is exactly as stored: trimming and reading are the importer's business. A large file has a million
/// cells, most with a few letters: those lie in the cell itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing there.
    #[default]
    Empty,
    /// Text.
    Text(CompactString),
    /// A number; telephone numbers typed into Excel arrive like this.
    Number(f64),
    /// A number formatted as a date; time zone unknown.
    Date(NaiveDateTime),
    /// TRUE or FALSE.
    Bool(bool),
    /// An error value as Excel shows it: `#REF!`.
    Error(Box<str>),
}

// What a large file takes in memory is the number of its cells times this.
const _: () = assert!(size_of::<Cell>() == 24);

impl Cell {
    /// The longest text a spreadsheet cell holds, in UTF-16 units; a longer one comes from a text file that
    /// lost its line ends or from no spreadsheet program at all.
    pub const MAX_TEXT: usize = 32_767;

    /// What stands, as an error, in place of a text longer than [`Self::MAX_TEXT`].
    pub const TOO_LONG: &'static str = "#TOO_LONG!";

    /// The cell that holds `text`: empty for no text, the error [`Self::TOO_LONG`] for more than a cell holds.
    pub fn text(text: impl AsRef<str> + Into<CompactString>) -> Self {
        let length = text.as_ref().len();
        if length == 0 {
            Self::Empty
        } else if length > Self::MAX_TEXT && text.as_ref().encode_utf16().count() > Self::MAX_TEXT {
            Self::Error(Self::TOO_LONG.into())
        } else {
            Self::Text(text.into())
        }
    }

    /// Whether the cell's text was longer than [`Self::MAX_TEXT`] and was left out.
    pub fn is_too_long(&self) -> bool {
        matches!(self, Self::Error(error) if **error == *Self::TOO_LONG)
    }

    /// Whether the cell holds nothing but white space.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text
                .chars()
                .all(|c| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'),
            Self::Number(_) | Self::Date(_) | Self::Bool(_) | Self::Error(_) => false,
        }
    }

    /// The cell as a person would read it aloud; numbers without a needless `.0`.
    pub fn display(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.to_string(),
            Self::Error(error) => error.to_string(),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
            Self::Number(number) => number.to_string(),
            Self::Date(date) if date.time() == chrono::NaiveTime::MIN => date.format("%Y-%m-%d").to_string(),
            Self::Date(date) => date.format("%Y-%m-%d %H:%M").to_string(),
            Self::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}

/// The letters of a column, as a spreadsheet program shows them: `A` for 0, `AA` for 26.
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// The 0-based index of a column named by its letters, in either case; none beyond column XFD, Excel's last.
pub fn column_index(letters: &str) -> Option<usize> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut index = 0;
    for letter in letters.chars() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        index = index * 26 + (letter.to_ascii_uppercase() as usize - 'A' as usize + 1);
    }
    (index <= 16_384).then(|| index - 1)
}

/// Row and column, both 0-based, of an address such as `B4`.
pub fn cell_position(address: &str) -> Option<(usize, usize)> {
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let plain = row.bytes().all(|digit| digit.is_ascii_digit());
    let row: usize = row.parse().ok().filter(|_| plain)?;
    let valid = (1..=1_048_576).contains(&row);
    Some((row - usize::from(valid), column_index(letters)?)).filter(|_| valid)
}
