//! The same page and the same commands as the window, for a test's browser: a small HTTP server on the loopback
//! address, guarded by a token. It is a tool of the tests and never shipped.

mod page;
mod seams;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use clap::Parser;
use futures_util::stream::{self, Stream};
use portflow_app::clock::{Clock, FixedClock, SystemClock, SystemIds};
use portflow_app::config::Folders;
use portflow_app::{ApiError, ErrorCode, Session, commands, opening, watching};
use portflow_domain::timestamp::Timestamp;
use serde::Serialize;
use serde_json::Value;
use std::convert::Infallible;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use seams::Seams;

/// Serves PortFlow's page to a browser of this machine and prints the address to open.
#[derive(Parser)]
struct Options {
    /// Where the configuration lies.
    #[arg(long)]
    config_dir: PathBuf,
    /// Where the default workspace lies.
    #[arg(long)]
    data_dir: PathBuf,
    /// The port; 0 for any free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The time at which its clock stands still, such as 2027-02-01T15:00:00Z; the machine's clock when absent.
    #[arg(long)]
    now: Option<Timestamp>,
    /// The built user interface.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/dist"))]
    dist: PathBuf,
}

/// What the routes share.
struct Host {
    session: Arc<Session>,
    seams: Seams,
    token: String,
    dist: PathBuf,
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let options = Options::parse();
    let folders = Folders {
        config: options.config_dir,
        data: options.data_dir,
    };
    let clock: Arc<dyn Clock> = match options.now {
        Some(now) => Arc::new(FixedClock(now)),
        None => Arc::new(SystemClock),
    };
    let session = Arc::new(Session::new(folders, clock, Arc::new(SystemIds)));
    opening::at_start(&session).await;
    let seams = Seams::new(&session);
    tokio::spawn(watching::watch(Arc::clone(&session)));
    let host = Arc::new(Host {
        session,
        seams,
        token: new_token(),
        dist: options.dist,
    });
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", options.port)).await?;
    let address = listener.local_addr()?;
    writeln!(std::io::stdout(), "http://{address}/?token={}", host.token)?;
    axum::serve(listener, router(host)).await
}

fn router(host: Arc<Host>) -> Router {
    Router::new()
        .route("/call/{name}", post(call))
        .route("/events", get(events))
        .route("/pick/open", post(seams::pick_open))
        .route("/pick/save", post(seams::pick_save))
        .route("/seam/pick", post(seams::answer_next_pick))
        .route("/seam/drop", post(seams::drop_files))
        .route_layer(axum::middleware::from_fn_with_state(
            Arc::clone(&host),
            demand_token,
        ))
        .fallback(page::serve)
        .with_state(host)
}

/// 128 bits that another process cannot guess.
fn new_token() -> String {
    let half = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", half(), half())
}

/// Lets a request pass that brings the token in its header, or in its address where a browser sends no header.
async fn demand_token(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    let header = request
        .headers()
        .get("x-portflow-token")
        .and_then(|value| value.to_str().ok());
    let query = request
        .uri()
        .query()
        .unwrap_or_default()
        .split('&')
        .find_map(|pair| pair.strip_prefix("token="));
    if header.or(query) == Some(host.token.as_str()) {
        return next.run(request).await;
    }
    let refusal = ApiError::refused("This address takes the token that was printed at the start.");
    answer::<()>(Err(refusal))
}

async fn call(
    State(host): State<Arc<Host>>,
    Path(name): Path<String>,
    axum::Json(request): axum::Json<Value>,
) -> Response {
    answer(commands::call(&host.session, &name, request).await)
}

async fn events(State(host): State<Arc<Host>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let messages = stream::unfold(host.seams.messages(), |mut messages| async {
        let message = messages.recv().await.ok()?;
        Some((Ok(Event::default().data(message)), messages))
    });
    Sse::new(messages)
}

/// An answer as the page expects it: the value itself, or the error under a status of its own.
fn answer<T: Serialize>(result: portflow_app::Result<T>) -> Response {
    match result {
        Ok(value) => axum::Json(value).into_response(),
        Err(error) => (status(error.code), axum::Json(error)).into_response(),
    }
}

fn status(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::InvalidInput | ErrorCode::Ambiguous => StatusCode::BAD_REQUEST,
        ErrorCode::Refused | ErrorCode::NoMember | ErrorCode::NoWorkspace => StatusCode::FORBIDDEN,
        ErrorCode::Conflict | ErrorCode::Cancelled | ErrorCode::WorkspaceNeedsUpgrade => StatusCode::CONFLICT,
        ErrorCode::File | ErrorCode::Database | ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
