//! Making port orders, changing them, and taking their steps.

use chrono::NaiveDate;
use portflow_app::dto::order_changes::{AdoptPortOrder, SupplementPortOrder};
use portflow_app::dto::orders::{
    AddPortOrder, ChangeOrderNumbers, Foc, NumberOutcome, TransitionPortOrder, UpdatePortOrder,
};
use portflow_app::{ApiError, Result};
use portflow_domain::entities::PortOrder;
use portflow_domain::ids::{MigrationId, PhoneNumberId};
use portflow_domain::transitions::port_order::NumberChoice;
use serde_json::{Value, json};
use std::path::PathBuf;

use super::number_list::number_list;
use super::reject_recipe::recipe;
use crate::args::{Adopt, NewOrder, OrderNumbers, Proof, SetOrder, Step, Supplement};
use crate::client::Client;
use crate::output::{Style, or_dash};

pub(super) async fn add(client: &Client, style: Style, asked: NewOrder) -> Result<String> {
    let order: PortOrder = client
        .call("port_order_add", new_order(client, asked).await?)
        .await?;
    style.show(&order, |it| {
        format!("Added the order {} as a draft.", or_dash(&it.pon))
    })
}

async fn new_order(client: &Client, asked: NewOrder) -> Result<AddPortOrder> {
    let migration = client.migration(&asked.migration).await?;
    let values = asked.values;
    let signer_contact_id = match &values.signer {
        Some(name) => Some(client.contact(&migration, name).await?.id),
        None => None,
    };
    let losing_account_id = match &asked.account {
        Some(account) => Some(client.account(&migration, account).await?.id),
        None => None,
    };
    Ok(AddPortOrder {
        migration_id: migration.migration.id,
        losing_account_id,
        phone_number_ids: number_list(client, &asked.numbers, migration.migration.id).await?,
        scope: values.scope,
        pon: values.pon,
        desired_date: values.desired_date,
        new_btn: values.new_btn,
        signer_contact_id,
        resporg_id: values.resporg,
        notes: values.notes,
    })
}

pub(super) async fn adopt(client: &Client, style: Style, asked: Adopt) -> Result<String> {
    let request = AdoptPortOrder {
        order: new_order(client, asked.order).await?,
        status: asked.status,
        reason: asked.reason,
        foc: foc(&asked.proof)?,
        signed_on: asked.proof.signed_on,
        evidence_file_id: file(client, asked.proof.evidence.as_ref())?,
    };
    let order: PortOrder = client.call("port_order_adopt", request).await?;
    style.show(&order, |it| {
        format!(
            "Took over the order {}, which is {}.",
            or_dash(&it.pon),
            it.status
        )
    })
}

/// A file's handle, where one is named.
fn file(client: &Client, path: Option<&PathBuf>) -> Result<Option<String>> {
    path.map(|path| client.file(path)).transpose()
}

/// An order as stored now.
async fn stored(client: &Client, key: &str) -> Result<PortOrder> {
    let id = client.order(key).await?.id;
    let detail: Value = client.call("port_order_get", json!({ "id": id })).await?;
    serde_json::from_value(detail["order"].clone()).map_err(|error| ApiError::internal(&error))
}

pub(super) async fn set(client: &Client, style: Style, asked: SetOrder) -> Result<String> {
    let order = stored(client, &asked.order).await?;
    let values = asked.values;
    let signer_contact_id = match &values.signer {
        Some(name) => {
            let contact = client.contact_of(Some(order.customer_id), name).await?;
            Some(contact.id)
        }
        None => order.signer_contact_id,
    };
    let request = UpdatePortOrder {
        id: order.id,
        revision: order.revision,
        scope: values.scope.unwrap_or(order.scope),
        pon: values.pon.or(order.pon).unwrap_or_default(),
        desired_date: values.desired_date.or(order.desired_date),
        new_btn: values.new_btn.or(order.new_btn),
        signer_contact_id,
        resporg_id: values.resporg.or(order.resporg_id),
        ring_to_number: asked.ring_to,
        coverage: asked.coverage,
        notes: values.notes.or(order.notes),
    };
    let order: PortOrder = client.call("port_order_update", request).await?;
    style.show(&order, |it| format!("Changed the order {}.", or_dash(&it.pon)))
}

