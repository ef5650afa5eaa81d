//! The numbers that a losing carrier lists on an account: taken in from its customer service record (CSR), a bill or
//! its portal, and compared with the inventory in both directions.

use chrono::NaiveDate;
use portflow_domain::entities::{LosingAccount, LosingAccountNumber};
use portflow_domain::enums::{ImportTarget, RemainingAction};
use portflow_domain::ids::LosingAccountId;
use portflow_domain::import::RecordValues;
use portflow_domain::mapping::ImportField;
use portflow_domain::number::{self, Country};
use portflow_domain::porting::account_list::{self, Listed};
use portflow_store::Tx;
use portflow_store::queries::losing_account_numbers::{self, AccountInventoryRow};
use portflow_store::queries::{customers, losing_accounts};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

use super::accounts;
use super::imports::{Asked, OneSheet, read_one};
use crate::activity::{Act, Logged, fact};
use crate::context::Context;
use crate::dto::ById;
use crate::dto::account_numbers::{
    AccountNumbersDifference, AccountNumbersImport, DecideAccountNumbers, ImportAccountNumbers,
    InventoryNumber, ListedNumber,
};
use crate::dto::status_sheets::RejectedLine;
use crate::error::{ApiError, Result};

/// Takes a list in: new numbers are added, known ones seen again, and what is missing is named and kept.
pub async fn import(cx: &Context, request: ImportAccountNumbers) -> Result<AccountNumbersImport> {
    let account = accounts::find(&mut cx.read().await?, request.account_id).await?;
    let sheet = read(cx, &request, &account).await?;
    let (numbers, rejected) = numbers_of(&sheet);
    if numbers.is_empty() {
        let message = format!("'{}' lists no number that can be read.", sheet.file.name);
        return Err(
            ApiError::invalid("file", message).hint("Choose the sheet and the column of the numbers.")
        );
    }
    let mut tx = cx.write().await?;
    let account = accounts::find(&mut tx, request.account_id).await?;
    let stored = losing_accounts::list_losing_account_numbers(&mut tx, account.id).await?;
    let same: Vec<_> = stored
        .into_iter()
        .filter(|row| row.source == request.source)
        .collect();
    let known: BTreeSet<&str> = same.iter().map(|row| row.number.as_str()).collect();
    let new = numbers.iter().filter(|number| !known.contains(number.as_str()));
    let new: Vec<_> = new
        .map(|number| new_row(cx, &account, &request, number))
        .collect();
    let (again, missing): (Vec<_>, Vec<_>) = same.into_iter().partition(|row| numbers.contains(&row.number));
    let again: Vec<_> = again
        .into_iter()
        .map(|row| seen_again(cx, row, request.seen_on))
        .collect();
    losing_accounts::insert_losing_account_numbers(&mut tx, &new).await?;
    for row in &again {
        losing_account_numbers::update_losing_account_number(&mut tx, row).await?;
    }
    let answer = AccountNumbersImport {
        inserted: new.len(),
        refreshed: again.len(),
        no_longer_listed: missing.iter().map(|row| row.number.clone()).collect(),
        rejected,
        difference: difference_in(&mut tx, &account).await?,
    };
    if request.dry_run {
        cx.store_nothing();
        return Ok(answer);
    }
    let mut act = Act::begin(cx);
    let told = [
        ("fileName", json!(sheet.file.name)),
        ("source", json!(request.source)),
        ("seenOn", json!(request.seen_on)),
        ("inserted", json!(answer.inserted)),
        ("refreshed", json!(answer.refreshed)),
        ("noLongerListed", json!(answer.no_longer_listed.len())),
    ];
    let told = told
        .into_iter()
        .map(|(field, value)| fact(field, Value::Null, value));
    act.noted(account.subject(), "numbers_imported", told.collect())?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(answer)
}

/// The lists of an account against the inventory.
pub async fn difference(cx: &Context, request: ById<LosingAccountId>) -> Result<AccountNumbersDifference> {
    let mut tx = cx.read().await?;
    let account = accounts::find(&mut tx, request.id).await?;
    difference_in(&mut tx, &account).await
}

