//! Numbers that are added by hand: named one by one or as ranges, looked at first, stored as one act.

use portflow_domain::entities::{Migration, PhoneNumber};
use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::number::{Country, ParsedNumber};
use portflow_domain::number_blocks::{ADDED_AT_ONCE, NumberSpan, RangesRead, read_ranges, spans};
use portflow_store::Tx;
use portflow_store::queries::{bulk, phone_numbers, sites};
use std::collections::{BTreeMap, BTreeSet};

use super::holders::{check_accounts, check_holder, set_holder};
use super::set::check_account;
use super::usage_of;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::number_ranges::{
    AddNumbers, AddedNumberValues, AddedNumbers, NumbersToAdd, NumbersToAddPreview, RangesElsewhere,
};
use crate::dto::numbers::Holder;
use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::{accounts, migrations, optional};

/// Numbers from which on counting and indexing them together is worth its price.
const MANY: usize = 100;

/// What was named, set against what is there.
struct Sorted {
    migration: Migration,
    read: RangesRead,
    new: Vec<ParsedNumber>,
    here: Vec<String>,
    elsewhere: BTreeMap<String, Vec<String>>,
}

/// What adding the numbers would do.
pub async fn preview(cx: &Context, request: NumbersToAdd) -> Result<NumbersToAddPreview> {
    let mut tx = cx.read().await?;
    let sorted = sort(&mut tx, &request).await?;
    let of = |numbers: &[String]| spans(numbers.iter().map(String::as_str));
    Ok(NumbersToAddPreview {
        new: count(sorted.new.len()),
        new_ranges: spans(sorted.new.iter().map(|it| it.e164.as_str())),
        already_here: of(&sorted.here),
        elsewhere: sorted
            .elsewhere
            .iter()
            .map(|(path, numbers)| RangesElsewhere {
                path: path.clone(),
                ranges: of(numbers),
            })
            .collect(),
        excluded: count(sorted.read.excluded),
        refused: sorted.read.refused,
    })
}

/// Adds the new ones among the numbers as one act.
pub async fn add(cx: &Context, request: AddNumbers) -> Result<AddedNumbers> {
    let mut tx = cx.write().await?;
    let sorted = sort(&mut tx, &request.wanted).await?;
    let found = count(sorted.new.len());
    if request.expected.is_some_and(|expected| expected != found) {
        return Err(ApiError::new(
            ErrorCode::Conflict,
            format!("The inventory has changed since you looked: {found} numbers are new now."),
        )
        .hint("Look at the preview again."));
    }
    if sorted.new.is_empty() {
        return Err(nothing_new(&sorted));
    }
    let numbers = made(cx, &mut tx, &sorted, &request.wanted.values).await?;
    let is_large = numbers.len() >= MANY;
    if is_large {
        bulk::begin_bulk_import(&mut tx).await?;
    }
    phone_numbers::insert_phone_numbers(&mut tx, &numbers).await?;
    if is_large {
        bulk::end_bulk_import(&mut tx).await?;
    }
    let mut act = Act::begin(cx);
    for number in &numbers {
        act.created(number)?;
    }
    let change_set_id = act.change_set_id();
    act.commit(tx).await?;
    Ok(AddedNumbers {
        added: found,
        ranges: added_ranges(&numbers),
        change_set_id,
    })
}

