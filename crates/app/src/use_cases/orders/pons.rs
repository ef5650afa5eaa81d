//! Purchase order numbers: each is an order's own, and who names none gets the next of the form `PF-0001`.

use std::collections::BTreeSet;

use portflow_store::Tx;
use portflow_store::queries::port_orders;

use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::optional;

/// The purchase order numbers in use, read once for all orders of an act.
pub(super) struct Pons {
    taken: BTreeSet<String>,
    /// The last number of the form `PF-0001`, or nothing.
    last: u32,
}

impl Pons {
    pub(super) async fn load(tx: &mut Tx) -> Result<Self> {
        let taken: BTreeSet<String> = port_orders::list_pons(tx).await?.into_iter().collect();
        let last = taken.iter().filter_map(|pon| counted(pon)).max();
        Ok(Self {
            taken,
            last: last.unwrap_or(0),
        })
    }

    /// The PON given, or the next one; taken ones are refused.
    pub(super) fn take(&mut self, given: Option<&String>) -> Result<String> {
        let pon = optional(given).unwrap_or_else(|| format!("PF-{:04}", self.last + 1));
        if !self.taken.insert(pon.clone()) {
            let message = format!("Another order has the PON {pon}.");
            return Err(ApiError {
                field: Some("pon".to_owned()),
                ..ApiError::new(ErrorCode::Conflict, message)
            });
        }
        self.last = self.last.max(counted(&pon).unwrap_or(0));
        Ok(pon)
    }
}

fn counted(pon: &str) -> Option<u32> {
    pon.strip_prefix("PF-")?.parse().ok()
}
