//! Text values that stand for codes: a suggestion per distinct value, which the person confirms once.

use std::collections::BTreeMap;

use super::survey_words;
use super::value_words::{
    ACCOUNT_TYPES, ACTIONS, DISPOSITIONS, NUMBER_TYPES, ORDER_STATUSES, ROUTING_METHODS, STATUS_DISPOSITIONS,
    STATUSES, USAGES,
};
use super::{ColumnMap, ImportField, header};
use crate::coded::Coded;
use crate::enums::{
    CircuitKind, ContactKind, CqRoutingMethod, DeviceKind, Disposition, NumberUsage, OverflowAction,
    PhoneNumberType, PortOrderStatus, PortingStatus, ResourceAccountType, SpecialLineDecision,
    SpecialLineKind,
};
use crate::workbook::{Cell, Sheet};

/// How many distinct values of a column are offered; more than this is free text.
const DISTINCT_LIMIT: usize = 200;

/// A carrier whose name becomes a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownCarrier {
    /// The code that is stored.
    pub code: &'static str,
    /// The name as the carrier writes it.
    pub name: &'static str,
    aliases: &'static [&'static str],
}

/// The carriers that the product knows from the start.
pub const CARRIERS: [KnownCarrier; 3] = [
    KnownCarrier {
        code: "verizon",
        name: "Verizon",
        aliases: &["vz", "vzb", "verizon business"],
    },
    KnownCarrier {
        code: "fusionconnect",
        name: "Fusion Connect",
        aliases: &["fusion", "fusionconnect"],
    },
    KnownCarrier {
        code: "gtt",
        name: "GTT",
        aliases: &["gtt communications"],
    },
];

/// The values of one column.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ValueMap {
    /// The field the column is mapped to.
    pub field: ImportField,
    /// Its distinct values in the order of their text.
    pub values: Vec<ValueChoice>,
}

/// What one text value stands for.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ValueChoice {
    /// The text on one line.
    pub text: String,
    /// How many cells hold it.
    #[serde(default)]
    pub count: usize,
    /// The field it sets: that of the column, or `disposition` for "do not port" in a status column.
    pub field: ImportField,
    /// The code; none = the value is left out, for a carrier: kept as text.
    pub code: Option<String>,
}

/// Offers a code for every distinct text of the coded columns.
pub fn suggest_values(sheet: &Sheet, header_row: usize, columns: &[ColumnMap]) -> Vec<ValueMap> {
    let rows = sheet.rows.get(header_row..).unwrap_or_default();
    let coded = columns
        .iter()
        .filter_map(|column| Some((column.index, column.field.filter(|f| f.is_coded())?)));
    coded
        .map(|(index, field)| ValueMap {
            field,
            values: choices(rows, index, field),
        })
        .collect()
}

fn choices(rows: &[Vec<Cell>], index: usize, field: ImportField) -> Vec<ValueChoice> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for cell in rows
        .iter()
        .filter_map(|row| row.get(index))
        .filter(|cell| !cell.is_blank())
    {
        let text = header::display_header(&cell.display());
        if counts.len() < DISTINCT_LIMIT || counts.contains_key(&text) {
            *counts.entry(text).or_default() += 1;
        }
    }
    let choice = |(text, count): (String, usize)| match suggest_code(field, &text) {
        Some((sets, code)) => ValueChoice {
            text,
            count,
            field: sets,
            code: Some(code.to_owned()),
        },
        None => ValueChoice {
            text,
            count,
            field,
            code: None,
        },
    };
    counts.into_iter().map(choice).collect()
}

