//! Files and photos of a site.

use portflow_domain::entities::Attachment;
use portflow_domain::enums::DiscoverySection;
use portflow_domain::ids::{AttachmentId, SiteId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::imports::RefusedFile;

/// A file kept with a site, without its content.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteFile {
    /// The file.
    #[serde(flatten)]
    pub file: Attachment,
    /// Whether a small picture was made of it.
    pub has_thumbnail: bool,
}

/// Keep files with a site.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddSiteFiles {
    /// The site.
    pub site_id: SiteId,
    /// Handles of files that were dropped or chosen.
    pub files: Vec<String>,
    /// The section of the site's discovery that they belong to.
    #[serde(default)]
    pub section: Option<DiscoverySection>,
    /// Names the work, for its progress and for stopping it.
    #[serde(default)]
    pub task_id: Option<String>,
}

/// What became of the files. Each one is kept whole or not at all.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddedSiteFiles {
    /// Those that are kept now, in their order.
    pub added: Vec<SiteFile>,
    /// Those that could not be kept, and why.
    pub refused: Vec<RefusedFile>,
    /// Whether somebody stopped it before the last one.
    pub is_stopped: bool,
}

/// New values of a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateSiteFile {
    /// The file.
    pub id: AttachmentId,
    /// The revision that was read.
    pub revision: i64,
    /// Its name without a folder.
    pub file_name: String,
    /// What it shows.
    #[serde(default)]
    pub caption: Option<String>,
    /// The section of the site's discovery that it belongs to.
    #[serde(default)]
    pub section: Option<DiscoverySection>,
}

/// Remove a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemoveSiteFile {
    /// The file.
    pub id: AttachmentId,
    /// The revision that was read.
    pub revision: i64,
}

/// Write a copy of a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveSiteFile {
    /// The file.
    pub id: AttachmentId,
    /// Where to: a handle from the save dialog.
    pub file_id: String,
}

/// Which small pictures are wanted.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThumbnailsOf {
    /// The files.
    pub ids: Vec<AttachmentId>,
}

/// A picture as a page shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SitePicture {
    /// The file.
    pub id: AttachmentId,
    /// `data:image/jpeg;base64,…`.
    pub data_url: String,
}
