//! Numbers and accounts as a person names them on the command line.

use portflow_app::Result;
use portflow_domain::ids::{LosingAccountId, MigrationId, PhoneNumberId};
use portflow_domain::number::Country;
use portflow_domain::number_blocks::read_ranges;
use std::path::Path;

use crate::client::Client;

/// Numbers and ranges separated by commas, or a text file with one per line.
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
        for number in numbers_of(line) {
            ids.push(client.number(&number, Some(migration)).await?.id);
        }
    }
    Ok(ids)
}

/// The numbers of a range such as "214-555-0100 thru 0149"; anything else as it was written.
fn numbers_of(text: &str) -> Vec<String> {
    let read = read_ranges(text, "", Country::default());
    if read.numbers.len() < 2 {
        return vec![text.to_owned()];
    }
    let numbers = read.numbers.iter().map(|number| number.e164.to_string());
    numbers.collect()
}

/// The losing account that is named, if one is.
pub(super) async fn account(client: &Client, named: Option<&String>) -> Result<Option<LosingAccountId>> {
    match named {
        Some(key) => Ok(Some(client.account_of(None, key).await?.id)),
        None => Ok(None),
    }
}
