//! The people who receive numbers.

use portflow_domain::entities::EndUser;
use portflow_domain::ids::EndUserId;
use portflow_domain::views::{EndUserRow, Page};
use portflow_store::queries::{end_users, sites};
use std::collections::BTreeMap;

use super::cells::{self, Edited};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::grid::{EditCells, EditResult};
use crate::dto::numbers::PageOfMigration;
use crate::error::{ApiError, Result};

/// A window of the people.
pub async fn page(cx: &Context, request: PageOfMigration) -> Result<Page<EndUserRow>> {
    let mut tx = cx.read().await?;
    Ok(end_users::page_end_users(&mut tx, request.migration_id, &request.query).await?)
}

/// Stores typed cells as one change, or tells which of them cannot be.
pub async fn edit(cx: &Context, request: EditCells<EndUserId>) -> Result<EditResult<EndUserRow>> {
    let mut tx = cx.write().await?;
    let ids = cells::ids(&request.edits);
    let people = end_users::find_end_users(&mut tx, &ids).await?;
    if people.len() != ids.len() {
        return Err(ApiError::not_found("person", "of this edit").hint("Read the list again."));
    }
    let mut site_ids = BTreeMap::new();
    for customer in people.iter().map(|person| person.customer_id) {
        for site in sites::list_sites(&mut tx, Some(customer)).await? {
            site_ids.insert((customer, site.name.to_lowercase()), site.id);
        }
    }
    let mut edited = Edited::begin(people, |person| (person.id, person.revision));
    for (index, edit) in request.edits.iter().enumerate() {
        edited.apply(index, edit, |person| {
            if edit.column != "siteName" {
                return set_cell(person, &edit.column, edit.value.as_deref());
            }
            person.site_id = match cells::text(edit.value.as_deref()) {
                None => None,
                Some(name) => {
                    let known = site_ids.get(&(person.customer_id, name.to_lowercase()));
                    Some(*known.ok_or_else(|| format!("this customer has no site called {name}"))?)
                }
            };
            Ok(())
        });
    }
    let changed = match edited.finish()? {
        Ok(changed) => changed,
        Err(problems) => return Ok(cells::refused(cx, problems)),
    };
    let mut act = Act::begin(cx);
    for (before, mut wanted) in changed {
        if wanted == before {
            continue;
        }
        wanted.updated_at = cx.now();
        let after = end_users::update_end_user(&mut tx, &wanted).await?;
        act.updated(&before, &after)?;
    }
    let change_set_id = act.change_set_id();
    act.save(&mut tx).await?;
    let rows = end_users::list_end_user_rows(&mut tx, &ids).await?;
    tx.commit().await?;
    Ok(EditResult {
        rows,
        problems: Vec::new(),
        change_set_id: Some(change_set_id),
    })
}

fn set_cell(person: &mut EndUser, column: &str, value: Option<&str>) -> std::result::Result<(), String> {
    let text = cells::text(value);
    match column {
        "upn" => {
            let upn = text.ok_or("a person needs a UPN")?.to_lowercase();
            let well_formed = upn
                .split_once('@')
                .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
            if !well_formed || upn.contains(char::is_whitespace) {
                return Err(format!("'{upn}' is not a user principal name"));
            }
            person.upn = Some(upn);
        }
        "displayName" => person.display_name = text.ok_or("a person needs a display name")?,
        "firstName" => person.first_name = text,
        "lastName" => person.last_name = text,
        "department" => person.department = text,
        "jobTitle" => person.job_title = text,
        "legacyExtension" => person.legacy_extension = text,
        "email" => person.email = text,
        "usageLocation" => {
            let country = text.map(|code| code.to_uppercase());
            if country
                .as_ref()
                .is_some_and(|c| c.len() != 2 || !c.chars().all(|c| c.is_ascii_uppercase()))
            {
                return Err("a usage location is a country code of two letters".to_owned());
            }
            person.usage_location = country;
        }
        "licenseSku" => person.license_sku = text,
        "voiceRoutingPolicy" => person.voice_routing_policy = text,
        "dialPlan" => person.dial_plan = text,
        "callingPolicy" => person.calling_policy = text,
        "cutoverDate" => person.cutover_date = cells::date(value)?,
        "notes" => person.notes = text,
        _ => return Err(format!("the column {column} cannot be edited")),
    }
    Ok(())
}
