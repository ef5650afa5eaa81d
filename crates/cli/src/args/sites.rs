//! Arguments about the facts of a site and about when it is open.

use clap::Args;

/// What may be said of a site beside what `site add` asks for.
#[derive(Debug, Args)]
pub struct SiteFields {
    /// Its name.
    #[arg(long)]
    pub name: Option<String>,
    /// Short code.
    #[arg(long)]
    pub code: Option<String>,
    /// House number and street, as the carrier spells them.
    #[arg(long)]
    pub street: Option<String>,
    /// City.
    #[arg(long)]
    pub city: Option<String>,
    /// State or province.
    #[arg(long)]
    pub state: Option<String>,
    /// ZIP or postal code.
    #[arg(long)]
    pub postal_code: Option<String>,
    /// Country code of two letters.
    #[arg(long)]
    pub country: Option<String>,
    /// IANA time zone.
    #[arg(long)]
    pub time_zone: Option<String>,
    /// The number people call.
    #[arg(long)]
    pub main_number: Option<String>,
    /// What stands there today.
    #[arg(long)]
    pub legacy_pbx: Option<String>,
    /// Free text of the discovery.
    #[arg(long)]
    pub notes: Option<String>,
}

/// Ranges such as `08:00-12:00,13:00-17:00`; `closed` empties a day, and a day that is not named stays.
#[derive(Debug, Args)]
pub struct HoursFields {
    /// Monday.
    #[arg(long, value_name = "RANGES")]
    pub mon: Option<String>,
    /// Tuesday.
    #[arg(long, value_name = "RANGES")]
    pub tue: Option<String>,
    /// Wednesday.
    #[arg(long, value_name = "RANGES")]
    pub wed: Option<String>,
    /// Thursday.
    #[arg(long, value_name = "RANGES")]
    pub thu: Option<String>,
    /// Friday.
    #[arg(long, value_name = "RANGES")]
    pub fri: Option<String>,
    /// Saturday.
    #[arg(long, value_name = "RANGES")]
    pub sat: Option<String>,
    /// Sunday.
    #[arg(long, value_name = "RANGES")]
    pub sun: Option<String>,
    /// Then give other days the hours of one, such as `mon tue,wed,thu,fri`.
    #[arg(long, num_args = 2, value_names = ["DAY", "DAYS"])]
    pub copy: Vec<String>,
    /// Add a holiday, or change it where the day has one: `2026-12-25=Christmas`.
    #[arg(long, value_name = "DATE=NAME")]
    pub holiday: Vec<String>,
}
