//! Saving and removing a row of a site's discovery, the same for every kind; what a kind checks is in `kinds`.

use portflow_domain::entities::Site;
use portflow_domain::ids::{EntityId, SiteId};
use portflow_domain::timestamp::Timestamp;
use portflow_store::Tx;
use std::fmt::Display;

use super::find_site;
use crate::activity::{Act, Logged};
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::discovery::{RemoveSiteRow, SaveSiteRow};
use crate::error::{ApiError, Result};

/// What a row keeps beside the values a person enters.
pub struct Frame<'a, I> {
    /// Its id.
    pub id: I,
    /// Where it was found.
    pub site: &'a Site,
    /// The revision it is written over; 1 for a new row.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// Now.
    pub updated_at: Timestamp,
}

/// What is added once and changed ever after.
pub trait Stored: Logged + Send + Sync + Sized {
    /// Adds it.
    fn insert(&self, tx: &mut Tx) -> impl Future<Output = portflow_store::Result<Self>> + Send;
    /// Writes its fields.
    fn update(&self, tx: &mut Tx) -> impl Future<Output = portflow_store::Result<Self>> + Send;
}

/// Adds it where there was none before, else writes it over `before`, and tells the act which.
pub(super) async fn keep<T: Stored>(
    tx: &mut Tx,
    act: &mut Act<'_>,
    before: Option<T>,
    wanted: T,
) -> Result<T> {
    match before {
        None => {
            let after = wanted.insert(tx).await?;
            act.created(&after)?;
            Ok(after)
        }
        Some(before) => {
            let after = wanted.update(tx).await?;
            act.updated(&before, &after)?;
            Ok(after)
        }
    }
}

/// A kind of row that belongs to one site.
pub trait SiteRow: Stored {
    /// Its id.
    type Id: EntityId + Display + Send + Sync;
    /// What a person enters.
    type Values: Send + Sync;
    /// The word for one in an error.
    const WORD: &'static str;

    /// The row with these values, or why they cannot be kept.
    fn of(values: &Self::Values, frame: Frame<'_, Self::Id>) -> Result<Self>;
    /// Where it was found and when it was made.
    fn origin(&self) -> (SiteId, Timestamp);
    /// Refuses a row that does not fit what is stored around it.
    fn check_around(&self, tx: &mut Tx) -> impl Future<Output = Result<()>> + Send;
    /// Refuses to remove a row on which others stand.
    fn check_held(&self, tx: &mut Tx) -> impl Future<Output = Result<()>> + Send;
    /// The one with this id.
    fn find(tx: &mut Tx, id: Self::Id) -> impl Future<Output = portflow_store::Result<Option<Self>>> + Send;
    /// Removes it.
    fn delete(&self, tx: &mut Tx) -> impl Future<Output = portflow_store::Result<()>> + Send;
}

/// Adds a row or stores new values for one.
pub async fn save<T: SiteRow>(cx: &Context, request: SaveSiteRow<T::Id, T::Values>) -> Result<T> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let after = save_within(cx, &mut tx, &mut act, request).await?;
    act.commit(tx).await?;
    Ok(after)
}

/// The same as a part of a larger act.
pub(super) async fn save_within<T: SiteRow>(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    request: SaveSiteRow<T::Id, T::Values>,
) -> Result<T> {
    let site = find_site(tx, request.site_id).await?;
    let before = match request.id {
        Some(id) => Some(find_at::<T>(tx, request.site_id, id).await?),
        None => None,
    };
    let frame = Frame {
        id: request.id.unwrap_or_else(|| cx.id()),
        site: &site,
        revision: before.as_ref().map_or(1, |_| request.revision.unwrap_or(0)),
        created_at: before.as_ref().map_or(cx.now(), |before| before.origin().1),
        updated_at: cx.now(),
    };
    let wanted = T::of(&request.values, frame)?;
    wanted.check_around(tx).await?;
    keep(tx, act, before, wanted).await
}

/// Removes a row that is still as the caller saw it.
pub async fn remove<T: SiteRow>(cx: &Context, request: RemoveSiteRow<T::Id>) -> Result<Empty> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    remove_within::<T>(&mut tx, &mut act, request).await?;
    act.commit(tx).await?;
    Ok(Empty {})
}

/// The same as a part of a larger act.
pub(super) async fn remove_within<T: SiteRow>(
    tx: &mut Tx,
    act: &mut Act<'_>,
    request: RemoveSiteRow<T::Id>,
) -> Result<()> {
    let row = find_at::<T>(tx, request.site_id, request.id).await?;
    if row.revision() != request.revision {
        let text = format!("The {} was changed by someone else.", T::WORD);
        return Err(ApiError::new(crate::error::ErrorCode::Conflict, text).hint("Read it again and repeat."));
    }
    row.check_held(tx).await?;
    row.delete(tx).await?;
    act.deleted(&row)
}

/// The row, if it was found at this site; a row of another site is as good as none.
async fn find_at<T: SiteRow>(tx: &mut Tx, site: SiteId, id: T::Id) -> Result<T> {
    let found = T::find(tx, id).await?.filter(|row| row.origin().0 == site);
    found.ok_or_else(|| ApiError::not_found(T::WORD, id))
}
