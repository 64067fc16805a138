//! "From the balcony of the palace, Jane Roe, 61, told a crowd": a name with an age behind it that the parser hung on the noun
//! before; "The 43-year-old took to the stage": somebody of whom no more than the age is told.

use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for name in 1..draft.len().saturating_sub(4) {
        if let Some(verb) = verb_behind(draft, name) {
            draft.hang(name, verb, Dep::Nsubj);
        }
    }
    for age in 4..draft.len().saturating_sub(1) {
        if is_somebody(draft, age) {
            acts(draft, age);
        }
    }
}

/// "43-year-old": an age that no noun follows.
fn is_somebody(draft: &Draft, age: usize) -> bool {
    draft.pos(age) == Pos::Adj
        && draft.tag(age - 1) == Tag::HYPH
        && draft.label(age) == Some(EntityLabel::Date)
        && draft.kid(age, Dep::Npadvmod).is_some()
        && draft.pos(draft.head(age)) == Pos::Verb
}

/// Makes a noun of an age that is a subject, also where the parser has it describe the verb.
fn acts(draft: &mut Draft, age: usize) {
    let verb = draft.head(age);
    let alone = [Dep::Nsubj, Dep::Nsubjpass, Dep::Csubj]
        .into_iter()
        .all(|dep| draft.kid(verb, dep).is_none());
    if draft.dep(age) == Dep::Amod && verb > age && alone {
        let before: Vec<usize> = draft
            .kids(verb)
            .filter(|&kid| kid < age && matches!(draft.dep(kid), Dep::Det | Dep::Amod))
            .collect();
        draft.hang_subject(age, verb);
        draft.hand_over(before, age);
    }
    if draft.is_subject(age) {
        let word = &mut draft.sentence.tokens[age];
        (word.pos, word.tag) = (Pos::Propn, Tag::NNP);
    }
}

/// The verb without a subject behind a name, a comma, an age and a comma.
fn verb_behind(draft: &Draft, name: usize) -> Option<usize> {
    let (age, verb) = (name + 2, name + 4);
    let commas = [name - 1, name + 1, name + 3]
        .into_iter()
        .all(|at| draft.word(at) == COMMA);
    let named = draft.pos(name) == Pos::Propn && draft.dep(name) == Dep::Appos;
    let aged = draft.pos(age) == Pos::Num && draft.head(age) == name;
    let alone = draft.kid(verb, Dep::Nsubj).is_none() && draft.kid(verb, Dep::Nsubjpass).is_none();
    (commas && named && aged && alone && draft.is_finite(verb)).then_some(verb)
}
