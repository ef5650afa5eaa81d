//! How far the discovery of every site is.

use portflow_domain::discovery::DiscoveryFinding;
use portflow_domain::enums::SpecialLineDecision;
use portflow_domain::ids::CustomerId;
use portflow_store::queries::{customers, sites};
use std::collections::BTreeMap;

use super::facts::Kept;
use super::findings::Around;
use crate::context::Context;
use crate::dto::customers::OfCustomer;
use crate::dto::discovery::{SiteDiscovery, SiteScore};
use crate::error::Result;

/// Sites that are not archived, by customer and name. However many there are, the number of queries is the same.
pub async fn list(cx: &Context, request: OfCustomer) -> Result<Vec<SiteScore>> {
    let mut tx = cx.read().await?;
    let sites = sites::list_sites(&mut tx, request.customer_id).await?;
    let mut kept = Kept::read(&mut tx, None).await?;
    let around = Around::of_sites(&mut tx, request.customer_id).await?;
    let customers = customers::list_customers(&mut tx).await?;
    let names: BTreeMap<CustomerId, String> = customers.into_iter().map(|it| (it.id, it.name)).collect();
    let mut scores = Vec::new();
    for site in sites {
        let customer_name = names.get(&site.customer_id).cloned().unwrap_or_default();
        scores.push(score(around.check(kept.of(site)?), customer_name));
    }
    // Stable, so sites keep the order of their names.
    scores.sort_by_key(|score| portflow_domain::entities::fold(&score.customer_name));
    Ok(scores)
}

fn score(of: SiteDiscovery, customer_name: String) -> SiteScore {
    let missing = of
        .completeness
        .sections
        .iter()
        .flat_map(|section| &section.missing);
    let lines = of.special_lines.iter();
    let errors = of
        .findings
        .iter()
        .filter(|it| DiscoveryFinding::is_error(it))
        .count();
    SiteScore {
        site_id: of.site.id,
        customer_id: of.site.customer_id,
        customer_name,
        score: of.completeness.score,
        missing_required: missing.filter(|item| item.required).count(),
        undecided_lines: lines
            .filter(|it| it.decision == SpecialLineDecision::Unknown)
            .count(),
        errors,
        warnings: of.findings.len() - errors,
        site_name: of.site.name,
        city: of.site.city,
        state: of.site.state,
    }
}
