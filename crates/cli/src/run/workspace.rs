//! The workspace itself: making, demonstrating, looking after it, and what happened in it.

use portflow_app::config::Location;
use portflow_app::context::Context;
use portflow_app::dto::dashboard::ActivityQuery;
use portflow_app::dto::saved_sites::{SaveSite, SavedSite};
use portflow_app::dto::scripts::SaveScript;
use portflow_app::dto::workspace::{
    AddMember, SaveTo, SavedFile, SessionInfo, WorkspaceCheck, WorkspaceStatus,
};
use portflow_app::use_cases::demo;
use portflow_app::{ApiError, ErrorCode, Result, opening};
use portflow_domain::entities::{Activity, TeamMember};
use portflow_domain::enums::TeamRole;
use portflow_domain::views::Page;
use serde_json::json;
use std::path::Path;

use super::password;
use crate::args::{Demo, Newcomer, WorkspaceAction};
use crate::client::Client;
use crate::output::{Style, or_dash, table};
use crate::progress;

/// Makes an empty workspace.
pub async fn init(client: &Client, style: Style, named: Option<String>, who: Newcomer) -> Result<String> {
    create(client, named, who.name, who.email).await?;
    let info: SessionInfo = client.call("session_info", json!({})).await?;
    style.show(&info, |info| {
        let label = info
            .workspace
            .as_ref()
            .map(|workspace| workspace.label.clone())
            .unwrap_or_default();
        format!("Made the workspace {label}. You act in it as {}.", who_acts(info))
    })
}

/// Makes a demonstration workspace and writes its documents.
pub async fn demo(client: &Client, style: Style, named: Option<String>, asked: Demo) -> Result<String> {
    let place = create(client, named, asked.name, asked.email).await?;
    let cx = Context::of(&client.session).await?;
    let made = demo::build(&cx).await?;
    std::fs::create_dir_all(&asked.out).map_err(|error| {
        ApiError::new(
            ErrorCode::File,
            format!("'{}' could not be made: {error}.", asked.out.display()),
        )
    })?;
    let workbook = asked.out.join("port-request.xlsx");
    let file_id = client.file(&workbook)?;
    let _: SavedFile = client
        .call(
            "port_order_export",
            json!({ "id": made.port_order_id, "kind": "request", "fileId": file_id }),
        )
        .await?;
    let script = asked.out.join("cutover.ps1");
    let save = SaveScript {
        id: made.script_id,
        file_id: client.file(&script)?,
    };
    let _: SavedFile = client.call("script_save", save).await?;
    let told = json!({ "workspace": place, "portRequest": workbook, "script": script });
    style.show(&told, |_| {
        format!(
            "Made a demonstration workspace.\n  workspace     {place}\n  port request  {}\n  script        {}",
            workbook.display(),
            script.display()
        )
    })
}

/// Brings a shared workspace to this version's format.
pub async fn upgrade(client: &Client, style: Style, named: Option<String>) -> Result<String> {
    let (location, secret) = match named {
        Some(text) => {
            let named = opening::parse(&text)?;
            (named.location, named.password)
        }
        None => (opening::usual(&client.session), None),
    };
    opening::upgrade(&client.session, &location, password(secret).as_deref()).await?;
    let info: SessionInfo = client.call("session_info", json!({})).await?;
    style.show(&info, |_| {
        format!("{} has this version's format.", location.label())
    })
}

/// Backup and check.
pub async fn run(client: &Client, style: Style, action: WorkspaceAction) -> Result<String> {
    match action {
        WorkspaceAction::Upgrade => Ok(String::new()),
        WorkspaceAction::Backup { out } => {
            let saved: SavedFile = client
                .call(
                    "workspace_backup",
                    SaveTo {
                        file_id: client.file(&out)?,
                    },
                )
                .await?;
            style.show(&saved, |saved| {
                format!("Wrote {} ({} bytes).", out.display(), saved.size)
            })
        }
        WorkspaceAction::SaveSite { site, out } => save_site(client, style, &site, &out).await,
        WorkspaceAction::Check => {
            let check: WorkspaceCheck = client.call("workspace_check", json!({})).await?;
            if check.problems.is_empty() {
                return style.show(&check, |_| "The workspace is sound.".to_owned());
            }
            let mut error = ApiError::new(ErrorCode::Database, "The workspace is damaged.");
            error.hints = check.problems;
            Err(error)
        }
    }
}

