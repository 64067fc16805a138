//! "On 26 June Shell denied it", "on Monday Shell denied it": the parser glues the day to the name behind it, which then speaks
//! as "26 June Shell".

use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for last in 1..draft.len().saturating_sub(1) {
        detach(draft, last);
    }
}

/// Hangs a date whose last word is `last` on the open preposition before it, when the parser glued it to a name behind.
fn detach(draft: &mut Draft, last: usize) {
    let name = draft.head(last);
    let date = |at: usize| draft.label(at) == Some(EntityLabel::Date);
    let glued = draft.dep(last) == Dep::Compound
        && draft.pos(last) == Pos::Propn
        && name > last
        && date(last)
        && !date(name);
    let numbered = draft.tag(last - 1) == Tag::CD && [name, last].contains(&draft.head(last - 1));
    let day = Some(last - 1).filter(|_| numbered);
    let Some(before) = day.unwrap_or(last).checked_sub(1) else {
        return;
    };
    let opens = draft.dep(before) == Dep::Prep && draft.kid(before, Dep::Pobj).is_none();
    if glued && opens {
        draft.hang(last, before, Dep::Pobj);
        if let Some(day) = day {
            draft.hang(day, last, Dep::Nummod);
        }
    }
}
