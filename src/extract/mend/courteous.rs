//! "Ms Early denied it", "Mrs Daily left": the word behind a courtesy title is a surname, whatever else it may be.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for title in 0..draft.len().saturating_sub(1) {
        let courtesy = draft
            .lexicon
            .words
            .has(Set::CourtesyTitle, draft.word(title));
        if courtesy && is_capital(draft, title) && is_capital(draft, title + 1) {
            surname(draft, title, title + 1);
        }
    }
}

fn is_capital(draft: &Draft, token: usize) -> bool {
    draft.sentence.word(token).starts_with(char::is_uppercase)
}

/// Gives the surname the place that the parser left to its title, or to nobody.
fn surname(draft: &mut Draft, title: usize, name: usize) {
    let stray = !draft.is_nominal(name) || draft.dep(name) == Dep::Advmod;
    if !stray {
        return;
    }
    let above = draft.head(name);
    let (tag, pos) = (Tag::NNP, Pos::Propn);
    draft.sentence.tokens[name].tag = tag;
    draft.sentence.tokens[name].pos = pos;
    if draft.head(title) != name {
        draft.put_in_place(name, title);
        let others: Vec<usize> = draft.kids(title).filter(|&kid| kid != name).collect();
        draft.hand_over(others, name);
    } else if draft.kid(above, Dep::Nsubj).is_none() && name < above {
        draft.sentence.tokens[name].dep = Dep::Nsubj;
    }
    draft.hang(title, name, Dep::Compound);
}
