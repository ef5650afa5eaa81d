//! What a file says, as new rows and as changed ones. A change writes the fields that the plan names and no other;
//! a field about which the file is silent stays as it was.

use portflow_domain::changes::FieldChange;
use portflow_domain::entities::{EndUser, Migration, PhoneNumber};
use portflow_domain::enums::{NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::ids::{ImportBatchId, SiteId};
use portflow_domain::import::{NumberValues, PersonValues};
use portflow_domain::number::E164;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::context::Context;
use crate::error::{ApiError, Result};

/// A stored row with the changes that the plan names. `translate` gives the row's own field and value for one that
/// the file calls otherwise, and none for what is not in the row.
pub(super) fn changed<T: Serialize + DeserializeOwned>(
    before: &T,
    changes: &[FieldChange],
    translate: impl Fn(&FieldChange) -> Option<(&'static str, Value)>,
) -> Result<T> {
    let mut row = value(before)?;
    if let Some(fields) = row.as_object_mut() {
        for change in changes {
            if let Some((field, value)) = translate(change) {
                fields.insert(field.to_owned(), value);
            } else if fields.contains_key(&change.field) {
                fields.insert(change.field.clone(), change.new_value.clone());
            }
        }
    }
    serde_json::from_value(row).map_err(|error| ApiError::internal(&error))
}

/// Anything as JSON.
pub(super) fn value<T: Serialize>(it: &T) -> Result<Value> {
    serde_json::to_value(it).map_err(|error| ApiError::internal(&error))
}

/// The same without the fields that say nothing.
pub(super) fn said<T: Serialize>(it: &T) -> Result<Value> {
    let mut said = value(it)?;
    if let Some(fields) = said.as_object_mut() {
        fields.retain(|_, value| match value {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            Value::Array(items) => !items.is_empty(),
            Value::Bool(_) | Value::Number(_) | Value::Object(_) => true,
        });
    }
    Ok(said)
}

/// A number that was not in the inventory.
pub(super) fn new_number(
    cx: &Context,
    migration: &Migration,
    batch: ImportBatchId,
    values: &NumberValues,
) -> PhoneNumber {
    let now = cx.now();
    PhoneNumber {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        number: values.e164.to_string(),
        extension: values.extension.clone(),
        number_type: values.number_type_or_default(),
        usage: values.usage_or_default(),
        porting_status: values.porting_status.unwrap_or(PortingStatus::NotStarted),
        disposition: values.disposition_or_default(),
        description: values.description.clone(),
        losing_account_id: None,
        current_carrier: values.current_carrier.clone(),
        rate_center: values.rate_center.clone(),
        assigned_end_user_id: None,
        assigned_resource_account_id: None,
        open_port_order_id: None,
        foc_date: values.foc_date,
        ported_at: None,
        verified_at: None,
        rejection_reason: None,
        notes: values.notes_to_store(),
        import_batch_id: Some(batch),
        source_row: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}

/// The number that a person, a resource account, a queue or an attendant brings along.
pub(super) fn number_of(e164: &E164, extension: &str, number_type: Option<PhoneNumberType>) -> NumberValues {
    let mut values = NumberValues::of(e164.clone().into());
    extension.clone_into(&mut values.extension);
    values.number_type = number_type;
    values.usage = number_type.map(|_| NumberUsage::VoiceApp);
    values
}

/// A person who was not known.
pub(super) fn new_person(
    cx: &Context,
    migration: &Migration,
    values: &PersonValues,
    site: Option<SiteId>,
) -> EndUser {
    let now = cx.now();
    EndUser {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        site_id: site,
        upn: values.upn.clone(),
        user_key: values.user_key.clone(),
        display_name: values.display_name_or_default(),
        first_name: values.first_name.clone(),
        last_name: values.last_name.clone(),
        department: values.department.clone(),
        job_title: values.job_title.clone(),
        legacy_extension: values.legacy_extension.clone(),
        email: values.email.clone(),
        usage_location: values.usage_location.clone(),
        license_sku: values.license_sku.clone(),
        voice_routing_policy: values.voice_routing_policy.clone(),
        dial_plan: values.dial_plan.clone(),
        calling_policy: None,
        voicemail_enabled: true,
        emergency_location: None,
        cutover_date: values.cutover_date,
        is_configured: false,
        configured_at: None,
        notes: values.notes_to_store(site.is_some()),
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}
