//! The typed values of one record, and what was learnt about rows without one.

use chrono::NaiveDate;

use super::{
    AccountNumberValues, AgentValues, AutoAttendantValues, CallQueueValues, Issue, OrderEventValues,
    ResourceAccountValues, SiteRowValues, SiteValues,
};
use crate::coded::coded_enum;
use crate::enums::{Disposition, ImportTarget, NumberUsage, PhoneNumberType, PortingStatus};
use crate::number::{E164, ParsedNumber};

coded_enum! {
    /// Why a row has no record.
    RowReason: "row_reason" {
        TitleRow => "title_row", GroupHeaderRow => "group_header_row", BlankRow => "blank_row",
        SectionRow => "section_row", TotalsRow => "totals_row", FootnoteRow => "footnote_row",
        PowershellTypeLine => "powershell_type_line", SepDirective => "sep_directive",
        RepeatedHeaderRow => "repeated_header_row", ColumnTypesRow => "column_types_row",
        ContinuationRow => "continuation_row", KeyValueRow => "key_value_row",
        DuplicateNumber => "duplicate_number", MergedRow => "merged_row",
        OtherTableRow => "other_table_row",
    }
}

/// The unit of an import: a row can yield several.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// 0-based place of its sheet among those that were read.
    pub sheet: usize,
    /// 1-based row of the sheet.
    pub source_row: u32,
    /// 0-based position among the records of its row.
    pub ordinal: u32,
    /// What it describes.
    pub entity: ImportTarget,
    /// The number's cell as it is written; empty when there is none.
    pub written: String,
    /// What was read; none when the row could not be read.
    pub values: Option<RecordValues>,
    /// Everything said about it; one error rejects it.
    pub issues: Vec<Issue>,
}

impl Record {
    /// The first error, which is the reason for the rejection.
    pub fn rejection(&self) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.is_error())
    }
}

/// The values of a record by what it describes.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(untagged)]
pub enum RecordValues {
    /// A number of the inventory.
    PhoneNumber(Box<NumberValues>),
    /// A person, perhaps with a number.
    EndUser(Box<PersonValues>),
    /// A resource account, perhaps with a number.
    ResourceAccount(Box<ResourceAccountValues>),
    /// A call queue.
    CallQueue(Box<CallQueueValues>),
    /// An agent of a call queue.
    CallQueueAgent(Box<AgentValues>),
    /// An auto attendant.
    AutoAttendant(Box<AutoAttendantValues>),
    /// A site.
    Site(Box<SiteValues>),
    /// A number on a losing carrier's record.
    LosingAccountNumber(Box<AccountNumberValues>),
    /// A line of a carrier's status export.
    PortOrderEvent(Box<OrderEventValues>),
    /// Something found at a site.
    SiteRow(Box<SiteRowValues>),
}

/// What a file says about a number; none = it says nothing.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields of the entity of the same name")]
pub struct NumberValues {
    pub e164: E164,
    /// Empty unless the number cell carries one.
    pub extension: String,
    pub number_type: Option<PhoneNumberType>,
    pub usage: Option<NumberUsage>,
    pub porting_status: Option<PortingStatus>,
    pub disposition: Option<Disposition>,
    pub description: Option<String>,
    /// Code of a known carrier, else its name as written.
    pub current_carrier: Option<String>,
    pub btn: Option<String>,
    pub rate_center: Option<String>,
    #[ts(type = "string | null")]
    pub foc_date: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub order_date: Option<NaiveDate>,
    pub notes: Option<String>,
    /// Key of the person who holds it: the lower-case UPN, else the user key.
    pub assigned_to: Option<String>,
    /// The short dial that people inside used for it; kept in the notes.
    pub legacy_extension: Option<String>,
}

impl NumberValues {
    /// A number about which nothing else is known.
    pub fn of(number: ParsedNumber) -> Self {
        Self {
            e164: number.e164,
            extension: number.extension,
            number_type: None,
            usage: None,
            porting_status: None,
            disposition: None,
            description: number.note,
            current_carrier: None,
            btn: None,
            rate_center: None,
            foc_date: None,
            order_date: None,
            notes: None,
            assigned_to: None,
            legacy_extension: None,
        }
    }

    /// The type to store for a new number; a toll-free number is never a person's.
    pub fn number_type_or_default(&self) -> PhoneNumberType {
        let default = if self.e164.is_toll_free() {
            PhoneNumberType::Other
        } else {
            PhoneNumberType::User
        };
        self.number_type.unwrap_or(default)
    }

    /// The Teams capability to store for a new number: attendants, queues and toll-free numbers need a voice
    /// application.
    pub fn usage_or_default(&self) -> NumberUsage {
        let voice_app = matches!(
            self.number_type,
            Some(PhoneNumberType::AutoAttendant | PhoneNumberType::CallQueue)
        );
        let default = if voice_app || self.e164.is_toll_free() {
            NumberUsage::VoiceApp
        } else {
            NumberUsage::User
        };
        self.usage.unwrap_or(default)
    }

