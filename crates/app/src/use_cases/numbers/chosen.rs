//! The numbers that a request means: those it names, runs of the block map, rows of a grid.

use portflow_domain::entities::PhoneNumber;
use portflow_domain::ids::PhoneNumberId;
use portflow_domain::number::E164;
use portflow_store::Tx;
use portflow_store::queries::phone_numbers;

use super::find_all;
use crate::dto::numbers::{ChosenNumbers, ChosenRows, FromTo};
use crate::error::{ApiError, ErrorCode, Result};

/// The numbers with these ids and those that are chosen otherwise, each once.
pub(super) async fn find_chosen(
    tx: &mut Tx,
    ids: &[PhoneNumberId],
    chosen: Option<&ChosenNumbers>,
) -> Result<Vec<PhoneNumber>> {
    let mut all = ids.to_vec();
    if let Some(chosen) = chosen {
        let spans = chosen.spans.iter().map(ends).collect::<Result<Vec<_>>>()?;
        all.extend(phone_numbers::list_ids_between(tx, chosen.migration_id, &spans).await?);
        if let Some(rows) = &chosen.rows {
            all.extend(rows_of(tx, chosen, rows).await?);
        }
    }
    if all.is_empty() {
        return Err(ApiError::invalid("ids", "No number is chosen.").hint("Choose one number or more."));
    }
    find_all(tx, &all).await
}

fn ends(span: &FromTo) -> Result<(String, String)> {
    let read = |field: &str, text: &str| {
        let number: std::result::Result<E164, _> = text.parse();
        number.map_err(|error| ApiError::invalid(field, format!("{error}.")))
    };
    let (first, last) = (read("first", &span.first)?, read("last", &span.last)?);
    if first.digits().len() != last.digits().len() || last < first {
        let text = format!("{first} to {last} is no range.");
        return Err(ApiError::invalid("last", text).hint("Name the smaller number first."));
    }
    Ok((first.as_str().to_owned(), last.as_str().to_owned()))
}

async fn rows_of(tx: &mut Tx, chosen: &ChosenNumbers, rows: &ChosenRows) -> Result<Vec<PhoneNumberId>> {
    let all = phone_numbers::list_number_ids(tx, chosen.migration_id, &rows.query).await?;
    if all.len() != rows.total as usize {
        return Err(ApiError::new(
            ErrorCode::Conflict,
            "The numbers of this list have changed since you chose them.",
        )
        .hint("Look at the list again, then repeat."));
    }
    let mut ids = Vec::new();
    for span in &rows.spans {
        let until = (span.last as usize).saturating_add(1).min(all.len());
        ids.extend_from_slice(all.get(span.first as usize..until).unwrap_or_default());
    }
    Ok(ids)
}
