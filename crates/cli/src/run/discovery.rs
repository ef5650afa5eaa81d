//! What is learnt at a site before anything is moved.

use portflow_app::dto::customers::OfCustomer;
use portflow_app::dto::discovery::{SetDiscoverySection, SetQuestionnaireAnswer};
use portflow_app::dto::workspace::SavedFile;
use portflow_app::{ApiError, Result};
use portflow_domain::entities::Site;
use portflow_domain::enums::DiscoveryState;
use serde_json::{Map, Value, json};
use std::path::Path;

use crate::args::{DiscoveryAction, RowKind, SectionSaid};
use crate::client::Client;
use crate::output::{Style, cell, table};

/// Fields that are whole numbers.
const NUMBERS: &[&str] = &[
    "channels",
    "monthlyCostCents",
    "quantity",
    "assigned",
    "extensionLength",
];
/// Fields that are yes or no.
const FLAGS: &[&str] = &["isKept", "isNew"];

/// Fields that always hold a text.
const TEXTS: &[&str] = &["name", "identifier", "port", "vendor", "carrierName", "sku"];
/// What a row keeps beside the values a person enters.
const FRAME: &[&str] = &["id", "customerId", "siteId", "revision", "createdAt", "updatedAt"];

/// Does what was asked.
pub async fn run(client: &Client, style: Style, action: DiscoveryAction) -> Result<String> {
    match action {
        DiscoveryAction::List { customer } => list(client, style, customer.as_deref()).await,
        DiscoveryAction::Show { site } => show(client, style, &site).await,
        DiscoveryAction::Set(said) => set(client, style, said).await,
        DiscoveryAction::Add { site, kind, values } => add(client, style, &site, kind, &values).await,
        DiscoveryAction::Change {
            site,
            kind,
            id,
            values,
        } => change(client, style, &site, kind, &id, &values).await,
        DiscoveryAction::Hours { site, fields } => {
            super::sites::set_hours(client, style, &site, fields).await
        }
        DiscoveryAction::Remove { site, kind, id } => remove(client, style, &site, kind, &id).await,
        DiscoveryAction::Answer {
            site,
            question,
            value,
            said_by,
        } => {
            let site = client.site(&site).await?;
            answer(client, style, &site, question, value, said_by).await
        }
        DiscoveryAction::Ask(wanted) => super::questionnaires::ask(client, style, wanted).await,
        DiscoveryAction::Holidays(wanted) => super::questionnaires::holidays(client, style, wanted).await,
        DiscoveryAction::Workbook { site, out } => {
            super::discovery_workbook::write(client, style, &site, &out).await
        }
        DiscoveryAction::Import {
            site,
            file,
            dry_run,
            take,
        } => super::discovery_workbook::read(client, style, &site, &file, dry_run, take).await,
        DiscoveryAction::Report { site, out } => report(client, style, &site, &out).await,
        DiscoveryAction::Missing { site } => missing(client, style, &site).await,
    }
}

async fn set(client: &Client, style: Style, said: SectionSaid) -> Result<String> {
    let site = client.site(&said.site).await?;
    let (section, state) = (said.section, said.state);
    let is_asked = |it: &Value| it["section"] == section.to_string();
    let set = SetDiscoverySection {
        site_id: site.id,
        section,
        revision: seen(client, &site, "sections", is_asked).await?,
        state,
        said_by: said.said_by,
        notes: said.notes,
    };
    let stored: Value = client.call("discovery_section_set", set).await?;
    style.show(&stored, |_| format!("{section} at {} is {state}.", site.name))
}

