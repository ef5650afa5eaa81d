//! The small picture of a photo, upright as its Exif orientation says. The photo itself is never changed. A picture
//! that is damaged, hostile or too large to unpack has none, and that is all that follows from it.

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};
use portflow_store::queries::attachments::Thumbnail;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The longest side, in pixels.
const SIDE: u32 = 320;

/// Quality of the JPEG, of 100: with [`SIDE`] about 20 KB, less than half a percent of a photo of 5 MB.
const QUALITY: u8 = 75;

/// A picture of more is not unpacked: at three bytes each this is 192 MB. Telephones take up to 50 million.
const MAX_PIXELS: u64 = 64_000_000;

/// The small picture of a photo, if one can be made.
pub(super) fn thumbnail(media_type: &str, content: &[u8]) -> Option<Thumbnail> {
    Some(Thumbnail {
        media_type: "image/jpeg".to_owned(),
        content: scaled(media_type, content, SIDE)?,
    })
}

/// A photo as a JPEG of which no side is longer than `side` pixels, if one can be made.
pub(in crate::use_cases) fn scaled(media_type: &str, content: &[u8], side: u32) -> Option<Vec<u8>> {
    let format = match media_type {
        "image/jpeg" => ImageFormat::Jpeg,
        "image/png" => ImageFormat::Png,
        "image/webp" => ImageFormat::WebP,
        _ => return None,
    };
    // A decoder that meets what its authors did not think of must not take the other files with it.
    catch_unwind(AssertUnwindSafe(|| small(format, content, side))).ok()?
}

fn small(format: ImageFormat, content: &[u8], side: u32) -> Option<Vec<u8>> {
    let mut header = ImageReader::with_format(Cursor::new(content), format)
        .into_decoder()
        .ok()?;
    let (width, height) = header.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return None;
    }
    let orientation = header.orientation().unwrap_or(Orientation::NoTransforms);
    // The library itself allows a decoder 512 MB.
    let picture = image::load_from_memory_with_format(content, format).ok()?;
    let mut picture = if width.max(height) > side {
        picture.thumbnail(side, side)
    } else {
        picture
    };
    picture.apply_orientation(orientation);
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    on_white(&picture).write_with_encoder(encoder).ok()?;
    Some(jpeg)
}

/// JPEG knows no transparency, and what is drawn on nothing is mostly dark.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0.map(u32::from);
        let mix = |color: u32| u8::try_from((color * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        image::Rgb([mix(red), mix(green), mix(blue)])
    })
}
