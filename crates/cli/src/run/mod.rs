//! One file per group of actions. Each turns arguments into a request, calls a command and shows the answer.

mod account_numbers;
mod accounts;
mod carriers;
mod contacts;
mod discovery;
mod discovery_workbook;
mod imports;
mod number_list;
mod number_ranges;
mod numbers;
mod order_changes;
mod order_documents;
mod order_proposals;
mod order_watch;
mod orders;
mod people;
mod problems;
mod projects;
mod questionnaires;
mod reject_recipe;
mod site_files;
mod sites;
mod status_sheet;
mod workspace;

use portflow_app::clock::{Clock, SystemIds};
use portflow_app::config::Folders;
use portflow_app::{Result, Session, opening};
use std::sync::Arc;

use crate::args::{Action, Cli};
use crate::client::Client;
use crate::output::Style;

/// Does what the command line says and gives what to print.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "every other action needs an open workspace first"
)]
pub async fn run(cli: Cli, clock: Arc<dyn Clock>) -> Result<String> {
    let session = Session::new(Folders::of_this_user()?, clock, Arc::new(SystemIds));
    let client = Client {
        session: Arc::new(session),
    };
    let style = Style { json: cli.json };
    match cli.action {
        Action::Init(newcomer) => workspace::init(&client, style, cli.workspace, newcomer).await,
        Action::Demo(demo) => workspace::demo(&client, style, cli.workspace, demo).await,
        Action::Workspace(crate::args::WorkspaceAction::Upgrade) => {
            workspace::upgrade(&client, style, cli.workspace).await
        }
        Action::Import(import) if import.is_of_files_alone() => {
            imports::look_at_files(&client, style, &import).await
        }
        action => {
            open(&client, cli.workspace.as_ref()).await?;
            if let Some(email) = &cli.member {
                client.session.act_as(email);
            }
            act(&client, style, action).await
        }
    }
}

async fn act(client: &Client, style: Style, action: Action) -> Result<String> {
    match action {
        Action::Init(_) | Action::Demo(_) => Ok(String::new()),
        Action::Status => workspace::status(client, style).await,
        Action::Activity { limit } => workspace::activity(client, style, limit).await,
        Action::Workspace(action) => workspace::run(client, style, action).await,
        Action::Member(action) => projects::member(client, style, action).await,
        Action::Customer(action) => projects::customer(client, style, action).await,
        Action::Contact(action) => contacts::run(client, style, action).await,
        Action::Site(action) => projects::site(client, style, *action).await,
        Action::Questionnaire(action) => questionnaires::run(client, style, action).await,
        Action::Migration(action) => projects::migration(client, style, action).await,
        Action::Carrier(action) => carriers::run(client, style, *action).await,
        Action::Account(action) => projects::account(client, style, *action).await,
        Action::Import(import) => imports::run(client, style, import).await,
        Action::Numbers(action) => numbers::run(client, style, *action).await,
        Action::People(action) => people::list(client, style, action).await,
        Action::Order(action) => orders::run(client, style, *action).await,
        Action::Problems(asked) => problems::run(client, style, asked).await,
        Action::Script(script) => orders::script(client, style, script).await,
        Action::Call { name, request } => {
            let answer = client.raw(&name, request.as_ref()).await?;
            Style { json: true }.show(&answer, |_| String::new())
        }
    }
}

/// Opens the workspace that was named, or the usual one.
async fn open(client: &Client, named: Option<&String>) -> Result<()> {
    match named {
        Some(text) => {
            let named = opening::parse(text)?;
            opening::open(
                &client.session,
                &named.location,
                password(named.password).as_deref(),
            )
            .await
        }
        None => {
            let usual = opening::usual(&client.session);
            opening::open(&client.session, &usual, password(None).as_deref()).await
        }
    }
}

/// The password of the address, else of the environment.
fn password(of_address: Option<String>) -> Option<String> {
    of_address.or_else(|| std::env::var("PORTFLOW_PASSWORD").ok())
}