async fn list(client: &Client, style: Style, customer: Option<&str>) -> Result<String> {
    let customer_id = match customer {
        Some(customer) => Some(client.customer(customer).await?.id),
        None => None,
    };
    let scores: Vec<Value> = client
        .call("site_discovery_list", OfCustomer { customer_id })
        .await?;
    let header = ["site", "known", "required", "undecided", "errors", "warnings"];
    style.table(&scores, &header, |it| {
        let counts =
            ["missingRequired", "undecidedLines", "errors", "warnings"].map(|field| cell(&it[field]));
        let site = format!("{}/{}", cell(&it["customerName"]), cell(&it["siteName"]));
        let known = format!("{} %", it["score"]["percent"]);
        [vec![site, known], counts.to_vec()].concat()
    })
}

async fn show(client: &Client, style: Style, site: &str) -> Result<String> {
    let site = client.site(site).await?;
    if style.json {
        return style.show(&learnt(client, &site).await?, |_| String::new());
    }
    let of: Value = client
        .call("site_discovery_completeness", json!({ "id": site.id }))
        .await?;
    let sections = of["sections"].as_array().into_iter().flatten();
    let rows = sections.map(|it| {
        let missing = it["missing"].as_array().map_or(0, Vec::len);
        vec![
            cell(&it["section"]),
            cell(&it["state"]),
            format!("{} %", it["score"]["percent"]),
            missing.to_string(),
        ]
    });
    let rows = table(&["section", "state", "known", "missing"], rows.collect());
    Ok(format!(
        "{}: {} % known\n{rows}",
        site.name, of["score"]["percent"]
    ))
}

async fn missing(client: &Client, style: Style, site: &str) -> Result<String> {
    let site = client.site(site).await?;
    let of: Value = client
        .call("site_discovery_completeness", json!({ "id": site.id }))
        .await?;
    let sections = of["sections"].as_array().into_iter().flatten();
    let missing = sections.flat_map(|it| it["missing"].as_array().into_iter().flatten().cloned());
    let missing: Vec<Value> = missing.collect();
    style.table(
        &missing,
        &["section", "key", "required", "missing", "why"],
        |it| {
            ["section", "key", "required", "text", "why"]
                .map(|field| cell(&it[field]))
                .to_vec()
        },
    )
}

async fn report(client: &Client, style: Style, site: &str, out: &Path) -> Result<String> {
    let site = client.site(site).await?;
    let request = json!({ "siteId": site.id, "fileId": client.file(out)? });
    let saved: SavedFile = client.call("discovery_report_export", request).await?;
    style.show(&saved, |saved| {
        format!("Wrote {} ({} bytes).", out.display(), saved.size)
    })
}

async fn answer(
    client: &Client,
    style: Style,
    site: &Site,
    question: String,
    value: String,
    said_by: Option<String>,
) -> Result<String> {
    let (state, answer) = match value.as_str() {
        "unknown" => (DiscoveryState::Unknown, None),
        "not_applicable" => (DiscoveryState::NotApplicable, None),
        _ => (DiscoveryState::Answered, Some(value)),
    };
    let revision = seen(client, site, "asked", |it| it["key"] == question.as_str()).await?;
    let (site_id, notes) = (site.id, None);
    let set = SetQuestionnaireAnswer {
        site_id,
        question,
        revision,
        state,
        answer,
        said_by,
        notes,
    };
    let said: Value = client.call("questionnaire_answer_set", set).await?;
    style.show(&said, |it| {
        format!("{} at {} is {state}.", cell(&it["question"]), site.name)
    })
}

async fn add(client: &Client, style: Style, site: &str, kind: RowKind, texts: &[String]) -> Result<String> {
    let site = client.site(site).await?;
    let save = json!({ "siteId": site.id, "values": fields(texts)? });
    let row: Value = client.call(&format!("{}_save", command(kind)), save).await?;
    style.show(&row, |it| format!("Added {} to {}.", cell(&it["id"]), site.name))
}

async fn remove(client: &Client, style: Style, site: &str, kind: RowKind, id: &str) -> Result<String> {
    let site = client.site(site).await?;
    let list = format!("{}s", camel(command(kind)));
    let revision = seen(client, &site, &list, |it| it["id"] == id).await?;
    let revision = revision.ok_or_else(|| ApiError::not_found("row", id))?;
    let remove = json!({ "siteId": site.id, "id": id, "revision": revision });
    let done: Value = client.call(&format!("{}_remove", command(kind)), remove).await?;
    style.show(&done, |_| format!("Removed {id} from {}.", site.name))
}

