//! Windows of the grids: filters, sort, search and one order on SQLite, PostgreSQL and PostgreSQL with the
//! collation of American English.

use std::future::Future;
use std::sync::{Arc, Mutex};

use portflow_domain::entities::phone_number::PhoneNumber;
use portflow_domain::enums::{Disposition, PortingStatus};
use portflow_domain::views::{GridFilter, GridQuery, GridSort};
use portflow_store::queries::{customers, end_users, phone_numbers};
use portflow_store::{Store, StoreError};

use crate::common::{ICU, Place, on_each, on_postgres, on_sqlite};
use crate::world::{customer, furnished, id, number, person};

/// Names that a dictionary and the code points order differently.
const NAMES: [&str; 8] = [
    "anna",
    "Zoe",
    "Ärmel",
    "ann-marie",
    "Ann Lee",
    "ANNA B",
    "émile",
    "_x",
];

async fn inventory(place: &Place) -> Store {
    let store = furnished(place).await;
    let mut tx = store.write().await.unwrap();
    let people: Vec<_> = (0_u128..)
        .zip(NAMES)
        .map(|(index, name)| person(index, name))
        .collect();
    end_users::insert_end_users(&mut tx, &people).await.unwrap();
    let statuses = [
        PortingStatus::Verified,
        PortingStatus::NotStarted,
        PortingStatus::Failed,
        PortingStatus::Ported,
    ];
    let numbers: Vec<PhoneNumber> = (0..40_u128)
        .map(|index| {
            let place = usize::try_from(index).unwrap();
            PhoneNumber {
                porting_status: statuses[place % 4],
                disposition: if index % 10 == 0 {
                    Disposition::Retain
                } else {
                    Disposition::Port
                },
                description: NAMES.get(place % 11).map(|name| format!("{name} desk 50%")),
                assigned_end_user_id: (index < 8).then(|| person(index, "").id),
                foc_date: (index % 3 == 0).then(|| "2027-02-09".parse().unwrap()),
                ..number(index)
            }
        })
        .collect();
    phone_numbers::insert_phone_numbers(&mut tx, &numbers)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    store
}

fn sorted(keys: &[(&str, bool)]) -> GridQuery {
    let sort = keys.iter().map(|(column, descending)| GridSort {
        column: (*column).to_owned(),
        descending: *descending,
    });
    GridQuery {
        sort: sort.collect(),
        limit: 1000,
        ..GridQuery::default()
    }
}

fn filtered(column: &str, values: &[&str]) -> GridQuery {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    GridQuery {
        filters: vec![GridFilter {
            column: column.to_owned(),
            values,
        }],
        limit: 1000,
        ..GridQuery::default()
    }
}

fn searched(text: &str) -> GridQuery {
    GridQuery {
        search: Some(text.to_owned()),
        limit: 1000,
        ..GridQuery::default()
    }
}

/// The last four digits of the numbers found.
async fn numbers(store: &Store, query: &GridQuery) -> Vec<String> {
    let mut tx = store.read().await.unwrap();
    let page = phone_numbers::page_phone_numbers(&mut tx, Some(id(4)), query)
        .await
        .unwrap();
    assert_eq!(usize::try_from(page.total).unwrap(), page.rows.len());
    page.rows.iter().map(|row| row.number[8..].to_owned()).collect()
}

async fn people(store: &Store, query: &GridQuery) -> Vec<String> {
    let mut tx = store.read().await.unwrap();
    let page = end_users::page_end_users(&mut tx, Some(id(4)), query)
        .await
        .unwrap();
    assert_eq!(usize::try_from(page.total).unwrap(), page.rows.len());
    page.rows.iter().map(|row| row.display_name.clone()).collect()
}

/// Runs the same listing in the three kinds of database and compares what comes out.
async fn same_everywhere<F, Fut>(listing: F)
where
    F: Fn(Store) -> Fut + Send + Sync + Copy + 'static,
    Fut: Future<Output = Vec<Vec<String>>> + Send,
{
    let outcomes: Arc<Mutex<Vec<Vec<Vec<String>>>>> = Arc::default();
    let story = |place: Place| {
        let outcomes = Arc::clone(&outcomes);
        async move {
            let listed = listing(inventory(&place).await).await;
            outcomes.lock().unwrap().push(listed);
        }
    };
    on_sqlite(story).await;
    on_postgres("", story).await;
    on_postgres(ICU, story).await;
    let outcomes = outcomes.lock().unwrap();
    for outcome in outcomes.iter() {
        assert_eq!(outcome, &outcomes[0]);
    }
}

#[tokio::test]
async fn every_sort_gives_one_order() {
    same_everywhere(|store| async move {
        let mut listed = Vec::new();
        for column in [
            "number",
            "numberType",
            "portingStatus",
            "disposition",
            "description",
            "holderName",
            "holderUpn",
            "focDate",
            "sourceRow",
            "losingAccountBtn",
            "portOrderPon",
            "unassigned",
            "id",
        ] {
            for descending in [false, true] {
                listed.push(numbers(&store, &sorted(&[(column, descending)])).await);
            }
        }
        for column in [
            "displayName",
            "upn",
            "siteName",
            "numbers",
            "legacyExtension",
            "isConfigured",
            "email",
        ] {
            for descending in [false, true] {
                listed.push(people(&store, &sorted(&[(column, descending)])).await);
            }
        }
        for column in ["portingStatus", "holderName", "focDate"] {
            assert_eq!(numbers(&store, &sorted(&[(column, true)])).await.len(), 40);
        }
        let mut tx = store.write().await.unwrap();
        for (index, name) in (0x500_u128..).zip(NAMES) {
            customers::insert_customer(&mut tx, &customer(index, name))
                .await
                .unwrap();
        }
        let customers = customers::list_customers(&mut tx).await.unwrap();
        listed.push(customers.into_iter().map(|customer| customer.name).collect());
        listed
    })
    .await;
}

