//! Exports that are known by their headers, for the traps that header and cells do not give away.
//!
//! Nothing depends on a format being known: an unknown export is read by its headers and cells. A format only
//! settles columns whose header misleads.

mod cisco;
mod hosted;
mod microsoft;
mod systems;

use std::collections::HashSet;
use std::sync::LazyLock;

use super::ImportField;
use super::words::key;
use crate::enums::ImportTarget;

/// An export of a known product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Format {
    /// Stable code, such as `freepbx_dids`.
    pub(super) id: &'static str,
    /// How people call the export.
    pub(super) name: &'static str,
    /// What its rows list.
    pub(super) target: ImportTarget,
    /// Headers that together tell it from every other table, separated by `|`, without group indexes.
    needs: &'static str,
    /// Headers whose meaning the format settles; none = left out.
    columns: &'static [(&'static str, Option<ImportField>)],
    /// Whether columns that are not in `columns` are left out too.
    closed: bool,
}

impl Format {
    /// What the format says about a header; the outer none = nothing.
    pub(super) fn field(&self, series: &str) -> Option<Option<ImportField>> {
        let settled = self.columns.iter().find(|(header, _)| key(header) == series);
        match settled {
            Some((_, field)) => Some(*field),
            None if self.closed && !series.is_empty() => Some(None),
            None => None,
        }
    }
}

/// Formats with their needed headers as single words, those that need more headers first.
pub(super) type Formats = [(Vec<String>, Format)];

static FORMATS: LazyLock<Vec<(Vec<String>, Format)>> = LazyLock::new(|| {
    let all = [
        cisco::FORMATS,
        hosted::FORMATS,
        microsoft::FORMATS,
        systems::FORMATS,
    ];
    let mut formats: Vec<(Vec<String>, Format)> = all
        .into_iter()
        .flatten()
        .map(|format| (format.needs.split('|').map(key).collect(), *format))
        .collect();
    formats.sort_by_key(|(needs, _)| std::cmp::Reverse(needs.len()));
    formats
});

/// Every format that is known.
pub(super) fn known() -> &'static Formats {
    &FORMATS
}

/// The one of `formats` whose headers are all there, `series` being headers without the index of their group.
pub(super) fn recognise<'a>(formats: &Formats, series: impl Iterator<Item = &'a str>) -> Option<Format> {
    let present: HashSet<&str> = series.collect();
    formats
        .iter()
        .find(|(needs, _)| needs.iter().all(|need| present.contains(need.as_str())))
        .map(|(_, format)| *format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_no_format_hides_behind_another() {
        let mut ids: Vec<&str> = FORMATS.iter().map(|(_, format)| format.id).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for (needs, format) in FORMATS.iter() {
            let found = recognise(known(), needs.iter().map(String::as_str)).unwrap();
            assert_eq!(found.id, format.id);
        }
        assert_eq!(recognise(known(), ["name", "extension", "did"].into_iter()), None);
    }
}
