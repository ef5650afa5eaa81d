//! What can keep a document from being made.

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// A font that is built in cannot be read, which a test rules out.
    #[error("the font {0} cannot be read")]
    Font(&'static str),
    /// The PDF library's own words.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}
