//! What a site costs a month, and what contracts still cost after the cutover.

use super::{ReportCost, ReportCosts};
use crate::blocks::{Block, Column, Row, Table, Tone};

/// The blocks of the costs; none where no cost can be known.
pub(super) fn costs(costs: &ReportCosts) -> Vec<Block> {
    if costs.lines.is_empty() {
        return Vec::new();
    }
    let row = |it: &ReportCost| {
        Row::of([
            it.label.clone(),
            it.today.clone(),
            it.after.clone(),
            it.difference.clone(),
        ])
    };
    let mut rows: Vec<Row> = costs.lines.iter().map(row).collect();
    rows.extend(costs.sum.as_ref().map(|sum| row(sum).sum()));
    let mut columns = vec![Column::text("Circuit or license")];
    columns.extend(["Today", "After", "Difference"].map(Column::amount));
    let mut blocks = vec![
        Block::Heading(1, "Monthly costs".to_owned()),
        Block::Table(Table { columns, rows }),
    ];
    if !costs.left_out.is_empty() {
        blocks.push(Block::Paragraph(Tone::Aside, costs.left_out.clone()));
    }
    if !costs.remaining.is_empty() {
        let mut columns: Vec<Column> = ["Circuit", "Contract ends", "Cutover"].map(Column::text).into();
        columns.push(Column::amount("Remains to be paid"));
        let rows = costs.remaining.iter().cloned().map(Row::of).collect();
        blocks.push(Block::Heading(2, "Contracts that outlast the cutover".to_owned()));
        blocks.push(Block::Table(Table { columns, rows }));
    }
    blocks.push(Block::Paragraph(Tone::Aside, costs.rule.clone()));
    blocks
}
