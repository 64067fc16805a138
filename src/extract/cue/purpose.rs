//! Words of report in an infinitive: what was only meant to be said, and what was tried, done for it or kept up.

use crate::lexicon::cues::{CueClass, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Tag};

use super::super::tree::Tree;
use super::{is_hypothetical, is_negated, verb_entry};

/// "wants to blame X": an infinitive reports nothing that was said.
pub fn is_purpose(tree: &Tree, token: usize) -> bool {
    tree.tag(token) == Tag::VB
        && tree
            .kids(token)
            .any(|kid| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::TO)
}

/// "appeared in court to deny it", "used a briefing to accuse the league": what was done for it was done, and so was it.
pub(super) fn is_done_for(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    (token, class): (usize, CueClass),
) -> bool {
    let answers = matches!(class, CueClass::Accuse | CueClass::Deny);
    let above = tree.head(token).filter(|&verb| tree.is_verb(verb));
    let Some(main) = above.filter(|_| answers) else {
        return false;
    };
    let done = matches!(tree.tag(main), Tag::VBD | Tag::VBZ)
        || tree.tag(main) == Tag::VBN && !tree.is_passive(main);
    let used = tree.dep(token) == Dep::Xcomp && words.has(Set::UsingVerb, tree.lemma(main));
    let aim = tree.dep(token) == Dep::Advcl || used;
    // "means to deny it": only what is to be.
    let plans = verb_entry(tree, cues, main)
        .is_some_and(|entry| matches!(entry.class, CueClass::Plan | CueClass::Neutral));
    done && aim && !plans && !is_negated(tree, words, main) && !is_hypothetical(tree, words, main)
}

/// "tries to blame X": whoever tries to lay it on X does so.
pub(super) fn is_tried(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let above = tree.head(token).filter(|_| tree.dep(token) == Dep::Xcomp);
    above.is_some_and(|verb| {
        words.has(Set::TryVerb, tree.lemma(verb)) && !is_negated(tree, words, verb)
    })
}

/// "was forced to deny that", "had to deny it": whoever had to say so has said so, and "may have to" has not.
pub(super) fn is_compelled(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let above = tree.head(token).filter(|_| tree.dep(token) == Dep::Xcomp);
    above.is_some_and(|verb| {
        let past = matches!(tree.tag(verb), Tag::VBD | Tag::VBN);
        past && words.has(Set::CompellingVerb, tree.lemma(verb))
            && !is_negated(tree, words, verb)
            && !is_hypothetical(tree, words, verb)
    })
}

/// "had this to say: “…”", "took the stand to say: “…”": what is quoted was said, and not only meant to be.
pub(super) fn is_quoted_behind(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let mut behind = (token + 1..tree.len()).take(QUOTED_REACH);
    let colon = behind.find(|&at| tree.word(at) == COLON);
    colon.is_some_and(|at| at + 1 < tree.len() && words.has(Set::DoubleQuote, tree.word(at + 1)))
}

/// Words behind a word of report up to the colon of what it quotes ("to say of the strike:").
const QUOTED_REACH: usize = 6;

/// The sign before a quotation.
const COLON: &str = ":";

/// "was heard to say that …": others heard it said.
pub(super) fn is_overheard(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let above = tree.head(token).filter(|_| tree.dep(token) == Dep::Xcomp);
    above.is_some_and(|verb| {
        let heard = words.has(Set::HeardVerb, tree.lemma(verb)) && tree.is_passive(verb);
        heard && !is_negated(tree, words, verb) && !is_hypothetical(tree, words, verb)
    })
}

/// "appears to show that they left": what is seen in it may be so.
pub(super) fn is_apparent(
    tree: &Tree,
    words: &WordSets,
    (token, class): (usize, CueClass),
) -> bool {
    let above = tree.head(token).filter(|_| tree.dep(token) == Dep::Xcomp);
    let shows = class == CueClass::Say && words.has(Set::ShowingVerb, tree.lemma(token));
    above.is_some_and(|verb| {
        shows && words.has(Set::RaisingVerb, tree.lemma(verb)) && !is_negated(tree, words, verb)
    })
}

/// "continues to say that …": said, and said again.
pub(super) fn is_kept_up(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let above = tree.head(token).filter(|_| tree.dep(token) == Dep::Xcomp);
    above.is_some_and(|verb| {
        words.has(Set::AspectVerb, tree.lemma(verb)) && !is_negated(tree, words, verb)
    })
}
