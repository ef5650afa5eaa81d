//! Documents for people as PDF: pages with headings, lists, tables and pictures, and the papers made of them.
//!
//! The only crate that names a PDF library. `blocks` is what a paper says, `layout` puts it on pages, `paint` writes
//! the file; `discovery` and `loa` are such papers. It is told everything, the day included: equal papers are equal bytes.

pub mod blocks;
pub mod discovery;
mod error;
mod fonts;
mod layout;
pub mod loa;
mod page;
mod paint;
mod picture;
mod structure;
pub mod words;
mod wrap;

pub use blocks::{Paper, Sheet};
pub use discovery::{DiscoveryReport, render_discovery};
pub use error::DocumentError;
pub use loa::{LoaLetter, render_loa};

/// The PDF of a paper.
///
/// # Errors
/// The PDF library refused what it was given; a picture that cannot be shown is a line of text and no error.
pub fn render(paper: &Paper) -> Result<Vec<u8>, DocumentError> {
    let fonts = fonts::Fonts::load()?;
    let laid_out = layout::lay_out(paper, &fonts);
    paint::paint(paper, laid_out, &fonts)
}
