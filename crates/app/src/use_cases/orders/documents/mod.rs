//! The papers of an order: which stand where, and what a person or a step says of them. A date is kept once: that of a
//! bill or a CSR with the losing account, that of a signature with the order.

mod export_all;
mod letter;

use chrono::NaiveDate;
use portflow_domain::coded::Labelled;
use portflow_domain::entities::{Attachment, LosingAccount, PortOrder, PortOrderDocument};
use portflow_domain::enums::{AttachmentKind, OrderDocumentKind, OrderDocumentState, PortOrderStatus};
use portflow_domain::ids::AttachmentId;
use portflow_domain::porting::papers::{self, Paper};
use portflow_domain::transitions::port_order;
use portflow_store::Tx;
use portflow_store::queries::losing_accounts::{self, AccountSecrets};
use portflow_store::queries::{attachments, port_order_documents, port_orders};
use serde_json::{Value, json};

use super::evidence::Evidence;
use super::facts::OrderSurroundings;
use super::find;
use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::order_documents::{OrderDocumentFile, OrderDocumentLine, SetOrderDocument};
use crate::error::{ApiError, Result};
use crate::use_cases::optional;

pub use export_all::export_all;
pub(super) use letter::{attachment_workbook, letter_pdf};

/// Says where a paper stands.
pub async fn set(cx: &Context, request: SetOrderDocument) -> Result<PortOrder> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    let around = OrderSurroundings::of_papers(&mut tx, &before).await?;
    let today = around.today(cx.now());
    check(&before, &request, today)?;
    let wanted = PortOrder {
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    let after = port_orders::update_port_order(&mut tx, &wanted).await?;
    let mut act = Act::begin(cx);
    let on_account = date_account(cx, &mut tx, &mut act, &around, &request).await?;
    let old = around.document(request.kind);
    let told = told(old, &request);
    let mut document = old.cloned().unwrap_or_else(|| blank(cx, &after, request.kind));
    say(&mut document, request.state, request.on.unwrap_or(today));
    document.reason = optional(request.reason.as_ref());
    if !on_account {
        document.dated_on = request.dated_on.or(document.dated_on);
    }
    if let Some(file_id) = &request.file_id {
        document.attachment_id = Some(keep_file(cx, &mut tx, &after, &request, file_id).await?);
    }
    store(cx, &mut tx, old.is_some(), document).await?;
    act.changed("document_set", &before, &after, told)?;
    act.commit(tx).await?;
    Ok(after)
}

fn check(order: &PortOrder, request: &SetOrderDocument, today: NaiveDate) -> Result<()> {
    use OrderDocumentState::{Received, Rejected, Waived};
    let name = request.kind.label();
    if request.kind == OrderDocumentKind::Loa {
        return Err(
            ApiError::refused("The letter of authorization follows the steps of the order.")
                .hint("Take the step LOA requested, and LOA signed once it has come back."),
        );
    }
    if !papers::kinds(order.number_class).contains(&request.kind) {
        let class = order.number_class.label().to_lowercase();
        return Err(ApiError::invalid(
            "kind",
            format!("An order of {class} numbers has no {name}."),
        ));
    }
    if !port_order::is_open(order.status) {
        let text = format!("The order is {}; its papers are closed.", order.status.label());
        return Err(ApiError::refused(text));
    }
    let settles = matches!(request.state, Rejected | Waived);
    if settles && optional(request.reason.as_ref()).is_none() {
        let text = format!("Give a reason why the {name} is {}.", request.state);
        return Err(ApiError::invalid("reason", text));
    }
    if request.state != Received && (request.dated_on.is_some() || request.file_id.is_some()) {
        let text = "Only a paper that came has a date and a file.";
        return Err(ApiError::invalid("state", text));
    }
    for (field, day) in [("datedOn", request.dated_on), ("on", request.on)] {
        if day.is_some_and(|day| day > today) {
            return Err(ApiError::invalid(field, "That day is in the future."));
        }
    }
    Ok(())
}

/// Gives the date of a bill or a CSR to the account; tells whether that is where it is kept.
async fn date_account(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    around: &OrderSurroundings,
    request: &SetOrderDocument,
) -> Result<bool> {
    let Some(before) = around.account.as_ref().filter(|_| is_on_account(request.kind)) else {
        return Ok(false);
    };
    let Some(dated_on) = request.dated_on else {
        return Ok(true);
    };
    let mut wanted = LosingAccount {
        updated_at: cx.now(),
        ..before.clone()
    };
    match request.kind {
        OrderDocumentKind::Bill => wanted.bill_date = Some(dated_on),
        OrderDocumentKind::Csr => wanted.csr_date = Some(dated_on),
        OrderDocumentKind::Loa | OrderDocumentKind::TollFreeBill => {}
    }
    let after = losing_accounts::update_losing_account(tx, &wanted, &AccountSecrets::default()).await?;
    act.updated(before, &after)?;
    Ok(true)
}

fn is_on_account(kind: OrderDocumentKind) -> bool {
    matches!(kind, OrderDocumentKind::Bill | OrderDocumentKind::Csr)
}

fn told(
    old: Option<&PortOrderDocument>,
    request: &SetOrderDocument,
) -> Vec<portflow_domain::changes::FieldChange> {
    let stands = |state| json!(format!("{}: {state}", request.kind.label()));
    let before = old.map_or(Value::Null, |it| stands(it.state));
    let mut told = vec![fact("document", before, stands(request.state))];
    if let Some(dated_on) = request.dated_on {
        told.push(fact("datedOn", Value::Null, json!(dated_on)));
    }
    if let Some(reason) = optional(request.reason.as_ref()) {
        told.push(fact("reason", Value::Null, json!(reason)));
    }
    told
}

