//! Gaining carriers: their profiles and the days on which they port.

use portflow_app::dto::ById;
use portflow_app::dto::carriers::{
    AskPortDates, CarrierDetail, CarrierWorkbook, ConfirmCarrier, ExportCarrier, ImportCarrier,
    ImportedCarrier, ReadCarrierWorkbook, UpdateCarrier,
};
use portflow_app::dto::workspace::SavedFile;
use portflow_app::{ApiError, Result};
use portflow_domain::coded::Coded;
use portflow_domain::entities::Carrier;
use portflow_domain::porting::carrier::CarrierProfile;
use portflow_domain::porting::port_dates::PortDates;
use serde_json::{Value, json};
use std::path::Path;

use crate::args::{CarrierAction, CarrierDates};
use crate::client::Client;
use crate::output::{Style, or_dash};

/// Does what was asked.
pub async fn run(client: &Client, style: Style, action: CarrierAction) -> Result<String> {
    match action {
        CarrierAction::List => list(client, style).await,
        CarrierAction::Show { carrier } => {
            let detail = detail(client, &carrier).await?;
            style.show(&detail.profile, |profile| {
                serde_json::to_string_pretty(profile).unwrap_or_default()
            })
        }
        CarrierAction::Add { code, name, like } => {
            let mut profile = detail(client, &like).await?.profile;
            (profile.code, profile.name) = (code, name);
            (profile.ocn, profile.to_confirm) = (None, true);
            profile.contacts.clear();
            profile.sheet_template.workbook = None;
            let added: Carrier = client.call::<Carrier>("carrier_add", profile).await?;
            style.show(&added, |it| format!("Added {} ({}).", it.name, it.code))
        }
        CarrierAction::Set {
            carrier,
            fields,
            workbook,
        } => set(client, style, &carrier, &fields, workbook.as_deref()).await,
        CarrierAction::Confirm { carrier } => {
            let Carrier { id, revision, .. } = detail(client, &carrier).await?.carrier;
            let confirmed: Carrier = client
                .call("carrier_confirm", ConfirmCarrier { id, revision })
                .await?;
            style.show(&confirmed, |it| {
                format!("The profile of {} is confirmed.", it.name)
            })
        }
        CarrierAction::Export { carrier, out } => {
            let export = ExportCarrier {
                id: client.carrier(&carrier).await?,
                file_id: client.file(&out)?,
            };
            let saved: SavedFile = client.call("carrier_export", export).await?;
            style.show(&saved, |saved| format!("Wrote {}.", saved.file_name))
        }
        CarrierAction::Import { file, replace } => {
            let file_id = client.file(&file)?;
            let imported: ImportedCarrier = client
                .call("carrier_import", ImportCarrier { file_id, replace })
                .await?;
            style.show(&imported, |it| {
                let how = if it.is_new { "Added" } else { "Changed" };
                format!("{how} {} ({}).", it.carrier.name, it.carrier.code)
            })
        }
        CarrierAction::Dates(asked) => dates(client, style, &asked).await,
    }
}

async fn detail(client: &Client, carrier: &str) -> Result<CarrierDetail> {
    let id = client.carrier(carrier).await?;
    client.call("carrier_get", ById { id }).await
}

async fn list(client: &Client, style: Style) -> Result<String> {
    let carriers: Vec<Carrier> = client.call("carrier_list", json!({})).await?;
    style.table(&carriers, &["code", "name", "profile", "workbook"], |it| {
        let state = if it.to_confirm {
            "to confirm with the carrier"
        } else {
            ""
        };
        vec![
            it.code.clone(),
            it.name.clone(),
            state.to_owned(),
            it.workbook_name.clone().unwrap_or_default(),
        ]
    })
}

async fn set(
    client: &Client,
    style: Style,
    carrier: &str,
    fields: &[String],
    workbook: Option<&Path>,
) -> Result<String> {
    let found = detail(client, carrier).await?;
    let mut profile = serde_json::to_value(&found.profile).map_err(|error| ApiError::internal(&error))?;
    for field in fields {
        let (name, text) = field.split_once('=').ok_or_else(|| {
            ApiError::invalid("fields", format!("'{field}' has no value."))
                .hint("Write it as leadTimeBusinessDays=12.")
        })?;
        let place = match name {
            "name" | "ocn" => &mut profile[name],
            rule => profile["portRules"].get_mut(rule).ok_or_else(|| {
                ApiError::invalid("fields", format!("There is no rule '{rule}'."))
                    .hint("`portflow carrier show` lists them under portRules.")
            })?,
        };
        *place = value(place, name, text);
    }
    let mut profile: CarrierProfile = serde_json::from_value(profile)
        .map_err(|error| ApiError::invalid("fields", format!("A value does not fit its field: {error}.")))?;
    let (id, file) = (
        found.carrier.id,
        workbook.map(|path| client.file(path)).transpose()?,
    );
    if file.is_some() {
        let read = ReadCarrierWorkbook {
            id,
            file_id: file.clone(),
            sheet: None,
        };
        let own: CarrierWorkbook = client.call("carrier_workbook_read", read).await?;
        profile.sheet_template.workbook = Some(own.suggestion);
    }
    let update = UpdateCarrier {
        id,
        revision: found.carrier.revision,
        name: profile.name,
        ocn: profile.ocn,
        contacts: profile.contacts,
        port_rules: profile.port_rules,
        sheet_template: profile.sheet_template,
        workbook_file_id: file,
    };
    let stored: Carrier = client.call("carrier_update", update).await?;
    style.show(&stored, |it| format!("Changed {} ({}).", it.name, it.code))
}

/// A text as the kind of value that the field holds.
fn value(before: &Value, name: &str, text: &str) -> Value {
    if before.is_array() {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        return parts.map(Value::from).collect();
    }
    if text.is_empty() {
        return Value::Null;
    }
    let is_text = before.is_string() || matches!(name, "name" | "ocn" | "holidaySet");
    match serde_json::from_str(text) {
        Ok(parsed) if !is_text => parsed,
        Ok(_) | Err(_) => Value::from(text),
    }
}

async fn dates(client: &Client, style: Style, asked: &CarrierDates) -> Result<String> {
    let ask = AskPortDates {
        carrier_id: Some(client.carrier(&asked.carrier).await?),
        site_id: Some(client.site(&asked.site).await?.id),
        migration_id: None,
        from: asked.from,
        to: asked.to,
        numbers: asked.numbers,
    };
    let found: PortDates = client.call("port_date_choices", ask).await?;
    style.show(&found, |found| {
        let rows = found.days.iter().map(|day| {
            vec![
                day.date.format("%a %Y-%m-%d").to_string(),
                day.verdict.code().replace('_', " "),
                day.reason.clone().unwrap_or_default(),
            ]
        });
        let days = crate::output::table(&["day", "", "why"], rows.collect());
        format!(
            "{days}\nThe first possible day is {}: a request of now counts from {}, plus {} business days. Dates are \
             in the carrier's zone, {}; the site is in {}.",
            or_dash(&found.earliest),
            found.received_on,
            found.lead_time_business_days,
            found.carrier_zone,
            found.site_zone
        )
    })
}
