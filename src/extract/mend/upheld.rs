//! "Her office sticks to its version that she knew nothing": a verb of upholding that the parser took for a plural noun, and the
//! clause that the version tells.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(2) {
        if !upholds(draft, verb) {
            continue;
        }
        if draft.tag(verb) == Tag::NNS {
            make_verb(draft, verb);
        }
        tell(draft, verb);
    }
}

/// "stick to", "stand by", before the word of what is upheld.
fn upholds(draft: &Draft, verb: usize) -> bool {
    let phrase = format!("{}_{}", draft.lemma(verb), draft.lemma(verb + 1));
    let plural = draft.tag(verb) == Tag::NNS && is_main(draft, verb);
    let known = draft.lexicon.words.has(Set::UpholdingPhrase, &phrase);
    known && draft.pos(verb + 1) == Pos::Adp && (plural || draft.pos(verb) == Pos::Verb)
}

/// A plural behind the noun that it is about, where the parser found no other verb for it.
fn is_main(draft: &Draft, verb: usize) -> bool {
    let high = matches!(draft.dep(verb), Dep::Root | Dep::Conj | Dep::Ccomp);
    let before = verb - 1;
    let about = draft.is_nominal(before) && draft.head(before) == verb;
    high && about && draft.kid(verb, Dep::Det).is_none_or(|at| at < before)
}

fn make_verb(draft: &mut Draft, verb: usize) {
    let subject = verb - 1;
    let before: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| {
            let own = matches!(
                draft.dep(kid),
                Dep::Det | Dep::Poss | Dep::Amod | Dep::Compound | Dep::Nummod
            );
            kid < subject && own
        })
        .collect();
    draft.make_verb(verb);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hand_over(before, subject);
}

/// "sticks to its version that …": the clause is the version's.
fn tell(draft: &mut Draft, verb: usize) {
    let Some(noun) = draft.kid(verb + 1, Dep::Pobj).filter(|&at| {
        let words = &draft.lexicon.words;
        draft.pos(at) == Pos::Noun && words.has(Set::BackNoun, draft.lemma(at))
    }) else {
        return;
    };
    let that = noun + 1;
    let begins = that < draft.len() && draft.lexicon.words.has(Set::ThatMark, draft.word(that));
    let clause = draft
        .kids(verb)
        .chain(draft.kids(noun))
        .find(|&kid| kid > that && draft.pos(kid) == Pos::Verb && draft.head(that) == kid);
    let Some(clause) = clause.filter(|_| begins) else {
        return;
    };
    let subject = [Dep::Nsubj, Dep::Nsubjpass]
        .into_iter()
        .any(|dep| draft.kid(clause, dep).is_some_and(|at| at != that));
    if subject {
        draft.make_mark(that);
        draft.hang(clause, noun, Dep::Acl);
    }
}
