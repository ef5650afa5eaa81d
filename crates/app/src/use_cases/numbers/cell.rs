//! Cells of the number grid, stored as one change or refused one by one.

use portflow_domain::entities::{LosingAccount, PhoneNumber};
use portflow_domain::ids::{CustomerId, PhoneNumberId};
use portflow_domain::number::{self, Country};
use portflow_domain::views::NumberRow;
use portflow_store::Tx;
use portflow_store::queries::{losing_accounts, phone_numbers};
use std::collections::{BTreeMap, BTreeSet};

use super::holders::{FoundHolder, NamedHolders, check_accounts, key, set_holder};
use super::storing::store;
use super::{find_all, usage_of};
use crate::context::Context;
use crate::dto::grid::{EditCells, EditResult};
use crate::error::Result;
use crate::use_cases::cells::{self, Edited};

/// What typed names stand for.
struct Known {
    holders: NamedHolders,
    accounts: Vec<LosingAccount>,
}

/// Stores typed cells as one change, or tells which of them cannot be.
pub async fn edit(cx: &Context, request: EditCells<PhoneNumberId>) -> Result<EditResult<NumberRow>> {
    let mut tx = cx.write().await?;
    let ids = cells::ids(&request.edits);
    let numbers = find_all(&mut tx, &ids).await?;
    let known = Known::find(&mut tx, &request, &numbers).await?;
    let mut edited = Edited::begin(numbers, |number| (number.id, number.revision));
    for (index, edit) in request.edits.iter().enumerate() {
        edited.apply(index, edit, |number| {
            set_cell(number, &edit.column, edit.value.as_deref(), &known)
        });
    }
    let pairs = match edited.finish()? {
        Ok(pairs) => pairs,
        Err(problems) => return Ok(cells::refused(cx, problems)),
    };
    check_accounts(&mut tx, &pairs).await?;
    let changed = store(cx, &mut tx, "updated", pairs, None).await?;
    let rows = phone_numbers::list_number_rows(&mut tx, &ids).await?;
    tx.commit().await?;
    Ok(EditResult {
        rows,
        problems: Vec::new(),
        change_set_id: Some(changed.change_set_id),
    })
}

impl Known {
    /// Looks up what was typed into the cells for holders and losing accounts.
    async fn find(tx: &mut Tx, request: &EditCells<PhoneNumberId>, numbers: &[PhoneNumber]) -> Result<Self> {
        let of: BTreeMap<_, _> = numbers.iter().map(|it| (it.id, it)).collect();
        let mut named = BTreeSet::new();
        let mut customers: BTreeSet<CustomerId> = BTreeSet::new();
        for edit in &request.edits {
            let (Some(number), Some(text)) = (of.get(&edit.id), cells::text(edit.value.as_deref())) else {
                continue;
            };
            match edit.column.as_str() {
                "holderUpn" => _ = named.insert((number.migration_id, key(&text))),
                "losingAccountBtn" => _ = customers.insert(number.customer_id),
                _ => {}
            }
        }
        let mut accounts = Vec::new();
        for customer in customers {
            accounts.extend(losing_accounts::list_losing_accounts(tx, Some(customer)).await?);
        }
        Ok(Self {
            holders: NamedHolders::find(tx, &named).await?,
            accounts,
        })
    }

    /// The account of a customer that is meant by its BTN, or by its carrier where it is the only one there.
    fn account(&self, customer: CustomerId, text: &str) -> std::result::Result<&LosingAccount, String> {
        let btn = number::parse(text, Country::default()).map(|parsed| parsed.e164);
        let is_meant = |account: &&LosingAccount| {
            let written = account.btn.as_deref().unwrap_or_default();
            account.customer_id == customer
                && (written == text
                    || btn.as_ref().is_ok_and(|btn| btn.as_str() == written)
                    || account.carrier_name.eq_ignore_ascii_case(text))
        };
        let mut meant = self.accounts.iter().filter(is_meant);
        match (meant.next(), meant.next()) {
            (Some(only), None) => Ok(only),
            (None, _) => Err(format!("no losing account of this customer has the BTN {text}")),
            (Some(_), Some(_)) => Err(format!(
                "several losing accounts are meant by {text}; type the BTN"
            )),
        }
    }
}

fn set_cell(
    number: &mut PhoneNumber,
    column: &str,
    value: Option<&str>,
    known: &Known,
) -> std::result::Result<(), String> {
    let text = cells::text(value);
    let is_ordered = matches!(column, "disposition" | "currentCarrier" | "losingAccountBtn");
    if number.open_port_order_id.is_some() && is_ordered {
        return Err("the number is in an open port order; take it out of the order first".to_owned());
    }
    match column {
        "numberType" => {
            number.number_type = cells::code(value)?;
            number.usage = usage_of(number.number_type);
        }
        "usage" => number.usage = cells::code(value)?,
        "disposition" => number.disposition = cells::code(value)?,
        "description" => number.description = text,
        "currentCarrier" => number.current_carrier = text,
        "rateCenter" => number.rate_center = text,
        "notes" => number.notes = text,
        "losingAccountBtn" => {
            number.losing_account_id = match text {
                None => None,
                Some(text) => Some(known.account(number.customer_id, &text)?.id),
            };
        }
        "holderUpn" => {
            let holder = match &text {
                None => FoundHolder::Nobody,
                Some(upn) => known
                    .holders
                    .get(number.migration_id, upn)
                    .ok_or_else(|| format!("nobody in this migration has the UPN {upn}"))?,
            };
            set_holder(number, holder).map_err(|error| error.message)?;
        }
        "portingStatus" => {
            return Err("a status changes by a step of its state machine, not by typing".to_owned());
        }
        _ => return Err(format!("the column {column} cannot be edited")),
    }
    Ok(())
}
