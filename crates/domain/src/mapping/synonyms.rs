//! Headers seen in exports of telephone systems, directories and carriers, and what they mean.

use super::ImportField;
use crate::enums::ImportTarget;

/// What a known header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The column is this field.
    Field(ImportField),
    /// The column is known and deliberately left out, for this reason.
    LeftOut(&'static str),
}

const PRIVATE: &str = "A private or mobile number; it is never ported.";
const UNUSED: &str = "Known, but the import has no use for it.";

/// Headers that mean the same in every sheet, normalised.
const EVERYWHERE: &[(ImportField, &[&str])] = &[
    (
        ImportField::E164,
        &[
            "tn / range",
            "tn/range",
            "tn",
            "tns",
            "did",
            "dids",
            "did (10 digit)",
            "did number",
            "did #",
            "ddi",
            "d.d.i.",
            "e164",
            "e.164",
            "phone number",
            "phonenumber",
            "phone #",
            "phone",
            "phone no",
            "phonenum",
            "telephone number",
            "telephonenumber",
            "telephone",
            "telephone #",
            "tel",
            "line uri",
            "lineuri",
            "onpremlineuri",
            "direct line",
            "direct number",
            "direct dial",
            "business phone",
            "office phone",
            "officephone",
            "work phone",
            "workphone",
            "zoomphonenumber",
            "trunknumber",
            "rufnummer",
            "number / range",
            "number range",
            "numbers",
            "range",
            "port number",
            "number to port",
            "tn to port",
        ],
    ),
    (
        ImportField::Extension,
        &[
            "extension",
            "ext",
            "ext.",
            "extn",
            "ext. number",
            "ext #",
            "exten",
            "extension number",
            "directory number",
            "directory number 1",
            "directorynumber",
            "nebenstelle",
            "primary extension 1",
            "zoomphoneextnumber",
            "ownedextension",
            "office phone number",
            "short dial",
        ],
    ),
    (
        ImportField::Upn,
        &[
            "upn",
            "userprincipalname",
            "user principal name",
            "e-mail / upn",
            "email / upn",
            "upn / e-mail",
            "upn/email",
            "e-mail/upn",
            "user id/email",
            "login name",
            "sign-in name",
            "signinname",
        ],
    ),
    (
        ImportField::FirstName,
        &[
            "first name",
            "firstname",
            "given name",
            "givenname",
            "given",
            "first",
            "vorname",
            "forename",
        ],
    ),
    (
        ImportField::LastName,
        &[
            "last name",
            "lastname",
            "surname",
            "last",
            "sn",
            "nachname",
            "family name",
        ],
    ),
    (
        ImportField::DisplayName,
        &[
            "display name",
            "displayname",
            "full name",
            "full_name",
            "fullname",
            "employee name",
            "employee",
            "user name",
            "long name",
            "caller id name",
            "phone name",
            "alerting name",
        ],
    ),
    (
        ImportField::Department,
        &["department", "dept", "dept.", "abteilung"],
    ),
    (
        ImportField::JobTitle,
        &["title", "job title", "jobtitle", "position"],
    ),
    (
        ImportField::Site,
        &[
            "site",
            "site name",
            "office",
            "office location",
            "officelocation",
            "physicaldeliveryofficename",
            "building",
            "standort",
            "location",
            "zoomphonesite",
            "branch",
        ],
    ),
    (
        ImportField::CutoverDate,
        &[
            "cut-over",
            "cutover",
            "cut over",
            "cutover date",
            "cut-over date",
            "migration date",
            "go-live",
            "go live date",
        ],
    ),
    (ImportField::UsageLocation, &["usagelocation", "usage location"]),
    (
        ImportField::LicenseSku,
        &["license", "licenses", "license sku", "licence"],
    ),
    (
        ImportField::VoiceRoutingPolicy,
        &[
            "voice routing policy",
            "onlinevoiceroutingpolicy",
            "voiceroutingpolicy",
        ],
    ),
    (
        ImportField::DialPlan,
        &["dial plan", "tenant dial plan", "tenantdialplan"],
    ),
    (
        ImportField::NumberType,
        &[
            "use",
            "usage type",
            "number type",
            "line type",
            "type of line",
            "targettype",
            "purpose",
            "used for",
        ],
    ),
    (
        ImportField::Carrier,
        &[
            "carrier",
            "losing carrier",
            "current carrier",
            "losing service provider",
            "provider",
            "service provider",
            "partnername",
            "pstnpartnername",
            "operatorid",
        ],
    ),
    (
        ImportField::Btn,
        &[
            "btn",
            "billing telephone number",
            "billing tn",
            "account_telephone_number",
            "account telephone number",
        ],
    ),
    (
        ImportField::RateCenter,
        &["rate center", "rate centre", "ratecenter"],
    ),
    (
        ImportField::FocDate,
        &[
            "foc",
            "foc date",
            "requested foc date",
            "due date",
            "desired due date",
            "target_port_in_date",
            "port date",
        ],
    ),
    (
        ImportField::OrderDate,
        &["order date", "ordered", "date ordered", "order placed"],
    ),
    (
        ImportField::PortingStatus,
        &["porting status", "port status", "portinorderstatus", "status"],
    ),
    (
        ImportField::Disposition,
        &["disposition", "action", "port?", "port (y/n)"],
    ),
    (
        ImportField::QuantityCheck,
        &["qty", "qty.", "quantity", "count", "# of numbers"],
    ),
    (
        ImportField::AssignedToUpn,
        &[
            "assigned to upn",
            "assigned upn",
            "assigned user",
            "assignedto upn",
        ],
    ),
    (
        ImportField::Notes,
        &[
            "notes",
            "note",
            "remarks",
            "remark",
            "comments",
            "comment",
            "bemerkung",
            "bemerkungen",
        ],
    ),
];

