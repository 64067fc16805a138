//! "Bought the shipping line Tallink": the name behind a noun for a thing of its kind, which the parser takes for a second object
//! of the verb or for a circumstance.

use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for noun in 1..draft.len().saturating_sub(1) {
        if let Some(name) = name_behind(draft, noun) {
            draft.hang(name, noun, Dep::Appos);
        }
    }
}

/// The head of the name right behind an object with an article.
fn name_behind(draft: &Draft, noun: usize) -> Option<usize> {
    let object = draft.dep(noun) == Dep::Dobj && draft.tag(noun) == Tag::NN;
    let article = draft.kid(noun, Dep::Det).is_some();
    let whole = draft.kids(noun).all(|kid| kid < noun);
    let verb = draft.head(noun);
    let stray = |&kid: &usize| {
        let dep = matches!(
            draft.dep(kid),
            Dep::Npadvmod | Dep::Dobj | Dep::Oprd | Dep::Dep
        );
        kid > noun && dep && draft.tag(kid) == Tag::NNP
    };
    let name = draft.kids(verb).find(stray)?;
    let beside = (noun + 1..name).all(|at| draft.is_below(at, name) && draft.pos(at) == Pos::Propn);
    let timed = matches!(
        draft.label(name),
        Some(EntityLabel::Date | EntityLabel::Time)
    );
    let lower = draft.sentence.word(noun).starts_with(char::is_lowercase);
    (object && article && whole && beside && lower && !timed).then_some(name)
}
