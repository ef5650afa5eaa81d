//! Which numbers an order or a proposal looks at: those meant to port, those beside an order, and what stays on an
//! account.

use portflow_domain::entities::{PhoneNumber, PortOrder};
use portflow_domain::enums::{Disposition, PortingStatus};
use portflow_store::Store;
use portflow_store::queries::losing_accounts::{AccountSecrets, insert_losing_account};
use portflow_store::queries::number_stamps::list_ordered_beside;
use portflow_store::queries::numbers_to_port::{list_numbers_left_on_account, list_numbers_to_port};
use portflow_store::queries::{migrations, phone_numbers, port_orders};

use crate::common::{Place, on_each};
use crate::world::{account, furnished, id, migration, number, order, order_number};

/// Another migration of the customer.
const SECOND: u128 = 0x41;

/// Numbers of the account: 1 is meant to port, 2 stands in an order, 3 has ported, 4 stays; 5 is billed elsewhere.
/// Another migration orders the number of 2, too, and has one of its own on the account.
async fn billed(place: &Place) -> Store {
    let store = furnished(place).await;
    let mut tx = store.write().await.unwrap();
    let open = &mut tx;
    insert_losing_account(open, &account(), &AccountSecrets::default())
        .await
        .unwrap();
    migrations::insert_migration(open, &migration(SECOND, 2, 3, "Phase 2"))
        .await
        .unwrap();
    for (order_id, of) in [(0x50, 4), (0x60, SECOND)] {
        let order = PortOrder {
            migration_id: id(of),
            pon: Some(format!("PON-{order_id:x}")),
            ..order(order_id)
        };
        port_orders::insert_port_order(open, &order).await.unwrap();
    }
    let on_account = |index| PhoneNumber {
        losing_account_id: Some(id(6)),
        disposition: Disposition::Port,
        ..number(index)
    };
    let numbers = [
        on_account(1),
        PhoneNumber {
            open_port_order_id: Some(id(0x50)),
            ..on_account(2)
        },
        PhoneNumber {
            porting_status: PortingStatus::Ported,
            ..on_account(3)
        },
        PhoneNumber {
            disposition: Disposition::Retain,
            ..on_account(4)
        },
        PhoneNumber {
            losing_account_id: None,
            porting_status: PortingStatus::LoaRejected,
            ..on_account(5)
        },
        PhoneNumber {
            migration_id: id(SECOND),
            id: id(0x2_0002),
            open_port_order_id: Some(id(0x60)),
            ..on_account(2)
        },
        PhoneNumber {
            migration_id: id(SECOND),
            ..on_account(6)
        },
    ];
    phone_numbers::insert_phone_numbers(open, &numbers).await.unwrap();
    // A number stands on one open line only; the other order has it by the inventory.
    let line = order_number(0x61, 0x60, &numbers[5]);
    port_orders::insert_port_order_numbers(open, &[line])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    store
}

#[tokio::test]
async fn a_proposal_sees_what_is_meant_to_port_and_ordered_by_nobody() {
    on_each(|place| async move {
        let store = billed(&place).await;
        let mut tx = store.read().await.unwrap();
        let found = list_numbers_to_port(&mut tx, id(4)).await.unwrap();
        let whole = [number(1).id, number(5).id];
        assert_eq!(found.iter().map(|it| it.id).collect::<Vec<_>>(), whole);
        let rows = phone_numbers::find_phone_numbers(&mut tx, &whole).await.unwrap();
        let converted: Vec<_> = rows.into_iter().map(Into::into).collect();
        assert_eq!(found, converted, "as the whole rows say it");
    })
    .await;
}

#[tokio::test]
async fn an_account_keeps_what_has_not_moved_and_nobody_ordered_in_any_migration() {
    on_each(|place| async move {
        let store = billed(&place).await;
        let mut tx = store.read().await.unwrap();
        let left = list_numbers_left_on_account(&mut tx, id(6)).await.unwrap();
        assert_eq!(left, [1, 4, 6].map(|index| number(index).number));
        let nobodys = list_numbers_left_on_account(&mut tx, id(0x77)).await.unwrap();
        assert_eq!(nobodys, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn an_order_is_looked_at_with_its_own_numbers_and_those_of_its_account() {
    on_each(|place| async move {
        let store = billed(&place).await;
        let mut tx = store.read().await.unwrap();
        let mut beside: Vec<_> = phone_numbers::list_phone_numbers_beside(&mut tx, id(0x50), Some(id(6)))
            .await
            .unwrap();
        beside.sort_by_key(|it| it.id);
        let mut expected = [1, 2, 3, 4, 6].map(|index| number(index).id).to_vec();
        expected.push(id(0x2_0002));
        assert_eq!(
            beside.iter().map(|it| it.id).collect::<Vec<_>>(),
            expected,
            "each once"
        );
        let alone = phone_numbers::list_phone_numbers_beside(&mut tx, id(0x50), None)
            .await
            .unwrap();
        assert_eq!(alone.iter().map(|it| it.id).collect::<Vec<_>>(), [number(2).id]);
    })
    .await;
}

#[tokio::test]
async fn an_order_names_the_other_migrations_order_over_its_number() {
    on_each(|place| async move {
        let store = billed(&place).await;
        let mut tx = store.read().await.unwrap();
        let mine = port_orders::find_port_order(&mut tx, id(0x50)).await.unwrap();
        let found = list_ordered_beside(&mut tx, &mine.unwrap()).await.unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|it| (it.number.as_str(), it.pon.as_deref(), it.path.as_str()))
            .collect();
        let two = number(2).number;
        assert_eq!(told, [(two.as_str(), Some("PON-60"), "Contoso/Dallas/Phase 2")]);
    })
    .await;
}
