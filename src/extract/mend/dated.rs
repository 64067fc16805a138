//! "On 26 June Shell denied it", "on Monday Shell denied it": the parser glues the day to the name behind it, which then speaks
//! as "26 June Shell".

use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for day in 1..draft.len().saturating_sub(1) {
        weekday(draft, day);
    }
    for month in 2..draft.len().saturating_sub(1) {
        let name = draft.head(month);
        let day = month - 1;
        let date = |at: usize| draft.label(at) == Some(EntityLabel::Date);
        let glued = draft.dep(month) == Dep::Compound
            && draft.pos(month) == Pos::Propn
            && name > month
            && draft.tag(day) == Tag::CD
            && [name, month].contains(&draft.head(day))
            && date(month)
            && !date(name);
        let before = day - 1;
        let opens = draft.dep(before) == Dep::Prep && draft.kid(before, Dep::Pobj).is_none();
        if glued && opens {
            draft.hang(month, before, Dep::Pobj);
            draft.hang(day, month, Dep::Nummod);
        }
    }
}

/// "On Monday Shell denied it", "in a post on Monday President Roe said".
fn weekday(draft: &mut Draft, day: usize) {
    let name = draft.head(day);
    let before = day - 1;
    let date = |at: usize| draft.label(at) == Some(EntityLabel::Date);
    let glued = draft.dep(day) == Dep::Compound
        && draft.pos(day) == Pos::Propn
        && name > day
        && date(day)
        && !date(name);
    let opens = draft.dep(before) == Dep::Prep && draft.kid(before, Dep::Pobj).is_none();
    if glued && opens {
        draft.hang(day, before, Dep::Pobj);
    }
}
