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
    /// The mixed row of each row of the batch.
    words: Vec<u32>,
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
            words: Vec::new(),
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
        self.words.clear();
        self.words.resize(layout.rows(), NO_ROW);
        for (text, start) in texts.iter().zip(&layout.starts) {
            for (piece, row) in text.iter().zip(&mut self.words[*start as usize..]) {
                *row = words.get(piece.word).rows[self.look.view(piece)];
            }
        }
        encoder.encode(
            layout,
            (&self.words, &self.mixed),
            &mut self.vectors,
            &mut self.buffers,
        );
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
