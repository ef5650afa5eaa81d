//! Where the next part of a paper stands: the current page, how far down it, and what is left of it.

use krilla::image::Image;

use super::LaidOut;
use super::styles::{FOOT, HAIR};
use crate::blocks::Sheet;
use crate::fonts::Fonts;
use crate::page::{Area, Ink, Item, Page};
use crate::structure::{Mark, Structure};
use crate::wrap::{Color, Line, Style, Wrapped};

/// Free paper around the text, in points.
const MARGIN: f32 = 50.0;
/// What the foot takes of the lower margin.
const FOOT_ROOM: f32 = 24.0;

/// A heading to jump to.
pub(crate) struct Bookmark {
    /// From 0.
    pub(crate) page: usize,
    /// Points from the upper edge.
    pub(crate) y: f32,
    /// The heading.
    pub(crate) text: String,
}

/// Pages that are being filled.
pub(super) struct Flow<'a> {
    /// What texts are measured with.
    pub(super) fonts: &'a Fonts,
    /// What the parts mean.
    pub(super) structure: Structure,
    /// How far down the page is filled, in points.
    pub(super) y: f32,
    size: (f32, f32),
    pages: Vec<Page>,
    bookmarks: Vec<Bookmark>,
}

impl<'a> Flow<'a> {
    /// An empty first page.
    pub(super) fn new(sheet: Sheet, fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            structure: Structure::new(),
            y: MARGIN,
            size: sheet.size(),
            pages: vec![Page::default()],
            bookmarks: Vec::new(),
        }
    }

    /// Where lines begin.
    pub(super) fn left(&self) -> f32 {
        MARGIN
    }

    /// The longest line.
    pub(super) fn width(&self) -> f32 {
        self.size.0 - 2.0 * MARGIN
    }

    /// What an empty page holds.
    pub(super) fn whole(&self) -> f32 {
        self.size.1 - 2.0 * MARGIN - FOOT_ROOM
    }

    /// What is left of the page.
    pub(super) fn room(&self) -> f32 {
        self.whole() + MARGIN - self.y
    }

    /// Whether nothing stands on the page yet.
    pub(super) fn is_page_empty(&self) -> bool {
        self.y <= MARGIN
    }

    /// Leaves space below what came before; a page does not begin with it.
    pub(super) fn gap(&mut self, height: f32) {
        if !self.is_page_empty() {
            self.y += height;
        }
    }

    /// Goes to the next page unless so much is left of this one.
    pub(super) fn need(&mut self, height: f32) {
        if self.room() < height && !self.is_page_empty() {
            self.break_page();
        }
    }

    /// Goes to the next page.
    pub(super) fn break_page(&mut self) {
        self.pages.push(Page::default());
        self.y = MARGIN;
    }

    /// Ends the page, unless nothing stands on it.
    pub(super) fn end_page(&mut self) {
        if !self.is_page_empty() {
            self.break_page();
        }
    }

    /// Remembers that something begins here.
    pub(super) fn bookmark(&mut self, text: &str) {
        self.bookmarks.push(Bookmark {
            page: self.pages.len() - 1,
            y: self.y,
            text: text.to_owned(),
        });
    }

    /// Draws lines from `x` on, the first one's upper edge `below` points under where the page is filled to.
    pub(super) fn lines(&mut self, (x, below): (f32, f32), lines: &[Line], style: Style, mark: Mark) {
        let mut top = self.y + below;
        for line in lines {
            self.line((x, top), line, style, mark);
            top += style.leading;
        }
    }

    /// Draws a line with its right end at `right`.
    pub(super) fn line_to(&mut self, (right, below): (f32, f32), line: &Line, style: Style, mark: Mark) {
        self.line((right - line.width, self.y + below), line, style, mark);
    }

    /// Writes a text over pages, as many lines on each as it holds.
    pub(super) fn text(&mut self, x: f32, text: &Wrapped, mark: Mark) {
        for line in &text.lines {
            self.need(text.style.leading);
            self.line((x, self.y), line, text.style, mark);
            self.y += text.style.leading;
        }
    }

    /// Fills an area, its upper edge `below` points under where the page is filled to.
    pub(super) fn area(&mut self, (x, below): (f32, f32), (width, height): (f32, f32), color: Color) {
        let area = self.at((x, below), (width, height));
        self.draw(Mark::Decoration, Ink::Area { area, color });
    }

    /// Places a picture in the same way.
    pub(super) fn picture(&mut self, at: (f32, f32), size: (f32, f32), image: Image, mark: Mark) {
        let area = self.at(at, size);
        self.draw(mark, Ink::Picture { area, image });
    }

    /// Writes the foot of every page.
    pub(super) fn feet(&mut self, footer: &str) {
        let all = self.pages.len();
        let top = self.size.1 - MARGIN - 11.0;
        for index in 0..all {
            let number = Wrapped::new(
                &format!("Page {} of {all}", index + 1),
                FOOT,
                self.width(),
                self.fonts,
            );
            let beside = self.width() - number.width() - 20.0;
            let footer = Wrapped::new(footer, FOOT, beside, self.fonts);
            let baseline = FOOT.baseline(self.fonts.face(FOOT.weight));
            let right = self.left() + self.width() - number.width();
            let texts = [(self.left(), footer.lines.first()), (right, number.lines.first())];
            let hair = Area {
                x: self.left(),
                y: top - 5.0,
                width: self.width(),
                height: 0.5,
            };
            let mut items = vec![Ink::Area {
                area: hair,
                color: HAIR,
            }];
            for (x, line) in texts {
                items.extend(line.map(|line| Ink::Text {
                    x,
                    y: top + baseline,
                    style: FOOT,
                    line: line.clone(),
                }));
            }
            if let Some(page) = self.pages.get_mut(index) {
                page.items.extend(items.into_iter().map(|ink| Item {
                    mark: Mark::Decoration,
                    ink,
                }));
            }
        }
    }

    /// The pages.
    pub(super) fn finish(self) -> LaidOut {
        LaidOut {
            pages: self.pages,
            structure: self.structure,
            bookmarks: self.bookmarks,
        }
    }

    fn line(&mut self, (x, top): (f32, f32), line: &Line, style: Style, mark: Mark) {
        let y = top + style.baseline(self.fonts.face(style.weight));
        let line = line.clone();
        self.draw(mark, Ink::Text { x, y, style, line });
    }

    fn at(&self, (x, below): (f32, f32), (width, height): (f32, f32)) -> Area {
        Area {
            x,
            y: self.y + below,
            width,
            height,
        }
    }

    fn draw(&mut self, mark: Mark, ink: Ink) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(Item { mark, ink });
        }
    }
}
