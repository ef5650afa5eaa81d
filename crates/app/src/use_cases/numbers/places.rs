//! Where numbers stand: as runs and hundreds, and in several migrations.

use portflow_domain::ids::MigrationId;
use portflow_domain::number_blocks::{NumberMap, map_numbers};
use portflow_domain::views::{DuplicateNumber, Page};
use portflow_store::queries::phone_numbers;

use crate::context::Context;
use crate::dto::ById;
use crate::dto::number_ranges::FindDuplicates;
use crate::error::Result;

/// Numbers in one answer.
const LIMIT: u32 = 1_000;

/// The inventory of a migration as runs and hundreds.
pub async fn blocks(cx: &Context, request: ById<MigrationId>) -> Result<NumberMap> {
    let mut tx = cx.read().await?;
    let owned = phone_numbers::list_owned_numbers(&mut tx, request.id).await?;
    Ok(map_numbers(&owned))
}

/// Numbers that stand in several migrations, of whichever customers.
pub async fn duplicates(cx: &Context, request: FindDuplicates) -> Result<Page<DuplicateNumber>> {
    let mut tx = cx.read().await?;
    if let Some(number) = request.number {
        let places = phone_numbers::list_places(&mut tx, &number).await?;
        let several = places.iter().any(|it| it.migration_id != places[0].migration_id);
        let rows = several.then_some(DuplicateNumber { number, places });
        return Ok(Page {
            total: i64::from(rows.is_some()),
            rows: rows.into_iter().collect(),
        });
    }
    let limit = if request.limit == 0 { LIMIT } else { request.limit };
    let migration = request.migration_id;
    Ok(phone_numbers::page_duplicates(&mut tx, migration, request.offset, limit).await?)
}
