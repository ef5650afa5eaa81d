//! Numbers and people: in bulk, one by one, with holders, and the same number in another migration.

use portflow_domain::entities::end_user::EndUser;
use portflow_domain::entities::phone_number::PhoneNumber;
use portflow_domain::entities::voice_app::ResourceAccount;
use portflow_domain::enums::{PortingStatus, ResourceAccountType};
use portflow_store::StoreError;
use portflow_store::queries::{customers, end_users, migrations, phone_numbers, resource_accounts, sites};

use crate::common::on_each;
use crate::world::{at, customer, furnished, id, migration, number, person, site};

#[tokio::test]
async fn many_arrive_at_once_and_are_counted() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let mut numbers: Vec<PhoneNumber> = (0..2500).map(number).collect();
        numbers[7].porting_status = PortingStatus::Ported;
        phone_numbers::insert_phone_numbers(&mut tx, &numbers)
            .await
            .unwrap();
        let mut people: Vec<EndUser> = (0..300)
            .map(|index| person(index, &format!("User {index:03}")))
            .collect();
        people[3].is_configured = true;
        end_users::insert_end_users(&mut tx, &people).await.unwrap();
        tx.commit().await.unwrap();

        let mut tx = store.read().await.unwrap();
        let counted = migrations::find_migration(&mut tx, id(4)).await.unwrap().unwrap();
        assert_eq!((counted.total_numbers, counted.ported_numbers), (2500, 1));
        assert_eq!((counted.total_users, counted.configured_users), (300, 1));
        assert_eq!(counted.revision, 1, "counting is no change");
        assert_eq!(
            phone_numbers::list_phone_numbers(&mut tx, id(4)).await.unwrap(),
            numbers
        );
        assert_eq!(end_users::list_end_users(&mut tx, id(4)).await.unwrap(), people);
        assert_eq!(store.check().await.unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_number_gets_a_holder_and_a_status_step_by_step() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        phone_numbers::insert_phone_numbers(tx, &[number(1), number(2)])
            .await
            .unwrap();
        end_users::insert_end_users(tx, &[person(1, "Ana Lee")])
            .await
            .unwrap();
        let lobby = ResourceAccount {
            id: id(0x30),
            customer_id: id(2),
            migration_id: id(4),
            upn: "lobby@contoso.com".to_owned(),
            display_name: "Lobby".to_owned(),
            account_type: ResourceAccountType::CallQueue,
            auto_attendant_id: None,
            call_queue_id: None,
            usage_location: None,
            license_sku: None,
            tenant_object_id: None,
            is_configured: false,
            revision: 1,
            created_at: at(0),
            updated_at: at(0),
        };
        assert_eq!(
            resource_accounts::insert_resource_account(tx, &lobby)
                .await
                .unwrap(),
            lobby
        );
        assert_eq!(
            resource_accounts::find_resource_account(tx, id(0x30))
                .await
                .unwrap(),
            Some(lobby.clone())
        );
        assert_eq!(
            resource_accounts::list_resource_accounts(tx, id(4))
                .await
                .unwrap(),
            [lobby]
        );

        let held = PhoneNumber {
            assigned_end_user_id: Some(person(1, "").id),
            porting_status: PortingStatus::LoaSubmitted,
            foc_date: Some("2027-02-09".parse().unwrap()),
            updated_at: at(2),
            ..number(1)
        };
        let stored = phone_numbers::update_phone_number(tx, &held).await.unwrap();
        assert_eq!(stored, PhoneNumber { revision: 2, ..held });
        let led = PhoneNumber {
            assigned_resource_account_id: Some(id(0x30)),
            ..number(2)
        };
        phone_numbers::update_phone_number(tx, &led).await.unwrap();
        let stale = phone_numbers::update_phone_number(tx, &led).await.err().unwrap();
        assert!(
            matches!(stale, StoreError::Conflict { entity: "number", .. }),
            "{stale:?}"
        );
        assert_eq!(
            phone_numbers::find_phone_number(tx, number(1).id).await.unwrap(),
            Some(stored.clone())
        );
        let found = phone_numbers::find_phone_numbers(tx, &[id(0xFFFF), number(2).id, number(1).id])
            .await
            .unwrap();
        assert_eq!(
            found.iter().map(|it| it.id).collect::<Vec<_>>(),
            [number(2).id, number(1).id]
        );
        let rows = phone_numbers::list_number_rows(tx, &[number(2).id, number(1).id])
            .await
            .unwrap();
        let holders: Vec<_> = rows.iter().map(|row| row.holder_name.as_deref()).collect();
        assert_eq!(holders, [Some("Lobby"), Some("Ana Lee")]);
        let people = end_users::list_end_user_rows(tx, &[person(1, "").id])
            .await
            .unwrap();
        assert_eq!(people[0].numbers.as_deref(), Some("+12145550001"));
        assert_eq!(people[0].site_name.as_deref(), Some("Dallas"));
    })
    .await;
}

#[tokio::test]
async fn people_are_found_by_id_and_upn_and_changed() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let (ana, bo) = (person(1, "Ana Lee"), person(2, "Bo Ruiz"));
        end_users::insert_end_users(tx, &[ana.clone(), bo.clone()])
            .await
            .unwrap();
        assert_eq!(
            end_users::find_end_user(tx, ana.id).await.unwrap(),
            Some(ana.clone())
        );
        assert_eq!(
            end_users::find_end_users(tx, &[bo.id, ana.id])
                .await
                .unwrap()
                .len(),
            2
        );
        let upns = ["ANA.LEE@contoso.com".to_owned(), "nobody@contoso.com".to_owned()];
        assert_eq!(
            end_users::find_end_users_by_upn(tx, id(4), &upns).await.unwrap(),
            std::slice::from_ref(&ana)
        );
        let moved = EndUser {
            upn: Some("ana@contoso.com".to_owned()),
            updated_at: at(1),
            ..ana.clone()
        };
        let stored = end_users::update_end_user(tx, &moved).await.unwrap();
        assert_eq!(stored, EndUser { revision: 2, ..moved });
        let found = end_users::find_end_users_by_upn(tx, id(4), &["Ana@Contoso.com".to_owned()])
            .await
            .unwrap();
        assert_eq!(found, [stored]);
        let stale = end_users::update_end_user(tx, &ana).await.err().unwrap();
        assert!(
            matches!(stale, StoreError::Conflict { entity: "person", .. }),
            "{stale:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_number_elsewhere_is_named_by_path_only() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        phone_numbers::insert_phone_numbers(tx, &[number(1), number(2)])
            .await
            .unwrap();
        customers::insert_customer(tx, &customer(22, "Fabrikam"))
            .await
            .unwrap();
        sites::insert_site(tx, &site(23, 22, "Austin")).await.unwrap();
        migrations::insert_migration(tx, &migration(24, 22, 23, "Move"))
            .await
            .unwrap();
        let asked = [number(2).number, "+12145559999".to_owned()];
        let found = phone_numbers::numbers_in_other_migrations(tx, id(24), &asked)
            .await
            .unwrap();
        assert_eq!(
            found,
            [("+12145550002".to_owned(), "Contoso/Dallas/Phase 1".to_owned())]
        );
        assert!(
            phone_numbers::numbers_in_other_migrations(tx, id(4), &asked)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}
