//! Accounts at losing carriers. Account number and PIN are sealed on their way in; a row that is read says only
//! whether they are there.

use chrono::NaiveDate;
use portflow_domain::entities::losing_account::{LosingAccount, LosingAccountNumber, PostalAddress};
use portflow_domain::ids::{CustomerId, LosingAccountId, SiteId};
use portflow_domain::porting::Secret;
use portflow_domain::timestamp::Timestamp;

use super::push_optional;
use crate::error::{Result, StoreError};
use crate::insert_many::insert_many;
use crate::record::{find, insert, record, update};
use crate::secret::Sealed;
use crate::statement::Statement;
use crate::tx::{Tx, rows};

/// What a carrier asks for before it lets numbers go.
#[derive(Debug, Clone, Default)]
pub struct AccountSecrets {
    /// The number of the account at the losing carrier.
    pub account_number: Option<Secret>,
    /// The PIN or passcode of a port.
    pub pin: Option<Secret>,
}

/// The row as it lies in the table: with ciphertext, which never leaves this module.
struct SealedAccount {
    id: LosingAccountId,
    customer_id: CustomerId,
    carrier_name: String,
    name_on_account: String,
    csr_address: Option<PostalAddress>,
    dba: Option<String>,
    billing_address: Option<PostalAddress>,
    account_number_sealed: Option<Vec<u8>>,
    account_number_key_id: Option<String>,
    pin_sealed: Option<Vec<u8>>,
    pin_key_id: Option<String>,
    btn: Option<String>,
    btn_dialable: bool,
    csr_date: Option<NaiveDate>,
    bill_date: Option<NaiveDate>,
    notes: Option<String>,
    revision: i64,
    created_at: Timestamp,
    updated_at: Timestamp,
}

record!(SealedAccount, "losing account" in "losing_accounts" {
    kept { id, customer_id, revision, created_at, updated_at }
    set {
        carrier_name, name_on_account, csr_address, account_number_sealed, account_number_key_id, pin_sealed,
        pin_key_id, btn, btn_dialable, csr_date, bill_date, notes, dba, billing_address,
    }
});

record!(LosingAccountNumber, "number of a losing account" in "losing_account_numbers" {
    kept { id, customer_id, losing_account_id, number, source, revision, created_at, updated_at }
    set { seen_on, remaining_action }
});

/// Adds an account with its secrets and gives it as stored.
///
/// # Errors
/// [`StoreError::Secret`] when there is a secret and no key to seal it with.
pub async fn insert_losing_account(
    tx: &mut Tx,
    account: &LosingAccount,
    secrets: &AccountSecrets,
) -> Result<LosingAccount> {
    let row = with_secrets(tx, sealed(account), secrets)?;
    Ok(insert(tx, &row).await?.into())
}

/// Changes an account whose revision is still the one given, and gives it as stored. A secret that is absent
/// stays as it is.
///
/// # Errors
/// [`StoreError::Conflict`], [`StoreError::NotFound`], and [`StoreError::Secret`] as for an insert.
pub async fn update_losing_account(
    tx: &mut Tx,
    account: &LosingAccount,
    secrets: &AccountSecrets,
) -> Result<LosingAccount> {
    let stored = stored(tx, account.id).await?;
    let kept = SealedAccount {
        account_number_sealed: stored.account_number_sealed,
        account_number_key_id: stored.account_number_key_id,
        pin_sealed: stored.pin_sealed,
        pin_key_id: stored.pin_key_id,
        ..sealed(account)
    };
    let row = with_secrets(tx, kept, secrets)?;
    Ok(update(tx, &row).await?.into())
}

