//! Site discovery: what is learnt at a site before anything is moved, how much of it is known, and what that stops.

mod answers;
mod facts;
mod findings;
mod holidays;
mod hours;
mod kinds;
mod list;
mod networks;
mod proposals;
mod report;
mod rows;
mod sections;
mod take;
mod uses;
mod values;
mod workbook;

use portflow_domain::discovery::circuits::{MonthlyCosts, monthly_costs};
use portflow_domain::discovery::completeness::{Gate, SiteCompleteness, gate};
use portflow_domain::entities::{Migration, Site};
use portflow_domain::ids::SiteId;
use portflow_store::Tx;
use portflow_store::queries::sites;

pub use answers::set as answer_set;
pub(super) use findings::{closes_account, named_account};
pub use holidays::set as holiday_set;
pub use hours::set as hours_set;
pub use list::list;
pub(super) use proposals::{bill_circuits, fill_account, signer};
pub use proposals::{for_accounts, for_order};
pub use report::export as report_export;
pub(super) use rows::{Frame, SiteRow};
pub use rows::{remove, save};
pub use sections::set as section_set;
pub use take::take;
pub use uses::list as used_by;
pub(super) use values::phone_number;
pub use workbook::{apply as workbook_apply, export as workbook_export, read as workbook_read};

use crate::context::Context;
use crate::dto::ById;
use crate::dto::discovery::SiteDiscovery;
use crate::error::{ApiError, Result};

/// Everything that was learnt at a site, with what is missing and what speaks against it.
pub async fn read(cx: &Context, request: ById<SiteId>) -> Result<SiteDiscovery> {
    checked(&mut cx.read().await?, request.id).await
}

/// The same within a transaction that may hold more.
pub(crate) async fn checked(tx: &mut Tx, id: SiteId) -> Result<SiteDiscovery> {
    let learnt = facts::learnt(tx, id).await?;
    let around = findings::Around::of_site(tx, &learnt.site).await?;
    Ok(around.check(learnt))
}

/// How much of a site is known, what is missing and why it matters.
pub async fn site_completeness(cx: &Context, request: ById<SiteId>) -> Result<SiteCompleteness> {
    Ok(facts::learnt(&mut cx.read().await?, request.id)
        .await?
        .completeness)
}

/// What a site costs a month, today and after the migration.
pub async fn costs(cx: &Context, request: ById<SiteId>) -> Result<MonthlyCosts> {
    let learnt = facts::learnt(&mut cx.read().await?, request.id).await?;
    Ok(monthly_costs(&learnt.circuits, &learnt.licenses))
}

/// Whether a migration may leave discovery, with what its site still owes.
pub(super) async fn gate_of(tx: &mut Tx, migration: &Migration, reason: Option<&str>) -> Result<Gate> {
    let learnt = facts::learnt(tx, migration.site_id).await?;
    Ok(gate(&[learnt.completeness], reason))
}

/// The site or a refusal.
async fn find_site(tx: &mut Tx, id: SiteId) -> Result<Site> {
    let found = sites::find_site(tx, id).await?;
    found.ok_or_else(|| ApiError::not_found("site", id))
}
