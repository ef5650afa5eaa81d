//! People at the customer: who signs, who decides, whom to call.

use portflow_domain::entities::Contact;
use portflow_store::queries::contacts;

use super::{optional, required};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::customers::{AddContact, OfCustomer};
use crate::error::Result;

/// Contacts by name.
pub async fn list(cx: &Context, request: OfCustomer) -> Result<Vec<Contact>> {
    Ok(contacts::list_contacts(&mut cx.read().await?, request.customer_id).await?)
}

/// Adds a contact.
pub async fn add(cx: &Context, request: AddContact) -> Result<Contact> {
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
    let mut tx = cx.write().await?;
    let contact = contacts::insert_contact(&mut tx, &contact).await?;
    let mut act = Act::begin(cx);
    act.created(&contact)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(contact)
}
