//! Writes the rows that a commit has worked out, those first on which others rest.

use portflow_domain::timestamp::Timestamp;
use portflow_store::Tx;
use portflow_store::queries::{
    auto_attendants, call_queues, end_users, import_batches, phone_numbers, resource_accounts, sites,
};

use super::rows::Prepared;
use crate::error::Result;

/// Writes new rows together and changed ones one by one, each against the revision that was read.
pub(super) async fn write(tx: &mut Tx, prepared: Prepared, now: Timestamp) -> Result<()> {
    for site in &prepared.sites.new {
        sites::insert_site(tx, site).await?;
    }
    for mut site in prepared.sites.changed {
        site.updated_at = now;
        sites::update_site(tx, &site).await?;
    }
    end_users::insert_end_users(tx, &prepared.people.new).await?;
    for mut person in prepared.people.changed {
        person.updated_at = now;
        end_users::update_end_user(tx, &person).await?;
    }
    call_queues::insert_call_queues(tx, &prepared.queues.new).await?;
    for mut queue in prepared.queues.changed {
        queue.updated_at = now;
        call_queues::update_call_queue(tx, &queue).await?;
    }
    auto_attendants::insert_auto_attendants(tx, &prepared.attendants.new).await?;
    for mut attendant in prepared.attendants.changed {
        attendant.updated_at = now;
        auto_attendants::update_auto_attendant(tx, &attendant).await?;
    }
    resource_accounts::insert_resource_accounts(tx, &prepared.accounts.new).await?;
    for mut account in prepared.accounts.changed {
        account.updated_at = now;
        resource_accounts::update_resource_account(tx, &account).await?;
    }
    phone_numbers::insert_phone_numbers(tx, &prepared.numbers.new).await?;
    for mut number in prepared.numbers.changed {
        number.updated_at = now;
        phone_numbers::update_phone_number(tx, &number).await?;
    }
    call_queues::insert_call_queue_agents(tx, &prepared.agents.new).await?;
    for mut agent in prepared.agents.changed {
        agent.updated_at = now;
        call_queues::update_call_queue_agent(tx, &agent).await?;
    }
    for row in &prepared.found.new {
        row.insert(tx).await?;
    }
    for row in prepared.found.changed {
        row.update(tx, now).await?;
    }
    Ok(import_batches::insert_import_rows(tx, &prepared.rows).await?)
}
