//! Where values of a site are used by later steps, and whether they still are the site's.

use portflow_domain::discovery::addresses::{Comparison, compare};
use portflow_domain::entities::{
    AutoAttendant, BusinessHours, Circuit, Contact, LosingAccount, Migration, PortOrder, Site,
};
use portflow_domain::enums::{ContactKind, PortOrderStatus};
use portflow_domain::ids::{EntityId, SiteId};
use portflow_domain::transitions::port_order;
use portflow_store::Tx;
use portflow_store::queries::{auto_attendants, circuits, contacts, migrations};

use super::find_site;
use super::findings::Around;
use super::proposals::{address, only_signer, same_btn};
use crate::context::Context;
use crate::dto::ById;
use crate::dto::site_uses::{SiteUse, SiteUseField, SiteUseKind};
use crate::error::Result;

/// Everything that uses a value of the site.
pub async fn list(cx: &Context, request: ById<SiteId>) -> Result<Vec<SiteUse>> {
    let mut tx = cx.read().await?;
    Ok(Uses::read(&mut tx, request.id).await?.list())
}

/// A site and what may use its values.
pub(super) struct Uses {
    pub site: Site,
    migrations: Vec<Migration>,
    pub attendants: Vec<AutoAttendant>,
    /// Accounts that serve only this site.
    pub accounts: Vec<LosingAccount>,
    /// Orders of the site's migrations that are open.
    pub orders: Vec<PortOrder>,
    /// Those and the open orders over the accounts, which may be another site's.
    open_orders: Vec<PortOrder>,
    circuits: Vec<Circuit>,
    contacts: Vec<Contact>,
}

impl Uses {
    /// Reads them.
    pub(super) async fn read(tx: &mut Tx, id: SiteId) -> Result<Self> {
        let site = find_site(tx, id).await?;
        let migrations = migrations::list_migrations(tx, Some(id)).await?;
        let mut attendants = Vec::new();
        for migration in &migrations {
            attendants.extend(auto_attendants::list_auto_attendants(tx, migration.id).await?);
        }
        let (accounts, mut open_orders) = Around::of_site(tx, &site).await?.served_only(id);
        open_orders.retain(|order| port_order::is_open(order.status));
        let is_of_site = |order: &&PortOrder| migrations.iter().any(|it| it.id == order.migration_id);
        Ok(Self {
            orders: open_orders.iter().filter(is_of_site).cloned().collect(),
            circuits: circuits::list_circuits(tx, Some(id)).await?,
            contacts: contacts::list_contacts(tx, Some(site.customer_id)).await?,
            site,
            migrations,
            attendants,
            accounts,
            open_orders,
        })
    }

    /// One entry for each value that something uses; what differs comes first.
    pub(super) fn list(&self) -> Vec<SiteUse> {
        let mut uses: Vec<SiteUse> = Vec::new();
        uses.extend(self.migrations.iter().map(in_migration));
        uses.extend(self.attendants.iter().flat_map(|it| self.in_attendant(it)));
        uses.extend(self.accounts.iter().flat_map(|it| self.in_account(it)));
        uses.extend(self.orders.iter().filter_map(|it| self.in_order(it)));
        uses.sort_by_key(|it| it.is_current);
        uses
    }

    /// The BTN that all circuits of an account bear; none where they do not agree.
    pub(super) fn btn_of(&self, account: &LosingAccount) -> Option<String> {
        let of_account = self
            .circuits
            .iter()
            .filter(|it| it.losing_account_id == Some(account.id));
        let mut btns = of_account.filter_map(|it| it.btn.clone());
        let first = btns.next()?;
        btns.all(|btn| same_btn(&btn, &first)).then_some(first)
    }

    /// Who signs at the site.
    pub(super) fn signer(&self) -> Option<portflow_domain::ids::ContactId> {
        only_signer(&self.contacts, self.site.id)
    }

