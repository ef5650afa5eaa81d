//! Files and photos of a site.

use portflow_app::Result;
use portflow_app::dto::workspace::SavedFile;
use portflow_domain::enums::DiscoverySection;
use serde_json::{Value, json};
use std::path::PathBuf;

use crate::args::SiteFilesAction;
use crate::client::Client;
use crate::output::{Style, cell, table};
use crate::progress;

/// The only long piece of work of this program at a time.
const TASK: &str = "files";

/// Does what was asked.
pub async fn run(client: &Client, style: Style, action: SiteFilesAction) -> Result<String> {
    match action {
        SiteFilesAction::Add { site, files, section } => add(client, style, &site, &files, section).await,
        SiteFilesAction::List { site } => list(client, style, &site).await,
        SiteFilesAction::Edit {
            site,
            file,
            name,
            caption,
            section,
        } => {
            let found = client.site_file(&site, &file).await?;
            let section = section.map_or_else(|| found["section"].clone(), |it| json!(it));
            let edited = json!({ "id": found["id"], "revision": found["revision"], "section": section,
                "fileName": name.map_or_else(|| found["fileName"].clone(), Value::from),
                "caption": caption.map_or_else(|| found["caption"].clone(), Value::from) });
            let stored: Value = client.call("site_file_update", edited).await?;
            style.show(&stored, |it| {
                format!("{}: {}", cell(&it["fileName"]), cell(&it["caption"]))
            })
        }
        SiteFilesAction::Save { site, file, out } => {
            let found = client.site_file(&site, &file).await?;
            let save = json!({ "id": found["id"], "fileId": client.file(&out)? });
            let saved: SavedFile = client.call("site_file_save", save).await?;
            style.show(&saved, |it| {
                format!("Wrote {} ({} bytes).", out.display(), it.size)
            })
        }
        SiteFilesAction::Remove { site, file } => {
            let found = client.site_file(&site, &file).await?;
            let remove = json!({ "id": found["id"], "revision": found["revision"] });
            let done: Value = client.call("site_file_remove", remove).await?;
            style.show(&done, |_| format!("Removed {}.", cell(&found["fileName"])))
        }
    }
}

async fn add(
    client: &Client,
    style: Style,
    site: &str,
    files: &[PathBuf],
    section: Option<DiscoverySection>,
) -> Result<String> {
    let site = client.site(site).await?;
    let handles = files
        .iter()
        .map(|path| client.file(path))
        .collect::<Result<Vec<_>>>()?;
    let add = json!({ "siteId": site.id, "files": handles, "section": section, "taskId": TASK });
    let told = progress::tell_of(&client.session, TASK, 10, "files");
    let outcome: Value = client.call("site_file_add", add).await?;
    told.abort();
    style.show(&outcome, |it| {
        let added = it["added"].as_array().map_or(0, Vec::len);
        let mut lines = vec![format!(
            "Added {added} of {} files to {}.",
            files.len(),
            site.name
        )];
        let refused = it["refused"].as_array().into_iter().flatten();
        lines.extend(refused.map(|it| cell(&it["error"]["message"])));
        lines.join("\n")
    })
}

async fn list(client: &Client, style: Style, site: &str) -> Result<String> {
    let site = client.site(site).await?;
    let files: Value = client.call("site_file_list", json!({ "id": site.id })).await?;
    style.show(&files, |files| {
        let rows = files.as_array().into_iter().flatten().map(|it| {
            ["fileName", "mediaType", "size", "section", "caption", "id"]
                .map(|field| cell(&it[field]))
                .to_vec()
        });
        table(
            &["file", "type", "bytes", "section", "caption", "id"],
            rows.collect(),
        )
    })
}
