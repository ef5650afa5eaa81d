//! What a column of an import can mean.

use super::survey_fields;
use crate::coded::coded_enum;
use crate::enums::ImportTarget;

coded_enum! {
    /// A field that a column can be mapped to; no field means that the column is not imported.
    ImportField: "import_field" {
        // Numbers, and the numbers of people, accounts, queues, attendants and sites.
        E164 => "e164", Extension => "extension", NumberMask => "number_mask", FurtherNumber => "further_number",
        NumberType => "number_type", Usage => "usage", Description => "description", Carrier => "carrier",
        Btn => "btn", RateCenter => "rate_center", FocDate => "foc_date", OrderDate => "order_date",
        PortingStatus => "porting_status", Disposition => "disposition", QuantityCheck => "quantity_check",
        AssignedToUpn => "assigned_to_upn",
        // A carrier's status export.
        Pon => "pon", OrderStatus => "order_status", RejectReason => "reject_reason",
        // People.
        Upn => "upn", UserKey => "user_key", DisplayName => "display_name", FirstName => "first_name",
        LastName => "last_name", Department => "department", JobTitle => "job_title", Email => "email",
        Site => "site", CutoverDate => "cutover_date", UsageLocation => "usage_location",
        LicenseSku => "license_sku", VoiceRoutingPolicy => "voice_routing_policy", DialPlan => "dial_plan",
        // Resource accounts, queues and their agents, attendants.
        Name => "name", AccountType => "account_type", CallQueue => "call_queue",
        AutoAttendant => "auto_attendant", Agent => "agent", AgentPosition => "agent_position",
        AgentGroup => "agent_group", RoutingMethod => "routing_method", AgentAlertSeconds => "agent_alert_seconds",
        TimeoutSeconds => "timeout_seconds", TimeoutAction => "timeout_action", TimeoutTarget => "timeout_target",
        OverflowThreshold => "overflow_threshold", OverflowAction => "overflow_action",
        OverflowTarget => "overflow_target", Language => "language", Greeting => "greeting",
        MenuOption => "menu_option", Operator => "operator", AfterHours => "after_hours",
        // Sites.
        SiteCode => "site_code", HouseNumber => "house_number", Street => "street", City => "city",
        State => "state", PostalCode => "postal_code", Country => "country", TimeZone => "time_zone",
        MainNumber => "main_number", LegacyPbx => "legacy_pbx", BusinessHours => "business_hours",
        Holidays => "holidays",
        // What is learnt at a site: places that help can be sent to and the network that leads there.
        EmergencyLocation => "emergency_location", CompanyName => "company_name", Building => "building",
        Floor => "floor", Room => "room", HouseNumberSuffix => "house_number_suffix",
        StreetSuffix => "street_suffix", Elin => "elin", Subnet => "subnet", SubnetMask => "subnet_mask",
        ChassisId => "chassis_id", SwitchPort => "switch_port", Bssid => "bssid",
        // Circuits, lines of machines, equipment, licenses.
        CircuitKind => "circuit_kind", CircuitId => "circuit_id", Channels => "channels",
        ContractEnd => "contract_end", DisconnectOn => "disconnect_on", MonthlyCost => "monthly_cost",
        SpecialLineKind => "special_line_kind", SpecialLineDecision => "special_line_decision",
        DecidedBy => "decided_by", Owner => "owner", Place => "place", DeviceKind => "device_kind",
        Vendor => "vendor", Model => "model", Quantity => "quantity", IsKept => "is_kept",
        AssignedQuantity => "assigned_quantity",
        // People to ask.
        ContactName => "contact_name", ContactKind => "contact_kind", ContactPhone => "contact_phone",
        Notes => "notes",
    }
}

impl ImportField {
    /// Whether the field makes sense in a sheet that is read as `target`.
    pub fn belongs_to(self, target: ImportTarget) -> bool {
        fields_of(target).contains(&self)
    }

    /// Whether several columns may be mapped to it: each gives a value of its own.
    pub fn is_repeatable(self) -> bool {
        matches!(
            self,
            Self::E164
                | Self::Extension
                | Self::NumberMask
                | Self::FurtherNumber
                | Self::DisplayName
                | Self::Description
                | Self::Agent
                | Self::AgentPosition
                | Self::AgentGroup
                | Self::MenuOption
                | Self::HouseNumber
                | Self::Street
                | Self::Notes
        )
    }

    /// Whether text in the column stands for one of a closed list of codes.
    pub fn is_coded(self) -> bool {
        matches!(
            self,
            Self::NumberType
                | Self::Usage
                | Self::Carrier
                | Self::PortingStatus
                | Self::Disposition
                | Self::AccountType
                | Self::RoutingMethod
                | Self::TimeoutAction
                | Self::OverflowAction
                | Self::OrderStatus
                | Self::CircuitKind
                | Self::SpecialLineKind
                | Self::SpecialLineDecision
                | Self::DeviceKind
                | Self::ContactKind
        )
    }
}

