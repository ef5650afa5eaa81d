//! Saving a whole site as a workspace file that a colleague opens on another machine.

use portflow_store::queries::sites;
use portflow_store::{NewWorkspace, SiteToCopy};
use serde_json::{Value, json};
use std::io::ErrorKind;

use crate::activity::{Act, Logged, fact};
use crate::context::Context;
use crate::dto::saved_sites::{SaveSite, SavedRows, SavedSite};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};
use crate::events::Event;
use crate::file_errors::unwritable;

/// Writes the file; a failure or somebody who stops it leaves nothing, and an older file there as it was.
pub async fn save(cx: &Context, request: SaveSite) -> Result<SavedSite> {
    let path = cx.session.files.path(&request.file_id)?;
    let site = sites::find_site(&mut cx.read().await?, request.site_id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", request.site_id))?;
    if path.parent().is_some_and(|folder| !folder.is_dir()) {
        return Err(unwritable(&path, &ErrorKind::NotFound.into()));
    }
    let task = request.task_id.unwrap_or_default();
    cx.session.tasks.begin(&task);
    let wanted = SiteToCopy {
        site_id: site.id,
        saved_by: cx.actor()?.id,
        workspace: NewWorkspace {
            workspace_id: cx.id(),
            application_version: env!("CARGO_PKG_VERSION").to_owned(),
            now: cx.now(),
        },
    };
    let go_on = |done, total| {
        if !task.is_empty() {
            let task_id = task.clone();
            cx.session.events.send(Event::Progress { task_id, done, total });
        }
        cx.session.tasks.check(&task).is_ok()
    };
    let copied = cx.workspace()?.store.copy_site(&wanted, &path, go_on).await?;
    let Some(copied) = copied else {
        return Err(ApiError::new(
            ErrorCode::Cancelled,
            "You stopped it. No file was written.",
        ));
    };
    let file = SavedFile::written(&path).await?;
    let told = vec![
        fact("fileName", Value::Null, json!(file.file_name)),
        fact("secretsLeftOut", Value::Null, json!(copied.secrets_left_out)),
    ];
    let mut act = Act::begin(cx);
    act.noted(site.subject(), "saved_as_file", told)?;
    let mut tx = cx.write().await?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    let rows = |(table, rows)| SavedRows { table, rows };
    Ok(SavedSite {
        file,
        tables: copied.rows.into_iter().map(rows).collect(),
        secrets_left_out: copied.secrets_left_out,
        documents_left_out: copied.documents_left_out,
    })
}
