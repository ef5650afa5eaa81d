//! The letter block after block: on the first page what is signed and the lines to sign on, then what the carrier
//! needs beside it and the numbers.

use super::LoaLetter;
use crate::blocks::{Block, Column, Paper, Row, Table, Tone};
use crate::words::day;

/// The letter as a paper.
pub(super) fn paper(letter: LoaLetter) -> Paper {
    let mut blocks = vec![Block::Title {
        above: letter.customer.clone(),
        text: letter.title.clone(),
        below: vec![format!("{} \u{2013} {}", letter.reference, day(letter.as_of))],
    }];
    for (title, facts) in letter.signed {
        blocks.push(Block::Heading(2, title));
        blocks.push(Block::Facts(facts));
    }
    blocks.push(Block::Heading(2, "Authorization".to_owned()));
    for (index, statement) in letter.statements.iter().enumerate() {
        blocks.push(Block::Paragraph(
            Tone::Plain,
            format!("{}. {statement}", index + 1),
        ));
    }
    blocks.push(Block::HandLines(letter.by_hand));
    blocks.push(Block::PageBreak);
    let (title, facts, note) = letter.processing;
    blocks.push(Block::Heading(1, title));
    blocks.push(Block::Facts(facts));
    blocks.push(Block::Paragraph(Tone::Aside, note));
    blocks.extend(attachment(&letter.numbers, &letter.reference));
    Paper {
        title: format!("{}, {}", letter.title, letter.customer),
        sheet: letter.sheet,
        dated: letter.as_of,
        footer: letter.footer,
        blocks,
    }
}

fn attachment(numbers: &[(String, u64)], reference: &str) -> Vec<Block> {
    let columns = vec![
        Column::amount("Line").wide(10),
        Column::text("Telephone number or range").wide(70),
        Column::amount("Numbers").wide(20),
    ];
    let row = |(index, (text, count)): (usize, &(String, u64))| {
        Row::of([(index + 1).to_string(), text.clone(), count.to_string()])
    };
    let mut rows: Vec<Row> = numbers.iter().enumerate().map(row).collect();
    let all: u64 = numbers.iter().map(|(_, count)| count).sum();
    rows.push(
        Row::of([
            "All".to_owned(),
            "numbers of this attachment".to_owned(),
            all.to_string(),
        ])
        .sum(),
    );
    vec![
        Block::Heading(1, "Attachment A: telephone numbers".to_owned()),
        Block::Paragraph(
            Tone::Aside,
            format!("Part of the letter of authorization {reference}."),
        ),
        Block::Table(Table { columns, rows }),
    ]
}
