//! One type per id, so that a site can never stand where a customer is meant. Ids are UUIDv7, made by `app`.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What every id can do; lets `store` bind all of them in one place.
pub trait EntityId: Copy + Eq + 'static {
    /// Wraps an id that came from the database or the wire.
    fn from_uuid(uuid: Uuid) -> Self;
    /// The bare value.
    fn uuid(self) -> Uuid;
}

macro_rules! entity_ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(Uuid);

        impl EntityId for $name {
            fn from_uuid(uuid: Uuid) -> Self { Self(uuid) }
            fn uuid(self) -> Uuid { self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { Uuid::parse_str(text).map(Self) }
        }
    )+};
}

entity_ids! {
    /// The workspace itself; one per file or database.
    WorkspaceId,
    /// A member of the migration team.
    TeamMemberId,
    /// A customer company.
    CustomerId,
    /// A person at the customer.
    ContactId,
    /// A physical location.
    SiteId,
    /// A migration project.
    MigrationId,
    /// A member's part in a migration.
    MigrationAssignmentId,
    /// A gaining carrier.
    CarrierId,
    /// A number in the inventory.
    PhoneNumberId,
    /// An account at a losing carrier.
    LosingAccountId,
    /// A number listed on a losing account.
    LosingAccountNumberId,
    /// A port order.
    PortOrderId,
    /// One version of a port order, as it was sent.
    PortOrderVersionId,
    /// A number within a port order.
    PortOrderNumberId,
    /// A paper of a port order.
    PortOrderDocumentId,
    /// An event in the life of a port order.
    PortOrderEventId,
    /// An employee who receives a number.
    EndUserId,
    /// A Teams resource account.
    ResourceAccountId,
    /// A Teams auto attendant.
    AutoAttendantId,
    /// A Teams call queue.
    CallQueueId,
    /// A person's place in a call queue.
    CallQueueAgentId,
    /// A kept file.
    AttachmentId,
    /// The state of one section of a site's discovery.
    DiscoverySectionId,
    /// A place to which help can be sent.
    EmergencyLocationId,
    /// A part of a network that stands for a place.
    NetworkSegmentId,
    /// The telephone system that is replaced.
    LegacySystemId,
    /// A trunk of the legacy system.
    CircuitId,
    /// A line that is no person's.
    SpecialLineId,
    /// Equipment at a site.
    DeviceId,
    /// Licenses of one kind on hand.
    LicenseId,
    /// An answer to a question.
    QuestionnaireAnswerId,
    /// One version of a questionnaire.
    QuestionnaireId,
    /// A questionnaire that is asked at a site.
    SiteQuestionnaireId,
    /// One committed import.
    ImportBatchId,
    /// One sheet of an import.
    ImportSheetId,
    /// One record of an import.
    ImportRowId,
    /// A saved column mapping.
    MappingProfileId,
    /// A way to look at a grid, under a name.
    SavedViewId,
    /// A generated PowerShell script.
    GeneratedScriptId,
    /// A problem that somebody accepted.
    ProblemWaiverId,
    /// One entry of the activity log.
    ActivityId,
    /// The entries that one act of a person left.
    ChangeSetId,
}
