//! A book that takes in one change after the other says the same as one that is begun with the outcome.

use portflow_domain::coded::Coded;
use portflow_domain::enums::*;
use portflow_domain::ids::PhoneNumberId;
use portflow_domain::problems::{Book, Problem};
use proptest::prelude::*;

use crate::clean_site::{
    BRANCH, CleanSite, FIRST, MAIN, REST, TOLL_FREE, WHOLE, clean_site, day, id, of_account, special_line,
};

const ACCOUNTS: [u128; 2] = [MAIN, BRANCH];
const ORDERS: [u128; 4] = [FIRST, REST, WHOLE, TOLL_FREE];

/// One change of a number or of what is around the numbers; the values are taken modulo what there is.
#[derive(Debug, Clone)]
struct Edit {
    what: usize,
    which: usize,
    value: usize,
}

fn edits() -> impl Strategy<Value = Vec<Vec<Edit>>> {
    let edit = (0..20_usize, 0..400_usize, 0..12_usize);
    let edit = edit.prop_map(|(what, which, value)| Edit { what, which, value });
    prop::collection::vec(prop::collection::vec(edit, 1..4), 1..8)
}

/// Changes the site; gives the numbers that changed and those that are gone.
fn apply(site: &mut CleanSite, edit: &Edit, touched: &mut Vec<PhoneNumberId>) {
    if edit.what < 9 {
        number(site, edit, touched);
    } else {
        surroundings(site, edit);
    }
}

fn pick<T: Copy>(list: &[T], value: usize) -> Option<T> {
    // One value too many stands for none.
    list.get(value % (list.len() + 1)).copied()
}

fn number(site: &mut CleanSite, edit: &Edit, touched: &mut Vec<PhoneNumberId>) {
    let place = edit.which % site.numbers.len();
    touched.push(site.numbers[place].id);
    let line = &mut site.numbers[place];
    match edit.what {
        0 => line.disposition = pick(Disposition::ALL, edit.value).unwrap_or(Disposition::Port),
        1 => {
            let all = PortingStatus::ALL;
            line.porting_status = pick(all, edit.value).unwrap_or(PortingStatus::NotStarted);
        }
        2 => line.losing_account_id = pick(&ACCOUNTS, edit.value).map(id),
        3 => line.open_port_order_id = pick(&ORDERS, edit.value).map(id),
        4 => line.assigned_end_user_id = pick(&[10_001, 10_002], edit.value).map(id),
        5 => line.extension = ["", "101", "102"][edit.value % 3].into(),
        6 => {
            line.number =
                ["+12142340100", "+12142340105", "+18002340100", "+12145550100"][edit.value % 4].into();
        }
        7 if site.numbers.len() > 390 => {
            site.numbers.remove(place);
        }
        _ => {
            let number = format!("+1214235{:04}", edit.which);
            let new = of_account(ACCOUNTS[edit.value % 2], &number, pick(&ORDERS, edit.value));
            if site.numbers.iter().all(|it| it.id != new.id) {
                touched.push(new.id);
                site.numbers.push(new);
            }
        }
    }
}

fn surroundings(site: &mut CleanSite, edit: &Edit) {
    let around = &mut site.around;
    let order = around.orders.get_mut(&id(ORDERS[edit.which % 4]));
    let account = around.accounts.get_mut(&id(ACCOUNTS[edit.which % 2]));
    let (Some(order), Some(account)) = (order, account) else {
        return;
    };
    match edit.what {
        9 => order.order.status = pick(PortOrderStatus::ALL, edit.value).unwrap_or(order.order.status),
        10 => order.order.losing_account_id = pick(&ACCOUNTS, edit.value).map(id),
        11 => order.order.sequence_in_account = 1 + (edit.value % 3) as i64,
        12 => order.order.scope = [PortScope::Full, PortScope::Partial][edit.value % 2],
        13 => order.rules.max_numbers_per_order = pick(&[50, 100, 500], edit.value),
        14 => {
            let mut list = account.listed.to_vec();
            list.truncate(list.len().saturating_sub(edit.value * 10));
            account.listed = list.into();
        }
        15 => account.account.btn = pick(&["+12142340100", "+12142340105"], edit.value).map(Into::into),
        16 => {
            let mut line = special_line(
                900 + edit.value as u128,
                &format!("+1214234{:04}", 100 + edit.which),
            );
            line.decision = SpecialLineDecision::Unknown;
            around.special_lines.retain(|it| it.id != line.id);
            around.special_lines.push(line);
        }
        17 => {
            let number = format!("+1214234{:04}", 100 + edit.which % 300);
            if around.ordered_elsewhere.remove(&number).is_none() {
                around.ordered_elsewhere.insert(number, "PF-9000".into());
            }
        }
        18 => {
            around.today = [day("2027-02-01"), day("2027-02-20")][edit.value % 2];
            around.is_demo = edit.which.is_multiple_of(2);
        }
        _ => {
            around.orders.remove(&id(ORDERS[edit.which % 4]));
        }
    }
}

fn all(book: &Book) -> Vec<Problem> {
    book.problems().cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_incremental_result_is_the_full_one(rounds in edits()) {
        let mut site = clean_site();
        let mut book = Book::full(site.around.clone(), site.numbers.clone());
        for round in rounds {
            let mut touched = Vec::new();
            for edit in &round {
                apply(&mut site, edit, &mut touched);
            }
            let changed = site.numbers.iter().filter(|it| touched.contains(&it.id)).cloned();
            let changed: Vec<_> = changed.collect();
            touched.retain(|id| changed.iter().all(|it| it.id != *id));
            book.update(site.around.clone(), changed, &touched);
            let full = Book::full(site.around.clone(), site.numbers.clone());
            prop_assert_eq!(all(&book), all(&full), "after {:?}", round);
        }
    }
}
