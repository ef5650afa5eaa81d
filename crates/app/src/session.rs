//! The running program: which workspace is open, who acts, which files were chosen, who listens. One session per
//! window, terminal command or test host.

use portflow_domain::entities::TeamMember;
use portflow_domain::ids::TeamMemberId;
use portflow_store::Store;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::RwLock;

use crate::clock::{Clock, IdSource, SystemClock, SystemIds};
use crate::config::{Config, Folders};
use crate::dto::workspace::WorkspaceInfo;
use crate::error::{ApiError, Result};
use crate::events::{Event, Events};
use crate::files::Files;
use crate::imported_files::OpenImports;
use crate::problem_books::Books;
use crate::tasks::Tasks;

/// An open workspace.
#[derive(Clone)]
pub struct OpenedWorkspace {
    /// The database.
    pub store: Store,
    /// What the shell shows of it.
    pub info: WorkspaceInfo,
}

/// The state that outlives one command.
pub struct Session {
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where ids come from.
    pub ids: Arc<dyn IdSource>,
    /// Where configuration and data lie.
    pub folders: Folders,
    /// Chosen files.
    pub files: Files,
    /// Listeners.
    pub events: Events,
    /// Long work that can be cancelled.
    pub tasks: Tasks,
    /// Files being imported.
    pub imports: OpenImports,
    /// Problems of the migrations that were looked at.
    pub books: Books,
    config: Mutex<Config>,
    workspace: RwLock<Option<OpenedWorkspace>>,
    announced: AtomicBool,
    member: Mutex<Who>,
    opening_problem: Mutex<Option<ApiError>>,
}

/// How the acting member is known.
#[derive(Debug, Clone, Default)]
enum Who {
    /// From the configuration, or the database role.
    #[default]
    Remembered,
    /// Named for this run only, by e-mail.
    Named(String),
}

impl Session {
    /// A session of this machine's user.
    pub fn of_this_user() -> Result<Self> {
        Ok(Self::new(
            Folders::of_this_user()?,
            Arc::new(SystemClock),
            Arc::new(SystemIds),
        ))
    }

    /// A session with its surroundings handed in.
    pub fn new(folders: Folders, clock: Arc<dyn Clock>, ids: Arc<dyn IdSource>) -> Self {
        let config = Config::load(&folders);
        Self {
            clock,
            ids,
            folders,
            files: Files::default(),
            events: Events::default(),
            tasks: Tasks::default(),
            imports: OpenImports::default(),
            books: Books::default(),
            config: Mutex::new(config),
            workspace: RwLock::new(None),
            announced: AtomicBool::new(false),
            member: Mutex::default(),
            opening_problem: Mutex::default(),
        }
    }

    /// Acts as the member with this e-mail address, for this run only.
    pub fn act_as(&self, email: &str) {
        *lock(&self.member) = Who::Named(email.trim().to_owned());
    }

    /// The open workspace, if any.
    pub async fn workspace(&self) -> Option<OpenedWorkspace> {
        self.workspace.read().await.clone()
    }

    /// The open workspace once everybody may know of it; one that is still being furnished is none.
    pub async fn announced_workspace(&self) -> Option<OpenedWorkspace> {
        let open = self.workspace().await;
        open.filter(|_| self.announced.load(Ordering::SeqCst))
    }

    /// Puts a workspace in place of the one that was open. Whoever does this announces it once it is complete.
    pub async fn set_workspace(&self, open: Option<OpenedWorkspace>) {
        self.announced.store(false, Ordering::SeqCst);
        let before = std::mem::replace(&mut *self.workspace.write().await, open);
        if let Some(before) = before {
            before.store.close().await;
        }
        self.imports.clear();
        self.books.clear();
        *lock(&self.opening_problem) = None;
    }

    /// Tells everybody that another workspace is open.
    pub fn announce_workspace(&self) {
        self.announced.store(true, Ordering::SeqCst);
        self.events.send(Event::WorkspaceOpened);
    }

    /// What this machine remembers.
    pub fn config(&self) -> Config {
        lock(&self.config).clone()
    }

    /// Changes what this machine remembers and writes it.
    pub fn remember(&self, change: impl FnOnce(&mut Config)) -> Result<()> {
        let mut config = lock(&self.config);
        change(&mut config);
        config.save(&self.folders)
    }

    /// Keeps why the last workspace could not be opened, for the start screen.
    pub fn keep_opening_problem(&self, problem: ApiError) {
        *lock(&self.opening_problem) = Some(problem);
    }

    /// Why the last workspace could not be opened.
    pub fn opening_problem(&self) -> Option<ApiError> {
        lock(&self.opening_problem).clone()
    }

    /// Who acts in a workspace, if they have said so.
    pub(crate) async fn find_actor(&self, open: &OpenedWorkspace) -> Result<Option<TeamMember>> {
        use portflow_store::queries::team_members as members;
        let mut tx = open.store.read().await?;
        let who = lock(&self.member).clone();
        if let Who::Named(email) = who {
            let found = members::find_team_member_by_email(&mut tx, &email).await?;
            return found.map(Some).ok_or_else(|| {
                ApiError::not_found("member", &email).hint("List the members with `portflow member list`.")
            });
        }
        if let Some(member) = members::find_team_member_of_session_user(&mut tx).await? {
            return Ok(Some(member));
        }
        let remembered: Option<TeamMemberId> =
            lock(&self.config).members.get(&open.info.id.to_string()).copied();
        Ok(match remembered {
            Some(id) => members::find_team_member(&mut tx, id).await?,
            None => None,
        })
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
