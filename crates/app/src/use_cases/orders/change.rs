//! Making an order and changing it while it is a draft.

use portflow_domain::coded::Labelled;
use portflow_domain::entities::{Migration, PhoneNumber, PortOrder};
use portflow_domain::enums::{NumberClass, PortOrderStatus, PortScope};
use portflow_domain::ids::{ContactId, EntityId, LosingAccountId};
use portflow_domain::number::E164;
use portflow_domain::porting::account::e164;
use portflow_store::Tx;
use portflow_store::queries::{port_orders, sites};
use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::pons::Pons;
use super::staying::staying;
use super::{find, lines};
use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::order_proposals::AddPortOrders;
use crate::dto::orders::{AddPortOrder, ChangeOrderNumbers, UpdatePortOrder};
use crate::error::{ApiError, Result};
use crate::use_cases::{accounts, discovery, migrations, optional};

/// Makes a draft over numbers of one losing account.
pub async fn add(cx: &Context, request: AddPortOrder) -> Result<PortOrder> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let mut pons = Pons::load(&mut tx).await?;
    let order = add_within(cx, &mut tx, &mut act, &mut pons, request).await?;
    act.commit(tx).await?;
    Ok(order)
}

/// Makes several drafts as one act; when one is refused, none is made.
pub async fn add_all(cx: &Context, request: AddPortOrders) -> Result<Vec<PortOrder>> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let mut pons = Pons::load(&mut tx).await?;
    let mut orders = Vec::with_capacity(request.orders.len());
    for order in request.orders {
        orders.push(add_within(cx, &mut tx, &mut act, &mut pons, order).await?);
    }
    act.commit(tx).await?;
    Ok(orders)
}

/// A gaining carrier says what an order has to be like.
pub(super) fn no_carrier() -> ApiError {
    ApiError::refused("The migration names no gaining carrier.").hint("Choose the carrier on its overview.")
}

pub(super) async fn add_within(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    pons: &mut Pons,
    request: AddPortOrder,
) -> Result<PortOrder> {
    let chosen = lines::found(tx, &request.phone_number_ids, request.migration_id).await?;
    let order = drafted(cx, tx, pons, &request, &chosen).await?;
    let order = port_orders::insert_port_order(tx, &order).await?;
    act.created_with(&order, chosen.iter().map(lines::added).collect())?;
    lines::put_in(cx, tx, &order, chosen).await?;
    Ok(order)
}

/// The draft that the request describes, over these numbers; not stored yet.
pub(super) async fn drafted(
    cx: &Context,
    tx: &mut Tx,
    pons: &mut Pons,
    request: &AddPortOrder,
    chosen: &[PhoneNumber],
) -> Result<PortOrder> {
    let migration = migrations::find(tx, request.migration_id).await?;
    let carrier_id = migration.carrier_id.ok_or_else(no_carrier)?;
    let class = class_of(chosen)?;
    let account = account_of(tx, &migration, request, class).await?;
    let signer = signer_of(tx, &migration, request).await?;
    let now = cx.now();
    Ok(PortOrder {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        carrier_id,
        losing_account_id: account,
        pon: Some(pons.take(request.pon.as_ref())?),
        version: 1,
        sequence_in_account: match account {
            Some(account) => port_orders::last_in_account(tx, account).await? + 1,
            None => 1,
        },
        scope: match (request.scope, account) {
            (Some(scope), _) => scope,
            (None, Some(account)) => scope_of(tx, account, chosen).await?,
            (None, None) => PortScope::Full,
        },
        number_class: class,
        status: PortOrderStatus::Draft,
        desired_date: request.desired_date,
        foc_local_date: None,
        foc_local_time: None,
        foc_zone: None,
        foc_at: None,
        new_btn: optional(request.new_btn.as_ref()),
        signer_contact_id: signer,
        loa_content_hash: None,
        loa_signed_on: None,
        submitted_at: None,
        ported_at: None,
        snapback_until: None,
        resporg_id: resporg(request.resporg_id.as_ref(), class)?,
        ring_to_number: None,
        coverage: None,
        notes: optional(request.notes.as_ref()),
        revision: 1,
        created_at: now,
        updated_at: now,
    })
}

/// What is said, an empty text for nothing; as it was where nobody said anything.
fn said_or(said: Option<&String>, before: Option<&String>) -> Option<String> {
    optional(said.or(before))
}

/// A RespOrg id belongs to toll-free numbers.
fn resporg(given: Option<&String>, class: NumberClass) -> Result<Option<String>> {
    match (optional(given), class) {
        (Some(_), NumberClass::Local) => Err(ApiError::invalid(
            "resporgId",
            "Local numbers have no RespOrg; leave the RespOrg id empty.",
        )),
        (id, _) => Ok(id.map(|id| id.to_uppercase())),
    }
}

/// The account that was named. Only a RespOrg change, which toll-free numbers move by, goes without one.
async fn account_of(
    tx: &mut Tx,
    migration: &Migration,
    request: &AddPortOrder,
    class: NumberClass,
) -> Result<Option<LosingAccountId>> {
    let Some(id) = request.losing_account_id else {
        return match class {
            NumberClass::TollFree => Ok(None),
            NumberClass::Local => Err(ApiError::invalid("losingAccountId", "Name the losing account.")),
        };
    };
    let account = accounts::find(tx, id).await?;
    if account.customer_id != migration.customer_id {
        let text = "The losing account belongs to another customer.";
        return Err(ApiError::invalid("losingAccountId", text));
    }
    Ok(Some(account.id))
}

