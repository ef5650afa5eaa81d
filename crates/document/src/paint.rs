//! Writes the pages into a PDF with embedded fonts, a tree for screen readers and bookmarks.

use chrono::Datelike;
use krilla::Document;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};

use crate::blocks::Paper;
use crate::error::DocumentError;
use crate::fonts::Fonts;
use crate::layout::{Bookmark, LaidOut};
use crate::page::{Area, Ink, Item};
use crate::structure::{Mark, Structure};
use crate::wrap::{Color, Line, Style};

/// Everything the program writes is American English.
const LANGUAGE: &str = "en-US";

/// The file.
pub(crate) fn paint(paper: &Paper, mut laid_out: LaidOut, fonts: &Fonts) -> Result<Vec<u8>, DocumentError> {
    let mut document = Document::new();
    let (width, height) = paper.sheet.size();
    let size =
        Size::from_wh(width, height).ok_or_else(|| DocumentError::Pdf("a page has no size".to_owned()))?;
    for page in &laid_out.pages {
        let mut sheet = document.start_page_with(PageSettings::new(size));
        let mut surface = sheet.surface();
        for item in &page.items {
            draw(&mut surface, item, fonts, &mut laid_out.structure);
        }
        surface.finish();
        sheet.finish();
    }
    document.set_metadata(metadata(paper));
    document.set_outline(outline(&laid_out.bookmarks));
    document.set_tag_tree(laid_out.structure.tree(LANGUAGE));
    document
        .finish()
        .map_err(|error| DocumentError::Pdf(error.to_string()))
}

fn metadata(paper: &Paper) -> Metadata {
    let number = |number: u32| u8::try_from(number).unwrap_or(1);
    let dated = DateTime::new(u16::try_from(paper.dated.year()).unwrap_or(0))
        .month(number(paper.dated.month()))
        .day(number(paper.dated.day()));
    Metadata::new()
        .title(paper.title.clone())
        .language(LANGUAGE.to_owned())
        .creator("PortFlow".to_owned())
        .creation_date(dated)
}

fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    for bookmark in bookmarks {
        let place = XyzDestination::new(bookmark.page, Point::from_xy(0.0, bookmark.y));
        outline.push_child(OutlineNode::new(bookmark.text.clone(), place));
    }
    outline
}

fn draw(surface: &mut Surface, item: &Item, fonts: &Fonts, structure: &mut Structure) {
    let identifier = surface.start_tagged(tag(item));
    match &item.ink {
        Ink::Text { x, y, style, line } => text(surface, (*x, *y), *style, line, fonts),
        Ink::Area { area, color } => fill(surface, *area, *color),
        Ink::Picture { area, image } => {
            surface.push_transform(&Transform::from_translate(area.x, area.y));
            if let Some(size) = Size::from_wh(area.width, area.height) {
                surface.draw_image(image.clone(), size);
            }
            surface.pop();
        }
    }
    surface.end_tagged();
    keep(identifier, item.mark, structure);
}

fn tag(item: &Item) -> ContentTag<'static> {
    match (item.mark, &item.ink) {
        (Mark::Decoration, Ink::Text { .. }) => {
            ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther))
        }
        (Mark::Decoration, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        (Mark::Part(_), Ink::Text { .. }) => ContentTag::Span(SpanTag::empty()),
        (Mark::Part(_), _) => ContentTag::Other,
    }
}

fn keep(identifier: Identifier, mark: Mark, structure: &mut Structure) {
    if let Mark::Part(part) = mark {
        structure.drawn(part, identifier);
    }
}

fn text(surface: &mut Surface, (x, y): (f32, f32), style: Style, line: &Line, fonts: &Fonts) {
    let glyphs = line.of.glyphs.get(line.glyphs.clone()).unwrap_or_default();
    let font = fonts.face(style.weight).font.clone();
    surface.set_fill(Some(ink(style.color)));
    surface.draw_glyphs(
        Point::from_xy(x, y),
        glyphs,
        font,
        &line.of.text,
        style.size,
        false,
    );
}

fn fill(surface: &mut Surface, area: Area, color: Color) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(area.x, area.y, area.width, area.height) {
        path.push_rect(rect);
    }
    surface.set_fill(Some(ink(color)));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn ink(Color(red, green, blue): Color) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }
}
