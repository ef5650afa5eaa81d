//! Pictures with captions, two beside each other; one that cannot be shown is a line of text that says why.

use krilla::image::Image;

use super::flow::Flow;
use super::styles::{ASIDE, CELL};
use crate::blocks::Picture;
use crate::picture;
use crate::structure::{Mark, Role, Structure};
use crate::wrap::Wrapped;

/// Between the two of a row, in points.
const BETWEEN: f32 = 16.0;
/// The highest a picture is shown, in points.
const HIGHEST: f32 = 240.0;

/// The most lines of a caption that stand below its picture; a longer one follows the row.
const MOST_LINES: usize = 6;

/// A picture that can be shown.
struct Shown<'a> {
    of: &'a Picture,
    image: Image,
    size: (f32, f32),
    caption: Wrapped,
}

/// All of them, in their order.
pub(super) fn pictures(flow: &mut Flow, pictures: &[Picture]) {
    let width = (flow.width() - BETWEEN) / 2.0;
    let mut row: Vec<Shown> = Vec::new();
    for picture in pictures {
        match picture::read(picture) {
            Ok(image) => row.push(shown(flow, picture, image, width)),
            Err(why) => {
                place(flow, &std::mem::take(&mut row), width);
                refused(flow, picture, &why);
            }
        }
        if row.len() == 2 {
            place(flow, &std::mem::take(&mut row), width);
        }
    }
    place(flow, &row, width);
}

fn shown<'a>(flow: &Flow, of: &'a Picture, image: Image, width: f32) -> Shown<'a> {
    let (wide, high) = image.size();
    let (wide, high) = (wide as f32, high as f32);
    let scale = (width / wide).min(HIGHEST / high);
    Shown {
        of,
        image,
        size: (wide * scale, high * scale),
        caption: Wrapped::new(&words(of), ASIDE, width, flow.fonts),
    }
}

fn place(flow: &mut Flow, row: &[Shown], width: f32) {
    let tallest = row.iter().fold(0.0_f32, |tallest, it| tallest.max(it.size.1));
    let short = row.iter().filter(|it| it.caption.lines.len() <= MOST_LINES);
    let captions = short.fold(0.0_f32, |tallest, it| tallest.max(it.caption.height()));
    flow.need(tallest + 4.0 + captions);
    let mut x = flow.left();
    let mut long = Vec::new();
    for it in row {
        let figure = flow.structure.add(Structure::ROOT, Role::Figure(words(it.of)));
        flow.picture((x, 0.0), it.size, it.image.clone(), Mark::Part(figure));
        let caption = Mark::Part(flow.structure.add(Structure::ROOT, Role::Caption));
        if it.caption.lines.len() <= MOST_LINES {
            flow.lines((x, tallest + 4.0), &it.caption.lines, ASIDE, caption);
        } else {
            long.push((it, caption));
        }
        x += width + BETWEEN;
    }
    if !row.is_empty() {
        flow.y += tallest + 4.0 + captions;
    }
    for (it, caption) in long {
        let wrapped = Wrapped::new(&words(it.of), ASIDE, flow.width(), flow.fonts);
        flow.text(flow.left(), &wrapped, caption);
    }
    flow.gap(12.0);
}

fn refused(flow: &mut Flow, picture: &Picture, why: &str) {
    let text = format!("{} is not shown, because {why}.", words(picture));
    let part = flow.structure.add(Structure::ROOT, Role::Paragraph);
    let wrapped = Wrapped::new(&text, CELL, flow.width(), flow.fonts);
    flow.text(flow.left(), &wrapped, Mark::Part(part));
    flow.gap(6.0);
}

fn words(picture: &Picture) -> String {
    match &picture.caption {
        Some(caption) => format!("{caption} ({})", picture.name),
        None => picture.name.clone(),
    }
}
