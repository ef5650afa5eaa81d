//! One file per area of use cases. Each checks what a person handed in, asks the domain, changes rows and logs
//! the act in one transaction. Nothing here knows a window, a terminal or a spreadsheet's format.

pub mod account_numbers;
pub mod accounts;
pub mod carriers;
mod cells;
pub mod contacts;
pub mod corrections;
pub mod customers;
pub mod demo;
pub mod discovery;
pub mod imports;
pub mod members;
pub mod migrations;
pub mod numbers;
pub mod orders;
pub mod overview;
pub mod people;
mod port_request;
pub mod problems;
pub mod questionnaires;
mod saved_document;
pub mod saved_sites;
pub mod saved_views;
pub mod scripts;
pub mod sessions;
pub mod site_files;
pub mod sites;
pub mod status_sheets;
pub mod workspaces;

use crate::error::{ApiError, Result};

/// A text that must not be empty; outer white space goes.
fn required(field: &str, label: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ApiError::invalid(field, format!("{label} is missing.")));
    }
    Ok(text.to_owned())
}

/// A text that may be empty, which counts as absent.
fn optional(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// An IANA time zone.
fn time_zone(field: &str, text: &str) -> Result<String> {
    let text = required(field, "The time zone", text)?;
    if text.parse::<chrono_tz::Tz>().is_err() {
        return Err(ApiError::invalid(field, format!("'{text}' is not a time zone."))
            .hint("Use an IANA name such as America/Chicago or Europe/London."));
    }
    Ok(text)
}
