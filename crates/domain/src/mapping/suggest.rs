//! What one column may be: its header and its cells give fields with a score each, best first.

use super::ImportField::{self, *};
use super::candidate::{CLEAR_SHARE, Candidate, Facts, Options};
use super::cells::from_cells;
use super::content::{Content, Kind};
use super::formats::Format;
use super::survey_columns;
use super::synonyms::{self, Known, Meaning};
use crate::enums::ImportTarget;

/// Fields whose cells are never a mere yes or no, whatever a word of the header seems to say.
const NEVER_FLAGS: [ImportField; 10] = [
    E164,
    FurtherNumber,
    Extension,
    NumberMask,
    Upn,
    Email,
    UserKey,
    DisplayName,
    FirstName,
    LastName,
];

/// The fields that a column of a list of `target` may have.
pub(super) fn options(facts: &Facts, target: ImportTarget, format: Option<&Format>) -> Options {
    if facts.secret {
        return Options::none(100, "Passwords, PINs and account numbers are not imported.");
    }
    if let Some(format) = format
        && let Some(field) = format.field(&facts.series)
    {
        let why = format!("The export {} is known for this.", format.name);
        return match field {
            Some(field) => Options {
                candidates: vec![Candidate {
                    field,
                    score: 99,
                    why,
                }],
                otherwise: (50, String::new()),
                from_cells: false,
            },
            None => Options::none(95, format!("{why} It is left out.")),
        };
    }
    if let Some(options) = of_survey(facts, target) {
        return options;
    }
    match facts.known.map(|known| (known, known.meaning)) {
        Some((_, Meaning::LeftOut(why))) => Options {
            candidates: own_caller_id(facts, target).into_iter().collect(),
            ..Options::none(90, why)
        },
        Some((known, Meaning::Fields(fields))) => from_header(facts, known, fields, target),
        None => from_cells(facts, target),
    }
}

/// What the header says in a list of what is found at a site. A list of sites has columns of such lists too.
fn of_survey(facts: &Facts, target: ImportTarget) -> Option<Options> {
    let of_site = [EmergencyLocation, ContactName];
    if survey_columns::is_found_at_site(target) {
        return survey_columns::options(facts, target);
    }
    let options = (target == ImportTarget::Sites).then(|| survey_columns::options(facts, target))??;
    let own = options
        .candidates
        .first()
        .is_some_and(|it| of_site.contains(&it.field) && it.score >= 85);
    own.then_some(options)
}

/// A caller ID that is another number in every row is the line's own; a company's main number would repeat. Any
/// other column of numbers comes before it.
fn own_caller_id(facts: &Facts, target: ImportTarget) -> Option<Candidate> {
    let content = &facts.content;
    let own = content.filled >= 2 && content.is_distinct() && content.share(Kind::Numbers) >= CLEAR_SHARE;
    let fits = own && E164.belongs_to(target) && synonyms::is_caller_id(&facts.header);
    fits.then(|| Candidate {
        field: E164,
        score: 40,
        why: "Every row has a caller ID of its own.".to_owned(),
    })
}

fn from_header(facts: &Facts, known: Known, fields: &[ImportField], target: ImportTarget) -> Options {
    let content = &facts.content;
    if fields.first() == Some(&NumberType) && content.share(Kind::Routings) >= CLEAR_SHARE {
        return Options::none(90, synonyms::routing_reason());
    }
    let mut candidates = Vec::new();
    let belonging = fields.iter().filter(|field| field.belongs_to(target));
    for (place, field) in belonging.enumerate() {
        let base = known.strength.saturating_sub(4 * place as u8);
        weigh(*field, base, known, facts, target, &mut candidates);
    }
    if candidates.is_empty() {
        let numbers = content.share(Kind::Numbers) >= CLEAR_SHARE && !fields.contains(&FurtherNumber);
        if numbers && !fields.iter().any(|field| matches!(field, MainNumber | Btn)) {
            return from_cells(facts, target);
        }
        if fields.iter().any(|field| field.belongs_to(target)) {
            return Options::none(60, "Its cells do not bear out what its header says.");
        }
        // The header belongs to another kind of list. Names are names there too; what tells rows apart is not
        // taken from a header that means something else.
        let mut options = from_cells(facts, target);
        options
            .candidates
            .retain(|candidate| candidate.field == DisplayName);
        return match options.candidates.is_empty() {
            true => Options::none(60, "Known, but not for this kind of list."),
            false => options,
        };
    }
    Options {
        candidates,
        otherwise: (50, String::new()),
        from_cells: false,
    }
}

