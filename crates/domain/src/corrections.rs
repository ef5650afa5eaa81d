//! What the customer still has to say about numbers, people and accounts, as sheets with a column for each answer.
//!
//! The sheets of numbers and people are those that an import reads: a row that comes back as it went out changes
//! nothing, and an answer changes what it answers.

use crate::coded::{Coded, Labelled};
use crate::entities::{EndUser, LosingAccount, PhoneNumber};
use crate::enums::{Disposition, PhoneNumberType};
use std::collections::{BTreeMap, BTreeSet};

/// A sheet to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionSheet {
    /// Name of the sheet.
    pub name: &'static str,
    /// The columns.
    pub columns: Vec<CorrectionColumn>,
    /// Rows, each as long as the columns.
    pub rows: Vec<Vec<String>>,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionColumn {
    /// Its head, as an import knows it.
    pub head: &'static str,
    /// What to choose from; empty where any text will do.
    pub choices: Vec<String>,
    /// Width in characters.
    pub width: u16,
}

/// The sheets in which something is open; none where nothing is.
pub fn corrections(
    numbers: &[PhoneNumber],
    people: &[EndUser],
    accounts: &[LosingAccount],
) -> Vec<CorrectionSheet> {
    let sheets = [
        number_sheet(numbers, people),
        people_sheet(numbers, people),
        account_sheet(accounts),
    ];
    sheets
        .into_iter()
        .filter(|sheet| !sheet.rows.is_empty())
        .collect()
}

fn number_sheet(numbers: &[PhoneNumber], people: &[EndUser]) -> CorrectionSheet {
    let upns: BTreeMap<_, _> = people.iter().map(|person| (person.id, &person.upn)).collect();
    let row = |number: &PhoneNumber| {
        let questions = number_questions(number);
        let holder = number
            .assigned_end_user_id
            .and_then(|id| upns.get(&id)?.as_deref());
        let is_decided = number.disposition != Disposition::Unknown;
        let disposition = if is_decided {
            number.disposition.label()
        } else {
            ""
        };
        let values = [
            number.number.as_str(),
            &number.extension,
            &questions.join(" "),
            disposition,
            number.number_type.code(),
            holder.unwrap_or_default(),
            number.current_carrier.as_deref().unwrap_or_default(),
        ];
        (!questions.is_empty()).then(|| values.map(str::to_owned).into())
    };
    let dispositions = Disposition::ALL.iter().filter(|it| **it != Disposition::Unknown);
    CorrectionSheet {
        name: "Numbers",
        columns: vec![
            column("Telephone number", 18),
            column("Extension", 12),
            column(QUESTION, 60),
            choice(
                "Disposition",
                16,
                dispositions.map(|it| it.label().to_owned()).collect(),
            ),
            choice(
                "Number type",
                18,
                PhoneNumberType::ALL
                    .iter()
                    .map(|it| it.code().to_owned())
                    .collect(),
            ),
            column("Assigned to UPN", 36),
            column("Current carrier", 28),
        ],
        rows: numbers.iter().filter_map(row).collect(),
    }
}

fn number_questions(number: &PhoneNumber) -> Vec<&'static str> {
    let ports = number.disposition == Disposition::Port;
    let is_held = number.assigned_end_user_id.is_some() || number.assigned_resource_account_id.is_some();
    let has_carrier = number.losing_account_id.is_some() || number.current_carrier.is_some();
    let questions = [
        (
            number.disposition == Disposition::Unknown,
            "What is to become of this number?",
        ),
        (
            ports && !is_held && number.number_type == PhoneNumberType::User,
            "Whose number is it? If nobody's, choose another type.",
        ),
        (ports && !has_carrier, "Which carrier bills it today?"),
    ];
    let open = questions.into_iter().filter(|(is_open, _)| *is_open);
    open.map(|(_, question)| question).collect()
}

fn people_sheet(numbers: &[PhoneNumber], people: &[EndUser]) -> CorrectionSheet {
    let holders: BTreeSet<_> = numbers
        .iter()
        .filter_map(|number| number.assigned_end_user_id)
        .collect();
    let row = |person: &EndUser| {
        // Without the name to sign in with, a row that comes back could be anybody's.
        let upn = person.upn.as_ref()?;
        let is_open = !holders.contains(&person.id);
        let question = "Which number does this person get? Leave it empty if none.";
        let values = [upn.as_str(), &person.display_name, question, ""];
        is_open.then(|| values.map(str::to_owned).into())
    };
    CorrectionSheet {
        name: "People",
        columns: vec![
            column("User principal name", 36),
            column("Display name", 28),
            column(QUESTION, 60),
            column("Telephone number", 18),
        ],
        rows: people.iter().filter_map(row).collect(),
    }
}

/// Questions whose answers go into a form: an import reads no accounts, so that no secret comes with a file.
fn account_sheet(accounts: &[LosingAccount]) -> CorrectionSheet {
    let rows = accounts.iter().flat_map(|account| {
        let about = format!("{}, {}: ", account.carrier_name, account.name_on_account);
        let questions = account_questions(account);
        questions
            .into_iter()
            .map(move |question| vec![format!("{about}{question}")])
    });
    CorrectionSheet {
        name: "Accounts",
        columns: vec![column("Please answer by e-mail", 110)],
        rows: rows.collect(),
    }
}

fn account_questions(account: &LosingAccount) -> Vec<&'static str> {
    let address = account.csr_address.clone().unwrap_or_default();
    let is_blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    let questions = [
        (
            account.name_on_account.trim().is_empty(),
            "which name is on the bill, letter by letter?",
        ),
        (
            is_blank(&address.street) || is_blank(&address.city),
            "which service address is on the customer service record?",
        ),
        (
            is_blank(&address.postal_code),
            "which ZIP code has the service address?",
        ),
        (
            account.bill_date.is_none(),
            "please send the latest bill with all its pages.",
        ),
        (
            account.csr_date.is_none(),
            "please ask the carrier for the customer service record and send it.",
        ),
        (
            !account.has_account_number,
            "which account number is on the bill? Please tell us in person.",
        ),
    ];
    let open = questions.into_iter().filter(|(is_open, _)| *is_open);
    open.map(|(_, question)| question).collect()
}

/// A head that an import leaves alone.
const QUESTION: &str = "What we ask";

fn column(head: &'static str, width: u16) -> CorrectionColumn {
    choice(head, width, Vec::new())
}

fn choice(head: &'static str, width: u16, choices: Vec<String>) -> CorrectionColumn {
    CorrectionColumn { head, choices, width }
}
