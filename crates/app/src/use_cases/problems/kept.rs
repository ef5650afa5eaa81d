//! The books of problems that a session keeps, one for each migration that was looked at. Before a book is read it
//! takes in whatever anybody has committed since: rows by their time of writing, and all of them where the stamp says
//! that this has not told everything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use portflow_domain::entities::Migration;
use portflow_domain::ids::{MigrationId, PhoneNumberId};
use portflow_domain::problems::{Book, Waivers};
use portflow_domain::timestamp::Timestamp;
use portflow_store::Tx;
use portflow_store::queries::number_stamps::{self, NumberStamp};
use portflow_store::queries::phone_numbers;

use super::around::{Lists, load};
use super::waive::waivers_of;
use crate::context::Context;
use crate::error::Result;
use crate::use_cases::migrations;

/// A book that is being read or brought up to date by one command at a time.
type Shelf = Arc<tokio::sync::Mutex<Option<Kept>>>;

/// The books of the open workspace.
#[derive(Default)]
pub struct Books(Mutex<BTreeMap<MigrationId, Shelf>>);

impl Books {
    /// Forgets all of them.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn shelf(&self, id: MigrationId) -> Shelf {
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(shelves.entry(id).or_default())
    }
}

struct Kept {
    book: Book,
    lists: Lists,
    stamp: NumberStamp,
    /// Every row that was written up to this instant, by the clock of its writer, has been read; rows that the stamp
    /// misses apart.
    seen: Timestamp,
}

/// Looks at the problems of a migration as they are now.
pub(super) async fn read<T>(
    cx: &Context,
    id: MigrationId,
    look: impl FnOnce(&Book, &Waivers) -> T,
) -> Result<T> {
    let shelf = cx.session.books.shelf(id);
    let mut shelf = shelf.lock().await;
    let mut tx = cx.read().await?;
    let migration = migrations::find(&mut tx, id).await?;
    let kept = match shelf.take() {
        Some(kept) => kept.refreshed(cx, &mut tx, &migration).await?,
        None => Kept::begun(cx, &mut tx, &migration).await?,
    };
    let waivers = waivers_of(&mut tx, id).await?;
    let answer = look(&kept.book, &waivers);
    *shelf = Some(kept);
    Ok(answer)
}

impl Kept {
    async fn begun(cx: &Context, tx: &mut Tx, migration: &Migration) -> Result<Self> {
        let mut lists = Lists::default();
        let around = load(tx, migration, cx.now(), &mut lists, None).await?;
        let numbers = phone_numbers::list_phone_numbers(tx, migration.id).await?;
        let seen = latest(numbers.iter().map(|it| it.updated_at), cx.now());
        let book = Book::full(around, numbers);
        Ok(Self {
            stamp: NumberStamp::of(book.numbers()),
            book,
            lists,
            seen,
        })
    }

    async fn refreshed(mut self, cx: &Context, tx: &mut Tx, migration: &Migration) -> Result<Self> {
        let around = load(tx, migration, cx.now(), &mut self.lists, None).await?;
        let stamp = number_stamps::number_stamp(tx, migration.id).await?;
        if stamp == self.stamp {
            self.book.update(around, Vec::new(), &[]);
            return Ok(self);
        }
        let changed = number_stamps::list_phone_numbers_written_after(tx, migration.id, self.seen).await?;
        let seen = changed.iter().map(|it| it.updated_at);
        self.seen = latest(seen.chain([self.seen]), cx.now());
        self.book.update(around.clone(), changed, &[]);
        self.stamp = NumberStamp::of(self.book.numbers());
        if stamp != self.stamp {
            let numbers = phone_numbers::list_phone_numbers(tx, migration.id).await?;
            let there: BTreeSet<PhoneNumberId> = numbers.iter().map(|it| it.id).collect();
            let known = self.book.numbers().map(|it| it.id);
            let gone: Vec<_> = known.filter(|id| !there.contains(id)).collect();
            self.book.update(around, numbers, &gone);
            self.stamp = stamp;
        }
        Ok(self)
    }
}

/// The latest of these instants that is not to come: a clock that runs ahead must not hide what others write.
fn latest(instants: impl Iterator<Item = Timestamp>, now: Timestamp) -> Timestamp {
    let past = instants.filter(|it| *it <= now).max();
    past.unwrap_or(Timestamp::new(chrono::DateTime::UNIX_EPOCH))
}
