//! What is learnt at a site: its rows by kind, the states of its sections, the answers to its questions.

use chrono::NaiveDate;
use portflow_domain::discovery::DiscoveryFinding;
use portflow_domain::discovery::addresses::AddressSpelling;
use portflow_domain::discovery::completeness::{Score, SiteCompleteness};
use portflow_domain::entities::{
    BusinessHours, Circuit, Contact, Device, EmergencyLocation, ExtensionRange, Holiday, LegacySystem,
    License, NetworkSegment, Questionnaire, QuestionnaireAnswer, QuestionnaireDocument, SectionState, Site,
    SpecialLine,
};
use portflow_domain::enums::{
    CircuitKind, DeviceKind, DiscoverySection, DiscoveryState, NetworkKind, SpecialLineDecision,
    SpecialLineKind,
};
use portflow_domain::ids::{CustomerId, EmergencyLocationId, LosingAccountId, SiteId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::questionnaires::AskedQuestion;

/// A row of a site's discovery, new or changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveSiteRow<I, V> {
    /// The site.
    pub site_id: SiteId,
    /// The row to change; none = a new one.
    #[serde(default = "none")]
    pub id: Option<I>,
    /// The revision you saw; a new row has none.
    #[serde(default)]
    pub revision: Option<i64>,
    /// All values.
    pub values: V,
}

fn none<I>() -> Option<I> {
    None
}

/// Remove a row of a site's discovery.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemoveSiteRow<I> {
    /// The site.
    pub site_id: SiteId,
    /// The row.
    pub id: I,
    /// The revision you saw.
    pub revision: i64,
}

/// What a person enters about a place to which help can be sent.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct EmergencyLocationValues {
    /// Unique within the site.
    pub name: String,
    /// The company under which the address is known.
    pub company_name: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Floor.
    pub floor: Option<String>,
    /// Room or zone.
    pub room: Option<String>,
    /// House number.
    pub house_number: Option<String>,
    /// What follows the house number.
    pub house_number_suffix: Option<String>,
    /// Name of the street without its suffix.
    pub street_name: Option<String>,
    /// `Plaza`, `Pkwy`.
    pub street_suffix: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub state: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// ISO 3166 code of two letters; the site's when absent.
    pub country: Option<String>,
    /// The number by which the legacy system names the place to emergency services.
    pub elin: Option<String>,
    /// Free text.
    pub notes: Option<String>,
}

/// What a person enters about a part of the network.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkSegmentValues {
    /// The place for which it stands, of the same site.
    #[serde(default)]
    pub emergency_location_id: Option<EmergencyLocationId>,
    /// What it is.
    pub kind: NetworkKind,
    /// `10.20.7.0/24`, a chassis id, a BSSID.
    pub identifier: String,
    /// Port of a switch.
    #[serde(default)]
    pub port: String,
    /// Free text.
    #[serde(default)]
    pub description: Option<String>,
}

/// What a person enters about the system that is replaced.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct LegacySystemValues {
    /// Who made it.
    pub vendor: String,
    /// Model.
    pub model: Option<String>,
    /// Version of its software.
    pub version: Option<String>,
    /// The digit that gets an outside line.
    pub outside_line_digit: Option<String>,
    /// Digits of an extension, 2 to 7.
    pub extension_length: Option<i64>,
    /// Extensions in use.
    pub internal_ranges: Vec<ExtensionRange>,
    /// Who looks after it.
    pub maintained_by: Option<String>,
    /// Free text.
    pub notes: Option<String>,
}

/// What a person enters about a trunk or circuit.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CircuitValues {
    /// The account it is billed to.
    #[serde(default)]
    pub losing_account_id: Option<LosingAccountId>,
    /// Who provides it.
    pub carrier_name: String,
    /// How it reaches the system.
    pub kind: CircuitKind,
    /// The carrier's name for it.
    #[serde(default)]
    pub circuit_id: Option<String>,
    /// Calls it carries at once.
    #[serde(default)]
    pub channels: Option<i64>,
    /// Billing telephone number, as the bill spells it.
    #[serde(default)]
    pub btn: Option<String>,
    /// Last day of the contract.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub contract_end: Option<NaiveDate>,
    /// What it costs a month, in cents of the dollar.
    #[serde(default)]
    pub monthly_cost_cents: Option<i64>,
    /// When it is to be disconnected.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub disconnect_on: Option<NaiveDate>,
    /// Free text.
    #[serde(default)]
    pub notes: Option<String>,
}

/// What a person enters about a line that is no person's.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SpecialLineValues {
    /// The account it is billed to.
    #[serde(default)]
    pub losing_account_id: Option<LosingAccountId>,
    /// What hangs on it.
    pub kind: SpecialLineKind,
    /// Its number, as people write it at the site.
    #[serde(default)]
    pub number: Option<String>,
    /// Where it ends.
    #[serde(default)]
    pub location: Option<String>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<String>,
    /// What becomes of it; not known when absent.
    #[serde(default = "undecided")]
    pub decision: SpecialLineDecision,
    /// Who decided.
    #[serde(default)]
    pub decided_by: Option<String>,
    /// Free text.
    #[serde(default)]
    pub notes: Option<String>,
}