/// The fields that a row of this kind can have, those that tell it from others first.
pub fn fields_of(target: ImportTarget) -> &'static [ImportField] {
    match target {
        ImportTarget::PhoneNumbers => PHONE_NUMBERS,
        ImportTarget::EndUsers => END_USERS,
        ImportTarget::ResourceAccounts => RESOURCE_ACCOUNTS,
        ImportTarget::CallQueues => CALL_QUEUES,
        ImportTarget::CallQueueAgents => CALL_QUEUE_AGENTS,
        ImportTarget::CallQueueGroups => CALL_QUEUE_GROUPS,
        ImportTarget::AutoAttendants => AUTO_ATTENDANTS,
        ImportTarget::Sites => SITES,
        ImportTarget::LosingAccountNumbers => LOSING_ACCOUNT_NUMBERS,
        ImportTarget::PortOrderEvents => PORT_ORDER_EVENTS,
        ImportTarget::EmergencyLocations => survey_fields::EMERGENCY_LOCATIONS,
        ImportTarget::NetworkSegments => survey_fields::NETWORK_SEGMENTS,
        ImportTarget::Circuits => survey_fields::CIRCUITS,
        ImportTarget::SpecialLines => survey_fields::SPECIAL_LINES,
        ImportTarget::Devices => survey_fields::DEVICES,
        ImportTarget::Licenses => survey_fields::LICENSES,
        ImportTarget::Contacts => survey_fields::CONTACTS,
    }
}

const PHONE_NUMBERS: &[ImportField] = &[
    ImportField::E164,
    ImportField::Extension,
    ImportField::NumberMask,
    ImportField::FurtherNumber,
    ImportField::NumberType,
    ImportField::Usage,
    ImportField::Description,
    ImportField::Carrier,
    ImportField::Btn,
    ImportField::RateCenter,
    ImportField::FocDate,
    ImportField::OrderDate,
    ImportField::PortingStatus,
    ImportField::Disposition,
    ImportField::QuantityCheck,
    ImportField::AssignedToUpn,
    ImportField::Pon,
    ImportField::Site,
    ImportField::Notes,
];
const END_USERS: &[ImportField] = &[
    ImportField::Upn,
    ImportField::UserKey,
    ImportField::E164,
    ImportField::Extension,
    ImportField::NumberMask,
    ImportField::FurtherNumber,
    ImportField::NumberType,
    ImportField::DisplayName,
    ImportField::FirstName,
    ImportField::LastName,
    ImportField::Department,
    ImportField::JobTitle,
    ImportField::Email,
    ImportField::Site,
    ImportField::CutoverDate,
    ImportField::UsageLocation,
    ImportField::LicenseSku,
    ImportField::VoiceRoutingPolicy,
    ImportField::DialPlan,
    ImportField::Notes,
];
const RESOURCE_ACCOUNTS: &[ImportField] = &[
    ImportField::Upn,
    ImportField::DisplayName,
    ImportField::E164,
    ImportField::AccountType,
    ImportField::CallQueue,
    ImportField::AutoAttendant,
    ImportField::UsageLocation,
    ImportField::LicenseSku,
    ImportField::Site,
    ImportField::Notes,
];
const CALL_QUEUES: &[ImportField] = &[
    ImportField::Name,
    ImportField::E164,
    ImportField::Extension,
    ImportField::NumberMask,
    ImportField::AgentGroup,
    ImportField::Agent,
    ImportField::RoutingMethod,
    ImportField::AgentAlertSeconds,
    ImportField::TimeoutSeconds,
    ImportField::TimeoutAction,
    ImportField::TimeoutTarget,
    ImportField::OverflowThreshold,
    ImportField::OverflowAction,
    ImportField::OverflowTarget,
    ImportField::Language,
    ImportField::Greeting,
    ImportField::Upn,
    ImportField::Site,
    ImportField::Description,
    ImportField::Notes,
];
const CALL_QUEUE_AGENTS: &[ImportField] = &[
    ImportField::CallQueue,
    ImportField::AgentGroup,
    ImportField::Agent,
    ImportField::AgentPosition,
    ImportField::RoutingMethod,
    ImportField::AgentAlertSeconds,
    ImportField::Notes,
];
const CALL_QUEUE_GROUPS: &[ImportField] = &[
    ImportField::CallQueue,
    ImportField::AgentGroup,
    ImportField::AgentPosition,
    ImportField::Description,
];
const AUTO_ATTENDANTS: &[ImportField] = &[
    ImportField::Name,
    ImportField::E164,
    ImportField::Extension,
    ImportField::MenuOption,
    ImportField::Operator,
    ImportField::Greeting,
    ImportField::AfterHours,
    ImportField::BusinessHours,
    ImportField::Holidays,
    ImportField::Language,
    ImportField::TimeZone,
    ImportField::Upn,
    ImportField::Site,
    ImportField::Description,
    ImportField::Notes,
];
const SITES: &[ImportField] = &[
    ImportField::Name,
    ImportField::E164,
    ImportField::SiteCode,
    ImportField::HouseNumber,
    ImportField::Street,
    ImportField::City,
    ImportField::State,
    ImportField::PostalCode,
    ImportField::Country,
    ImportField::TimeZone,
    ImportField::MainNumber,
    ImportField::LegacyPbx,
    ImportField::BusinessHours,
    ImportField::Holidays,
    ImportField::EmergencyLocation,
    ImportField::Carrier,
    ImportField::ContactName,
    ImportField::Notes,
];
const LOSING_ACCOUNT_NUMBERS: &[ImportField] = &[
    ImportField::E164,
    ImportField::Btn,
    ImportField::Carrier,
    ImportField::Description,
];
const PORT_ORDER_EVENTS: &[ImportField] = &[
    ImportField::Pon,
    ImportField::E164,
    ImportField::OrderStatus,
    ImportField::FocDate,
    ImportField::RejectReason,
    ImportField::Carrier,
    ImportField::Notes,
];
