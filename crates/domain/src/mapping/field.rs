//! What a column of an import can mean.

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
        )
    }
}

/// The fields that a row of this kind can have, those that tell it from others first.
pub fn fields_of(target: ImportTarget) -> &'static [ImportField] {
    use ImportField::*;
    match target {
        ImportTarget::PhoneNumbers => &[
            E164,
            Extension,
            NumberMask,
            FurtherNumber,
            NumberType,
            Usage,
            Description,
            Carrier,
            Btn,
            RateCenter,
            FocDate,
            OrderDate,
            PortingStatus,
            Disposition,
            QuantityCheck,
            AssignedToUpn,
            Pon,
            Site,
            Notes,
        ],
        ImportTarget::EndUsers => &[
            Upn,
            UserKey,
            E164,
            Extension,
            NumberMask,
            FurtherNumber,
            NumberType,
            DisplayName,
            FirstName,
            LastName,
            Department,
            JobTitle,
            Email,
            Site,
            CutoverDate,
            UsageLocation,
            LicenseSku,
            VoiceRoutingPolicy,
            DialPlan,
            Notes,
        ],
        ImportTarget::ResourceAccounts => &[
            Upn,
            DisplayName,
            E164,
            AccountType,
            CallQueue,
            AutoAttendant,
            UsageLocation,
            LicenseSku,
            Site,
            Notes,
        ],
        ImportTarget::CallQueues => &[
            Name,
            E164,
            Extension,
            NumberMask,
            AgentGroup,
            Agent,
            RoutingMethod,
            AgentAlertSeconds,
            TimeoutSeconds,
            TimeoutAction,
            TimeoutTarget,
            OverflowThreshold,
            OverflowAction,
            OverflowTarget,
            Language,
            Greeting,
            Upn,
            Site,
            Description,
            Notes,
        ],
        ImportTarget::CallQueueAgents => &[
            CallQueue,
            AgentGroup,
            Agent,
            AgentPosition,
            RoutingMethod,
            AgentAlertSeconds,
            Notes,
        ],
        ImportTarget::CallQueueGroups => &[CallQueue, AgentGroup, AgentPosition, Description],
        ImportTarget::AutoAttendants => &[
            Name,
            E164,
            Extension,
            MenuOption,
            Operator,
            Greeting,
            AfterHours,
            BusinessHours,
            Holidays,
            Language,
            TimeZone,
            Upn,
            Site,
            Description,
            Notes,
        ],
        ImportTarget::Sites => &[
            Name,
            E164,
            SiteCode,
            HouseNumber,
            Street,
            City,
            State,
            PostalCode,
            Country,
            TimeZone,
            MainNumber,
            LegacyPbx,
            BusinessHours,
            Holidays,
            Notes,
        ],
        ImportTarget::LosingAccountNumbers => &[E164, Btn, Carrier, Description],
        ImportTarget::PortOrderEvents => &[Pon, E164, OrderStatus, FocDate, RejectReason, Carrier, Notes],
    }
}
