//! Texts broken into lines of a width, where Unicode's rules allow it; a word that is longer than a line is broken
//! between its characters.

use krilla::text::KrillaGlyph;
use std::ops::Range;
use std::rc::Rc;
use unicode_linebreak::linebreaks;

use crate::fonts::{Face, Fonts, Shaped, Weight};

/// Rounding of sums of advances, in points.
const SLACK: f32 = 0.01;

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// How heavy.
    pub(crate) weight: Weight,
    /// In points.
    pub(crate) size: f32,
    /// From baseline to baseline, in points.
    pub(crate) leading: f32,
    /// Its color.
    pub(crate) color: Color,
}

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Color(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// A line of a text.
#[derive(Clone)]
pub(crate) struct Line {
    /// The text of which it is a part.
    pub(crate) of: Rc<Shaped>,
    /// Its glyphs, spaces at its end included.
    pub(crate) glyphs: Range<usize>,
    /// In points, without spaces at its end.
    pub(crate) width: f32,
}

/// A text in lines.
#[derive(Clone)]
pub(crate) struct Wrapped {
    /// How it looks.
    pub(crate) style: Style,
    /// From top to bottom; at least one.
    pub(crate) lines: Vec<Line>,
}

impl Wrapped {
    /// Breaks a text into lines no wider than `width` points, unless a single character is.
    pub(crate) fn new(text: &str, style: Style, width: f32, fonts: &Fonts) -> Self {
        let pieces = fonts.face(style.weight).shape(text);
        let lines = pieces
            .iter()
            .flat_map(|piece| break_lines(piece, style.size, width))
            .collect();
        Self { style, lines }
    }

    /// In points.
    pub(crate) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.style.leading
    }

    /// The widest line, in points.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().fold(0.0, |widest, line| widest.max(line.width))
    }
}

impl Style {
    /// From the top of a line to its baseline, in points.
    pub(crate) fn baseline(&self, face: &Face) -> f32 {
        let letters = (face.ascent() + face.descent()) * self.size;
        (self.leading - letters) / 2.0 + face.ascent() * self.size
    }
}

/// The widest part of a text that is broken only where there is no other way, in points.
pub(crate) fn longest_word(text: &str, style: Style, fonts: &Fonts) -> f32 {
    let pieces = fonts.face(style.weight).shape(text);
    let words = pieces.iter().flat_map(|piece| words(piece, style.size));
    words.fold(0.0, |widest, word| widest.max(word.width))
}

/// What stands between two places where a line may end.
struct Word {
    /// Its glyphs without the spaces at its end.
    letters: Range<usize>,
    /// Width of them, in points.
    width: f32,
    /// Width with the spaces.
    advance: f32,
}

fn words(shaped: &Shaped, size: f32) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = 0;
    for (end, _) in linebreaks(&shaped.text) {
        let rest = shaped.glyphs.get(start..).unwrap_or_default();
        let count = rest
            .iter()
            .take_while(|glyph| glyph.text_range.start < end)
            .count();
        let glyphs = rest.get(..count).unwrap_or_default();
        let word = shaped.text.get(..end).unwrap_or_default().trim_end().len();
        let advance = |glyphs: &[KrillaGlyph]| glyphs.iter().map(|glyph| glyph.x_advance * size).sum();
        let seen = glyphs
            .iter()
            .take_while(|glyph| glyph.text_range.start < word)
            .count();
        words.push(Word {
            letters: start..start + seen,
            width: advance(glyphs.get(..seen).unwrap_or_default()),
            advance: advance(glyphs),
        });
        start += count;
    }
    words
}

fn break_lines(shaped: &Rc<Shaped>, size: f32, width: f32) -> Vec<Line> {
    let line = |glyphs: Range<usize>, width: f32| Line {
        of: Rc::clone(shaped),
        glyphs,
        width,
    };
    let mut lines = Vec::new();
    let (mut start, mut seen, mut advance) = (0, 0.0, 0.0);
    for word in words(shaped, size) {
        if advance + word.width > width + SLACK && word.letters.start > start {
            lines.push(line(start..word.letters.start, seen));
            (start, advance) = (word.letters.start, 0.0);
        }
        if word.width > width + SLACK {
            let rest = break_word(shaped, &word, size, width, |glyphs, width| {
                lines.push(line(glyphs, width))
            });
            (start, seen, advance) = rest;
        } else {
            seen = advance + word.width;
            advance += word.advance;
        }
    }
    lines.push(line(start..shaped.glyphs.len(), seen));
    lines
}

/// Breaks a word between its characters; gives start, width and advance of what remains for the next line.
fn break_word(
    shaped: &Shaped,
    word: &Word,
    size: f32,
    width: f32,
    mut line: impl FnMut(Range<usize>, f32),
) -> (usize, f32, f32) {
    let (mut start, mut seen) = (word.letters.start, 0.0);
    let letters = shaped.glyphs.get(word.letters.clone()).unwrap_or_default();
    let mut at = start;
    // Glyphs of one character stay together.
    for character in letters.chunk_by(|one, next| one.text_range.start == next.text_range.start) {
        let advance: f32 = character.iter().map(|glyph| glyph.x_advance * size).sum();
        if seen + advance > width + SLACK && at > start {
            line(start..at, seen);
            (start, seen) = (at, 0.0);
        }
        seen += advance;
        at += character.len();
    }
    (start, seen, seen + word.advance - word.width)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Style = Style {
        weight: Weight::Regular,
        size: 10.0,
        leading: 14.0,
        color: Color(0, 0, 0),
    };

    fn texts(text: &str, width: f32) -> Vec<String> {
        let wrapped = Wrapped::new(text, PLAIN, width, &Fonts::load().unwrap());
        let shown = |line: &Line| {
            let glyphs = &line.of.glyphs[line.glyphs.clone()];
            let end = glyphs.last().map_or(0, |it| it.text_range.end);
            let shown = line.of.text[glyphs.first().map_or(0, |it| it.text_range.start)..end].to_owned();
            let is_one_letter = shown.trim_end().trim_end_matches('\u{301}').chars().count() <= 1;
            assert!(line.width <= width + SLACK || is_one_letter, "{shown} at {width}");
            shown
        };
        wrapped.lines.iter().map(shown).collect()
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(
            texts("the line to the elevator", 60.0),
            ["the line to ", "the elevator"]
        );
        assert_eq!(texts("one", 400.0), ["one"]);
        assert_eq!(texts("", 400.0), [""]);
        assert_eq!(texts("one\n\ntwo", 400.0), ["one", "", "two"]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        let word = "a".repeat(40);
        let lines = texts(&format!("see {word} now"), 80.0);
        assert!(lines.len() > 3, "{lines:?}");
        assert_eq!(lines.concat(), format!("see {word} now"));
        assert_eq!(texts("abc", 0.0), ["a", "b", "c"]);
    }

    #[test]
    fn no_text_is_lost_at_any_width() {
        let text = "Ünïcödé e\u{301}clair [U+4E2D][U+6587] 10.20.7.0/24, https://example.com/a-very-long/path?x=1  end ";
        for width in 0..200 {
            assert_eq!(texts(text, width as f32).concat(), text.trim_end(), "{width}");
        }
    }

    #[test]
    fn the_longest_word_is_what_a_column_needs() {
        let fonts = Fonts::load().unwrap();
        let widest = longest_word("fax and elevator lines", PLAIN, &fonts);
        assert!((widest - longest_word("elevator", PLAIN, &fonts)).abs() < 0.01);
        assert_eq!(
            Wrapped::new("fax and elevator lines", PLAIN, widest, &fonts)
                .lines
                .len(),
            3
        );
    }
}
