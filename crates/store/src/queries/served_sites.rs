//! Which sites a losing account serves: those of the circuits, special lines and orders that name it.

use portflow_domain::ids::{CustomerId, LosingAccountId, SiteId};

use super::{IDS_PER_STATEMENT, push_optional};
use crate::column::Column;
use crate::error::Result;
use crate::record::record;
use crate::statement::Statement;
use crate::tx::Tx;

/// An account beside a site that it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServedSite {
    /// The account.
    pub losing_account_id: LosingAccountId,
    /// The site.
    pub site_id: SiteId,
}
record!(ServedSite {
    losing_account_id,
    site_id
});

const NAMED: [&str; 3] = [
    "SELECT x.losing_account_id, x.site_id FROM circuits x WHERE x.losing_account_id IS NOT NULL",
    " UNION SELECT x.losing_account_id, x.site_id FROM special_lines x WHERE x.losing_account_id IS NOT NULL",
    " UNION SELECT x.losing_account_id, m.site_id FROM port_orders x JOIN migrations m ON m.id = x.migration_id \
        WHERE m.archived_at IS NULL AND x.losing_account_id IS NOT NULL",
];

/// Every account of a customer or of all with each site that it serves.
pub async fn list_served_sites(tx: &mut Tx, customer_id: Option<CustomerId>) -> Result<Vec<ServedSite>> {
    let mut statement = Statement::default();
    for named in NAMED {
        statement.push(named);
        push_optional(&mut statement, " AND x.customer_id = ", customer_id);
    }
    statement.push(ORDER);
    tx.list(statement).await
}

/// The same of these accounts.
pub async fn list_served_sites_of(tx: &mut Tx, ids: &[LosingAccountId]) -> Result<Vec<ServedSite>> {
    let mut found = Vec::new();
    for part in ids.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::default();
        for named in NAMED {
            statement.push(named).push(" AND x.losing_account_id IN ");
            statement.bind_list(part.iter().map(|id| id.value()));
        }
        statement.push(ORDER);
        found.append(&mut tx.list(statement).await?);
    }
    Ok(found)
}

const ORDER: &str = " ORDER BY losing_account_id, site_id";
