//! What single words weigh in a header that is no synonym as a whole.

use super::ImportField;

/// Words that add nothing to what a header says.
pub(super) const NEUTRAL: &str = "user|employee|customer|client|current|existing|new|old|my|your|the|of|for|a|in|work|business\
    |office|company|corporate|primary|assigned|full|team|microsoft|ms|voip|pbx|legacy|please|enter\
    |optional|mandatory|required|10|11|4|digit|e164|format|text|value|field|us|agent|person|staff\
    |end|main|official|final|s|list|all|desired|default|telephony|attached|linked|associated|connected|local|observed\
    |planned|proposed|designated|legal|preferred|published|listed|actual|scheduled\
    |le|la|les|de|du|des|del|el|der|die|das|am|au|van|het|prevu|prevue|previsto|prevista|geplant|geplante|gepland\
    |aktuell|aktuelle|aktueller|actuel|actuelle|huidige|neue|nouveau|nouvelle|nuevo|nueva|nieuw|azure|entra|aad|ad|m|o|365";

/// Words for the name of what the rest of a header speaks of, behind it or, in Romance languages, before it.
pub(super) const NAME_WORDS: &[&str] = &[
    "name",
    "title",
    "label",
    "nom",
    "nombre",
    "nome",
    "naam",
    "bezeichnung",
];
/// What has a name by which lists speak of it.
pub(super) const NAMED: &[ImportField] = &[
    ImportField::Carrier,
    ImportField::Department,
    ImportField::JobTitle,
    ImportField::Site,
    ImportField::CallQueue,
    ImportField::AutoAttendant,
    ImportField::AgentGroup,
    ImportField::Agent,
    ImportField::LicenseSku,
    ImportField::RateCenter,
    ImportField::DialPlan,
    ImportField::VoiceRoutingPolicy,
    ImportField::LegacyPbx,
    ImportField::City,
    ImportField::State,
    ImportField::Country,
];

/// Words that mean a code only where the cells say so.
pub(super) const LOOSE: &str = "port|type|kind|plan|category|action|function|state|art|typ|tipo|service|moving|move|keep|porting|estado|response|reason|error|policy\
    |routing|distribution|strategy|decision|capability|target type|allocation|purpose|stand";

/// A single word that tells the field of a longer header, and how the synonyms spell it.
pub(super) const TELLING_WORDS: &[(&str, &str)] = &[
    ("extension", "extension"),
    ("nebenstelle", "extension"),
    ("durchwahl", "extension"),
    ("upn", "upn"),
    ("email", "email"),
    ("foc", "foc"),
    ("btn", "btn"),
    ("carrier", "carrier"),
    ("did", "did"),
    ("ddi", "did"),
    ("tn", "tn"),
    ("phone", "phone"),
    ("rufnummer", "did"),
    ("telefonnummer", "did"),
    ("surname", "surname"),
    ("department", "department"),
    ("note", "note"),
    ("comment", "note"),
    ("remark", "note"),
    ("telefono", "did"),
    ("telefon", "did"),
];

/// What a longer header speaks of when it ends with one of these: `Supervisory Department`, `Number Label`.
pub(super) const HEADS: &[&str] = &[
    "label",
    "building",
    "campus",
    "site",
    "branch",
    "facility",
    "division",
    "license",
    "queue",
    "attendant",
    "pbx",
    "timezone",
    "zip",
    "holiday",
    "closure",
    "cutover",
    "provider",
    "language",
    "hour",
    "location",
    "description",
    "telco",
];
/// Behind a telling word these say that the column is about something of it: `Extension Type`, `Phone Needed?`.
pub(super) const ATTRIBUTES: &[&str] = &[
    "account",
    "alias",
    "budget",
    "charge",
    "class",
    "code",
    "cost",
    "count",
    "date",
    "enabled",
    "expiry",
    "flag",
    "format",
    "head",
    "id",
    "kind",
    "length",
    "level",
    "make",
    "model",
    "needed",
    "plan",
    "policy",
    "profile",
    "rep",
    "representative",
    "required",
    "server",
    "setting",
    "status",
    "template",
    "type",
    "use",
    "usage",
    "vendor",
    "verified",
];

/// Words behind a destination that say no more than that it is one: `After Hours Goes To`.
pub(super) const TOWARD: &[&str] = &[
    "to",
    "go",
    "goe",
    "route",
    "send",
    "sent",
    "forward",
    "transfer",
    "destination",
    "target",
];
/// What is a destination.
pub(super) const DESTINATIONS: &[ImportField] = &[
    ImportField::AfterHours,
    ImportField::Operator,
    ImportField::MenuOption,
    ImportField::TimeoutTarget,
    ImportField::OverflowTarget,
];
