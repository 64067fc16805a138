//! "Said \"at least 40\" people were killed": a number that the parser hangs on the sign of quotation behind it counts the noun
//! that follows.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for number in 0..draft.len() {
        let mark = draft.head(number);
        let hung = draft.dep(number) == Dep::Nummod
            && matches!(draft.tag(mark), Tag::CloseQuote | Tag::OpenQuote)
            && draft.pos(number) == Pos::Num;
        let noun = mark + 1;
        if hung && number < mark && noun < draft.len() && draft.pos(noun) == Pos::Noun {
            draft.hang(number, noun, Dep::Nummod);
        }
    }
}
