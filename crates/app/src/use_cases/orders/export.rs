//! The port-request workbook in the carrier's own layout. It is the only place where account number and PIN leave
//! the workspace.

use portflow_domain::number::E164;
use portflow_domain::porting::request_sheet::{PortRequest, RequestNumber, port_request};
use portflow_store::Tx;
use portflow_store::queries::{contacts, losing_accounts};

use super::change::subject;
use super::facts::OrderSurroundings;
use super::find;
use crate::context::Context;
use crate::dto::orders::{ExportPortOrder, OrderDocument};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::saved_document::save_document;

/// Writes a document of an order where a person chose.
pub async fn export(cx: &Context, request: ExportPortOrder) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.write().await?;
    let bytes = match request.kind {
        OrderDocument::Request => workbook(cx, &mut tx, &request).await?,
    };
    let order = find(&mut tx, request.id).await?;
    save_document(
        cx,
        tx,
        (&path, &bytes),
        (subject(&order), "port_request_exported"),
    )
    .await
}

async fn workbook(cx: &Context, tx: &mut Tx, request: &ExportPortOrder) -> Result<Vec<u8>> {
    let order = find(tx, request.id).await?;
    let around = OrderSurroundings::load(tx, &order).await?;
    let secrets = match order.losing_account_id {
        Some(id) => losing_accounts::read_secrets(tx, id).await?,
        None => losing_accounts::AccountSecrets::default(),
    };
    let signer = match order.signer_contact_id {
        Some(id) => contacts::find_contact(tx, id).await?,
        None => None,
    };
    let account = around.account.as_ref();
    let content = PortRequest {
        pon: order.pon.clone(),
        version: order.version,
        legal_name: around
            .customer
            .legal_name
            .clone()
            .unwrap_or_else(|| around.customer.name.clone()),
        name_on_account: account.map(|it| it.name_on_account.clone()).unwrap_or_default(),
        losing_carrier: account.map(|it| it.carrier_name.clone()).unwrap_or_default(),
        gaining_carrier: around.carrier.name.clone(),
        ocn: around.carrier.ocn.clone(),
        account_number: secrets.account_number,
        pin: secrets.pin,
        btn: account.and_then(|it| it.btn.clone()),
        new_btn: order.new_btn.clone(),
        service_address: account.and_then(|it| it.csr_address.clone()).unwrap_or_default(),
        authorized_person: signer.map(|it| it.name),
        desired_date: order.desired_date,
        foc_date: order.foc_local_date,
        scope: order.scope,
        number_class: order.number_class,
        resporg_id: order.resporg_id.clone(),
        customer_reference: None,
        remarks: order.notes.clone(),
        numbers: around
            .numbers
            .iter()
            .filter_map(|(_, number)| line(&around, number))
            .collect(),
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    portflow_sheet::write_port_request(&mut bytes, &port_request(&content, &around.template), cx.now())
        .map_err(|error| {
            ApiError::new(
                ErrorCode::File,
                format!("The workbook could not be made: {error}."),
            )
        })?;
    Ok(bytes.into_inner())
}

fn line(
    around: &OrderSurroundings,
    number: &portflow_domain::entities::PhoneNumber,
) -> Option<RequestNumber> {
    Some(RequestNumber {
        e164: number.number.parse::<E164>().ok()?,
        extension: number.extension.clone(),
        number_type: number.number_type,
        usage: number.usage,
        rate_center: number.rate_center.clone(),
        end_user_name: around.holder_name(number),
        remarks: number.notes.clone(),
    })
}
