//! Tokens to vectors: hashed embeddings mixed into one row a word type, then four layers over windows of three tokens.

use super::dense::Dense;
use super::file::{File, Opened, broken};
use super::hash;
use super::kernel::{WIDTH, normalise};

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
            windows: (1..=DEPTH).map(window).collect::<Opened<_>>()?,
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

    /// Lets every token see its neighbours: `vectors` holds the rows of `layout`, empty ones zero.
    pub fn encode(&self, layout: &Layout, vectors: &mut [f32], buffers: &mut Buffers) {
        let Buffers {
            integers,
            offsets,
            rows,
            values,
        } = buffers;
        for (layer, (window, norm)) in self.windows.iter().zip(&self.norms[1..]).enumerate() {
            // What a later layer will not look at is left out.
            layout.around((DEPTH - 1 - layer) as u32, rows);
            offsets.clear();
            offsets.extend(rows.iter().map(|row| (row - 1) * WIDTH as u32));
            window.quantise(vectors, integers);
            window.apply_maxout(integers, offsets, values);
            normalise(values, norm.gain, norm.shift);
            for (row, values) in rows.iter().zip(values.chunks_exact(WIDTH)) {
                let start = *row as usize * WIDTH;
                for (sum, value) in vectors[start..start + WIDTH].iter_mut().zip(values) {
                    *sum += value;
                }
            }
        }
    }
}

impl Table {
    fn append(&self, key: u64, out: &mut Vec<i16>) {
        let count = (self.rows.len() / WIDTH) as u32;
        let rows = hash::rows(key, self.seed).map(|row| {
            let start = (row % count) as usize * WIDTH;
            &self.rows[start..start + WIDTH]
        });
        out.extend((0..WIDTH).map(|column| {
            rows.iter()
                .fold(0i16, |sum, row| sum.wrapping_add(row[column]))
        }));
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
