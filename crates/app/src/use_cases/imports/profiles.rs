//! Mapping profiles: how a person mapped a header, kept for the next file with the same one. A column that was
//! left out stays left out.

use portflow_domain::entities::MappingProfile;
use portflow_domain::ids::MappingProfileId;
use portflow_domain::mapping::{ColumnMap, FieldDefault, ValueMap, apply_profile};
use portflow_store::Tx;
use portflow_store::queries::mapping_profiles;
use serde::Serialize;
use serde_json::Value;

use crate::activity::Act;
use crate::context::Context;
use crate::dto::imports::{ProfileName, SheetChoices};
use crate::dto::{ById, Empty};
use crate::error::{ApiError, Result};
use crate::imported_files::ChosenSheet;

/// All profiles of the workspace by name.
pub async fn list(cx: &Context, _: Empty) -> Result<Vec<MappingProfile>> {
    Ok(mapping_profiles::list_mapping_profiles(&mut cx.read().await?).await?)
}

/// Forgets a profile.
pub async fn delete(cx: &Context, request: ById<MappingProfileId>) -> Result<Empty> {
    let mut tx = cx.write().await?;
    let found = mapping_profiles::find_mapping_profile(&mut tx, request.id).await?;
    let profile = found.ok_or_else(|| ApiError::not_found("mapping profile", request.id))?;
    mapping_profiles::delete_mapping_profile(&mut tx, &profile).await?;
    let mut act = Act::begin(cx);
    act.deleted(&profile)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(Empty {})
}

/// A profile by name.
pub(super) fn name(profile: &MappingProfile) -> ProfileName {
    ProfileName {
        id: profile.id,
        name: profile.name.clone(),
    }
}

/// The profile that suggests: the one a person chose, else the one changed last among those for this header.
pub(super) fn choose<'a>(
    profiles: &'a [MappingProfile],
    choices: &SheetChoices,
    header_fingerprint: &str,
) -> Option<&'a MappingProfile> {
    if choices.without_profile {
        return None;
    }
    if let Some(id) = choices.profile_id {
        return profiles.iter().find(|profile| profile.id == id);
    }
    profiles
        .iter()
        .filter(|profile| profile.header_fingerprint == header_fingerprint)
        .max_by_key(|profile| (profile.updated_at, profile.id))
}

/// The columns as the profile maps them; a column that it does not know stays as suggested.
pub(super) fn mapped(mut columns: Vec<ColumnMap>, profile: &MappingProfile) -> Vec<ColumnMap> {
    let kept = serde_json::from_value::<Vec<ColumnMap>>(profile.column_map.clone());
    apply_profile(&mut columns, &kept.unwrap_or_default());
    columns
}

/// The meanings of values as the profile has them, those it does not know as suggested.
pub(super) fn valued(mut suggested: Vec<ValueMap>, profile: Option<&MappingProfile>) -> Vec<ValueMap> {
    let kept = profile.and_then(|it| serde_json::from_value::<Vec<ValueMap>>(it.value_map.clone()).ok());
    for map in kept.iter().flatten() {
        let Some(own) = suggested.iter_mut().find(|own| own.field == map.field) else {
            continue;
        };
        for value in &mut own.values {
            if let Some(known) = map.values.iter().find(|known| known.text == value.text) {
                (value.field, value.code) = (known.field, known.code.clone());
            }
        }
    }
    suggested
}

/// The values that stand above the table, and for the other fields those that the profile adds.
pub(super) fn with_defaults(
    mut found: Vec<FieldDefault>,
    profile: Option<&MappingProfile>,
) -> Vec<FieldDefault> {
    let kept = profile.and_then(|it| serde_json::from_value::<Vec<FieldDefault>>(it.defaults.clone()).ok());
    for default in kept.into_iter().flatten() {
        if found.iter().all(|own| own.field != default.field) {
            found.push(default);
        }
    }
    found
}

/// Keeps the mapping of a committed sheet: under the name a person gave, else in the profile that suggested it.
pub(super) async fn keep(cx: &Context, tx: &mut Tx, chosen: &ChosenSheet) -> Result<()> {
    let named = chosen
        .save_profile_as
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let known = match (named, &chosen.profile) {
        (Some(name), _) => mapping_profiles::find_mapping_profile_by_name(tx, name).await?,
        (None, Some(profile)) => mapping_profiles::find_mapping_profile(tx, profile.id).await?,
        (None, None) => return Ok(()),
    };
    let new = profile_of(cx, chosen, named.unwrap_or_default())?;
    match known {
        Some(known) => {
            let changed = MappingProfile {
                id: known.id,
                name: known.name.clone(),
                revision: known.revision,
                created_at: known.created_at,
                updated_at: known.updated_at,
                ..new
            };
            if changed != known {
                let changed = MappingProfile {
                    updated_at: cx.now(),
                    ..changed
                };
                mapping_profiles::update_mapping_profile(tx, &changed).await?;
            }
        }
        None if named.is_some() => {
            mapping_profiles::insert_mapping_profile(tx, &new).await?;
        }
        None => {}
    }
    Ok(())
}

fn profile_of(cx: &Context, chosen: &ChosenSheet, name: &str) -> Result<MappingProfile> {
    let settings = &chosen.settings;
    let columns: Vec<ColumnMap> = settings
        .columns
        .iter()
        .map(|column| ColumnMap {
            samples: Vec::new(),
            why: String::new(),
            ..column.clone()
        })
        .collect();
    let entered = settings
        .defaults
        .iter()
        .filter(|default| default.source_row.is_none());
    Ok(MappingProfile {
        id: cx.id(),
        name: name.to_owned(),
        target: settings.target,
        header_fingerprint: chosen.header_fingerprint.clone(),
        column_map: value(&columns)?,
        value_map: value(&settings.value_map)?,
        defaults: value(&entered.collect::<Vec<_>>())?,
        revision: 1,
        created_at: cx.now(),
        updated_at: cx.now(),
    })
}

fn value<T: Serialize>(it: &T) -> Result<Value> {
    serde_json::to_value(it).map_err(|error| ApiError::internal(&error))
}
