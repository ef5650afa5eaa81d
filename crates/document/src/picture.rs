//! Pictures, looked at before they are placed: whatever cannot be shown is known with its reason, and a hostile file
//! takes no more memory than a large picture does.

use krilla::image::Image;
use png::{Decoder, Transformations};
use std::io::Cursor;

use crate::blocks::Picture;

/// The largest picture, in pixels; of eight bytes each at the worst.
const MOST_PIXELS: u64 = 50_000_000;

/// Why a picture is not shown, as the end of a sentence.
pub(crate) type Refusal = String;

/// The picture, ready to be placed.
pub(crate) fn read(picture: &Picture) -> Result<Image, Refusal> {
    let bytes = &picture.bytes;
    let image = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(bytes)?
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        jpeg(bytes)?
    } else if bytes.is_empty() {
        return Err("it holds no picture that can be read".to_owned());
    } else {
        return Err("it is neither a JPEG nor a PNG picture".to_owned());
    };
    match image.size() {
        (0, _) | (_, 0) => Err("it has no pixels".to_owned()),
        _ => Ok(image),
    }
}

fn jpeg(bytes: &[u8]) -> Result<Image, Refusal> {
    let image = Image::from_jpeg(bytes.to_vec().into(), false).map_err(|_| damaged())?;
    let (width, height) = image.size();
    few_enough(width, height)?;
    Ok(image)
}

/// Decoded once to the end, for the PDF library would find damage only when the whole document is written.
fn png(bytes: &[u8]) -> Result<Image, Refusal> {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND);
    let mut reader = decoder.read_info().map_err(|_| damaged())?;
    let (width, height) = reader.info().size();
    few_enough(width, height)?;
    let size = reader.output_buffer_size().ok_or_else(damaged)?;
    reader.next_frame(&mut vec![0; size]).map_err(|_| damaged())?;
    Image::from_png(bytes.to_vec().into(), false).map_err(|_| damaged())
}

fn few_enough(width: u32, height: u32) -> Result<(), Refusal> {
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(format!(
            "it claims {width} by {height} pixels, more than {} million",
            MOST_PIXELS / 1_000_000
        ));
    }
    Ok(())
}

fn damaged() -> Refusal {
    "the picture is damaged".to_owned()
}
