//! Texts that stand for codes, as people and programs write them; all in lower case.

/// A code and the texts that mean it, separated by `|`.
pub(super) type Words = &'static [(&'static str, &'static str)];

pub(super) const NUMBER_TYPES: Words = &[
    (
        "user",
        "did|did block|dids|person|employee|user did|ddi|direct|end user|did number|primary|user line\
         |user phone|staff|direct line|direct dial|from-did-direct|extension|benutzer|utilisateur\
         |usuario|personal|desk|desk phone|employee did|individual|usr",
    ),
    (
        "auto_attendant",
        "aa|ivr|main|main line|main number|attendant|autoattendant|auto-attendant|menu|main menu\
         |pilot|reception|receptionist|switchboard|digital receptionist|call handler|application\
         |zentrale|front desk|standard",
    ),
    (
        "call_queue",
        "cq|queue|hunt group|huntgroup|hunt|acd|call center|call queue|callqueue|ring group|ringgroup\
         |hg|contact center|contact centre|call centre|warteschlange|acd queue|pickup group",
    ),
    (
        "fax",
        "fax line|efax|fax machine|facsimile|analog fax|fax server|fax number|fax to email|telefax\
         |t.38",
    ),
    (
        "conference_room",
        "conference|conf room|conf|room|meeting room|teams room|meetingroom|conference phone\
         |conference line|mtr|board room|boardroom|besprechungsraum",
    ),
    (
        "shared",
        "common area|common area phone|cap|lobby|shared line|kiosk|shared phone|common|breakroom\
         |break room|courtesy phone|hallway|warehouse phone|common-area|shared device",
    ),
    (
        "other",
        "tf|toll free|toll-free|tollfree|elevator|alarm|emergency|door|paging|modem|fire alarm|gate\
         |pots|analog|misc|spare|unused|analogue|alarm line|elevator phone|lift|security|intercom\
         |overhead paging|door phone|gate phone|postage meter|credit card|fire panel|franking\
         |other line|data|dsl|reserved|toll free number|800|8xx|elin|test|vacant|available",
    ),
];

pub(super) const USAGES: Words = &[
    ("user", "person|did"),
    ("voice_app", "voice app|voiceapp|aa|cq|service"),
    ("conference", "conf|conference bridge"),
];

pub(super) const STATUSES: Words = &[
    (
        "not_started",
        "not started|new|open|to do|todo|none|pending|not submitted|pending submission|in planning\
         |planned|not ported|to be ported",
    ),
    (
        "loa_submitted",
        "loa sent|submitted|loa submitted|port submitted|sent to carrier|loa pending|lsr submitted\
         |order submitted|port requested|in progress|in process|pending foc|awaiting foc\
         |waiting for foc|loa out|loa signed",
    ),
    (
        "loa_rejected",
        "loa rejected|rejected|port rejected|loa reject|lsr rejected|reject|order rejected\
         |rejected by carrier",
    ),
    (
        "foc_received",
        "foc rcvd|foc received|foc|foc'd|confirmed|foc confirmed|focd|foc date received|foc issued\
         |port confirmed|approved",
    ),
    (
        "port_scheduled",
        "scheduled|port scheduled|foc scheduled|schd|date set|port date set",
    ),
    (
        "ported",
        "port complete|port completed|completed|complete|done|ported in|port done|closed|activated\
         |live|moved|port ok|cutover complete|migrated",
    ),
    (
        "verified",
        "tested|verified ok|tested ok|test ok|test passed|verified working|confirmed working",
    ),
    ("failed", "port failed|fail|failed port|snapback|snap back|error"),
];

/// Texts in a status column that speak of the number's fate and not of its port.
pub(super) const STATUS_DISPOSITIONS: Words = &[
    (
        "retain",
        "do not port|don't port|dont port|dnp|no port|retain|keep",
    ),
    ("disconnect", "disconnect|cancel line"),
];

pub(super) const DISPOSITIONS: Words = &[
    ("port", "yes|y|port in|to port"),
    ("new", "order new|new number"),
    ("retain", "no|n|do not port|don't port|dnp|keep|stay"),
    ("disconnect", "cancel|drop|remove"),
    ("forward", "fwd|call forward"),
    ("unknown", "?|tbd|undecided"),
];

pub(super) const ACCOUNT_TYPES: Words = &[
    // The identifier is the application that Teams gives to every such resource account.
    (
        "auto_attendant",
        "aa|auto attendant|autoattendant|attendant|ivr|menu|ce933385-9390-45d1-9512-c8d228074e07",
    ),
    // The identifier is the application that Teams gives to every such resource account.
    (
        "call_queue",
        "cq|call queue|callqueue|queue|hunt group|11cd3e2e-fccb-42ad-ad00-878b93575e07",
    ),
];

