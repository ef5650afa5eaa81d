//! Port orders and losing accounts.
