//! Rows of a table. A row that no page holds as a whole is broken between its lines.

use super::super::flow::Flow;
use super::super::styles::{ASIDE, CELL, HAIR, SHADE, SUM};
use super::{PAD, PAD_ABOVE, Place, cell};
use crate::blocks::{Align, Row};
use crate::structure::Mark;
use crate::wrap::Wrapped;

/// What stands for a cell without a text.
const NOTHING: &str = "\u{2013}";

/// A row in lines, or what is left of it for the next page.
pub(super) struct Tall {
    cells: Vec<Wrapped>,
    /// Below the cells, over all columns.
    pub(super) note: Option<Wrapped>,
    is_sum: bool,
}

impl Tall {
    fn height(&self) -> f32 {
        let cells = self
            .cells
            .iter()
            .fold(0.0_f32, |tallest, cell| tallest.max(cell.height()));
        cells + self.note.as_ref().map_or(0.0, Wrapped::height) + 2.0 * PAD_ABOVE
    }

    /// What has to stand below the head: the row, or the first two lines of a tall one.
    pub(super) fn least_height(&self) -> f32 {
        self.height().min(2.0 * CELL.leading + 2.0 * PAD_ABOVE)
    }

    /// Takes as many lines as `room` holds, at least one; what is left is another row.
    fn take(self, room: f32) -> (Self, Option<Self>) {
        let room = room - 2.0 * PAD_ABOVE;
        let fits = |room: f32, leading: f32| ((room / leading) as usize).max(1);
        let count = fits(room, CELL.leading);
        let is_cells_left = self.cells.iter().any(|cell| cell.lines.len() > count);
        let (cells, cells_left): (Vec<_>, Vec<_>) =
            self.cells.into_iter().map(|cell| split(cell, count)).unzip();
        let used = cells
            .iter()
            .fold(0.0_f32, |tallest, cell| tallest.max(cell.height()));
        let (note, note_left) = match self.note {
            Some(note) if is_cells_left => (None, Some(note)),
            Some(note) if used + note.height() <= room => (Some(note), None),
            Some(note) => {
                let count = ((room - used).max(0.0) / ASIDE.leading) as usize;
                let (now, left) = split(note, count);
                (Some(now), Some(left))
            }
            None => (None, None),
        };
        let left = (is_cells_left || note_left.is_some()).then_some(Self {
            cells: cells_left,
            note: note_left,
            is_sum: self.is_sum,
        });
        let now = Self {
            cells,
            note,
            is_sum: self.is_sum,
        };
        (now, left)
    }
}

/// A row in lines as wide as its columns.
pub(super) fn wrap(flow: &Flow, row: &Row, places: &[Place]) -> Tall {
    let style = if row.is_sum { SUM } else { CELL };
    let texts = row.cells.iter().map(String::as_str).chain(std::iter::repeat(""));
    let cells = texts.zip(places).map(|(text, place)| {
        let text = if text.trim().is_empty() { NOTHING } else { text };
        Wrapped::new(text, style, place.width - 2.0 * PAD, flow.fonts)
    });
    let wide = flow.width() - 2.0 * PAD;
    Tall {
        cells: cells.collect(),
        note: row
            .note
            .as_ref()
            .map(|note| Wrapped::new(note, ASIDE, wide, flow.fonts)),
        is_sum: row.is_sum,
    }
}

/// Draws a row, on the next page where this one has no room; `next` goes there and draws the head.
pub(super) fn draw<'a>(
    flow: &mut Flow<'a>,
    places: &[Place],
    row: Tall,
    marks: &[Mark],
    mut next: impl FnMut(&mut Flow<'a>),
) {
    let mut rest = Some(row);
    let mut is_page_fresh = false;
    while let Some(row) = rest.take() {
        if row.height() <= flow.room() {
            draw_lines(flow, places, &row, marks);
            return;
        }
        let holds_whole = row.height() <= flow.whole() - 2.0 * CELL.leading;
        if !is_page_fresh && (holds_whole || flow.room() < row.least_height()) {
            next(flow);
            is_page_fresh = true;
            rest = Some(row);
            continue;
        }
        let (now, left) = row.take(flow.room());
        draw_lines(flow, places, &now, marks);
        if left.is_some() {
            next(flow);
            is_page_fresh = true;
        }
        rest = left;
    }
}

fn draw_lines(flow: &mut Flow, places: &[Place], row: &Tall, marks: &[Mark]) {
    let height = row.height();
    if row.is_sum {
        flow.area((flow.left(), 0.0), (flow.width(), height), SHADE);
    }
    let mut tallest = 0.0_f32;
    for ((place, text), mark) in places.iter().zip(&row.cells).zip(marks) {
        cell(flow, place, text, *mark, PAD_ABOVE);
        tallest = tallest.max(text.height());
    }
    if let (Some(note), Some(mark)) = (&row.note, marks.get(places.len())) {
        let all = Place {
            x: flow.left(),
            width: flow.width(),
            align: Align::Start,
        };
        cell(flow, &all, note, *mark, PAD_ABOVE + tallest);
    }
    flow.y += height;
    flow.area((flow.left(), -0.5), (flow.width(), 0.5), HAIR);
}

fn split(mut text: Wrapped, at: usize) -> (Wrapped, Wrapped) {
    let at = at.min(text.lines.len());
    let left = text.lines.split_off(at);
    let left = Wrapped {
        style: text.style,
        lines: left,
    };
    (text, left)
}
