//! How old the papers of an order are: from three quarters of the carrier's limit on they warn, past it they stop.

use chrono::NaiveDate;

use crate::entities::{LosingAccount, PortOrder};
use crate::porting::Finding;
use crate::porting::carrier::PortRules;

/// What speaks against the age of a signature.
pub(super) fn letter(order: &PortOrder, rules: &PortRules, today: NaiveDate) -> Option<Finding> {
    let paper = Paper {
        code: "loa",
        name: "letter of authorization",
        dated: order.loa_signed_on,
        limit: rules.loa_max_age_days,
        needed: false,
    };
    paper.check(today)
}

/// What speaks against the age of an account's bill and customer service record.
pub(super) fn papers(account: &LosingAccount, rules: &PortRules, today: NaiveDate) -> Vec<Finding> {
    let bill = Paper {
        code: "bill",
        name: "bill",
        dated: account.bill_date,
        limit: rules.bill_max_age_days,
        needed: rules.bill_needed,
    };
    let csr = Paper {
        code: "csr",
        name: "customer service record",
        dated: account.csr_date,
        limit: rules.csr_max_age_days,
        needed: rules.csr_needed,
    };
    [bill, csr]
        .into_iter()
        .filter_map(|paper| paper.check(today))
        .collect()
}

struct Paper {
    code: &'static str,
    name: &'static str,
    dated: Option<NaiveDate>,
    limit: u32,
    needed: bool,
}

impl Paper {
    fn check(&self, today: NaiveDate) -> Option<Finding> {
        let Self {
            code, name, limit, ..
        } = self;
        let Some(dated) = self.dated else {
            let text = format!("The carrier asks for a {name}, and no date of one is recorded.");
            let missing = Finding::error(&format!("{code}_missing"), text, "Enter its date.");
            return self.needed.then_some(missing);
        };
        let (age, most) = ((today - dated).num_days(), i64::from(*limit));
        let text = format!("The {name} is {age} days old; the carrier takes it up to {most} days.");
        let remedy = "Ask the customer for a new one.";
        let found = if age > most {
            Finding::error(&format!("{code}_too_old"), text, remedy)
        } else if age * 4 >= most * 3 {
            Finding::warning(&format!("{code}_ages"), text, remedy)
        } else {
            return None;
        };
        Some(found.about(dated.to_string()))
    }
}
