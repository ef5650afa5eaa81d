//! Tables: heads that are repeated on every page, rows that stay whole where a page holds them.

mod rows;
mod widths;

use super::flow::Flow;
use super::styles::{HAIR, HEAD, SHADE};
use crate::blocks::{Align, Column, Table};
use crate::structure::{Mark, PartId, Role, Structure};
use crate::wrap::Wrapped;
use rows::{Tall, wrap};

/// Free space on each side of a text within its cell, in points.
const PAD: f32 = 4.0;
/// Free space between amounts and the column after them, beside [`PAD`].
const PAD_AMOUNT: f32 = 10.0;
/// Free space above and below it.
const PAD_ABOVE: f32 = 3.0;

/// Where a column stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Points from the left edge of the page.
    x: f32,
    width: f32,
    align: Align,
}

/// The table with its head.
pub(super) fn table(flow: &mut Flow, table: &Table) {
    let places = places(flow, table);
    let heads: Vec<Wrapped> = (table.columns.iter().zip(&places))
        .map(|(column, place)| Wrapped::new(&column.head, HEAD, place.width - 2.0 * PAD, flow.fonts))
        .collect();
    let root = flow.structure.add(Structure::ROOT, Role::Table);
    let head = flow.structure.add(root, Role::TableHead);
    let head = flow.structure.add(head, Role::Row);
    let marks: Vec<Mark> = heads
        .iter()
        .map(|_| Mark::Part(flow.structure.add(head, Role::HeadCell)))
        .collect();
    let body = flow.structure.add(root, Role::TableBody);
    let head_height = height(&heads);
    let first = table.rows.first().map(|row| wrap(flow, row, &places));
    let first = first.map_or(0.0, |row| row.least_height());
    flow.need(head_height + first.min(flow.whole() - head_height));
    draw_head(flow, &places, &heads, &marks);
    let repeated: Vec<Mark> = marks.iter().map(|_| Mark::Decoration).collect();
    for row in &table.rows {
        let tall = wrap(flow, row, &places);
        let marks = mark(flow, body, &tall, table.columns.len());
        rows::draw(flow, &places, tall, &marks, |flow| {
            flow.break_page();
            draw_head(flow, &places, &heads, &repeated);
        });
    }
    flow.gap(8.0);
}

fn places(flow: &Flow, table: &Table) -> Vec<Place> {
    let widths = widths::widths(table, flow.width(), flow.fonts);
    let mut x = flow.left();
    let place = |((column, width), after): ((&Column, f32), f32)| {
        let place = Place {
            x,
            width: width - after,
            align: column.align,
        };
        x += width;
        place
    };
    let columns = table.columns.iter().zip(widths).zip(spaces_after(table));
    columns.map(place).collect()
}

/// What is left free behind each column.
fn spaces_after(table: &Table) -> impl Iterator<Item = f32> {
    let last = table.columns.len().saturating_sub(1);
    let columns = table.columns.iter().enumerate();
    columns.map(move |(index, column)| match column.align {
        Align::End if index < last => PAD_AMOUNT,
        Align::End | Align::Start => 0.0,
    })
}

/// The parts of a row, one per cell, and one for its note.
fn mark(flow: &mut Flow, body: PartId, row: &Tall, columns: usize) -> Vec<Mark> {
    let part = flow.structure.add(body, Role::Row);
    let cells = columns + usize::from(row.note.is_some());
    (0..cells)
        .map(|_| Mark::Part(flow.structure.add(part, Role::Cell)))
        .collect()
}

fn draw_head(flow: &mut Flow, places: &[Place], heads: &[Wrapped], marks: &[Mark]) {
    let height = height(heads);
    flow.area((flow.left(), 0.0), (flow.width(), height), SHADE);
    for ((place, head), mark) in places.iter().zip(heads).zip(marks) {
        cell(flow, place, head, *mark, PAD_ABOVE);
    }
    flow.y += height;
    flow.area((flow.left(), -0.5), (flow.width(), 0.5), HAIR);
}

fn height(cells: &[Wrapped]) -> f32 {
    let tallest = cells
        .iter()
        .fold(0.0_f32, |tallest, cell| tallest.max(cell.height()));
    tallest + 2.0 * PAD_ABOVE
}

/// Draws the lines of a cell on the side where its column has them.
fn cell(flow: &mut Flow, place: &Place, text: &Wrapped, mark: Mark, below: f32) {
    let mut below = below;
    for line in &text.lines {
        match place.align {
            Align::Start => flow.lines(
                (place.x + PAD, below),
                std::slice::from_ref(line),
                text.style,
                mark,
            ),
            Align::End => flow.line_to((place.x + place.width - PAD, below), line, text.style, mark),
        }
        below += text.style.leading;
    }
}
