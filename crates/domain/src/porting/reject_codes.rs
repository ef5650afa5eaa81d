//! Why carriers reject orders, what to look at, who mends it, and whether the carrier's clock starts again.

use crate::coded::coded_enum;
use MendedBy::{Consultant, Customer, GainingCarrier, LosingCarrier};
use RejectCode as R;
use serde::Serialize;
use ts_rs::TS;

coded_enum! {
    /// A carrier's reason, in the words carriers' own interfaces use.
    RejectCode: "reject_code" {
        AccountNumberMismatch => "ACCOUNT_NUMBER_MISMATCH", AuthPersonMismatch => "AUTH_PERSON_MISMATCH",
        BtnAtnMismatch => "BTN_ATN_MISMATCH", EntityNameMismatch => "ENTITY_NAME_MISMATCH",
        LocationMismatch => "LOCATION_MISMATCH", PostalCodeMismatch => "POSTAL_CODE_MISMATCH",
        PasscodePinInvalid => "PASSCODE_PIN_INVALID", PhoneNumberMismatch => "PHONE_NUMBER_MISMATCH",
        PhoneNumberNotPortable => "PHONE_NUMBER_NOT_PORTABLE",
        PhoneNumberHasSpecialFeature => "PHONE_NUMBER_HAS_SPECIAL_FEATURE",
        RateCenterNotPortable => "RATE_CENTER_NOT_PORTABLE", PortTypeIncorrect => "PORT_TYPE_INCORRECT",
        MainBtnPorting => "MAIN_BTN_PORTING", PortingOrderSplitRequired => "PORTING_ORDER_SPLIT_REQUIRED",
        LsrPending => "LSR_PENDING", FocRejected => "FOC_REJECTED", FocExpired => "FOC_EXPIRED",
        OspIrresponsive => "OSP_IRRESPONSIVE", SvConflict => "SV_CONFLICT",
        SvUnknownFailure => "SV_UNKNOWN_FAILURE", AccountNumberRequired => "ACCOUNT_NUMBER_REQUIRED",
        LspFreeze => "LSP_FREEZE", TnDisconnected => "TN_DISCONNECTED", DifferentAccounts => "DIFFERENT_ACCOUNTS",
        DifferentRateCenters => "DIFFERENT_RATE_CENTERS", StrandedService => "STRANDED_SERVICE",
        MoreRecentAuthorization => "MORE_RECENT_AUTHORIZATION", LoaExpired => "LOA_EXPIRED",
        LoaIllegible => "LOA_ILLEGIBLE", DslOnLine => "DSL_ON_LINE", Other => "OTHER",
    }
}
coded_enum! {
    /// Who can mend the cause of a rejection.
    MendedBy: "mended_by" {
        Consultant => "consultant", Customer => "customer", GainingCarrier => "gaining_carrier",
        LosingCarrier => "losing_carrier",
    }
}

/// One line of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RejectReason {
    /// The code.
    pub code: RejectCode,
    /// What it means, in plain words.
    #[ts(type = "string")]
    pub text: &'static str,
    /// The fields to open, spelt as the entities spell them.
    #[ts(type = "Array<string>")]
    pub fields: &'static [&'static str],
    /// Who mends it.
    pub mended_by: MendedBy,
    /// Whether the carrier counts its lead time from the corrected request.
    pub restarts_clock: bool,
}