/// Judges a field that the header names by the cells; they may name a neighbouring field instead.
fn weigh(
    field: ImportField,
    base: u8,
    known: Known,
    facts: &Facts,
    target: ImportTarget,
    into: &mut Vec<Candidate>,
) {
    let content = &facts.content;
    let said = format!("The header \"{}\" is known for this.", facts.header);
    let mut add = |field: ImportField, score: u8, why: String| {
        let score = if content.filled == 0 {
            score.saturating_sub(20)
        } else {
            score
        };
        if field.belongs_to(target) && !into.iter().any(|known| known.field == field) {
            into.push(Candidate { field, score, why });
        }
    };
    let numbers = content.share(Kind::Numbers);
    let clear = |kind: Kind| content.share(kind) >= CLEAR_SHARE;
    if ruled_out(field, known, facts, target) || is_refuted(field, known, content) {
        return;
    }
    if matches!(field, E164 | FurtherNumber) {
        if field == E164 && numbers == 0 && clear(Kind::Short) && content.share(Kind::Tiny) < 80 {
            add(
                Extension,
                base.saturating_sub(10),
                "The cells are short numbers.".to_owned(),
            );
            add(E164, 25, said);
        } else if content.share(Kind::Tiny) < 80 {
            add(field, borne_out(base, 55, numbers, content), said);
        }
    } else if field == Extension && numbers >= full_numbers_share(target) {
        let why = format!("{numbers} % of the cells are full telephone numbers.");
        add(E164, base.saturating_sub(9), why.clone());
        add(FurtherNumber, base.saturating_sub(15), why);
    } else if field == Upn {
        let addresses = content.share(Kind::Addresses);
        if addresses > 0 || content.filled == 0 || known.strength > 60 {
            add(Upn, borne_out(base, 50, addresses, content), said);
        }
    } else if let Some((other, less, why)) = neighbour(field, target, content) {
        add(other, base.saturating_sub(less), why.to_owned());
        if other == Upn {
            add(UserKey, base.saturating_sub(50), said);
        }
    } else if fits(field, known, target, content) {
        add(field, base, said);
    }
}

/// The field that the cells name rather than the header, how much less sure it is than the header, and why.
fn neighbour(
    field: ImportField,
    target: ImportTarget,
    content: &Content,
) -> Option<(ImportField, u8, &'static str)> {
    const ADDRESSES: &str = "The cells are addresses with an @.";
    let clear = |kind: Kind| content.share(kind) >= CLEAR_SHARE;
    if field == UserKey && clear(Kind::Addresses) {
        Some((Upn, 15, ADDRESSES))
    } else if field == UserKey && clear(Kind::People) {
        Some((DisplayName, 15, "The cells are names of people."))
    } else if field == Description && clear(Kind::Addresses) && target == ImportTarget::PhoneNumbers {
        Some((AssignedToUpn, 10, ADDRESSES))
    } else if field == AccountType && clear(Kind::Guids) {
        // A column of words says the same and is easier to check.
        Some((AccountType, 10, "The cells are applications that Teams knows."))
    } else {
        None
    }
}

