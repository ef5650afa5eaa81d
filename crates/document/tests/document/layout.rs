//! Texts and tables over pages.

use portflow_document::blocks::{Block, Column, Row, Table, Tone};
use portflow_document::{Sheet, render};

use super::pdf::{pages, pages_of, paper, squeezed};

fn table(rows: Vec<Row>) -> Block {
    let columns = vec![
        Column::text("Extension"),
        Column::text("Who"),
        Column::amount("Cost"),
    ];
    Block::Table(Table { columns, rows })
}

fn texts(text: &str) -> Vec<Block> {
    vec![Block::Paragraph(Tone::Plain, text.to_owned())]
}

#[test]
fn a_table_over_pages_repeats_its_head_and_loses_no_row() {
    let row = |n: usize| Row::of([format!("x{n}x"), format!("Person {n}"), format!("${n}.00")]);
    let pages = pages_of(vec![table((1..=400).map(row).collect())]);
    assert!(pages.len() > 5, "{}", pages.len());
    for page in &pages {
        assert_eq!(page.matches("ExtensionWhoCost").count(), 1, "{page}");
    }
    let all = pages.concat();
    for n in 1..=400 {
        assert_eq!(
            all.matches(&format!("x{n}xPerson{n}${n}.00")).count(),
            1,
            "row {n}"
        );
    }
    for (index, page) in pages.iter().enumerate() {
        assert!(
            page.ends_with(&format!("ThefootPage{}of{}", index + 1, pages.len())),
            "{page}"
        );
    }
}

#[test]
fn a_row_longer_than_a_page_is_broken_between_its_lines() {
    let words: Vec<String> = (0..2500).map(|n| format!("w{n}")).collect();
    let long = words.join(" ");
    let rows = vec![
        Row::of(["1".to_owned(), "short".to_owned(), String::new()]),
        Row::of(["2".to_owned(), long.clone(), "$1.00".to_owned()]),
        Row::of(["3".to_owned(), "note".to_owned(), String::new()]).noted(long.clone()),
        Row::of(["4".to_owned(), "last".to_owned(), String::new()]),
    ];
    let pages = pages_of(vec![table(rows)]);
    assert!(pages.len() > 3, "{}", pages.len());
    let all: String = pages
        .iter()
        .map(|page| {
            page.replace("ExtensionWhoCost", "")
                .split("Thefoot")
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert!(all.starts_with("1short\u{2013}2w0w1"), "{}", &all[..40]);
    assert_eq!(all.matches("w2498w2499").count(), 2);
    assert!(all.ends_with("4last\u{2013}"), "{}", &all[all.len() - 40..]);
    for page in &pages {
        assert_eq!(page.matches("ExtensionWhoCost").count(), 1);
    }
}

#[test]
fn long_texts_are_written_in_full() {
    let text: String = (0..1000).map(|n| format!("a{n} ")).collect();
    assert!(
        pages_of(texts(&text))
            .concat()
            .replace("Thefoot", "")
            .contains("a998")
    );
    let word = "x".repeat(5000);
    let written = pages_of(texts(&word)).concat();
    assert_eq!(
        written.matches('x').count(),
        5000,
        "a word without a place to break it"
    );
    let answer = squeezed(&text);
    let all: String = pages_of(vec![Block::Facts(vec![("Name".to_owned(), text)])]).concat();
    assert!(all.contains(&answer[..3000]), "over two pages");
}

#[test]
fn every_letter_is_written_or_named() {
    for (text, written) in [
        ("Zażółć gęślą jaźń, İstanbul", "Zażółćgęśląjaźń,İstanbul"),
        ("office affluent", "officeaffluent"),
        ("中文", "[U+4E2D][U+6587]"),
        ("שלום", "[U+05E9][U+05DC][U+05D5][U+05DD]"),
        ("☎ 911", "[U+260E]911"),
        ("bell \u{7} end", "bell[U+0007]end"),
        ("e\u{301}a\u{308}", "e\u{301}a\u{308}"),
    ] {
        let page = pages_of(texts(text)).concat();
        assert!(page.contains(written), "{text}: {page}");
    }
    for odd in [
        "",
        " ",
        "\n\n\n",
        "\u{200b}\u{200d}\u{feff}",
        "\u{202e}abc\u{202c}",
        "a\u{300}\u{301}\u{302}\u{303}",
    ] {
        pages_of(vec![table(vec![
            Row::of([odd.to_owned(), odd.to_owned(), odd.to_owned()]).noted(odd.to_owned()),
        ])]);
        pages_of(texts(odd));
    }
}

#[test]
fn equal_papers_are_equal_bytes() {
    let blocks = || {
        vec![
            Block::Heading(1, "One".to_owned()),
            table(vec![Row::of(["1".to_owned()])]),
        ]
    };
    let once = render(&paper(blocks())).unwrap();
    assert_eq!(once, render(&paper(blocks())).unwrap());
    let mut later = paper(blocks());
    later.dated = "2026-11-22".parse().unwrap();
    assert_ne!(once, render(&later).unwrap(), "the day is written down");
}

#[test]
fn the_file_says_what_it_is() {
    let heading = vec![Block::Heading(1, "Where it stands".to_owned())];
    let bytes = render(&paper(heading)).unwrap();
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-US");
    assert!(
        catalog.get(b"MarkInfo").is_ok() && catalog.get(b"StructTreeRoot").is_ok(),
        "tagged"
    );
    assert!(catalog.get(b"Outlines").is_ok(), "bookmarks");
    let info = document.trailer.get(b"Info").unwrap();
    let (_, info) = document.dereference(info).unwrap();
    let info = info.as_dict().unwrap();
    assert_eq!(info.get(b"Title").unwrap().as_str().unwrap(), b"A paper");
    assert_eq!(
        info.get(b"CreationDate").unwrap().as_str().unwrap(),
        b"D:20261121000000Z"
    );
}

#[test]
fn the_country_says_what_printers_hold() {
    for (country, sheet, width) in [
        ("US", Sheet::Letter, 612.0),
        ("CA", Sheet::Letter, 612.0),
        ("GB", Sheet::A4, 595.28),
    ] {
        assert_eq!(Sheet::of_country(country), sheet);
        let mut paper = paper(texts("a"));
        paper.sheet = sheet;
        let bytes = render(&paper).unwrap();
        let document = lopdf::Document::load_mem(&bytes).unwrap();
        let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
        let media = page.get(b"MediaBox").unwrap().as_array().unwrap();
        assert!((media[2].as_float().unwrap() - width).abs() < 0.1, "{country}");
        assert_eq!(pages(&bytes).len(), 1);
    }
}
