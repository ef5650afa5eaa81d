//! Where numbers stand: beside each other in an inventory, and once more in other migrations.

use portflow_domain::enums::{Disposition, PortingStatus};
use portflow_domain::ids::{LosingAccountId, MigrationId, PhoneNumberId};
use portflow_domain::number_blocks::{NumberFacts, OwnedNumber};
use portflow_domain::views::{DuplicateNumber, NumberPlace, Page};

use super::IDS_PER_STATEMENT;
use crate::column::Value;
use crate::error::Result;
use crate::record::record;
use crate::row::Only;
use crate::statement::Statement;
use crate::tx::{Tx, rows};

record!(NumberPlace {
    id,
    number,
    extension,
    migration_id,
    path,
    disposition,
    porting_status
});

/// A number as the block map needs it.
struct Owned {
    number: String,
    losing_account_id: Option<LosingAccountId>,
    disposition: Disposition,
    porting_status: PortingStatus,
}
record!(Owned {
    number,
    losing_account_id,
    disposition,
    porting_status
});

/// A number that a migration has.
struct Named {
    number: String,
    extension: String,
}
record!(Named { number, extension });

/// A number that another migration has.
struct Elsewhere {
    number: String,
    path: String,
}
record!(Elsewhere { number, path });

/// `path` of a number `n`, and what it is read from.
const PATH: &str = "c.name || '/' || s.name || '/' || m.name AS path FROM phone_numbers n \
    JOIN migrations m ON m.id = n.migration_id JOIN sites s ON s.id = m.site_id \
    JOIN customers c ON c.id = m.customer_id WHERE ";

/// Every number of a migration with the facts that runs are made of; of a number with several extensions the one
/// without comes first.
pub async fn list_owned_numbers(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<OwnedNumber>> {
    let sql = "SELECT number, losing_account_id, disposition, porting_status FROM phone_numbers \
        WHERE migration_id = $1 ORDER BY number, extension";
    let owned = rows!(tx, Owned, sql, migration_id)?;
    let told = |it: Owned| OwnedNumber {
        number: it.number,
        facts: NumberFacts {
            losing_account_id: it.losing_account_id,
            disposition: it.disposition,
            porting_status: it.porting_status,
        },
    };
    Ok(owned.into_iter().map(told).collect())
}

/// Spans that one statement names.
const SPANS_PER_STATEMENT: usize = 300;

/// The numbers of a migration from a first to a last one, both in E.164 form and of one length; by number.
pub async fn list_ids_between(
    tx: &mut Tx,
    migration_id: MigrationId,
    spans: &[(String, String)],
) -> Result<Vec<PhoneNumberId>> {
    let mut found = Vec::new();
    for chunk in spans.chunks(SPANS_PER_STATEMENT) {
        let mut statement = Statement::new("SELECT id AS value FROM phone_numbers WHERE migration_id = ");
        statement.bind(&migration_id).push(" AND (FALSE");
        for (first, last) in chunk {
            let length = i64::try_from(first.len()).unwrap_or_default();
            statement.push(" OR (number BETWEEN ").bind(first);
            statement.push(" AND ").bind(last);
            statement.push(" AND length(number) = ").bind(&length).push(")");
        }
        statement.push(") ORDER BY number, extension");
        found.extend(tx.list::<Only<PhoneNumberId>>(statement).await?);
    }
    Ok(found.into_iter().map(|Only(id)| id).collect())
}

/// Which of these E.164 numbers a migration has, each with its extension.
pub async fn list_named_numbers(
    tx: &mut Tx,
    migration_id: MigrationId,
    numbers: &[String],
) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for chunk in numbers.chunks(IDS_PER_STATEMENT) {
        let mut statement =
            Statement::new("SELECT number, extension FROM phone_numbers WHERE migration_id = ");
        statement.bind(&migration_id).push(" AND number IN ");
        statement.bind_list(chunk.iter().cloned().map(Value::Text));
        found.extend(tx.list::<Named>(statement).await?);
    }
    Ok(found.into_iter().map(|it| (it.number, it.extension)).collect())
}

/// Which of these E.164 numbers other migrations have, each with `Customer/Site/Migration`; by number and path.
pub async fn numbers_in_other_migrations(
    tx: &mut Tx,
    except: MigrationId,
    numbers: &[String],
) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for chunk in numbers.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::new("SELECT DISTINCT n.number, ");
        statement.push(PATH).push("n.migration_id <> ").bind(&except);
        statement.push(" AND n.number IN ");
        statement.bind_list(chunk.iter().cloned().map(Value::Text));
        found.extend(tx.list::<Elsewhere>(statement).await?);
    }
    let mut found: Vec<_> = found.into_iter().map(|row| (row.number, row.path)).collect();
    found.sort();
    found.dedup();
    Ok(found)
}

/// Every place of a number, in whichever migration, by path.
pub async fn list_places(tx: &mut Tx, number: &str) -> Result<Vec<NumberPlace>> {
    places(tx, &[number.to_owned()]).await
}

/// A window of the numbers that stand in several migrations, of which one is the one given if one is: by number.
pub async fn page_duplicates(
    tx: &mut Tx,
    migration_id: Option<MigrationId>,
    offset: u32,
    limit: u32,
) -> Result<Page<DuplicateNumber>> {
    let condition = |start| {
        let mut statement = Statement::new(start);
        statement.push(
            " FROM phone_numbers n WHERE EXISTS (SELECT 1 FROM phone_numbers e WHERE e.number = n.number \
            AND e.migration_id <> n.migration_id)",
        );
        if let Some(id) = migration_id {
            statement.push(" AND n.migration_id = ").bind(&id);
        }
        statement
    };
    let total = tx
        .value(condition("SELECT COUNT(DISTINCT n.number) AS value"))
        .await?;
    let mut window = condition("SELECT DISTINCT n.number AS value");
    window
        .push(" ORDER BY value LIMIT ")
        .bind(&i64::from(limit.clamp(1, 1000)));
    window.push(" OFFSET ").bind(&i64::from(offset));
    let numbers: Vec<String> = tx
        .list::<Only<String>>(window)
        .await?
        .into_iter()
        .map(|Only(number)| number)
        .collect();
    let mut rows: Vec<DuplicateNumber> = Vec::with_capacity(numbers.len());
    for place in places(tx, &numbers).await? {
        match rows.last_mut().filter(|row| row.number == place.number) {
            Some(row) => row.places.push(place),
            None => rows.push(DuplicateNumber {
                number: place.number.clone(),
                places: vec![place],
            }),
        }
    }
    Ok(Page { total, rows })
}

/// Every place of these numbers, by number and path.
async fn places(tx: &mut Tx, numbers: &[String]) -> Result<Vec<NumberPlace>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = Statement::new(
        "SELECT n.id, n.number, n.extension, n.migration_id, n.disposition, n.porting_status, ",
    );
    statement.push(PATH).push("n.number IN ");
    statement.bind_list(numbers.iter().cloned().map(Value::Text));
    let mut found = tx.list::<NumberPlace>(statement).await?;
    let key = |it: &NumberPlace| (it.number.clone(), it.path.clone(), it.extension.clone(), it.id);
    found.sort_by_key(key);
    Ok(found)
}
