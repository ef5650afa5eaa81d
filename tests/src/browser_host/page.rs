//! The built user interface as files.

use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::path::{Component, Path};
use std::sync::Arc;

use crate::Host;

/// A file of the built user interface. Every address without a file belongs to the page's own router.
pub async fn serve(State(host): State<Arc<Host>>, uri: Uri) -> Response {
    let asked = Path::new(uri.path().trim_start_matches('/'));
    if !asked
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return StatusCode::NOT_FOUND.into_response();
    }
    let is_file = asked.extension().is_some();
    let path = host
        .dist
        .join(if is_file { asked } else { Path::new("index.html") });
    match tokio::fs::read(&path).await {
        Ok(bytes) => ([(header::CONTENT_TYPE, media_type(&path))], bytes).into_response(),
        Err(_) if is_file => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            let why = format!(
                "{}: {error}. Build the page first: npm run build in ui.",
                path.display()
            );
            (StatusCode::NOT_FOUND, why).into_response()
        }
    }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
