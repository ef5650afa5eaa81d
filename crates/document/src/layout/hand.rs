//! Lines to write on by hand, two beside each other, each with what belongs there below it.

use super::flow::Flow;
use super::styles::{ASIDE, INK};
use crate::structure::{Mark, Role, Structure};
use crate::wrap::Wrapped;

/// Between the two of a row, in points.
const BETWEEN: f32 = 24.0;
/// The room above a line, for what is written.
const WRITING: f32 = 30.0;
/// A row with the words below its lines.
const ROW: f32 = WRITING + 16.0;

/// All of them, on one page.
pub(super) fn hand_lines(flow: &mut Flow, labels: &[String]) {
    let rows = labels.chunks(2);
    flow.need(rows.len() as f32 * ROW);
    let width = (flow.width() - BETWEEN) / 2.0;
    for row in rows {
        let mut x = flow.left();
        for label in row {
            flow.area((x, WRITING), (width, 0.75), INK);
            let part = Mark::Part(flow.structure.add(Structure::ROOT, Role::Paragraph));
            let words = Wrapped::new(label, ASIDE, width, flow.fonts);
            flow.lines((x, WRITING + 2.0), &words.lines, ASIDE, part);
            x += width + BETWEEN;
        }
        flow.y += ROW;
    }
}
