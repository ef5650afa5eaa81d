//! The report block after block: first what is open, because that is what the reader has to act on.

use super::costs::costs;
use super::{AskedQuestion, DiscoveryReport, FoundItem, MissingItem, ReportSection};
use crate::blocks::{Block, Column, Paper, Row, Table, Tone};
use crate::words::day;

/// The report as a paper.
pub(super) fn paper(report: DiscoveryReport) -> Paper {
    let mut blocks = head(&report);
    blocks.extend(overview(&report.sections));
    blocks.extend(missing(&report.missing));
    blocks.extend(findings(&report.findings));
    blocks.extend(report.sections.iter().flat_map(section));
    blocks.extend(costs(&report.costs));
    if !report.photos.is_empty() {
        blocks.push(heading("Photos"));
        blocks.push(Block::Pictures(report.photos));
    }
    if !report.files.is_empty() {
        let columns = columns([("File", 40), ("What it shows", 40), ("Section", 20)]);
        let rows = report.files.into_iter().map(Row::of).collect();
        blocks.push(heading("Files kept with the site"));
        blocks.push(Block::Table(Table { columns, rows }));
    }
    Paper {
        title: format!("Site discovery: {}, {}", report.customer, report.site),
        sheet: report.sheet,
        dated: report.as_of,
        footer: format!(
            "Site discovery \u{2013} {}, {} \u{2013} {}",
            report.customer,
            report.site,
            day(report.as_of)
        ),
        blocks,
    }
}

fn head(report: &DiscoveryReport) -> Vec<Block> {
    let as_of = format!("As of {} ({})", day(report.as_of), report.time_zone);
    let below = [report.address.clone(), as_of];
    let required = report.missing.iter().filter(|it| it.is_required).count();
    let open = match (required, report.missing.len()) {
        (_, 0) => "nothing is open".to_owned(),
        (0, all) => format!("{all} open, none of them required"),
        (required, all) => format!("{all} open, {required} of them required before the migration goes on"),
    };
    vec![
        Block::Title {
            above: format!("SITE DISCOVERY \u{2013} {}", report.customer),
            text: report.site.clone(),
            below: below.into_iter().filter(|line| !line.is_empty()).collect(),
        },
        Block::Share(report.percent, format!("{} % known, {open}", report.percent)),
    ]
}

fn overview(sections: &[ReportSection]) -> [Block; 2] {
    let row = |it: &ReportSection| {
        Row::of([
            it.title.clone(),
            it.state.clone(),
            format!("{} %", it.percent),
            it.said.clone(),
        ])
    };
    let columns = vec![
        Column::text("Section").wide(30),
        Column::text("State").wide(18),
        Column::amount("Known").wide(10),
        Column::text("Said by").wide(42),
    ];
    let rows = sections.iter().map(row).collect();
    [heading("Where it stands"), Block::Table(Table { columns, rows })]
}

fn missing(missing: &[MissingItem]) -> Vec<Block> {
    let mut blocks = vec![heading("Still open")];
    if missing.is_empty() {
        blocks.push(plain("Everything that was asked for is known."));
        return blocks;
    }
    for (title, is_required) in [
        ("Required before the migration goes on", true),
        ("Good to know", false),
    ] {
        let rows: Vec<Row> = missing
            .iter()
            .filter(|it| it.is_required == is_required)
            .map(|it| {
                let asked = if it.was_asked { " (asked, not known)" } else { "" };
                Row::of([it.section.clone(), format!("{}{asked}", it.text), it.why.clone()])
            })
            .collect();
        if !rows.is_empty() {
            let columns = ["Section", "What is open", "Why it matters"]
                .map(Column::text)
                .into();
            blocks.push(Block::Heading(2, title.to_owned()));
            blocks.push(Block::Table(Table { columns, rows }));
        }
    }
    blocks
}

fn findings(findings: &[FoundItem]) -> Vec<Block> {
    if findings.is_empty() {
        return Vec::new();
    }
    let row = |it: &FoundItem| {
        let kind = if it.is_error { "Problem" } else { "Warning" };
        Row::of([kind.to_owned(), it.text.clone(), it.remedy.clone()])
    };
    let columns = columns([("Kind", 12), ("What was found", 47), ("What to do", 41)]);
    let (errors, warnings): (Vec<&FoundItem>, Vec<&FoundItem>) = findings.iter().partition(|it| it.is_error);
    let rows = errors.into_iter().chain(warnings).map(row).collect();
    vec![heading("Findings"), Block::Table(Table { columns, rows })]
}

fn section(section: &ReportSection) -> Vec<Block> {
    let said = match section.said.as_str() {
        "" => String::new(),
        said => format!(" \u{2013} {said}"),
    };
    let state = format!("{} \u{2013} {} % known{said}", section.state, section.percent);
    let mut blocks = vec![heading(&section.title), Block::Paragraph(Tone::Aside, state)];
    if !section.notes.is_empty() {
        blocks.push(plain(&section.notes));
    }
    if !section.facts.is_empty() {
        blocks.push(Block::Facts(section.facts.clone()));
    }
    for (title, table) in &section.tables {
        blocks.push(Block::Heading(2, title.clone()));
        blocks.push(Block::Table(table.clone()));
    }
    blocks.extend(questions(&section.questions));
    if section.facts.is_empty() && section.tables.is_empty() && section.questions.is_empty() {
        blocks.push(plain("Nothing is written down."));
    }
    blocks
}

fn questions(questions: &[AskedQuestion]) -> Vec<Block> {
    if questions.is_empty() {
        return Vec::new();
    }
    let row = |it: &AskedQuestion| {
        Row::of([it.text.clone(), it.answer.clone(), it.said.clone()]).noted(it.note.clone())
    };
    let columns = columns([("Question", 42), ("Answer", 34), ("Said by", 24)]);
    let rows = questions.iter().map(row).collect();
    vec![
        Block::Heading(2, "Questions".to_owned()),
        Block::Table(Table { columns, rows }),
    ]
}

fn columns<const N: usize>(columns: [(&str, u8); N]) -> Vec<Column> {
    columns
        .map(|(head, percent)| Column::text(head).wide(percent))
        .into()
}

fn heading(text: &str) -> Block {
    Block::Heading(1, text.to_owned())
}

fn plain(text: &str) -> Block {
    Block::Paragraph(Tone::Plain, text.to_owned())
}