    /// An attendant without hours of its own has the site's, whatever they become.
    fn in_attendant(&self, it: &AutoAttendant) -> [SiteUse; 3] {
        let hours: Option<&BusinessHours> = it.business_hours.as_ref();
        let has = |field, is_current| SiteUse {
            what: SiteUseKind::AutoAttendant,
            id: it.id.uuid(),
            label: it.name.clone(),
            field,
            is_current,
            blocked: (it.is_configured && !is_current)
                .then(|| "It is set up in Teams already; change it there and import it again.".to_owned()),
            revision: it.revision,
        };
        let holidays = it.holidays.as_ref();
        [
            has(SiteUseField::TimeZone, it.time_zone == self.site.time_zone),
            has(
                SiteUseField::BusinessHours,
                hours.is_none() || hours == self.site.business_hours.as_ref(),
            ),
            has(
                SiteUseField::Holidays,
                holidays.is_none_or(|own| *own == self.site.holidays),
            ),
        ]
    }

    /// Two spellings of one address are the same: the record keeps the carrier's.
    fn in_account(&self, it: &LosingAccount) -> Vec<SiteUse> {
        let has = |field, is_current| SiteUse {
            what: SiteUseKind::LosingAccount,
            id: it.id.uuid(),
            label: account_label(it),
            field,
            is_current,
            blocked: self.order_beyond_draft(it).filter(|_| !is_current),
            revision: it.revision,
        };
        let mut uses = Vec::new();
        if let Some((record, own)) = it.csr_address.as_ref().zip(address(&self.site)) {
            match compare(record, &own) {
                Comparison::Unknown => {}
                Comparison::Same | Comparison::Spelling { .. } => uses.push(has(SiteUseField::Address, true)),
                Comparison::Place { .. } => uses.push(has(SiteUseField::Address, false)),
            }
        }
        if let Some((own, btn)) = it.btn.as_ref().zip(self.btn_of(it)) {
            uses.push(has(SiteUseField::Btn, same_btn(own, &btn)));
        }
        uses
    }

    /// A letter of authorization may have been sent with the account's values.
    fn order_beyond_draft(&self, account: &LosingAccount) -> Option<String> {
        let mut of_account = self
            .open_orders
            .iter()
            .filter(|it| it.losing_account_id == Some(account.id));
        let order = of_account.find(|it| it.status != PortOrderStatus::Draft)?;
        Some(format!(
            "The order {} is no draft any more; change the account itself if its record is wrong.",
            order_label(order)
        ))
    }

    /// Whether the signer of an order still is somebody who signs at the site.
    fn in_order(&self, it: &PortOrder) -> Option<SiteUse> {
        let signs = |contact: &&Contact| {
            Some(contact.id) == it.signer_contact_id
                && contact.kind == ContactKind::AuthorizedSigner
                && contact.site_id.is_none_or(|of| of == self.site.id)
        };
        let is_current = self.contacts.iter().any(|contact| signs(&contact));
        let blocked = match (it.status, self.signer()) {
            _ if is_current => None,
            (PortOrderStatus::Draft, Some(_)) => None,
            (PortOrderStatus::Draft, None) if it.signer_contact_id.is_none() => return None,
            (PortOrderStatus::Draft, None) => {
                Some("Nobody, or more than one, is authorized to sign here; choose on the order.".to_owned())
            }
            _ => Some(
                "The order is no draft any more; send it back to draft to name another signer.".to_owned(),
            ),
        };
        Some(SiteUse {
            what: SiteUseKind::PortOrder,
            id: it.id.uuid(),
            label: order_label(it),
            field: SiteUseField::Signer,
            is_current,
            blocked,
            revision: it.revision,
        })
    }
}

/// A migration reads the time zone from the site each time.
fn in_migration(it: &Migration) -> SiteUse {
    SiteUse {
        what: SiteUseKind::Migration,
        id: it.id.uuid(),
        label: it.name.clone(),
        field: SiteUseField::TimeZone,
        is_current: true,
        blocked: None,
        revision: it.revision,
    }
}

fn account_label(it: &LosingAccount) -> String {
    let btn = it.btn.as_ref().map(|btn| format!(" {btn}"));
    format!("{}{}", it.carrier_name, btn.unwrap_or_default())
}

fn order_label(it: &PortOrder) -> String {
    it.pon.clone().unwrap_or_else(|| it.id.to_string())
}
