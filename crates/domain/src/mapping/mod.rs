//! Which column means what.
