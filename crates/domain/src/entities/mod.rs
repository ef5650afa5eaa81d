//! One struct per table: what a stored row means, with the column names of the database.
//!
//! Columns that only the database needs are left out: fold columns (`name_key`, `upn_key`, `email_key`, made
//! with [`fold`]) and the ciphertext of secrets.

pub mod activity;
pub mod attachment;
pub mod carrier;
pub mod customer;
pub mod end_user;
pub mod hours;
pub mod import;
pub mod losing_account;
pub mod menu;
pub mod migration;
pub mod phone_number;
pub mod port_order;
pub mod script;
pub mod team;
pub mod voice_app;
pub mod workspace;

pub use activity::{Activity, ProblemWaiver};
pub use attachment::Attachment;
pub use carrier::{Carrier, CarrierContact};
pub use customer::{Contact, Customer, Site};
pub use end_user::EndUser;
pub use hours::{BusinessHours, ClockTime, Holiday, NotAClockTime, TimeRange};
pub use import::{ImportBatch, ImportRow, ImportSheet, MappingProfile};
pub use losing_account::{LosingAccount, LosingAccountNumber, PostalAddress};
pub use menu::{Greeting, HolidayCall, MenuAction, MenuKey, MenuOption};
pub use migration::{Migration, MigrationAssignment};
pub use phone_number::PhoneNumber;
pub use port_order::{PortOrder, PortOrderEvent, PortOrderNumber, PortOrderVersion};
pub use script::GeneratedScript;
pub use team::TeamMember;
pub use voice_app::{AutoAttendant, CallQueue, CallQueueAgent, ResourceAccount};
pub use workspace::Workspace;

/// The form in which names, UPNs and e-mail addresses are compared: trimmed, inner white space as one space,
/// lower case.
pub fn fold(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folding_ignores_case_and_white_space() {
        assert_eq!(fold("  Ana\u{a0} MARÍA Müller "), "ana maría müller");
        assert_eq!(fold("Ana@Contoso.com"), fold("ana@contoso.COM"));
        assert_ne!(fold("ana maria"), fold("anamaria"));
    }
}
