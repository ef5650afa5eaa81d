//! What the database refuses reaches the caller as the same typed error from both databases.

use portflow_domain::entities::phone_number::PhoneNumber;
use portflow_domain::enums::PortingStatus;
use portflow_store::queries::{
    carriers, customers, end_users, migrations, phone_numbers, sites, team_members,
};
use portflow_store::{Result, StoreError, Tx};

use crate::common::on_each;
use crate::world::{carrier, customer, furnished, id, member, migration, number, person, site};

fn field_of<T>(result: Result<T>) -> (&'static str, &'static str) {
    let error = result.err().unwrap();
    let StoreError::Duplicate { entity, field } = error else {
        panic!("{error:?}")
    };
    (entity, field)
}

/// The error of an attempt on a furnished workspace.
macro_rules! refused {
    ($store:expr, $tx:ident => $attempt:expr) => {{
        let mut transaction: Tx = $store.write().await.unwrap();
        let $tx = &mut transaction;
        let result = $attempt.await;
        transaction.rollback().await.unwrap();
        result
    }};
}

#[tokio::test]
async fn a_second_of_a_kind_names_the_field_to_change() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut again = member();
        again.id = id(99);
        again.email = "ANA.LEE@contoso.com".to_owned();
        let found = field_of(refused!(store, tx => team_members::insert_team_member(tx, &again)));
        assert_eq!(found.1, "email");
        let found =
            field_of(refused!(store, tx => customers::insert_customer(tx, &customer(22, " CONTOSO"))));
        assert_eq!(found, ("customer", "name"));
        let found = field_of(refused!(store, tx => sites::insert_site(tx, &site(33, 2, "dallas"))));
        assert_eq!(found, ("site", "name"));
        let found = field_of(
            refused!(store, tx => migrations::insert_migration(tx, &migration(44, 2, 3, "phase  1"))),
        );
        assert_eq!(found, ("migration", "name"));
        let mut another = carrier();
        another.id = id(88);
        assert_eq!(
            field_of(refused!(store, tx => carriers::insert_carrier(tx, &another))),
            ("carrier", "code")
        );
        let twice = [
            number(1),
            PhoneNumber {
                id: id(0xF),
                ..number(1)
            },
        ];
        let found = field_of(refused!(store, tx => phone_numbers::insert_phone_numbers(tx, &twice)));
        assert_eq!(found, ("number", "number"));
        let mut twin = person(2, "Bo");
        twin.upn = Some("ANA@contoso.com".to_owned());
        let twins = [person(1, "ana"), twin];
        assert_eq!(
            field_of(refused!(store, tx => end_users::insert_end_users(tx, &twins))),
            ("person", "upn")
        );
    })
    .await;
}

#[tokio::test]
async fn references_and_rules_are_told_apart() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let orphan = site(33, 77, "Nowhere");
        let error = refused!(store, tx => sites::insert_site(tx, &orphan))
            .err()
            .unwrap();
        assert!(matches!(error, StoreError::InUse { .. }), "{error:?}");
        let spelled = PhoneNumber {
            number: "214-555-0001".to_owned(),
            ..number(1)
        };
        let error = refused!(store, tx => phone_numbers::insert_phone_numbers(tx, &[spelled]))
            .err()
            .unwrap();
        assert!(matches!(error, StoreError::Invalid { .. }), "{error:?}");
        assert!(!error.to_string().contains("214-555"), "{error}");

        let mut tx = store.write().await.unwrap();
        phone_numbers::insert_phone_numbers(&mut tx, &[number(1)])
            .await
            .unwrap();
        let skipped = PhoneNumber {
            porting_status: PortingStatus::Verified,
            ..number(1)
        };
        let error = phone_numbers::update_phone_number(&mut tx, &skipped)
            .await
            .err()
            .unwrap();
        assert!(matches!(error, StoreError::IllegalTransition { .. }), "{error:?}");
    })
    .await;
}
