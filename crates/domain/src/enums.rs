//! The closed lists of the field. Where a list is a state machine, its edges live in `transitions`.

use crate::coded::coded_enum;

coded_enum! {
    /// Where a migration project stands.
    MigrationStatus: "migration_status" {
        Planning => "planning" ("Planning"), Discovery => "discovery" ("Discovery"),
        DataCollection => "data_collection" ("Data collection"), InProgress => "in_progress" ("In progress"),
        Porting => "porting" ("Porting"), Testing => "testing" ("Testing"),
        Completed => "completed" ("Completed"), OnHold => "on_hold" ("On hold"),
        Cancelled => "cancelled" ("Cancelled"),
    }
}
coded_enum! {
    /// How calls reach Microsoft Teams.
    RoutingType: "routing_type" {
        DirectRouting => "direct_routing", OperatorConnect => "operator_connect", CallingPlan => "calling_plan",
    }
}
coded_enum! {
    /// What a number is for.
    PhoneNumberType: "phone_number_type" {
        User => "user", AutoAttendant => "auto_attendant", CallQueue => "call_queue", Fax => "fax",
        ConferenceRoom => "conference_room", Shared => "shared", Other => "other",
    }
}
coded_enum! {
    /// The Teams capability a number needs.
    NumberUsage: "number_usage" { User => "user", VoiceApp => "voice_app", Conference => "conference" }
}
coded_enum! {
    /// How far the port of one number has come.
    PortingStatus: "porting_status" {
        NotStarted => "not_started" ("Not started"), LoaSubmitted => "loa_submitted" ("LOA submitted"),
        LoaRejected => "loa_rejected" ("LOA rejected"), FocReceived => "foc_received" ("FOC received"),
        PortScheduled => "port_scheduled" ("Port scheduled"), Ported => "ported" ("Ported"),
        Verified => "verified" ("Verified"), Failed => "failed" ("Failed"),
    }
}
coded_enum! {
    /// What is to become of a number; `unknown` blocks a port order until somebody decides.
    Disposition: "disposition" {
        Port => "port" ("Port"), New => "new" ("New"), Retain => "retain" ("Retain"),
        Disconnect => "disconnect" ("Disconnect"), Forward => "forward" ("Forward"),
        Unknown => "unknown" ("Unknown"),
    }
}
coded_enum! {
    /// What a resource account answers for.
    ResourceAccountType: "resource_account_type" { AutoAttendant => "auto_attendant", CallQueue => "call_queue" }
}
coded_enum! {
    /// How a call queue chooses the next agent.
    CqRoutingMethod: "cq_routing_method" {
        Attendant => "attendant", Serial => "serial", RoundRobin => "round_robin", LongestIdle => "longest_idle",
    }
}
coded_enum! {
    /// What a call queue does with a call it cannot serve; `queue` only where no agent is signed in.
    OverflowAction: "overflow_action" {
        Disconnect => "disconnect", ForwardExternal => "forward_external", ForwardUser => "forward_user",
        ForwardVoiceApp => "forward_voice_app", Voicemail => "voicemail", SharedVoicemail => "shared_voicemail",
        Queue => "queue",
    }
}
coded_enum! {
    /// What a member of the migration team may do.
    TeamRole: "team_role" { Admin => "admin", Member => "member", Viewer => "viewer" }
}
coded_enum! {
    /// Why a contact of the customer matters.
    ContactKind: "contact_kind" {
        AuthorizedSigner => "authorized_signer" ("Authorized signer"), Technical => "technical" ("Technical"),
        Billing => "billing" ("Billing"), Site => "site" ("Site"), Escalation => "escalation" ("Escalation"),
    }
}
coded_enum! {
    /// Whether an order takes every number of the losing account.
    PortScope: "port_scope" { Full => "full", Partial => "partial" }
}
coded_enum! {
    /// Local numbers move by LSR, toll-free numbers by a RespOrg change.
    NumberClass: "number_class" { Local => "local" ("Local"), TollFree => "toll_free" ("Toll-free") }
}
coded_enum! {
    /// Where a port order stands.
    PortOrderStatus: "port_order_status" {
        Draft => "draft" ("Draft"), Ready => "ready" ("Ready"),
        LoaRequested => "loa_requested" ("LOA requested"), LoaSigned => "loa_signed" ("LOA signed"),
        Submitted => "submitted" ("Submitted"), Rejected => "rejected" ("Rejected"),
        FocReceived => "foc_received" ("FOC received"), Scheduled => "scheduled" ("Scheduled"),
        Jeopardy => "jeopardy" ("Jeopardy"), CancelRequested => "cancel_requested" ("Cancel requested"),
        PartiallyPorted => "partially_ported" ("Partially ported"), Ported => "ported" ("Ported"),
        Verified => "verified" ("Verified"), Closed => "closed" ("Closed"),
        Cancelled => "cancelled" ("Cancelled"), Failed => "failed" ("Failed"),
        SnappedBack => "snapped_back" ("Snapped back"),
    }
}
coded_enum! {
    /// What became of one number inside its order.
    OrderNumberOutcome: "order_number_outcome" {
        Ported => "ported", Failed => "failed", Released => "released", Kept => "kept", SnappedBack => "snapped_back",
    }
}
coded_enum! {
    /// Where the losing carrier's list of an account's numbers came from.
    AccountNumberSource: "account_number_source" { Csr => "csr", Bill => "bill", Portal => "portal" }
}
coded_enum! {
    /// What happens to a number that stays behind in a partial port.
    RemainingAction: "remaining_action" { Keep => "keep", Disconnect => "disconnect" }
}
coded_enum! {
    /// A paper that goes with a port order.
    OrderDocumentKind: "order_document_kind" {
        Loa => "loa" ("letter of authorization"), Bill => "bill" ("bill"), Csr => "csr" ("CSR"),
        TollFreeBill => "toll_free_bill" ("toll-free bill"),
    }
}
coded_enum! {
    /// Whether a paper of an order is there; one that nobody has spoken of has no state.
    OrderDocumentState: "order_document_state" {
        Requested => "requested", Received => "received", Rejected => "rejected", Waived => "waived",
    }
}
coded_enum! {
    /// What an attachment proves or holds.
    AttachmentKind: "attachment_kind" {
        Loa => "loa", Csr => "csr", Bill => "bill", Audio => "audio", Photo => "photo", Survey => "survey",
        Snapshot => "snapshot", Result => "result", Other => "other",
    }
}
coded_enum! {
    /// What a sheet of an import is read as, and what a record describes.
    ///
    /// `call_queue_groups` says which groups of agents a queue rings, over any number of levels; its rows join
    /// other sheets and become nothing themselves.
    ImportTarget: "import_target" {
        PhoneNumbers => "phone_numbers", EndUsers => "end_users", ResourceAccounts => "resource_accounts",
        CallQueues => "call_queues", CallQueueAgents => "call_queue_agents",
        CallQueueGroups => "call_queue_groups", AutoAttendants => "auto_attendants", Sites => "sites",
        LosingAccountNumbers => "losing_account_numbers", PortOrderEvents => "port_order_events",
        EmergencyLocations => "emergency_locations", NetworkSegments => "network_segments", Circuits => "circuits",
        SpecialLines => "special_lines", Devices => "devices", Licenses => "licenses", Contacts => "contacts",
    }
}
coded_enum! {
    /// Whether an import still stands.
    ImportStatus: "import_status" { Committed => "committed", Undone => "undone" }
}
coded_enum! {
    /// What an import did with one record.
    ImportOutcome: "import_outcome" {
        Inserted => "inserted", Updated => "updated", Unchanged => "unchanged", Rejected => "rejected",
    }
}
coded_enum! {
    /// What a generated script does in the tenant.
    ScriptKind: "script_kind" {
        Collect => "collect", Prepare => "prepare", Apply => "apply", Cutover => "cutover", Verify => "verify",
        Rollback => "rollback",
    }
}
coded_enum! {
    /// A part of what is to be learnt at a site.
    DiscoverySection: "discovery_section" {
        SiteFacts => "site_facts" ("Site facts"), Contacts => "contacts" ("Contacts"),
        Emergency => "emergency" ("Emergency locations"), LegacySystem => "legacy_system" ("Legacy system"),
        Circuits => "circuits" ("Trunks and circuits"), SpecialLines => "special_lines" ("Special lines"),
        Devices => "devices" ("Devices"), Needs => "needs" ("Needs"), Licenses => "licenses" ("Licenses"),
        Network => "network" ("Network"), Notes => "notes" ("Notes"),
    }
}
coded_enum! {
    /// How much is known about a section or a question.
    DiscoveryState: "discovery_state" {
        Open => "open" ("Open"), Answered => "answered" ("Answered"), Unknown => "unknown" ("Unknown"),
        NotApplicable => "not_applicable" ("Not applicable"),
    }
}
coded_enum! {
    /// What of a network tells where a device is.
    NetworkKind: "network_kind" {
        Subnet => "subnet" ("Subnet"), Switch => "switch" ("Switch"),
        SwitchPort => "switch_port" ("Switch port"), AccessPoint => "access_point" ("Wi-Fi access point"),
    }
}
coded_enum! {
    /// How a trunk reaches the legacy system.
    CircuitKind: "circuit_kind" {
        Pri => "pri" ("PRI"), Sip => "sip" ("SIP"), Analog => "analog" ("Analog"),
    }
}
coded_enum! {
    /// What hangs on a line that is no person's.
    SpecialLineKind: "special_line_kind" {
        Fax => "fax" ("Fax"), Alarm => "alarm" ("Alarm"), Elevator => "elevator" ("Elevator"),
        Door => "door" ("Door"), Gate => "gate" ("Gate"), Paging => "paging" ("Paging"),
        Modem => "modem" ("Modem"), PaymentTerminal => "payment_terminal" ("Payment terminal"),
        Other => "other" ("Other"),
    }
}
coded_enum! {
    /// What becomes of a special line.
    SpecialLineDecision: "special_line_decision" {
        Unknown => "unknown" ("Undecided"), Teams => "teams" ("Teams"),
        AnalogAdapter => "analog_adapter" ("Analog adapter"), Keep => "keep" ("Keep"),
        EFax => "e_fax" ("E-fax"), Retire => "retire" ("Retire"),
    }
}
coded_enum! {
    /// A piece of equipment at a site.
    DeviceKind: "device_kind" {
        DeskPhone => "desk_phone" ("Desk phone"), ConferencePhone => "conference_phone" ("Conference phone"),
        AnalogAdapter => "analog_adapter" ("Analog adapter"), Gateway => "gateway" ("Gateway"),
        Paging => "paging" ("Paging"), Recorder => "recorder" ("Recorder"),
        MusicSource => "music_source" ("Music source"), Headset => "headset" ("Headset"),
        Other => "other" ("Other"),
    }
}
coded_enum! {
    /// What an answer looks like.
    AnswerKind: "answer_kind" {
        YesNo => "yes_no", Text => "text", Number => "number", Date => "date", Choice => "choice",
    }
}
