//! Clauses that somebody reports, and what somebody is said to have known.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::Tag;

use super::cue::Cue;
use super::reading::Reading;
use super::voice::is_none;

/// Whether somebody reports the clause of a verb.
pub(super) fn is_told(reading: &Reading, verb: usize) -> bool {
    let told = || {
        reading
            .voices_of(verb)
            .iter()
            .any(|voice| voice.speaker.is_some())
    };
    reading.is_somebodys() || told()
}

/// "The firm knew that the flour was bad, a former manager said": what is told is that it knew, and that the flour was bad.
pub fn knowing_told(reading: &Reading, cue: &Cue) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    // "We know that they will come": said with weight, and nothing of who knows.
    let own = |at: usize| words.has(Set::OwnPronoun, tree.lemma(at));
    let somebody = |at: usize| !own(at) && !is_none(tree, words, at);
    // "Nobody knows who did it", "they knew what would come": what they knew stays open.
    let asks = |at: usize| {
        tree.kids(at)
            .any(|kid| matches!(tree.tag(kid), Tag::WP | Tag::WRB | Tag::WDT))
    };
    let told = cue.contents.iter().any(|&at| !asks(at));
    cue.class == CueClass::Know
        && tree.is_verb(cue.token)
        && words.has(Set::KnowingWord, tree.lemma(cue.token))
        && cue.speaker.is_some_and(somebody)
        && told
        && is_told(reading, cue.token)
}
