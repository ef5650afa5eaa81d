//! Who a row is about: the user principal name, else what the source calls the person.

use super::reader::Reader;
use super::texts::{is_invisible, text_of};
use super::{Issue, IssueCode};
use crate::mapping::{ImportField, normalise_header};
use crate::workbook::Cell;

/// What tells the person of a row from others.
#[derive(Debug, Default)]
pub(super) struct Identity {
    /// The user principal name.
    pub(super) upn: Option<String>,
    /// The source's own key, in lower case.
    pub(super) user_key: Option<String>,
}

impl Identity {
    /// Whether the row names anybody.
    pub(super) fn is_known(&self) -> bool {
        self.upn.is_some() || self.user_key.is_some()
    }
}

impl<'a> Reader<'a> {
    /// The identity that the columns give; a mail address serves as the user principal name where the file has
    /// none.
    pub(super) fn identity(&mut self, row: &'a [Cell], source_row: u32) -> Result<Identity, Issue> {
        let mut cell = self.fields.cell(row, ImportField::Upn);
        if cell.is_blank() {
            cell = self.fields.cell(row, ImportField::Email);
        }
        let upn = match text_of(cell) {
            Some(_) => Some(self.upn(cell, source_row)?),
            None => None,
        };
        if self.marks.is_guest(row) {
            return Err(guest(upn.as_deref().unwrap_or_default()));
        }
        let user_key = self.name(row, ImportField::UserKey, source_row);
        let user_key = user_key.map(|key| key.to_lowercase());
        Ok(Identity { upn, user_key })
    }

    /// Whether the file has a column of user principal names; one of mail addresses is none.
    pub(super) fn has_upn_column(&self) -> bool {
        self.fields.indexes(ImportField::Upn).any(|index| {
            let mut header = normalise_header(self.fields.header(index));
            header.retain(|c| c.is_alphanumeric());
            let names = ["upn", "principal", "user", "login", "logon", "signin", "teams"];
            !header.contains("mail") || names.iter().any(|name| header.contains(name))
        })
    }

    /// Reads a user principal name, trimmed and in lower case.
    pub(super) fn upn(&mut self, cell: &Cell, source_row: u32) -> Result<String, Issue> {
        let text = text_of(cell).unwrap_or_default();
        let hidden = |c: char| is_invisible(c) || matches!(c, '\u{200c}' | '\u{200d}');
        let upn: String = text
            .chars()
            .filter(|c| !hidden(*c))
            .collect::<String>()
            .to_lowercase();
        let upn = ["sip:", "smtp:", "mailto:"]
            .iter()
            .find_map(|scheme| upn.strip_prefix(scheme))
            .unwrap_or(&upn)
            .trim()
            .to_owned();
        if upn.contains("#ext#") {
            return Err(guest(&text));
        }
        if !is_upn(&upn) {
            let why = if upn.is_ascii() {
                "A user principal name looks like name@example.com."
            } else {
                "A user principal name looks like name@example.com and has letters a to z only; this one holds \
                 others, perhaps one that looks alike."
            };
            return Err(Issue::error(IssueCode::InvalidUpn, ImportField::Upn, &text, why));
        }
        match cell {
            Cell::Text(raw) if *raw == upn => {}
            // Directories keep the case somebody once typed; in a list kept by hand it is a slip like any other.
            Cell::Text(raw) if raw.to_lowercase() == upn && self.settings.format_id.is_some() => {
                self.warnings.add(IssueCode::UpnCaseNormalised, source_row);
            }
            Cell::Text(_)
            | Cell::Empty
            | Cell::Number(_)
            | Cell::Date(_)
            | Cell::Bool(_)
            | Cell::Error(_) => {
                self.warnings.add(IssueCode::UpnTrimmedOrLowercased, source_row);
            }
        }
        Ok(upn)
    }
}

fn guest(value: &str) -> Issue {
    let why = "This is a guest account, which cannot hold a number.";
    Issue::error(IssueCode::GuestAccount, ImportField::Upn, value, why)
}

/// The row's SIP address, which may be the user principal name that is missing.
pub(super) fn sip_address(row: &[Cell]) -> Option<String> {
    let addresses = row.iter().filter_map(|cell| match cell {
        Cell::Text(text) => Some(text.trim()),
        Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => None,
    });
    let is_sip = |text: &&str| {
        text.get(..4)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("sip:"))
    };
    addresses
        .filter(is_sip)
        .map(|text| text[4..].to_lowercase())
        .find(|text| is_upn(text))
}

/// A customer's tenant domain in the form in which it ends a user principal name; none when it can end none.
pub fn upn_domain(text: &str) -> Option<String> {
    let domain = text.trim().trim_start_matches('@').to_lowercase();
    is_upn(&format!("a@{domain}")).then_some(domain)
}

/// Entra ID's rule in short: one @, a dotted domain, ASCII letters, digits and a few signs.
pub(super) fn is_upn(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let allowed = |c: char| c.is_ascii_alphanumeric() || "'.-_!#^~".contains(c);
    let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    !name.is_empty()
        && name.chars().all(allowed)
        && !name.ends_with('.')
        && domain.chars().all(host)
        && domain.split('.').count() >= 2
        && domain.split('.').all(|label| !label.is_empty())
}
