//! Fine tags: the best of the tagger's scores for each token.

use super::dense::Dense;
use super::file::{File, Opened, broken};
use super::kernel::WIDTH;
use crate::model::parsed::Tag;

/// The tagger.
pub(crate) struct Tagger {
    layer: Dense,
    labels: Vec<Tag>,
}

/// Buffers of the tagger.
#[derive(Default)]
pub(crate) struct Buffers {
    integers: Vec<i16>,
    offsets: Vec<u32>,
    scores: Vec<f32>,
}

impl Tagger {
    /// Reads the layer and its labels.
    pub fn open(file: &File) -> Opened<Self> {
        let labels = file.cursor("tagger.labels")?.list(|cursor| cursor.text())?;
        let known = |label: &&str| {
            Tag::from_label(label).ok_or_else(|| broken("tagger.labels", "a tag is unknown"))
        };
        let labels = labels.iter().map(known).collect::<Opened<Vec<_>>>()?;
        Ok(Tagger {
            layer: Dense::open(file, "tagger", WIDTH, labels.len())?,
            labels,
        })
    }

    /// The tags of tokens, from their vectors.
    pub fn tag(&self, vectors: &[f32], buffers: &mut Buffers, tags: &mut Vec<Tag>) {
        let Buffers {
            integers,
            offsets,
            scores,
        } = buffers;
        self.layer.quantise(vectors, integers);
        offsets.clear();
        offsets.extend((0..vectors.len() / WIDTH).map(|token| (token * WIDTH) as u32));
        self.layer.apply(integers, offsets, scores);
        tags.clear();
        tags.extend(
            scores
                .chunks_exact(self.layer.columns())
                .map(|scores| self.best(scores)),
        );
    }

    fn best(&self, scores: &[f32]) -> Tag {
        let (mut best, mut top) = (Tag::XX, f32::NEG_INFINITY);
        for (tag, score) in self.labels.iter().zip(scores) {
            if *score > top {
                (best, top) = (*tag, *score);
            }
        }
        best
    }
}
