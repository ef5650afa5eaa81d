//! Files that were read for importing, kept until another workspace is opened, with the last plan made of each.

use portflow_domain::import::{Existing, ImportPlan, ImportSettings};
use portflow_domain::workbook::{Sheet, Workbook};
use portflow_sheet::Limits;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::{ApiError, ErrorCode, Result};
use crate::files::{self, Files, sha256};

/// A file in memory.
pub struct OpenedFile {
    /// Its name.
    pub name: String,
    /// Of its bytes, hexadecimal.
    pub sha256: String,
    /// What was read.
    pub workbook: Workbook,
}

/// A plan and everything it was made from.
pub struct Planned {
    /// The file.
    pub file: Arc<OpenedFile>,
    /// The sheet that was read.
    pub sheet_name: String,
    /// Every choice, suggested ones included.
    pub settings: ImportSettings,
    /// What was stored when the plan was made.
    pub existing: Existing,
    /// What committing would do.
    pub plan: ImportPlan,
    /// Stands for the plan.
    pub fingerprint: String,
}

impl Planned {
    /// The sheet that was read.
    pub fn sheet(&self) -> &Sheet {
        static NONE: std::sync::OnceLock<Sheet> = std::sync::OnceLock::new();
        let found = self
            .file
            .workbook
            .sheets
            .iter()
            .find(|sheet| sheet.name == self.sheet_name);
        found.unwrap_or_else(|| NONE.get_or_init(Sheet::default))
    }
}

/// The last plan, with the choices it was made from as JSON.
type LastPlan = (String, Arc<Planned>);

/// The opened files by handle.
#[derive(Default)]
pub struct OpenImports {
    files: Mutex<BTreeMap<String, Arc<OpenedFile>>>,
    last: Mutex<Option<LastPlan>>,
}

impl OpenImports {
    /// Reads a file anew.
    pub(crate) async fn open(&self, files: &Files, id: &str) -> Result<Arc<OpenedFile>> {
        let path = files.path(id)?;
        let read = tokio::task::spawn_blocking(move || {
            let bytes = files::read(&path)?;
            let name = files::file_name(&path);
            let workbook = portflow_sheet::read(&bytes, &name, &Limits::default()).map_err(|error| {
                let mut told = ApiError::new(ErrorCode::File, format!("'{name}': {error}"));
                told.hints = error.hints().iter().map(|hint| (*hint).to_owned()).collect();
                told
            })?;
            Ok::<_, ApiError>(OpenedFile {
                name,
                sha256: sha256(&bytes),
                workbook,
            })
        });
        let file = Arc::new(read.await.map_err(|error| ApiError::internal(&error))??);
        lock(&self.files).insert(id.to_owned(), Arc::clone(&file));
        *lock(&self.last) = None;
        Ok(file)
    }

    /// The file as read before, or read now.
    pub(crate) async fn file(&self, files: &Files, id: &str) -> Result<Arc<OpenedFile>> {
        let known = lock(&self.files).get(id).cloned();
        match known {
            Some(file) => Ok(file),
            None => self.open(files, id).await,
        }
    }

    /// The plan last made from these choices.
    pub(crate) fn last_plan(&self, choices: &str) -> Option<Arc<Planned>> {
        lock(&self.last)
            .as_ref()
            .filter(|(made_from, _)| made_from == choices)
            .map(|(_, plan)| Arc::clone(plan))
    }

    /// Keeps a plan for paging through it.
    pub(crate) fn keep_plan(&self, choices: String, plan: Arc<Planned>) {
        *lock(&self.last) = Some((choices, plan));
    }

    /// Forgets everything.
    pub fn clear(&self) {
        lock(&self.files).clear();
        *lock(&self.last) = None;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
