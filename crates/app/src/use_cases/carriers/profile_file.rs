//! The JSON form of a profile. Whatever is wrong in a file is told with its place; nothing unknown is swallowed.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use portflow_domain::porting::carrier::{
    CarrierProfile, FieldLimit, PortRules, SheetColumn, SheetTitleRow, WorkbookCell, WorkbookColumn,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::sheet::OwnWorkbook;
use super::sheet::checked_workbook;
use crate::error::{ApiError, ErrorCode, Result};

/// The largest file that is read as a profile, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;

/// A profile as a file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ProfileFile {
    #[serde(flatten)]
    pub(super) profile: CarrierProfile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) workbook_file: Option<WorkbookFile>,
}

/// The carrier's own workbook inside the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WorkbookFile {
    file_name: String,
    base64: String,
}

impl WorkbookFile {
    pub(super) fn of(file_name: String, content: &[u8]) -> Self {
        Self {
            file_name,
            base64: STANDARD.encode(content),
        }
    }
}

/// What a file says.
///
/// # Errors
/// Anything that is no profile, with the line or the field at fault.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<(CarrierProfile, Option<OwnWorkbook>)> {
    let not_one = |why: &str| {
        ApiError::new(
            ErrorCode::File,
            format!("'{file}' is not a carrier profile: {why}."),
        )
        .hint("Export a carrier to see the form: code, name, portRules and sheetTemplate.")
    };
    if bytes.len() > LARGEST {
        return Err(not_one(&format!("it is larger than {} MB", LARGEST >> 20)));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let given: Value = serde_json::from_slice(bytes).map_err(|error| not_one(&error.to_string()))?;
    if !given.is_object() {
        return Err(not_one("it does not begin with { and a profile"));
    }
    let parsed: ProfileFile = serde_json::from_value(given.clone()).map_err(|error| {
        let place = place_of_error(&given).map_or(String::new(), |place| format!("at {place}: "));
        not_one(&format!("{place}{error}"))
    })?;
    let kept = serde_json::to_value(&parsed).map_err(|error| ApiError::internal(&error))?;
    if let Some(unknown) = unknown_field(&given, &kept, "") {
        return Err(not_one(&format!("it has no field '{unknown}'")));
    }
    let workbook = match parsed.workbook_file {
        None => None,
        Some(own) => {
            let content = STANDARD
                .decode(own.base64.trim())
                .map_err(|error| not_one(&format!("at workbookFile.base64: {error}")))?;
            Some(checked_workbook(
                own.file_name,
                content,
                &parsed.profile.sheet_template,
            )?)
        }
    };
    if parsed.profile.sheet_template.workbook.is_some() && workbook.is_none() {
        return Err(not_one(
            "it fills in a workbook and has none inside (workbookFile)",
        ));
    }
    Ok((parsed.profile, workbook))
}

/// The first part of the file that cannot be read on its own.
fn place_of_error(given: &Value) -> Option<String> {
    for name in ["code", "name", "portRules", "sheetTemplate"] {
        if given.get(name).is_none() {
            return Some(name.to_owned());
        }
    }
    let rules = given["portRules"].as_object();
    for (name, value) in rules.into_iter().flatten() {
        let alone = Value::Object(Map::from_iter([(name.clone(), value.clone())]));
        if serde_json::from_value::<PortRules>(alone).is_err() {
            return Some(format!("portRules.{name}"));
        }
    }
    let sheet = &given["sheetTemplate"];
    let parts = [
        first_bad::<SheetTitleRow>(&sheet["titleRows"], "sheetTemplate.titleRows"),
        first_bad::<SheetColumn>(&sheet["columns"], "sheetTemplate.columns"),
        first_bad::<FieldLimit>(&sheet["limits"], "sheetTemplate.limits"),
        first_bad::<WorkbookCell>(&sheet["workbook"]["cells"], "sheetTemplate.workbook.cells"),
        first_bad::<WorkbookColumn>(&sheet["workbook"]["columns"], "sheetTemplate.workbook.columns"),
    ];
    parts.into_iter().flatten().next()
}

fn first_bad<T: DeserializeOwned>(list: &Value, place: &str) -> Option<String> {
    let bad = |value: &Value| serde_json::from_value::<T>(value.clone()).is_err();
    let index = list.as_array()?.iter().position(bad)?;
    Some(format!("{place}.{index}"))
}

/// The first field of `given` that was not taken over into `kept`.
fn unknown_field(given: &Value, kept: &Value, place: &str) -> Option<String> {
    let inside = |name: &str| match place {
        "" => name.to_owned(),
        place => format!("{place}.{name}"),
    };
    match (given, kept) {
        (Value::Object(given), Value::Object(kept)) => given.iter().find_map(|(name, value)| {
            let place = inside(name);
            match kept.get(name) {
                Some(kept) => unknown_field(value, kept, &place),
                None if value.is_null() => None,
                None => Some(place),
            }
        }),
        (Value::Array(given), Value::Array(kept)) => {
            let pairs = given.iter().zip(kept).enumerate();
            let mut found = pairs.map(|(index, (given, kept))| (inside(&index.to_string()), given, kept));
            found.find_map(|(place, given, kept)| unknown_field(given, kept, &place))
        }
        _ => None,
    }
}
