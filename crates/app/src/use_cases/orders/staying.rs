//! What stays on a losing account when numbers leave it: by the carriers' lists and by the inventory.

use portflow_domain::ids::LosingAccountId;
use portflow_domain::number::E164;
use portflow_domain::porting::account_list::listed_now;
use portflow_store::Tx;
use portflow_store::queries::losing_account_numbers::list_entries;
use portflow_store::queries::numbers_to_port::list_numbers_left_on_account;
use std::collections::BTreeSet;

use crate::error::Result;

/// The numbers that stay on an account when these leave it, E.164. Toll-free numbers move by their RespOrg and keep
/// nothing on the account.
pub(super) async fn staying(
    tx: &mut Tx,
    account: LosingAccountId,
    leaving: &BTreeSet<&str>,
) -> Result<BTreeSet<String>> {
    let listed = listed_now(&list_entries(tx, account).await?);
    let left = list_numbers_left_on_account(tx, account).await?;
    let known = listed.into_iter().map(|it| it.number).chain(left);
    Ok(known
        .filter(|it| !leaving.contains(it.as_str()) && !is_toll_free(it))
        .collect())
}

fn is_toll_free(number: &str) -> bool {
    number.parse().is_ok_and(|number: E164| number.is_toll_free())
}
