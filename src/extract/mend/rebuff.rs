//! "Lima rejects miners' claim over port": the verb of an answer that the parser took for a plural noun, in a headline that
//! has no other verb.

use compact_str::CompactString;

use crate::lexicon::cues::{CueClass, CuePart};
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        if let Some(lemma) = answer(draft, verb) {
            draft.lemmas[verb] = lemma.clone();
            draft.sentence.tokens[verb].lemma = lemma;
            apply(draft, verb);
        }
    }
}

/// The lemma of the verb that a plural at the root of a sentence without a verb names.
fn answer(draft: &Draft, noun: usize) -> Option<CompactString> {
    let plural = draft.tag(noun) == Tag::NNS
        && draft.pos(noun) == Pos::Noun
        && draft.head(noun) == noun
        && !(0..draft.len()).any(|at| draft.is_finite(at));
    let subject = noun - 1;
    let named = matches!(draft.pos(subject), Pos::Propn | Pos::Noun | Pos::Adj)
        && draft.head(subject) == noun
        && matches!(
            draft.dep(subject),
            Dep::Compound | Dep::Nsubj | Dep::Amod | Dep::Nmod
        );
    let next = matches!(
        draft.pos(noun + 1),
        Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Verb | Pos::Punct | Pos::Num
    );
    let lemma = draft.lemma(noun);
    let lemmas = &draft.lexicon.lemmas;
    let meant = lemmas
        .meant(lemma)
        .map_or_else(|| lemma.into(), CompactString::from);
    let entry = draft.lexicon.cues.find(&meant, CuePart::Verb);
    let answers =
        entry.is_some_and(|entry| matches!(entry.class, CueClass::Deny | CueClass::Accuse));
    let objects = object(draft, noun).is_some();
    (plural && named && next && answers && objects).then_some(meant)
}

/// The first noun phrase behind the verb that hangs on it.
fn object(draft: &Draft, verb: usize) -> Option<usize> {
    draft.kids(verb).find(|&kid| {
        kid > verb
            && draft.is_nominal(kid)
            && matches!(
                draft.dep(kid),
                Dep::Dobj | Dep::Appos | Dep::Nmod | Dep::Npadvmod | Dep::Dep
            )
    })
}

fn apply(draft: &mut Draft, verb: usize) {
    let subject = verb - 1;
    let object = object(draft, verb);
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < subject).collect();
    draft.make_verb(verb);
    draft.hang(subject, verb, Dep::Nsubj);
    if draft.pos(subject) == Pos::Adj {
        let word = &mut draft.sentence.tokens[subject];
        (word.pos, word.tag) = (Pos::Propn, Tag::NNP);
    }
    draft.hand_over(before, subject);
    if let Some(object) = object {
        draft.hang(object, verb, Dep::Dobj);
    }
}