/// Headers whose meaning depends on what the sheet lists: first in a number list, then in a list of people.
const BY_TARGET: &[(&str, ImportField, ImportField)] = &[
    ("description", ImportField::Description, ImportField::DisplayName),
    ("desc", ImportField::Description, ImportField::DisplayName),
    ("name", ImportField::Description, ImportField::DisplayName),
    ("assigned to", ImportField::Description, ImportField::DisplayName),
    ("label", ImportField::Description, ImportField::DisplayName),
    ("type", ImportField::NumberType, ImportField::Notes),
    ("usage", ImportField::NumberType, ImportField::Notes),
    ("number", ImportField::E164, ImportField::Extension),
    ("email", ImportField::AssignedToUpn, ImportField::Upn),
    ("e-mail", ImportField::AssignedToUpn, ImportField::Upn),
    ("email address", ImportField::AssignedToUpn, ImportField::Upn),
    ("e-mail address", ImportField::AssignedToUpn, ImportField::Upn),
    ("work email", ImportField::AssignedToUpn, ImportField::Upn),
    ("mail", ImportField::AssignedToUpn, ImportField::Email),
    ("emailaddress", ImportField::AssignedToUpn, ImportField::Email),
];

/// Columns that are recognised in order to be left out.
const LEFT_OUT: &[(&str, &[&str])] = &[
    (
        PRIVATE,
        &[
            "mobile",
            "mobile phone",
            "mobilephone",
            "mobilenumber",
            "mobilephonenumber",
            "mobile number",
            "cell",
            "cell phone",
            "cellular_num",
            "home phone",
            "homephone",
            "pager",
            "pagerphonenumber",
            "dynamic extension - external number",
            "temp #",
        ],
    ),
    (
        UNUSED,
        &[
            "manager",
            "installed",
            "acquisitiondate",
            "registrarpool",
            "voicepolicy",
            "usergroup",
            "callerid",
            "cidnum",
            "caller id",
            "outbound caller id",
            "fax",
            "facsimile telephone number",
            "findmefollow_grplist",
            "mac",
            "device name",
            "device type",
            "model",
            "city",
            "state",
            "country",
            "zip",
            "zip code",
            "street address",
            "postal code",
            "cost center",
            "cost ctr",
            "accountenabled",
            "objectid",
            "id",
            "samaccountname",
            "alias",
        ],
    ),
];

/// What a normalised header means in a sheet read as `target`.
pub(super) fn meaning(header: &str, target: ImportTarget) -> Option<Meaning> {
    if let Some((_, number, person)) = BY_TARGET.iter().find(|(known, ..)| *known == header) {
        return Some(Meaning::Field(if target == ImportTarget::PhoneNumbers {
            *number
        } else {
            *person
        }));
    }
    if let Some((field, _)) = EVERYWHERE.iter().find(|(_, headers)| headers.contains(&header)) {
        return Some(Meaning::Field(*field));
    }
    LEFT_OUT
        .iter()
        .find(|(_, headers)| headers.contains(&header))
        .map(|(why, _)| Meaning::LeftOut(why))
}
