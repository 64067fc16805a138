//! Word lists as data: frames, cues, parties, places, units; loaded, overlaid with the user's own, and looked up.

pub mod cues;
pub mod frames;
pub mod table;
pub mod words;

/// Every list that the stages ask, loaded once.
#[derive(Debug)]
pub struct Lexicon {
    /// Reporting words.
    pub cues: cues::Cues,
    /// Assertion frames.
    pub frames: frames::Frames,
    /// Small word sets.
    pub words: words::WordSets,
}

impl Lexicon {
    /// The lists that are compiled in.
    pub fn embedded() -> Self {
        Lexicon {
            cues: cues::Cues::embedded(),
            frames: frames::Frames::embedded(),
            words: words::WordSets::embedded(),
        }
    }

    /// Whether a name stands in the gazetteer.
    pub fn is_place(&self, _name: &str) -> bool {
        false
    }

    /// Whether a name stands in the party lists.
    pub fn is_party(&self, _name: &str) -> bool {
        false
    }
}
