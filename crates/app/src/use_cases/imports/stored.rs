//! What is stored already, in the form the plan compares with.

use portflow_domain::entities::{EndUser, Migration, PhoneNumber};
use portflow_domain::import::{Existing, ExistingNumber, ExistingPerson, NumberValues, PersonValues};
use portflow_domain::number::E164;
use portflow_store::Tx;
use portflow_store::queries::{end_users, phone_numbers, resource_accounts, sites};
use std::collections::BTreeMap;

use crate::error::Result;

/// Loads the migration's inventory and people, and where else the file's numbers are.
pub(super) async fn load(tx: &mut Tx, migration: &Migration, numbers: &[E164]) -> Result<Existing> {
    let mut existing = Existing::default();
    let people = end_users::list_end_users(tx, migration.id).await?;
    let accounts = resource_accounts::list_resource_accounts(tx, migration.id).await?;
    let account_names: BTreeMap<_, _> = accounts.into_iter().map(|it| (it.id, it.display_name)).collect();
    let upns: BTreeMap<_, _> = people
        .iter()
        .filter_map(|it| Some((it.id, it.upn.clone()?)))
        .collect();
    let sites: BTreeMap<_, _> = sites::list_sites(tx, Some(migration.customer_id))
        .await?
        .into_iter()
        .map(|it| (it.id, it.name))
        .collect();
    for name in sites.values() {
        existing.add_site(name.clone());
    }
    for number in phone_numbers::list_phone_numbers(tx, migration.id).await? {
        let Ok(e164) = number.number.parse::<E164>() else {
            continue;
        };
        existing.add_number(ExistingNumber {
            id: number.id,
            revision: number.revision,
            resource_account: number
                .assigned_resource_account_id
                .and_then(|id| account_names.get(&id).cloned()),
            in_open_order: number.open_port_order_id.is_some(),
            values: number_values(
                e164,
                &number,
                number.assigned_end_user_id.and_then(|id| upns.get(&id).cloned()),
            ),
        });
    }
    for person in people {
        let site = person.site_id.and_then(|id| sites.get(&id).cloned());
        existing.add_person(ExistingPerson {
            id: person.id,
            revision: person.revision,
            values: person_values(person, site),
        });
    }
    let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    for (number, path) in phone_numbers::numbers_in_other_migrations(tx, migration.id, &texts).await? {
        if let Ok(number) = number.parse::<E164>() {
            existing.add_elsewhere(number, path);
        }
    }
    Ok(existing)
}

fn number_values(e164: E164, number: &PhoneNumber, holder: Option<String>) -> NumberValues {
    NumberValues {
        e164,
        extension: number.extension.clone(),
        number_type: Some(number.number_type),
        usage: Some(number.usage),
        porting_status: Some(number.porting_status),
        disposition: Some(number.disposition),
        description: number.description.clone(),
        current_carrier: number.current_carrier.clone(),
        btn: None,
        rate_center: number.rate_center.clone(),
        foc_date: number.foc_date,
        order_date: None,
        notes: number.notes.clone(),
        assigned_to: holder,
    }
}

fn person_values(person: EndUser, site: Option<String>) -> PersonValues {
    PersonValues {
        upn: person.upn.unwrap_or_default(),
        display_name: Some(person.display_name),
        first_name: person.first_name,
        last_name: person.last_name,
        department: person.department,
        job_title: person.job_title,
        legacy_extension: person.legacy_extension,
        email: person.email,
        site,
        usage_location: person.usage_location,
        license_sku: person.license_sku,
        voice_routing_policy: person.voice_routing_policy,
        dial_plan: person.dial_plan,
        cutover_date: person.cutover_date,
        notes: person.notes,
        e164: None,
        number_extension: String::new(),
    }
}
