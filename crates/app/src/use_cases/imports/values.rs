//! What a file says about a number or a person, as a row. A field about which the file is silent stays as it was.

use portflow_domain::changes::FieldChange;
use portflow_domain::entities::{EndUser, Migration, PhoneNumber};
use portflow_domain::enums::PortingStatus;
use portflow_domain::ids::{ImportBatchId, SiteId};
use portflow_domain::import::{NumberValues, PersonValues};

use crate::context::Context;

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

/// A number of the inventory with what the file says. Its status moves only where the plan says so: a step that
/// is not legal, or that belongs to an open order, is a warning of the plan and no change.
pub(super) fn number_with(
    number: PhoneNumber,
    values: &NumberValues,
    changes: &[FieldChange],
) -> PhoneNumber {
    let moves = changes.iter().any(|change| change.field == "portingStatus");
    PhoneNumber {
        notes: values.notes_over(number.notes.as_deref()),
        number_type: values.number_type.unwrap_or(number.number_type),
        usage: values.usage.unwrap_or(number.usage),
        porting_status: values
            .porting_status
            .filter(|_| moves)
            .unwrap_or(number.porting_status),
        disposition: values.disposition.unwrap_or(number.disposition),
        description: values.description.clone().or(number.description),
        current_carrier: values.current_carrier.clone().or(number.current_carrier),
        rate_center: values.rate_center.clone().or(number.rate_center),
        foc_date: values.foc_date.or(number.foc_date),
        ..number
    }
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
        upn: Some(values.upn.clone()),
        user_key: None,
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

/// A known person with what the file says.
pub(super) fn person_with(person: EndUser, values: &PersonValues, site: Option<SiteId>) -> EndUser {
    EndUser {
        notes: values.notes_over(person.notes.as_deref(), site.is_some()),
        site_id: site.or(person.site_id),
        display_name: values.display_name.clone().unwrap_or(person.display_name),
        first_name: values.first_name.clone().or(person.first_name),
        last_name: values.last_name.clone().or(person.last_name),
        department: values.department.clone().or(person.department),
        job_title: values.job_title.clone().or(person.job_title),
        legacy_extension: values.legacy_extension.clone().or(person.legacy_extension),
        email: values.email.clone().or(person.email),
        usage_location: values.usage_location.clone().or(person.usage_location),
        license_sku: values.license_sku.clone().or(person.license_sku),
        voice_routing_policy: values
            .voice_routing_policy
            .clone()
            .or(person.voice_routing_policy),
        dial_plan: values.dial_plan.clone().or(person.dial_plan),
        cutover_date: values.cutover_date.or(person.cutover_date),
        ..person
    }
}
