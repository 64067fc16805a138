//! Tokens to vectors: hashed embeddings mixed into one row a word type, then four layers over windows of three tokens.

use super::dense::Dense;
use super::file::{File, Opened, broken};
use super::hash;
use super::kernel::{WIDTH, normalise};
use super::split::{Split, Sums};
use super::words::NO_ROW;

/// Window layers; each lets a token see one more neighbour on both sides.
pub(crate) const DEPTH: usize = 4;
/// Features that a word may give to an encoder: norm, prefix, suffix, shape, blank behind it, white space.
pub(crate) const KEYS: usize = 6;

/// A hashed embedding table: four of its rows are added up for a key.
struct Table {
    rows: &'static [i16],
    seed: u32,
}

struct Norm {
    gain: &'static [f32; WIDTH],
    shift: &'static [f32; WIDTH],
}

/// One of the model's two encoders.
pub(crate) struct Encoder {
    tables: Vec<Table>,
    mix: Dense,
    first: Split,
    windows: Vec<Dense>,
    norms: Vec<Norm>,
}

/// Rows of a batch: every text has [`DEPTH`] empty rows before and after it, which neighbours share.
#[derive(Default)]
pub(crate) struct Layout {
    /// First row of each text.
    pub starts: Vec<u32>,
    /// Tokens of each text.
    pub lengths: Vec<u32>,
}

impl Layout {
    /// Forgets all texts.
    pub fn clear(&mut self) {
        self.starts.clear();
        self.lengths.clear();
    }

    /// Adds a text of so many tokens.
    pub fn push(&mut self, tokens: usize) {
        self.starts
            .push((self.rows() + DEPTH * usize::from(self.starts.is_empty())) as u32);
        self.lengths.push(tokens as u32);
    }

    /// Rows so far, with the empty ones at both ends.
    pub fn rows(&self) -> usize {
        match (self.starts.last(), self.lengths.last()) {
            (Some(start), Some(length)) => *start as usize + *length as usize + DEPTH,
            _ => 0,
        }
    }

    /// Rows of tokens, and up to `margin` rows around each text.
    fn around(&self, margin: u32, out: &mut Vec<u32>) {
        out.clear();
        let mut next = 0;
        for (start, length) in self.starts.iter().zip(&self.lengths) {
            let end = start + length + margin;
            out.extend(next.max(start - margin)..end);
            next = end;
        }
    }
}

/// Buffers of an encoder.
#[derive(Default)]
pub(crate) struct Buffers {
    integers: Vec<i16>,
    offsets: Vec<u32>,
    rows: Vec<u32>,
    values: Vec<f32>,
    sums: Sums,
}

impl Encoder {
    /// Reads the encoder `name`.
    pub fn open(file: &File, name: &str) -> Opened<Self> {
        let mut tables = Vec::new();
        while file.has(&format!("{name}.table{}", tables.len())) {
            let section = format!("{name}.table{}", tables.len());
            let rows = file.values::<i16>(&section)?;
            if rows.is_empty() || rows.len() % WIDTH != 0 {
                return Err(broken(&section, "not whole rows"));
            }
            tables.push(Table {
                rows,
                seed: file.value(&format!("{name}.seed{}", tables.len()))?,
            });
        }
        let window =
            |layer| Dense::open(file, &format!("{name}.window{layer}"), 3 * WIDTH, 3 * WIDTH);
        let norm = |layer| {
            let part = |part: &str| {
                let section = format!("{name}.{part}{layer}");
                let values = file.exactly::<f32>(&section, WIDTH)?;
                values
                    .try_into()
                    .map_err(|_| broken(&section, "not one row"))
            };
            Ok(Norm {
                gain: part("gain")?,
                shift: part("shift")?,
            })
        };
        Ok(Encoder {
            mix: Dense::open(
                file,
                &format!("{name}.mix"),
                tables.len() * WIDTH,
                3 * WIDTH,
            )?,
            first: Split::new(window(1)?),
            windows: (2..=DEPTH).map(window).collect::<Opened<_>>()?,
            norms: (0..=DEPTH).map(norm).collect::<Opened<_>>()?,
            tables,
        })
    }

