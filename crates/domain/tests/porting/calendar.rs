//! The days on which numbers move, and a profile that knows less than the rules.

use portflow_domain::coded::Coded;
use portflow_domain::porting::carrier::PortRules;

use crate::day;

#[test]
fn port_days_keep_clear_of_weekends_fridays_and_holiday_eves() {
    let rules = PortRules {
        lead_time_business_days: 2,
        holidays: vec![day("2027-02-15"), day("2027-02-17")],
        ..PortRules::default()
    };
    assert_eq!(
        rules.earliest_port_day(day("2027-02-08"), false),
        Some(day("2027-02-10"))
    );
    assert_eq!(
        rules.earliest_port_day(day("2027-02-10"), false),
        Some(day("2027-02-18"))
    );
    assert_eq!(
        rules.earliest_port_day(day("2027-02-08"), true),
        Some(day("2027-02-11"))
    );
    let none = PortRules {
        no_port_weekdays: Coded::ALL.to_vec(),
        ..PortRules::default()
    };
    assert_eq!(none.earliest_port_day(day("2027-02-08"), false), None);
}

#[test]
fn an_old_profile_reads_with_the_defaults_of_what_it_lacks() {
    let rules: PortRules = serde_json::from_str(r#"{"snapbackHours": 48}"#).unwrap();
    assert_eq!(
        rules,
        PortRules {
            snapback_hours: 48,
            ..PortRules::default()
        }
    );
}
