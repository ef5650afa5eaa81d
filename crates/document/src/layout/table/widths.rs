//! How wide the columns of a table are: as their texts need, and where that is too much, as their longest words do.

use super::super::styles::{CELL, HEAD, SUM};
use super::{PAD, spaces_after};
use crate::blocks::Table;
use crate::fonts::Fonts;
use crate::wrap::{Wrapped, longest_word};

/// The most that the longest word of a column may ask for, as a share of the table; it is broken beyond that.
const WORD_SHARE: f32 = 0.3;

/// A width for each column, together as wide as the table.
pub(super) fn widths(table: &Table, whole: f32, fonts: &Fonts) -> Vec<f32> {
    let shares: Option<Vec<u8>> = table.columns.iter().map(|column| column.share).collect();
    if let Some(shares) = shares {
        let sum: f32 = shares.iter().copied().map(f32::from).sum();
        return shares
            .into_iter()
            .map(|share| f32::from(share) / sum * whole)
            .collect();
    }
    let count = table.columns.len();
    let (mut least, mut most) = (vec![0.0_f32; count], vec![0.0_f32; count]);
    for (index, column) in table.columns.iter().enumerate() {
        least[index] = longest_word(&column.head, HEAD, fonts);
        most[index] = Wrapped::new(&column.head, HEAD, f32::MAX, fonts).width();
    }
    for row in &table.rows {
        let style = if row.is_sum { SUM } else { CELL };
        for (index, cell) in row.cells.iter().enumerate().take(count) {
            least[index] = least[index].max(longest_word(cell, style, fonts).min(whole * WORD_SHARE));
            most[index] = most[index].max(Wrapped::new(cell, style, f32::MAX, fonts).width());
        }
    }
    let padded = |(width, after): (f32, f32)| width + 2.0 * PAD + 0.5 + after;
    let least: Vec<f32> = least.into_iter().zip(spaces_after(table)).map(padded).collect();
    let most: Vec<f32> = most.into_iter().zip(spaces_after(table)).map(padded).collect();
    share(&least, &most, whole)
}

/// Between what each column needs at least and what it could use, so that the columns fill the width.
fn share(least: &[f32], most: &[f32], whole: f32) -> Vec<f32> {
    let (needed, wanted): (f32, f32) = (least.iter().sum(), most.iter().sum());
    if needed >= whole {
        return least.iter().map(|width| width * whole / needed).collect();
    }
    if wanted <= whole {
        let more = (whole - wanted) / most.len() as f32;
        return most.iter().map(|width| width + more).collect();
    }
    let reach = (whole - needed) / (wanted - needed);
    least
        .iter()
        .zip(most)
        .map(|(least, most)| least + (most - least) * reach)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn columns_fill_the_width_exactly() {
        for (least, most) in [
            (vec![10.0, 20.0], vec![30.0, 40.0]),
            (vec![10.0, 20.0], vec![300.0, 40.0]),
            (vec![100.0, 80.0], vec![300.0, 400.0]),
            (vec![10.0], vec![20.0]),
        ] {
            let widths = share(&least, &most, 120.0);
            assert!((widths.iter().sum::<f32>() - 120.0).abs() < 0.01, "{widths:?}");
        }
    }

    #[test]
    fn a_column_of_long_texts_gets_what_the_short_ones_leave() {
        let widths = share(&[20.0, 40.0], &[30.0, 600.0], 200.0);
        assert!(widths[1] > 160.0 && widths[0] >= 20.0, "{widths:?}");
    }
}
