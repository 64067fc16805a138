//! "She never did", "They have not": a denial that leaves out the deed which the text told before.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::is_negated;
use super::super::reading::Reading;
use super::reply::{Reply, reporters};

/// An auxiliary that stands for the clause before it, and says that it is not so.
pub(super) fn elliptic(reading: &Reading, token: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let lemma = tree.lemma(token);
    let stands = [Set::DoVerb, Set::HaveVerb, Set::Copula]
        .into_iter()
        .any(|set| words.has(set, lemma));
    let clause = matches!(tree.dep(token), Dep::Root | Dep::Ccomp | Dep::Conj);
    let finite = matches!(tree.tag(token), Tag::VBD | Tag::VBZ | Tag::VBP);
    if !stands || !clause || !finite || !is_negated(tree, words, token) {
        return None;
    }
    // "he did not want", "it was not us": the clause says more.
    let bare = tree.kids(token).all(|kid| {
        matches!(
            tree.dep(kid),
            Dep::Nsubj | Dep::Neg | Dep::Punct | Dep::Cc | Dep::Conj | Dep::Intj
        ) || tree.dep(kid) == Dep::Advmod && words.has(Set::Negator, tree.lemma(kid))
    });
    let subject = tree.kid(token, Dep::Nsubj)?;
    // "The firm says nobody was."
    let lemma = tree.lemma(subject);
    let empty = words.has(Set::Negator, lemma)
        && !words.has(Set::VoidThing, lemma)
        && tree.kids(subject).next().is_none();
    let somebody = tree.pos(subject) == Pos::Pron || empty;
    let alone = tree.conjuncts(token).len() == 1;
    if !bare || !somebody || !alone {
        return None;
    }
    Some(Reply {
        token,
        claimant: None,
        told: true,
        charged: false,
        voices: reporters(reading, token)?,
    })
}
