//! Discovery workbooks among the files of an import: they are read back at their site.

use portflow_domain::discovery_book;
use portflow_domain::ids::SiteId;
use portflow_store::Tx;
use portflow_store::queries::sites;

use crate::error::{ApiError, ErrorCode, Result};
use crate::imported_files::OpenedFile;

/// A discovery workbook knows what it was made from, which an import would not ask.
///
/// # Errors
/// The file is one.
pub(super) fn refuse_discovery(file: &OpenedFile) -> Result<()> {
    if !discovery_book::is_book(&file.workbook) {
        return Ok(());
    }
    let text = match discovery_book::site_of(&file.workbook) {
        Some(site) => format!("'{}' is the discovery workbook of '{}'.", file.name, site.name),
        None => format!("'{}' is the discovery workbook of a site.", file.name),
    };
    let remedy = "Open the site and read the workbook back there.";
    Err(ApiError::new(ErrorCode::File, text)
        .caused_by("discovery_workbook")
        .hint(remedy))
}

/// The site of this workspace whose discovery workbook it is.
pub(super) async fn site_of(tx: &mut Tx, file: &OpenedFile) -> Result<Option<SiteId>> {
    let made_from = discovery_book::site_of(&file.workbook);
    let Some(id) = made_from.and_then(|site| site.id.parse().ok()) else {
        return Ok(None);
    };
    Ok(sites::find_site(tx, id).await?.map(|site| site.id))
}