/// The field and code that a text in a column of `field` stands for; none when nothing is known.
pub fn suggest_code(field: ImportField, text: &str) -> Option<(ImportField, &'static str)> {
    let text = header::display_header(text).to_lowercase();
    let snake = text.replace([' ', '-'], "_");
    let text = text.trim_matches(['.', ':', '!']);
    if field == ImportField::PortingStatus
        && let Some(code) = look_up(STATUS_DISPOSITIONS, text)
    {
        return Some((ImportField::Disposition, code));
    }
    let code = if field == ImportField::NumberType {
        own::<PhoneNumberType>(&snake)
            .or_else(|| look_up(NUMBER_TYPES, text))
            .or_else(|| dial_plan_target(text))
    } else if field == ImportField::Usage {
        own::<NumberUsage>(&snake).or_else(|| look_up(USAGES, text))
    } else if field == ImportField::Disposition {
        own::<Disposition>(&snake).or_else(|| look_up(DISPOSITIONS, text))
    } else if field == ImportField::PortingStatus {
        own::<PortingStatus>(&snake).or_else(|| look_up(STATUSES, text))
    } else if field == ImportField::Carrier {
        carrier(text)
    } else if field == ImportField::AccountType {
        own::<ResourceAccountType>(&snake).or_else(|| look_up(ACCOUNT_TYPES, text))
    } else if field == ImportField::RoutingMethod {
        own::<CqRoutingMethod>(&snake).or_else(|| look_up(ROUTING_METHODS, text))
    } else if matches!(field, ImportField::TimeoutAction | ImportField::OverflowAction) {
        own::<OverflowAction>(&snake).or_else(|| look_up(ACTIONS, text))
    } else if field == ImportField::OrderStatus {
        own::<PortOrderStatus>(&snake).or_else(|| look_up(ORDER_STATUSES, text))
    } else {
        survey_code(field, &snake, text)
    };
    code.map(|code| (field, code))
}

/// The codes of what is found at a site.
fn survey_code(field: ImportField, snake: &str, text: &str) -> Option<&'static str> {
    if field == ImportField::CircuitKind {
        own::<CircuitKind>(snake).or_else(|| look_up(survey_words::CIRCUITS, text))
    } else if field == ImportField::SpecialLineKind {
        own::<SpecialLineKind>(snake).or_else(|| look_up(survey_words::MACHINES, text))
    } else if field == ImportField::SpecialLineDecision {
        own::<SpecialLineDecision>(snake).or_else(|| look_up(survey_words::DECISIONS, text))
    } else if field == ImportField::DeviceKind {
        own::<DeviceKind>(snake).or_else(|| look_up(survey_words::DEVICES, text))
    } else if field == ImportField::ContactKind {
        own::<ContactKind>(snake).or_else(|| look_up(survey_words::CONTACTS, text))
    } else {
        None
    }
}

/// The use of a number by where a dial plan sends its calls: `ext-queues,600,1`, `ivr-3,s,1`.
fn dial_plan_target(text: &str) -> Option<&'static str> {
    let (context, _) = text.split_once(',')?;
    let context = context.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
    let number_type = match context {
        "from-did-direct" | "ext-local" => PhoneNumberType::User,
        "ext-queues" | "ext-group" => PhoneNumberType::CallQueue,
        "ivr" | "timeconditions" => PhoneNumberType::AutoAttendant,
        "ext-fax" | "ext-facs" => PhoneNumberType::Fax,
        "ext-meetme" | "conferences" => PhoneNumberType::ConferenceRoom,
        _ if context.starts_with("app-") => PhoneNumberType::Other,
        _ => return None,
    };
    Some(number_type.code())
}

fn own<T: Coded>(snake: &str) -> Option<&'static str> {
    T::from_code(snake).map(Coded::code)
}

fn look_up(table: &[(&'static str, &str)], text: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(_, spellings)| spellings.split('|').any(|spelling| spelling == text))
        .map(|(code, _)| *code)
}

fn carrier(text: &str) -> Option<&'static str> {
    let known = CARRIERS.iter().find(|carrier| {
        text == carrier.code || text.eq_ignore_ascii_case(carrier.name) || carrier.aliases.contains(&text)
    });
    known.map(|carrier| carrier.code)
}
