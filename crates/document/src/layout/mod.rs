//! Puts the blocks of a paper on pages, one below the other, and the foot with its number on each page.

mod facts;
mod flow;
mod hand;
mod pictures;
mod styles;
mod table;
mod text;

use crate::blocks::{Block, Paper};
use crate::fonts::Fonts;
use crate::page::Page;
use crate::structure::Structure;
use flow::Flow;

pub(crate) use flow::Bookmark;

/// A paper on its pages.
pub(crate) struct LaidOut {
    /// From the first to the last; at least one.
    pub(crate) pages: Vec<Page>,
    /// What their parts mean.
    pub(crate) structure: Structure,
    /// Headings of the first level.
    pub(crate) bookmarks: Vec<Bookmark>,
}

/// Places everything.
pub(crate) fn lay_out(paper: &Paper, fonts: &Fonts) -> LaidOut {
    let mut flow = Flow::new(paper.sheet, fonts);
    for block in &paper.blocks {
        match block {
            Block::Title { above, text, below } => text::title(&mut flow, above, text, below),
            Block::Heading(level, words) => text::heading(&mut flow, *level, words),
            Block::Paragraph(tone, words) => text::paragraph(&mut flow, *tone, words),
            Block::Share(percent, words) => text::share(&mut flow, *percent, words),
            Block::Facts(all) => facts::facts(&mut flow, all),
            Block::Table(table) => table::table(&mut flow, table),
            Block::Pictures(all) => pictures::pictures(&mut flow, all),
            Block::HandLines(labels) => hand::hand_lines(&mut flow, labels),
            Block::PageBreak => flow.end_page(),
        }
    }
    flow.feet(&paper.footer);
    flow.finish()
}
