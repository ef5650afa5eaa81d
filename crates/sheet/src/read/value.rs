//! Numbers as Excel formats them: which ones are dates, and what a date's serial number means.

use std::collections::BTreeSet;

use calamine::{ExcelDateTime, ExcelDateTimeType};
use chrono::{NaiveDate, NaiveDateTime};
use portflow_domain::workbook::Cell;

/// The first Excel serial number after 9999-12-31, where Excel's dates end.
const AFTER_LAST_DATE: f64 = 2_958_466.0;

/// Which numbers of a workbook are dates.
#[derive(Debug, Clone, Default)]
pub(super) struct DateFormats {
    /// Whether the workbook counts days from 1904, as Excel for the Mac once did.
    pub(super) is_1904: bool,
    /// The workbook's own number formats that show a date, by their id.
    custom: BTreeSet<u16>,
    /// For each cell style, whether its number format shows a date.
    styles: Vec<bool>,
}

impl DateFormats {
    /// Takes in a number format of the workbook.
    pub(super) fn add_format(&mut self, id: u16, code: &str) {
        if shows_date(code) {
            self.custom.insert(id);
        }
    }

    /// Takes in the next cell style, by the id of its number format.
    pub(super) fn add_style(&mut self, format: u16) {
        self.styles
            .push(is_builtin_date(format) || self.custom.contains(&format));
    }

    /// The number as the cell it is in a cell of `style`.
    pub(super) fn number(&self, value: f64, style: usize) -> Cell {
        if self.styles.get(style).copied().unwrap_or(false) {
            date(ExcelDateTime::new(
                value,
                ExcelDateTimeType::DateTime,
                self.is_1904,
            ))
        } else {
            finite(value)
        }
    }
}

/// The number formats that every Excel has and that show a date or a time of day (ECMA-376, 18.8.30).
fn is_builtin_date(format: u16) -> bool {
    matches!(format, 14..=22 | 27..=36 | 45 | 47 | 50..=58)
}

/// Whether a number format shows a date or a time of day. Only its first section counts; text in quotation
/// marks, escaped letters, colours and currencies do not, and hours beyond a day (`[h]`) are a duration.
fn shows_date(code: &str) -> bool {
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => return false,
            '"' => letters.by_ref().take_while(|c| *c != '"').for_each(drop),
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => {
                let inner: String = letters.by_ref().take_while(|c| *c != ']').collect();
                let inner = inner.to_ascii_lowercase();
                if ["h", "m", "s"]
                    .iter()
                    .any(|unit| !inner.is_empty() && inner.replace(unit, "").is_empty())
                {
                    return false;
                }
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            _ => {}
        }
    }
    false
}

/// NaN and infinity, which no spreadsheet shows, stay the text the file has.
pub(super) fn finite(number: f64) -> Cell {
    if number.is_finite() {
        Cell::Number(number)
    } else {
        Cell::Text(number.to_string().into())
    }
}

/// A date; a duration or a number beyond Excel's last date (a telephone number in a column formatted as a
/// date) stays the number it is.
pub(super) fn date(date: ExcelDateTime) -> Cell {
    let serial = date.as_f64();
    if !date.is_datetime() || !(0.0..AFTER_LAST_DATE).contains(&serial) {
        return finite(serial);
    }
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
        .and_then(|day| day.and_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into()))
        .map_or_else(|| finite(serial), Cell::Date)
}

/// A date as XML spells it: `2026-11-30` or `2026-11-30T10:00:00`.
pub(super) fn iso_date(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim_end_matches('Z');
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")
        .ok()
        .or_else(|| {
            NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()?
                .and_hms_opt(0, 0, 0)
        })
}

/// The error value behind the code that the binary formats store.
pub(super) fn error(code: u8) -> Cell {
    let shown = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2b => "#GETTING_DATA",
        _ => "#N/A",
    };
    Cell::Error(shown.into())
}

/// A number in the short form of the binary formats: 30 bits of a whole number or of a float, perhaps in
/// hundredths ([MS-XLS] 2.5.217).
pub(super) fn rk_number(rk: u32) -> f64 {
    let value = if rk & 2 == 0 {
        f64::from_bits(u64::from(rk & !3) << 32)
    } else {
        f64::from(rk.cast_signed() >> 2)
    };
    if rk & 1 == 0 { value } else { value / 100.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_formats_that_show_dates_are_known() {
        for code in [
            "yyyy-mm-dd",
            "[$-409]d-mmm-yy;@",
            "h:mm AM/PM",
            "\"on \"dd.mm.yy",
            "[Red]m/d",
        ] {
            assert!(shows_date(code), "{code}");
        }
        for code in [
            "General",
            "0",
            "[h]:mm",
            "[mm]:ss",
            "\"day\" 0",
            "\\d0",
            "0;d",
            "[<=9999999]###-####;(###) ###-####",
        ] {
            assert!(!shows_date(code), "{code}");
        }
    }

    #[test]
    fn short_numbers_are_unpacked() {
        assert_eq!(rk_number((101 << 2) | 2), 101.0);
        assert_eq!(rk_number((12_345 << 2) | 3), 123.45);
        assert_eq!(rk_number((-7_i32 << 2).cast_unsigned() | 2), -7.0);
        assert_eq!(rk_number((1.5_f64.to_bits() >> 32) as u32), 1.5);
    }
}
