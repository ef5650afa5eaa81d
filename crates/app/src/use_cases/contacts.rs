//! People at the customer: who signs, who decides, whom to call.

use portflow_domain::entities::Contact;
use portflow_domain::ids::{CustomerId, SiteId};
use portflow_store::Tx;
use portflow_store::queries::{contacts, port_orders, sites};

use super::{optional, required};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::customers::{AddContact, OfCustomer, RemoveContact, UpdateContact};
use crate::error::{ApiError, ErrorCode, Result};

/// Orders that a refusal names.
const NAMED_ORDERS: usize = 5;

/// Contacts by name.
pub async fn list(cx: &Context, request: OfCustomer) -> Result<Vec<Contact>> {
    Ok(contacts::list_contacts(&mut cx.read().await?, request.customer_id).await?)
}

/// Adds a contact.
pub async fn add(cx: &Context, request: AddContact) -> Result<Contact> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let contact = add_within(cx, &mut tx, &mut act, request).await?;
    act.commit(tx).await?;
    Ok(contact)
}

/// The same as a part of a larger act.
pub(super) async fn add_within(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    request: AddContact,
) -> Result<Contact> {
    let now = cx.now();
    let contact = Contact {
        id: cx.id(),
        customer_id: request.customer_id,
        site_id: request.site_id,
        kind: request.kind,
        name: required("name", "The contact's name", &request.name)?,
        title: optional(request.title.as_ref()),
        email: optional(request.email.as_ref()),
        phone: optional(request.phone.as_ref()),
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    check_site(tx, contact.customer_id, contact.site_id).await?;
    let contact = contacts::insert_contact(tx, &contact).await?;
    act.created(&contact)?;
    Ok(contact)
}

/// Stores new values for a contact.
pub async fn update(cx: &Context, request: UpdateContact) -> Result<Contact> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let after = update_within(cx, &mut tx, &mut act, request).await?;
    act.commit(tx).await?;
    Ok(after)
}

/// The same as a part of a larger act.
pub(super) async fn update_within(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    request: UpdateContact,
) -> Result<Contact> {
    let found = contacts::find_contact(tx, request.id).await?;
    let before = found.ok_or_else(|| ApiError::not_found("contact", request.id))?;
    let wanted = Contact {
        site_id: request.site_id,
        kind: request.kind,
        name: required("name", "The contact's name", &request.name)?,
        title: optional(request.title.as_ref()),
        email: optional(request.email.as_ref()),
        phone: optional(request.phone.as_ref()),
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    check_site(tx, wanted.customer_id, wanted.site_id).await?;
    let after = contacts::update_contact(tx, &wanted).await?;
    act.updated(&before, &after)?;
    Ok(after)
}

/// Removes a contact that no order names and that is still as the caller saw it.
pub async fn remove(cx: &Context, request: RemoveContact) -> Result<Empty> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    remove_within(&mut tx, &mut act, request).await?;
    act.commit(tx).await?;
    Ok(Empty {})
}

/// The same as a part of a larger act.
pub(super) async fn remove_within(tx: &mut Tx, act: &mut Act<'_>, request: RemoveContact) -> Result<()> {
    let found = contacts::find_contact(tx, request.id).await?;
    let contact = found.ok_or_else(|| ApiError::not_found("contact", request.id))?;
    if contact.revision != request.revision {
        let text = format!("{} was changed by someone else.", contact.name);
        return Err(ApiError::new(ErrorCode::Conflict, text).hint("Read it again and repeat."));
    }
    check_unnamed(tx, &contact).await?;
    contacts::delete_contact(tx, &contact).await?;
    act.deleted(&contact)
}

/// The site of a contact has to be one of the same customer.
async fn check_site(tx: &mut Tx, customer: CustomerId, site: Option<SiteId>) -> Result<()> {
    let Some(id) = site else {
        return Ok(());
    };
    let found = sites::find_site(tx, id).await?;
    let found = found.filter(|site| site.customer_id == customer);
    found
        .map(|_| ())
        .ok_or_else(|| ApiError::invalid("siteId", "That site is not one of this customer."))
}

/// Whoever signs for an order stays with it: the letter of authorization names them.
async fn check_unnamed(tx: &mut Tx, contact: &Contact) -> Result<()> {
    let orders = port_orders::list_orders_of_customer(tx, Some(contact.customer_id)).await?;
    let signed = orders
        .iter()
        .filter(|it| it.signer_contact_id == Some(contact.id));
    let names: Vec<String> = signed
        .map(|it| it.pon.clone().unwrap_or_else(|| it.id.to_string()))
        .collect();
    if names.is_empty() {
        return Ok(());
    }
    let shown = names
        .iter()
        .take(NAMED_ORDERS)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let more = match names.len().saturating_sub(NAMED_ORDERS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let text = format!(
        "{} signs for the port orders {shown}{more} and cannot be removed.",
        contact.name
    );
    Err(ApiError::refused(text)
        .hint("Name another signer in these orders while they are drafts, or keep the contact."))
}
