//! The facts a cutover script is made from, as the database holds them: unchecked text.

use chrono::{NaiveDate, NaiveTime};

use crate::enums::{PortOrderStatus, RoutingType};
use crate::timestamp::Timestamp;

/// Everything a cutover script depends on, without the script's own id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutoverFacts {
    /// The customer, as shown to the person who runs the script.
    pub customer_name: String,
    /// The Entra tenant id (a GUID), when known.
    pub tenant_id: Option<String>,
    /// A verified domain of the tenant, when known.
    pub tenant_domain: Option<String>,
    /// `Customer / Site / Migration`, as shown to the person who runs the script.
    pub migration_path: String,
    /// How calls reach Teams; decides the number type.
    pub routing_type: RoutingType,
    /// The port order whose numbers are assigned; none for numbers that need no port.
    pub order: Option<CutoverOrder>,
    /// One entry per person and number.
    pub rows: Vec<AssignmentFacts>,
}

/// The port order behind a cutover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutoverOrder {
    /// What people call the order: the PON, or the reference it has until there is one.
    pub reference: String,
    /// The firm order commitment's date in the site's own calendar.
    pub foc_local_date: Option<NaiveDate>,
    /// The time of day of the commitment, in `foc_time_zone`.
    pub foc_time: Option<NaiveTime>,
    /// The IANA zone in which date and time are meant.
    pub foc_time_zone: Option<String>,
    /// The committed instant, when date, time and zone are all known.
    pub foc_at: Option<Timestamp>,
    /// Where the order stands.
    pub status: PortOrderStatus,
}

/// One person and the number that becomes theirs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssignmentFacts {
    /// The user principal name; empty when the source had none.
    pub upn: String,
    /// The person's name, only ever shown.
    pub display_name: String,
    /// The number in E.164.
    pub e164: String,
    /// The extension behind the number; empty when there is none.
    pub extension: String,
    /// The online voice routing policy, for Direct Routing.
    pub voice_routing_policy: Option<String>,
    /// The tenant dial plan.
    pub dial_plan: Option<String>,
    /// The Teams calling policy.
    pub calling_policy: Option<String>,
    /// The two-letter country in which the person uses the licence.
    pub usage_location: Option<String>,
    /// The emergency location; only an id (a GUID) can be handed to the tenant.
    pub emergency_location: Option<String>,
}

/// The text without surrounding white space, or nothing when nothing remains.
pub(super) fn present(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// A policy that has to be granted: `Global` is what a person has without any grant.
pub(super) fn policy(text: &Option<String>) -> Option<&str> {
    present(text).filter(|name| !name.eq_ignore_ascii_case("global"))
}

/// The location id, where the emergency location is one.
pub(super) fn location_id(text: &Option<String>) -> Option<&str> {
    present(text).filter(|location| uuid::Uuid::parse_str(location).is_ok())
}

/// The rows in the order in which a script treats them: by UPN without regard to case, then by number.
pub(super) fn sorted(rows: &[AssignmentFacts]) -> Vec<&AssignmentFacts> {
    let mut rows: Vec<&AssignmentFacts> = rows.iter().collect();
    rows.sort_by_cached_key(|row| {
        (
            row.upn.to_lowercase(),
            row.e164.clone(),
            row.extension.clone(),
            row.upn.clone(),
        )
    });
    rows
}

impl AssignmentFacts {
    /// The number as Teams writes it: `+12065550100` or `+12065550100;ext=204`.
    pub(super) fn line(&self) -> String {
        match self.extension.trim() {
            "" => self.e164.trim().to_owned(),
            extension => format!("{};ext={extension}", self.e164.trim()),
        }
    }
}

impl CutoverOrder {
    /// The instant before which no number of the order may be assigned: the committed instant, else the
    /// beginning of the committed day in its zone, else (no zone known) the moment that day has begun
    /// everywhere on earth. A number assigned earlier is found by reverse number lookup at once, so internal
    /// calls would divert to Teams while the outside still rings the old line.
    pub fn not_before(&self) -> Option<Timestamp> {
        if self.foc_at.is_some() {
            return self.foc_at;
        }
        let midnight = self.foc_local_date?.and_time(NaiveTime::MIN);
        let start = self
            .foc_time_zone
            .as_deref()
            .and_then(|zone| zone.trim().parse::<chrono_tz::Tz>().ok())
            .and_then(|zone| {
                // Where the clock jumps over midnight, the day begins with the jump.
                (0..4).find_map(|hour| {
                    (midnight + chrono::TimeDelta::hours(hour))
                        .and_local_timezone(zone)
                        .earliest()
                })
            });
        Some(Timestamp::new(match start {
            Some(start) => start.to_utc(),
            None => (midnight + chrono::TimeDelta::hours(12)).and_utc(),
        }))
    }
}
