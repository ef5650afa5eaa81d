//! Where the keys of secrets lie, and that a ciphertext opens in its own place only.

use std::path::Path;
use std::sync::Arc;

use portflow_domain::porting::Secret;
use portflow_store::queries::losing_accounts::{AccountSecrets, insert_losing_account, read_secrets};
use portflow_store::secret::{Key, KeyFile, Keyring, SecretError, system_keyring};
use portflow_store::{Store, StoreError};

use crate::common::{Place, on_each, on_sqlite};
use crate::raw::raw;
use crate::world::{account, create, furnish, id, keyring, open, workspace_id};

async fn with_account(place: &Place, keyring: Arc<dyn Keyring>) -> Store {
    let store = create(place, keyring).await;
    let mut tx = store.write().await.unwrap();
    furnish(&mut tx).await;
    let secrets = AccountSecrets {
        account_number: Some(Secret::new("778899")),
        pin: Some(Secret::new("4711")),
    };
    insert_losing_account(&mut tx, &account(), &secrets)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    store
}

#[tokio::test]
async fn ciphertext_that_was_moved_or_sealed_elsewhere_does_not_open() {
    on_each(|place| async move {
        let store = with_account(&place, keyring()).await;
        raw(
            &place,
            "UPDATE losing_accounts SET pin_sealed = account_number_sealed",
        )
        .await
        .unwrap();
        let error = read_secrets(&mut store.read().await.unwrap(), id(6))
            .await
            .err()
            .unwrap();
        assert!(
            matches!(error, StoreError::Secret(SecretError::Altered)),
            "{error}"
        );
        raw(
            &place,
            "UPDATE losing_accounts SET account_number_key_id = 'another'",
        )
        .await
        .unwrap();
        let error = read_secrets(&mut store.read().await.unwrap(), id(6))
            .await
            .err()
            .unwrap();
        assert!(
            matches!(error, StoreError::Secret(SecretError::OtherKey)),
            "{error}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_key_file_opens_the_secrets_after_a_restart() {
    on_sqlite(|place| async move {
        let Place::Sqlite(path) = &place else {
            panic!("not a file")
        };
        let folder = path.with_file_name("keys");
        let store = with_account(&place, Arc::new(KeyFile::new(folder.clone()))).await;
        assert!(
            store.key_place().contains("key files in"),
            "{}",
            store.key_place()
        );
        store.close().await;
        let store = open(&place, Arc::new(KeyFile::new(folder))).await.unwrap();
        let opened = read_secrets(&mut store.read().await.unwrap(), id(6))
            .await
            .unwrap();
        assert_eq!(opened.pin.unwrap().expose(), "4711");
    })
    .await;
}

#[test]
fn a_key_file_is_private_never_replaced_and_never_half_read() {
    let folder = tempfile::tempdir().unwrap();
    let keys = KeyFile::new(folder.path().join("keys"));
    assert_eq!(keys.key(workspace_id()), Ok(None));
    let key = Key::random().unwrap();
    keys.keep(workspace_id(), &key).unwrap();
    keys.keep(workspace_id(), &key).unwrap();
    let other = keys.keep(workspace_id(), &Key::random().unwrap());
    assert!(matches!(other, Err(SecretError::Keyring { .. })), "{other:?}");
    assert_eq!(keys.key(workspace_id()), Ok(Some(key)));
    let path = keys.path(workspace_id());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }
    std::fs::OpenOptions::new()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(40)
        .unwrap();
    assert!(matches!(
        keys.key(workspace_id()),
        Err(SecretError::Keyring { .. })
    ));
}

#[test]
#[cfg(target_os = "linux")]
fn linux_announces_its_key_files() {
    let place = system_keyring(Path::new("/home/ana/.config/portflow")).place();
    assert!(place.contains("/home/ana/.config/portflow/keys"), "{place}");
}
