//! Rows of what is found at sites: places, networks, circuits, lines of machines, equipment, licenses, people.

use super::reader::Reader;
use super::site_row_values::{
    CircuitRow, ContactRow, DeviceRow, LicenseRow, SiteHints, SiteRow, SiteRowValues,
};
use super::site_rows::country_code;
use super::texts::text_of;
use super::{Issue, IssueCode, RecordValues, amounts};
use crate::coded::Coded;
use crate::entities::PostalAddress;
use crate::enums::{self, ImportTarget};
use crate::mapping::ImportField::{self, *};
use crate::workbook::Cell;

/// What was read of a row so far: remarks, and texts that have no field of their own.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) issues: Vec<Issue>,
    pub(super) lines: Vec<String>,
}

impl Told {
    pub(super) fn keep(&mut self, label: &str, text: &str) {
        self.lines.push(format!("{label}: {text}"));
    }
}

impl<'a> Reader<'a> {
    /// Reads a row that lists something found at a site.
    pub(super) fn found_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let entity = self.settings.target;
        let mut told = Told::default();
        let read = match entity {
            ImportTarget::EmergencyLocations => return self.location_row(source_row, row),
            ImportTarget::NetworkSegments => return self.segment_rows(source_row, row),
            ImportTarget::SpecialLines => return self.special_line_row(source_row, row),
            ImportTarget::Circuits => self.circuit(source_row, row, &mut told),
            ImportTarget::Devices => self.device(source_row, row, &mut told),
            ImportTarget::Licenses => self.license(source_row, row, &mut told),
            ImportTarget::Contacts => self.contact(source_row, row),
            ImportTarget::PhoneNumbers
            | ImportTarget::EndUsers
            | ImportTarget::ResourceAccounts
            | ImportTarget::CallQueues
            | ImportTarget::CallQueueAgents
            | ImportTarget::CallQueueGroups
            | ImportTarget::AutoAttendants
            | ImportTarget::Sites
            | ImportTarget::LosingAccountNumbers
            | ImportTarget::PortOrderEvents => return,
        };
        match read {
            Ok(found) => self.push_found(source_row, row, found, Vec::new(), told.issues),
            Err(issue) => self.reject(source_row, entity, issue),
        }
    }

    /// Adds what was found, with everything that says at which site.
    pub(super) fn push_found(
        &mut self,
        source_row: u32,
        row: &'a [Cell],
        found: SiteRow,
        names: Vec<String>,
        issues: Vec<Issue>,
    ) {
        let said = self.fields.cells(row, Site).find_map(|(_, cell)| text_of(cell));
        let chosen = self.text(row, Site).filter(|_| said.is_none());
        let hints = SiteHints {
            names,
            address: self.address(row),
            chosen,
        };
        let entity = found.entity();
        let values = SiteRowValues {
            site: said,
            hints,
            row: found,
        };
        self.push(
            source_row,
            entity,
            "",
            RecordValues::SiteRow(Box::new(values)),
            issues,
        );
    }

    /// The address of the row, its street in one line.
    fn address(&self, row: &'a [Cell]) -> PostalAddress {
        let house = [HouseNumber, HouseNumberSuffix].map(|field| self.text(row, field).unwrap_or_default());
        let parts = [
            Some(house.concat()),
            self.text(row, Street),
            self.text(row, StreetSuffix),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        PostalAddress {
            street: (!parts.is_empty()).then(|| parts.join(" ")),
            city: self.text(row, City),
            state: self.text(row, State),
            postal_code: self.text(row, PostalCode),
            country: self.text(row, Country).map(country_code),
        }
    }

    /// The notes of the row and what has no field of its own.
    pub(super) fn found_notes(&self, row: &'a [Cell], told: &mut Told) -> Option<String> {
        let mut lines: Vec<String> = self.fields.notes(row).into_iter().collect();
        lines.append(&mut told.lines);
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn circuit(&mut self, source_row: u32, row: &'a [Cell], told: &mut Told) -> Result<SiteRow, Issue> {
        let Some(carrier_name) = self.carrier_name(row, source_row) else {
            let why = "The row names no carrier.";
            return Err(Issue::error(IssueCode::MissingIdentity, Carrier, "", why));
        };
        let written = self.text(row, CircuitKind);
        let kind = written
            .as_deref()
            .and_then(|text| self.coded_text(CircuitKind, text));
        let Some(kind) = kind else {
            let why = "Say whether it is a PRI, a SIP trunk or an analog line.";
            return Err(Issue::error(
                IssueCode::UnknownKind,
                CircuitKind,
                &written.unwrap_or_default(),
                why,
            ));
        };
        if let Some(text) = written.filter(|text| !text.eq_ignore_ascii_case(kind_code(kind))) {
            told.keep("Kind", &text);
        }
        if let Some(text) = self.text(row, Description) {
            told.lines.push(text);
        }
        let channels = self.amount(row, Channels, "Channels", source_row, told, amounts::count);
        Ok(SiteRow::Circuit(Box::new(CircuitRow {
            carrier_name,
            kind,
            circuit_id: self.text(row, CircuitId),
            channels: channels.filter(|channels| *channels > 0),
            btn: self.text(row, Btn),
            contract_end: self.dated(row, ContractEnd, "Contract end", source_row, told),
            monthly_cost_cents: self.amount(
                row,
                MonthlyCost,
                "Monthly cost",
                source_row,
                told,
                amounts::cents,
            ),
            disconnect_on: self.dated(row, DisconnectOn, "Disconnect on", source_row, told),
            notes: self.found_notes(row, told),
        })))
    }

    /// The carrier by its usual name.
    fn carrier_name(&mut self, row: &'a [Cell], source_row: u32) -> Option<String> {
        let text = self.name(row, Carrier, source_row)?;
        let code = self.code(Carrier, &text).map(|(_, code)| code);
        let known = crate::mapping::CARRIERS
            .iter()
            .find(|it| code.as_deref() == Some(it.code));
        Some(known.map_or(text, |carrier| carrier.name.to_owned()))
    }

    fn device(&mut self, source_row: u32, row: &'a [Cell], told: &mut Told) -> Result<SiteRow, Issue> {
        let (vendor, model) = (
            self.name(row, Vendor, source_row),
            self.name(row, Model, source_row),
        );
        let written = self.text(row, DeviceKind);
        if written.is_none() && model.is_none() {
            let why = "The row names neither a kind of equipment nor a model.";
            return Err(Issue::error(IssueCode::MissingIdentity, Model, "", why));
        }
        let kind = written
            .as_deref()
            .and_then(|text| self.coded_text(DeviceKind, text));
        if let Some(text) = written.filter(|_| kind.is_none()) {
            told.keep("Kind", &text);
        }
        Ok(SiteRow::Device(Box::new(DeviceRow {
            kind: kind.unwrap_or(enums::DeviceKind::Other),
            vendor,
            model,
            quantity: self.required_count(row, Quantity)?,
            is_kept: self.flag(row, IsKept, "Kept", told),
            location: self.name(row, Place, source_row),
            notes: self.found_notes(row, told),
        })))
    }

    fn license(&mut self, source_row: u32, row: &'a [Cell], told: &mut Told) -> Result<SiteRow, Issue> {
        let Some(sku) = self.name(row, LicenseSku, source_row) else {
            let why = "The row names no license.";
            return Err(Issue::error(IssueCode::MissingIdentity, LicenseSku, "", why));
        };
        Ok(SiteRow::License(Box::new(LicenseRow {
            sku,
            quantity: self.required_count(row, Quantity)?,
            assigned: self.amount(
                row,
                AssignedQuantity,
                "Assigned",
                source_row,
                told,
                amounts::count,
            ),
            monthly_cost_cents: self.amount(
                row,
                MonthlyCost,
                "Monthly cost",
                source_row,
                told,
                amounts::cents,
            ),
            notes: self.found_notes(row, told),
        })))
    }

    fn contact(&mut self, source_row: u32, row: &'a [Cell]) -> Result<SiteRow, Issue> {
        let Some(name) = self.name(row, ContactName, source_row) else {
            let why = "The row names nobody.";
            return Err(Issue::error(IssueCode::MissingIdentity, ContactName, "", why));
        };
        let written = self.text(row, ContactKind);
        let kind = written
            .as_deref()
            .and_then(|text| self.coded_text(ContactKind, text));
        let title = self
            .text(row, JobTitle)
            .or_else(|| written.filter(|_| kind.is_none()));
        Ok(SiteRow::Contact(Box::new(ContactRow {
            name,
            kind,
            title,
            email: self.text(row, Email),
            phone: self.text(row, ContactPhone),
        })))
    }

    /// The code of a text, where it stands for one.
    pub(super) fn coded_text<T: Coded>(&mut self, field: ImportField, text: &str) -> Option<T> {
        let (_, code) = self.code(field, text)?;
        T::from_code(&code)
    }

    /// How many there are: one where the list does not count.
    fn required_count(&self, row: &'a [Cell], field: ImportField) -> Result<i64, Issue> {
        let text = match self.text(row, field) {
            Some(text) => text,
            None if self.fields.has(field) => String::new(),
            None => return Ok(1),
        };
        amounts::count(&text).ok_or_else(|| {
            let why = "This is no count that can be read.";
            Issue::error(IssueCode::InvalidAmount, field, &text, why)
        })
    }

    /// A count or a sum; what cannot be read is kept in the notes and remarked upon.
    fn amount(
        &mut self,
        row: &'a [Cell],
        field: ImportField,
        label: &str,
        source_row: u32,
        told: &mut Told,
        read: fn(&str) -> Option<i64>,
    ) -> Option<i64> {
        let text = self.text(row, field)?;
        let found = read(&text);
        if found.is_none() {
            let why = "This amount cannot be read for certain; it was kept in the notes.";
            told.issues
                .push(Issue::warning(IssueCode::InvalidAmount, field, &text, why));
            told.keep(label, &text);
            self.warnings.add(IssueCode::InvalidAmount, source_row);
        }
        found
    }

    /// A day; what cannot be read is kept in the notes.
    fn dated(
        &mut self,
        row: &'a [Cell],
        field: ImportField,
        label: &str,
        source_row: u32,
        told: &mut Told,
    ) -> Option<chrono::NaiveDate> {
        let found = self.date(row, field, source_row, &mut told.issues);
        if let Some(text) = self.text(row, field).filter(|_| found.is_none()) {
            told.keep(label, &text);
        }
        found
    }

    /// A yes or a no; anything else is kept in the notes.
    fn flag(&self, row: &'a [Cell], field: ImportField, label: &str, told: &mut Told) -> Option<bool> {
        let text = self.text(row, field)?;
        match text.to_lowercase().as_str() {
            "yes" | "y" | "true" | "x" | "keep" | "reuse" => Some(true),
            "no" | "n" | "false" | "replace" | "retire" => Some(false),
            _ => {
                told.keep(label, &text);
                None
            }
        }
    }
}

fn kind_code(kind: enums::CircuitKind) -> &'static str {
    kind.code()
}