async fn keep_file(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    request: &SetOrderDocument,
    file_id: &str,
) -> Result<AttachmentId> {
    let path = cx.session.files.path(file_id)?;
    let content = crate::files::read(&path)?;
    let evidence = Evidence {
        kind: match request.kind {
            OrderDocumentKind::Loa => AttachmentKind::Loa,
            OrderDocumentKind::Bill | OrderDocumentKind::TollFreeBill => AttachmentKind::Bill,
            OrderDocumentKind::Csr => AttachmentKind::Csr,
        },
        file_name: &crate::files::file_name(&path),
        content: &content,
        dated_on: request.dated_on,
    };
    evidence.keep(cx, tx, order).await
}

/// What a step of the order says of its letter.
pub(super) async fn follow(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
    evidence: Option<AttachmentId>,
) -> Result<()> {
    if order.status == PortOrderStatus::LoaRequested {
        letter_requested(cx, tx, order, around).await?;
    }
    if order.status == PortOrderStatus::LoaSigned {
        letter_signed(cx, tx, order, around, evidence).await?;
    }
    Ok(())
}

/// The letter was sent to the customer.
async fn letter_requested(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
) -> Result<()> {
    let old = around.document(OrderDocumentKind::Loa);
    let mut letter = letter_of(cx, order, around);
    say(&mut letter, OrderDocumentState::Requested, around.today(cx.now()));
    store(cx, tx, old.is_some(), letter).await
}

/// The letter came back signed; what it said is kept, so that a later refusal can name what changed.
pub(super) async fn letter_signed(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
    evidence: Option<AttachmentId>,
) -> Result<()> {
    let old = around.document(OrderDocumentKind::Loa);
    let content = serde_json::to_value(around.loa(order)).map_err(|error| ApiError::internal(&error))?;
    let mut letter = letter_of(cx, order, around);
    say(&mut letter, OrderDocumentState::Received, around.today(cx.now()));
    letter.attachment_id = evidence;
    letter.signed_content = Some(content);
    store(cx, tx, old.is_some(), letter).await
}

fn letter_of(cx: &Context, order: &PortOrder, around: &OrderSurroundings) -> PortOrderDocument {
    let old = around.document(OrderDocumentKind::Loa);
    old.cloned()
        .unwrap_or_else(|| blank(cx, order, OrderDocumentKind::Loa))
}

fn blank(cx: &Context, order: &PortOrder, kind: OrderDocumentKind) -> PortOrderDocument {
    PortOrderDocument {
        id: cx.id(),
        customer_id: order.customer_id,
        port_order_id: order.id,
        kind,
        state: OrderDocumentState::Requested,
        requested_on: None,
        received_on: None,
        settled_on: None,
        dated_on: None,
        reason: None,
        attachment_id: None,
        signed_content: None,
        revision: 1,
        created_at: cx.now(),
        updated_at: cx.now(),
    }
}

fn say(document: &mut PortOrderDocument, state: OrderDocumentState, on: NaiveDate) {
    document.state = state;
    document.settled_on = None;
    let day = match state {
        OrderDocumentState::Requested => &mut document.requested_on,
        OrderDocumentState::Received => &mut document.received_on,
        OrderDocumentState::Rejected | OrderDocumentState::Waived => &mut document.settled_on,
    };
    *day = Some(on);
}

async fn store(cx: &Context, tx: &mut Tx, is_known: bool, document: PortOrderDocument) -> Result<()> {
    if is_known {
        let wanted = PortOrderDocument {
            updated_at: cx.now(),
            ..document
        };
        port_order_documents::update_port_order_document(tx, &wanted).await?;
    } else {
        port_order_documents::insert_port_order_document(tx, &document).await?;
    }
    Ok(())
}

/// The checklist of an order.
pub(super) async fn checklist(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
) -> Result<Vec<OrderDocumentLine>> {
    let files = attachments::list_attachments(tx, order.id).await?;
    let today = around.today(cx.now());
    let papers = around.papers(order);
    Ok(papers
        .iter()
        .map(|paper| line(order, around, paper, &files, today))
        .collect())
}

fn line(
    order: &PortOrder,
    around: &OrderSurroundings,
    paper: &Paper,
    files: &[Attachment],
    today: NaiveDate,
) -> OrderDocumentLine {
    let said = around.document(paper.kind);
    let limit = papers::limit(paper.kind, &around.rules);
    let age = paper.dated_on.map(|dated| (today - dated).num_days());
    let file = said.and_then(|it| files.iter().find(|file| Some(file.id) == it.attachment_id));
    let changes = if paper.kind == OrderDocumentKind::Loa {
        around.changes_since_signature(order)
    } else {
        Vec::new()
    };
    OrderDocumentLine {
        kind: paper.kind,
        state: paper.standing(),
        is_needed: papers::is_needed(paper.kind, &around.rules),
        requested_on: said.and_then(|it| it.requested_on),
        received_on: said.and_then(|it| it.received_on),
        settled_on: said.and_then(|it| it.settled_on),
        dated_on: paper.dated_on,
        age_days: age,
        limit_days: limit,
        freshness: age.map(|age| papers::freshness(age, limit)),
        reason: said.and_then(|it| it.reason.clone()),
        file: file.map(|file| OrderDocumentFile {
            id: file.id,
            name: file.file_name.clone(),
            sha256: file.sha256.clone(),
        }),
        changes,
    }
}
