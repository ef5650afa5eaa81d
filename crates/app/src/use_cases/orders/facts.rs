//! Everything around an order that its rules look at, loaded once.

use chrono::NaiveDate;
use portflow_domain::discovery::special_lines;
use portflow_domain::entities::{
    Carrier, Contact, Customer, LosingAccount, Migration, PhoneNumber, PortOrder, PortOrderDocument,
    PortOrderNumber, Site, SpecialLine,
};
use portflow_domain::enums::{
    Disposition, NumberClass, OrderDocumentKind, PortOrderStatus, PortScope, PortingStatus,
};
use portflow_domain::ids::PhoneNumberId;
use portflow_domain::porting::Finding;
use portflow_domain::porting::account_list::ListEntry;
use portflow_domain::porting::carrier::{PortRules, SheetTemplate};
use portflow_domain::porting::guards::{FocFacts, OrderFacts, guards};
use portflow_domain::porting::loa::{LoaContent, changes_since_signature, loa_content};
use portflow_domain::porting::papers::{self, Paper};
use portflow_domain::problems::{Book, Problem, ProblemEntity, Surroundings, Waivers};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::transitions::port_order;
use portflow_store::Tx;
use portflow_store::queries::losing_account_numbers::list_entries;
use portflow_store::queries::special_lines as stored_lines;
use portflow_store::queries::{
    carriers, contacts, customers, phone_numbers, port_order_documents, port_orders, sites,
};
use std::collections::BTreeMap;

use crate::dto::orders::GuardLine;
use crate::error::{ApiError, Result};
use crate::files::sha256;
use crate::use_cases::carriers::typed;
use crate::use_cases::port_request::legal_name;
use crate::use_cases::problems::{self, BesideOrder};
use crate::use_cases::{accounts, discovery, migrations};

/// Lines of an order with their numbers.
type Lines = Vec<(PortOrderNumber, PhoneNumber)>;
/// Names of holders by number.
type Holders = BTreeMap<PhoneNumberId, String>;

/// An order's surroundings as stored now.
pub(super) struct OrderSurroundings {
    pub customer: Customer,
    pub site: Site,
    pub migration: Migration,
    pub carrier: Carrier,
    pub rules: PortRules,
    pub template: SheetTemplate,
    pub account: Option<LosingAccount>,
    /// Who signs, by the order.
    pub signer: Option<Contact>,
    /// The papers that somebody has spoken of.
    pub documents: Vec<PortOrderDocument>,
    /// The numbers in the order now, by E.164 and extension.
    pub numbers: Lines,
    listed: Vec<ListEntry>,
    /// Every order over its account.
    of_account: Vec<PortOrder>,
    holders: Holders,
    /// What only the rules look at.
    ruled: Option<Ruled>,
}

/// The rest of the workspace as the rules about an order see it.
struct Ruled {
    /// The numbers in the order and on its account.
    looked_at: Vec<PhoneNumber>,
    surroundings: Surroundings,
    waivers: Waivers,
    /// What was found at the customer's sites.
    special_lines: Vec<SpecialLine>,
}

/// Facts of an order, ready to be held against a step.
pub(super) struct CheckedFacts {
    pub facts: OrderFacts,
    /// What speaks against it, where the facts have it from.
    pub problems: Vec<Problem>,
}

impl CheckedFacts {
    /// The checklist of one step.
    pub fn checking(&self, to: PortOrderStatus) -> Vec<GuardLine> {
        guards(to, &self.facts).into_iter().map(GuardLine::from).collect()
    }
}

/// Whether a step asks for the date beside a signature.
pub(super) fn needs_signature(to: PortOrderStatus) -> bool {
    to == PortOrderStatus::LoaSigned
}

/// Whether a step asks number by number.
pub(super) fn needs_outcomes(from: PortOrderStatus, to: PortOrderStatus) -> bool {
    use port_order::NumbersEffect::{MovedBack, PerOutcome, Settle};
    port_order::edge(from, to).is_ok_and(|edge| matches!(edge.numbers, PerOutcome | MovedBack | Settle))
}

