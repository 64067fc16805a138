//! The first window layer, split by neighbour: what a word adds before, at and after its place is worked out once a word.
//!
//! The layer sees three rows side by side that depend on the words alone, and its integer sums are exact, so the sum of the
//! three parts is the sum that the whole would give.

use rustc_hash::FxHashMap;

use super::dense::Dense;
use super::kernel::{Finish, PANEL, Panels, WIDTH, multiply};
use super::words::NO_ROW;

/// Words that a window sees.
const PARTS: usize = 3;
/// Sums of a word: for each place in the window, all columns.
const SUMS: usize = PARTS * COLUMNS;
/// Columns of the layer.
const COLUMNS: usize = PARTS * WIDTH;
/// Words whose sums are kept, some 20 MB an encoder; those of rarer words are worked out anew for each batch.
const MOST_KEPT: usize = 6_000;

/// The layer, its weights laid out part by part.
pub(crate) struct Split {
    whole: Dense,
    weights: Vec<i16>,
}

/// Sums of words, and where those of a batch's rows stand.
pub(crate) struct Sums {
    /// The first row is that of no word, whose sums are zero; then those that are kept, then the batch's own.
    rows: Vec<i32>,
    kept: usize,
    own: FxHashMap<u32, u32>,
    places: Vec<u32>,
    integers: Vec<i16>,
}

impl Default for Sums {
    fn default() -> Self {
        Sums {
            rows: vec![0; SUMS],
            kept: 0,
            own: FxHashMap::default(),
            places: Vec::new(),
            integers: Vec::new(),
        }
    }
}

impl Split {
    /// Lays out the weights of a layer that takes three rows.
    pub fn new(whole: Dense) -> Self {
        let panels = whole.panels();
        let part = WIDTH * PANEL;
        let of_part = |at: usize| {
            let panels = panels.weights.chunks_exact(panels.inputs * PANEL);
            panels.flat_map(move |weights| &weights[at * part..(at + 1) * part])
        };
        let weights = (0..PARTS).flat_map(of_part).copied().collect();
        Split { whole, weights }
    }

    /// The layer over the windows around the rows `at`; `words` has the word of each row of the batch, or [`NO_ROW`], and
    /// `mixed` the row of each word.
    pub fn apply_maxout(
        &self,
        words: &[u32],
        mixed: &[f32],
        at: &[u32],
        sums: &mut Sums,
        out: &mut Vec<f32>,
    ) {
        self.find(words, mixed, sums);
        let row = |place: u32| sums.rows[place as usize * SUMS..].split_at(SUMS).0;
        self.whole.finish_maxout(at.len(), out, |number, panel| {
            let middle = at[number] as usize;
            let around = [middle - 1, middle, middle + 1].map(|row| sums.places[row]);
            let mut sum = [0; PANEL];
            for (part, place) in around.into_iter().enumerate() {
                let start = part * COLUMNS + panel * PANEL;
                for (sum, value) in sum.iter_mut().zip(&row(place)[start..start + PANEL]) {
                    *sum += value;
                }
            }
            sum
        });
    }

    /// Works out the sums of the batch's words that are not kept, and notes where those of each row stand.
    fn find(&self, words: &[u32], mixed: &[f32], sums: &mut Sums) {
        let Sums {
            rows,
            kept,
            own,
            places,
            integers,
        } = sums;
        own.clear();
        rows.truncate((1 + *kept) * SUMS);
        let known = (mixed.len() / WIDTH).min(MOST_KEPT);
        let mut new: Vec<u32> = (*kept as u32..known as u32).collect();
        let first = 1 + *kept as u32;
        *kept = known;
        places.clear();
        places.extend(words.iter().map(|&word| match word as usize {
            _ if word == NO_ROW => 0,
            kept if kept < known => word + 1,
            _ => *own.entry(word).or_insert_with(|| {
                new.push(word);
                first + new.len() as u32 - 1
            }),
        }));
        let whole = new.iter().flat_map(|&word| {
            let start = word as usize * WIDTH;
            &mixed[start..start + WIDTH]
        });
        let whole: Vec<f32> = whole.copied().collect();
        self.whole.quantise(&whole, integers);
        let starts: Vec<u32> = (0..new.len()).map(|row| (row * WIDTH) as u32).collect();
        let before = rows.len();
        rows.resize(before + new.len() * SUMS, 0);
        let panels = Panels {
            weights: &self.weights,
            inputs: WIDTH,
        };
        multiply(panels, integers, &starts, &mut Plain(&mut rows[before..]));
    }
}

/// Keeps the sums as they are.
struct Plain<'a>(&'a mut [i32]);

impl Finish for Plain<'_> {
    #[inline(always)]
    fn store(&mut self, sums: &[i32; PANEL], row: usize, panel: usize) {
        let start = row * SUMS + panel * PANEL;
        self.0[start..start + PANEL].copy_from_slice(sums);
    }
}
