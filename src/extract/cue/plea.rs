//! What is said in court: "pleaded not guilty to stealing" denies the deed, and what "the inquest heard" was told there.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::Dep;

use super::super::tree::Tree;
use super::account::from_account;
use super::proceeding::proceeding;
use super::{Cue, is_hypothetical, is_negated, verb_speaker};

/// A plea of innocence.
pub struct Plea {
    /// The word for guilt.
    pub word: usize,
    /// The deed or the charge, where the sentence names it.
    pub of: Option<usize>,
}

/// The plea of innocence that a verb makes.
pub fn plea(tree: &Tree, words: &WordSets, verb: usize) -> Option<Plea> {
    if !words.has(Set::PleaVerb, tree.lemma(verb)) || is_hypothetical(tree, words, verb) {
        return None;
    }
    let word = tree
        .kids(verb)
        .find(|&kid| words.has(Set::GuiltWord, tree.lemma(kid)))?;
    let negated = is_negated(tree, words, word) || is_negated(tree, words, verb);
    let to = tree.prepositions(word).chain(tree.prepositions(verb));
    let mut to = to.filter(|&kid| words.has(Set::GoalPreposition, tree.lemma(kid)));
    let of = to.find_map(|kid| tree.governed(kid));
    negated.then_some(Plea { word, of })
}

/// What a verb of the courtroom reports.
pub(super) fn court_cue(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    plea_cue(tree, words, token)
        .or_else(|| hearing_cue(tree, words, token))
        .or_else(|| proceeding(tree, words, token))
}

/// "the driver fell asleep, an inquest heard": whoever says so there is left open, and the court stands for them.
fn hearing_cue(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let hears = words.has(Set::HeardVerb, tree.lemma(token)) && !tree.is_passive(token);
    let clause = tree.kid(token, Dep::Ccomp).filter(|_| hears)?;
    let court = |at: &usize| words.has(Set::HearingNoun, tree.lemma(*at));
    let speaker = verb_speaker(tree, words, token).filter(court)?;
    let open = is_hypothetical(tree, words, token) || is_negated(tree, words, token);
    (!open).then(|| from_account(token, speaker, clause, "speaker.hearing"))
}

/// The plea as the denial of the deed that it names.
fn plea_cue(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let of = plea(tree, words, token)?.of?;
    let deed = !words.has(Set::ChargeNoun, tree.lemma(of)) && tree.dep(of) != Dep::Relcl;
    let speaker = verb_speaker(tree, words, token).filter(|_| deed)?;
    let mut cue = from_account(token, speaker, of, "speaker.plea");
    cue.class = CueClass::Deny;
    Some(cue)
}
