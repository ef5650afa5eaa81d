//! Photos kept with a site.

use portflow_document::blocks::Picture;
use portflow_domain::entities::Site;

use crate::context::Context;
use crate::error::Result;

pub(super) async fn read(_: &Context, _: &Site) -> Result<Vec<Picture>> {
    Ok(Vec::new())
}