/// Stores a row with what was named in place of what it had.
async fn change(
    client: &Client,
    style: Style,
    site: &str,
    kind: RowKind,
    id: &str,
    texts: &[String],
) -> Result<String> {
    let site = client.site(site).await?;
    let learnt = learnt(client, &site).await?;
    let list = &learnt[format!("{}s", camel(command(kind)))];
    let mut rows = list.as_array().into_iter().flatten();
    let row = rows.find(|it| it["id"] == id);
    let row = row.ok_or_else(|| ApiError::not_found("row", id))?;
    let mut values = row.clone();
    let entered = values.as_object_mut().into_iter();
    entered.for_each(|it| it.retain(|field, _| !FRAME.contains(&field.as_str())));
    if let Value::Object(named) = fields(texts)? {
        for (field, value) in named {
            values[field] = value;
        }
    }
    let save = json!({ "siteId": site.id, "id": id, "revision": row["revision"], "values": values });
    let row: Value = client.call(&format!("{}_save", command(kind)), save).await?;
    style.show(&row, |_| format!("Changed {id} at {}.", site.name))
}

async fn learnt(client: &Client, site: &Site) -> Result<Value> {
    client.call("site_discovery", json!({ "id": site.id })).await
}

async fn seen(client: &Client, site: &Site, list: &str, is: impl Fn(&Value) -> bool) -> Result<Option<i64>> {
    Ok(revision_of(&learnt(client, site).await?[list], is))
}

fn revision_of(rows: &Value, is: impl Fn(&Value) -> bool) -> Option<i64> {
    let mut rows = rows.as_array().into_iter().flatten();
    rows.find(|it| is(it))?["revision"].as_i64()
}

fn command(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Circuit => "circuit",
        RowKind::SpecialLine => "special_line",
        RowKind::EmergencyLocation => "emergency_location",
        RowKind::Network => "network_segment",
        RowKind::LegacySystem => "legacy_system",
        RowKind::Device => "device",
        RowKind::License => "license",
    }
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |all, word| all + &word[..1].to_uppercase() + &word[1..])
}

/// `carrierName=Lumen` and so on as the values of a row.
fn fields(texts: &[String]) -> Result<Value> {
    let mut values = Map::new();
    for text in texts {
        let (field, value) = text.split_once('=').ok_or_else(|| {
            ApiError::invalid("values", format!("'{text}' is not a field and a value."))
                .hint("Write them as carrierName=Lumen.")
        })?;
        values.insert(field.to_owned(), typed(field, value)?);
    }
    Ok(Value::Object(values))
}

fn typed(field: &str, value: &str) -> Result<Value> {
    if value.is_empty() && !TEXTS.contains(&field) {
        return Ok(if field == "internalRanges" {
            json!([])
        } else {
            Value::Null
        });
    }
    let refuse = |wanted: &str| ApiError::invalid(field, format!("'{value}' is not {wanted}."));
    if NUMBERS.contains(&field) {
        return value
            .parse::<i64>()
            .map(Value::from)
            .map_err(|_| refuse("a whole number"));
    }
    if FLAGS.contains(&field) {
        return value
            .parse::<bool>()
            .map(Value::from)
            .map_err(|_| refuse("true or false"));
    }
    if field == "internalRanges" {
        let range = |text: &str| {
            text.split_once('-')
                .map(|(first, last)| json!({ "first": first, "last": last }))
        };
        let ranges: Option<Vec<Value>> = value.split(',').map(range).collect();
        return ranges
            .map(Value::from)
            .ok_or_else(|| refuse("ranges such as 2000-2999,3500-3599"));
    }
    Ok(Value::from(value))
}