fn added_ranges(numbers: &[PhoneNumber]) -> Vec<NumberSpan> {
    spans(numbers.iter().map(|it| it.number.as_str()))
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

fn nothing_new(sorted: &Sorted) -> ApiError {
    if let Some(line) = sorted.read.refused.first() {
        let text = format!("'{}' cannot be added. {}", line.text, line.reason);
        return ApiError::invalid("numbers", text).hint(line.remedy.clone());
    }
    if let Some(number) = sorted.here.first() {
        let text = match sorted.here.len() {
            1 => format!("{number} is in this migration already."),
            more => format!("All {more} numbers are in this migration already, {number} among them."),
        };
        return ApiError {
            code: ErrorCode::Conflict,
            ..ApiError::invalid("numbers", text)
        }
        .hint("Change the number that is there, or give the new one an extension.");
    }
    if let Some(path) = sorted.elsewhere.keys().next() {
        let text = format!("None of the numbers is new everywhere: {path} has them.");
        return ApiError::invalid("numbers", text).hint("Add them all the same, or leave them there.");
    }
    ApiError::invalid("numbers", "No number is named.").hint("Write a number or a range on each line.")
}

/// Reads what was named, and tells the new numbers from those that are there.
async fn sort(tx: &mut Tx, request: &NumbersToAdd) -> Result<Sorted> {
    let migration = migrations::find(tx, request.migration_id).await?;
    let site = sites::find_site(tx, migration.site_id).await?;
    let country = site.and_then(|site| site.country.parse().ok());
    let mut read = read_ranges(&request.numbers, &request.exclude, country.unwrap_or(Country::US));
    if read.numbers.len() > ADDED_AT_ONCE {
        let text = format!(
            "{} numbers are named, more than can be added at once.",
            read.numbers.len()
        );
        return Err(ApiError::invalid("numbers", text).hint("Add at most 100,000 numbers in one go."));
    }
    let mut texts: Vec<_> = read.numbers.iter().map(|it| it.e164.to_string()).collect();
    texts.sort_unstable();
    texts.dedup();
    let stored: BTreeSet<_> = phone_numbers::list_named_numbers(tx, migration.id, &texts)
        .await?
        .into_iter()
        .collect();
    let others = phone_numbers::numbers_in_other_migrations(tx, migration.id, &texts).await?;
    let outside: BTreeSet<_> = others.iter().map(|(number, _)| number.clone()).collect();
    let (mut new, mut here) = (Vec::new(), Vec::new());
    for number in std::mem::take(&mut read.numbers) {
        let text = number.e164.to_string();
        if stored.contains(&(text.clone(), number.extension.clone())) {
            here.push(text);
        } else if !(request.only_new_everywhere && outside.contains(&text)) {
            new.push(number);
        }
    }
    let mut elsewhere: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, path) in others {
        elsewhere.entry(path).or_default().push(number);
    }
    Ok(Sorted {
        migration,
        read,
        new,
        here,
        elsewhere,
    })
}

/// The new numbers as they are stored.
async fn made(
    cx: &Context,
    tx: &mut Tx,
    sorted: &Sorted,
    values: &AddedNumberValues,
) -> Result<Vec<PhoneNumber>> {
    let mut numbers: Vec<_> = sorted
        .new
        .iter()
        .map(|number| one(cx, &sorted.migration, number, values))
        .collect();
    if let (Some(id), Some(number)) = (values.losing_account_id, numbers.first()) {
        check_account(number, &accounts::find(tx, id).await?)?;
    }
    let Some(upn) = optional(values.holder_upn.as_ref()) else {
        return Ok(numbers);
    };
    let [number] = numbers.as_mut_slice() else {
        return Err(
            ApiError::invalid("holderUpn", "A holder can be named for a single number only.")
                .hint("Add the numbers without a holder, then assign them."),
        );
    };
    let holder = Holder {
        upn: Some(upn),
        ..Holder::default()
    };
    let holder = check_holder(tx, sorted.migration.id, &holder).await?;
    let before = number.clone();
    set_holder(number, holder)?;
    check_accounts(tx, &[(before, number.clone())]).await?;
    Ok(numbers)
}

fn one(
    cx: &Context,
    migration: &Migration,
    parsed: &ParsedNumber,
    values: &AddedNumberValues,
) -> PhoneNumber {
    let default = if parsed.e164.is_toll_free() {
        PhoneNumberType::Other
    } else {
        PhoneNumberType::User
    };
    let number_type = values.number_type.unwrap_or(default);
    let usage = if values.number_type.is_none() && parsed.e164.is_toll_free() {
        NumberUsage::VoiceApp
    } else {
        usage_of(number_type)
    };
    let now = cx.now();
    PhoneNumber {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        number: parsed.e164.to_string(),
        extension: parsed.extension.clone(),
        number_type,
        usage: values.usage.unwrap_or(usage),
        porting_status: PortingStatus::NotStarted,
        disposition: values.disposition.unwrap_or(Disposition::Port),
        description: optional(values.description.as_ref()).or_else(|| parsed.note.clone()),
        losing_account_id: values.losing_account_id,
        current_carrier: optional(values.current_carrier.as_ref()),
        rate_center: optional(values.rate_center.as_ref()),
        assigned_end_user_id: None,
        assigned_resource_account_id: None,
        open_port_order_id: None,
        foc_date: None,
        ported_at: None,
        verified_at: None,
        rejection_reason: None,
        notes: optional(values.notes.as_ref()),
        import_batch_id: None,
        source_row: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}
