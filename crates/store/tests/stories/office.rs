//! Members, customers, sites, contacts, carriers and migrations: stored, found, changed under a revision.

use portflow_domain::entities::carrier::Carrier;
use portflow_domain::entities::customer::Site;
use portflow_domain::enums::MigrationStatus;
use portflow_store::StoreError;
use portflow_store::queries::{carriers, contacts, customers, migrations, sites, team_members};

use crate::common::{Place, on_each};
use crate::world::{at, carrier, contact, customer, furnished, id, member, migration, site};

#[tokio::test]
async fn everything_comes_back_as_it_was_stored() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.read().await.unwrap();
        let tx = &mut tx;
        assert_eq!(team_members::list_team_members(tx).await.unwrap(), [member()]);
        assert_eq!(
            team_members::find_team_member(tx, id(9)).await.unwrap(),
            Some(member())
        );
        let by_email = team_members::find_team_member_by_email(tx, " ana.lee@CONTOSO.com ")
            .await
            .unwrap();
        assert_eq!(by_email, Some(member()));
        let by_role = team_members::find_team_member_of_session_user(tx).await.unwrap();
        assert_eq!(
            by_role.is_some(),
            matches!(place, Place::Postgres(_)),
            "a file has no roles"
        );
        assert_eq!(carriers::list_carriers(tx).await.unwrap(), [carrier()]);
        assert_eq!(carriers::find_carrier(tx, id(8)).await.unwrap(), Some(carrier()));
        assert_eq!(
            customers::list_customers(tx).await.unwrap(),
            [customer(2, "Contoso")]
        );
        assert_eq!(
            customers::find_customer(tx, id(2)).await.unwrap(),
            Some(customer(2, "Contoso"))
        );
        assert_eq!(
            contacts::list_contacts(tx, Some(id(2))).await.unwrap(),
            [contact()]
        );
        assert_eq!(contacts::find_contact(tx, id(7)).await.unwrap(), Some(contact()));
        assert_eq!(sites::list_sites(tx, None).await.unwrap(), [site(3, 2, "Dallas")]);
        assert_eq!(
            sites::find_site(tx, id(3)).await.unwrap(),
            Some(site(3, 2, "Dallas"))
        );
        let phase = migration(4, 2, 3, "Phase 1");
        assert_eq!(
            migrations::list_migrations(tx, Some(id(3))).await.unwrap(),
            std::slice::from_ref(&phase)
        );
        assert_eq!(migrations::find_migration(tx, id(4)).await.unwrap(), Some(phase));
        assert_eq!(migrations::find_migration(tx, id(44)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_change_needs_the_revision_it_read_and_gives_what_is_stored() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let before = site(3, 2, "Dallas");
        let wanted = Site {
            name: "  Dallas   HQ ".to_owned(),
            business_hours: serde_json::from_str(r#"{"monday":[{"open":"08:00","close":"17:00"}]}"#).ok(),
            holidays: vec![serde_json::from_str(r#"{"name":"New Year","date":"2027-01-01"}"#).unwrap()],
            updated_at: at(3),
            ..before.clone()
        };
        let stored = sites::update_site(&mut tx, &wanted).await.unwrap();
        assert_eq!(
            stored,
            Site {
                revision: 2,
                ..wanted.clone()
            }
        );
        assert!(stored.business_hours.is_some());
        assert_eq!(sites::find_site(&mut tx, id(3)).await.unwrap().unwrap(), stored);

        let stale = sites::update_site(&mut tx, &wanted).await.err().unwrap();
        assert!(
            matches!(
                stale,
                StoreError::Conflict {
                    entity: "site",
                    expected: 1,
                    found: 2,
                    ..
                }
            ),
            "{stale:?}"
        );
        let nowhere = Site { id: id(33), ..wanted };
        let missing = sites::update_site(&mut tx, &nowhere).await.err().unwrap();
        assert!(
            matches!(missing, StoreError::NotFound { entity: "site", .. }),
            "{missing:?}"
        );

        let mut renamed = customer(2, "Contoso Group");
        renamed.archived_at = Some(at(4));
        customers::update_customer(&mut tx, &renamed).await.unwrap();
        assert!(
            customers::list_customers(&mut tx).await.unwrap().is_empty(),
            "archived"
        );
    })
    .await;
}

#[tokio::test]
async fn a_carrier_changes_and_keeps_one_workbook() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let wanted = Carrier {
            name: "Verizon Business".to_owned(),
            to_confirm: false,
            workbook_name: Some("form.xlsx".to_owned()),
            workbook_sha256: Some("ab".repeat(32)),
            updated_at: at(3),
            ..carrier()
        };
        let stored = carriers::update_carrier(&mut tx, &wanted).await.unwrap();
        assert_eq!(
            stored,
            Carrier {
                revision: 2,
                ..wanted.clone()
            }
        );
        let stale = carriers::update_carrier(&mut tx, &wanted).await.err().unwrap();
        assert!(
            matches!(
                stale,
                StoreError::Conflict {
                    entity: "carrier",
                    ..
                }
            ),
            "{stale:?}"
        );
        let kept = carriers::read_carrier_workbook(&mut tx, id(8)).await.unwrap();
        assert_eq!(kept, None);
        for content in [vec![1, 2], vec![0, 255, 3]] {
            carriers::set_carrier_workbook(&mut tx, id(8), Some(content.clone()))
                .await
                .unwrap();
            let kept = carriers::read_carrier_workbook(&mut tx, id(8)).await.unwrap();
            assert_eq!(kept, Some(content));
        }
        carriers::set_carrier_workbook(&mut tx, id(8), None)
            .await
            .unwrap();
        assert_eq!(
            carriers::read_carrier_workbook(&mut tx, id(8)).await.unwrap(),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn a_migration_changes_without_touching_its_counters() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        portflow_store::queries::phone_numbers::insert_phone_numbers(&mut tx, &[crate::world::number(1)])
            .await
            .unwrap();
        let mut wanted = migration(4, 2, 3, "Phase 1");
        wanted.status = MigrationStatus::Discovery;
        let stored = migrations::update_migration(&mut tx, &wanted).await.unwrap();
        assert_eq!(
            (stored.status, stored.total_numbers, stored.revision),
            (MigrationStatus::Discovery, 1, 2)
        );
        wanted.status = MigrationStatus::Completed;
        wanted.revision = 2;
        let refused = migrations::update_migration(&mut tx, &wanted)
            .await
            .err()
            .unwrap();
        assert!(
            matches!(refused, StoreError::IllegalTransition { .. }),
            "{refused:?}"
        );
    })
    .await;
}
