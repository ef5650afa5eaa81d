//! What a paper says, block after block, before anybody knows on which page it will stand.

use chrono::NaiveDate;

/// The size of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Sheet {
    /// What printers hold in a country, by its ISO 3166 code of two letters.
    pub fn of_country(country: &str) -> Self {
        match country {
            "US" | "CA" => Self::Letter,
            _ => Self::A4,
        }
    }

    /// Width and height in points of 1/72 inch.
    pub(crate) fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// A document: what it is called, how it is printed, and what it says.
#[derive(Debug, Clone)]
pub struct Paper {
    /// Its title, as a viewer shows it.
    pub title: String,
    /// The size of its pages.
    pub sheet: Sheet,
    /// Its date.
    pub dated: NaiveDate,
    /// At the foot of every page, beside the page's number.
    pub footer: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a paper that stands below the one before it.
#[derive(Debug, Clone)]
pub enum Block {
    /// The paper's title, with a line above it and one below.
    Title {
        /// For whom or of whom it is.
        above: String,
        /// The title.
        text: String,
        /// Lines that place it: an address, a day.
        below: Vec<String>,
    },
    /// A heading of level 1 or 2; it stays with what follows.
    Heading(u8, String),
    /// Sentences.
    Paragraph(Tone, String),
    /// How much of a whole is reached, in percent, with what that says.
    Share(u32, String),
    /// Names with their values, one below the other.
    Facts(Vec<(String, String)>),
    /// Rows and columns.
    Table(Table),
    /// Pictures with their captions, two beside each other.
    Pictures(Vec<Picture>),
    /// Lines to write on, with what belongs on each.
    HandLines(Vec<String>),
    /// What follows begins a page.
    PageBreak,
}

/// How a paragraph is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As the text of the paper.
    Plain,
    /// Smaller and lighter, beside what matters more.
    Aside,
    /// Bold.
    Strong,
}

/// Rows below heads that are repeated on every page.
#[derive(Debug, Clone)]
pub struct Table {
    /// The columns; at least one.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Where its texts stand.
    pub align: Align,
    /// Its share of the table's width, in percent; without one in every column, columns are as wide as texts need.
    pub share: Option<u8>,
}

impl Column {
    /// A column of texts.
    pub fn text(head: &str) -> Self {
        Self {
            head: head.to_owned(),
            align: Align::Start,
            share: None,
        }
    }

    /// A column of amounts.
    pub fn amount(head: &str) -> Self {
        Self {
            head: head.to_owned(),
            align: Align::End,
            share: None,
        }
    }

    /// The column with a share of the width, so that tables below each other line up.
    pub fn wide(self, percent: u8) -> Self {
        let share = Some(percent);
        Self { share, ..self }
    }
}

/// On which side of a column its texts stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Where reading begins.
    Start,
    /// Where it ends, as amounts do.
    End,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// A text per column; an empty one is shown as a dash.
    pub cells: Vec<String>,
    /// What is said of the row below its cells, over all columns.
    pub note: Option<String>,
    /// Whether it sums up the rows above it.
    pub is_sum: bool,
}

impl Row {
    /// A row without a note.
    pub fn of(cells: impl IntoIterator<Item = String>) -> Self {
        Self {
            cells: cells.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The row with something said of it; an empty text says nothing.
    pub fn noted(mut self, note: String) -> Self {
        self.note = Some(note).filter(|note| !note.is_empty());
        self
    }

    /// The row as the sum of those above.
    pub fn sum(mut self) -> Self {
        self.is_sum = true;
        self
    }
}

/// A picture in a JPEG or PNG file.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Name of the file.
    pub name: String,
    /// What it shows.
    pub caption: Option<String>,
    /// Such as `image/jpeg`.
    pub media_type: String,
    /// The file; it is shown as its pixels lie, whatever it says about the camera.
    pub bytes: Vec<u8>,
}
