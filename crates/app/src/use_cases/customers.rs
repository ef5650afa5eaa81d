//! Customer companies.

use portflow_domain::entities::Customer;
use portflow_store::queries::customers;

use super::{optional, required, time_zone};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::customers::{AddCustomer, UpdateCustomer};
use crate::error::{ApiError, Result};

/// Customers that are not archived, by name.
pub async fn list(cx: &Context, _: Empty) -> Result<Vec<Customer>> {
    Ok(customers::list_customers(&mut cx.read().await?).await?)
}

/// Adds a customer.
pub async fn add(cx: &Context, request: AddCustomer) -> Result<Customer> {
    let now = cx.now();
    let blank = Customer {
        id: cx.id(),
        name: String::new(),
        legal_name: None,
        tenant_domain: None,
        tenant_id: None,
        time_zone: String::new(),
        is_demo: false,
        notes: None,
        archived_at: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    let customer = with_values(blank, &request)?;
    let mut tx = cx.write().await?;
    let customer = customers::insert_customer(&mut tx, &customer).await?;
    let mut act = Act::begin(cx);
    act.created(&customer)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(customer)
}

/// Stores new values for a customer.
pub async fn update(cx: &Context, request: UpdateCustomer) -> Result<Customer> {
    let mut tx = cx.write().await?;
    let found = customers::find_customer(&mut tx, request.id).await?;
    let before = found.ok_or_else(|| ApiError::not_found("customer", request.id))?;
    let mut wanted = with_values(before.clone(), &request.values)?;
    wanted.revision = request.revision;
    wanted.updated_at = cx.now();
    let after = customers::update_customer(&mut tx, &wanted).await?;
    let mut act = Act::begin(cx);
    act.updated(&before, &after)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(after)
}

fn with_values(customer: Customer, values: &AddCustomer) -> Result<Customer> {
    let tenant_id = optional(values.tenant_id.as_ref());
    if tenant_id
        .as_ref()
        .is_some_and(|id| uuid::Uuid::parse_str(id).is_err())
    {
        return Err(ApiError::invalid("tenantId", "The tenant id is not a GUID.")
            .hint("Copy it from the Entra admin center: Overview, Tenant ID."));
    }
    let zone = optional(values.time_zone.as_ref()).unwrap_or_else(|| "America/New_York".to_owned());
    Ok(Customer {
        name: required("name", "The customer's name", &values.name)?,
        legal_name: optional(values.legal_name.as_ref()),
        tenant_domain: optional(values.tenant_domain.as_ref()),
        tenant_id,
        time_zone: time_zone("timeZone", &zone)?,
        is_demo: values.is_demo,
        notes: optional(values.notes.as_ref()),
        ..customer
    })
}
