//! Numbers and people: in bulk, one by one, with holders, and the same number in another migration.

use portflow_domain::entities::end_user::EndUser;
use portflow_domain::entities::phone_number::PhoneNumber;
use portflow_domain::entities::voice_app::ResourceAccount;
use portflow_domain::entities::{GridLayout, SavedView};
use portflow_domain::enums::{Disposition, PortingStatus, ResourceAccountType};
use portflow_domain::ids::TeamMemberId;
use portflow_domain::views::GridQuery;
use portflow_store::StoreError;
use portflow_store::queries::{
    customers, end_users, migrations, phone_numbers, resource_accounts, saved_views, sites,
};

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

#[tokio::test]
async fn many_numbers_are_changed_at_once_or_none_is() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let before: Vec<PhoneNumber> = (0..1500).map(number).collect();
        phone_numbers::insert_phone_numbers(&mut tx, &before)
            .await
            .unwrap();
        let wanted = |index: usize, it: &PhoneNumber| PhoneNumber {
            notes: index.is_multiple_of(2).then(|| format!("Row {index}")),
            disposition: Disposition::Retain,
            foc_date: (index == 3).then(|| "2027-02-09".parse().unwrap()),
            updated_at: at(2),
            ..it.clone()
        };
        let pairs: Vec<_> = before
            .iter()
            .enumerate()
            .map(|(index, it)| (it.clone(), wanted(index, it)))
            .collect();
        let stored = phone_numbers::update_phone_numbers(&mut tx, &pairs)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut tx = store.write().await.unwrap();
        assert_eq!(
            phone_numbers::list_phone_numbers(&mut tx, id(4)).await.unwrap(),
            stored
        );
        assert!(stored.iter().all(|it| it.revision == 2));
        let none: [(PhoneNumber, PhoneNumber); 0] = [];
        assert_eq!(
            phone_numbers::update_phone_numbers(&mut tx, &none).await.unwrap(),
            []
        );

        let mut again: Vec<_> = stored.iter().map(|it| (it.clone(), before[0].clone())).collect();
        for (index, (read, after)) in again.iter_mut().enumerate() {
            *after = PhoneNumber {
                notes: Some(index.to_string()),
                ..read.clone()
            };
        }
        again[1_200].0.revision = 1;
        let stale = phone_numbers::update_phone_numbers(&mut tx, &again)
            .await
            .err()
            .unwrap();
        assert!(
            matches!(
                stale,
                StoreError::Conflict {
                    expected: 1,
                    found: 2,
                    ..
                }
            ),
            "{stale:?}"
        );
        tx.rollback().await.unwrap();
        let mut tx = store.read().await.unwrap();
        assert_eq!(
            phone_numbers::list_phone_numbers(&mut tx, id(4)).await.unwrap(),
            stored
        );
        assert_eq!(store.check().await.unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn numbers_are_found_by_where_they_stand() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let mut longer = number(900);
        longer.number = "+121455500010".to_owned();
        let mut extended = number(901);
        (extended.number, extended.extension) = (number(3).number, "12".to_owned());
        let mut all: Vec<PhoneNumber> = (0..20).map(number).collect();
        all.extend([longer, extended]);
        phone_numbers::insert_phone_numbers(tx, &all).await.unwrap();
        let span = |first: u128, last: u128| (number(first).number, number(last).number);
        let found = phone_numbers::list_ids_between(tx, id(4), &[span(1, 3), span(7, 7)])
            .await
            .unwrap();
        assert_eq!(
            found,
            [number(1).id, number(2).id, number(3).id, all[21].id, number(7).id]
        );
        assert_eq!(phone_numbers::list_ids_between(tx, id(4), &[]).await.unwrap(), []);

        let named = [number(3).number, "+19995550000".to_owned()];
        let mut here = phone_numbers::list_named_numbers(tx, id(4), &named)
            .await
            .unwrap();
        here.sort();
        assert_eq!(
            here,
            [
                (number(3).number, String::new()),
                (number(3).number, "12".to_owned())
            ]
        );
        let owned = phone_numbers::list_owned_numbers(tx, id(4)).await.unwrap();
        assert_eq!(owned.len(), 22);
        let query = GridQuery {
            search: Some("+12145550003".to_owned()),
            ..GridQuery::default()
        };
        let shown = phone_numbers::list_number_ids(tx, id(4), &query).await.unwrap();
        assert_eq!(shown, [number(3).id, all[21].id]);
        assert_eq!(
            phone_numbers::list_ordered_among(tx, &[number(3).id])
                .await
                .unwrap(),
            []
        );
        assert_eq!(
            phone_numbers::find_number_of_account(tx, id(0x30)).await.unwrap(),
            None
        );
        assert_eq!(
            phone_numbers::list_places(tx, &number(3).number)
                .await
                .unwrap()
                .len(),
            2
        );
        let none = phone_numbers::page_duplicates(tx, None, 0, 10).await.unwrap();
        assert_eq!((none.total, none.rows.len()), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn views_are_seen_by_their_owner_or_by_everybody() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let view = |row: u128, name: &str, owner: Option<TeamMemberId>| SavedView {
            id: id(row),
            screen: "numbers".to_owned(),
            team_member_id: owner,
            name: name.to_owned(),
            layout: GridLayout {
                search: Some("214".to_owned()),
                columns: [("notes".to_owned(), false)].into(),
                ..GridLayout::default()
            },
            revision: 1,
            created_at: at(0),
            updated_at: at(0),
        };
        let ours = saved_views::insert_saved_view(tx, &view(0x70, "b ours", None))
            .await
            .unwrap();
        assert_eq!(ours, view(0x70, "b ours", None));
        let mine = saved_views::insert_saved_view(tx, &view(0x71, "A mine", Some(id(9))))
            .await
            .unwrap();
        let listed = saved_views::list_saved_views(tx, "numbers", Some(id(9)))
            .await
            .unwrap();
        assert_eq!(listed, [mine.clone(), ours.clone()]);
        assert_eq!(
            saved_views::list_saved_views(tx, "numbers", None).await.unwrap(),
            std::slice::from_ref(&ours)
        );
        assert_eq!(
            saved_views::list_saved_views(tx, "people", Some(id(9)))
                .await
                .unwrap(),
            []
        );
        let renamed = SavedView {
            name: "C".to_owned(),
            ..mine
        };
        let renamed = saved_views::update_saved_view(tx, &renamed).await.unwrap();
        assert_eq!(renamed.revision, 2);
        saved_views::delete_saved_view(tx, &renamed).await.unwrap();
        assert_eq!(saved_views::find_saved_view(tx, id(0x71)).await.unwrap(), None);
    })
    .await;
}
