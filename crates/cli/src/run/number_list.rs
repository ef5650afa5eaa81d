//! Numbers and accounts as a person names them on the command line.

use portflow_app::Result;
use portflow_domain::ids::{LosingAccountId, MigrationId, PhoneNumberId};
use std::path::Path;

use crate::client::Client;

/// Numbers separated by commas, or a text file with one per line.
pub(super) async fn number_list(
    client: &Client,
    text: &str,
    migration: MigrationId,
) -> Result<Vec<PhoneNumberId>> {
    let path = Path::new(text);
    let content = if path.is_file() {
        String::from_utf8_lossy(&portflow_app::files::read(path)?).into_owned()
    } else {
        text.replace(',', "\n")
    };
    let mut ids = Vec::new();
    for line in content.lines().map(str::trim).filter(|line| !line.is_empty()) {
        ids.push(client.number(line, Some(migration)).await?.id);
    }
    Ok(ids)
}

/// The losing account that is named, if one is.
pub(super) async fn account(client: &Client, named: Option<&String>) -> Result<Option<LosingAccountId>> {
    match named {
        Some(key) => Ok(Some(client.account_of(None, key).await?.id)),
        None => Ok(None),
    }
}
