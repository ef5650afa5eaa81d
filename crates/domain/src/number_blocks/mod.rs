//! Numbers that follow each other, seen together: runs with equal facts, the block map with a line for each hundred,
//! and the numbers that a text of ranges stands for.
//!
//! Ranges are derived and never stored: whoever changes a part of one has split it.

mod line;
mod map;
mod ranges;

pub use line::{NumberSpan, spans};
pub use map::{BlockPart, NumberBlock, NumberFacts, NumberMap, NumberRun, OwnedNumber, map_numbers};
pub use ranges::{ADDED_AT_ONCE, RangesRead, RefusedRange, read_ranges};