/// The whole catalogue, in the order of the codes.
pub const CATALOGUE: [RejectReason; 31] = [
    restarts(
        R::AccountNumberMismatch,
        "The account number is not the losing carrier's.",
        &["accountNumber"],
        Consultant,
    ),
    restarts(
        R::AuthPersonMismatch,
        "The signer may not act for the account.",
        &["signerContactId"],
        Customer,
    ),
    restarts(
        R::BtnAtnMismatch,
        "The billing telephone number does not belong to the account.",
        &["btn"],
        Consultant,
    ),
    restarts(
        R::EntityNameMismatch,
        "The name differs from the customer service record.",
        &["nameOnAccount"],
        Consultant,
    ),
    restarts(
        R::LocationMismatch,
        "The service address differs from the customer service record.",
        &["csrAddress"],
        Consultant,
    ),
    restarts(
        R::PostalCodeMismatch,
        "The postal code differs from the customer service record.",
        &["csrAddress"],
        Consultant,
    ),
    restarts(
        R::PasscodePinInvalid,
        "The PIN or passcode is wrong.",
        &["pin"],
        Customer,
    ),
    restarts(
        R::PhoneNumberMismatch,
        "A number is not on this account.",
        &["numbers"],
        Consultant,
    ),
    restarts(
        R::PhoneNumberNotPortable,
        "A number cannot be ported.",
        &["numbers"],
        LosingCarrier,
    ),
    restarts(
        R::PhoneNumberHasSpecialFeature,
        "A number carries a feature that must be removed first.",
        &["numbers"],
        Customer,
    ),
    restarts(
        R::RateCenterNotPortable,
        "The gaining carrier does not serve this rate center.",
        &["rateCenter"],
        GainingCarrier,
    ),
    restarts(
        R::PortTypeIncorrect,
        "Full was asked where partial was due, or the reverse.",
        &["scope"],
        Consultant,
    ),
    restarts(
        R::MainBtnPorting,
        "The BTN leaves and no new one is named.",
        &["newBtn", "scope"],
        Consultant,
    ),
    restarts(
        R::PortingOrderSplitRequired,
        "The carrier wants several orders.",
        &["numbers"],
        Consultant,
    ),
    goes_on(
        R::LsrPending,
        "Another order is open on this account.",
        &["sequenceInAccount"],
        Consultant,
    ),
    goes_on(
        R::FocRejected,
        "The losing carrier refused the date.",
        &["desiredDate"],
        Consultant,
    ),
    restarts(
        R::FocExpired,
        "The committed date passed without a port.",
        &["desiredDate"],
        Consultant,
    ),
    goes_on(
        R::OspIrresponsive,
        "The losing carrier does not answer.",
        &[],
        GainingCarrier,
    ),
    goes_on(
        R::SvConflict,
        "The losing carrier disputes the number at NPAC.",
        &["numbers"],
        LosingCarrier,
    ),
    goes_on(
        R::SvUnknownFailure,
        "The change failed at NPAC.",
        &[],
        GainingCarrier,
    ),
    restarts(
        R::AccountNumberRequired,
        "The account number is missing.",
        &["accountNumber"],
        Consultant,
    ),
    restarts(
        R::LspFreeze,
        "The account is frozen against porting.",
        &["losingAccountId"],
        Customer,
    ),
    restarts(
        R::TnDisconnected,
        "A number is no longer in service.",
        &["numbers"],
        Customer,
    ),
    restarts(
        R::DifferentAccounts,
        "The numbers belong to several accounts.",
        &["losingAccountId", "numbers"],
        Consultant,
    ),
    restarts(
        R::DifferentRateCenters,
        "The numbers belong to several rate centers.",
        &["rateCenter"],
        Consultant,
    ),
    restarts(
        R::StrandedService,
        "Other services would be left without their main number.",
        &["numbers", "newBtn"],
        Customer,
    ),
    restarts(
        R::MoreRecentAuthorization,
        "A later authorization names another carrier.",
        &["signerContactId"],
        Customer,
    ),
    restarts(
        R::LoaExpired,
        "The letter of authorization is too old.",
        &["loaSignedOn"],
        Customer,
    ),
    restarts(
        R::LoaIllegible,
        "The letter of authorization cannot be read.",
        &["signerContactId"],
        Customer,
    ),
    restarts(
        R::DslOnLine,
        "A DSL service runs on the line.",
        &["numbers"],
        Customer,
    ),
    restarts(
        R::Other,
        "A reason of the carrier's own: see its words.",
        &["notes"],
        Consultant,
    ),
];

/// What a code means.
pub fn reason(code: RejectCode) -> RejectReason {
    CATALOGUE[code as usize]
}

/// A reason after which the carrier counts its lead time anew.
const fn restarts(
    code: RejectCode,
    text: &'static str,
    fields: &'static [&'static str],
    mended_by: MendedBy,
) -> RejectReason {
    RejectReason {
        code,
        text,
        fields,
        mended_by,
        restarts_clock: true,
    }
}

/// A reason that leaves the carrier's clock running.
const fn goes_on(
    code: RejectCode,
    text: &'static str,
    fields: &'static [&'static str],
    mended_by: MendedBy,
) -> RejectReason {
    RejectReason {
        restarts_clock: false,
        ..restarts(code, text, fields, mended_by)
    }
}
