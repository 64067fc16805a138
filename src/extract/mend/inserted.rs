//! "It won, the party repeats, and fairly": a report between commas that the parser took for a noun; "Deaths in Alba: the
//! mayor told": a heading before a colon that it took for the subject.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        report(draft, token);
        number(draft, token);
        heading(draft, token);
    }
}

/// "…, the party repeats, …": a noun set off with its article whose form is that of a word of report.
fn report(draft: &mut Draft, verb: usize) {
    let taken = draft.tag(verb) == Tag::NNS
        && matches!(
            draft.dep(verb),
            Dep::Dobj | Dep::Appos | Dep::Npadvmod | Dep::Conj | Dep::Nsubj
        )
        && draft.says(verb);
    let subject = verb - 1;
    let named = draft.head(subject) == verb && draft.dep(subject) == Dep::Compound;
    if !taken || !named || verb + 1 >= draft.len() {
        return;
    }
    let first = draft.kids(verb).min().unwrap_or(subject);
    let comma = |at: Option<usize>| at.is_some_and(|at| draft.word(at) == COMMA);
    let set_off = comma(first.checked_sub(1)) && comma(Some(verb + 1));
    let above = draft.head(verb);
    let clause = match draft.dep(verb) {
        Dep::Appos => draft.head(above),
        _ => above,
    };
    if !set_off || !draft.is_finite(clause) || clause > verb {
        return;
    }
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < subject).collect();
    draft.make_verb(verb);
    draft.hang(verb, clause, Dep::Parataxis);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hand_over(before, subject);
}

/// "“Twenty million, if you are generous,” Roe answered": a number that the parser takes for who speaks.
fn number(draft: &mut Draft, token: usize) {
    let verb = draft.head(token);
    let subject = draft.dep(token) == Dep::Nsubj && draft.pos(token) == Pos::Num && token < verb;
    let speaks = draft
        .kids(verb)
        .any(|kid| draft.dep(kid) == Dep::Nsubj && kid > token);
    if subject && speaks && draft.says(verb) {
        draft.sentence.tokens[token].dep = Dep::Ccomp;
    }
}

/// A subject before a colon, where the verb has another behind it.
fn heading(draft: &mut Draft, subject: usize) {
    let verb = draft.head(subject);
    if draft.dep(subject) != Dep::Nsubj || draft.pos(verb) != Pos::Verb {
        return;
    }
    let first = draft
        .kids(verb)
        .find(|&kid| draft.dep(kid) == Dep::Nsubj && kid < subject);
    let Some(first) = first else { return };
    if (first + 1..subject).any(|at| draft.word(at) == COLON) {
        draft.sentence.tokens[first].dep = Dep::Dep;
    }
}

/// The sign behind a heading.
const COLON: &str = ":";
