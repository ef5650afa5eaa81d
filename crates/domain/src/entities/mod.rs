//! One struct per table: what a stored row means, with the column names of the database.
//!
//! Columns that only the database needs are left out: fold columns (`name_key`, `upn_key`, `email_key`, made
//! with [`fold`]) and the ciphertext of secrets.

pub mod activity;
pub mod attachment;
pub mod carrier;
pub mod customer;
pub mod discovery;
pub mod emergency;
pub mod end_user;
pub mod hours;
pub mod import;
pub mod legacy;
pub mod losing_account;
pub mod menu;
pub mod migration;
pub mod phone_number;
pub mod port_order;
pub mod questionnaire;
pub mod saved_view;
pub mod script;
pub mod team;
pub mod voice_app;
pub mod workspace;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub use activity::{Activity, ProblemWaiver};
pub use attachment::Attachment;
pub use carrier::{Carrier, CarrierContact};
pub use customer::{Contact, Customer, Site};
pub use discovery::{Device, License, SectionState};
pub use emergency::{EmergencyLocation, NetworkSegment};
pub use end_user::EndUser;
pub use hours::{BusinessHours, ClockTime, Holiday, NotAClockTime, TimeRange};
pub use import::{ImportBatch, ImportRow, ImportSheet, MappingProfile};
pub use legacy::{Circuit, ExtensionRange, LegacySystem, SpecialLine};
pub use losing_account::{LosingAccount, LosingAccountNumber, PostalAddress};
pub use menu::{Greeting, HolidayCall, MenuAction, MenuKey, MenuOption};
pub use migration::{Migration, MigrationAssignment};
pub use phone_number::PhoneNumber;
pub use port_order::{PortOrder, PortOrderDocument, PortOrderEvent, PortOrderNumber, PortOrderVersion};
pub use questionnaire::{
    Question, Questionnaire, QuestionnaireAnswer, QuestionnaireDocument, SiteQuestionnaire,
};
pub use saved_view::{GridLayout, SavedView};
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

/// A text in plain letters: accents are taken off, as people leave them out when they type a name.
pub fn unaccented(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'Æ' => plain.push_str("Ae"),
            'œ' => plain.push_str("oe"),
            'Œ' => plain.push_str("Oe"),
            'ø' => plain.push('o'),
            'Ø' => plain.push('O'),
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            'đ' => plain.push('d'),
            'Đ' => plain.push('D'),
            'ı' => plain.push('i'),
            letter => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{fold, unaccented};

    #[test]
    fn accents_are_taken_off_and_other_letters_stay() {
        for (text, plain) in [
            ("José Núñez", "Jose Nunez"),
            ("Jose\u{301}", "Jose"),
            ("Łukasz Strauß", "Lukasz Strauss"),
            ("Søren Æbelø", "Soren Aebelo"),
            ("Ana 田中", "Ana 田中"),
        ] {
            assert_eq!(unaccented(text), plain);
        }
    }

    #[test]
    fn folding_ignores_case_and_white_space() {
        assert_eq!(fold("  Ana\u{a0} MARÍA Müller "), "ana maría müller");
        assert_eq!(fold("Ana@Contoso.com"), fold("ana@contoso.COM"));
        assert_ne!(fold("ana maria"), fold("anamaria"));
    }
}
