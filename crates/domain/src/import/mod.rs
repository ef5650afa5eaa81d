//! From rows to an import plan.
