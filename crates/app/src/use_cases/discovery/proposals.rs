//! What a site proposes to later steps, so that nobody types again what was learnt there.

use portflow_domain::entities::{Circuit, Contact, Customer, LosingAccount, PostalAddress, Site, fold};
use portflow_domain::enums::ContactKind;
use portflow_domain::ids::{ContactId, MigrationId, SiteId};
use portflow_domain::porting::account::e164;
use portflow_store::Tx;
use portflow_store::queries::{circuits, contacts, customers, migrations, sites};

use super::facts::group;
use super::find_site;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::ById;
use crate::dto::accounts::LosingAccountValues;
use crate::dto::customers::OfCustomer;
use crate::dto::site_uses::{AccountProposal, OrderProposal};
use crate::error::{ApiError, Result};
use crate::use_cases::optional;

/// What sites propose for new losing accounts: one for each carrier and BTN of circuits that no account bills yet,
/// and one for a site without such circuits.
pub async fn for_accounts(cx: &Context, request: OfCustomer) -> Result<Vec<AccountProposal>> {
    let mut tx = cx.read().await?;
    let customers = customers::list_customers(&mut tx).await?;
    let circuits = match request.customer_id {
        Some(id) => circuits::list_circuits_of_customer(&mut tx, id).await?,
        None => circuits::list_circuits(&mut tx, None).await?,
    };
    let mut circuits = group(circuits, |it| it.site_id);
    let mut proposals = Vec::new();
    for site in sites::list_sites(&mut tx, request.customer_id).await? {
        let Some(customer) = customers.iter().find(|it| it.id == site.customer_id) else {
            continue;
        };
        proposals.extend(of_site(
            customer,
            &site,
            circuits.remove(&site.id).unwrap_or_default(),
        ));
    }
    Ok(proposals)
}

/// What the site of a migration proposes for a new order.
pub async fn for_order(cx: &Context, request: ById<MigrationId>) -> Result<OrderProposal> {
    let mut tx = cx.read().await?;
    let migration = migrations::find_migration(&mut tx, request.id)
        .await?
        .ok_or_else(|| ApiError::not_found("migration", request.id))?;
    let site = find_site(&mut tx, migration.site_id).await?;
    Ok(OrderProposal {
        signer_contact_id: signer(&mut tx, &site).await?,
    })
}

/// Whoever may sign at a site; none where several may, because only a person can choose.
pub(in crate::use_cases) async fn signer(tx: &mut Tx, site: &Site) -> Result<Option<ContactId>> {
    let contacts = contacts::list_contacts(tx, Some(site.customer_id)).await?;
    Ok(only_signer(&contacts, site.id))
}

/// The site's own signer, or else the company's.
pub(super) fn only_signer(contacts: &[Contact], site: SiteId) -> Option<ContactId> {
    let signers = |of: Option<SiteId>| {
        let found = contacts
            .iter()
            .filter(move |it| it.kind == ContactKind::AuthorizedSigner && it.site_id == of);
        found.map(|it| it.id).collect::<Vec<_>>()
    };
    let own = signers(Some(site));
    let signers = if own.is_empty() { signers(None) } else { own };
    match signers.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Fills in what a person left out of a new account at a site. A carrier or BTN that was entered stays, and where
/// several circuits would fit none is guessed.
pub(in crate::use_cases) async fn fill_account(
    tx: &mut Tx,
    site: SiteId,
    entered: LosingAccountValues,
) -> Result<LosingAccountValues> {
    let site = find_site(tx, site).await?;
    let customer = customers::find_customer(tx, site.customer_id).await?;
    let customer = customer.ok_or_else(|| ApiError::not_found("customer", site.customer_id))?;
    let of_circuits = circuits::list_circuits(tx, Some(site.id)).await?;
    let proposals = of_site(&customer, &site, of_circuits);
    let blank_or = |text: &str, proposed: &Option<String>, is_same: fn(&str, &str) -> bool| {
        text.trim().is_empty() || proposed.as_ref().is_some_and(|it| is_same(it, text))
    };
    let fits = |it: &&AccountProposal| {
        blank_or(&entered.carrier_name, &it.carrier_name, same_name)
            && blank_or(&entered.btn, &it.btn, same_btn)
    };
    let fitting: Vec<&AccountProposal> = proposals.iter().filter(fits).collect();
    let (carrier_name, btn) = match fitting.as_slice() {
        [only] => (only.carrier_name.clone(), only.btn.clone()),
        _ => (None, None),
    };
    let Some(any) = proposals.first() else {
        return Ok(entered);
    };
    let given =
        |text: &String, proposed: Option<String>| optional(Some(text)).or(proposed).unwrap_or_default();
    Ok(LosingAccountValues {
        carrier_name: given(&entered.carrier_name, carrier_name),
        btn: given(&entered.btn, btn),
        name_on_account: given(&entered.name_on_account, Some(any.name_on_account.clone())),
        csr_address: entered.csr_address.or_else(|| any.csr_address.clone()),
        ..entered
    })
}

/// Notes on the site's circuits of this carrier and BTN that the new account bills them.
pub(in crate::use_cases) async fn bill_circuits(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    site: SiteId,
    account: &LosingAccount,
) -> Result<()> {
    let btn = account.btn.clone().unwrap_or_default();
    for before in circuits::list_circuits(tx, Some(site)).await? {
        let is_billed = before.losing_account_id.is_none()
            && same_name(&before.carrier_name, &account.carrier_name)
            && before.btn.as_ref().is_some_and(|it| same_btn(it, &btn));
        if !is_billed {
            continue;
        }
        let wanted = Circuit {
            losing_account_id: Some(account.id),
            updated_at: cx.now(),
            ..before.clone()
        };
        let after = circuits::update_circuit(tx, &wanted).await?;
        act.updated(&before, &after)?;
    }
    Ok(())
}

/// The address of a site, where it has a street.
pub(super) fn address(site: &Site) -> Option<PostalAddress> {
    Some(PostalAddress {
        street: Some(site.street.clone()?),
        city: site.city.clone(),
        state: site.state.clone(),
        postal_code: site.postal_code.clone(),
        country: Some(site.country.clone()),
    })
}

/// Whether two spellings are one billing telephone number.
pub(super) fn same_btn(one: &str, other: &str) -> bool {
    e164(one) == e164(other)
}

fn same_name(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

fn of_site(customer: &Customer, site: &Site, circuits: Vec<Circuit>) -> Vec<AccountProposal> {
    let proposal = |carrier_name, btn| AccountProposal {
        site_id: site.id,
        site_name: site.name.clone(),
        carrier_name,
        btn,
        name_on_account: customer
            .legal_name
            .clone()
            .unwrap_or_else(|| customer.name.clone()),
        csr_address: address(site),
    };
    let mut proposals: Vec<AccountProposal> = Vec::new();
    for circuit in circuits {
        let is_known = |it: &AccountProposal| {
            let carrier = it.carrier_name.as_ref();
            carrier.is_some_and(|it| same_name(it, &circuit.carrier_name)) && it.btn == circuit.btn
        };
        if circuit.losing_account_id.is_none() && !proposals.iter().any(is_known) {
            proposals.push(proposal(Some(circuit.carrier_name), circuit.btn));
        }
    }
    if proposals.is_empty() {
        proposals.push(proposal(None, None));
    }
    proposals
}
