//! Field-level differences for the activity log.
