//! The letter of authorization of an order as PDF, and its Attachment A as a workbook. The letter says exactly what the
//! hash of a signature covers, and beside it what the carrier needs for its work.

use portflow_document::{LoaLetter, Sheet};
use portflow_domain::entities::PortOrder;
use portflow_domain::number::E164;
use portflow_domain::porting::loa::{Letter, LetterPart, Particulars, letter};
use portflow_domain::workbook::Cell;
use portflow_sheet::{Column, TableHead};
use portflow_store::Tx;
use portflow_store::queries::losing_accounts::{self, AccountSecrets};

use crate::context::Context;
use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::orders::facts::OrderSurroundings;

/// How much of the content's hash the foot of the letter shows.
const HASH_SHOWN: usize = 12;

/// The letter as PDF.
pub(in crate::use_cases::orders) async fn letter_pdf(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
) -> Result<Vec<u8>> {
    let secrets = match order.losing_account_id {
        Some(id) => losing_accounts::read_secrets(tx, id).await?,
        None => AccountSecrets::default(),
    };
    let signer = around.signer.as_ref();
    let beside = Particulars {
        account_number: secrets.account_number,
        pin: secrets.pin,
        pon: order.pon.clone(),
        desired_date: order.desired_date,
        signer_phone: signer.and_then(|it| it.phone.clone()),
        signer_email: signer.and_then(|it| it.email.clone()),
        ring_to_number: order.ring_to_number.clone(),
        coverage: order.coverage.clone(),
    };
    let told = told(cx, order, around, letter(&around.loa(order), &beside));
    let work = tokio::task::spawn_blocking(move || portflow_document::render_loa(told));
    let written = work.await.map_err(|error| ApiError::internal(&error))?;
    written.map_err(|error| ApiError::new(ErrorCode::File, format!("The letter could not be made: {error}.")))
}

fn told(cx: &Context, order: &PortOrder, around: &OrderSurroundings, letter: Letter) -> LoaLetter {
    let reference = reference(order);
    let hash: String = around.loa_hash(order).chars().take(HASH_SHOWN).collect();
    let part = |part: LetterPart| (part.title, part.facts);
    let (title, facts) = part(letter.processing);
    LoaLetter {
        title: letter.title,
        customer: around.legal_name().to_owned(),
        sheet: Sheet::of_country(&around.site.country),
        as_of: around.today(cx.now()),
        statements: letter.statements,
        signed: letter.signed.into_iter().map(part).collect(),
        processing: (title, facts, letter.processing_note),
        by_hand: letter.by_hand,
        numbers: letter.attachment,
        footer: format!("Letter of authorization \u{2013} {reference} \u{2013} content {hash}"),
        reference,
    }
}

fn reference(order: &PortOrder) -> String {
    let pon = order.pon.as_deref().unwrap_or("without PON");
    format!("Order {pon}, version {}", order.version)
}

/// Attachment A as a workbook, a row per number; it holds no secret.
pub(in crate::use_cases::orders) fn attachment_workbook(
    cx: &Context,
    order: &PortOrder,
    around: &OrderSurroundings,
) -> Result<Vec<u8>> {
    let content = around.loa(order);
    let text = |text: &str| Cell::Text(text.into());
    // In one cell: beside a list of numbers, two would be read as its headings when it is imported again.
    let title = |name: &str, value: &str| vec![text(&format!("{name}: {value}"))];
    let head = TableHead {
        sheet_name: "Attachment A".to_owned(),
        title_rows: vec![
            title("Attachment A of", &reference(order)),
            title("Legal name", &content.legal_name),
            title("Gaining carrier", &content.gaining_carrier),
            title("Losing carrier", &content.losing_carrier),
            Vec::new(),
        ],
        columns: ["Telephone number", "Rate center"].map(Column::new).into(),
    };
    let mut numbers = around
        .numbers
        .iter()
        .map(|(_, number)| number)
        .collect::<Vec<_>>();
    numbers.dedup_by(|a, b| a.number == b.number);
    let rows = numbers.into_iter().map(|number| {
        let written = number.number.parse::<E164>();
        let written = written.map_or_else(|_| number.number.clone(), |it| it.dashed());
        let rate_center = number.rate_center.as_deref().map_or(Cell::Empty, text);
        vec![text(&written), rate_center]
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    portflow_sheet::write_table(&mut bytes, &head, rows, cx.now()).map_err(|error| {
        ApiError::new(
            ErrorCode::File,
            format!("The workbook could not be made: {error}."),
        )
    })?;
    Ok(bytes.into_inner())
}