pub(super) const ROUTING_METHODS: Words = &[
    (
        "attendant",
        "attendant routing|broadcast|simultaneous|ring all|ringall|ringallv2|ringallv2-prim|all\
         |all at once|parallel|simultaneous ring|group ring|simring|alle|ring all agents",
    ),
    (
        "serial",
        "serial routing|top down|top-down|regular|linear|sequential|in order|hunt|hunting|priority\
         |rrordered|ordered|fixed order|one by one|nacheinander|hunt by priority|prioritized hunt\
         |fixed|firstavailable",
    ),
    (
        "round_robin",
        "round robin|roundrobin|circular|rotary|uniform|rrmemory|wrandom|memory hunt|cyclic|rotating\
         |weighted call distribution|weighted|random|ringing turn",
    ),
    (
        "longest_idle",
        "longest idle|longest idle time|longest idle agent|leastrecent|least recent|most idle\
         |idle longest|most idle agent|longest waiting|longest idle user|uniform call distribution\
         |ucd",
    ),
];

pub(super) const ACTIONS: Words = &[
    (
        "disconnect",
        "hang up|hangup|drop|release|end call|endcall|terminate|busy|busy signal",
    ),
    (
        "forward_external",
        "external|external number|forward to external|external phone number|pstn|outside number\
         |forward external",
    ),
    (
        "forward_user",
        "user|person|forward to user|person in organization|extension|forward to person|agent\
         |redirect to person",
    ),
    (
        "forward_voice_app",
        "voice app|voiceapp|application|auto attendant|call queue|queue to queue|resource account\
         |forward to voice app|redirect to voice app",
    ),
    (
        "voicemail",
        "voice mail|personal voicemail|user voicemail|vm|voicemail (personal)",
    ),
    (
        "shared_voicemail",
        "shared voicemail|sharedvoicemail|voicemail (shared)|group voicemail|shared vm|team voicemail",
    ),
    (
        "queue",
        "stay in queue|keep in queue|wait|remain in queue|queue call",
    ),
];

pub(super) const ORDER_STATUSES: Words = &[
    ("draft", "new|created|not submitted|incomplete|open"),
    ("ready", "ready to submit|validated"),
    (
        "loa_requested",
        "loa requested|loa sent|awaiting loa|waiting for loa|pending loa|awaiting documents\
         |pending documents|pending documentation",
    ),
    (
        "loa_signed",
        "loa signed|loa received|documents received|docs received",
    ),
    (
        "submitted",
        "lsr submitted|order submitted|sent|sent to carrier|in progress|in process|processing|pending\
         |received|accepted|acknowledged|pending foc|awaiting foc|waiting for foc|under review\
         |in review|pending carrier|lsr sent|supplement sent|resubmitted|port requested|requested\
         |pending losing carrier|working",
    ),
    (
        "rejected",
        "reject|lsr rejected|order rejected|declined|clarification|in clarification|needs correction\
         |exception|losing carrier reject|clarification needed|rejected by losing carrier|denied\
         |error|action required|pending customer|abgelehnt|rejete|rechazado",
    ),
    (
        "foc_received",
        "foc|foc'd|focd|foc rcvd|foc received|foc confirmed|confirmed|firm order commitment|firm\
         |foc issued|approved|port confirmed|foc date confirmed|bestatigt|committed",
    ),
    (
        "scheduled",
        "port scheduled|activation scheduled|foc scheduled|ready for activation|pending activation\
         |scheduled for activation|pending port",
    ),
    (
        "jeopardy",
        "in jeopardy|jep|jeop|foc jeopardy|delayed|on hold|hold|held",
    ),
    (
        "cancel_requested",
        "cancel requested|cancellation requested|cancel pending|pending cancel|pending cancellation\
         |cancelling",
    ),
    (
        "partially_ported",
        "partially ported|partial|partially complete|partially completed|partial complete\
         |partially activated",
    ),
    (
        "ported",
        "port complete|port completed|completed|complete|activated|ported in|done|port in complete\
         |success|successful|finished|active|portiert",
    ),
    ("verified", "tested|verified ok"),
    ("closed", "order closed|archived"),
    (
        "cancelled",
        "canceled|cancel|cancelled by customer|withdrawn|voided|void|storniert|order cancelled\
         |order canceled",
    ),
    ("failed", "port failed|fail|activation failed|expired"),
    (
        "snapped_back",
        "snapback|snap back|snapped back|ported back|rolled back|reversed",
    ),
];
