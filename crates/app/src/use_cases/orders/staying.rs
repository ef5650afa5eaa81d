//! What stays on a losing account when numbers leave it: by the carriers' lists and by the inventory.

use portflow_domain::ids::LosingAccountId;
use portflow_domain::number::E164;
use portflow_domain::porting::account_list::listed_now;
use portflow_store::Tx;
use portflow_store::queries::losing_account_numbers::list_entries;
use portflow_store::queries::numbers_to_port::list_numbers_left_on_account;
use std::collections::BTreeSet;

use crate::error::Result;

/// What is known of an account that numbers are to leave.
pub(super) struct Staying {
    /// Whether a list or the inventory has a local number on it at all.
    pub is_known: bool,
    /// What stays on it, E.164. Toll-free numbers move by their RespOrg and keep nothing on the account.
    pub numbers: BTreeSet<String>,
}

/// What stays on an account when these numbers leave it.
pub(super) async fn staying(
    tx: &mut Tx,
    account: LosingAccountId,
    leaving: &BTreeSet<&str>,
) -> Result<Staying> {
    let listed = listed_now(&list_entries(tx, account).await?);
    let left = list_numbers_left_on_account(tx, account).await?;
    let on_it = listed.iter().map(|it| &it.number).chain(&left);
    Ok(Staying {
        is_known: on_it.clone().any(|it| !is_toll_free(it)),
        numbers: on_it
            .filter(|it| !leaving.contains(it.as_str()) && !is_toll_free(it))
            .cloned()
            .collect(),
    })
}

fn is_toll_free(number: &str) -> bool {
    number.parse().is_ok_and(|number: E164| number.is_toll_free())
}
