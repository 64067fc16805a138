//! The verb of a clause that says what was done: "was able to return", "failed to deliver", "there is no soldier held captive".

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::matter::{arranged, names_deed};
use super::reading::Reading;
use super::voice::is_yet_to;

/// "was able to return", "it was the mayor who signed": the verb of the clause that says what was done.
pub(super) fn telling_verb(reading: &Reading, root: usize) -> usize {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let able = tree
        .kid(root, Dep::Acomp)
        .filter(|&kid| words.has(Set::AbleWord, tree.lemma(kid)))
        .and_then(|kid| tree.kid(kid, Dep::Xcomp));
    let attribute = tree.kid(root, Dep::Attr);
    let cleft = || {
        attribute
            .into_iter()
            .chain([root])
            .flat_map(|at| tree.kids(at))
            .find(|&kid| tree.is_verb(kid) && tree.is_cleft(kid))
    };
    // "saw officers get into the boat": what was seen.
    let seen = || {
        tree.kid(root, Dep::Ccomp)
            .filter(|&kid| words.has(Set::SeeVerb, tree.lemma(root)) && tree.is_verb(kid))
    };
    // "were seen leaving the yard": what they were seen to do.
    let observed = || {
        let doing = tree.kid(root, Dep::Xcomp);
        let sees = [Set::SeeVerb, Set::HearVerb]
            .into_iter()
            .any(|set| words.has(set, tree.lemma(root)));
        doing.filter(|&kid| sees && tree.is_passive(root) && tree.tag(kid) == Tag::VBG)
    };
    let to_come = || arranged(tree, root).filter(|&at| !words.has(Set::BlameVerb, tree.lemma(at)));
    able.or_else(|| carried(reading, root).or_else(to_come))
        .or_else(cleft)
        .or_else(seen)
        .or_else(observed)
        .or_else(|| below_noun(reading, root))
        .unwrap_or(root)
}

/// "failed to deliver", "has yet to pay", "began to close the plant": what was done or left undone.
fn carried(reading: &Reading, root: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let below = tree
        .kid(root, Dep::Xcomp)
        .filter(|&kid| tree.is_verb(kid))?;
    let verbs = [
        Set::NegativeVerb,
        Set::RefusalVerb,
        Set::AspectVerb,
        Set::RaisingVerb,
    ];
    let carries = verbs
        .into_iter()
        .any(|set| words.has(set, tree.lemma(root)));
    // "continues to say that …": a report of its own.
    let carries = carries && !reading.cues.iter().any(|cue| cue.token == below);
    // "should stop supplying them": they are supplied.
    let ought = |kid: usize| words.has(Set::OughtAux, tree.lemma(kid));
    let demanded = words.has(Set::NegativeVerb, tree.lemma(root)) && tree.kids(root).any(ought);
    let carries = carries && !demanded;
    // "takes too long to fill in".
    let carries = carries && !words.has(Set::TakeVerb, tree.lemma(root));
    (carries && tree.object(root).is_none() || is_yet_to(tree, words, root, below)).then_some(below)
}

/// "there is no soldier held captive", "has no plan to close the plant": the verb below the noun of which there is one or
/// none.
fn below_noun(reading: &Reading, root: usize) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let plans = |noun: usize| {
        lexicon
            .cues
            .find(tree.lemma(noun), CuePart::Noun)
            .is_some_and(|entry| entry.class == CueClass::Plan)
    };
    let clause = |noun: usize, infinitive: bool| {
        tree.kids(noun).find(|&kid| {
            tree.is_verb(kid)
                && matches!(tree.dep(kid), Dep::Acl | Dep::Relcl)
                && (tree.tag(kid) == Tag::VB) == infinitive
        })
    };
    let there = tree.kid(root, Dep::Expl).and(tree.kid(root, Dep::Attr));
    let held = || {
        tree.kid(root, Dep::Dobj)
            .filter(|_| lexicon.words.has(Set::HavingVerb, tree.lemma(root)))
    };
    let noun = there
        .or_else(held)
        .filter(|&noun| tree.pos(noun) == Pos::Noun)?;
    if plans(noun) {
        return clause(noun, true);
    }
    let deed =
        names_deed(tree, lexicon, noun) || reading.events.iter().any(|event| event.trigger == noun);
    // "no evidence it was sabotage" is no more than that.
    let ground = lexicon.words.has(Set::TruthNoun, tree.lemma(noun));
    clause(noun, false).filter(|_| there.is_some() && !deed && !ground)
}
