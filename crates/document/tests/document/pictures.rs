//! Pictures: shown, or named with the reason why not.

use portflow_document::blocks::{Block, Picture};
use portflow_document::render;

use super::pdf::{pages, paper, pictures};

/// A PNG of one color, written by hand: the smallest file a person could have.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = vec![120; (width * height * 3) as usize];
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

fn picture(name: &str, bytes: Vec<u8>) -> Picture {
    Picture {
        name: name.to_owned(),
        caption: Some("The rack".to_owned()),
        media_type: "image/png".to_owned(),
        bytes,
    }
}

fn written(all: Vec<Picture>) -> (usize, String) {
    let bytes = render(&paper(vec![Block::Pictures(all)])).unwrap();
    (pictures(&bytes), pages(&bytes).concat())
}

#[test]
fn pictures_stand_two_beside_each_other_with_their_captions() {
    let wide = picture("wide.png", png(400, 100));
    let tall = picture("tall.png", png(100, 400));
    let (count, text) = written(vec![wide.clone(), tall, picture("third.png", png(30, 30))]);
    assert_eq!(count, 3);
    for name in ["wide", "tall", "third"] {
        assert!(text.contains(&format!("Therack({name}.png)")), "{text}");
    }
    let captioned = Picture {
        caption: Some("long caption ".repeat(400)),
        ..wide
    };
    let (count, text) = written(vec![captioned]);
    assert_eq!((count, text.matches("longcaption").count()), (1, 400));
}

/// The first bytes of a file with another size written into it.
fn claiming(mut bytes: Vec<u8>, at: usize, size: &[u8]) -> Vec<u8> {
    bytes[at..at + size.len()].copy_from_slice(size);
    bytes
}

#[test]
fn what_cannot_be_shown_is_named_with_the_reason() {
    let mut truncated = png(40, 40);
    truncated.truncate(60);
    // SOI, then a baseline frame of three components that claims 20,000 by 20,000 pixels, then a scan without data.
    let frame = [
        0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x4e, 0x20, 0x4e, 0x20, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0,
        0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0xff, 0xd9,
    ];
    let huge = [0x4e_u8, 0x20];
    let header = claiming(png(8, 8), 16, &[0, 0, huge[0], huge[1], 0, 0, huge[0], huge[1]]);
    for (name, bytes) in [
        ("empty.png", Vec::new()),
        ("text.png", b"not a picture".to_vec()),
        ("script.jpg", b"\xff\xd8\xff<script>".to_vec()),
        ("truncated.png", truncated),
        ("header.png", header),
        ("huge.jpg", frame.to_vec()),
    ] {
        let (count, text) = written(vec![picture(name, bytes), picture("good.png", png(20, 20))]);
        assert_eq!(count, 1, "{name}");
        assert!(
            text.contains(&format!("Therack({name})isnotshown,because")),
            "{name}: {text}"
        );
    }
}

#[test]
fn a_picture_larger_than_memory_allows_is_refused_by_its_size() {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 20_000, 20_000);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![0; 20_000 * 2_500]).unwrap();
    writer.finish().unwrap();
    let (count, text) = written(vec![picture("wall.png", bytes)]);
    assert_eq!(count, 0);
    assert!(
        text.contains("itclaims20000by20000pixels,morethan50million"),
        "{text}"
    );
}
