//! Account numbers and PINs: readable only with the key, found nowhere in the bytes that are stored.

use std::fs;
use std::sync::Arc;

use portflow_domain::porting::Secret;
use portflow_store::queries::losing_accounts::{
    AccountSecrets, find_losing_account, insert_losing_account, insert_losing_account_numbers,
    list_losing_account_numbers, list_losing_accounts, read_secrets, update_losing_account,
};
use portflow_store::secret::MemoryKeyring;
use portflow_store::{Store, StoreError};

use crate::common::{Place, on_each, on_sqlite};
use crate::world::{account, at, create, furnish, id, keyring, open};

fn secrets() -> AccountSecrets {
    AccountSecrets {
        account_number: Some(Secret::new("FTR-ACCT-8842917")),
        pin: Some(Secret::new("PIN-774193")),
    }
}

async fn with_account(store: &Store) {
    let mut tx = store.write().await.unwrap();
    furnish(&mut tx).await;
    let stored = insert_losing_account(&mut tx, &account(), &secrets())
        .await
        .unwrap();
    assert!(stored.has_account_number && stored.has_pin);
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_secret_comes_back_and_survives_an_update_without_it() {
    on_each(|place| async move {
        let store = create(&place, keyring()).await;
        with_account(&store).await;
        let mut tx = store.write().await.unwrap();
        let mut account = find_losing_account(&mut tx, id(6)).await.unwrap().unwrap();
        account.notes = Some("called".to_owned());
        account.updated_at = at(5);
        let account = update_losing_account(&mut tx, &account, &AccountSecrets::default())
            .await
            .unwrap();
        assert_eq!((account.revision, account.updated_at), (2, at(5)));
        let kept = read_secrets(&mut tx, id(6)).await.unwrap();
        assert_eq!(kept.account_number.unwrap().expose(), "FTR-ACCT-8842917");
        assert_eq!(kept.pin.unwrap().expose(), "PIN-774193");
        let other = AccountSecrets {
            account_number: None,
            pin: Some(Secret::new("0001")),
        };
        update_losing_account(&mut tx, &account, &other).await.unwrap();
        assert_eq!(
            read_secrets(&mut tx, id(6)).await.unwrap().pin.unwrap().expose(),
            "0001"
        );
        let stale = update_losing_account(&mut tx, &account, &other).await;
        assert!(
            matches!(
                stale,
                Err(StoreError::Conflict {
                    expected: 2,
                    found: 3,
                    ..
                })
            ),
            "{stale:?}"
        );
        let missing = read_secrets(&mut tx, id(66)).await;
        assert!(matches!(missing, Err(StoreError::NotFound { .. })));
        assert_eq!(list_losing_accounts(&mut tx, Some(id(2))).await.unwrap().len(), 1);
        assert!(
            list_losing_accounts(&mut tx, Some(id(22)))
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn no_stored_byte_holds_a_secret() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else {
            unreachable!()
        };
        let store = create(&place, keyring()).await;
        with_account(&store).await;
        let mut seen = 0;
        // Once with the write-ahead log beside the file and once without it.
        for closed in [false, true] {
            if closed {
                store.close().await;
            }
            for entry in fs::read_dir(path.parent().unwrap()).unwrap() {
                let bytes = fs::read(entry.unwrap().path()).unwrap();
                seen += bytes.len();
                for secret in ["FTR-ACCT-8842917", "8842917", "PIN-774193", "774193"] {
                    let found = bytes
                        .windows(secret.len())
                        .any(|window| window == secret.as_bytes());
                    assert!(!found, "{secret} is in the file");
                }
            }
        }
        assert!(seen > 100_000, "the files were read");
    })
    .await;
}

#[tokio::test]
async fn without_its_key_a_workspace_opens_and_keeps_its_secrets_closed() {
    on_each(|place| async move {
        let store = create(&place, keyring()).await;
        with_account(&store).await;
        store.close().await;
        let keyless = open(&place, Arc::new(MemoryKeyring::default())).await.unwrap();
        let mut tx = keyless.write().await.unwrap();
        assert!(
            find_losing_account(&mut tx, id(6))
                .await
                .unwrap()
                .unwrap()
                .has_pin
        );
        for refused in [
            read_secrets(&mut tx, id(6)).await.err().unwrap(),
            update_losing_account(&mut tx, &account(), &secrets())
                .await
                .err()
                .unwrap(),
        ] {
            assert!(matches!(refused, StoreError::Secret(_)), "{refused:?}");
            assert!(!format!("{refused} {refused:?}").contains("774193"));
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_carrier_lists_is_kept_by_source() {
    on_each(|place| async move {
        use portflow_domain::entities::losing_account::LosingAccountNumber;
        use portflow_domain::enums::AccountNumberSource;
        let store = create(&place, keyring()).await;
        with_account(&store).await;
        let listed = |number: u128, e164: &str| LosingAccountNumber {
            id: id(number),
            customer_id: id(2),
            losing_account_id: id(6),
            number: e164.to_owned(),
            source: AccountNumberSource::Csr,
            seen_on: "2026-11-01".parse().unwrap(),
            remaining_action: None,
            revision: 1,
            created_at: at(0),
            updated_at: at(0),
        };
        let numbers = [listed(0x61, "+12145550002"), listed(0x62, "+12145550001")];
        let mut tx = store.write().await.unwrap();
        insert_losing_account_numbers(&mut tx, &numbers).await.unwrap();
        let found = list_losing_account_numbers(&mut tx, id(6)).await.unwrap();
        assert_eq!(found, [numbers[1].clone(), numbers[0].clone()]);
    })
    .await;
}
