//! "took 20.32 per cent", "41 per cent of the votes": a share in two words, of which the parser makes a number and a phrase
//! behind it.

use compact_str::format_compact;

use crate::lexicon::numbers::Sense;
use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for number in 0..draft.len().saturating_sub(2) {
        let (first, second) = (number + 1, number + 2);
        let parted = draft.pos(number) == Pos::Num
            && draft.head(first) == number
            && draft.head(second) == first;
        let whole = format_compact!("{}{}", draft.word(first), draft.word(second));
        if parted && draft.lexicon.numbers.has(&whole, Sense::Percent) {
            let kids: Vec<usize> = draft.kids(number).filter(|&kid| kid > second).collect();
            draft.put_in_place(second, number);
            draft.hang(number, second, Dep::Nummod);
            draft.hang(first, second, Dep::Nmod);
            draft.hand_over(kids, second);
            draft.respell(second, whole);
        }
    }
}
