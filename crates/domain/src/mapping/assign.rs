//! Gives every field to the column that fits it best.
//!
//! The surest suggestions are settled first. A column that loses a field to another takes its next one, and says
//! which column fits better when it has none left.

use std::collections::HashMap;

use super::candidate::{Facts, Options};
use super::{ColumnMap, ImportField};

/// The columns with their fields; `options` stand in the order of `facts`.
pub(super) fn assign(facts: &[Facts], options: &[Options]) -> Vec<ColumnMap> {
    let mut offers: Vec<(u8, usize, usize)> = Vec::new();
    for (column, options) in options.iter().enumerate() {
        for (place, candidate) in options.candidates.iter().enumerate() {
            offers.push((candidate.score, column, place));
        }
    }
    offers.sort_by_key(|&(score, column, place)| (std::cmp::Reverse(score), column, place));
    let mut round = Round::new(facts, options);
    for (_, column, place) in offers {
        round.offer(column, place);
    }
    let mut columns: Vec<ColumnMap> = (0..facts.len()).map(|column| round.column(column)).collect();
    number_groups(&mut columns);
    columns
}

struct Round<'a> {
    facts: &'a [Facts],
    options: &'a [Options],
    /// Per column the place of the candidate that it got.
    chosen: Vec<Option<usize>>,
    /// Per column the first column that a field was lost to.
    lost: Vec<Option<usize>>,
    /// The first column of every field that is given away.
    holders: HashMap<ImportField, usize>,
    /// The column of every series and index that has a field.
    headers: HashMap<(&'a str, Option<&'a str>), usize>,
}

impl<'a> Round<'a> {
    fn new(facts: &'a [Facts], options: &'a [Options]) -> Self {
        Self {
            facts,
            options,
            chosen: vec![None; facts.len()],
            lost: vec![None; facts.len()],
            holders: HashMap::new(),
            headers: HashMap::new(),
        }
    }

    fn offer(&mut self, column: usize, place: usize) {
        if self.chosen[column].is_some() {
            return;
        }
        let field = self.options[column].candidates[place].field;
        if let Some(rival) = self.rival(column, field) {
            self.lost[column].get_or_insert(rival);
            return;
        }
        self.chosen[column] = Some(place);
        self.holders.entry(field).or_insert(column);
        let facts = &self.facts[column];
        if !facts.series.is_empty() {
            self.headers
                .insert((&facts.series, facts.group.as_deref()), column);
        }
    }

    /// The column that keeps this one from having `field`.
    fn rival(&self, column: usize, field: ImportField) -> Option<usize> {
        let own = &self.facts[column];
        if let Some(twin) = self.headers.get(&(own.series.as_str(), own.group.as_deref())) {
            return Some(*twin);
        }
        let names = [ImportField::FirstName, ImportField::LastName];
        if self.options[column].from_cells
            && field == ImportField::DisplayName
            && let Some(named) = names.iter().find_map(|name| self.holders.get(name))
        {
            return Some(*named);
        }
        let holder = *self.holders.get(&field)?;
        let named = !self.options[column].from_cells;
        let same_series = named && own.group.is_some() && self.facts[holder].series == own.series;
        // A house number and a street may have their suffixes in columns of their own.
        let suffix = field.is_repeatable() && own.series.ends_with("suffix");
        let shared = (field.is_repeatable() && same_series) || suffix || many(field);
        (!shared).then_some(holder)
    }

    fn column(&self, column: usize) -> ColumnMap {
        let (facts, options) = (&self.facts[column], &self.options[column]);
        let (field, confidence, why) = match (self.chosen[column], self.lost[column]) {
            (Some(place), _) => {
                let candidate = &options.candidates[place];
                (Some(candidate.field), candidate.score, candidate.why.clone())
            }
            (None, Some(rival)) => {
                let rival = &self.facts[rival];
                let why = if rival.header == facts.header {
                    "Another column has the same header; choose which one is meant.".to_owned()
                } else {
                    format!("The column \"{}\" fits better.", rival.header)
                };
                (None, 50, why)
            }
            (None, None) => (None, options.otherwise.0, options.otherwise.1.clone()),
        };
        ColumnMap {
            index: facts.index,
            header: facts.header.clone(),
            group: facts
                .group
                .clone()
                .filter(|_| !options.from_cells && field.is_some_and(ImportField::is_repeatable)),
            field,
            keep_in_notes: false,
            confidence,
            why,
            samples: if facts.secret {
                Vec::new()
            } else {
                facts.samples.clone()
            },
            secret: facts.secret,
        }
    }
}

/// Fields that columns with different headers share.
fn many(field: ImportField) -> bool {
    matches!(
        field,
        ImportField::Notes
            | ImportField::MenuOption
            | ImportField::Agent
            | ImportField::AgentPosition
            | ImportField::AgentGroup
            | ImportField::FurtherNumber
    )
}

/// Groups are counted from 1, also those of programs that count from 0; a menu key stays as it is.
fn number_groups(columns: &mut [ColumnMap]) {
    let mut zeros: Vec<ImportField> = Vec::new();
    for column in columns
        .iter()
        .filter(|column| column.group.as_deref() == Some("0"))
    {
        if let Some(field) = column
            .field
            .filter(|field| *field != ImportField::MenuOption && !zeros.contains(field))
        {
            zeros.push(field);
        }
    }
    for column in columns
        .iter_mut()
        .filter(|column| column.field.is_some_and(|field| zeros.contains(&field)))
    {
        let index = column.group.as_ref().and_then(|group| group.parse::<u32>().ok());
        column.group = index.map(|index| (index + 1).to_string());
    }
}
