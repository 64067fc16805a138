//! "That is not how the union sees it", "that is not what the neighbours saw": whoever sees it otherwise denies what was said.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::Stance;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::{is_negated, verb_entry};
use super::super::reading::Reading;
use super::super::voice::Voice;
use super::reply::{Reply, reporters};

/// The answer of a negated copula that says how or what something is not in somebody's eyes.
pub(super) fn perspective(reading: &Reading, copula: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let points = |at: usize| tree.pos(at) != Pos::Noun && words.has(Set::BackNoun, tree.lemma(at));
    let subject = tree.kid(copula, Dep::Nsubj).filter(|&at| points(at))?;
    if tree.pos(copula) != Pos::Aux || subject > copula || !is_negated(tree, words, copula) {
        return None;
    }
    let view = view(reading, copula)?;
    let holder = tree.kid(view, Dep::Nsubj);
    let sees = sees(reading, view) || reads_back(reading, view);
    let held = holder.filter(|&at| sees && is_somebody(reading, at));
    let voices = match held {
        Some(holder) => vec![Voice::plain(holder, Stance::Deny)],
        None if happens(reading, view) => reporters(reading, copula)?,
        None => return None,
    };
    Some(Reply {
        token: copula,
        told: true,
        claimant: None,
        charged: false,
        voices,
    })
}

/// "how the union sees it", "what happened", "the way she tells it": the verb of the clause.
fn view(reading: &Reading, copula: usize) -> Option<usize> {
    let tree = &reading.tree;
    let asks = |at: usize| matches!(tree.tag(at), Tag::WRB | Tag::WP);
    let clause = |kid: &usize| {
        let below = matches!(tree.dep(*kid), Dep::Ccomp | Dep::Advcl | Dep::Attr);
        below && tree.is_verb(*kid) && *kid > copula && tree.kids(*kid).any(asks)
    };
    let way = || {
        let way = tree.kid(copula, Dep::Attr)?;
        let manner = reading
            .lexicon()
            .words
            .has(Set::MannerNoun, tree.lemma(way));
        tree.kid(way, Dep::Relcl).filter(|_| manner)
    };
    tree.kids(copula).find(clause).or_else(way)
}

fn sees(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let says = verb_entry(tree, &reading.lexicon().cues, verb)
        .is_some_and(|entry| entry.class == CueClass::Say);
    let lemma = tree.lemma(verb);
    says || words.has(Set::SeeingVerb, lemma) || words.has(Set::HearVerb, lemma)
}

fn reads_back(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    words.has(Set::RecallingVerb, tree.lemma(verb))
}

fn happens(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    words.has(Set::HappenVerb, tree.lemma(verb)) || words.has(Set::SaidOfEvent, tree.lemma(verb))
}

/// Who can see something: a name, a pronoun, or a noun for people or for a body.
fn is_somebody(reading: &Reading, noun: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let lemma = tree.lemma(noun);
    matches!(tree.pos(noun), Pos::Propn | Pos::Pron)
        || words.is_somebody(lemma)
        || reading.lexicon().parties.role_of(tree.word(noun)).is_some()
}
