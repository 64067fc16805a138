//! "Let it be known that the deal was off", "made it known that …": whoever lets it be known says so.

use crate::lexicon::cues::{CueClass, CueEntry, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Tag};

use super::super::tree::Tree;
use super::account::from_account;
use super::{Cue, is_hypothetical, is_negated, verb_entry};

pub(super) fn made_known(tree: &Tree, cues: &Cues, words: &WordSets, token: usize) -> Option<Cue> {
    // "The firm said it did not know that": it knows, and is not made known.
    let known = |entry: &CueEntry| entry.class == CueClass::Know && tree.tag(token) == Tag::VBN;
    let entry = verb_entry(tree, cues, token).filter(known)?;
    let above = tree
        .head(token)
        .filter(|&at| tree.dep(token) == Dep::Ccomp && tree.is_verb(at))?;
    let it = |at: usize| words.has(Set::ItPronoun, tree.lemma(at));
    let empty = [Dep::Nsubj, Dep::Nsubjpass]
        .into_iter()
        .filter_map(|dep| tree.kid(token, dep))
        .any(it);
    let clause = tree
        .kids(token)
        .find(|&kid| tree.dep(kid) == Dep::Ccomp && kid > token)?;
    let open = is_negated(tree, words, above) || is_hypothetical(tree, words, above);
    let speaker = tree.subject(above).filter(|_| empty && !open)?;
    let mut cue = from_account(token, speaker, clause, "speaker.made-known");
    cue.line = entry.line;
    cue.up = Some(token);
    Some(cue)
}
