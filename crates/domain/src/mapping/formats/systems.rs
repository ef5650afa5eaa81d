//! Telephone systems on the premises: FreePBX, 3CX, Avaya, Mitel.

use super::Format;
use crate::enums::ImportTarget;
use crate::mapping::ImportField::*;

pub(super) const FORMATS: &[Format] = &[
    Format {
        id: "freepbx_dids",
        name: "FreePBX inbound routes",
        target: ImportTarget::PhoneNumbers,
        needs: "cidnum|extension|destination",
        columns: &[
            ("extension", Some(E164)),
            ("destination", Some(NumberType)),
            ("description", Some(Description)),
        ],
        closed: true,
    },
    Format {
        id: "freepbx_extensions",
        name: "FreePBX extensions",
        target: ImportTarget::EndUsers,
        needs: "extension|name|outboundcid|tech|devicetype",
        columns: &[
            ("extension", Some(Extension)),
            ("name", Some(DisplayName)),
            ("outboundcid", Some(E164)),
            ("voicemail_email", Some(Upn)),
        ],
        closed: true,
    },
    Format {
        id: "3cx_extensions",
        name: "3CX extensions",
        target: ImportTarget::EndUsers,
        needs: "Number|FirstName|LastName|EmailAddress|OutboundCallerID|SIPID",
        columns: &[
            ("Number", Some(Extension)),
            ("FirstName", Some(FirstName)),
            ("LastName", Some(LastName)),
            ("EmailAddress", Some(Upn)),
            ("DID", Some(E164)),
        ],
        closed: true,
    },
    Format {
        id: "3cx_inbound_rules",
        name: "3CX inbound rules",
        target: ImportTarget::PhoneNumbers,
        needs: "NAME|MASK|INOFFICE_DEST_TYPE",
        columns: &[
            ("NAME", Some(Description)),
            ("MASK", Some(E164)),
            ("INOFFICE_DEST_TYPE", Some(NumberType)),
        ],
        closed: true,
    },
    Format {
        id: "avaya_stations",
        name: "Avaya stations",
        target: ImportTarget::EndUsers,
        needs: "Extension|Type|Port|Name|COR|COS",
        columns: &[
            ("Extension", Some(Extension)),
            ("Name", Some(DisplayName)),
            ("Room", None),
        ],
        closed: true,
    },
    Format {
        id: "avaya_ipdect_users",
        name: "Avaya IP-DECT users",
        target: ImportTarget::EndUsers,
        needs: "Long Name|Display Name|Name|Number|IPEI/IPDI",
        columns: &[
            ("Name", Some(UserKey)),
            ("Number", Some(Extension)),
            ("Long Name", Some(DisplayName)),
            ("Display Name", None),
        ],
        closed: false,
    },
    Format {
        id: "mitel_micollab_users",
        name: "Mitel MiCollab users",
        target: ImportTarget::EndUsers,
        needs: "First Name|Last Name|Office phone number|Teleworker Phone Number",
        columns: &[
            ("First Name", Some(FirstName)),
            ("Last Name", Some(LastName)),
            ("Office phone number", Some(Extension)),
        ],
        closed: true,
    },
    Format {
        id: "mitel_shoretel_users",
        name: "Mitel Connect users",
        target: ImportTarget::EndUsers,
        needs: "Extension|FirstName|LastName|UserLicenseType|CallerID",
        columns: &[
            ("Extension", Some(Extension)),
            ("FirstName", Some(FirstName)),
            ("LastName", Some(LastName)),
            ("CallerID", Some(E164)),
            ("Site", Some(Site)),
            ("EmailAddress", Some(Upn)),
        ],
        closed: true,
    },
];