/// The numbers of a list that may be absent.
async fn listed(
    client: &Client,
    text: Option<&String>,
    migration: MigrationId,
) -> Result<Vec<PhoneNumberId>> {
    match text {
        Some(text) => number_list(client, text, migration).await,
        None => Ok(Vec::new()),
    }
}

pub(super) async fn numbers(client: &Client, style: Style, asked: OrderNumbers) -> Result<String> {
    let row = client.order(&asked.order).await?;
    let request = ChangeOrderNumbers {
        id: row.id,
        revision: row.revision,
        add: listed(client, asked.add.as_ref(), row.migration_id).await?,
        remove: listed(client, asked.remove.as_ref(), row.migration_id).await?,
    };
    let order: PortOrder = client.call("port_order_numbers", request).await?;
    style.show(&order, |it| {
        format!("Changed the numbers of the order {}.", or_dash(&it.pon))
    })
}

pub(super) async fn supplement(client: &Client, style: Style, asked: Supplement) -> Result<String> {
    let row = client.order(&asked.order).await?;
    let request = SupplementPortOrder {
        id: row.id,
        revision: row.revision,
        reason: asked.reason,
        desired_date: asked.desired_date,
        new_btn: asked.new_btn,
        add: listed(client, asked.add.as_ref(), row.migration_id).await?,
        remove: listed(client, asked.remove.as_ref(), row.migration_id).await?,
        signed_on: asked.signed_on,
        signer_contact_id: None,
        evidence_file_id: file(client, asked.evidence.as_ref())?,
    };
    let order: PortOrder = client.call("port_order_supplement", request).await?;
    style.show(&order, |it| {
        format!("Sent version {} of the order {}.", it.version, or_dash(&it.pon))
    })
}

pub(super) async fn transition(client: &Client, style: Style, asked: Step) -> Result<String> {
    let row = client.order(&asked.order).await?;
    let recipe = asked.reject_code.as_deref().map(recipe).unwrap_or_default();
    let request = TransitionPortOrder {
        id: row.id,
        revision: row.revision,
        to: asked.to,
        reason: asked.reason,
        reject_code: asked.reject_code,
        foc: foc(&asked.proof)?,
        signed_on: asked.proof.signed_on,
        signer_contact_id: None,
        evidence_file_id: file(client, asked.proof.evidence.as_ref())?,
        outcomes: outcomes(client, &asked.outcomes, row.migration_id).await?,
        snapback_agreed: asked.snapback_agreed,
    };
    let order: PortOrder = client.call("port_order_transition", request).await?;
    style.show(&order, |it| {
        let done = format!("{} is {} now.", or_dash(&it.pon), it.status);
        format!("{done}\n{recipe}").trim_end().to_owned()
    })
}

/// What became of each number that is named.
async fn outcomes(client: &Client, said: &[String], migration: MigrationId) -> Result<Vec<NumberOutcome>> {
    let mut outcomes = Vec::new();
    for said in said {
        let malformed = || {
            ApiError::invalid(
                "outcomes",
                format!("'{said}' does not say what became of which numbers."),
            )
            .hint("Write it as ported=2145550100,2145550101.")
        };
        let (choice, numbers) = said.split_once('=').ok_or_else(malformed)?;
        let choice: NumberChoice = choice.trim().parse().map_err(|_| malformed())?;
        let ids = number_list(client, numbers, migration).await?;
        outcomes.extend(ids.into_iter().map(|phone_number_id| NumberOutcome {
            phone_number_id,
            choice,
        }));
    }
    Ok(outcomes)
}

/// The carrier's commitment, where one is given.
fn foc(proof: &Proof) -> Result<Option<Foc>> {
    let Some(text) = &proof.foc else { return Ok(None) };
    let malformed = || {
        ApiError::invalid("foc", format!("'{text}' is not a date and time."))
            .hint("Write it as \"2027-02-09 10:00\".")
    };
    let (date, time) = text.trim().split_once(' ').ok_or_else(malformed)?;
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| malformed())?;
    Ok(Some(Foc {
        date,
        time: time.trim().to_owned(),
        zone: proof.foc_zone.clone(),
    }))
}
