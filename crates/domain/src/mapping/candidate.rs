//! A column before it has a field: what is known of it, and what it may be.

use super::ImportField;
use super::content::Content;
use super::synonyms::{Known, Meaning};

/// The percentage of cells of one kind that makes up for an unknown header.
pub(super) const CLEAR_SHARE: u8 = 60;

/// A column before any field is given away.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    /// 0-based position in the sheet.
    pub(super) index: usize,
    /// As it is shown; empty where there is none.
    pub(super) header: String,
    /// The header without the index of its group, as one lower-case word; the same for a numbered series.
    pub(super) series: String,
    /// The index of a numbered group, or a menu key.
    pub(super) group: Option<String>,
    pub(super) known: Option<Known>,
    pub(super) secret: bool,
    pub(super) content: Content,
    pub(super) samples: Vec<String>,
}

impl Facts {
    /// The fields that the header names; none when it is unknown or left out.
    pub(super) fn fields(&self) -> &'static [ImportField] {
        match self.known.map(|known| known.meaning) {
            Some(Meaning::Fields(fields)) => fields,
            Some(Meaning::LeftOut(_)) | None => &[],
        }
    }
}

/// A field that a column may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) field: ImportField,
    /// 0 to 100.
    pub(super) score: u8,
    pub(super) why: String,
}

/// What a column may be, and what is said of it when it becomes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) candidates: Vec<Candidate>,
    pub(super) otherwise: (u8, String),
    /// Nothing but the cells speaks for the candidates.
    pub(super) from_cells: bool,
}

impl Options {
    pub(super) fn none(confidence: u8, why: impl Into<String>) -> Self {
        Self {
            candidates: Vec::new(),
            otherwise: (confidence, why.into()),
            from_cells: false,
        }
    }
}
