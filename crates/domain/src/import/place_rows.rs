//! Rows of places that help can be sent to, and of the parts of the network that lead there.

use super::found_rows::Told;
use super::number_cells::Said;
use super::place_words::{Within, within};
use super::reader::Reader;
use super::site_row_values::{ContactRow, LocationRow, SegmentRow, SiteHints, SiteRow, SiteRowValues};
use super::site_rows::country_code;
use super::texts::text_of;
use super::{Issue, IssueCode, NumberValues, RecordValues};
use crate::discovery::networks::canonical;
use crate::enums::{ImportTarget, NetworkKind, PhoneNumberType};
use crate::mapping::ImportField::*;
use crate::number::Country as IsoCountry;
use crate::workbook::Cell;

impl<'a> Reader<'a> {
    pub(super) fn location_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let mut told = Told::default();
        let described = self.name(row, Description, source_row);
        let named = self.name(row, EmergencyLocation, source_row);
        let Some(name) = named.clone().or_else(|| described.clone()) else {
            let why = "The row names no emergency location.";
            let issue = Issue::error(IssueCode::MissingIdentity, EmergencyLocation, "", why);
            return self.reject(source_row, ImportTarget::EmergencyLocations, issue);
        };
        let elin = match self.said(self.fields.cell(row, Elin), Elin, source_row, &mut told.issues) {
            Ok(Said::Numbers(numbers)) => numbers.numbers.into_iter().next(),
            Ok(Said::Nothing | Said::Extension(_)) => None,
            Err(issue) => return self.reject(source_row, ImportTarget::EmergencyLocations, issue),
        };
        let mut place = self.address_parts(row, source_row, &mut told);
        place.name.clone_from(&name);
        place.elin = elin.as_ref().map(|number| number.e164.to_string());
        self.parts_within(row, &mut place, &mut told);
        place.notes = self.found_notes(row, &mut told);
        let hints = described
            .into_iter()
            .chain(named)
            .chain(place.company_name.clone())
            .collect();
        let found = SiteRow::EmergencyLocation(Box::new(place));
        self.push_found(source_row, row, found, hints, told.issues);
        if let Some(number) = elin {
            // The number is ported like any other, and is nobody's: emergency services call it back.
            let issues = self.fictitious(&number.e164).into_iter().collect();
            let mut values = NumberValues::of(number);
            values.number_type = Some(PhoneNumberType::Other);
            values.description = values.description.or(Some(name));
            let written = text_of(self.fields.cell(row, Elin)).unwrap_or_default();
            let values = RecordValues::PhoneNumber(Box::new(values));
            self.push(source_row, ImportTarget::PhoneNumbers, &written, values, issues);
        }
    }

    fn address_parts(&mut self, row: &'a [Cell], source_row: u32, told: &mut Told) -> LocationRow {
        let country = self.text(row, Country).map(country_code);
        let is_code = |code: &String| code.parse::<IsoCountry>().is_ok();
        if let Some(text) = country.as_ref().filter(|code| !is_code(code)) {
            told.keep("Country", text);
        }
        let postal_code = self.postal_code(row, source_row, &mut told.issues);
        let mut place = LocationRow {
            name: String::new(),
            company_name: self.text(row, CompanyName),
            building: self.text(row, Building),
            floor: self.text(row, Floor),
            room: self.text(row, Room),
            house_number: self.text(row, HouseNumber),
            house_number_suffix: self.text(row, HouseNumberSuffix),
            street_name: self.text(row, Street),
            street_suffix: self.text(row, StreetSuffix),
            city: self.text(row, City),
            state: self.text(row, State),
            postal_code,
            country: country.filter(is_code),
            elin: None,
            notes: None,
        };
        let line = place.street_name.clone().filter(|_| place.house_number.is_none());
        if let Some((number, suffix, street)) = line.as_deref().and_then(numbered) {
            place.house_number = Some(number.to_owned());
            place.house_number_suffix = place
                .house_number_suffix
                .or_else(|| (!suffix.is_empty()).then(|| suffix.to_owned()));
            place.street_name = Some(street.to_owned());
        }
        place
    }

    /// A text such as `Floor 4` says which part of the building is meant, where no column does.
    fn parts_within(&self, row: &'a [Cell], place: &mut LocationRow, told: &mut Told) {
        let written = self.text(row, Place);
        for text in [written.clone(), Some(place.name.clone())].into_iter().flatten() {
            let part = match within(&text) {
                Some(Within::Building) => &mut place.building,
                Some(Within::Floor) => &mut place.floor,
                Some(Within::Room) => &mut place.room,
                None => {
                    if written.as_ref() == Some(&text) {
                        told.keep("Location", &text);
                    }
                    continue;
                }
            };
            part.get_or_insert(text);
        }
    }

    /// One record for each part of the network that the row names.
    pub(super) fn segment_rows(&mut self, source_row: u32, row: &'a [Cell]) {
        let entity = ImportTarget::NetworkSegments;
        let text = |field| self.text(row, field);
        let mut parts = Vec::new();
        if let Some(subnet) = text(Subnet) {
            let mask = text(SubnetMask).filter(|_| !subnet.contains('/'));
            let whole = mask.map_or_else(
                || subnet.clone(),
                |mask| format!("{subnet}/{}", mask.trim_start_matches('/')),
            );
            parts.push((NetworkKind::Subnet, Subnet, whole, String::new()));
        }
        if let Some(chassis) = text(ChassisId) {
            match text(SwitchPort) {
                Some(port) => parts.push((NetworkKind::SwitchPort, ChassisId, chassis, port)),
                None => parts.push((NetworkKind::Switch, ChassisId, chassis, String::new())),
            }
        }
        if let Some(bssid) = text(Bssid) {
            parts.push((NetworkKind::AccessPoint, Bssid, bssid, String::new()));
        }
        if parts.is_empty() {
            let why = "The row names no subnet, switch or access point.";
            return self.reject(
                source_row,
                entity,
                Issue::error(IssueCode::MissingIdentity, Subnet, "", why),
            );
        }
        let emergency_location = self.name(row, EmergencyLocation, source_row);
        let description = self.name(row, Description, source_row);
        for (kind, field, written, port) in parts {
            let canonical = match canonical(kind, &written, &port) {
                Ok(canonical) => canonical,
                Err(error) => {
                    let text = error.to_string();
                    let issue = Issue::error(IssueCode::InvalidIdentifier, field, &written, text);
                    self.reject(source_row, entity, issue);
                    continue;
                }
            };
            let note = canonical.note;
            let remark = note.map(|note| Issue::warning(IssueCode::InvalidIdentifier, field, &written, note));
            let found = SiteRow::NetworkSegment(Box::new(SegmentRow {
                kind,
                identifier: canonical.identifier,
                port: canonical.port,
                emergency_location: emergency_location.clone(),
                description: description.clone(),
            }));
            let names = emergency_location.iter().chain(&description).cloned().collect();
            self.push_found(source_row, row, found, names, remark.into_iter().collect());
        }
    }

    /// What a site's own row says beside the site: its emergency location and whom to ask.
    pub(super) fn found_at_site(&mut self, site: &str, source_row: u32, row: &'a [Cell]) {
        let mut found = Vec::new();
        if let Some(name) = self.name(row, EmergencyLocation, source_row) {
            let mut told = Told::default();
            let mut place = self.address_parts(row, source_row, &mut told);
            place.name = name;
            found.push(SiteRow::EmergencyLocation(Box::new(place)));
        }
        if let Some(name) = self.name(row, ContactName, source_row) {
            found.push(SiteRow::Contact(Box::new(ContactRow {
                name,
                kind: None,
                title: None,
                email: None,
                phone: None,
            })));
        }
        for row in found {
            let values = SiteRowValues {
                site: Some(site.to_owned()),
                hints: SiteHints::default(),
                row,
            };
            let entity = values.row.entity();
            let values = RecordValues::SiteRow(Box::new(values));
            self.push(source_row, entity, "", values, Vec::new());
        }
    }
}

/// House number, what follows it, and the street of a line such as `2200B Sample Creek Pkwy`; none where the line does
/// not begin with a number.
fn numbered(line: &str) -> Option<(&str, &str, &str)> {
    let (first, street) = line.trim().split_once(' ')?;
    let end = first.find(|c: char| !c.is_ascii_digit()).unwrap_or(first.len());
    let (number, suffix) = first.split_at(end);
    let fits = !number.is_empty() && suffix.chars().count() <= 1 && suffix.chars().all(char::is_alphabetic);
    fits.then_some((number, suffix, street.trim()))
}
