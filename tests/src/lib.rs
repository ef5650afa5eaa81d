//! Stories that cross every crate.
