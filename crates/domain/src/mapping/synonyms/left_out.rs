//! Headers that are recognised in order to be left out, and why.

/// Numbers that belong to people themselves.
pub(super) const PRIVATE: &str = "A private or mobile number; it is never ported.";
/// Numbers that calls show, follow or come from.
pub(super) const FOREIGN: &str = "A number that calls show or go to, not one that belongs to this row.";
/// Columns without use.
pub(super) const UNUSED: &str = "Known, but the import has no use for it.";
/// How calls reach Teams is set for the whole migration.
pub(super) const ROUTING: &str = "How calls reach Teams is set for the migration, not per number.";

/// A header with one of these words names a number that nobody ports.
pub(super) const PRIVATE_WORDS: &[&str] = &[
    "mobile",
    "cell",
    "cellular",
    "cellphone",
    "cel",
    "home",
    "private",
    "personal",
    "pager",
    "handy",
    "mobil",
    "mobilnummer",
    "mobiltelefon",
    "privat",
    "portable",
    "movil",
    "celular",
    "mobiel",
    "mobieltje",
    "gsm",
    "natel",
    "recovery",
    "domicile",
    "privee",
    "particulier",
    "prive",
    "casa",
    "cellulare",
    "mobilephone",
    "mobilenumber",
    "homephone",
    "mobilnumber",
];

/// Headers of the number that a line shows when it calls, as one word each.
pub(super) const CALLER_IDS: &[&str] = &[
    "callerid",
    "calleridnumber",
    "outboundcallerid",
    "outboundcid",
    "outgoingcallerid",
    "calleridoutbound",
    "externalcallerid",
];

/// A header with one of these words speaks of another party or of where calls go.
pub(super) const FOREIGN_WORDS: &[&str] = &[
    "forward",
    "forwarding",
    "caller",
    "callerid",
    "cid",
    "calling",
    "cidnum",
    "outbound",
    "transfer",
    "destination",
    "redirect",
    "redirected",
    "dialed",
    "manager",
    "assistant",
    "supervisor",
    "approver",
    "requester",
    "requestor",
    "sponsor",
    "surveyor",
    "coordinator",
    "by",
    "emergency",
    "escalation",
    "callback",
    "followme",
    "findmefollow",
    "teleworker",
    "diverted",
    "pickup",
    "voicemail",
    "prefix",
    "temp",
    "temporary",
    "park",
    "clid",
    "elin",
    "npa",
    "fwd",
    "cfwd",
    "vm",
    "dial",
];

pub(super) const HEADERS: &[(&str, &str)] = &[
    (
        PRIVATE,
        "dynamic extension external number|temp number|temporary number|alternate email address|alternate email|secondary email|backup email|email alias|teleworker phone number|ip phone home",
    ),
    (
        FOREIGN,
        "caller id|caller id number|callerid|cid num|cidnum|outbound caller id|outbound cid|outboundcid|calling line id phone number\
         |emergency cid|callback number|call forward|forward to|caller number|standard transfer extension|find me follow grplist|findmefollow grplist\
         |outgoing caller id|caller id outbound|emergency callback number|anrufer id|clip|clid|external caller id|line text label\
         |route translation pattern|main npa|redirected number|business owner|process owner|service owner|application owner|budget owner|dialed number mask|internal caller id|dynamic extension number|dynamic extension prefix",
    ),
    (
        UNUSED,
        "manager|installed|acquisition date|registrar pool|voice policy|user group|mac|mac address|device name|device type|model|phone model\
         |phone make model|cost center|cost ctr|account enabled|object id|id|guid|enterprise voice enabled|ev enabled|enabled|hosted voicemail\
         |hosted voice mail|customer name|company name|company|authorized signer|authorized user|authorized representative|port type|port scope\
         |feature type|interpreted user type|user type|created date time|when created|directory synced|block credential|proxy address|template\
         |template alias|room|cor|cos|coverage path|port port|user locale|middle name|initial|nickname|home cluster|user license type|calling plan|capability|tag\
         |location policy|assigned pstn target id|target id|activation state|pstn assignment status|assignment status|assignment category|number source\
         |civic address id|network site id|operator id|pstn partner id|partner id|external id|auth username|auth id|operation|service provider id\
         |service user id|erl|e911 erl|emergency response location|emergency location|floor|suite|ordinal|line number index\
         |client policy|home server|route partition|css|calling search space|ring group time|voicemail|voice mail|voicemail enabled|vm enabled\
         |device|device model|phone type|handset|serial number|serial|ip address|switch port|vlan|jack|cable|row|item|line item|s n|firma|gesellschaft|kostenstelle|geraet|gerat\
         |vm server|voice mailbox|contract|contract number|monthly cost|mrc|cost|price|installation date|last login|created|modified|updated|last updated|install date\
         |what we ask",
    ),
];