    /// What becomes of a new number: fax, alarm, elevator and door lines stay undecided until somebody
    /// decides.
    pub fn disposition_or_default(&self) -> Disposition {
        let undecided = match self.number_type {
            Some(PhoneNumberType::Fax) => true,
            Some(PhoneNumberType::Other) => !self.e164.is_toll_free(),
            Some(
                PhoneNumberType::User
                | PhoneNumberType::AutoAttendant
                | PhoneNumberType::CallQueue
                | PhoneNumberType::ConferenceRoom
                | PhoneNumberType::Shared,
            )
            | None => false,
        };
        let default = if undecided {
            Disposition::Unknown
        } else {
            Disposition::Port
        };
        self.disposition.unwrap_or(default)
    }

    /// The notes to store: those of the file, and what has no column of its own.
    pub fn notes_to_store(&self) -> Option<String> {
        let lines: Vec<String> = self.notes.iter().cloned().chain(self.further_lines()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// The notes of a stored number after the import; lines alone are added once.
    pub fn notes_over(&self, old: Option<&str>) -> Option<String> {
        if self.notes.is_some() {
            return self.notes_to_store();
        }
        let mut notes = old.map(str::to_owned);
        for line in self.further_lines() {
            notes = match notes {
                Some(notes) if notes.lines().any(|old| old == line) => Some(notes),
                Some(notes) => Some(format!("{notes}\n{line}")),
                None => Some(line),
            };
        }
        notes
    }

    /// Extension and order date as lines of the notes.
    fn further_lines(&self) -> impl Iterator<Item = String> {
        let extension = self
            .legacy_extension
            .as_ref()
            .map(|extension| format!("Extension: {extension}"));
        let date = self
            .order_date
            .map(|date| format!("Order date: {}", date.format("%Y-%m-%d")));
        extension.into_iter().chain(date)
    }
}

/// What a file says about a person; none = it says nothing.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields of the entity of the same name")]
pub struct PersonValues {
    /// Trimmed and in lower case; none where the source has no UPN yet.
    pub upn: Option<String>,
    /// What the source calls the person by, where it has no UPN; in lower case.
    pub user_key: Option<String>,
    pub display_name: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub department: Option<String>,
    pub job_title: Option<String>,
    pub legacy_extension: Option<String>,
    pub email: Option<String>,
    /// Name of the site as the file has it.
    pub site: Option<String>,
    pub usage_location: Option<String>,
    pub license_sku: Option<String>,
    pub voice_routing_policy: Option<String>,
    pub dial_plan: Option<String>,
    #[ts(type = "string | null")]
    pub cutover_date: Option<NaiveDate>,
    pub notes: Option<String>,
    /// The primary number, which comes into the inventory assigned to the person.
    pub e164: Option<E164>,
    /// The extension that the number cell itself carries; empty when there is none.
    pub number_extension: String,
}

impl PersonValues {
    /// What tells the person from others: the UPN, else the user key.
    pub fn key(&self) -> &str {
        self.upn
            .as_deref()
            .or(self.user_key.as_deref())
            .unwrap_or_default()
    }

    /// The name to store for a new person: as given, else first and last name, else the UPN.
    pub fn display_name_or_default(&self) -> String {
        let parts: Vec<&str> = [&self.first_name, &self.last_name]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let joined = parts.join(" ");
        let fallback = if joined.is_empty() {
            self.key().to_owned()
        } else {
            joined
        };
        self.display_name.clone().unwrap_or(fallback)
    }

    /// The notes to store: those of the file and, so that it is not lost, the site's name where the customer has
    /// no such site.
    pub fn notes_to_store(&self, site_is_known: bool) -> Option<String> {
        let site = self.site.as_ref().filter(|_| !site_is_known);
        let line = site.map(|name| format!("Site: {name}"));
        match (&self.notes, line) {
            (Some(notes), Some(line)) => Some(format!("{notes}\n{line}")),
            (notes, line) => notes.clone().or(line),
        }
    }

    /// The notes of a stored person after the import; a file without notes leaves them alone.
    pub fn notes_over(&self, old: Option<&str>, site_is_known: bool) -> Option<String> {
        if self.notes.is_some() {
            self.notes_to_store(site_is_known)
        } else {
            old.map(str::to_owned)
        }
    }
}

/// A row without a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct IgnoredRow {
    /// 0-based place of its sheet among those that were read.
    pub sheet: usize,
    /// 1-based.
    pub source_row: u32,
    /// Why.
    pub reason: RowReason,
    /// The 1-based row whose record stands for this one too, for a duplicate and a merged row; that of a merged row
    /// is on another sheet.
    pub of_row: Option<u32>,
}

/// A cell that stood for more numbers than it spelt out.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ExpandedRange {
    /// 0-based place of its sheet among those that were read.
    pub sheet: usize,
    /// 1-based.
    pub source_row: u32,
    /// First number.
    pub from: E164,
    /// Last number.
    pub to: E164,
    /// How many numbers.
    pub count: usize,
    /// The numbers one by one, where they are a list such as `0115/16/17`; else empty.
    pub list: Vec<E164>,
}
