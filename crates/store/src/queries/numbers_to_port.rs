//! Numbers as proposals look at them: all of a migration, so no more of each than decides.

use portflow_domain::entities::PhoneNumber;
use portflow_domain::enums::{Disposition, PortingStatus};
use portflow_domain::ids::{LosingAccountId, MigrationId, PhoneNumberId, PortOrderId};

use crate::error::Result;
use crate::record::record;
use crate::tx::{Tx, rows};

/// What decides whether an order takes a number, and which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberToOrder {
    /// The number.
    pub id: PhoneNumberId,
    /// E.164 without extension.
    pub number: String,
    /// Digits; empty for none.
    pub extension: String,
    /// What is to become of it.
    pub disposition: Disposition,
    /// How far its port has come.
    pub porting_status: PortingStatus,
    /// The account that bills it.
    pub losing_account_id: Option<LosingAccountId>,
    /// Its rate center.
    pub rate_center: Option<String>,
    /// The open order that holds it.
    pub open_port_order_id: Option<PortOrderId>,
}
record!(NumberToOrder {
    id,
    number,
    extension,
    disposition,
    porting_status,
    losing_account_id,
    rate_center,
    open_port_order_id,
});

impl From<PhoneNumber> for NumberToOrder {
    fn from(number: PhoneNumber) -> Self {
        Self {
            id: number.id,
            number: number.number,
            extension: number.extension,
            disposition: number.disposition,
            porting_status: number.porting_status,
            losing_account_id: number.losing_account_id,
            rate_center: number.rate_center,
            open_port_order_id: number.open_port_order_id,
        }
    }
}

/// A number that an account bills.
struct Billed {
    number: String,
}
record!(Billed { number });

/// The numbers of a migration that are meant to port and that nobody has ordered yet, by number and extension.
pub async fn list_numbers_to_port(tx: &mut Tx, migration: MigrationId) -> Result<Vec<NumberToOrder>> {
    let sql = "SELECT id, number, extension, disposition, porting_status, losing_account_id, rate_center, \
        open_port_order_id FROM phone_numbers WHERE migration_id = $1 AND disposition = 'port' \
        AND open_port_order_id IS NULL AND porting_status IN ('not_started', 'loa_rejected') \
        ORDER BY number, extension, id";
    rows!(tx, NumberToOrder, sql, migration)
}

/// What an account bills that has not moved and is in no open order, of whatever migration; each once.
pub async fn list_numbers_left_on_account(tx: &mut Tx, account: LosingAccountId) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT number FROM phone_numbers WHERE losing_account_id = $1 \
        AND open_port_order_id IS NULL AND porting_status NOT IN ('ported', 'verified') ORDER BY number";
    let found = rows!(tx, Billed, sql, account)?;
    Ok(found.into_iter().map(|row| row.number).collect())
}
