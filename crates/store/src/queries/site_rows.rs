//! What was found at the sites of a customer, kind by kind, as an import compares with it, writes it and takes it back.

use portflow_domain::entities::{
    Circuit, Contact, Device, EmergencyLocation, License, NetworkSegment, SpecialLine,
};
use portflow_domain::ids::{
    CircuitId, ContactId, CustomerId, DeviceId, EmergencyLocationId, EntityId, LicenseId, NetworkSegmentId,
    SiteId, SpecialLineId,
};

use crate::error::Result;
use crate::record::{Table, delete_many};
use crate::row::Only;
use crate::statement::Statement;
use crate::tx::{Tx, rows};

macro_rules! of_customer {
    ($($row:ident by $id:ident: $list:ident, $delete:ident;)+) => {$(
        #[doc = concat!("Every `", stringify!($row), "` at the sites of a customer, in the order in which they were made.")]
        pub async fn $list(tx: &mut Tx, customer_id: CustomerId) -> Result<Vec<$row>> {
            list_of_customer(tx, customer_id).await
        }

        #[doc = concat!("Removes each `", stringify!($row), "` that the caller has read in this transaction.")]
        pub async fn $delete(tx: &mut Tx, ids: &[$id]) -> Result<()> {
            delete_many::<$row>(tx, ids).await
        }
    )+};
}

of_customer! {
    EmergencyLocation by EmergencyLocationId: emergency_locations_of, delete_emergency_locations;
    NetworkSegment by NetworkSegmentId: network_segments_of, delete_network_segments;
    Circuit by CircuitId: circuits_of, delete_circuits;
    SpecialLine by SpecialLineId: special_lines_of, delete_special_lines;
    Device by DeviceId: devices_of, delete_devices;
    License by LicenseId: licenses_of, delete_licenses;
    Contact by ContactId: contacts_of, delete_contacts;
}

async fn list_of_customer<T: Table>(tx: &mut Tx, customer_id: CustomerId) -> Result<Vec<T>> {
    let mut statement = Statement::new("SELECT * FROM ");
    statement
        .push(T::TABLE)
        .push(" WHERE customer_id = ")
        .bind(&customer_id.uuid());
    statement.push(" ORDER BY created_at, id");
    tx.list(statement).await
}

/// The sites of a customer about which somebody said something that no import brings: how far a section is, answers,
/// the legacy system, files.
pub async fn list_sites_described(tx: &mut Tx, customer_id: CustomerId) -> Result<Vec<SiteId>> {
    let sql = "SELECT site_id AS value FROM discovery_sections WHERE customer_id = $1 \
        UNION SELECT site_id FROM questionnaire_answers WHERE customer_id = $1 \
        UNION SELECT site_id FROM legacy_systems WHERE customer_id = $1 \
        UNION SELECT site_id FROM attachments WHERE customer_id = $1 AND site_id IS NOT NULL";
    let found = rows!(tx, Only<SiteId>, sql, customer_id)?;
    Ok(found.into_iter().map(|Only(id)| id).collect())
}
