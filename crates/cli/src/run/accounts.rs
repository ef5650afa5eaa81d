//! Changing losing accounts.

use portflow_app::Result;
use portflow_app::dto::accounts::{LosingAccountValues, UpdateLosingAccount};
use portflow_domain::entities::{LosingAccount, PostalAddress};

use crate::args::AccountFields;
use crate::client::Client;
use crate::output::{Style, or_dash};

/// Changes what is named of an account; account number and PIN only where they are said to be new.
pub(super) async fn set(
    client: &Client,
    style: Style,
    account: &str,
    fields: AccountFields,
) -> Result<String> {
    let before = client.account_of(None, account).await?;
    let secret = |variable: &str| fields.new_secrets.then(|| std::env::var(variable).ok()).flatten();
    let values = LosingAccountValues {
        account_number: secret("PORTFLOW_ACCOUNT_NUMBER"),
        pin: secret("PORTFLOW_PIN"),
        csr_address: address(&fields, before.csr_address),
        carrier_name: fields.carrier.unwrap_or(before.carrier_name),
        name_on_account: fields.name_on_account.unwrap_or(before.name_on_account),
        dba: fields.dba.or(before.dba),
        billing_address: before.billing_address,
        btn: fields.btn.or(before.btn).unwrap_or_default(),
        csr_date: fields.csr_date.or(before.csr_date),
        bill_date: fields.bill_date.or(before.bill_date),
    };
    let update = UpdateLosingAccount {
        id: before.id,
        revision: before.revision,
        values,
    };
    let after: LosingAccount = client.call("losing_account_update", update).await?;
    style.show(&after, |it| {
        format!(
            "Changed the account at {} (BTN {}).",
            it.carrier_name,
            or_dash(&it.btn)
        )
    })
}

/// The service address with what is named of it.
fn address(fields: &AccountFields, before: Option<PostalAddress>) -> Option<PostalAddress> {
    let before = before.unwrap_or_default();
    let named = |said: &Option<String>, before: Option<String>| said.clone().or(before);
    let address = PostalAddress {
        street: named(&fields.street, before.street),
        city: named(&fields.city, before.city),
        state: named(&fields.state, before.state),
        postal_code: named(&fields.postal_code, before.postal_code),
        country: before.country,
    };
    (address != PostalAddress::default()).then_some(address)
}
