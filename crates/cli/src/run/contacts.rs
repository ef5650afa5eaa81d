//! People at the customer.

use portflow_app::Result;
use portflow_app::dto::customers::{AddContact, OfCustomer, RemoveContact, UpdateContact};
use portflow_domain::entities::Contact;
use portflow_domain::enums::ContactKind;
use portflow_domain::ids::SiteId;
use serde_json::Value;

use crate::args::{ContactAction, ContactFields};
use crate::client::Client;
use crate::output::{Style, or_dash};

/// Does what was asked.
pub async fn run(client: &Client, style: Style, action: ContactAction) -> Result<String> {
    match action {
        ContactAction::Add {
            customer,
            kind,
            name,
            more,
        } => {
            let add = AddContact {
                customer_id: client.customer(&customer).await?.id,
                site_id: site(client, more.site.as_deref(), None).await?,
                kind,
                name,
                title: more.title,
                email: more.email,
                phone: more.phone,
            };
            let contact: Contact = client.call("contact_add", add).await?;
            style.show(&contact, |it| format!("Added {} ({}).", it.name, it.kind))
        }
        ContactAction::List => list(client, style).await,
        ContactAction::Set {
            contact,
            customer,
            kind,
            name,
            more,
        } => {
            let before = find(client, customer.as_deref(), &contact).await?;
            let update = changed(client, before, kind, name, more).await?;
            let contact: Contact = client.call("contact_update", update).await?;
            style.show(&contact, |it| format!("Changed {} ({}).", it.name, it.kind))
        }
        ContactAction::Remove { contact, customer } => {
            let Contact {
                id, revision, name, ..
            } = find(client, customer.as_deref(), &contact).await?;
            let done: Value = client
                .call("contact_remove", RemoveContact { id, revision })
                .await?;
            style.show(&done, |_| format!("Removed {name}."))
        }
    }
}

async fn list(client: &Client, style: Style) -> Result<String> {
    let contacts: Vec<Contact> = client.call("contact_list", OfCustomer::default()).await?;
    style.table(&contacts, &["name", "kind", "e-mail", "phone"], |it| {
        vec![
            it.name.clone(),
            it.kind.to_string(),
            or_dash(&it.email),
            or_dash(&it.phone),
        ]
    })
}

async fn find(client: &Client, customer: Option<&str>, key: &str) -> Result<Contact> {
    let customer_id = match customer {
        Some(customer) => Some(client.customer(customer).await?.id),
        None => None,
    };
    client.contact_of(customer_id, key).await
}

/// The contact with what was named in place of what it had.
async fn changed(
    client: &Client,
    before: Contact,
    kind: Option<ContactKind>,
    name: Option<String>,
    more: ContactFields,
) -> Result<UpdateContact> {
    Ok(UpdateContact {
        id: before.id,
        revision: before.revision,
        site_id: site(client, more.site.as_deref(), before.site_id).await?,
        kind: kind.unwrap_or(before.kind),
        name: name.unwrap_or(before.name),
        title: more.title.or(before.title),
        email: more.email.or(before.email),
        phone: more.phone.or(before.phone),
    })
}

/// The named site; none for an empty name, and the one before where nothing is named.
async fn site(client: &Client, named: Option<&str>, before: Option<SiteId>) -> Result<Option<SiteId>> {
    match named {
        None => Ok(before),
        Some("") => Ok(None),
        Some(named) => Ok(Some(client.site(named).await?.id)),
    }
}
