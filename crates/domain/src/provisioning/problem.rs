//! What stands in the way of a script, or should be known before it is run.

use serde::{Deserialize, Serialize};

/// Whether a problem keeps the script from being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemSeverity {
    /// No script until it is solved.
    Blocking,
    /// The script can be made; somebody should look.
    Warning,
}

/// The kind of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ProvisioningProblemCode {
    /// Nobody has a number.
    NoAssignments,
    /// A text holds a control, line-separator or bidirectional character.
    UnsafeText,
    /// The UPN is missing or cannot be one.
    UpnInvalid,
    /// The number is not E.164.
    NumberNotE164,
    /// The extension is not one to fifteen digits.
    ExtensionInvalid,
    /// Extensions exist with Direct Routing only.
    ExtensionNotSupported,
    /// Toll-free numbers go to voice applications and conferencing, never to people.
    TollFreeOnPerson,
    /// Two people are to hold the same number and extension.
    NumberHeldTwice,
    /// One person is to hold two numbers.
    PersonTwice,
    /// The tenant id is not a GUID.
    TenantIdInvalid,
    /// The tenant domain is not a domain name.
    TenantDomainInvalid,
    /// Only the domain of the tenant is known.
    TenantIdMissing,
    /// Neither id nor domain of the tenant is known.
    TenantUnknown,
    /// No port order stands behind the numbers.
    OrderMissing,
    /// The order has no reference, so nobody could confirm it.
    OrderReferenceMissing,
    /// The order was cancelled, failed or was snapped back.
    OrderOver,
    /// The order is in jeopardy, rejected or about to be cancelled.
    OrderInDoubt,
    /// The carrier has not committed to a date.
    FocMissing,
    /// Everybody on a base number has an extension, so the number itself rings nowhere.
    BaseNumberUnheld,
    /// The person has no usage location, which the licence needs.
    UsageLocationMissing,
    /// A Direct Routing user without a voice routing policy cannot dial out, not even an emergency number.
    VoiceRoutingPolicyMissing,
    /// Voice routing policies have no effect outside Direct Routing and are not granted.
    VoiceRoutingPolicyUnused,
    /// The emergency location is not a location id, or is the operator's business: it is not handed over.
    EmergencyLocationNotAssigned,
}

/// One finding of the preflight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ProvisioningProblem {
    /// The kind.
    pub code: ProvisioningProblemCode,
    /// Whether it blocks.
    pub severity: ProblemSeverity,
    /// The person concerned: UPN, or the name where there is no UPN.
    pub person: Option<String>,
    /// The number concerned, as Teams writes it.
    pub number: Option<String>,
    /// What was found, where the code alone does not say it.
    pub detail: Option<String>,
    /// The problem in a sentence.
    pub message: String,
}

impl ProvisioningProblemCode {
    /// Whether problems of this kind keep the script from being made.
    pub fn severity(self) -> ProblemSeverity {
        match self {
            Self::NoAssignments
            | Self::UnsafeText
            | Self::UpnInvalid
            | Self::NumberNotE164
            | Self::ExtensionInvalid
            | Self::ExtensionNotSupported
            | Self::TollFreeOnPerson
            | Self::NumberHeldTwice
            | Self::PersonTwice
            | Self::TenantIdInvalid
            | Self::TenantDomainInvalid
            | Self::OrderReferenceMissing
            | Self::OrderOver => ProblemSeverity::Blocking,
            Self::TenantIdMissing
            | Self::TenantUnknown
            | Self::OrderMissing
            | Self::OrderInDoubt
            | Self::FocMissing
            | Self::BaseNumberUnheld
            | Self::UsageLocationMissing
            | Self::VoiceRoutingPolicyMissing
            | Self::VoiceRoutingPolicyUnused
            | Self::EmergencyLocationNotAssigned => ProblemSeverity::Warning,
        }
    }

    /// The sentence without its particulars.
    fn sentence(self) -> &'static str {
        match self {
            Self::NoAssignments => "Nobody has a number to assign",
            Self::UnsafeText => "The text holds a character that may not stand in a script",
            Self::UpnInvalid => "The user principal name is missing or not valid",
            Self::NumberNotE164 => "The number is not in E.164 form",
            Self::ExtensionInvalid => "An extension is one to fifteen digits",
            Self::ExtensionNotSupported => "Extensions behind a number exist with Direct Routing only",
            Self::TollFreeOnPerson => "A toll-free number cannot be assigned to a person",
            Self::NumberHeldTwice => "Two people are to hold the same number",
            Self::PersonTwice => "One person is to hold two numbers",
            Self::TenantIdInvalid => "The customer's tenant id is not a GUID",
            Self::TenantDomainInvalid => "The customer's tenant domain is not a domain name",
            Self::TenantIdMissing => {
                "The customer's tenant id is not known; the script will check the domain"
            }
            Self::TenantUnknown => "The customer's tenant is not known; the script will ask for its id",
            Self::OrderMissing => {
                "No port order stands behind these numbers; the script will not wait for a date"
            }
            Self::OrderReferenceMissing => "The port order has no reference by which it could be confirmed",
            Self::OrderOver => "The port order is over; its numbers do not arrive",
            Self::OrderInDoubt => "The port order is in doubt",
            Self::FocMissing => {
                "The carrier has not committed to a date; only the order's reference guards the script"
            }
            Self::BaseNumberUnheld => {
                "Everybody on this number has an extension, so the number itself rings nowhere"
            }
            Self::UsageLocationMissing => "The person has no usage location",
            Self::VoiceRoutingPolicyMissing => "Without a voice routing policy the person cannot dial out",
            Self::VoiceRoutingPolicyUnused => "Voice routing policies are granted with Direct Routing only",
            Self::EmergencyLocationNotAssigned => "The script does not set this emergency location",
        }
    }
}

impl ProvisioningProblem {
    pub(super) fn new(code: ProvisioningProblemCode) -> Self {
        let mut problem = Self {
            code,
            severity: code.severity(),
            person: None,
            number: None,
            detail: None,
            message: String::new(),
        };
        problem.message = problem.worded();
        problem
    }

    pub(super) fn person(mut self, person: &str) -> Self {
        self.person = Some(person.to_owned());
        self.message = self.worded();
        self
    }

    pub(super) fn number(mut self, number: &str) -> Self {
        self.number = Some(number.to_owned());
        self.message = self.worded();
        self
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self.message = self.worded();
        self
    }

    /// Whether the problem keeps the script from being made.
    pub fn is_blocking(&self) -> bool {
        self.severity == ProblemSeverity::Blocking
    }

    fn worded(&self) -> String {
        let particulars: Vec<&str> = [&self.person, &self.number, &self.detail]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        match particulars.as_slice() {
            [] => format!("{}.", self.code.sentence()),
            some => format!("{}: {}.", self.code.sentence(), some.join(", ")),
        }
    }
}