impl OrderSurroundings {
    /// Loads them.
    pub async fn load(tx: &mut Tx, order: &PortOrder) -> Result<Self> {
        let mut around = Self::of_papers(tx, order).await?;
        let account = order.losing_account_id;
        let mut looked_at = phone_numbers::list_phone_numbers_beside(tx, order.id, account).await?;
        looked_at.retain(|number| number.migration_id == around.migration.id);
        let special_lines = stored_lines::list_special_lines_of_customer(tx, around.customer.id).await?;
        let beside = BesideOrder {
            order,
            listed: &around.listed,
            of_account: &around.of_account,
            documents: &around.documents,
            special_lines: &special_lines,
        };
        // The day is told with each question.
        let now = order.updated_at;
        around.ruled = Some(Ruled {
            looked_at,
            surroundings: problems::load_beside(tx, &around.migration, now, &beside).await?,
            waivers: problems::waivers_of(tx, around.migration.id).await?,
            special_lines,
        });
        Ok(around)
    }

    /// What the papers of the order say, without the rest of the inventory that only the rules look at: many orders
    /// are written at once, and each migration has all its numbers.
    pub async fn of_papers(tx: &mut Tx, order: &PortOrder) -> Result<Self> {
        let migration = migrations::find(tx, order.migration_id).await?;
        let customer = customers::find_customer(tx, order.customer_id).await?;
        let customer = customer.ok_or_else(|| ApiError::not_found("customer", order.customer_id))?;
        let site = sites::find_site(tx, migration.site_id).await?;
        let site = site.ok_or_else(|| ApiError::not_found("site", migration.site_id))?;
        let carrier = carriers::find_carrier(tx, order.carrier_id).await?;
        let carrier = carrier.ok_or_else(|| ApiError::not_found("carrier", order.carrier_id))?;
        let (account, listed) = match order.losing_account_id {
            Some(id) => (Some(accounts::find(tx, id).await?), list_entries(tx, id).await?),
            None => (None, Vec::new()),
        };
        let signer = match order.signer_contact_id {
            Some(id) => contacts::find_contact(tx, id).await?,
            None => None,
        };
        let (numbers, holders) = numbers_of(tx, order).await?;
        let of_account = match order.losing_account_id {
            Some(id) => port_orders::list_orders_around(tx, &[], &[id]).await?,
            None => Vec::new(),
        };
        Ok(Self {
            rules: typed(&carrier.port_rules)?,
            template: typed(&carrier.sheet_template)?,
            customer,
            site,
            migration,
            carrier,
            account,
            signer,
            documents: port_order_documents::list_port_order_documents(tx, order.id).await?,
            numbers,
            listed,
            of_account,
            holders,
            ruled: None,
        })
    }

    /// The name of whoever holds a number.
    pub fn holder_name(&self, number: &PhoneNumber) -> Option<String> {
        self.holders.get(&number.id).cloned()
    }

    /// The day it is at the site.
    pub fn today(&self, now: Timestamp) -> NaiveDate {
        let zone: chrono_tz::Tz = self.site.time_zone.parse().unwrap_or(chrono_tz::UTC);
        now.utc().with_timezone(&zone).date_naive()
    }

    /// What speaks against the order, its account and its numbers while it is being prepared.
    pub fn problems(&self, order: &PortOrder, now: Timestamp) -> Vec<Problem> {
        let Some(ruled) = &self.ruled else {
            return Vec::new();
        };
        let mut around = ruled.surroundings.clone();
        around.today = self.today(now);
        if let Some(own) = around.orders.get_mut(&order.id) {
            own.order = order.clone();
        }
        let found = Book::unread(around, ruled.looked_at.iter().cloned()).of_order(order.id);
        found.into_iter().map(|it| ruled.waivers.applied(it)).collect()
    }

