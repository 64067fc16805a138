//! "On 'inhumane' Moscow", "of 'weak' ministers": an adjective in quotation marks that the parser takes for the noun.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for mark in 2..draft.len().saturating_sub(1) {
        closing(draft, mark);
        reaching(draft, mark);
    }
    for adjective in 2..draft.len().saturating_sub(2) {
        let noun = adjective + 2;
        let quoted =
            draft.pos(adjective - 1) == Pos::Punct && draft.pos(adjective + 1) == Pos::Punct;
        let taken = draft.pos(adjective) == Pos::Adj
            && matches!(draft.dep(adjective), Dep::Pobj | Dep::Dobj)
            && draft.head(adjective) < adjective;
        let free =
            matches!(draft.pos(noun), Pos::Noun | Pos::Propn) && !draft.is_below(adjective, noun);
        let named = (noun..draft.len())
            .take_while(|&at| matches!(draft.pos(at), Pos::Noun | Pos::Propn))
            .last();
        let Some(named) = named.filter(|_| quoted && taken && free) else {
            continue;
        };
        let (head, dep) = (draft.head(adjective), draft.dep(adjective));
        draft.hang(named, head, dep);
        draft.hang(adjective, named, Dep::Amod);
    }
}

/// "dismissed 'rotten' claims", "'Pebbles' books": the sign behind a word that another one opens closes a quotation, and tells
/// nobody's.
fn closing(draft: &mut Draft, mark: usize) {
    let word = mark - 1;
    let owner = draft.dep(mark) == Dep::Case && draft.head(mark) == word;
    let opened = draft.pos(word - 1) == Pos::Punct && QUOTES.contains(&draft.word(word - 1));
    let bare = QUOTES.contains(&draft.word(mark));
    // "the 'rebels' leader' spoke": a sign further on closes it.
    let later = (mark + 1..draft.len()).any(|at| QUOTES.contains(&draft.word(at)));
    if owner && opened && bare && !later && draft.dep(word) == Dep::Poss {
        draft.sentence.tokens[word].dep = Dep::Compound;
        let sign = &mut draft.sentence.tokens[mark];
        (sign.dep, sign.pos) = (Dep::Punct, Pos::Punct);
    }
}

/// "accused her of 'talking past' a farmer": the preposition that a quotation ends with governs what stands behind it.
fn reaching(draft: &mut Draft, mark: usize) {
    let preposition = mark - 1;
    let bare = draft.dep(preposition) == Dep::Prep && draft.kids(preposition).next().is_none();
    let quoted =
        draft.pos(mark) == Pos::Punct && draft.lexicon.words.has(Set::QuoteMark, draft.word(mark));
    if !bare || !quoted {
        return;
    }
    let verb = draft.head(preposition);
    let loose = |&at: &usize| {
        let object = matches!(
            draft.dep(at),
            Dep::Dobj | Dep::Npadvmod | Dep::Dep | Dep::Oprd | Dep::Appos
        );
        object && draft.is_nominal(at) && draft.is_below(verb, draft.head(at))
    };
    let noun = (mark + 1..draft.len()).find(loose);
    let next = |&noun: &usize| (mark + 1..noun).all(|at| draft.is_below(at, noun));
    if let Some(noun) = noun.filter(next) {
        draft.hang(noun, preposition, Dep::Pobj);
    }
}

/// Signs that open or close a quotation and may stand for a left-out letter as well.
const QUOTES: [&str; 3] = ["'", "‘", "’"];