/// The accounts of a customer or of all, by carrier and name on the account.
pub async fn list_losing_accounts(
    tx: &mut Tx,
    customer_id: Option<CustomerId>,
) -> Result<Vec<LosingAccount>> {
    let mut statement = Statement::new("SELECT * FROM losing_accounts WHERE TRUE");
    push_optional(&mut statement, " AND customer_id = ", customer_id);
    statement.push(" ORDER BY carrier_name, name_on_account, id");
    let rows: Vec<SealedAccount> = tx.list(statement).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The accounts that have to do with a site, in the same order: they bill circuits, lines or numbers there, or their
/// carrier lists the number of one of its special lines.
pub async fn list_losing_accounts_at_site(tx: &mut Tx, site_id: SiteId) -> Result<Vec<LosingAccount>> {
    let sql = "SELECT * FROM losing_accounts WHERE id IN (\
        SELECT losing_account_id FROM circuits WHERE site_id = $1 \
        UNION SELECT losing_account_id FROM special_lines WHERE site_id = $1 \
        UNION SELECT o.losing_account_id FROM migrations m JOIN port_orders o ON o.migration_id = m.id \
            WHERE m.site_id = $1 \
        UNION SELECT n.losing_account_id FROM special_lines l JOIN losing_account_numbers n \
            ON n.number = l.number AND n.customer_id = l.customer_id WHERE l.site_id = $1) \
        ORDER BY carrier_name, name_on_account, id";
    let rows = rows!(tx, SealedAccount, sql, site_id)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The account with this id.
pub async fn find_losing_account(tx: &mut Tx, id: LosingAccountId) -> Result<Option<LosingAccount>> {
    let row: Option<SealedAccount> = find(tx, id).await?;
    Ok(row.map(Into::into))
}

/// An account's secrets, opened. Whoever calls this has a reason and logs it.
///
/// # Errors
/// [`StoreError::NotFound`]; [`StoreError::Secret`] when the key is missing or the ciphertext was altered.
pub async fn read_secrets(tx: &mut Tx, id: LosingAccountId) -> Result<AccountSecrets> {
    let row = stored(tx, id).await?;
    Ok(AccountSecrets {
        account_number: open(
            tx,
            id,
            ACCOUNT_NUMBER,
            row.account_number_sealed,
            row.account_number_key_id,
        )?,
        pin: open(tx, id, PIN, row.pin_sealed, row.pin_key_id)?,
    })
}

/// What the losing carrier lists on an account, by number.
pub async fn list_losing_account_numbers(
    tx: &mut Tx,
    id: LosingAccountId,
) -> Result<Vec<LosingAccountNumber>> {
    let sql =
        "SELECT * FROM losing_account_numbers WHERE losing_account_id = $1 ORDER BY number, seen_on, id";
    rows!(tx, LosingAccountNumber, sql, id)
}

/// Adds numbers that the losing carrier lists.
///
/// # Errors
/// [`StoreError::Duplicate`] when one of them is listed from the same source already.
pub async fn insert_losing_account_numbers(tx: &mut Tx, numbers: &[LosingAccountNumber]) -> Result<()> {
    insert_many(tx, numbers).await
}

const ACCOUNT_NUMBER: &str = "account_number";
const PIN: &str = "pin";

/// Names the one place where a ciphertext can be opened.
fn context(id: LosingAccountId, column: &str) -> String {
    format!("losing_accounts.{column} {id}")
}

async fn stored(tx: &mut Tx, id: LosingAccountId) -> Result<SealedAccount> {
    use portflow_domain::ids::EntityId;
    let row = find(tx, id).await?;
    row.ok_or_else(|| StoreError::NotFound {
        entity: "losing account",
        id: id.uuid(),
    })
}

fn sealed(account: &LosingAccount) -> SealedAccount {
    SealedAccount {
        id: account.id,
        customer_id: account.customer_id,
        carrier_name: account.carrier_name.clone(),
        name_on_account: account.name_on_account.clone(),
        csr_address: account.csr_address.clone(),
        dba: account.dba.clone(),
        billing_address: account.billing_address.clone(),
        account_number_sealed: None,
        account_number_key_id: None,
        pin_sealed: None,
        pin_key_id: None,
        btn: account.btn.clone(),
        btn_dialable: account.btn_dialable,
        csr_date: account.csr_date,
        bill_date: account.bill_date,
        notes: account.notes.clone(),
        revision: account.revision,
        created_at: account.created_at,
        updated_at: account.updated_at,
    }
}

/// The row with the secrets that are given in place of those it had.
fn with_secrets(tx: &Tx, mut row: SealedAccount, secrets: &AccountSecrets) -> Result<SealedAccount> {
    if let Some(secret) = &secrets.account_number {
        let sealed = tx
            .codec()?
            .seal(&context(row.id, ACCOUNT_NUMBER), secret.expose())?;
        (row.account_number_sealed, row.account_number_key_id) =
            (Some(sealed.ciphertext), Some(sealed.key_id));
    }
    if let Some(secret) = &secrets.pin {
        let sealed = tx.codec()?.seal(&context(row.id, PIN), secret.expose())?;
        (row.pin_sealed, row.pin_key_id) = (Some(sealed.ciphertext), Some(sealed.key_id));
    }
    Ok(row)
}

fn open(
    tx: &Tx,
    id: LosingAccountId,
    column: &str,
    ciphertext: Option<Vec<u8>>,
    key_id: Option<String>,
) -> Result<Option<Secret>> {
    let (Some(ciphertext), Some(key_id)) = (ciphertext, key_id) else {
        return Ok(None);
    };
    let opened = tx
        .codec()?
        .open(&context(id, column), &Sealed { key_id, ciphertext })?;
    Ok(Some(Secret::new(opened)))
}

impl From<SealedAccount> for LosingAccount {
    fn from(row: SealedAccount) -> Self {
        Self {
            id: row.id,
            customer_id: row.customer_id,
            carrier_name: row.carrier_name,
            name_on_account: row.name_on_account,
            csr_address: row.csr_address,
            dba: row.dba,
            billing_address: row.billing_address,
            has_account_number: row.account_number_sealed.is_some(),
            has_pin: row.pin_sealed.is_some(),
            btn: row.btn,
            btn_dialable: row.btn_dialable,
            csr_date: row.csr_date,
            bill_date: row.bill_date,
            notes: row.notes,
            revision: row.revision,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}
