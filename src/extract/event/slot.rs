//! Finds the parts of an assertion: who did it and what it was done to, where the frame says that they stand.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::frames::Slot;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel};

use super::super::tree::Tree;

/// What fills a slot of a frame whose head is `token`; `None` where the sentence does not tell.
pub(super) fn slot(
    tree: &Tree,
    lexicon: &Lexicon,
    token: usize,
    needed: Option<usize>,
    slot: &Slot,
) -> Option<usize> {
    match slot {
        Slot::None | Slot::Accused => None,
        Slot::Subject if tree.is_passive(token) => tree.agent(token),
        // "Russian shelling wounded a worker": a gerund has its doer before it, as a noun has.
        Slot::Subject if tree.is_gerund_noun(token) => {
            tree.possessor(token).or_else(|| tree.nationality(token))
        }
        Slot::Subject => tree.subject(token),
        Slot::Object => tree.object(token).or_else(|| small_subject(tree, needed)),
        Slot::By => doer(tree, lexicon, token),
        Slot::Possessive => tree.possessor(token).or_else(|| doer(tree, lexicon, token)),
        Slot::Preposition(preposition) => {
            preposition_slot(tree, lexicon, token, needed, preposition)
        }
    }
}

/// By-phrase, possessive or nationality of a noun, or the subject of the light verb that governs it.
fn doer(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let nationality = tree.nationality(noun).filter(|&name| {
        tree.label(name) != Some(EntityLabel::Gpe) || lexicon.is_party(tree.word(name))
    });
    let own = tree
        .by_phrase(noun)
        .or_else(|| tree.possessor(noun))
        .or(nationality);
    own.or_else(|| {
        let verb = tree
            .head(noun)
            .filter(|&head| tree.dep(noun) == Dep::Dobj && tree.is_verb(head))?;
        // "denied the capture of X": by no means its doer.
        let denies = lexicon
            .cues
            .find(tree.lemma(verb), CuePart::Verb)
            .is_some_and(|cue| cue.class == CueClass::Deny);
        let light = lexicon.words.has(Set::LightVerb, tree.lemma(verb)) && !denies;
        if light { tree.subject(verb) } else { None }
    })
}

/// "fighting goes on in X", "a fire broke out at X": the verb that only says that what the noun names goes on.
fn carrier(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let subject = matches!(tree.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
    let there = |verb: usize| tree.dep(noun) == Dep::Attr && tree.kid(verb, Dep::Expl).is_some();
    tree.head(noun).filter(|&verb| {
        let goes_on = subject && lexicon.words.has(Set::AspectVerb, tree.lemma(verb));
        !tree.is_verb(noun) && (goes_on || there(verb))
    })
}

fn preposition_slot(
    tree: &Tree,
    lexicon: &Lexicon,
    token: usize,
    needed: Option<usize>,
    preposition: &str,
) -> Option<usize> {
    let clause = needed.and_then(|needed| {
        tree.kids(needed)
            .find(|&kid| matches!(tree.dep(kid), Dep::Acl | Dep::Relcl))
    });
    let carrier = carrier(tree, lexicon, token);
    // "there are no troops in X": the parser hangs the place on either.
    let there = tree
        .kid(token, Dep::Attr)
        .filter(|_| tree.kid(token, Dep::Expl).is_some());
    let places = [
        Some(token),
        needed,
        tree.kid(token, Dep::Dobj),
        there,
        clause,
        carrier,
    ];
    let below = places
        .into_iter()
        .flatten()
        .find_map(|at| tree.under_preposition(at, preposition));
    let holder = needed
        .filter(|_| preposition == OF && below.is_none())
        .and_then(|at| {
            let own = tree.possessor(at).or_else(|| tree.nationality(at));
            own.or_else(|| force_before(tree, lexicon, at))
        });
    below.or(holder)
}

/// "in rebel hands", "under army control": the armed body that a noun before the word names.
fn force_before(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    tree.kids(noun).find(|&kid| {
        matches!(tree.dep(kid), Dep::Compound | Dep::Amod | Dep::Nmod)
            && lexicon.words.has(Set::ForceNoun, tree.lemma(kid))
    })
}

/// The genitive preposition; a possessive or an adjective says the same ("under Russian control").
pub(super) const OF: &str = "of";

/// "left five dead": the subject of the predicate that the frame needs.
fn small_subject(tree: &Tree, needed: Option<usize>) -> Option<usize> {
    needed.and_then(|needed| tree.kid(needed, Dep::Nsubj))
}
