//! What becomes of a row that was found at a site: first which site is meant, then what is stored of it already.

use serde_json::{Value, json};

use super::conflicts::{Comparison, fields_of};
use super::people::folded;
use super::planner::{Place, Planner};
use super::site_row_values::{SiteHints, SiteRow, SiteRowValues};
use super::{Issue, IssueCode, PlannedRecord, SiteValues, Stored};
use crate::discovery::addresses::{Comparison as Addresses, compare};
use crate::entities::PostalAddress;
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;

impl Planner<'_> {
    pub(super) fn found(&mut self, place: Place, values: &mut SiteRowValues, planned: &mut PlannedRecord) {
        if let Err(issue) = self.settle_site(values) {
            self.warnings.on_sheet(issue.code, place.sheet, place.row);
            return planned.record.issues.push(issue);
        }
        let entity = values.row.entity();
        let key = values.key();
        if let Err(issue) = self.first(place, entity, &key, identity(entity)) {
            return planned.record.issues.push(issue);
        }
        self.settle_location(place, values, planned);
        planned.outcome = ImportOutcome::Inserted;
        let Some(stored) = self.existing.site_row(entity, &key) else {
            return;
        };
        planned.stored = Some(Stored::SiteRows {
            kind: entity,
            id: stored.id,
            revision: stored.revision,
        });
        let (now, last) = (&stored.values.row, stored.last_import.as_ref());
        let mut compared = Comparison::new(entity, key, self.choices, &values.row, now, last);
        let stored = fields_of(now);
        for field in fields_of(&values.row).keys() {
            compared.field(field, default(field, &stored));
        }
        planned.settle(compared, None);
    }

    /// Writes the site's own name into the row. What the row calls its site comes first, then a text or an address that
    /// is that of one site alone, then what somebody chose for rows without one. Nothing else is tried.
    fn settle_site(&self, values: &mut SiteRowValues) -> Result<(), Issue> {
        let hints = &values.hints;
        let found = match &values.site {
            Some(said) => self.site_called(said),
            None => hints
                .names
                .iter()
                .find_map(|name| self.site_called(name))
                .or_else(|| self.site_at(&hints.address))
                .or_else(|| self.site_called(hints.chosen.as_ref()?)),
        };
        if found.is_some() {
            values.site = found;
            return Ok(());
        }
        if self.existing.is_file_alone() {
            values.site = values.site.take().or_else(|| hints.chosen.clone());
            return Ok(());
        }
        Err(unknown(values.site.as_deref(), hints))
    }

    /// The site of the customer or of the files with this name or code.
    fn site_called(&self, text: &str) -> Option<String> {
        let stored = self.existing.site(text).map(|site| &site.values);
        let wanted = folded(text);
        let in_files = self.sites.iter().find(|site| folded(&site.name) == wanted);
        let named = stored.or(in_files).map(|site| site.name.clone());
        named.or_else(|| {
            let is_code = |site: &&SiteValues| site.code.as_ref().is_some_and(|code| folded(code) == wanted);
            only(self.all_sites().filter(is_code))
        })
    }

    /// The only site at an address. Spellings may differ; a street alone is no address.
    fn site_at(&self, address: &PostalAddress) -> Option<String> {
        only(self.all_sites().filter(|site| is_at(site, address)))
    }

    fn all_sites(&self) -> impl Iterator<Item = &SiteValues> {
        let stored = self.existing.all_sites();
        let is_new = |site: &&SiteValues| self.existing.site(&site.name).is_none();
        stored.chain(self.sites.iter().filter(is_new))
    }

    /// A part of the network may stand for a place that its site does not have: then it stands for none yet.
    fn settle_location(&mut self, place: Place, values: &mut SiteRowValues, planned: &mut PlannedRecord) {
        let site = values.site.clone().unwrap_or_default();
        let SiteRow::NetworkSegment(segment) = &mut values.row else {
            return;
        };
        let Some(name) = segment.emergency_location.clone() else {
            return;
        };
        let key = format!("{site}/{}", folded(&name));
        let entity = ImportTarget::EmergencyLocations;
        if let Some(stored) = self.existing.site_row(entity, &key) {
            if let SiteRow::EmergencyLocation(location) = &stored.values.row {
                segment.emergency_location = Some(location.name.clone());
            }
            return;
        }
        if self.existing.is_file_alone() || self.seen.contains_key(&(entity, folded(&key))) {
            return;
        }
        let why =
            format!("'{site}' has no emergency location of this name, so the segment stands for none yet.");
        let code = IssueCode::LocationNotFound;
        let issue = Issue::warning(code, ImportField::EmergencyLocation, &name, why);
        planned.record.issues.push(issue);
        self.warnings.on_sheet(code, place.sheet, place.row);
        segment.emergency_location = None;
    }
}

fn is_at(site: &SiteValues, address: &PostalAddress) -> bool {
    let own = PostalAddress {
        street: site.street.clone(),
        city: site.city.clone(),
        state: site.state.clone(),
        postal_code: site.postal_code.clone(),
        country: site.country.clone(),
    };
    let town = (own.city.is_some() && address.city.is_some())
        || (own.postal_code.is_some() && address.postal_code.is_some());
    match compare(&own, address) {
        Addresses::Same | Addresses::Spelling { .. } => town,
        Addresses::Place { .. } | Addresses::Unknown => false,
    }
}

fn only<'a>(mut sites: impl Iterator<Item = &'a SiteValues>) -> Option<String> {
    let first = sites.next()?;
    sites.next().is_none().then(|| first.name.clone())
}

fn unknown(said: Option<&str>, hints: &SiteHints) -> Issue {
    let shown = said.or(hints.chosen.as_deref()).unwrap_or_default();
    let why = match shown {
        "" => "Nothing in the row says which site it belongs to. Choose the column that names the site, or give one \
               site for the rows without one."
            .to_owned(),
        name => format!("The customer has no site '{name}'. Add or import the site first, or correct its name."),
    };
    Issue::error(IssueCode::UnknownSite, ImportField::Site, shown, why)
}

/// The field whose cell shows a row that is there already.
fn identity(entity: ImportTarget) -> ImportField {
    crate::mapping::fields_of(entity)[0]
}

/// What a new row gets where the file is silent; that is nobody's choice.
fn default(field: &str, stored: &serde_json::Map<String, Value>) -> Value {
    match field {
        "decision" => json!("unknown"),
        "kind" => json!("site"),
        "isKept" => json!(false),
        "assigned" => json!(0),
        "country" => stored.get(field).cloned().unwrap_or_default(),
        _ => Value::Null,
    }
}
