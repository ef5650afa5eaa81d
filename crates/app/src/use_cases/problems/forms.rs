//! What the carriers' forms would not take of the orders that are being prepared, told long before a sheet is written.
//! Account numbers and PINs are looked at for their length and spelling only, and never kept.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use portflow_domain::entities::{Carrier, Contact, Customer};
use portflow_domain::ids::{CarrierId, ContactId, LosingAccountId, PortOrderId};
use portflow_domain::porting::carrier::{SheetField, SheetTemplate};
use portflow_domain::porting::request_sheet::order_problems;
use portflow_domain::problems::{AccountAround, OrderAround};
use portflow_store::Tx;
use portflow_store::queries::contacts;
use portflow_store::queries::losing_accounts::{self, AccountSecrets};

use crate::error::Result;
use crate::use_cases::carriers::typed;
use crate::use_cases::port_request::RequestParts;

/// A carrier with the sheet it wants filled in, where its form limits what an order says.
struct Form<'a> {
    carrier: &'a Carrier,
    template: SheetTemplate,
    /// Whether account numbers or PINs are among what it limits.
    limits_secrets: bool,
}

/// Puts beside each order what its carrier's form would not take.
pub(super) async fn check_forms(
    tx: &mut Tx,
    customer: &Customer,
    carriers: &[Carrier],
    accounts: &BTreeMap<LosingAccountId, AccountAround>,
    orders: &mut BTreeMap<PortOrderId, OrderAround>,
) -> Result<()> {
    let forms = forms(carriers)?;
    let mut secrets: BTreeMap<LosingAccountId, AccountSecrets> = BTreeMap::new();
    let mut signers = Signers::default();
    for around in orders.values_mut().filter(|it| it.is_prepared()) {
        let order = &around.order;
        let Some(form) = forms.get(&order.carrier_id) else {
            continue;
        };
        let account = order.losing_account_id.and_then(|id| accounts.get(&id));
        let account = account.map(|it| &it.account);
        if let Some(account) = account.filter(|it| form.limits_secrets && !secrets.contains_key(&it.id)) {
            // Secrets that this computer cannot open are told where somebody asks for them.
            let opened = losing_accounts::read_secrets(tx, account.id).await;
            secrets.insert(account.id, opened.unwrap_or_default());
        }
        let signer = match order.signer_contact_id {
            Some(id) => signers.of(tx, id).await?,
            None => None,
        };
        let parts = RequestParts {
            order,
            customer,
            carrier: form.carrier,
            account,
            signer,
            secrets: account
                .and_then(|it| secrets.get(&it.id))
                .cloned()
                .unwrap_or_default(),
        };
        let found = order_problems(&parts.request(), &form.template);
        around.form = found;
    }
    Ok(())
}

/// Who signs, each read once: most orders of a customer have the same signer.
#[derive(Default)]
struct Signers(BTreeMap<ContactId, Option<Contact>>);

impl Signers {
    async fn of(&mut self, tx: &mut Tx, id: ContactId) -> Result<Option<&Contact>> {
        if let Entry::Vacant(place) = self.0.entry(id) {
            place.insert(contacts::find_contact(tx, id).await?);
        }
        Ok(self.0.get(&id).and_then(Option::as_ref))
    }
}

fn forms(carriers: &[Carrier]) -> Result<BTreeMap<CarrierId, Form<'_>>> {
    let mut forms = BTreeMap::new();
    for carrier in carriers {
        let template: SheetTemplate = typed(&carrier.sheet_template)?;
        let limited = template.limited_facts();
        if !limited.is_empty() {
            let is_secret = |field: &SheetField| matches!(field, SheetField::AccountNumber | SheetField::Pin);
            let form = Form {
                carrier,
                limits_secrets: limited.iter().any(is_secret),
                template,
            };
            forms.insert(carrier.id, form);
        }
    }
    Ok(forms)
}
