//! Names with their values, in two columns.

use super::flow::Flow;
use super::styles::{ASIDE, PLAIN};
use crate::structure::{Mark, Role, Structure};
use crate::wrap::{Style, Wrapped};

/// The share of the width that names have.
const NAMES: f32 = 0.26;

/// Names are as high as values, so that their baselines are one.
const NAME: Style = Style {
    leading: PLAIN.leading,
    ..ASIDE
};

/// The list.
pub(super) fn facts(flow: &mut Flow, facts: &[(String, String)]) {
    if facts.is_empty() {
        return;
    }
    let list = flow.structure.add(Structure::ROOT, Role::List);
    let names = flow.width() * NAMES;
    for (name, value) in facts {
        let item = flow.structure.add(list, Role::ListItem);
        let label = Mark::Part(flow.structure.add(item, Role::Label));
        let body = Mark::Part(flow.structure.add(item, Role::ListBody));
        let name = Wrapped::new(name, NAME, names - 8.0, flow.fonts);
        let value = Wrapped::new(value, PLAIN, flow.width() - names, flow.fonts);
        flow.need(name.height().max(value.height().min(2.0 * PLAIN.leading)));
        flow.lines((flow.left(), 0.0), &name.lines, NAME, label);
        let values_at = flow.left() + names;
        if value.height() <= flow.room() {
            flow.lines((values_at, 0.0), &value.lines, PLAIN, body);
            flow.y += name.height().max(value.height());
        } else {
            flow.text(values_at, &value, body);
        }
        flow.y += 2.0;
    }
    flow.gap(4.0);
}