    /// Appends one row a word to `out`; of each word's keys as many are used as the encoder has tables.
    pub fn mix<'a>(
        &self,
        words: impl Iterator<Item = &'a [u64; KEYS]>,
        buffers: &mut Buffers,
        out: &mut Vec<f32>,
    ) {
        let Buffers {
            integers,
            offsets,
            values,
            ..
        } = buffers;
        integers.clear();
        offsets.clear();
        for keys in words {
            offsets.push(integers.len() as u32);
            for (table, key) in self.tables.iter().zip(keys) {
                table.append(*key, integers);
            }
        }
        self.mix.apply_maxout(integers, offsets, values);
        normalise(values, self.norms[0].gain, self.norms[0].shift);
        out.extend_from_slice(values);
    }

    /// Fills `vectors` with the tokens, each of which sees its neighbours: `words` holds the word of each row of `layout`,
    /// [`NO_ROW`] for the empty ones, and `mixed` the row of each word.
    pub fn encode(
        &self,
        layout: &Layout,
        (words, mixed): (&[u32], &[f32]),
        vectors: &mut Vec<f32>,
        buffers: &mut Buffers,
    ) {
        vectors.clear();
        vectors.resize(layout.rows() * WIDTH, 0.0);
        for (vector, word) in vectors.chunks_exact_mut(WIDTH).zip(words) {
            if *word != NO_ROW {
                let start = *word as usize * WIDTH;
                vector.copy_from_slice(&mixed[start..start + WIDTH]);
            }
        }
        let Buffers {
            integers,
            offsets,
            rows,
            values,
            sums,
        } = buffers;
        for layer in 0..DEPTH {
            // What a later layer will not look at is left out.
            layout.around((DEPTH - 1 - layer) as u32, rows);
            match layer.checked_sub(1) {
                None => self.first.apply_maxout(words, mixed, rows, sums, values),
                Some(later) => {
                    offsets.clear();
                    offsets.extend(rows.iter().map(|row| (row - 1) * WIDTH as u32));
                    self.windows[later].quantise(vectors, integers);
                    self.windows[later].apply_maxout(integers, offsets, values);
                }
            }
            let norm = &self.norms[1 + layer];
            normalise(values, norm.gain, norm.shift);
            add_to(vectors, rows, values);
        }
    }
}

/// Adds a layer's values to the rows that they were worked out for.
fn add_to(vectors: &mut [f32], rows: &[u32], values: &[f32]) {
    for (row, values) in rows.iter().zip(values.chunks_exact(WIDTH)) {
        let start = *row as usize * WIDTH;
        for (sum, value) in vectors[start..start + WIDTH].iter_mut().zip(values) {
            *sum += value;
        }
    }
}

impl Table {
    fn append(&self, key: u64, out: &mut Vec<i16>) {
        let rows = self.rows.as_chunks::<WIDTH>().0;
        let mut sum = [0i16; WIDTH];
        for row in hash::rows(key, self.seed) {
            for (sum, value) in sum.iter_mut().zip(&rows[row as usize % rows.len()]) {
                *sum = sum.wrapping_add(*value);
            }
        }
        out.extend(sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_empty_rows() {
        let mut layout = Layout::default();
        layout.push(2);
        layout.push(1);
        assert_eq!(
            (layout.starts.as_slice(), layout.rows()),
            (&[4, 10][..], 15)
        );
        let mut rows = Vec::new();
        layout.around(3, &mut rows);
        assert_eq!(rows, (1..14).collect::<Vec<u32>>());
        layout.around(1, &mut rows);
        assert_eq!(rows, [3, 4, 5, 6, 9, 10, 11]);
    }
}
