//! Files that were read for importing, kept until another workspace is opened, with the last plan made of them.

use portflow_domain::import::{Existing, ImportPlan, ImportSettings};
use portflow_domain::workbook::{Sheet, Workbook};
use portflow_sheet::Limits;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::dto::imports::ProfileName;
use crate::error::{ApiError, ErrorCode, Result};
use crate::files::{Chosen, Files, sha256};

/// A file in memory.
pub struct OpenedFile {
    /// Its name.
    pub name: String,
    /// Of its bytes, hexadecimal.
    pub sha256: String,
    /// What was read.
    pub workbook: Workbook,
}

/// A sheet of one of the files and how it is read.
pub struct ChosenSheet {
    /// The handle of its file.
    pub file_id: String,
    /// Its file.
    pub file: Arc<OpenedFile>,
    /// Its place in the workbook.
    pub place: usize,
    /// Its name, with the file's where two sheets of the import have the same.
    pub label: String,
    /// The sheet with the cells that a person mended; none when nothing was.
    pub mended: Option<Sheet>,
    /// Every choice, suggested ones included.
    pub settings: ImportSettings,
    /// Recognises the header for the next file.
    pub header_fingerprint: String,
    /// The profile that suggested.
    pub profile: Option<ProfileName>,
    /// The name under which the commit keeps the mapping.
    pub save_profile_as: Option<String>,
    /// What stands in the way of committing it.
    pub problem: Option<ApiError>,
    /// Rows with a date that is read one way or another.
    pub ambiguous_dates: Vec<u32>,
}

impl ChosenSheet {
    /// The sheet as it is read.
    pub fn sheet(&self) -> &Sheet {
        self.mended
            .as_ref()
            .unwrap_or(&self.file.workbook.sheets[self.place])
    }
}

/// A plan and everything it was made from.
pub struct Planned {
    /// The sheets in the order in which the records name them.
    pub sheets: Vec<ChosenSheet>,
    /// What was stored when the plan was made.
    pub existing: Existing,
    /// What committing would do.
    pub plan: ImportPlan,
    /// Stands for the plan.
    pub fingerprint: String,
}

impl Planned {
    /// What stands in the way of committing, the first of several.
    pub fn problem(&self) -> Option<&ApiError> {
        self.sheets.iter().find_map(|sheet| sheet.problem.as_ref())
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
        let chosen = files.chosen(id)?;
        let read = tokio::task::spawn_blocking(move || read_file(&chosen));
        let file = Arc::new(read.await.map_err(|error| ApiError::internal(&error))??);
        lock(&self.files).insert(id.to_owned(), Arc::clone(&file));
        self.forget_plan();
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

    /// Gives the last plan's memory back before another one is made.
    pub(crate) fn forget_plan(&self) {
        *lock(&self.last) = None;
    }

    /// Forgets everything.
    pub fn clear(&self) {
        lock(&self.files).clear();
        self.forget_plan();
    }
}

/// Reads a file; the error says what the file is and what to do.
pub(crate) fn read_file(chosen: &Chosen) -> Result<OpenedFile> {
    let bytes = chosen.read()?;
    let name = chosen.name();
    let workbook = portflow_sheet::read(&bytes, &name, &Limits::default()).map_err(|error| {
        let mut told = ApiError::new(ErrorCode::File, format!("'{name}': {error}")).caused_by(error.code());
        told.hints = error.hints().iter().map(|hint| (*hint).to_owned()).collect();
        told
    })?;
    Ok(OpenedFile {
        name,
        sha256: sha256(&bytes),
        workbook,
    })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