    /// What speaks against closing the account, where the order ends it. A line whose number the order has taken is
    /// no longer on the account.
    fn closing_findings(&self, order: &PortOrder) -> Option<Vec<Finding>> {
        let account = self
            .account
            .as_ref()
            .filter(|_| discovery::closes_account(order))?;
        let taken = self.base_numbers();
        let stays = |line: &&SpecialLine| line.number.as_ref().is_none_or(|number| !taken.contains(number));
        let lines = self.ruled.iter().flat_map(|ruled| &ruled.special_lines);
        let lines: Vec<SpecialLine> = lines.filter(stays).cloned().collect();
        let listed = self.listed.iter().map(|it| it.number.clone()).collect::<Vec<_>>();
        let found =
            special_lines::check_closing(&lines, account.id, &discovery::named_account(account), &listed);
        Some(found.into_iter().map(|found| found.finding).collect())
    }

    /// Every fact the rules of a step look at.
    pub fn facts(&self, order: &PortOrder, now: Timestamp) -> CheckedFacts {
        let open = self.others(order).filter(|other| {
            other.sequence_in_account < order.sequence_in_account
                || !port_order::is_before_submission(other.status)
        });
        let names = open.map(|other| other.pon.clone().unwrap_or_else(|| other.id.to_string()));
        let hours = |instant: Option<Timestamp>| instant.map(|at| (at.utc() - now.utc()).num_hours());
        let arrived = |status: PortingStatus| status == PortingStatus::Ported;
        let count = |test: &dyn Fn(&PhoneNumber) -> bool| {
            u32::try_from(self.numbers.iter().filter(|(_, number)| test(number)).count()).unwrap_or(u32::MAX)
        };
        let problems = self.problems(order, now);
        let objections = |entities: &[ProblemEntity]| -> Vec<Finding> {
            let own = problems
                .iter()
                .filter(|it| entities.contains(&it.place.entity_type));
            own.filter(|it| it.waiver.is_none())
                .map(|it| it.finding.clone())
                .collect()
        };
        let account = self.account.as_ref();
        let facts = OrderFacts {
            status: order.status,
            today: self.today(now),
            number_class: order.number_class,
            rules: self.rules.clone(),
            number_count: u32::try_from(self.base_numbers().len()).unwrap_or(u32::MAX),
            number_findings: objections(&[ProblemEntity::PhoneNumber, ProblemEntity::SpecialLine]),
            closing_findings: self.closing_findings(order),
            account_findings: objections(&[ProblemEntity::LosingAccount]),
            order_findings: objections(&[ProblemEntity::PortOrder]),
            has_account: account.is_some(),
            has_resporg: order.resporg_id.is_some(),
            has_signer: order.signer_contact_id.is_some(),
            loa_signed_on: order.loa_signed_on,
            signed_hash: order.loa_content_hash.clone(),
            current_hash: self.loa_hash(order),
            changes_since_signature: self.changes_since_signature(order),
            papers: self.papers(order),
            earlier_open_orders: names.collect(),
            pon: order.pon.clone(),
            foc: order.foc_local_date.map(|date| FocFacts {
                date,
                time: order.foc_local_time.clone(),
                zone: order.foc_zone.clone(),
            }),
            undecided_numbers: count(&|number| {
                number.assigned_end_user_id.is_none()
                    && number.assigned_resource_account_id.is_none()
                    && number.disposition == Disposition::Unknown
            }),
            reject_code: None,
            reason: None,
            has_evidence: false,
            unverified_numbers: count(&|number| arrived(number.porting_status)),
            hours_to_port: hours(order.foc_at),
            hours_since_port: hours(order.ported_at).map(|hours| -hours),
            snapback_agreed: false,
        };
        CheckedFacts { facts, problems }
    }

