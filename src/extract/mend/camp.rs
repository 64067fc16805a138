//! "The No side had won", "voters chose No": a word of answer with a capital is the name of a camp or of its answer, and
//! denies nothing.

use compact_str::format_compact;

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        if is_answer(draft, token) {
            let lemma = format_compact!("{}.", draft.word(token));
            let named = &mut draft.sentence.tokens[token];
            (named.tag, named.pos, named.lemma) = (Tag::NNP, Pos::Propn, lemma.clone());
            if matches!(named.dep, Dep::Det | Dep::Neg | Dep::Intj) {
                named.dep = Dep::Compound;
            }
            draft.lemmas[token] = lemma;
        }
    }
}

/// A negator with a capital inside a clause, before a small word or none: a headline has capitals on all its words.
fn is_answer(draft: &Draft, token: usize) -> bool {
    let written = |at: usize| draft.sentence.word(at);
    let negator = draft.lexicon.words.has(Set::Negator, draft.word(token));
    let capital = written(token).starts_with(char::is_uppercase);
    // What follows a mark begins a sentence of its own.
    let inside = draft.pos(token - 1) != Pos::Punct;
    let next = draft.sentence.tokens.get(token + 1);
    let small = next.is_none_or(|_| {
        !written(token + 1).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    });
    negator && capital && inside && small && !is_stressed(draft, token)
}

/// "did NOT enter", "there is NO proof": said loudly, where no article makes a camp of it ("the NO vote").
fn is_stressed(draft: &Draft, token: usize) -> bool {
    let shouted = draft.sentence.word(token).chars().all(char::is_uppercase);
    let article = draft.dep(token - 1) == Dep::Det;
    let negates = match draft.dep(token) {
        Dep::Neg => true,
        Dep::Det => !article && draft.head(token) > token,
        _ => false,
    };
    shouted && negates
}
