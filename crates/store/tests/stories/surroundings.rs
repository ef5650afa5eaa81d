//! What lies around a site is read for it alone: accounts, orders and networks of its customer that concern it.

use portflow_domain::entities::{
    Circuit, EmergencyLocation, LosingAccount, LosingAccountNumber, NetworkSegment, PortOrder, SpecialLine,
};
use portflow_domain::enums::{
    AccountNumberSource, CircuitKind, NetworkKind, SpecialLineDecision, SpecialLineKind,
};
use portflow_domain::ids::EntityId;
use portflow_store::Tx;
use portflow_store::queries::losing_accounts::AccountSecrets;
use portflow_store::queries::{
    circuits, customers, emergency_locations, losing_account_numbers, losing_accounts, migrations,
    network_segments, port_orders, served_sites, sites, special_lines,
};

use crate::common::on_each;
use crate::world::{account, at, customer, furnished, id, migration, order, site};

const DALLAS: u128 = 3;
const PLANO: u128 = 0x31;
/// A site of another customer.
const RENO: u128 = 0x32;

/// Bills a circuit in Dallas and a line in Plano.
const SHARED: u128 = 6;
/// Is left by an order of Dallas.
const LEFT: u128 = 0x61;
/// Lists the number of a line in Dallas that names no account.
const LISTING: u128 = 0x62;
/// Has to do with Plano alone.
const PLANOS: u128 = 0x63;
/// Another customer's, with the same number on its list.
const FOREIGN: u128 = 0x64;

const LIFT: &str = "+12145550150";

