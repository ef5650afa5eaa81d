//! The numbers that losing carriers list on an account, and their difference to the inventory.

use portflow_app::Result;
use portflow_app::dto::ById;
use portflow_app::dto::account_numbers::{
    AccountNumbersDifference, AccountNumbersImport, DecideAccountNumbers, ImportAccountNumbers, ListedNumber,
};
use portflow_app::dto::imports::SheetChoices;
use portflow_domain::coded::Coded;
use portflow_domain::enums::RemainingAction;

use crate::args::AccountNumbersAction;
use crate::client::Client;
use crate::output::{Style, or_dash, table};

/// The numbers on a losing account.
pub async fn run(client: &Client, style: Style, action: AccountNumbersAction) -> Result<String> {
    match action {
        AccountNumbersAction::Difference { account } => {
            let id = client.account_of(None, &account).await?.id;
            let found: AccountNumbersDifference =
                client.call("account_numbers_difference", ById { id }).await?;
            style.show(&found, shown)
        }
        AccountNumbersAction::Decide {
            account,
            numbers,
            action,
        } => decide(client, style, &account, numbers, action).await,
        AccountNumbersAction::Import {
            account,
            file,
            source,
            seen_on,
            sheet,
            column,
            country,
            dry_run,
        } => {
            let file = client.file(&file)?;
            let request = ImportAccountNumbers {
                account_id: client.account_of(None, &account).await?.id,
                sheet: sheet.map(|name| SheetChoices::of(&file, &name)),
                file,
                column,
                country,
                source,
                seen_on: seen_on.unwrap_or_else(|| client.session.clock.now().utc().date_naive()),
                dry_run,
            };
            let done: AccountNumbersImport = client.call("account_numbers_import", request).await?;
            style.show(&done, |done| {
                let verb = if dry_run { "Would add" } else { "Added" };
                let head = format!(
                    "{verb} {} numbers; {} seen again, {} no longer listed, {} rows not read.",
                    done.inserted,
                    done.refreshed,
                    done.no_longer_listed.len(),
                    done.rejected.len()
                );
                let rejected = done
                    .rejected
                    .iter()
                    .map(|it| format!("  row {}: {}", it.row, it.reason));
                let rejected: Vec<String> = rejected.collect();
                [vec![head], rejected, vec![shown(&done.difference)]]
                    .concat()
                    .join("\n")
            })
        }
    }
}

async fn decide(
    client: &Client,
    style: Style,
    account: &str,
    numbers: Vec<String>,
    action: Option<RemainingAction>,
) -> Result<String> {
    let request = DecideAccountNumbers {
        account_id: client.account_of(None, account).await?.id,
        numbers,
        action,
    };
    let found: AccountNumbersDifference = client.call("account_numbers_decide", request).await?;
    style.show(&found, shown)
}

fn shown(found: &AccountNumbersDifference) -> String {
    let mut rows = Vec::new();
    let mut list = |difference: &str, numbers: &[ListedNumber]| {
        for it in numbers {
            let sources: Vec<&str> = it.sources.iter().map(|source| source.code()).collect();
            rows.push(vec![
                it.number.clone(),
                difference.to_owned(),
                sources.join(", "),
                it.seen_on.to_string(),
                it.remaining_action
                    .map_or_else(|| "-".to_owned(), |action| action.to_string()),
                or_dash(&it.elsewhere),
            ]);
        }
    };
    list("on the list only", &found.only_listed);
    list("no longer listed", &found.no_longer_listed);
    rows.extend(found.only_in_inventory.iter().map(|it| {
        let dash = || "-".to_owned();
        vec![
            it.number.clone(),
            "in the inventory only".to_owned(),
            dash(),
            dash(),
            dash(),
            it.path.clone(),
        ]
    }));
    let head = format!(
        "{} listed, {} in the inventory, {} in both; {} on the list only, {} in the inventory only.",
        found.listed,
        found.in_inventory,
        found.in_both,
        found.only_listed.len(),
        found.only_in_inventory.len()
    );
    if rows.is_empty() {
        return head;
    }
    format!(
        "{head}\n{}",
        table(
            &[
                "number",
                "difference",
                "lists",
                "seen on",
                "if it stays",
                "inventory"
            ],
            rows
        )
    )
}