    /// What a letter of authorization for this order says now.
    pub fn loa(&self, order: &PortOrder) -> LoaContent {
        let account = self.account.as_ref();
        LoaContent {
            is_toll_free: order.number_class == NumberClass::TollFree,
            is_partial: order.scope == PortScope::Partial,
            legal_name: self.legal_name().to_owned(),
            dba: account.and_then(|it| it.dba.clone()),
            name_on_account: account.map(|it| it.name_on_account.clone()).unwrap_or_default(),
            signer_name: self.signer.as_ref().map(|it| it.name.clone()),
            signer_title: self.signer.as_ref().and_then(|it| it.title.clone()),
            gaining_carrier: self.carrier.name.clone(),
            resporg_id: order.resporg_id.clone(),
            losing_carrier: account.map(|it| it.carrier_name.clone()).unwrap_or_default(),
            account_reference: account.map(|it| it.id.to_string()).unwrap_or_default(),
            btn: account.and_then(|it| it.btn.clone()),
            service_address: account.and_then(|it| it.csr_address.clone()).unwrap_or_default(),
            billing_address: account.and_then(|it| it.billing_address.clone()),
            numbers: self.base_numbers(),
        }
    }

    /// The hash of what a letter of authorization for this order says now.
    pub fn loa_hash(&self, order: &PortOrder) -> String {
        sha256(loa_content(&self.loa(order)).as_bytes())
    }

    /// The name by which the customer signs.
    pub fn legal_name(&self) -> &str {
        legal_name(&self.customer)
    }

    /// What somebody said of a paper.
    pub fn document(&self, kind: OrderDocumentKind) -> Option<&PortOrderDocument> {
        self.documents.iter().find(|it| it.kind == kind)
    }

    /// The papers of the order.
    pub fn papers(&self, order: &PortOrder) -> Vec<Paper> {
        papers::of_order(order, self.account.as_ref(), &self.documents)
    }

    /// What changed since the letter was signed; nothing where none was.
    pub fn changes_since_signature(&self, order: &PortOrder) -> Vec<String> {
        let letter = self.document(OrderDocumentKind::Loa);
        let signed = letter.and_then(|it| it.signed_content.clone());
        let signed: Option<LoaContent> = signed.and_then(|it| serde_json::from_value(it).ok());
        signed.map_or_else(Vec::new, |signed| {
            changes_since_signature(&signed, &self.loa(order))
        })
    }

    /// The numbers without extensions, each once.
    pub fn base_numbers(&self) -> Vec<String> {
        let mut numbers: Vec<_> = self.numbers.iter().map(|(line, _)| line.e164.clone()).collect();
        numbers.dedup();
        numbers
    }

    /// The other open orders of the account that wait for one another; a RespOrg change waits for none.
    fn others<'a>(&'a self, order: &'a PortOrder) -> impl Iterator<Item = &'a PortOrder> {
        let is_local = |class| class == NumberClass::Local;
        self.of_account
            .iter()
            .filter(move |_| is_local(order.number_class))
            .filter(move |other| other.id != order.id && is_local(other.number_class))
            .filter(|other| port_order::is_open(other.status))
    }
}

/// The numbers in the order now, by E.164 and extension, and the names of those who hold them.
async fn numbers_of(tx: &mut Tx, order: &PortOrder) -> Result<(Lines, Holders)> {
    let mut lines = port_orders::list_port_order_numbers(tx, order.id).await?;
    lines.retain(|line| line.removed_in_version.is_none());
    let ids: Vec<_> = lines.iter().map(|line| line.phone_number_id).collect();
    let rows = phone_numbers::list_number_rows(tx, &ids).await?;
    let holders = rows
        .into_iter()
        .filter_map(|row| Some((row.id, row.holder_name?)));
    let found = phone_numbers::find_phone_numbers(tx, &ids).await?;
    let mut found: BTreeMap<_, _> = found.into_iter().map(|number| (number.id, number)).collect();
    let pair = |line: PortOrderNumber| found.remove(&line.phone_number_id).map(|number| (line, number));
    let mut numbers: Vec<_> = lines.into_iter().filter_map(pair).collect();
    numbers.sort_by(|(_, a), (_, b)| (&a.number, &a.extension).cmp(&(&b.number, &b.extension)));
    Ok((numbers, holders.collect()))
}
