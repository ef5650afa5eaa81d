//! Every rule by its code: the fields a person opens, and whether a person may accept what it finds.

/// What is known about a rule beside its condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable name.
    pub code: &'static str,
    /// The fields it looks at, as the wire spells them.
    pub fields: &'static [&'static str],
    /// False for what the database, the numbering plan or the law refuses, and for what a step refuses anyway.
    pub can_be_waived: bool,
}

const fn firm(code: &'static str, fields: &'static [&'static str]) -> Rule {
    Rule {
        code,
        fields,
        can_be_waived: false,
    }
}

const fn soft(code: &'static str, fields: &'static [&'static str]) -> Rule {
    Rule {
        code,
        fields,
        can_be_waived: true,
    }
}

/// All rules, by subject.
pub const RULES: &[Rule] = &[
    // The numbering plan.
    firm("area_code_impossible", &["number"]),
    firm("area_code_reserved", &["number"]),
    firm("exchange_impossible", &["number"]),
    firm("premium_rate", &["number"]),
    soft("area_code_not_geographic", &["number"]),
    soft("test_exchange", &["number"]),
    soft("fictitious", &["number"]),
    soft("directory_exchange", &["number"]),
    // Numbers.
    firm("disposition_unknown", &["disposition"]),
    firm("disposition_not_port", &["disposition"]),
    firm("in_open_order", &["openPortOrderId"]),
    firm("port_failed", &["portingStatus"]),
    firm("port_under_way", &["portingStatus"]),
    firm("class_mixed", &["number"]),
    firm("account_mixed", &["losingAccountId"]),
    soft("account_missing", &["losingAccountId"]),
    firm("toll_free_held_by_person", &["assignedEndUserId"]),
    soft("toll_free_for_person", &["usage"]),
    soft("base_only_extensions", &["extension"]),
    soft("person_with_two_numbers", &["assignedEndUserId"]),
    // Special lines.
    firm("special_line_undecided", &["decision"]),
    soft("special_line_kept_ports", &["decision"]),
    soft("special_line_retired_ports", &["decision"]),
    // Accounts.
    soft("account_number_missing", &["accountNumber"]),
    firm("account_name_missing", &["nameOnAccount"]),
    soft("account_zip_missing", &["csrAddress"]),
    soft("list_missing", &[]),
    soft("listed_not_ours", &[]),
    soft("ours_not_listed", &[]),
    // Full and partial ports.
    soft("btn_before_last", &["sequenceInAccount"]),
    soft("full_before_last", &["scope"]),
    soft("full_without_btn", &["scope"]),
    soft("full_incomplete", &["scope"]),
    firm("partial_not_allowed", &["scope"]),
    soft("partial_takes_all", &["scope"]),
    soft("remaining_undecided", &["scope"]),
    firm("btn_calling_plan", &["scope"]),
    firm("new_btn_missing", &["newBtn"]),
    firm("new_btn_not_kept", &["newBtn"]),
    firm("new_btn_disconnected", &["newBtn"]),
    soft("new_btn_not_needed", &["newBtn"]),
    soft("main_number_strands_group", &["number"]),
    // Orders.
    firm("order_too_large", &[]),
    firm("resporg_missing", &["resporgId"]),
    // At the field that the form limits.
    firm("sheet_value_too_long", &[]),
    firm("sheet_value_spelling", &[]),
    firm("date_past", &["desiredDate"]),
    firm("date_not_business_day", &["desiredDate"]),
    soft("date_not_port_day", &["desiredDate"]),
    soft("date_too_soon", &["desiredDate"]),
    firm("loa_too_old", &["loaSignedOn"]),
    soft("loa_ages", &["loaSignedOn"]),
    firm("bill_too_old", &["billDate"]),
    soft("bill_ages", &["billDate"]),
    firm("bill_missing", &["billDate"]),
    firm("csr_too_old", &["csrDate"]),
    soft("csr_ages", &["csrDate"]),
    firm("csr_missing", &["csrDate"]),
    firm("toll_free_bill_too_old", &["documents"]),
    soft("toll_free_bill_ages", &["documents"]),
    firm("toll_free_bill_missing", &["documents"]),
];

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}
