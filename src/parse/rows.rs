//! What an encoder looks at: its mixed rows, worked out once for each word, and the vectors of a batch.

use super::encoder::{Buffers, Encoder, Layout};
use super::kernel::WIDTH;
use super::pieces::Piece;
use super::words::{NO_ROW, Words};

/// Which encoder: each looks at other features of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// For tags and trees; also looks at the blank behind a word.
    Syntax,
    /// For entities.
    Entities,
}

impl Look {
    /// Number of the view on a piece.
    fn view(self, piece: &Piece) -> usize {
        match self {
            Look::Syntax => usize::from(piece.blank),
            Look::Entities => 2,
        }
    }
}

/// The rows of one encoder.
pub(crate) struct Rows {
    look: Look,
    mixed: Vec<f32>,
    /// Rows of the batch: each token's vector.
    pub vectors: Vec<f32>,
    buffers: Buffers,
}

impl Rows {
    /// Nothing worked out yet.
    pub fn new(look: Look) -> Self {
        Rows {
            look,
            mixed: Vec::new(),
            vectors: Vec::new(),
            buffers: Buffers::default(),
        }
    }

    /// Fills `vectors` with the encoded tokens of a batch.
    pub fn encode(
        &mut self,
        encoder: &Encoder,
        layout: &Layout,
        texts: &[&[Piece]],
        words: &mut Words,
    ) {
        self.mix(encoder, texts, words);
        self.vectors.clear();
        self.vectors.resize(layout.rows() * WIDTH, 0.0);
        for (text, start) in texts.iter().zip(&layout.starts) {
            let rows = self.vectors[*start as usize * WIDTH..].chunks_exact_mut(WIDTH);
            for (piece, vector) in text.iter().zip(rows) {
                let row = words.get(piece.word).rows[self.look.view(piece)] as usize * WIDTH;
                vector.copy_from_slice(&self.mixed[row..row + WIDTH]);
            }
        }
        encoder.encode(layout, &mut self.vectors, &mut self.buffers);
    }

    /// Works out the mixed rows of words that were not met before.
    fn mix(&mut self, encoder: &Encoder, texts: &[&[Piece]], words: &mut Words) {
        let first_new = self.mixed.len() / WIDTH;
        let mut keys = Vec::new();
        for piece in texts.iter().copied().flatten() {
            let (view, word) = (self.look.view(piece), words.get_mut(piece.word));
            if word.rows[view] == NO_ROW {
                word.rows[view] = (first_new + keys.len()) as u32;
                let [norm, prefix, suffix, shape] = word.features;
                keys.push([
                    norm,
                    prefix,
                    suffix,
                    shape,
                    piece.blank.into(),
                    word.space.into(),
                ]);
            }
        }
        encoder.mix(keys.iter(), &mut self.buffers, &mut self.mixed);
    }
}