async fn save_site(client: &Client, style: Style, site: &str, out: &Path) -> Result<String> {
    let request = SaveSite {
        site_id: client.site(site).await?.id,
        file_id: client.file(out)?,
        task_id: Some("site".to_owned()),
    };
    let told = progress::tell_of(&client.session, "site", 10_000, "rows");
    let saved: SavedSite = client.call("workspace_save_site", request).await?;
    told.abort();
    style.show(&saved, |saved| {
        let rows: u64 = saved.tables.iter().map(|table| table.rows).sum();
        let mut text = format!(
            "Wrote {} ({} bytes, {rows} rows).",
            out.display(),
            saved.file.size
        );
        if saved.secrets_left_out > 0 {
            text.push_str(&format!(
                "\n{} account numbers and PINs are not in it: their key stays with this workspace.",
                saved.secrets_left_out
            ));
        }
        if saved.documents_left_out > 0 {
            text.push_str(&format!(
                "\n{} steps of orders come without the carrier's list that proves them: it may name other customers.",
                saved.documents_left_out
            ));
        }
        text
    })
}

/// Every migration with its counts.
pub async fn status(client: &Client, style: Style) -> Result<String> {
    let status: WorkspaceStatus = client.call("workspace_status", json!({})).await?;
    style.show(&status, |status| {
        let rows = status.migrations.iter().map(|it| {
            vec![
                it.path.clone(),
                it.status.to_string(),
                format!("{}/{}", it.ported_numbers, it.numbers_to_port),
                it.total_numbers.to_string(),
                it.unassigned_numbers.to_string(),
                it.total_users.to_string(),
                or_dash(&it.next_foc_date),
            ]
        });
        let header = [
            "migration",
            "status",
            "ported",
            "numbers",
            "unassigned",
            "people",
            "next FOC",
        ];
        format!("{}\n{}", status.workspace.label, table(&header, rows.collect()))
    })
}

/// The latest acts.
pub async fn activity(client: &Client, style: Style, limit: u32) -> Result<String> {
    let query = ActivityQuery {
        limit,
        ..ActivityQuery::default()
    };
    let page: Page<Activity> = client.call("activity_page", query).await?;
    style.table(&page.rows, &["at", "who", "what", "record", "fields"], |it| {
        let fields = it.changes.as_array().into_iter().flatten();
        let mut fields: Vec<_> = fields.filter_map(|change| change["field"].as_str()).collect();
        // One change for each number of an order.
        fields.dedup();
        vec![
            it.at.to_string(),
            it.actor_name.clone(),
            it.action.clone(),
            it.entity_type.clone(),
            fields.join(", "),
        ]
    })
}

/// Makes the workspace and its first member, who acts from then on; gives the place for people.
async fn create(client: &Client, named: Option<String>, name: String, email: String) -> Result<String> {
    let usual = Location::LocalFile {
        path: client.session.folders.default_workspace(),
    };
    let (location, secret) = match named {
        Some(text) => {
            let named = opening::parse(&text)?;
            (named.location, named.password)
        }
        None => (usual, None),
    };
    match &location {
        Location::LocalFile { .. } => opening::create_file(&client.session, &location).await?,
        Location::SharedPostgres { .. } => {
            opening::create_database(&client.session, &location, password(secret).as_deref()).await?;
        }
    }
    let add = AddMember {
        display_name: name,
        email,
        role: TeamRole::Admin,
    };
    let _: TeamMember = client.call("member_add", add).await?;
    Ok(match &location {
        Location::LocalFile { path } => display(path),
        Location::SharedPostgres { .. } => location.label(),
    })
}

fn display(path: &Path) -> String {
    path.display().to_string()
}

fn who_acts(info: &SessionInfo) -> String {
    info.member
        .as_ref()
        .map_or_else(|| "nobody".to_owned(), |member| member.display_name.clone())
}
