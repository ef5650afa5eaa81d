//! What stands in the way of reading or committing a sheet, in words for the person who chose it. Each cause is a
//! question that the review asks in place; only the dry run and the commit refuse because of it.

use portflow_domain::enums::ImportTarget;
use portflow_domain::import::ImportSettings;
use portflow_domain::mapping::{ImportField, Refusal, normalise_header};
use portflow_domain::workbook::column_letters;

use crate::error::{ApiError, ErrorCode};
use crate::imported_files::Planned;

/// How a sheet is named: by its file alone where that has only one.
pub(super) fn place(file: &str, sheets: usize, sheet: &str) -> String {
    if sheets > 1 {
        format!("sheet '{sheet}' of '{file}'")
    } else {
        format!("'{file}'")
    }
}

/// Whether there is no sense in reading the rows before it is answered.
pub(super) fn stops_reading(problem: &ApiError) -> bool {
    problem.cause.as_deref() != Some("duplicate_headers")
}

/// A list of calls, or the configuration of a telephone system.
pub(super) fn refused(of: &str, refusal: Refusal) -> ApiError {
    let message = format!("{}: {}", capitalised(of), refusal.message);
    ApiError::new(ErrorCode::File, message)
        .caused_by(refusal.code)
        .hint(refusal.hint)
}

/// A header and nothing below it.
pub(super) fn header_only(of: &str) -> ApiError {
    let message = format!("{} has a header and no rows: 0 rows to import.", capitalised(of));
    ApiError::new(ErrorCode::File, message)
        .caused_by("header_only")
        .hint("Export the list again, or choose another file.")
}

/// Without the column that identifies its rows a sheet cannot be read at all.
pub(super) fn no_identity(of: &str, target: ImportTarget, settings: &ImportSettings) -> Option<ApiError> {
    use ImportField::*;
    let (fields, words): (&[ImportField], _) = match target {
        ImportTarget::PhoneNumbers => (&[E164, NumberMask], "a UPN nor a number column"),
        ImportTarget::EndUsers => (
            // A name alone tells nobody apart.
            &[Upn, UserKey, Email, Extension, E164, NumberMask],
            "a UPN nor a number column",
        ),
        ImportTarget::ResourceAccounts => (&[Upn, DisplayName], "a UPN nor a name column"),
        ImportTarget::CallQueues => (&[Name], "a column with the queue's name nor its number"),
        ImportTarget::CallQueueAgents => (&[CallQueue, AgentGroup], "a queue nor an agent column"),
        ImportTarget::CallQueueGroups => (&[AgentGroup], "a queue nor a group column"),
        ImportTarget::AutoAttendants => (&[Name], "a column with the attendant's name nor its number"),
        ImportTarget::Sites => (&[Name, SiteCode, Street], "a site's name nor its address column"),
        ImportTarget::LosingAccountNumbers => (&[E164], "a number nor a range column"),
        ImportTarget::PortOrderEvents => (&[Pon, E164], "an order number nor a number column"),
        ImportTarget::EmergencyLocations => (
            &[EmergencyLocation, Description],
            "a column with the location's name nor its description",
        ),
        ImportTarget::NetworkSegments => (
            &[Subnet, ChassisId, Bssid],
            "a subnet nor a switch or access point column",
        ),
        ImportTarget::Circuits => (
            &[CircuitKind],
            "a column with the kind of circuit nor one that means it",
        ),
        ImportTarget::SpecialLines => (
            &[SpecialLineKind, Place, Description],
            "a kind nor a place column",
        ),
        ImportTarget::Devices => (&[DeviceKind, Model], "a kind nor a model column"),
        ImportTarget::Licenses => (&[LicenseSku], "a license nor a product column"),
        ImportTarget::Contacts => (&[ContactName], "a name nor a contact column"),
    };
    let has = |column: &portflow_domain::mapping::ColumnMap| {
        column.field.is_some_and(|field| fields.contains(&field))
    };
    if settings.columns.iter().any(has) {
        return None;
    }
    let message = format!("Neither {words} was found in {of}.");
    let told = ApiError::invalid("columns", message).caused_by("no_identity_column");
    Some(told.hint("Choose that column, another header row, or another kind of rows."))
}

/// Two columns with one name, of which one is meant: the person says which.
pub(super) fn duplicate_headers(of: &str, settings: &ImportSettings) -> Option<ApiError> {
    let columns = &settings.columns;
    let twice = columns.iter().find_map(|column| {
        column.field?;
        let name = normalise_header(&column.header);
        let other = columns.iter().find(|other| {
            other.index != column.index
                && !name.is_empty()
                && other.group == column.group
                && normalise_header(&other.header) == name
        })?;
        Some((
            column.index.min(other.index),
            column.index.max(other.index),
            &column.header,
        ))
    });
    let (first, second, header) = twice?;
    let message = format!(
        "{} has two columns called \"{header}\": {} and {}.",
        capitalised(of),
        column_letters(first),
        column_letters(second)
    );
    let told = ApiError::invalid("columns", message).caused_by("duplicate_headers");
    Some(told.hint("Say which of them counts, and leave the other out or keep it in the notes."))
}

/// Rows that are read and shown, and are no rows of a migration.
pub(super) fn not_to_commit(planned: &Planned) -> Option<ApiError> {
    let not_rows = |target| {
        matches!(
            target,
            ImportTarget::LosingAccountNumbers | ImportTarget::PortOrderEvents
        )
    };
    let sheet = planned
        .sheets
        .iter()
        .find(|sheet| not_rows(sheet.settings.target));
    if let Some(sheet) = sheet {
        let message = format!("'{}' lists no rows of a migration.", sheet.label);
        let told = ApiError::invalid("sheets", message).caused_by("not_rows_of_a_migration");
        return Some(told.hint("Leave this sheet out, or choose another kind of rows."));
    }
    let nothing = planned.plan.records.is_empty();
    nothing.then(|| {
        let told = ApiError::invalid("sheets", "There are 0 rows to import.").caused_by("no_rows");
        told.hint("Choose another sheet, or another row as the header.")
    })
}

/// Nothing to suggest: every sheet is hidden or empty.
pub(super) fn no_visible_sheet(hidden: &[String]) -> ApiError {
    if hidden.is_empty() {
        let told = ApiError::new(ErrorCode::File, "No sheet holds any rows.").caused_by("no_rows");
        return told.hint("Export the list again, or choose another file.");
    }
    let message = format!("Every sheet with rows is hidden: {}.", hidden.join(", "));
    ApiError::invalid("sheets", message)
        .caused_by("hidden_sheets_only")
        .hint("Choose the hidden sheet if you want to import it.")
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
