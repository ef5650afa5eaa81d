//! PowerShell as a syntax tree. Names in the tree are Rust literals and text is a literal node that one
//! function quotes, so no data can become code.
//!
//! A script is built by `cutover`, printed by `render` and judged by `check`, which reads the printed text
//! again without knowing the tree it came from.

pub mod check;
pub mod cmdlets;
mod cutover;
mod quote;
mod render;
pub mod syntax;

pub use cutover::render_cutover;
pub use quote::{comment_text, quote, unquote};
pub use render::{Script, file_bytes};
