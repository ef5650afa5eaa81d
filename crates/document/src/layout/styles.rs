//! How the parts of every paper look.

use crate::fonts::Weight;
use crate::wrap::{Color, Style};

pub(super) const INK: Color = Color(0x1c, 0x23, 0x2b);
pub(super) const SOFT: Color = Color(0x57, 0x61, 0x6d);
pub(super) const ACCENT: Color = Color(0x1d, 0x5f, 0xa8);
pub(super) const HAIR: Color = Color(0xcf, 0xd5, 0xdc);
pub(super) const SHADE: Color = Color(0xf1, 0xf4, 0xf7);

pub(super) const TITLE: Style = style(Weight::Bold, 20.0, 26.0, INK);
pub(super) const ABOVE: Style = style(Weight::Bold, 10.0, 14.0, ACCENT);
pub(super) const BELOW: Style = style(Weight::Regular, 10.0, 14.0, SOFT);
pub(super) const HEADING: Style = style(Weight::Bold, 13.0, 18.0, INK);
pub(super) const SUBHEADING: Style = style(Weight::Bold, 10.0, 14.0, INK);
pub(super) const PLAIN: Style = style(Weight::Regular, 9.5, 13.5, INK);
pub(super) const STRONG: Style = style(Weight::Bold, 9.5, 13.5, INK);
pub(super) const ASIDE: Style = style(Weight::Regular, 8.5, 12.0, SOFT);
pub(super) const CELL: Style = style(Weight::Regular, 8.5, 11.5, INK);
pub(super) const SUM: Style = style(Weight::Bold, 8.5, 11.5, INK);
pub(super) const HEAD: Style = style(Weight::Bold, 8.0, 11.0, SOFT);
pub(super) const FOOT: Style = style(Weight::Regular, 8.0, 11.0, SOFT);

const fn style(weight: Weight, size: f32, leading: f32, color: Color) -> Style {
    Style {
        weight,
        size,
        leading,
        color,
    }
}
