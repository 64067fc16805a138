//! A report that is inserted in the clause that it reports, or stands beside it: "as Kyiv claims", "the mine, he said, is shut".

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::Dep;

use super::super::tree::Tree;
use super::Cue;
use super::colon::neighbour_root;

/// A cue without a clause of its own reports the clause that it is inserted in or stands beside.
pub(super) fn inserted(tree: &Tree, words: &WordSets, cue: &mut Cue) {
    let Some(head) = tree.head(cue.token) else {
        cue.contents.extend(neighbour_root(tree, words, cue.token));
        return;
    };
    if let Some(told) = heard_before(tree, words, cue.token) {
        cue.contents.push(told);
        return;
    }
    let as_clause = tree.dep(cue.token) == Dep::Advcl
        && tree
            .kids(cue.token)
            .any(|kid| words.has(Set::AsPreposition, tree.lemma(kid)));
    // "as the saying goes", but not "as the film goes viral".
    let as_clause = as_clause && tree.kid(cue.token, Dep::Acomp).is_none();
    // "starts on Monday, as the union rejects calls for talks": an answer to something else.
    let answers = cue.class == CueClass::Deny && tree.kid(cue.token, Dep::Dobj).is_some();
    let as_clause = as_clause && !answers;
    // "as the campaign continues": it goes on, and says nothing.
    let as_clause = as_clause && !words.has(Set::AspectVerb, tree.lemma(cue.token));
    // "are going forward as planned": they do.
    let as_clause = as_clause && cue.class != CueClass::Plan;
    if (tree.dep(cue.token) == Dep::Parataxis || as_clause) && tree.is_verb(head) {
        cue.contents.push(head);
        cue.rule = if as_clause {
            // "as alleged by the generals".
            cue.speaker = tree.agent(cue.token).or(cue.speaker);
            INSERTED_AS
        } else {
            "speaker.inserted"
        };
    }
}

/// "“They came,” he was heard saying": what stands before the verb of hearing.
fn heard_before(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let heard = tree.head(token).filter(|&at| {
        let heard = words.has(Set::HeardVerb, tree.lemma(at));
        heard && tree.dep(token) == Dep::Xcomp && tree.is_passive(at)
    })?;
    tree.kid(heard, Dep::Ccomp).filter(|&at| at < heard)
}

/// Rule of a report that is inserted behind "as".
pub const INSERTED_AS: &str = "speaker.inserted-as";
