//! What a column of an import can mean.

use crate::coded::coded_enum;
use crate::enums::ImportTarget;

coded_enum! {
    /// A field that a column can be mapped to; no field means that the column is not imported.
    ImportField: "import_field" {
        E164 => "e164", Extension => "extension", NumberType => "number_type", Usage => "usage",
        Description => "description", Carrier => "carrier", Btn => "btn", RateCenter => "rate_center",
        FocDate => "foc_date", OrderDate => "order_date", PortingStatus => "porting_status",
        Disposition => "disposition", QuantityCheck => "quantity_check", AssignedToUpn => "assigned_to_upn",
        Upn => "upn", DisplayName => "display_name", FirstName => "first_name", LastName => "last_name",
        Department => "department", JobTitle => "job_title", Email => "email", Site => "site",
        CutoverDate => "cutover_date", UsageLocation => "usage_location", LicenseSku => "license_sku",
        VoiceRoutingPolicy => "voice_routing_policy", DialPlan => "dial_plan", Notes => "notes",
    }
}

impl ImportField {
    /// Whether the field makes sense in a sheet that is read as `target`.
    pub fn belongs_to(self, target: ImportTarget) -> bool {
        match self {
            Self::E164 | Self::Extension | Self::Notes => true,
            Self::NumberType
            | Self::Usage
            | Self::Description
            | Self::Carrier
            | Self::Btn
            | Self::RateCenter
            | Self::FocDate
            | Self::OrderDate
            | Self::PortingStatus
            | Self::Disposition
            | Self::QuantityCheck
            | Self::AssignedToUpn => target == ImportTarget::PhoneNumbers,
            Self::Upn
            | Self::DisplayName
            | Self::FirstName
            | Self::LastName
            | Self::Department
            | Self::JobTitle
            | Self::Email
            | Self::Site
            | Self::CutoverDate
            | Self::UsageLocation
            | Self::LicenseSku
            | Self::VoiceRoutingPolicy
            | Self::DialPlan => target == ImportTarget::EndUsers,
        }
    }

    /// Whether text in the column stands for one of a closed list of codes.
    pub fn is_coded(self) -> bool {
        matches!(
            self,
            Self::NumberType | Self::Usage | Self::Carrier | Self::PortingStatus | Self::Disposition
        )
    }
}
