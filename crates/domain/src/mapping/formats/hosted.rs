//! Hosted telephony: BroadWorks, Zoom, RingCentral and their like.

use super::Format;
use crate::enums::ImportTarget;
use crate::mapping::ImportField::*;

pub(super) const FORMATS: &[Format] = &[
    Format {
        id: "broadworks_users",
        name: "BroadWorks users",
        target: ImportTarget::EndUsers,
        needs: "serviceProviderId|groupId|userId|firstName|callingLineIdPhoneNumber",
        columns: &[
            ("userId", Some(UserKey)),
            ("emailAddress", Some(Upn)),
            ("groupId", Some(Site)),
            ("firstName", Some(FirstName)),
            ("lastName", Some(LastName)),
            ("phoneNumber", Some(E164)),
            ("extension", Some(Extension)),
            ("department", Some(Department)),
            ("title", Some(JobTitle)),
        ],
        closed: true,
    },
    Format {
        id: "broadworks_hunt_groups",
        name: "BroadWorks hunt groups",
        target: ImportTarget::CallQueues,
        needs: "serviceUserId|serviceInstanceProfile.name|policy|agentUserId",
        columns: &[
            ("serviceInstanceProfile.name", Some(Name)),
            ("serviceInstanceProfile.phoneNumber", Some(E164)),
            ("serviceInstanceProfile.extension", Some(Extension)),
            ("policy", Some(RoutingMethod)),
            ("agentUserId", Some(Agent)),
            ("groupId", Some(Site)),
        ],
        closed: true,
    },
    Format {
        id: "zoom_phone_users",
        name: "Zoom Phone users",
        target: ImportTarget::EndUsers,
        needs: "Email|Extension Number|Phone Number|Calling Plan|Outbound Caller ID",
        columns: &[
            ("Email", Some(Upn)),
            ("Template", None),
            ("Calling Plan", None),
            ("Emergency Address", None),
        ],
        closed: false,
    },
    Format {
        id: "ringcentral_users",
        name: "RingCentral users",
        target: ImportTarget::EndUsers,
        needs: "License Billing ID|Direct Number|Ext. Number",
        columns: &[
            ("License Billing ID", None),
            ("Emergency Response Location", None),
        ],
        closed: false,
    },
];
