//! Which styles of a workbook show a number as a date, and from which day its dates count.

use chrono::NaiveDate;

use super::{FillError, elements};
use crate::read::attribute;

/// What is known of the dates of a workbook.
#[derive(Debug, Default)]
pub(super) struct DateStyles {
    /// Of each style of a cell, whether it shows dates.
    is_date: Vec<bool>,
    /// Whether days count from 1904, as in workbooks of old Macintosh programs.
    from_1904: bool,
}

impl DateStyles {
    pub(super) fn read(styles: &str, book: &str) -> Result<Self, FillError> {
        let (mut own, mut cells, mut in_cells) = (Vec::new(), Vec::new(), false);
        elements(styles, |element| match element.name().local_name().as_ref() {
            "numFmt" => {
                let code = attribute(element, "formatCode").filter(|code| shows_date(code));
                own.extend(attribute(element, "numFmtId").filter(|_| code.is_some()));
            }
            "cellXfs" => in_cells = true,
            "cellStyles" | "dxfs" | "cellStyleXfs" => in_cells = false,
            "xf" if in_cells => cells.push(attribute(element, "numFmtId").unwrap_or_default()),
            _ => {}
        })?;
        let mut from_1904 = false;
        elements(book, |element| {
            if element.name().local_name().as_ref() == "workbookPr" {
                from_1904 = attribute(element, "date1904").is_some_and(|it| it == "1" || it == "true");
            }
        })?;
        let built_in = |id: &str| matches!(id, "14" | "15" | "16" | "17" | "22");
        Ok(Self {
            is_date: cells.iter().map(|id| built_in(id) || own.contains(id)).collect(),
            from_1904,
        })
    }

    /// Whether a cell of this style shows a number as a date.
    pub(super) fn is_date(&self, style: Option<&str>) -> bool {
        let index = style.and_then(|style| style.parse::<usize>().ok());
        index
            .and_then(|index| self.is_date.get(index))
            .copied()
            .unwrap_or(false)
    }

    /// The number of a day.
    pub(super) fn serial(&self, date: NaiveDate) -> i64 {
        let days = i64::from(date.to_epoch_days()) + 25_569;
        if self.from_1904 { days - 1_462 } else { days }
    }
}

/// Whether a format has a day or a year outside quotation marks and brackets.
fn shows_date(code: &str) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for letter in code.chars() {
        if escaped {
            escaped = false;
            continue;
        }
        match letter {
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            'd' | 'D' | 'y' | 'Y' if !quoted && !bracketed => return true,
            _ => {}
        }
    }
    false
}