/// Whether the cells say that a column holds no numbers, or not those of the row, whatever its header says.
fn ruled_out(field: ImportField, known: Known, facts: &Facts, target: ImportTarget) -> bool {
    let content = &facts.content;
    let full = content.share(Kind::Numbers) > 0;
    let short = content.share(Kind::Short) >= CLEAR_SHARE;
    let telling_only = known.strength <= 60 && content.filled > 0;
    let dialed = matches!(field, E164 | FurtherNumber | Extension);
    let counted = dialed && content.share(Kind::Ordinals) >= CLEAR_SHARE;
    // The number of a contact is not the site's, nor is that of anything else that the header begins with.
    let of_another =
        target == ImportTarget::Sites && field == E164 && (telling_only || facts.series.contains("contact"));
    // French has one word for a telephone and for a position.
    let position = field == Extension && facts.fields().contains(&JobTitle) && content.filled > 0 && !short;
    // One word of a longer header is not enough where no cell looks like a number: `Phone Needed?`.
    let unlike = if matches!(field, E164 | FurtherNumber | MainNumber | Btn) {
        telling_only && !full && (!short || content.share(Kind::Tiny) > 0)
    } else {
        field == Extension && telling_only && !full && !short
    };
    counted || of_another || position || unlike
}

/// Whether the cells cannot be what the header seems to say.
fn is_refuted(field: ImportField, known: Known, content: &Content) -> bool {
    let flags = content.share(Kind::Flags) >= CLEAR_SHARE && NEVER_FLAGS.contains(&field);
    // One extension for everybody tells nobody apart.
    let same = field == Extension && content.filled >= 3 && content.distinct == 1;
    // A single word in a longer header, such as "phone" or "mail", and nothing below that could be one.
    let passing = known.strength < synonyms::TELLING;
    let none = |kinds: &[Kind]| kinds.iter().all(|kind| content.share(*kind) == 0);
    let no_number = none(&[Kind::Numbers, Kind::Short]);
    let unlike = (field == FurtherNumber && no_number)
        || (field == E164 && content.filled > 0 && no_number)
        || (field == Email && content.filled > 0 && none(&[Kind::Addresses]));
    flags || same || (passing && unlike)
}

/// The score of a header whose cells bear it out by `share` percent; `least` percent of it are certain.
fn borne_out(base: u8, least: u32, share: u8, content: &Content) -> u8 {
    let share = if content.filled == 0 {
        100
    } else {
        u32::from(share)
    };
    (u32::from(base) * (least + share * (100 - least) / 100) / 100) as u8
}

/// Whether the cells leave room for what the header says.
fn fits(field: ImportField, known: Known, target: ImportTarget, content: &Content) -> bool {
    let text = matches!(
        field,
        FirstName | LastName | DisplayName | UserKey | Department | Site
    );
    let numbers = text && content.share(Kind::Numbers) >= CLEAR_SHARE;
    let codes = matches!(field, Site | Name) && content.share(Kind::Guids) >= CLEAR_SHARE;
    let loose = known.loose && content.filled > 0 && !bears_out(field, content);
    let nobody = field == DisplayName
        && known.strength <= 60
        && target == ImportTarget::EndUsers
        && content.share(Kind::People) < CLEAR_SHARE;
    !numbers && !loose && !codes && !nobody
}

/// A queue or an attendant is reached by number: there a few full numbers are enough.
fn full_numbers_share(target: ImportTarget) -> u8 {
    match target {
        ImportTarget::CallQueues | ImportTarget::AutoAttendants => 25,
        ImportTarget::PhoneNumbers
        | ImportTarget::EndUsers
        | ImportTarget::ResourceAccounts
        | ImportTarget::CallQueueAgents
        | ImportTarget::CallQueueGroups
        | ImportTarget::Sites
        | ImportTarget::LosingAccountNumbers
        | ImportTarget::PortOrderEvents
        | ImportTarget::EmergencyLocations
        | ImportTarget::NetworkSegments
        | ImportTarget::Circuits
        | ImportTarget::SpecialLines
        | ImportTarget::Devices
        | ImportTarget::Licenses
        | ImportTarget::Contacts => CLEAR_SHARE,
    }
}

/// Whether cells speak for a coded field whose header has other meanings too.
fn bears_out(field: ImportField, content: &Content) -> bool {
    if field == NumberType {
        content.share(Kind::NumberTypes) > 0
    } else if matches!(field, PortingStatus | OrderStatus) {
        content.share(Kind::Statuses) > 0 && content.share(Kind::States) < CLEAR_SHARE
    } else if field == Disposition {
        content.share(Kind::Dispositions) > 0
    } else {
        field != State || content.share(Kind::Statuses) < CLEAR_SHARE
    }
}
