//! What a port request says of an order as a whole, put together once for the sheet and for the rules about it.

use portflow_domain::entities::{Carrier, Contact, Customer, LosingAccount, PortOrder};
use portflow_domain::porting::request_sheet::PortRequest;
use portflow_store::queries::losing_accounts::AccountSecrets;

/// An order with whom and what it is about.
pub(crate) struct RequestParts<'a> {
    pub order: &'a PortOrder,
    pub customer: &'a Customer,
    pub carrier: &'a Carrier,
    pub account: Option<&'a LosingAccount>,
    pub signer: Option<&'a Contact>,
    pub secrets: AccountSecrets,
}

impl RequestParts<'_> {
    /// The request without its numbers.
    pub fn request(self) -> PortRequest {
        let (order, account) = (self.order, self.account);
        PortRequest {
            pon: order.pon.clone(),
            version: order.version,
            legal_name: legal_name(self.customer).to_owned(),
            name_on_account: account.map(|it| it.name_on_account.clone()).unwrap_or_default(),
            losing_carrier: account.map(|it| it.carrier_name.clone()).unwrap_or_default(),
            gaining_carrier: self.carrier.name.clone(),
            ocn: self.carrier.ocn.clone(),
            account_number: self.secrets.account_number,
            pin: self.secrets.pin,
            btn: account.and_then(|it| it.btn.clone()),
            new_btn: order.new_btn.clone(),
            service_address: account.and_then(|it| it.csr_address.clone()).unwrap_or_default(),
            authorized_person: self.signer.map(|it| it.name.clone()),
            desired_date: order.desired_date,
            foc_date: order.foc_local_date,
            scope: order.scope,
            number_class: order.number_class,
            resporg_id: order.resporg_id.clone(),
            customer_reference: None,
            remarks: order.notes.clone(),
            numbers: Vec::new(),
        }
    }
}

/// The name by which a customer signs.
pub(crate) fn legal_name(customer: &Customer) -> &str {
    customer.legal_name.as_deref().unwrap_or(&customer.name)
}
