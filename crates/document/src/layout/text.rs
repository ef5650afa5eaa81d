//! Titles, headings, paragraphs and a share of a whole.

use super::flow::Flow;
use super::styles::{ABOVE, ACCENT, ASIDE, BELOW, HAIR, HEADING, PLAIN, STRONG, SUBHEADING, TITLE};
use crate::blocks::Tone;
use crate::structure::{Mark, Role, Structure};
use crate::wrap::{Style, Wrapped};

/// What has to follow a heading on its page, in points: a few lines of a table or a paragraph.
const AFTER_HEADING: f32 = 60.0;
/// The same for one of the first level, which another heading may follow.
const AFTER_FIRST: f32 = 110.0;

/// The title of a paper with the lines around it.
pub(super) fn title(flow: &mut Flow, above: &str, text: &str, below: &[String]) {
    block(flow, above, ABOVE, Role::Paragraph);
    block(flow, text, TITLE, Role::Heading(1, text.to_owned()));
    flow.gap(2.0);
    for line in below {
        block(flow, line, BELOW, Role::Paragraph);
    }
    flow.gap(8.0);
    flow.area((flow.left(), 0.0), (flow.width(), 1.5), ACCENT);
    flow.gap(10.0);
}

/// A heading; those of the first level can be jumped to.
pub(super) fn heading(flow: &mut Flow, level: u8, text: &str) {
    let (style, before, after, follows) = match level {
        1 => (HEADING, 16.0, 4.0, AFTER_FIRST),
        _ => (SUBHEADING, 9.0, 3.0, AFTER_HEADING),
    };
    flow.gap(before);
    let height = Wrapped::new(text, style, flow.width(), flow.fonts).height();
    flow.need(height + follows);
    if level == 1 {
        flow.bookmark(text);
    }
    // The title of the paper is the heading of the first level.
    block(
        flow,
        text,
        style,
        Role::Heading(level.saturating_add(1), text.to_owned()),
    );
    flow.gap(after);
}

/// Sentences.
pub(super) fn paragraph(flow: &mut Flow, tone: Tone, text: &str) {
    let style = match tone {
        Tone::Plain => PLAIN,
        Tone::Aside => ASIDE,
        Tone::Strong => STRONG,
    };
    flow.need(style.leading * 2.0);
    block(flow, text, style, Role::Paragraph);
    flow.gap(4.0);
}

/// A bar that is filled as far as the share goes, and what that says.
pub(super) fn share(flow: &mut Flow, percent: u32, text: &str) {
    flow.need(STRONG.leading + 18.0);
    block(flow, text, STRONG, Role::Paragraph);
    flow.gap(3.0);
    let (left, width) = (flow.left(), flow.width());
    flow.area((left, 0.0), (width, 6.0), HAIR);
    let filled = width * percent.min(100) as f32 / 100.0;
    if filled > 0.0 {
        flow.area((left, 0.0), (filled, 6.0), ACCENT);
    }
    flow.gap(14.0);
}

fn block(flow: &mut Flow, text: &str, style: Style, role: Role) {
    let part = flow.structure.add(Structure::ROOT, role);
    let wrapped = Wrapped::new(text, style, flow.width(), flow.fonts);
    flow.text(flow.left(), &wrapped, Mark::Part(part));
}