fn undecided() -> SpecialLineDecision {
    SpecialLineDecision::Unknown
}

/// What a person enters about equipment.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeviceValues {
    /// What it is.
    pub kind: DeviceKind,
    /// Who made it.
    #[serde(default)]
    pub vendor: Option<String>,
    /// Model.
    #[serde(default)]
    pub model: Option<String>,
    /// How many.
    pub quantity: i64,
    /// Whether it stays in use with Teams.
    #[serde(default)]
    pub is_kept: bool,
    /// Where.
    #[serde(default)]
    pub location: Option<String>,
    /// Free text.
    #[serde(default)]
    pub notes: Option<String>,
}

/// What a person enters about licenses of one kind.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct LicenseValues {
    /// As the tenant calls it.
    pub sku: String,
    /// How many there are.
    pub quantity: i64,
    /// How many of them are given out.
    pub assigned: i64,
    /// What one costs a month, in cents of the dollar.
    pub monthly_cost_cents: Option<i64>,
    /// Whether it is bought for the migration.
    pub is_new: bool,
    /// Free text.
    pub notes: Option<String>,
}

/// Say how far a section of a site is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetDiscoverySection {
    /// The site.
    pub site_id: SiteId,
    /// Which part.
    pub section: DiscoverySection,
    /// The revision you saw; none where nothing was said of it yet.
    #[serde(default)]
    pub revision: Option<i64>,
    /// How much is known.
    pub state: DiscoveryState,
    /// Who said so at the site.
    #[serde(default)]
    pub said_by: Option<String>,
    /// Free text.
    #[serde(default)]
    pub notes: Option<String>,
}

/// Store when a site is open.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetSiteHours {
    /// The site.
    pub site_id: SiteId,
    /// The revision of the site you saw.
    pub revision: i64,
    /// Several ranges a day, over midnight where a range closes before it opens; none = not known.
    pub business_hours: Option<BusinessHours>,
    /// Days with hours of their own.
    pub holidays: Vec<Holiday>,
}

/// Answer a question at a site.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetQuestionnaireAnswer {
    /// The site.
    pub site_id: SiteId,
    /// Key of the question.
    pub question: String,
    /// The revision of the answer you saw; none where there is none to the newest version.
    #[serde(default)]
    pub revision: Option<i64>,
    /// How much is known.
    pub state: DiscoveryState,
    /// The answer; only with the state `answered`.
    #[serde(default)]
    pub answer: Option<String>,
    /// Who said so at the site.
    #[serde(default)]
    pub said_by: Option<String>,
    /// Free text.
    #[serde(default)]
    pub notes: Option<String>,
}

/// Write the discovery report of a site as PDF.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportDiscoveryReport {
    /// The site.
    pub site_id: SiteId,
    /// Where to: a handle from the save dialog.
    pub file_id: String,
}

/// Everything that was learnt at a site.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteDiscovery {
    /// The site.
    pub site: Site,
    /// People to ask, of the site and of the whole company.
    pub contacts: Vec<Contact>,
    /// States of sections; one that is missing is open.
    pub sections: Vec<SectionState>,
    /// Places to which help can be sent.
    pub emergency_locations: Vec<EmergencyLocation>,
    /// Parts of the network.
    pub network_segments: Vec<NetworkSegment>,
    /// Systems that are replaced.
    pub legacy_systems: Vec<LegacySystem>,
    /// Trunks and circuits.
    pub circuits: Vec<Circuit>,
    /// Lines of machines.
    pub special_lines: Vec<SpecialLine>,
    /// Equipment.
    pub devices: Vec<Device>,
    /// Licenses.
    pub licenses: Vec<License>,
    /// The stored versions that the answers answered.
    pub questionnaires: Vec<Questionnaire>,
    /// The questions that are asked now.
    pub questions: QuestionnaireDocument,
    /// Where each of them comes from, in the same order.
    pub asked: Vec<AskedQuestion>,
    /// Answers, whatever version they answered.
    pub answers: Vec<QuestionnaireAnswer>,
    /// How much of it is known, what is missing and why it matters.
    pub completeness: SiteCompleteness,
    /// The day against which contracts are held: the earliest of the site's open migrations, each by the first FOC
    /// date of its open orders or else by its target date.
    #[ts(type = "string | null")]
    pub cutover: Option<NaiveDate>,
    /// How the remaining cost of a contract is counted.
    pub remaining_cost_rule: String,
    /// One place in two spellings, both of which are kept.
    pub address_spellings: Vec<AddressSpelling>,
    /// What speaks against what was learnt, errors first.
    pub findings: Vec<DiscoveryFinding>,
}

/// How far the discovery of a site is.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteScore {
    /// The site.
    pub site_id: SiteId,
    /// Whose site.
    pub customer_id: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// The site's name.
    pub site_name: String,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub state: Option<String>,
    /// How much is known.
    pub score: Score,
    /// Required items that are not known; they hold a migration in discovery.
    pub missing_required: usize,
    /// Special lines on which nobody has decided.
    pub undecided_lines: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
}
