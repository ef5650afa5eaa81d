//! The fonts that are built in, and texts as glyphs of them. A character that a font lacks is shown by its number, so
//! that nothing a person wrote vanishes.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Face as Shaper, Feature, UnicodeBuffer};
use std::rc::Rc;

use crate::error::DocumentError;

/// Noto Sans, under the SIL Open Font License in `assets/OFL.txt`.
const REGULAR: &[u8] = include_bytes!("../assets/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../assets/NotoSans-Bold.ttf");

/// Ligatures would be one glyph for several letters, which some readers copy as none.
const WITHOUT_LIGATURES: [&[u8; 4]; 3] = [b"liga", b"clig", b"dlig"];

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Both weights of the one family.
pub(crate) struct Fonts {
    regular: Face,
    bold: Face,
}

/// A font, as it is measured and as it is embedded.
pub(crate) struct Face {
    shaper: Shaper<'static>,
    /// What the PDF embeds the used glyphs of.
    pub(crate) font: Font,
    features: Vec<Feature>,
}

/// A text without line breaks as glyphs; their advances are shares of the font size.
pub(crate) struct Shaped {
    /// The text that the glyphs stand for.
    pub(crate) text: String,
    /// From left to right.
    pub(crate) glyphs: Vec<KrillaGlyph>,
}

impl Fonts {
    /// Reads both.
    pub(crate) fn load() -> Result<Self, DocumentError> {
        Ok(Self {
            regular: Face::read(REGULAR).ok_or(DocumentError::Font("Noto Sans"))?,
            bold: Face::read(BOLD).ok_or(DocumentError::Font("Noto Sans Bold"))?,
        })
    }

    /// The font of a weight.
    pub(crate) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let off = |tag: &[u8; 4]| Feature::new(Tag::from_bytes(tag), 0, ..);
        Some(Self {
            shaper: Shaper::from_slice(bytes, 0)?,
            font: Font::new(bytes.into(), 0)?,
            features: WITHOUT_LIGATURES.into_iter().map(off).collect(),
        })
    }

    /// From the baseline to the top of capitals and accents, as a share of the font size.
    pub(crate) fn ascent(&self) -> f32 {
        f32::from(self.shaper.ascender()) / self.units()
    }

    /// From the baseline to the lowest letter, as a positive share of the font size.
    pub(crate) fn descent(&self) -> f32 {
        -f32::from(self.shaper.descender()) / self.units()
    }

    /// A text as glyphs, one piece per line that the text itself breaks.
    pub(crate) fn shape(&self, text: &str) -> Vec<Rc<Shaped>> {
        let lines = self.spelt(text);
        lines.into_iter().map(|line| Rc::new(self.glyphs(line))).collect()
    }

    /// The lines of a text, with every character the font has none for as `[U+4E2D]`.
    fn spelt(&self, text: &str) -> Vec<String> {
        let mut lines = vec![String::new()];
        for c in text.replace("\r\n", "\n").trim_end().chars() {
            let is_known = self.shaper.glyph_index(c).is_some_and(|glyph| glyph.0 != 0);
            let Some(line) = lines.last_mut() else { continue };
            match c {
                '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    lines.push(String::new())
                }
                '\t' => line.push(' '),
                c if is_known && !c.is_control() => line.push(c),
                c => line.push_str(&format!("[U+{:04X}]", u32::from(c))),
            }
        }
        lines
    }

    /// The fonts have no script that is written from right to left, so everything runs from left to right.
    fn glyphs(&self, text: String) -> Shaped {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(&self.shaper, &self.features, buffer);
        let infos = shaped.glyph_infos();
        let share = |units: i32| units as f32 / self.units();
        let mut end = text.len();
        let mut next = text.len();
        let mut glyphs: Vec<KrillaGlyph> = Vec::with_capacity(infos.len());
        for (info, at) in infos.iter().zip(shaped.glyph_positions()).rev() {
            let start = info.cluster as usize;
            // Glyphs of one cluster stand for the same text.
            if start < next {
                (end, next) = (next, start);
            }
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                share(at.x_advance),
                share(at.x_offset),
                share(at.y_offset),
                share(at.y_advance),
                start..end,
                None,
            ));
        }
        glyphs.reverse();
        Shaped { text, glyphs }
    }

    fn units(&self) -> f32 {
        self.shaper.units_per_em() as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(weight: Weight) -> Face {
        let fonts = Fonts::load().unwrap();
        match weight {
            Weight::Regular => fonts.regular,
            Weight::Bold => fonts.bold,
        }
    }

    #[test]
    fn european_letters_are_shown_as_they_are() {
        for weight in [Weight::Regular, Weight::Bold] {
            let face = face(weight);
            for text in [
                "Zażółć gęślą jaźń",
                "İstanbul, Iğdır, Şişli",
                "Đorđe Čapek Ňuka Őszi Ærø Þór ßüöä",
                "Київ Αθήνα €£¥ – — … “x” ‘y’ • ₺ № § ½",
                "e\u{301}",
            ] {
                assert_eq!(face.spelt(text), [text], "{weight:?}");
            }
        }
    }

    #[test]
    fn a_character_the_font_lacks_is_shown_by_its_number() {
        let face = face(Weight::Regular);
        assert_eq!(face.spelt("a中b"), ["a[U+4E2D]b"]);
        assert_eq!(face.spelt("שלום"), ["[U+05E9][U+05DC][U+05D5][U+05DD]"]);
        assert_eq!(face.spelt("📞"), ["[U+1F4DE]"]);
        assert_eq!(face.spelt("a\u{7}b\u{0}"), ["a[U+0007]b[U+0000]"]);
    }

    #[test]
    fn lines_end_where_the_text_ends_them() {
        let face = face(Weight::Regular);
        assert_eq!(face.spelt("a\r\nb\n\nc\td\n"), ["a", "b", "", "c d"]);
        assert_eq!(face.spelt(""), [""]);
    }

    #[test]
    fn glyphs_stand_for_the_whole_text_in_order() {
        let face = face(Weight::Bold);
        for text in [
            "office affluent fi",
            "Zażółć",
            "e\u{301}a\u{308}\u{323}x",
            "Ünïcödé ﬁ",
        ] {
            let shaped = &face.shape(text)[0];
            let mut covered = 0;
            for glyph in &shaped.glyphs {
                assert!(glyph.text_range.start <= covered, "{text}");
                covered = covered.max(glyph.text_range.end);
            }
            assert_eq!(covered, text.len(), "{text}");
        }
        let letters = face.shape("office")[0].glyphs.len();
        assert_eq!(letters, 6, "ligatures are off");
    }
}
