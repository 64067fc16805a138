//! "Its roster shows he reported for duty", "the airport is ours": a verb in the present that the parser tagged as a plural
//! noun, a pronoun that it tagged as an adjective.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        possessive(draft, token);
        let clause = match draft.dep(token) {
            Dep::Ccomp => true,
            // "slams claims on the blasts": a sentence that has its verb needs no other.
            Dep::Root => !(0..draft.len()).any(|at| draft.is_finite(at)),
            _ => false,
        };
        let noun = draft.tag(token) == Tag::NNS && draft.pos(token) == Pos::Noun;
        // A noun that is a predicate has its copula above it: one with a subject of its own is none.
        let root = draft.dep(token) == Dep::Root;
        let subject = draft
            .kid(token, Dep::Nsubj)
            .is_some_and(|subject| subject < token && (!root || subject + 1 == token));
        let bare = !draft.kids(token).any(|kid| {
            matches!(
                draft.dep(kid),
                Dep::Det | Dep::Amod | Dep::Poss | Dep::Nummod | Dep::Compound
            )
        });
        if clause && noun && subject && bare {
            draft.make_verb(token);
        }
    }
}

/// "is ours", "remains theirs".
fn possessive(draft: &mut Draft, token: usize) {
    let predicate = matches!(draft.dep(token), Dep::Acomp | Dep::Attr)
        && matches!(draft.pos(token), Pos::Adj | Pos::Noun | Pos::Pron);
    let word = draft.word(token);
    let pronoun = [Set::OwnPronoun, Set::ItPronoun]
        .into_iter()
        .any(|set| draft.lexicon.words.has(set, &word));
    if predicate && pronoun {
        let word = &mut draft.sentence.tokens[token];
        (word.pos, word.tag) = (Pos::Pron, Tag::PRP);
    }
}
