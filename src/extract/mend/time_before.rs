//! "Accuses Norda of interference days before the vote": the days tell when, and are no part of what somebody is accused of.

use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for days in 2..draft.len().saturating_sub(1) {
        let (noun, next) = (days - 1, days + 1);
        let time = draft.tag(days) == Tag::NNS && draft.label(days) == Some(EntityLabel::Date);
        let compound = draft.dep(noun) == Dep::Compound
            && draft.head(noun) == days
            && draft.pos(noun) == Pos::Noun
            && draft.label(noun) != Some(EntityLabel::Date);
        let before =
            draft.pos(next) == Pos::Adp && (draft.head(days) == next || draft.head(next) == days);
        if time && compound && before {
            part(draft, noun, days);
        }
    }
}

/// Gives the noun the place that the days have, or that of what the preposition before it lacks.
fn part(draft: &mut Draft, noun: usize, days: usize) {
    let others: Vec<usize> = draft.kids(days).filter(|&kid| kid < noun).collect();
    let first = (0..=noun)
        .find(|&at| draft.is_below(at, days))
        .unwrap_or(noun);
    let preposition = first.checked_sub(1).filter(|&at| {
        draft.pos(at) == Pos::Adp && draft.kid(at, Dep::Pobj).is_none_or(|kid| kid == days)
    });
    let Some(preposition) = preposition else {
        return;
    };
    let above = draft.head(preposition);
    let next = days + 1;
    draft.hang(noun, preposition, Dep::Pobj);
    draft.hand_over(others, noun);
    if draft.head(next) == days || draft.is_below(next, preposition) {
        draft.hang(next, above, Dep::Prep);
    }
    draft.hang(days, next, Dep::Npadvmod);
}