fn circuit(number: u128, site: u128, account: u128) -> Circuit {
    Circuit {
        id: id(number),
        customer_id: id(2),
        site_id: id(site),
        losing_account_id: Some(id(account)),
        carrier_name: "Frontier".to_owned(),
        kind: CircuitKind::Pri,
        circuit_id: None,
        channels: Some(23),
        btn: None,
        contract_end: None,
        monthly_cost_cents: None,
        disconnect_on: None,
        notes: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

fn line(number: u128, site: u128, account: Option<u128>, dialed: Option<&str>) -> SpecialLine {
    SpecialLine {
        id: id(number),
        customer_id: id(2),
        site_id: id(site),
        losing_account_id: account.map(id),
        kind: SpecialLineKind::Elevator,
        number: dialed.map(str::to_owned),
        location: None,
        owner: None,
        decision: SpecialLineDecision::Keep,
        decided_by: None,
        notes: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

fn listed(
    row: u128,
    customer: u128,
    account: u128,
    number: &str,
    source: AccountNumberSource,
) -> LosingAccountNumber {
    LosingAccountNumber {
        id: id(row),
        customer_id: id(customer),
        losing_account_id: id(account),
        number: number.to_owned(),
        source,
        seen_on: "2026-11-25".parse().unwrap(),
        remaining_action: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

/// The accounts and what ties them to sites.
async fn billed(tx: &mut Tx) {
    customers::insert_customer(tx, &customer(0x20, "Fabrikam"))
        .await
        .unwrap();
    sites::insert_site(tx, &site(PLANO, 2, "Plano")).await.unwrap();
    sites::insert_site(tx, &site(RENO, 0x20, "Reno")).await.unwrap();
    migrations::insert_migration(tx, &migration(0x41, 2, PLANO, "Phase 2"))
        .await
        .unwrap();
    for (owner, number) in [(2, SHARED), (2, LEFT), (2, LISTING), (2, PLANOS), (0x20, FOREIGN)] {
        let account = LosingAccount {
            id: id(number),
            customer_id: id(owner),
            ..account()
        };
        losing_accounts::insert_losing_account(tx, &account, &AccountSecrets::default())
            .await
            .unwrap();
    }
    circuits::insert_circuit(tx, &circuit(0x70, DALLAS, SHARED))
        .await
        .unwrap();
    circuits::insert_circuit(tx, &circuit(0x71, PLANO, PLANOS))
        .await
        .unwrap();
    for line in [
        line(0x80, DALLAS, None, Some(LIFT)),
        line(0x81, PLANO, Some(SHARED), None),
    ] {
        special_lines::insert_special_line(tx, &line).await.unwrap();
    }
    use AccountNumberSource::{Bill, Csr};
    let numbers = [
        listed(0x90, 2, LISTING, LIFT, Csr),
        listed(0x91, 2, LISTING, LIFT, Bill),
        listed(0x92, 2, LISTING, "+12145550151", Csr),
        listed(0x93, 0x20, FOREIGN, LIFT, Csr),
    ];
    losing_accounts::insert_losing_account_numbers(tx, &numbers)
        .await
        .unwrap();
    for (number, migration, account) in [(0xA0, 4, LEFT), (0xA1, 0x41, PLANOS)] {
        let order = PortOrder {
            migration_id: id(migration),
            losing_account_id: Some(id(account)),
            ..order(number)
        };
        port_orders::insert_port_order(tx, &order).await.unwrap();
    }
}

fn ids<T, I: EntityId>(rows: &[T], of: fn(&T) -> I) -> Vec<u128> {
    let zero = id::<I>(0).uuid().as_u128();
    rows.iter().map(|row| of(row).uuid().as_u128() - zero).collect()
}

#[tokio::test]
async fn a_site_is_told_of_the_accounts_that_concern_it() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let tx = &mut store.write().await.unwrap();
        billed(tx).await;
        for (site, expected) in [
            (DALLAS, &[SHARED, LEFT, LISTING][..]),
            (PLANO, &[SHARED, PLANOS]),
            (RENO, &[]),
        ] {
            let found = losing_accounts::list_losing_accounts_at_site(tx, id(site))
                .await
                .unwrap();
            assert_eq!(ids(&found, |it| it.id), expected, "{site:x}");
        }
        let asked = [id(FOREIGN), id(LISTING), id(SHARED)];
        let found = losing_account_numbers::list_listed_lines(tx, &asked)
            .await
            .unwrap();
        assert_eq!(
            ids(&found, |it| it.losing_account_id),
            [LISTING],
            "listed twice, told once"
        );
        assert_eq!(found[0].number, LIFT);
        assert!(
            losing_account_numbers::list_listed_lines(tx, &[])
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn an_account_serves_the_sites_of_what_names_it() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let tx = &mut store.write().await.unwrap();
        billed(tx).await;
        let all = served_sites::list_served_sites(tx, Some(id(2))).await.unwrap();
        let pairs: Vec<_> = ids(&all, |it| it.losing_account_id)
            .into_iter()
            .zip(ids(&all, |it| it.site_id))
            .collect();
        assert_eq!(
            pairs,
            [(SHARED, DALLAS), (SHARED, PLANO), (LEFT, DALLAS), (PLANOS, PLANO)]
        );
        assert_eq!(served_sites::list_served_sites(tx, None).await.unwrap(), all);
        assert!(
            served_sites::list_served_sites(tx, Some(id(0x20)))
                .await
                .unwrap()
                .is_empty()
        );
        let some = served_sites::list_served_sites_of(tx, &[id(PLANOS), id(SHARED)])
            .await
            .unwrap();
        assert_eq!(some, [all[0].clone(), all[1].clone(), all[3].clone()]);
        assert!(
            served_sites::list_served_sites_of(tx, &[])
                .await
                .unwrap()
                .is_empty()
        );

        let mut over = migrations::find_migration(tx, id(0x41)).await.unwrap().unwrap();
        over.archived_at = Some(at(5));
        migrations::update_migration(tx, &over).await.unwrap();
        circuits::delete_circuit(tx, &circuit(0x71, PLANO, PLANOS))
            .await
            .unwrap();
        let rest = served_sites::list_served_sites(tx, None).await.unwrap();
        assert_eq!(rest, all[..3], "an archived migration names nothing");
    })
    .await;
}

#[tokio::test]
async fn orders_are_read_by_migration_and_by_account() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let tx = &mut store.write().await.unwrap();
        billed(tx).await;
        let cases: [(&[u128], &[u128], &[u128]); 4] = [
            (&[4], &[], &[0xA0]),
            (&[], &[PLANOS, LISTING], &[0xA1]),
            (&[4], &[PLANOS, LEFT], &[0xA0, 0xA1]),
            (&[], &[], &[]),
        ];
        for (migrations, accounts, expected) in cases {
            let migrations: Vec<_> = migrations.iter().map(|it| id(*it)).collect();
            let accounts: Vec<_> = accounts.iter().map(|it| id(*it)).collect();
            let found = port_orders::list_orders_around(tx, &migrations, &accounts)
                .await
                .unwrap();
            assert_eq!(ids(&found, |it| it.id), expected);
        }
    })
    .await;
}

fn location(number: u128, site: u128, name: &str) -> EmergencyLocation {
    EmergencyLocation {
        id: id(number),
        customer_id: id(2),
        site_id: id(site),
        name: name.to_owned(),
        company_name: None,
        building: None,
        floor: None,
        room: None,
        house_number: None,
        house_number_suffix: None,
        street_name: None,
        street_suffix: None,
        city: None,
        state: None,
        postal_code: None,
        country: "US".to_owned(),
        elin: None,
        notes: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

fn segment(number: u128, customer: u128, site: u128, kind: NetworkKind, identifier: &str) -> NetworkSegment {
    NetworkSegment {
        id: id(number),
        customer_id: id(customer),
        site_id: id(site),
        emergency_location_id: None,
        kind,
        identifier: identifier.to_owned(),
        port: String::new(),
        description: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

#[tokio::test]
async fn networks_of_a_kind_stand_beside_each_other() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let tx = &mut store.write().await.unwrap();
        billed(tx).await;
        emergency_locations::insert_emergency_location(tx, &location(0xB0, PLANO, "Floor 7"))
            .await
            .unwrap();
        let mapped = NetworkSegment {
            emergency_location_id: Some(id(0xB0)),
            ..segment(0xC0, 2, PLANO, NetworkKind::Subnet, "10.20.7.0/24")
        };
        let others = [
            segment(0xC1, 2, DALLAS, NetworkKind::Subnet, "10.20.0.0/16"),
            segment(0xC2, 2, PLANO, NetworkKind::Switch, "F0-6E-0B-C2-03-23"),
            segment(0xC3, 0x20, RENO, NetworkKind::Subnet, "10.20.9.0/24"),
        ];
        for segment in [&mapped].into_iter().chain(&others) {
            network_segments::insert_network_segment(tx, segment)
                .await
                .unwrap();
        }
        let dallas = site(DALLAS, 2, "Dallas");
        let found = network_segments::list_mapped_segments_beside(tx, &dallas)
            .await
            .unwrap();
        assert_eq!(ids(&found, |it| it.id), [0xC1, 0xC0]);
        assert_eq!(ids(&found, |it| it.site_id), [DALLAS, PLANO]);
        let places: Vec<_> = found.iter().map(|it| it.place.as_deref()).collect();
        assert_eq!(places, [None, Some("Plano, Floor 7")]);
        assert_eq!(found[1].emergency_location_id, Some(id(0xB0)));
        let cases: [(Option<u128>, &[u128]); 3] = [
            (Some(2), &[0xC1, 0xC0, 0xC2]),
            (Some(0x20), &[0xC3]),
            (None, &[0xC1, 0xC0, 0xC3, 0xC2]),
        ];
        for (customer, expected) in cases {
            let found = network_segments::list_mapped_segments(tx, customer.map(id))
                .await
                .unwrap();
            assert_eq!(ids(&found, |it| it.id), expected);
        }
        network_segments::delete_network_segment(tx, &others[0])
            .await
            .unwrap();
        let found = network_segments::list_mapped_segments_beside(tx, &dallas)
            .await
            .unwrap();
        assert!(
            found.is_empty(),
            "a site without networks has nothing to compare: {found:?}"
        );
    })
    .await;
}
