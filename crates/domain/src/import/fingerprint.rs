//! A short text that stands for a whole plan.

use std::fmt::Write;

use super::conflicts::record_key;
use super::{ImportPlan, PlannedRecord};
use crate::coded::Coded;

/// A short text that changes whenever the plan would do something else: outcomes, recognised rows and their
/// revisions, changes and reasons. Commit refuses when it differs from the preview's.
pub fn fingerprint(plan: &ImportPlan) -> String {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    for planned in &plan.records {
        let PlannedRecord {
            record,
            outcome,
            stored,
            changes,
            conflicts,
            number_step,
        } = planned;
        let key = record.values.as_ref().map(record_key).unwrap_or_default();
        let head = (
            record.sheet,
            record.source_row,
            record.ordinal,
            outcome.code(),
            key,
        );
        // Writing into the hash cannot fail.
        let _ = write!(hash, "{head:?}{stored:?}{number_step:?}{changes:?}{conflicts:?}");
        for issue in &record.issues {
            let _ = write!(hash, "{}{:?}", issue.code, issue.of_row);
        }
    }
    format!("{:016x}-{}", hash.0, plan.records.len())
}

/// FNV-1a with 64 bits: stable across machines and versions; nothing here is a secret.
struct Fnv(u64);

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}
