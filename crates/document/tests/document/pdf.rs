//! A PDF, as a reader finds it.

use lopdf::{Document, Object};
use portflow_document::blocks::{Block, Paper};
use portflow_document::{Sheet, render};

/// A paper with these blocks.
pub fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        title: "A paper".to_owned(),
        sheet: Sheet::A4,
        dated: "2026-11-21".parse().unwrap(),
        footer: "The foot".to_owned(),
        blocks,
    }
}

/// The text of each page of a paper, without any white space, because lines break where the page ends.
pub fn pages_of(blocks: Vec<Block>) -> Vec<String> {
    pages(&render(&paper(blocks)).unwrap())
}

/// The same of a file.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    numbers
        .into_iter()
        .map(|page| squeezed(&document.extract_text(&[page]).unwrap()))
        .collect()
}

/// A text without white space.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// How many pictures the file holds.
pub fn pictures(bytes: &[u8]) -> usize {
    let document = Document::load_mem(bytes).unwrap();
    let is_picture = |object: &Object| {
        let stream = object.as_stream().ok();
        stream.is_some_and(|it| {
            it.dict
                .get(b"Subtype")
                .is_ok_and(|kind| kind.as_name().is_ok_and(|it| it == b"Image"))
        })
    };
    document
        .objects
        .values()
        .filter(|object| is_picture(object))
        .count()
}
