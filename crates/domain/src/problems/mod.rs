//! One rule engine for everything that speaks against a number, an order or an account: what a rule finds becomes a
//! [`Problem`] at one entity, with what mends it and what a person may accept about it.
//!
//! The rules themselves stand in `porting`, `number` and `discovery`; here they are asked, placed and kept up to date.

mod accounts;
mod around;
mod book;
mod dates;
mod documents;
mod fix;
mod index;
mod numbers;
mod orders;
mod rules;
mod sharing;
mod waivers;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::coded::coded_enum;
use crate::ids::PortOrderId;
use crate::porting::{Finding, Severity};

pub use around::{AccountAround, OrderAround, Surroundings};
pub use book::Book;
pub use fix::Fix;
pub use rules::{RULES, Rule, rule};
pub use waivers::{Counts, Waived, Waivers, count};

coded_enum! {
    /// What a problem is about; the codes are the singular names of the tables.
    ProblemEntity: "problem_entity" {
        PhoneNumber => "phone_number" ("Number"), PortOrder => "port_order" ("Order"),
        LosingAccount => "losing_account" ("Account"), SpecialLine => "special_line" ("Special line"),
    }
}

/// Where a problem is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ProblemPlace")]
pub struct Place {
    /// What kind of record.
    pub entity_type: ProblemEntity,
    /// Which one.
    #[ts(type = "string")]
    pub entity_id: Uuid,
    /// How a person knows it.
    pub label: String,
    /// The order that the problem holds up, where it is about a part of one.
    pub port_order_id: Option<PortOrderId>,
}

/// Something that speaks against an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// The fields a person would change, as the wire spells them.
    pub fields: Vec<String>,
    /// What mends it at once, where something does.
    pub fix: Option<Fix>,
    /// Of the value it is about: a waiver ends when this changes.
    pub fingerprint: String,
    /// Whether a person may accept it; what the database or the law refuses nobody may.
    pub can_be_waived: bool,
    /// Who accepted it and why.
    pub waiver: Option<Waived>,
}

impl Problem {
    /// What was found at a place. Fields, and whether it can be waived, follow from the code.
    pub fn new(place: Place, finding: Finding) -> Self {
        let rule = rule(&finding.code);
        let fields = rule.map_or(&[][..], |rule| rule.fields);
        Self {
            fingerprint: fingerprint(&finding),
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
            can_be_waived: rule.is_some_and(|rule| rule.can_be_waived),
            fix: None,
            waiver: None,
            finding,
            place,
        }
    }

    /// The same with what mends it.
    #[must_use]
    pub fn mended_by(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// Whether it is an error that nobody has accepted.
    pub fn stops(&self) -> bool {
        self.finding.severity == Severity::Error && self.waiver.is_none()
    }
}

/// FNV-1a of the code and of the value the finding is about: short, the same on every machine, and without the value.
fn fingerprint(finding: &Finding) -> String {
    let value = finding.about.as_deref().unwrap_or(&finding.text);
    let bytes = finding.code.bytes().chain([0]).chain(value.bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
