//! What a use case is given: the open workspace, who acts, the clock, ids and files. No command takes an actor
//! as an argument, so nobody can act as somebody else.

use portflow_domain::entities::TeamMember;
use portflow_domain::enums::TeamRole;
use portflow_domain::ids::EntityId;
use portflow_domain::timestamp::Timestamp;
use portflow_store::Tx;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{ApiError, ErrorCode, Result};
use crate::session::{OpenedWorkspace, Session};

/// What a caller must be to run a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Permission {
    /// Nobody in particular: the workspace may not even be open.
    Anyone,
    /// Whoever can open the workspace; reads only.
    Viewer,
    /// A member who may change things.
    Member,
    /// A member who looks after the workspace.
    Admin,
}

/// The surroundings of one command.
pub struct Context {
    /// The program's state beyond this workspace.
    pub session: Arc<Session>,
    /// The open workspace, if any.
    pub workspace: Option<OpenedWorkspace>,
    /// Who acts, if they have said so.
    pub actor: Option<TeamMember>,
    /// Whether the command answers without having stored anything.
    stored_nothing: AtomicBool,
}

impl Context {
    /// The surroundings as they are now.
    pub async fn of(session: &Arc<Session>) -> Result<Self> {
        let workspace = session.workspace().await;
        let actor = match &workspace {
            Some(open) => session.find_actor(open).await?,
            None => None,
        };
        Ok(Self {
            session: Arc::clone(session),
            workspace,
            actor,
            stored_nothing: AtomicBool::new(false),
        })
    }

    /// The same surroundings with somebody else acting.
    pub(crate) fn acted_by(&self, actor: TeamMember) -> Self {
        Self {
            session: Arc::clone(&self.session),
            workspace: self.workspace.clone(),
            actor: Some(actor),
            stored_nothing: AtomicBool::new(false),
        }
    }

    /// Said by a use case whose answer is a refusal in detail and not an error: nobody is told of a change.
    pub(crate) fn store_nothing(&self) {
        self.stored_nothing.store(true, Ordering::Relaxed);
    }

    /// Whether a use case has said so.
    pub(crate) fn has_stored_nothing(&self) -> bool {
        self.stored_nothing.load(Ordering::Relaxed)
    }

    /// The open workspace or a refusal that says how to get one.
    pub fn workspace(&self) -> Result<&OpenedWorkspace> {
        self.workspace.as_ref().ok_or_else(|| {
            ApiError::new(ErrorCode::NoWorkspace, "No workspace is open.")
                .hint("Create one with `portflow init` or choose one on the start screen.")
        })
    }

    /// A transaction that only reads.
    pub async fn read(&self) -> Result<Tx> {
        Ok(self.workspace()?.store.read().await?)
    }

    /// A transaction that writes; dropped without `commit` it leaves nothing.
    pub async fn write(&self) -> Result<Tx> {
        Ok(self.workspace()?.store.write().await?)
    }

    /// Who acts, or a refusal that says how to tell.
    pub fn actor(&self) -> Result<&TeamMember> {
        self.actor.as_ref().ok_or_else(|| {
            ApiError::new(
                ErrorCode::NoMember,
                "PortFlow does not know who you are, so it stores nothing.",
            )
            .hint("Say who you are on the start screen, or with --member E-MAIL or PORTFLOW_MEMBER.")
        })
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.session.clock.now()
    }

    /// A fresh id.
    pub fn id<T: EntityId>(&self) -> T {
        self.session.ids.id()
    }

    /// Refuses whoever may not.
    pub fn permit(&self, permission: Permission) -> Result<()> {
        if permission == Permission::Anyone {
            return Ok(());
        }
        self.workspace()?;
        if permission == Permission::Viewer {
            return Ok(());
        }
        let actor = self.actor()?;
        let holds = match actor.role {
            TeamRole::Admin => true,
            TeamRole::Member => permission != Permission::Admin,
            TeamRole::Viewer => false,
        };
        if holds && actor.is_active {
            return Ok(());
        }
        let needed = if permission == Permission::Admin {
            "an admin"
        } else {
            "a member"
        };
        Err(ApiError::refused(format!(
            "{} may not do this; it takes {needed} of the team.",
            actor.display_name
        ))
        .hint("Ask an admin of this workspace."))
    }
}
