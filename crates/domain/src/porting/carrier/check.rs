//! Whether a profile makes sense, wherever it comes from: an editor, a command line or a file of a colleague.

use super::template::{RowPer, SheetColumn, SheetField, SheetTemplate, WorkbookTemplate, Writing};
use super::{CarrierProfile, NumberFormat, PortRules, Weekday};
use crate::coded::Labelled;
use crate::workbook::{cell_position, column_index};
use std::collections::BTreeSet;

/// The most columns, title rows or cells that a template names.
const MOST_PARTS: usize = 200;
/// The longest heading or fixed text, in characters.
const LONGEST_TEXT: usize = 255;

/// Something in a profile that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileProblem {
    /// Where it stands, as in the JSON form: `portRules.cutOffHour`, `sheetTemplate.columns.2.title`.
    pub place: String,
    /// What is wrong with it.
    pub text: String,
    /// What to do.
    pub remedy: String,
}

/// What collects problems on the way through a profile.
#[derive(Default)]
struct Problems(Vec<ProfileProblem>);

impl Problems {
    fn unless(&mut self, holds: bool, place: &str, text: impl Into<String>, remedy: &str) {
        if !holds {
            self.0.push(ProfileProblem {
                place: place.to_owned(),
                text: text.into(),
                remedy: remedy.to_owned(),
            });
        }
    }
}

/// Everything that speaks against keeping the profile, in its own order.
pub fn check_profile(profile: &CarrierProfile) -> Vec<ProfileProblem> {
    let mut problems = Problems::default();
    let code = &profile.code;
    let spelt = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    problems.unless(
        !code.is_empty() && code.len() <= 40 && code.chars().all(spelt),
        "code",
        "A carrier's code has 1 to 40 small letters, digits, dashes and underscores.",
        "Write it like 'verizon'.",
    );
    problems.unless(
        !profile.name.trim().is_empty() && profile.name.chars().count() <= LONGEST_TEXT,
        "name",
        "The carrier's name is missing or longer than 255 characters.",
        "Enter the name by which people know the carrier.",
    );
    for (index, contact) in profile.contacts.iter().enumerate() {
        problems.unless(
            !contact.name.trim().is_empty(),
            &format!("contacts.{index}.name"),
            "A contact has no name.",
            "Enter the name of the person or desk, or remove the contact.",
        );
    }
    rules(&mut problems, &profile.port_rules);
    template(&mut problems, &profile.sheet_template);
    problems.0
}

/// Each number of the rules with the least and the most it may be.
fn bounded(rules: &PortRules) -> [(&'static str, u32, u32, u32); 12] {
    let large = rules.large_orders;
    [
        ("leadTimeBusinessDays", rules.lead_time_business_days, 0, 250),
        (
            "largeOrders.leadTimeBusinessDays",
            large.map_or(0, |it| it.lead_time_business_days),
            0,
            250,
        ),
        (
            "largeOrders.fromNumbers",
            large.map_or(1, |it| it.from_numbers),
            1,
            1_000_000,
        ),
        ("cutOffHour", rules.cut_off_hour, 0, 23),
        ("loaMaxAgeDays", rules.loa_max_age_days, 1, 3650),
        ("billMaxAgeDays", rules.bill_max_age_days, 1, 3650),
        ("csrMaxAgeDays", rules.csr_max_age_days, 1, 3650),
        ("snapbackHours", rules.snapback_hours, 0, 8760),
        ("cancelDeadlineHours", rules.cancel_deadline_hours, 0, 8760),
        ("answerBusinessDays", rules.answer_business_days, 1, 100),
        (
            "tollFreeAnswerBusinessDays",
            rules.toll_free_answer_business_days,
            1,
            100,
        ),
        (
            "maxNumbersPerOrder",
            rules.max_numbers_per_order.unwrap_or(1),
            1,
            1_000_000,
        ),
    ]
}

fn rules(problems: &mut Problems, rules: &PortRules) {
    for (name, value, least, most) in bounded(rules) {
        problems.unless(
            (least..=most).contains(&value),
            &format!("portRules.{name}"),
            format!("{value} is outside {least} to {most}."),
            "Enter a value inside it.",
        );
    }
    problems.unless(
        rules.cut_off_zone.parse::<chrono_tz::Tz>().is_ok(),
        "portRules.cutOffZone",
        format!("'{}' is not a time zone.", rules.cut_off_zone),
        "Use an IANA name such as America/New_York.",
    );
    let working = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
    ];
    problems.unless(
        !working.iter().all(|day| rules.no_port_weekdays.contains(day)),
        "portRules.noPortWeekdays",
        "No working day is left on which numbers port.",
        "Leave at least one.",
    );
}

