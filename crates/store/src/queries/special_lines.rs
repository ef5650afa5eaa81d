//! A line on which something other than a person's telephone hangs.

use portflow_domain::entities::legacy::SpecialLine;
use portflow_domain::ids::{CustomerId, SiteId, SpecialLineId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(SpecialLine, "special line" in "special_lines" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { losing_account_id, kind, number, location, owner, decision, decided_by, notes }
});

/// Those of a site or of all.
pub async fn list_special_lines(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<SpecialLine>> {
    let mut statement = Statement::new("SELECT * FROM special_lines WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY coalesce(number, ''), coalesce(location, ''), id");
    tx.list(statement).await
}

/// Those at all sites of a customer.
pub async fn list_special_lines_of_customer(
    tx: &mut Tx,
    customer_id: CustomerId,
) -> Result<Vec<SpecialLine>> {
    let mut statement = Statement::new("SELECT * FROM special_lines WHERE customer_id = ");
    statement.bind(&customer_id);
    statement.push(" ORDER BY coalesce(number, ''), coalesce(location, ''), id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_special_line(tx: &mut Tx, id: SpecialLineId) -> Result<Option<SpecialLine>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_special_line(tx: &mut Tx, line: &SpecialLine) -> Result<SpecialLine> {
    insert(tx, line).await
}

/// Writes its fields and gives it as stored.
pub async fn update_special_line(tx: &mut Tx, line: &SpecialLine) -> Result<SpecialLine> {
    update(tx, line).await
}

/// Removes one.
pub async fn delete_special_line(tx: &mut Tx, line: &SpecialLine) -> Result<()> {
    delete(tx, line).await
}
