//! Holidays of coming years, computed for a site.

use portflow_domain::discovery::holidays::HolidaySet;
use portflow_domain::entities::{Holiday, TimeRange};
use portflow_domain::ids::SiteId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which holidays to compute.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HolidaysOfYears {
    /// The site whose holidays they are added to.
    pub site_id: SiteId,
    /// Whose holidays.
    pub set: HolidaySet,
    /// The first calendar year.
    pub first_year: i32,
    /// The last calendar year.
    pub last_year: i32,
    /// With days on which most offices are closed without a law, such as the day after Thanksgiving.
    #[serde(default)]
    pub customary: bool,
    /// With Christmas Eve and New Year's Eve as short days of these hours.
    #[serde(default)]
    pub short_eves: Option<TimeRange>,
}

/// The holidays of the years, and what they make of the site's.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComputedHolidays {
    /// All of the set in these years, by date.
    pub computed: Vec<Holiday>,
    /// Those of them whose dates the site does not have yet.
    pub added: Vec<Holiday>,
    /// The site's own with these added, by date; what a person entered for a date stays.
    pub holidays: Vec<Holiday>,
}