#[tokio::test]
async fn statuses_sort_as_people_read_them_and_empty_cells_come_last() {
    on_each(|place| async move {
        let store = inventory(&place).await;
        let mut tx = store.read().await.unwrap();
        let query = sorted(&[("portingStatus", false), ("number", true)]);
        let page = phone_numbers::page_phone_numbers(&mut tx, None, &query)
            .await
            .unwrap();
        let statuses: Vec<_> = page.rows.iter().map(|row| row.porting_status).collect();
        let mut ranked = statuses.clone();
        ranked.sort();
        assert_eq!(statuses, ranked);
        assert_eq!(page.rows[0].number, "+12145550037");
        for descending in [false, true] {
            let holders = numbers(&store, &sorted(&[("holderName", descending)])).await;
            assert_eq!(holders[8], "0008", "those without a holder come last, by number");
        }
    })
    .await;
}

#[tokio::test]
async fn filters_and_windows_are_exact() {
    on_each(|place| async move {
        let store = inventory(&place).await;
        let failed = numbers(&store, &filtered("portingStatus", &["failed", "verified"])).await;
        assert_eq!(failed.len(), 20);
        assert_eq!(
            numbers(&store, &filtered("disposition", &["retain"])).await,
            ["0000", "0010", "0020", "0030"]
        );
        assert_eq!(
            numbers(&store, &filtered("focDate", &["2027-02-09"])).await.len(),
            14
        );
        assert_eq!(numbers(&store, &filtered("focDate", &[""])).await.len(), 26);
        assert_eq!(numbers(&store, &filtered("holderName", &["Zoe"])).await, ["0001"]);
        assert_eq!(
            numbers(&store, &filtered("holderName", &["Zoe", ""])).await.len(),
            33
        );
        assert_eq!(
            numbers(&store, &filtered("unassigned", &["true"])).await.len(),
            32
        );
        assert_eq!(
            numbers(&store, &filtered("sourceRow", &["2", "3"])).await,
            ["0000", "0001"]
        );
        assert_eq!(
            people(&store, &filtered("numbers", &[""])).await,
            Vec::<String>::new()
        );
        assert_eq!(people(&store, &filtered("siteName", &["Dallas"])).await.len(), 8);
        assert_eq!(
            people(&store, &filtered("isConfigured", &["true"])).await,
            Vec::<String>::new()
        );

        let mut tx = store.read().await.unwrap();
        let window = GridQuery {
            offset: 38,
            limit: 5,
            ..GridQuery::default()
        };
        let page = phone_numbers::page_phone_numbers(&mut tx, None, &window)
            .await
            .unwrap();
        assert_eq!((page.total, page.rows.len()), (40, 2));
        for query in [
            filtered("pin", &["1"]),
            sorted(&[("1; DROP TABLE phone_numbers", false)]),
        ] {
            let refused = phone_numbers::page_phone_numbers(&mut tx, None, &query)
                .await
                .err()
                .unwrap();
            assert!(matches!(refused, StoreError::BadQuery { .. }), "{refused:?}");
        }
        let refused = end_users::page_end_users(&mut tx, None, &filtered("cutoverDate", &["soon"])).await;
        assert!(matches!(refused, Err(StoreError::BadQuery { .. })));
    })
    .await;
}

#[tokio::test]
async fn search_finds_digits_text_and_holders() {
    same_everywhere(|store| async move {
        assert_eq!(numbers(&store, &searched("555-0012")).await, ["0012"]);
        assert_eq!(numbers(&store, &searched("(214) 555 003")).await.len(), 10);
        assert_eq!(numbers(&store, &searched("39")).await, ["0039"]);
        assert_eq!(numbers(&store, &searched("zoe desk")).await.len(), 4);
        assert_eq!(
            numbers(&store, &searched("ÄRMEL")).await.len(),
            4,
            "by description and by holder"
        );
        assert_eq!(numbers(&store, &searched("ann-marie@contoso")).await, ["0003"]);
        assert_eq!(numbers(&store, &searched("50%")).await.len(), 31);
        assert_eq!(numbers(&store, &searched("5_%")).await, Vec::<String>::new());
        assert_eq!(
            numbers(&store, &searched("\"' OR 1=1 --")).await,
            Vec::<String>::new()
        );
        assert_eq!(numbers(&store, &searched("  ")).await.len(), 40);
        assert_eq!(people(&store, &searched("ANN")).await.len(), 4);
        assert_eq!(people(&store, &searched("0004")).await, ["Ann Lee"]);
        assert_eq!(people(&store, &searched("+1 214 555 0002")).await, ["Ärmel"]);
        assert_eq!(people(&store, &searched("é")).await, ["émile"]);
        vec![
            numbers(&store, &searched("e")).await,
            people(&store, &searched("n")).await,
        ]
    })
    .await;
}
