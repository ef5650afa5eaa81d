//! Numbers that are named as ranges: added, taken out, and shown as hundreds.

use portflow_app::dto::ById;
use portflow_app::dto::number_ranges::{
    AddNumbers, AddedNumberValues, AddedNumbers, FindDuplicates, NumbersToAdd, NumbersToAddPreview,
    RemoveNumbers,
};
use portflow_app::dto::numbers::{ChangedNumbers, ChosenNumbers, FromTo};
use portflow_app::{ApiError, Result};
use portflow_domain::coded::Coded;
use portflow_domain::ids::MigrationId;
use portflow_domain::number::Country;
use portflow_domain::number_blocks::{NumberMap, NumberSpan, read_ranges, spans};
use portflow_domain::views::{DuplicateNumber, Page};

use super::number_list::account;
use crate::args;
use crate::client::Client;
use crate::output::Style;

/// Shows what adding would do, or adds.
pub(super) async fn add(client: &Client, style: Style, wanted: args::AddedNumbers) -> Result<String> {
    let migration = client.migration_or_only(wanted.migration.as_ref()).await?;
    let dry_run = wanted.dry_run;
    let wanted = NumbersToAdd {
        migration_id: migration.migration.id,
        numbers: wanted.numbers.join("\n"),
        exclude: wanted.exclude.join("\n"),
        only_new_everywhere: wanted.only_new_everywhere,
        values: AddedNumberValues {
            disposition: wanted.disposition,
            number_type: wanted.number_type,
            usage: wanted.usage,
            losing_account_id: account(client, wanted.account.as_ref()).await?,
            current_carrier: wanted.carrier,
            rate_center: wanted.rate_center,
            description: wanted.description,
            notes: wanted.notes,
            holder_upn: wanted.holder,
        },
    };
    let preview: NumbersToAddPreview = client.call("number_add_preview", &wanted).await?;
    if dry_run {
        return style.show(&preview, preview_text);
    }
    if let Some(line) = preview.refused.first() {
        let text = format!("'{}' cannot be added. {}", line.text, line.reason);
        return Err(ApiError::invalid("numbers", text).hint(line.remedy.clone()));
    }
    let request = AddNumbers {
        wanted,
        expected: Some(preview.new),
    };
    let added: AddedNumbers = client.call("number_add", request).await?;
    style.show(&added, |added| {
        format!("{} numbers added: {}.", added.added, told(&added.ranges))
    })
}

fn preview_text(preview: &NumbersToAddPreview) -> String {
    let mut lines = vec![format!("{} new: {}", preview.new, told(&preview.new_ranges))];
    if !preview.already_here.is_empty() {
        lines.push(format!("already here: {}", told(&preview.already_here)));
    }
    for place in &preview.elsewhere {
        lines.push(format!("also in {}: {}", place.path, told(&place.ranges)));
    }
    if preview.excluded > 0 {
        lines.push(format!("{} left out", preview.excluded));
    }
    for line in &preview.refused {
        lines.push(format!(
            "refused: '{}'. {} {}",
            line.text, line.reason, line.remedy
        ));
    }
    lines.push("Nothing was stored.".to_owned());
    lines.join("\n")
}

fn told(ranges: &[NumberSpan]) -> String {
    let one = |span: &NumberSpan| match span.count {
        1 => span.first.clone(),
        _ => format!("{} to {}", span.first, span.last),
    };
    ranges.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Whether one of these texts stands for several numbers.
pub(super) fn has_range(numbers: &[String]) -> bool {
    let read = read_ranges(&numbers.join("\n"), "", Country::default());
    read.refused.is_empty() && read.numbers.len() > numbers.len()
}

/// Numbers and ranges as people write them, as spans of a migration.
pub(super) fn chosen(migration_id: MigrationId, numbers: &[String]) -> Result<ChosenNumbers> {
    let read = read_ranges(&numbers.join("\n"), "", Country::default());
    if let Some(line) = read.refused.first() {
        let text = format!("'{}': {}", line.text, line.reason);
        return Err(ApiError::invalid("numbers", text).hint(line.remedy.clone()));
    }
    let spans = spans(read.numbers.iter().map(|number| number.e164.as_str()));
    let from_to = |span: NumberSpan| FromTo {
        first: span.first,
        last: span.last,
    };
    Ok(ChosenNumbers {
        migration_id,
        spans: spans.into_iter().map(from_to).collect(),
        rows: None,
    })
}

/// Takes numbers out of the inventory.
pub(super) async fn remove(
    client: &Client,
    style: Style,
    migration_id: MigrationId,
    numbers: &[String],
) -> Result<String> {
    let request = RemoveNumbers {
        ids: Vec::new(),
        chosen: Some(chosen(migration_id, numbers)?),
    };
    let done: ChangedNumbers = client.call("number_remove", request).await?;
    style.show(&done, |done| format!("{} numbers removed.", done.changed))
}

/// Each hundred with its runs.
pub(super) async fn blocks(client: &Client, style: Style, id: MigrationId) -> Result<String> {
    let map: NumberMap = client.call("number_blocks", ById { id }).await?;
    if style.json {
        return style.show(&map, |_| String::new());
    }
    style.table(&map.blocks, &["hundred", "owned", "gaps", "runs"], |block| {
        let part = |part: &portflow_domain::number_blocks::BlockPart| {
            let facts = map.runs.get(part.run as usize).map(|run| run.facts);
            let facts = facts.map(|facts| format!("{} {}", facts.disposition, facts.porting_status.code()));
            let places = match part.first == part.last {
                true => format!("{:02}", part.first),
                false => format!("{:02}-{:02}", part.first, part.last),
            };
            format!("{places} {}", facts.unwrap_or_default())
        };
        vec![
            format!("{}xx", block.prefix),
            block.owned.to_string(),
            (100 - block.owned).to_string(),
            block.parts.iter().map(part).collect::<Vec<_>>().join("; "),
        ]
    })
}

/// Numbers that stand in several migrations.
pub(super) async fn duplicates(
    client: &Client,
    style: Style,
    migration_id: Option<MigrationId>,
) -> Result<String> {
    let mut rows: Vec<DuplicateNumber> = Vec::new();
    loop {
        let request = FindDuplicates {
            migration_id,
            offset: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            ..FindDuplicates::default()
        };
        let page: Page<DuplicateNumber> = client.call("number_duplicates", request).await?;
        if page.rows.is_empty() {
            break;
        }
        rows.extend(page.rows);
    }
    style.table(&rows, &["number", "stands in"], |it| {
        let paths: Vec<_> = it.places.iter().map(|place| place.path.clone()).collect();
        vec![it.number.clone(), paths.join("; ")]
    })
}
