//! Reading the books of problems that the session keeps. Before a book is read it takes in whatever anybody has
//! committed since: rows by their time of writing, and all of them where the stamp says that this has not told
//! everything.

use std::collections::BTreeSet;

use portflow_domain::entities::Migration;
use portflow_domain::ids::{MigrationId, PhoneNumberId};
use portflow_domain::problems::{Book, Waivers};
use portflow_domain::timestamp::Timestamp;
use portflow_store::Tx;
use portflow_store::queries::number_stamps::{self, NumberStamp};
use portflow_store::queries::phone_numbers;

use super::around::load;
use super::waive::waivers_of;
use crate::context::Context;
use crate::error::Result;
use crate::problem_books::{KeptBook, Lists};
use crate::use_cases::migrations;

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
        Some(kept) => refreshed(kept, cx, &mut tx, &migration).await?,
        None => begun(cx, &mut tx, &migration).await?,
    };
    let waivers = waivers_of(&mut tx, id).await?;
    let answer = look(&kept.book, &waivers);
    *shelf = Some(kept);
    Ok(answer)
}

async fn begun(cx: &Context, tx: &mut Tx, migration: &Migration) -> Result<KeptBook> {
    let mut lists = Lists::default();
    let around = load(tx, migration, cx.now(), &mut lists).await?;
    let numbers = phone_numbers::list_phone_numbers(tx, migration.id).await?;
    let seen = latest(numbers.iter().map(|it| it.updated_at), cx.now());
    let book = Book::full(around, numbers);
    Ok(KeptBook {
        stamp: NumberStamp::of(book.numbers()),
        book,
        lists,
        seen,
    })
}

async fn refreshed(mut kept: KeptBook, cx: &Context, tx: &mut Tx, migration: &Migration) -> Result<KeptBook> {
    let around = load(tx, migration, cx.now(), &mut kept.lists).await?;
    let stamp = number_stamps::number_stamp(tx, migration.id).await?;
    if stamp == kept.stamp {
        kept.book.update(around, Vec::new(), &[]);
        return Ok(kept);
    }
    let changed = number_stamps::list_phone_numbers_written_after(tx, migration.id, kept.seen).await?;
    let seen = changed.iter().map(|it| it.updated_at);
    kept.seen = latest(seen.chain([kept.seen]), cx.now());
    for number in &changed {
        if let Some(before) = kept.book.number(number.id) {
            kept.stamp.remove(before);
        }
        kept.stamp.add(number);
    }
    kept.book.update(around.clone(), changed, &[]);
    if stamp != kept.stamp {
        let numbers = phone_numbers::list_phone_numbers(tx, migration.id).await?;
        let there: BTreeSet<PhoneNumberId> = numbers.iter().map(|it| it.id).collect();
        let known = kept.book.numbers().map(|it| it.id);
        let gone: Vec<_> = known.filter(|id| !there.contains(id)).collect();
        kept.book.update(around, numbers, &gone);
        kept.stamp = stamp;
    }
    Ok(kept)
}

/// The latest of these instants that is not to come: a clock that runs ahead must not hide what others write.
fn latest(instants: impl Iterator<Item = Timestamp>, now: Timestamp) -> Timestamp {
    let past = instants.filter(|it| *it <= now).max();
    past.unwrap_or(Timestamp::new(chrono::DateTime::UNIX_EPOCH))
}
