//! What is written can be read: texts, tables, pictures, damaged files and odd letters.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod discovery;
mod layout;
mod loa;
mod pdf;
mod pictures;
