//! A site as it should be: 400 numbers on two losing accounts, with spares, analog lines that somebody decided on,
//! numbers that stay, and three toll-free numbers, in four orders. Nothing stands in the way of any of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use portflow_domain::entities::{
    LosingAccount, PhoneNumber, PortOrder, PortOrderDocument, PostalAddress, SpecialLine,
};
use portflow_domain::enums::*;
use portflow_domain::ids::*;
use portflow_domain::porting::account::ListedNumber;
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::problems::{AccountAround, OrderAround, Surroundings};
use portflow_domain::timestamp::Timestamp;
use uuid::Uuid;

/// The two accounts by their place.
pub const MAIN: u128 = 1;
pub const BRANCH: u128 = 2;
/// The orders by their place: the first of the main account, the rest of it with the BTN, the whole branch, toll-free.
pub const FIRST: u128 = 11;
pub const REST: u128 = 12;
pub const WHOLE: u128 = 13;
pub const TOLL_FREE: u128 = 14;

/// A site with its numbers.
pub struct CleanSite {
    pub around: Surroundings,
    pub numbers: Vec<PhoneNumber>,
}

/// The id with this place.
pub fn id<T: EntityId>(place: u128) -> T {
    T::from_uuid(Uuid::from_u128(place))
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant() -> Timestamp {
    "2027-02-01T15:00:00.000Z".parse().unwrap()
}

/// The site on a Monday, three weeks before its ports.
pub fn clean_site() -> CleanSite {
    let mut numbers = Vec::with_capacity(400);
    for line in 0..300 {
        let order = match line {
            1..=120 => Some(FIRST),
            295..=299 => None,
            _ => Some(REST),
        };
        numbers.push(of_account(MAIN, &format!("+1214234{:04}", 100 + line), order));
    }
    for line in 0..97 {
        numbers.push(of_account(
            BRANCH,
            &format!("+1972234{:04}", 100 + line),
            Some(WHOLE),
        ));
    }
    for line in 0..3 {
        numbers.push(toll_free(&format!("+1800234{:04}", 100 + line)));
    }
    furnish(&mut numbers);
    let around = Surroundings {
        is_demo: false,
        today: day("2027-02-01"),
        routing_type: RoutingType::DirectRouting,
        main_number: Some("+12142340100".into()),
        orders: [
            order(FIRST, Some(MAIN), 1, PortScope::Partial),
            rest(),
            order(WHOLE, Some(BRANCH), 1, PortScope::Full),
            toll_free_order(),
        ]
        .map(|it| (it.order.id, it))
        .into(),
        accounts: [
            account(MAIN, "+12142340100", &numbers),
            account(BRANCH, "+19722340100", &numbers),
        ]
        .map(|it| (it.account.id, it))
        .into(),
        special_lines: special_lines(),
        ordered_elsewhere: BTreeMap::new(),
    };
    CleanSite { around, numbers }
}

/// People, spares, analog lines and the numbers that stay.
fn furnish(numbers: &mut [PhoneNumber]) {
    for (place, number) in numbers.iter_mut().enumerate() {
        match place {
            // Spares: nobody holds them, and they move.
            40..=69 => {}
            // Analog lines.
            280..=291 => number.number_type = PhoneNumberType::Fax,
            // The losing carrier keeps these.
            295..=299 => number.disposition = Disposition::Retain,
            397..=399 => {}
            _ => number.assigned_end_user_id = Some(id(10_000 + place as u128)),
        }
    }
}

/// A number under an account and in an order.
pub fn of_account(account: u128, number: &str, order: Option<u128>) -> PhoneNumber {
    let digits: u128 = number[1..].parse().unwrap();
    PhoneNumber {
        id: id(digits),
        customer_id: id(7),
        migration_id: id(8),
        number: number.into(),
        extension: String::new(),
        number_type: PhoneNumberType::User,
        usage: NumberUsage::User,
        porting_status: PortingStatus::NotStarted,
        disposition: Disposition::Port,
        description: None,
        losing_account_id: Some(id(account)),
        current_carrier: None,
        rate_center: None,
        assigned_end_user_id: None,
        assigned_resource_account_id: None,
        open_port_order_id: order.map(id),
        foc_date: None,
        ported_at: None,
        verified_at: None,
        rejection_reason: None,
        notes: None,
        import_batch_id: None,
        source_row: None,
        revision: 1,
        created_at: instant(),
        updated_at: instant(),
    }
}

fn toll_free(number: &str) -> PhoneNumber {
    PhoneNumber {
        number_type: PhoneNumberType::AutoAttendant,
        usage: NumberUsage::VoiceApp,
        losing_account_id: None,
        ..of_account(MAIN, number, Some(TOLL_FREE))
    }
}

/// An account with everything a carrier asks for; its list names every number under it.
pub fn account(place: u128, btn: &str, numbers: &[PhoneNumber]) -> AccountAround {
    let own = numbers
        .iter()
        .filter(|it| it.losing_account_id == Some(id(place)));
    let listed = own.map(|it| ListedNumber {
        number: it.number.clone(),
        remaining_action: (it.disposition == Disposition::Retain).then_some(RemainingAction::Keep),
    });
    let address = PostalAddress {
        street: Some("100 Main Street".into()),
        city: Some("Dallas".into()),
        state: Some("TX".into()),
        postal_code: Some("75201".into()),
        country: Some("US".into()),
    };
    let account = LosingAccount {
        id: id(place),
        customer_id: id(7),
        carrier_name: "Old Telephone Company".into(),
        name_on_account: "EXAMPLE CORPORATION INC".into(),
        csr_address: Some(address),
        dba: None,
        billing_address: None,
        has_account_number: true,
        has_pin: true,
        btn: Some(btn.into()),
        btn_dialable: true,
        csr_date: Some(day("2027-01-25")),
        bill_date: Some(day("2027-01-20")),
        notes: None,
        revision: 1,
        created_at: instant(),
        updated_at: instant(),
    };
    AccountAround {
        name: format!("the account of Old Telephone Company, BTN {btn}"),
        listed: listed.collect(),
        account,
    }
}

/// A draft for a Tuesday three weeks ahead.
pub fn order(place: u128, account: Option<u128>, sequence: i64, scope: PortScope) -> OrderAround {
    let order = PortOrder {
        id: id(place),
        customer_id: id(7),
        migration_id: id(8),
        carrier_id: id(9),
        losing_account_id: account.map(id),
        pon: Some(format!("PF-{place:04}")),
        version: 1,
        sequence_in_account: sequence,
        scope,
        number_class: NumberClass::Local,
        status: PortOrderStatus::Draft,
        desired_date: Some(day("2027-02-23")),
        foc_local_date: None,
        foc_local_time: None,
        foc_zone: None,
        foc_at: None,
        new_btn: None,
        signer_contact_id: None,
        loa_content_hash: None,
        loa_signed_on: None,
        submitted_at: None,
        ported_at: None,
        snapback_until: None,
        resporg_id: None,
        ring_to_number: None,
        coverage: None,
        notes: None,
        revision: 1,
        created_at: instant(),
        updated_at: instant(),
    };
    OrderAround {
        name: order.pon.clone().unwrap(),
        order,
        rules: PortRules::default(),
        documents: Vec::new(),
        form: Vec::new(),
    }
}

/// The rest of the main account, without the numbers that the losing carrier keeps.
fn rest() -> OrderAround {
    let mut rest = order(REST, Some(MAIN), 2, PortScope::Partial);
    rest.order.new_btn = Some("+12142340395".into());
    rest
}

fn toll_free_order() -> OrderAround {
    let mut order = order(TOLL_FREE, None, 1, PortScope::Full);
    order.order.number_class = NumberClass::TollFree;
    order.order.resporg_id = Some("XYZ01".into());
    order
}

fn special_lines() -> Vec<SpecialLine> {
    let decided = |line: u128| special_line(line, &format!("+1214234{:04}", 100 + line));
    (280..=291).map(decided).collect()
}

/// A fax line that somebody decided to put on an adapter.
pub fn special_line(place: u128, number: &str) -> SpecialLine {
    SpecialLine {
        id: id(place),
        customer_id: id(7),
        site_id: id(6),
        losing_account_id: Some(id(MAIN)),
        kind: SpecialLineKind::Fax,
        number: Some(number.into()),
        location: None,
        owner: None,
        decision: SpecialLineDecision::AnalogAdapter,
        decided_by: Some("Alex Example".into()),
        notes: None,
        revision: 1,
        created_at: instant(),
        updated_at: instant(),
    }
}

/// What somebody said of a paper of an order.
pub fn document(order: u128, kind: OrderDocumentKind, state: OrderDocumentState) -> PortOrderDocument {
    PortOrderDocument {
        id: id(order + 500),
        customer_id: id(7),
        port_order_id: id(order),
        kind,
        state,
        requested_on: None,
        received_on: None,
        settled_on: None,
        dated_on: None,
        reason: None,
        attachment_id: None,
        signed_content: None,
        revision: 1,
        created_at: instant(),
        updated_at: instant(),
    }
}