/// Whoever was named, or else the only one who may sign at the site.
async fn signer_of(tx: &mut Tx, migration: &Migration, request: &AddPortOrder) -> Result<Option<ContactId>> {
    if request.signer_contact_id.is_some() {
        return Ok(request.signer_contact_id);
    }
    let site = sites::find_site(tx, migration.site_id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", migration.site_id))?;
    discovery::signer(tx, &site).await
}

/// Stores new values of a draft.
pub async fn update(cx: &Context, request: UpdatePortOrder) -> Result<PortOrder> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    draft(&before)?;
    let mut pons = Pons::load(&mut tx).await?;
    // The order's own PON is taken by itself.
    let is_own = before.pon.as_deref() == Some(request.pon.trim());
    let wanted = PortOrder {
        scope: request.scope,
        pon: if is_own {
            before.pon.clone()
        } else {
            Some(pons.take(Some(&request.pon))?)
        },
        desired_date: request.desired_date,
        new_btn: optional(request.new_btn.as_ref()),
        signer_contact_id: request.signer_contact_id,
        resporg_id: resporg(request.resporg_id.as_ref(), before.number_class)?,
        ring_to_number: said_or(request.ring_to_number.as_ref(), before.ring_to_number.as_ref()),
        coverage: said_or(request.coverage.as_ref(), before.coverage.as_ref()),
        notes: optional(request.notes.as_ref()),
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    let after = port_orders::update_port_order(&mut tx, &wanted).await?;
    let mut act = Act::begin(cx);
    act.updated(&before, &after)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(after)
}

/// Adds numbers to a draft or takes them out.
pub async fn change_numbers(cx: &Context, request: ChangeOrderNumbers) -> Result<PortOrder> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    draft(&before)?;
    let wanted = PortOrder {
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    let after = port_orders::update_port_order(&mut tx, &wanted).await?;
    let adding = lines::found(&mut tx, &request.add, before.migration_id).await?;
    if !adding.is_empty() && class_of(&adding)? != before.number_class {
        return Err(mixed());
    }
    let mut told: Vec<_> = adding.iter().map(lines::added).collect();
    lines::put_in(cx, &mut tx, &after, adding).await?;
    for number in lines::take_out(cx, &mut tx, &after, &request.remove).await? {
        told.push(fact("numbers", json!(number), Value::Null));
    }
    let mut act = Act::begin(cx);
    act.changed("numbers_changed", &before, &after, told)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(after)
}

pub(super) fn draft(order: &PortOrder) -> Result<()> {
    if order.status == PortOrderStatus::Draft {
        return Ok(());
    }
    Err(ApiError::refused(format!(
        "The order is {}; only a draft can be edited.",
        order.status.label()
    ))
    .hint("Take it back to draft where its state machine allows, or send a supplement."))
}

/// Toll-free numbers move by a RespOrg change and never share an order with local ones.
pub(super) fn class_of(chosen: &[PhoneNumber]) -> Result<NumberClass> {
    let toll_free = |number: &PhoneNumber| {
        number
            .number
            .parse::<E164>()
            .is_ok_and(|number| number.is_toll_free())
    };
    let count = chosen.iter().filter(|number| toll_free(number)).count();
    match count {
        _ if chosen.is_empty() => Err(ApiError::invalid(
            "phoneNumberIds",
            "An order needs at least one number.",
        )),
        0 => Ok(NumberClass::Local),
        all if all == chosen.len() => Ok(NumberClass::TollFree),
        _ => Err(mixed()),
    }
}

pub(super) fn mixed() -> ApiError {
    ApiError::refused("Toll-free and local numbers cannot share an order.")
        .hint("Make one order for the toll-free numbers and one for the others.")
}

/// Full when nothing stays on the account that its lists or the inventory know of, as a proposal says it; of an account
/// that nobody knows anything about, or whose BTN is not among the numbers, partial: a full port ends it.
async fn scope_of(tx: &mut Tx, account: LosingAccountId, chosen: &[PhoneNumber]) -> Result<PortScope> {
    let leaving: BTreeSet<&str> = chosen.iter().map(|number| number.number.as_str()).collect();
    let stays = staying(tx, account, &leaving).await?;
    let account = accounts::find(tx, account).await?;
    let btn = account.btn.filter(|_| account.btn_dialable);
    let takes_btn = btn.is_none_or(|btn| leaving.contains(e164(&btn).as_str()));
    Ok(if stays.is_known && stays.numbers.is_empty() && takes_btn {
        PortScope::Full
    } else {
        PortScope::Partial
    })
}

/// For the log of an order: what kind of record it is.
pub(super) fn subject(order: &PortOrder) -> crate::activity::Subject {
    crate::activity::Subject {
        entity_type: "port_order",
        entity_id: order.id.uuid(),
        customer_id: Some(order.customer_id),
        migration_id: Some(order.migration_id),
    }
}
