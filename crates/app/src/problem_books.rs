//! The books of problems that a session keeps, one for each migration that was looked at. How they are read and brought up
//! to date stands with the problems.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use portflow_domain::ids::{LosingAccountId, MigrationId};
use portflow_domain::porting::account::ListedNumber;
use portflow_domain::problems::Book;
use portflow_domain::timestamp::Timestamp;
use portflow_store::queries::number_stamps::{ListStamp, NumberStamp};

/// A book that is being read or brought up to date by one command at a time.
pub(crate) type Shelf = Arc<tokio::sync::Mutex<Option<KeptBook>>>;

/// The books of the open workspace.
#[derive(Default)]
pub struct Books(Mutex<BTreeMap<MigrationId, Shelf>>);

impl Books {
    /// Forgets all of them.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The place of a migration's book.
    pub(crate) fn shelf(&self, id: MigrationId) -> Shelf {
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(shelves.entry(id).or_default())
    }
}

/// A book with what tells whether it is up to date.
pub(crate) struct KeptBook {
    pub(crate) book: Book,
    pub(crate) lists: Lists,
    pub(crate) stamp: NumberStamp,
    /// Every row that was written up to this instant, by the clock of its writer, has been read; rows that the stamp
    /// misses apart.
    pub(crate) seen: Timestamp,
}

/// What carriers list on accounts, kept for as long as nobody writes to it.
#[derive(Default)]
pub(crate) struct Lists(pub(crate) BTreeMap<LosingAccountId, (ListStamp, Arc<[ListedNumber]>)>);