fn template(problems: &mut Problems, template: &SheetTemplate) {
    let name = &template.sheet_name;
    let length = name.encode_utf16().count();
    let framed = name.starts_with('\'') || name.ends_with('\'');
    problems.unless(
        (1..=31).contains(&length) && !framed && !name.contains(['[', ']', ':', '*', '?', '/', '\\']),
        "sheetTemplate.sheetName",
        format!("'{name}' cannot be the name of a sheet."),
        "Use 1 to 31 characters, none of [ ] : * ? / \\ and no apostrophe at either end.",
    );
    for (place, count) in [
        ("titleRows", template.title_rows.len()),
        ("columns", template.columns.len()),
    ] {
        problems.unless(
            count <= MOST_PARTS,
            &format!("sheetTemplate.{place}"),
            format!("{count} are more than the {MOST_PARTS} that a sheet may have."),
            "Remove some.",
        );
    }
    for (index, row) in template.title_rows.iter().enumerate() {
        let place = format!("sheetTemplate.titleRows.{index}");
        text(problems, &format!("{place}.title"), &row.title);
        writing(problems, &place, row.field, &row.writing);
        of_the_order(problems, &place, row.field);
    }
    for (index, column) in template.columns.iter().enumerate() {
        let place = format!("sheetTemplate.columns.{index}");
        text(problems, &format!("{place}.title"), &column.title);
        writing(problems, &place, column.field, &column.writing);
        problems.unless(
            (1..=255).contains(&column.width),
            &format!("{place}.width"),
            format!("A column cannot be {} characters wide.", column.width),
            "Enter 1 to 255.",
        );
    }
    for (index, limit) in template.limits.iter().enumerate() {
        problems.unless(
            limit.max_length != Some(0),
            &format!("sheetTemplate.limits.{index}.maxLength"),
            "A fact of no characters at all cannot be asked for.",
            "Enter 1 or more, or leave it empty.",
        );
    }
    match &template.workbook {
        Some(own) => workbook(problems, own, template.row_per),
        None => shows_numbers(
            problems,
            "sheetTemplate.columns",
            template
                .columns
                .iter()
                .map(|column: &SheetColumn| (column.field, column.writing.format)),
            template.row_per,
        ),
    }
}

fn workbook(problems: &mut Problems, own: &WorkbookTemplate, row_per: RowPer) {
    let at = |rest: &str| format!("sheetTemplate.workbook.{rest}");
    problems.unless(
        !own.sheet.is_empty(),
        &at("sheet"),
        "No sheet is named.",
        "Choose the sheet to fill in.",
    );
    problems.unless(
        own.cells.len() <= MOST_PARTS && own.columns.len() <= MOST_PARTS,
        &at("cells"),
        format!("More than {MOST_PARTS} cells or columns are named."),
        "Remove some.",
    );
    problems.unless(
        (1..=1_048_576).contains(&own.first_row),
        &at("firstRow"),
        format!("A sheet has no row {}.", own.first_row),
        "Enter the first row of the table that takes a number.",
    );
    let mut seen = BTreeSet::new();
    for (index, cell) in own.cells.iter().enumerate() {
        let place = at(&format!("cells.{index}"));
        let position = cell_position(&cell.cell);
        problems.unless(
            position.is_some_and(|position| seen.insert(position)),
            &format!("{place}.cell"),
            format!("'{}' is no cell, or it is named twice.", cell.cell),
            "Write it as B4, each cell once.",
        );
        writing(problems, &place, cell.field, &cell.writing);
        of_the_order(problems, &place, cell.field);
    }
    let mut seen = BTreeSet::new();
    for (index, column) in own.columns.iter().enumerate() {
        let place = at(&format!("columns.{index}"));
        problems.unless(
            column_index(&column.column).is_some_and(|position| seen.insert(position)),
            &format!("{place}.column"),
            format!("'{}' is no column, or it is named twice.", column.column),
            "Write its letters, such as C, each column once.",
        );
        writing(problems, &place, column.field, &column.writing);
    }
    let columns = own
        .columns
        .iter()
        .map(|column| (column.field, column.writing.format));
    shows_numbers(problems, &at("columns"), columns, row_per);
}

/// No number may get lost: each must stand in the table, whole ranges with both ends.
fn shows_numbers(
    problems: &mut Problems,
    place: &str,
    columns: impl Iterator<Item = (SheetField, NumberFormat)>,
    row_per: RowPer,
) {
    let columns: Vec<_> = columns.collect();
    let has = |field| columns.iter().any(|(shown, _)| *shown == field);
    problems.unless(
        has(SheetField::Number),
        place,
        "No column shows the telephone numbers.",
        "Add a column for the telephone number.",
    );
    let whole = columns.contains(&(SheetField::Number, NumberFormat::Range))
        || has(SheetField::RangeEnd)
        || has(SheetField::RangeCount);
    problems.unless(
        row_per == RowPer::Number || whole,
        place,
        "A row stands for a range, and no column says where the range ends.",
        "Write the telephone number as a range, or add a column for the last number.",
    );
}

fn writing(problems: &mut Problems, place: &str, field: SheetField, writing: &Writing) {
    problems.unless(
        field != SheetField::FixedText || writing.text.as_ref().is_some_and(|text| !text.trim().is_empty()),
        &format!("{place}.text"),
        "The fixed text is missing.",
        "Enter the text that each order shows.",
    );
    if let Some(fixed) = &writing.text {
        text(problems, &format!("{place}.text"), fixed);
    }
    problems.unless(
        writing.max_length != Some(0),
        &format!("{place}.maxLength"),
        "A value of no characters at all cannot be shown.",
        "Enter 1 or more, or leave it empty.",
    );
}

fn of_the_order(problems: &mut Problems, place: &str, field: SheetField) {
    problems.unless(
        !field.is_of_one_number(),
        &format!("{place}.field"),
        format!("'{}' differs from number to number.", field.label()),
        "Show it in a column of the table.",
    );
}

fn text(problems: &mut Problems, place: &str, text: &str) {
    let plain = !text.chars().any(|c| c.is_control() && c != '\n');
    problems.unless(
        text.chars().count() <= LONGEST_TEXT && plain,
        place,
        format!("A text is longer than {LONGEST_TEXT} characters or has signs that no sheet shows."),
        "Shorten it.",
    );
}
