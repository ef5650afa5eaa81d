//! The domain's ids, enumerations and JSON values as columns.

use portflow_domain::coded::Coded;
use portflow_domain::entities::carrier::CarrierContact;
use portflow_domain::entities::hours::{BusinessHours, Holiday};
use portflow_domain::entities::legacy::ExtensionRange;
use portflow_domain::entities::losing_account::PostalAddress;
use portflow_domain::entities::menu::{Greeting, HolidayCall, MenuOption};
use portflow_domain::entities::questionnaire::QuestionnaireDocument;
use portflow_domain::entities::saved_view::GridLayout;
use portflow_domain::enums::{
    AccountNumberSource, AttachmentKind, CircuitKind, ContactKind, CqRoutingMethod, DeviceKind,
    DiscoverySection, DiscoveryState, Disposition, ImportOutcome, ImportStatus, ImportTarget,
    MigrationStatus, NetworkKind, NumberClass, NumberUsage, OrderDocumentKind, OrderDocumentState,
    OrderNumberOutcome, OverflowAction, PhoneNumberType, PortOrderStatus, PortScope, PortingStatus,
    RemainingAction, ResourceAccountType, RoutingType, ScriptKind, SpecialLineDecision, SpecialLineKind,
    TeamRole,
};
use portflow_domain::ids::{
    ActivityId, AttachmentId, AutoAttendantId, CallQueueAgentId, CallQueueId, CarrierId, ChangeSetId,
    CircuitId, ContactId, CustomerId, DeviceId, DiscoverySectionId, EmergencyLocationId, EndUserId, EntityId,
    GeneratedScriptId, ImportBatchId, ImportRowId, ImportSheetId, LegacySystemId, LicenseId, LosingAccountId,
    LosingAccountNumberId, MappingProfileId, MigrationAssignmentId, MigrationId, NetworkSegmentId,
    PhoneNumberId, PortOrderDocumentId, PortOrderEventId, PortOrderId, PortOrderNumberId, PortOrderVersionId,
    ProblemWaiverId, QuestionnaireAnswerId, QuestionnaireId, ResourceAccountId, SavedViewId, SiteId,
    SiteQuestionnaireId, SpecialLineId, TeamMemberId, WorkspaceId,
};

use crate::column::{AnyRow, Kind, Scalar, Value, read_code, read_id, read_json, to_json};

macro_rules! columns {
    ($($type:ty),+ $(,)? => $kind:expr, $to_value:expr, $read:path) => {$(
        impl Scalar for $type {
            const KIND: Kind = $kind;
            fn to_value(&self) -> Value { ($to_value)(self) }
            fn read(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Option<Self>> { $read(row, name) }
        }
    )+};
}

columns! {
    WorkspaceId, TeamMemberId, CustomerId, ContactId, SiteId, MigrationId, MigrationAssignmentId, CarrierId,
    PhoneNumberId, LosingAccountId, LosingAccountNumberId, PortOrderId, PortOrderVersionId, PortOrderNumberId,
    PortOrderEventId, EndUserId, ResourceAccountId, AutoAttendantId, CallQueueId, CallQueueAgentId, AttachmentId,
    ImportBatchId, ImportSheetId, ImportRowId, MappingProfileId, GeneratedScriptId, ProblemWaiverId, ActivityId,
    ChangeSetId, DiscoverySectionId, EmergencyLocationId, NetworkSegmentId, LegacySystemId, CircuitId, SpecialLineId, DeviceId, LicenseId, QuestionnaireAnswerId, QuestionnaireId,
    SiteQuestionnaireId, PortOrderDocumentId, SavedViewId
    => Kind::Uuid, |id: &Self| Value::Uuid(id.uuid()), read_id
}

columns! {
    MigrationStatus, RoutingType, PhoneNumberType, NumberUsage, PortingStatus, Disposition, ResourceAccountType,
    CqRoutingMethod, OverflowAction, TeamRole, ContactKind, PortScope, NumberClass, PortOrderStatus,
    OrderNumberOutcome, AccountNumberSource, RemainingAction, AttachmentKind, ImportTarget, ImportStatus,
    ImportOutcome, ScriptKind, DiscoverySection, DiscoveryState, NetworkKind, CircuitKind, SpecialLineKind, SpecialLineDecision, DeviceKind,
    OrderDocumentKind, OrderDocumentState
    => Kind::Coded(Self::TYPE_NAME), |value: &Self| Value::Coded(value.code(), Self::TYPE_NAME), read_code
}

columns! {
    serde_json::Value, Vec<CarrierContact>, BusinessHours, Vec<Holiday>, PostalAddress, Greeting,
    Vec<HolidayCall>, Vec<MenuOption>, Vec<ExtensionRange>, QuestionnaireDocument, GridLayout
    => Kind::Json, to_json, read_json
}
