//! Every state machine, edge by edge.
