//! The discovery of a site as a workbook: out to the customer, and back.

use portflow_app::Result;
use portflow_app::dto::discovery_workbook::{
    AppliedDiscoveryWorkbook, ApplyDiscoveryWorkbook, ExportDiscoveryWorkbook, ReadDiscoveryWorkbook,
};
use portflow_app::dto::workspace::SavedFile;
use serde_json::Value;
use std::path::Path;

use crate::args::Side;
use crate::client::Client;
use crate::output::{Style, cell, table};

/// Writes the workbook.
pub(super) async fn write(client: &Client, style: Style, site: &str, out: &Path) -> Result<String> {
    let site_id = client.site(site).await?.id;
    let file_id = client.file(out)?;
    let export = ExportDiscoveryWorkbook { site_id, file_id };
    let saved: SavedFile = client.call("discovery_workbook_export", export).await?;
    style.show(&saved, |saved| format!("Wrote {}.", saved.file_name))
}

/// Reads a workbook back and, unless it is only looked at, stores what it changes.
pub(super) async fn read(
    client: &Client,
    style: Style,
    site: &str,
    file: &Path,
    dry_run: bool,
    take: Option<Side>,
) -> Result<String> {
    let site_id = client.site(site).await?.id;
    let file_id = client.file(file)?;
    let read = ReadDiscoveryWorkbook {
        site_id,
        file_id: file_id.clone(),
    };
    let review: Value = client.call("discovery_workbook_read", read).await?;
    if dry_run {
        return style.show(&review, shown);
    }
    let asked = asked(&review);
    let of = |side| {
        if take == Some(side) {
            asked.clone()
        } else {
            Vec::new()
        }
    };
    let apply = ApplyDiscoveryWorkbook {
        site_id,
        file_id,
        fingerprint: cell(&review["fingerprint"]),
        take_theirs: of(Side::Theirs),
        keep_ours: of(Side::Ours),
        leave_out: Vec::new(),
    };
    let applied: AppliedDiscoveryWorkbook = client.call("discovery_workbook_apply", apply).await?;
    style.show(&applied, |it| {
        format!(
            "{} changed, {} added, {} removed.",
            it.changed, it.added, it.removed
        )
    })
}

/// Names of everything about which somebody has to decide.
fn asked(review: &Value) -> Vec<String> {
    let changes = review["changes"].as_array().into_iter().flatten();
    let named = changes.flat_map(|change| {
        let key = cell(&change["key"]);
        if change["kind"] == "removed" {
            return vec![key];
        }
        let fields = change["fields"].as_array().into_iter().flatten();
        fields
            .filter(|field| field["isConflict"] == true)
            .map(|field| format!("{key}/{}", cell(&field["field"])))
            .collect()
    });
    named.collect()
}

fn shown(review: &Value) -> String {
    let changes = review["changes"].as_array().into_iter().flatten();
    let rows = changes.flat_map(|change| {
        let fields = change["fields"].as_array().into_iter().flatten();
        let gone = (change["kind"] == "removed").then(|| {
            vec![
                cell(&change["label"]),
                "removed".to_owned(),
                String::new(),
                String::new(),
                String::new(),
            ]
        });
        let told = fields.map(|field| {
            vec![
                cell(&change["label"]),
                cell(&field["heading"]),
                cell(&field["base"]),
                cell(&field["ours"]),
                cell(&field["theirs"]),
            ]
        });
        gone.into_iter().chain(told).collect::<Vec<_>>()
    });
    let rows = table(&["what", "field", "before", "here", "workbook"], rows.collect());
    let problems = review["problems"].as_array().into_iter().flatten();
    let problems = problems.map(|it| {
        let place = [cell(&it["sheet"]), cell(&it["cell"])].join("!");
        format!(
            "\n{}: {place} {} {}",
            cell(&it["severity"]),
            cell(&it["text"]),
            cell(&it["remedy"])
        )
    });
    rows + &problems.collect::<String>()
}
