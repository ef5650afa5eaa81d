//! Pages as lists of what is drawn on them: positions are points from the upper left corner.

use krilla::image::Image;

use crate::structure::Mark;
use crate::wrap::{Color, Line, Style};

/// A page.
#[derive(Default)]
pub(crate) struct Page {
    /// In the order in which they are drawn.
    pub(crate) items: Vec<Item>,
}

/// Something drawn, and what it is a part of.
pub(crate) struct Item {
    pub(crate) mark: Mark,
    pub(crate) ink: Ink,
}

/// What is drawn.
pub(crate) enum Ink {
    /// A line of text from `x` on, its baseline at `y`.
    Text {
        x: f32,
        y: f32,
        style: Style,
        line: Line,
    },
    /// A filled area.
    Area { area: Area, color: Color },
    /// A picture that fills an area.
    Picture { area: Area, image: Image },
}

/// A rectangle.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}
