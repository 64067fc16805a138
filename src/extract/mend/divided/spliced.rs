//! "I have not fled justice, I have escaped it", "it was no raid, it was a robbery": two clauses that only a comma parts, of which
//! the parser makes the first a part of the second.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::super::{COMMA, Draft};

pub(super) fn part(draft: &mut Draft) {
    for first in 1..draft.len() {
        if let Some(second) = spliced(draft, first) {
            draft.put_in_place(first, second);
            draft.hang(second, first, Dep::Conj);
        }
    }
}

/// The clause behind the comma, with the same pronoun for its subject, which reports nothing.
fn spliced(draft: &Draft, first: usize) -> Option<usize> {
    let second = draft.head(first);
    let hangs = matches!(draft.dep(first), Dep::Ccomp | Dep::Parataxis) && first < second;
    let own = subject(draft, first).filter(|_| hangs)?;
    let other = subject(draft, second)?;
    let words = &draft.lexicon.words;
    let pronoun = [Set::ThirdPronoun, Set::OwnPronoun]
        .into_iter()
        .any(|set| words.has(set, draft.lemma(own)));
    let same = pronoun && draft.lemma(own) == draft.lemma(other);
    let parted = other > first && draft.word(other - 1) == COMMA;
    let finite = [first, second]
        .into_iter()
        .all(|at| draft.is_finite(at) || draft.kids(at).any(|kid| draft.is_finite(kid)));
    (same && parted && finite && draft.cue_class(second).is_none()).then_some(second)
}

fn subject(draft: &Draft, verb: usize) -> Option<usize> {
    let verbal = matches!(draft.pos(verb), Pos::Verb | Pos::Aux);
    [Dep::Nsubj, Dep::Nsubjpass]
        .into_iter()
        .find_map(|dep| draft.kid(verb, dep))
        .filter(|&at| verbal && at < verb)
}
