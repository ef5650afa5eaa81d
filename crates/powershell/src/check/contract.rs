//! The commands PortFlow may emit, read from `contract.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, serde::Deserialize)]
pub(super) struct Contract {
    pub common_parameters: Vec<String>,
    pub error_actions: Vec<String>,
    pub commands: BTreeMap<String, CommandContract>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct CommandContract {
    pub parameters: BTreeMap<String, ParameterContract>,
    pub sets: Vec<ParameterSet>,
}

#[derive(Debug, serde::Deserialize)]
pub(super) struct ParameterContract {
    /// Whether the parameter takes no value.
    #[serde(default)]
    pub switch: bool,
    /// The values it takes; empty when any will do.
    #[serde(default)]
    pub values: Vec<String>,
}

/// Parameters that may stand together.
#[derive(Debug, serde::Deserialize)]
pub(super) struct ParameterSet {
    pub mandatory: Vec<String>,
    pub optional: Vec<String>,
}

#[allow(
    clippy::expect_used,
    reason = "the file is part of the program and read by its tests"
)]
pub(super) static CONTRACT: LazyLock<Contract> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../contract.json")).expect("contract.json is well formed")
});
