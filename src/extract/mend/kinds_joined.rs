//! "No missile or artillery strikes", "drone and rocket attacks": of two kinds of one deed the parser makes a thing and a deed.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for deed in 3..draft.len() {
        let first = draft.head(deed);
        let joined = draft.dep(deed) == Dep::Conj
            && first + 3 == deed
            && draft.dep(first + 1) == Dep::Cc
            && draft.dep(first + 2) == Dep::Compound
            && draft.head(first + 2) == deed;
        if joined && are_kinds(draft, first, deed) {
            join(draft, first, deed);
        }
    }
}

/// "missile" and "artillery strikes": a bare noun for a means before a noun for an attack.
fn are_kinds(draft: &Draft, first: usize, deed: usize) -> bool {
    let words = &draft.lexicon.words;
    let attack = words.has(Set::AttackNoun, draft.lemma(deed));
    let bare = draft.tag(first) == Tag::NN && draft.pos(first) == Pos::Noun;
    let plain = |kid: usize| match draft.dep(kid) {
        Dep::Det => words.has(Set::Negator, draft.lemma(kid)),
        Dep::Nummod | Dep::Amod | Dep::Poss | Dep::Prep | Dep::Relcl => kid > first,
        _ => true,
    };
    attack && bare && !words.is_somebody(draft.lemma(first)) && draft.kids(first).all(plain)
}

/// The deed stands where the means stood, and has what hung on it.
fn join(draft: &mut Draft, first: usize, deed: usize) {
    draft.put_in_place(deed, first);
    let kids: Vec<usize> = draft.kids(first).collect();
    draft.hand_over(kids, deed);
    draft.hang(first, deed, Dep::Compound);
}
