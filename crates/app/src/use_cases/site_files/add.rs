//! Adding files to a site: read, hashed and pictured two at a time off the async threads, and stored one by one, each
//! with its content, its small picture and its log entry in one transaction. So a file is kept whole or not at all,
//! however the work ends, and other writers get their turn in between.

use portflow_domain::entities::{Attachment, Site};
use portflow_domain::enums::{AttachmentKind, DiscoverySection};
use portflow_store::Store;
use portflow_store::queries::{attachments, sites};
use std::collections::VecDeque;
use tokio::task::JoinHandle;

use super::prepare::{Prepared, prepare};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::imports::RefusedFile;
use crate::dto::site_files::{AddSiteFiles, AddedSiteFiles, SiteFile};
use crate::error::{ApiError, Result};
use crate::events::Event;

/// Files in memory at once beside the one that is stored: a photo unpacked takes a hundred times its file.
const AT_ONCE: usize = 2;

/// Keeps files with a site. When none can be kept, the first one's reason is the error.
pub async fn add(cx: &Context, request: AddSiteFiles) -> Result<AddedSiteFiles> {
    if request.files.is_empty() {
        return Err(ApiError::invalid("files", "Choose a file to add."));
    }
    let site = sites::find_site(&mut cx.read().await?, request.site_id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", request.site_id))?;
    let task = request.task_id.clone().unwrap_or_default();
    cx.session.tasks.begin(&task);
    let mut adding = Adding::begin(cx, site, request.section);
    let mut line = Line::of(cx, &request.files)?;
    let mut done = 0;
    tell(cx, &task, done, request.files.len());
    while let Some((file, prepared)) = line.next().await {
        if let Err(stopped) = cx.session.tasks.check(&task) {
            if adding.outcome.added.is_empty() {
                return Err(stopped);
            }
            adding.outcome.is_stopped = true;
            break;
        }
        let stored = match prepared {
            Ok(prepared) => adding.store(prepared).await,
            Err(error) => Err(error),
        };
        match stored {
            Ok(stored) => adding.outcome.added.push(stored),
            Err(error) => adding.outcome.refused.push(RefusedFile { file, error }),
        }
        done += 1;
        tell(cx, &task, done, request.files.len());
    }
    match adding.outcome.refused.first() {
        Some(refused) if adding.outcome.added.is_empty() => Err(refused.error.clone()),
        _ => Ok(adding.outcome),
    }
}

fn tell(cx: &Context, task: &str, done: usize, total: usize) {
    if !task.is_empty() {
        cx.session.events.send(Event::Progress {
            task_id: task.to_owned(),
            done: done as u64,
            total: total as u64,
        });
    }
}

/// The files in their order, some of them on their way.
struct Line<'a> {
    cx: &'a Context,
    store: Store,
    waiting: std::slice::Iter<'a, String>,
    on_their_way: VecDeque<(String, JoinHandle<Result<Prepared>>)>,
}

impl<'a> Line<'a> {
    fn of(cx: &'a Context, files: &'a [String]) -> Result<Self> {
        Ok(Self {
            cx,
            store: cx.workspace()?.store.clone(),
            waiting: files.iter(),
            on_their_way: VecDeque::with_capacity(AT_ONCE),
        })
    }

    /// The next file with what was read of it.
    async fn next(&mut self) -> Option<(String, Result<Prepared>)> {
        while self.on_their_way.len() < AT_ONCE
            && let Some(id) = self.waiting.next()
        {
            let chosen = self.cx.session.files.chosen(id);
            let store = self.store.clone();
            let work = tokio::spawn(async move { prepare(store, chosen?).await });
            self.on_their_way.push_back((id.clone(), work));
        }
        let (id, work) = self.on_their_way.pop_front()?;
        let prepared = work.await.map_err(|error| ApiError::internal(&error));
        Some((id, prepared.and_then(|prepared| prepared)))
    }
}

/// What has been stored so far.
struct Adding<'a> {
    cx: &'a Context,
    site: Site,
    section: Option<DiscoverySection>,
    /// Of the first file; the others belong to the same act.
    act: portflow_domain::ids::ChangeSetId,
    outcome: AddedSiteFiles,
}

impl<'a> Adding<'a> {
    fn begin(cx: &'a Context, site: Site, section: Option<DiscoverySection>) -> Self {
        Self {
            cx,
            site,
            section,
            act: cx.id(),
            outcome: AddedSiteFiles {
                added: Vec::new(),
                refused: Vec::new(),
                is_stopped: false,
            },
        }
    }

    async fn store(&self, prepared: Prepared) -> Result<SiteFile> {
        let now = self.cx.now();
        let kind = if prepared.media_type.starts_with("image/") {
            AttachmentKind::Photo
        } else {
            AttachmentKind::Other
        };
        let file = Attachment {
            id: self.cx.id(),
            customer_id: self.site.customer_id,
            site_id: Some(self.site.id),
            port_order_id: None,
            kind,
            file_name: prepared.name,
            media_type: prepared.media_type.to_owned(),
            sha256: prepared.sha256,
            size: i64::try_from(prepared.content.len()).unwrap_or(i64::MAX),
            dated_on: None,
            caption: None,
            section: self.section,
            revision: 1,
            created_at: now,
            updated_at: now,
        };
        let mut tx = self.cx.write().await?;
        let file = attachments::insert_file(&mut tx, &file, prepared.content, prepared.thumbnail).await?;
        let mut act = Act::part_of(self.cx, self.act);
        act.created(&file)?;
        act.save(&mut tx).await?;
        let pictures = attachments::list_thumbnails(&mut tx, &[file.id]).await?;
        tx.commit().await?;
        let has_thumbnail = !pictures.is_empty();
        Ok(SiteFile { file, has_thumbnail })
    }
}