/// Says what becomes of listed numbers that stay on the account, or takes that back.
pub async fn decide(cx: &Context, request: DecideAccountNumbers) -> Result<AccountNumbersDifference> {
    let mut tx = cx.write().await?;
    let account = accounts::find(&mut tx, request.account_id).await?;
    let rows = losing_accounts::list_losing_account_numbers(&mut tx, account.id).await?;
    let mut told = Vec::new();
    for text in &request.numbers {
        let number = number::parse(text, Country::default())
            .map_err(|error| ApiError::invalid("numbers", format!("'{text}' is no number: {error}.")))?;
        let own: Vec<_> = rows
            .iter()
            .filter(|row| row.number == number.e164.as_str())
            .collect();
        let Some(first) = own.first() else {
            let text = format!("{} is not on the list of this account.", number.e164);
            return Err(ApiError::invalid("numbers", text));
        };
        let says = |action: Option<RemainingAction>| match action {
            Some(action) => json!(format!("{}: {action}", number.e164)),
            None => Value::Null,
        };
        told.push(fact(
            "remaining",
            says(first.remaining_action),
            says(request.action),
        ));
        for row in own {
            let wanted = LosingAccountNumber {
                remaining_action: request.action,
                updated_at: cx.now(),
                ..row.clone()
            };
            losing_account_numbers::update_losing_account_number(&mut tx, &wanted).await?;
        }
    }
    if told.is_empty() {
        return Err(ApiError::invalid(
            "numbers",
            "Name the numbers that are decided about.",
        ));
    }
    let difference = difference_in(&mut tx, &account).await?;
    let mut act = Act::begin(cx);
    act.noted(account.subject(), "remaining_numbers_decided", told)?;
    act.commit(tx).await?;
    Ok(difference)
}

async fn read(cx: &Context, request: &ImportAccountNumbers, account: &LosingAccount) -> Result<OneSheet> {
    let customer = customers::find_customer(&mut cx.read().await?, account.customer_id).await?;
    let column = request
        .column
        .as_deref()
        .filter(|column| !column.trim().is_empty());
    let asked = Asked {
        file: &request.file,
        sheet: request.sheet.as_ref(),
        column: column.map(|column| (column, ImportField::E164)),
        target: ImportTarget::LosingAccountNumbers,
        country: request.country.as_deref(),
        is_demo: customer.is_some_and(|customer| customer.is_demo),
    };
    read_one(cx, asked).await
}

/// Every number once, and the rows that could not be read.
fn numbers_of(sheet: &OneSheet) -> (BTreeSet<String>, Vec<RejectedLine>) {
    let mut numbers = BTreeSet::new();
    let mut rejected = Vec::new();
    for record in &sheet.records {
        match (record.rejection(), &record.values) {
            (None, Some(RecordValues::LosingAccountNumber(values))) => {
                numbers.insert(values.e164.to_string());
            }
            (issue, _) => rejected.push(RejectedLine {
                row: record.source_row,
                reason: issue.map(|issue| issue.text.to_string()).unwrap_or_default(),
            }),
        }
    }
    (numbers, rejected)
}

fn new_row(
    cx: &Context,
    account: &LosingAccount,
    request: &ImportAccountNumbers,
    number: &str,
) -> LosingAccountNumber {
    LosingAccountNumber {
        id: cx.id(),
        customer_id: account.customer_id,
        losing_account_id: account.id,
        number: number.to_owned(),
        source: request.source,
        seen_on: request.seen_on,
        remaining_action: None,
        revision: 1,
        created_at: cx.now(),
        updated_at: cx.now(),
    }
}

/// An older list that comes late does not make a number look as if it had not been seen since.
fn seen_again(cx: &Context, row: LosingAccountNumber, on: NaiveDate) -> LosingAccountNumber {
    LosingAccountNumber {
        seen_on: row.seen_on.max(on),
        updated_at: cx.now(),
        ..row
    }
}

async fn difference_in(tx: &mut Tx, account: &LosingAccount) -> Result<AccountNumbersDifference> {
    let rows = losing_accounts::list_losing_account_numbers(tx, account.id).await?;
    let inventory =
        losing_account_numbers::list_account_inventory(tx, account.id, account.customer_id).await?;
    let (own, elsewhere): (Vec<_>, Vec<_>) = inventory.into_iter().partition(|row| row.is_of_account);
    let own = paths(own);
    let elsewhere = paths(elsewhere);
    let found = account_list::compare(&rows, &own.keys().cloned().collect());
    let listed = |listed: Listed| ListedNumber {
        elsewhere: elsewhere.get(&listed.number).cloned(),
        number: listed.number,
        sources: listed.sources,
        seen_on: listed.seen_on,
        remaining_action: listed.remaining_action,
    };
    let unlisted = found.only_in_inventory.into_iter().map(|number| InventoryNumber {
        path: own.get(&number).cloned().unwrap_or_default(),
        number,
    });
    Ok(AccountNumbersDifference {
        listed: found.listed,
        in_inventory: own.len(),
        in_both: found.in_both,
        only_listed: found.only_listed.into_iter().map(listed).collect(),
        only_in_inventory: unlisted.collect(),
        no_longer_listed: found.no_longer_listed.into_iter().map(listed).collect(),
    })
}

fn paths(rows: Vec<AccountInventoryRow>) -> BTreeMap<String, String> {
    rows.into_iter().map(|row| (row.number, row.path)).collect()
}
