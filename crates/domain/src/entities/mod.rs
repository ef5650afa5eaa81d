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
