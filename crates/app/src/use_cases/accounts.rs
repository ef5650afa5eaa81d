//! Accounts at losing carriers. Account number and PIN are sealed before they reach the database, are logged only
//! as "changed" and leave it only through `reveal` and the port-request workbook.

use portflow_domain::entities::LosingAccount;
use portflow_domain::ids::{CustomerId, LosingAccountId, SiteId};
use portflow_domain::porting::Secret;
use portflow_store::Tx;
use portflow_store::queries::losing_accounts::{self, AccountSecrets};
use portflow_store::queries::sites;
use serde_json::{Value, json};

use super::{discovery, optional, required};
use crate::activity::{Act, Logged, fact};
use crate::context::Context;
use crate::dto::accounts::{
    AddLosingAccount, LosingAccountValues, RevealSecret, RevealedSecret, SecretField, UpdateLosingAccount,
};
use crate::dto::customers::OfCustomer;
use crate::error::{ApiError, Result};

/// Losing accounts by carrier and BTN.
pub async fn list(cx: &Context, request: OfCustomer) -> Result<Vec<LosingAccount>> {
    Ok(losing_accounts::list_losing_accounts(&mut cx.read().await?, request.customer_id).await?)
}

/// Adds a losing account. Of a site it takes what the request leaves out, and bills the site's circuits that have its
/// carrier and BTN.
pub async fn add(cx: &Context, request: AddLosingAccount) -> Result<LosingAccount> {
    let now = cx.now();
    let mut tx = cx.write().await?;
    let values = match request.site_id {
        Some(site) => {
            of_customer(&mut tx, site, request.customer_id).await?;
            discovery::fill_account(&mut tx, site, request.values).await?
        }
        None => request.values,
    };
    let blank = LosingAccount {
        id: cx.id(),
        customer_id: request.customer_id,
        carrier_name: String::new(),
        name_on_account: String::new(),
        csr_address: None,
        dba: None,
        billing_address: None,
        has_account_number: false,
        has_pin: false,
        btn: None,
        btn_dialable: false,
        csr_date: None,
        bill_date: None,
        notes: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    let account = with_values(blank, &values)?;
    let secrets = secrets(&values);
    let account = losing_accounts::insert_losing_account(&mut tx, &account, &secrets).await?;
    let mut act = Act::begin(cx);
    act.created(&account)?;
    if let Some(site) = request.site_id {
        discovery::bill_circuits(cx, &mut tx, &mut act, site, &account).await?;
    }
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(account)
}

/// Stores new values; a secret that is absent stays as it is.
pub async fn update(cx: &Context, request: UpdateLosingAccount) -> Result<LosingAccount> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    let mut wanted = with_values(before.clone(), &request.values)?;
    wanted.revision = request.revision;
    wanted.updated_at = cx.now();
    let secrets = secrets(&request.values);
    let after = losing_accounts::update_losing_account(&mut tx, &wanted, &secrets).await?;
    let mut act = Act::begin(cx);
    let told = [("accountNumber", &secrets.account_number), ("pin", &secrets.pin)];
    let told = told.iter().filter(|(_, secret)| secret.is_some());
    let told = told
        .map(|(field, _)| fact(field, Value::Null, json!("changed")))
        .collect();
    act.changed("updated", &before, &after, told)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(after)
}

/// Shows a secret to a person and logs that they asked.
pub async fn reveal(cx: &Context, request: RevealSecret) -> Result<RevealedSecret> {
    let mut tx = cx.write().await?;
    let account = find(&mut tx, request.id).await?;
    let secrets = losing_accounts::read_secrets(&mut tx, request.id).await?;
    let (field, value) = match request.secret {
        SecretField::AccountNumber => ("accountNumber", secrets.account_number),
        SecretField::Pin => ("pin", secrets.pin),
    };
    let mut act = Act::begin(cx);
    act.noted(
        account.subject(),
        "secret_revealed",
        vec![fact(field, Value::Null, json!("revealed"))],
    )?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(RevealedSecret {
        value: value.map(|secret| secret.expose().to_owned()),
    })
}

/// The account or a refusal.
pub(super) async fn find(tx: &mut Tx, id: LosingAccountId) -> Result<LosingAccount> {
    let found = losing_accounts::find_losing_account(tx, id).await?;
    found.ok_or_else(|| ApiError::not_found("losing account", id))
}

async fn of_customer(tx: &mut Tx, id: SiteId, customer: CustomerId) -> Result<()> {
    let found = sites::find_site(tx, id).await?;
    let found = found.filter(|site| site.customer_id == customer);
    found
        .map(|_| ())
        .ok_or_else(|| ApiError::invalid("siteId", "That site is not one of this customer."))
}

fn secrets(values: &LosingAccountValues) -> AccountSecrets {
    AccountSecrets {
        account_number: optional(values.account_number.as_ref()).map(Secret::new),
        pin: optional(values.pin.as_ref()).map(Secret::new),
    }
}

fn with_values(account: LosingAccount, values: &LosingAccountValues) -> Result<LosingAccount> {
    let btn = required("btn", "The billing telephone number (BTN)", &values.btn)?;
    let country = portflow_domain::number::Country::default();
    Ok(LosingAccount {
        carrier_name: required("carrierName", "The losing carrier", &values.carrier_name)?,
        name_on_account: required(
            "nameOnAccount",
            "The name on the account",
            &values.name_on_account,
        )?,
        csr_address: values.csr_address.clone(),
        dba: optional(values.dba.as_ref()),
        billing_address: values.billing_address.clone(),
        btn_dialable: portflow_domain::number::parse(&btn, country).is_ok(),
        btn: Some(btn),
        csr_date: values.csr_date,
        bill_date: values.bill_date,
        ..account
    })
}
