//! Who is blamed for what: "accused X of Y", "blamed Y on X", "held X responsible for Y", "laid the blame on X".

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::super::tree::Tree;
use super::Cue;

/// "accused X of Y", "blamed X for Y", "blamed Y on X", "held X responsible for Y", "attributed Y to X".
pub(super) fn accusation(tree: &Tree, words: &WordSets, cue: &mut Cue) -> Option<()> {
    let object = tree.object(cue.token);
    let below = |at: usize, set: Set| {
        tree.prepositions(at)
            .find(|&kid| words.has(set, tree.lemma(kid)))
            .and_then(|kid| tree.governed(kid))
    };
    if cue.class == CueClass::Hold {
        let word = tree
            .kids(cue.token)
            .chain(object.into_iter().flat_map(|object| tree.kids(object)))
            .find(|&kid| words.has(Set::ResponsibleWord, tree.lemma(kid)))?;
        cue.accused = tree.kid(word, Dep::Nsubj).or(object);
        cue.contents.extend(
            below(word, Set::AccusePreposition)
                .or_else(|| below(cue.token, Set::AccusePreposition))
                .filter(|&content| tree.pos(content) != Pos::Pron),
        );
        cue.blame_deed_told_before(cue.token);
        return cue.accused.map(|_| ());
    }
    let object = object?;
    if cue.speaker.is_none() && tree.is_passive(cue.token) {
        cue.speaker = last_doer(tree, cue.token);
    }
    let plain = below(cue.token, Set::AccusePreposition)
        .or_else(|| below(cue.token, Set::WeakAccusePreposition))
        .filter(|_| cue.class == CueClass::Accuse);
    let beside_agent = || below(tree.agent(cue.token)?, Set::BlamePreposition);
    // "blamed the attack on X", but not "condemned the attack on X".
    let blames = cue.class != CueClass::Accuse || words.has(Set::BlameVerb, tree.lemma(cue.token));
    let turned = below(cue.token, Set::BlamePreposition)
        .or_else(beside_agent)
        .or_else(|| turned_blame(tree, words, object, cue.class))
        .filter(|_| blames);
    match (plain, turned) {
        (Some(content), _) => (cue.accused, cue.contents) = (Some(object), tree.conjuncts(content)),
        (None, Some(accused)) => (cue.accused, cue.contents) = (Some(accused), vec![object]),
        // "Kyiv blamed Moscow".
        (None, None) if words.has(Set::BlameVerb, tree.lemma(cue.token)) => {
            cue.accused = Some(object);
        }
        (None, None) => return None,
    }
    cue.contents
        .retain(|&content| tree.pos(content) != Pos::Pron);
    cue.blame_deed_told_before(cue.token);
    Some(())
}

impl Cue {
    /// "blamed it on X", "laid the blame on X": what for, the text has told before; the word of blame says it again.
    fn blame_deed_told_before(&mut self, verb: usize) {
        if self.contents.is_empty() {
            self.contents.push(verb);
        }
    }

    /// Whether it blames somebody for what the text has told before, by the word at `token`.
    pub fn blames_for_told(&self, token: usize) -> bool {
        let own = self.token == token || self.up == Some(token);
        self.accused.is_some() && own && self.contents.contains(&token)
    }
}

/// "was accused of bombing a funeral in Sanaa by X": the parser hangs the last by-phrase on what stands before it.
fn last_doer(tree: &Tree, token: usize) -> Option<usize> {
    (token..tree.len())
        .rev()
        .filter(|&at| tree.is_below(at, token))
        .find_map(|at| tree.by_phrase(at))
}

/// "blamed the shelling of the camp on X": the parser may hang the last "on" inside the object.
pub(super) fn turned_blame(
    tree: &Tree,
    words: &WordSets,
    object: usize,
    class: CueClass,
) -> Option<usize> {
    let inside = (0..tree.len())
        .rev()
        .filter(|&at| at != object && tree.is_below(at, object));
    let preposition = inside.into_iter().find(|&at| {
        words.has(Set::BlamePreposition, tree.lemma(at)) && tree.dep(at) == Dep::Prep
    })?;
    let accused = tree.governed(preposition)?;
    (class != CueClass::Hold && tree.pos(accused) != Pos::Verb).then_some(accused)
}
