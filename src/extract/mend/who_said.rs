//! "Ana Roe, who, the bishop announced, took 20 per cent": a report between commas right behind a relative pronoun, which the
//! parser takes for the verb of the clause.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for who in 0..draft.len().saturating_sub(4) {
        if let Some((report, verb)) = parted(draft, who) {
            put_right(draft, who, report, verb);
        }
    }
}

/// The report between commas behind "who", and the verb that "who" belongs to.
fn parted(draft: &Draft, who: usize) -> Option<(usize, usize)> {
    let relative = matches!(draft.tag(who), Tag::WP | Tag::WDT) && draft.word(who + 1) == COMMA;
    let end = (who + 2..draft.len()).find(|&at| draft.word(at) == COMMA)?;
    let report = end - 1;
    let says = relative && draft.pos(report) == Pos::Verb && draft.says(report);
    let subject = draft
        .kids(report)
        .any(|kid| draft.dep(kid) == Dep::Nsubj && kid > who && kid < report);
    let begins = |&at: &usize| matches!(draft.pos(at), Pos::Verb | Pos::Aux | Pos::Adv | Pos::Part);
    let verb = (end + 1..draft.len())
        .take_while(begins)
        .filter(|&at| draft.pos(at) == Pos::Verb)
        .last()?;
    (says && subject && draft.head(who) == report).then_some((report, verb))
}

fn put_right(draft: &mut Draft, who: usize, report: usize, verb: usize) {
    let noun = draft.head(report);
    if noun >= who || draft.dep(report) != Dep::Relcl {
        return;
    }
    draft.hang(verb, noun, Dep::Relcl);
    draft.hang(report, verb, Dep::Parataxis);
    draft.hang_subject(who, verb);
}
