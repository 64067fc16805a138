//! "This is not so": a word that stands for all that was told, and is denied or taken back.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::super::reading::Reading;
use super::super::voice::Voice;

/// "so" by itself, and not in "not so simple".
pub(super) fn is_bare_so(reading: &Reading, word: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let alone = tree.dep(word) == Dep::Acomp && tree.tag(word) == Tag::RB;
    alone && words.has(Set::SameWord, tree.lemma(word)) && tree.kids(word).next().is_none()
}

/// "it admitted that this was not so": its own word, which it takes back, and no answer to another.
pub(super) fn is_admitted(reading: &Reading, verb: usize) -> bool {
    let admits = |voice: &Voice| {
        voice
            .cue
            .is_some_and(|cue| reading.cues[cue].class == CueClass::Confirm)
    };
    reading.voices_of(verb).iter().any(admits)
}
