//! "They hold forty villages in the Alba district, General Jane Roe told reporters": who is named behind the comma right before a
//! word of report that has no subject says so, and is no other name of what stands before the comma.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for verb in 3..draft.len() {
        if let Some(name) = is_lone_report(draft, verb)
            .then(|| name_before(draft, verb))
            .flatten()
        {
            draft.hang(name, verb, Dep::Nsubj);
        }
    }
}

/// A word of report that ends the sentence, has told what stands before it, and has no subject.
fn is_lone_report(draft: &Draft, verb: usize) -> bool {
    let told = draft
        .kid(verb, Dep::Ccomp)
        .is_some_and(|clause| clause < verb);
    let reports = draft.pos(verb) == Pos::Verb && draft.is_finite(verb) && draft.says(verb);
    draft.dep(verb) == Dep::Root
        && reports
        && told
        && !draft.kids(verb).any(|kid| draft.is_subject(kid))
}

/// The person behind a comma whose phrase reaches from there to the verb.
fn name_before(draft: &Draft, verb: usize) -> Option<usize> {
    (1..verb).find(|&name| {
        let named = draft.label(name) == Some(EntityLabel::Person) || is_titled(draft, name);
        let person = draft.pos(name) == Pos::Propn && named;
        let apposed = draft.dep(name) == Dep::Appos && draft.head(name) < name;
        let first = (0..name)
            .find(|&at| draft.is_below(at, name))
            .unwrap_or(name);
        let behind_comma = first > 0 && draft.word(first - 1) == COMMA;
        let mut rest = name + 1..verb;
        let whole = rest.all(|at| draft.pos(at) == Pos::Punct || draft.is_below(at, name));
        person && apposed && behind_comma && whole
    })
}

/// "Commander-in-Chief Jane Roe": a name behind a noun for an office, whatever the parser takes it for.
fn is_titled(draft: &Draft, name: usize) -> bool {
    let title = |kid: usize| {
        let before = matches!(draft.dep(kid), Dep::Compound | Dep::Nmod) && kid < name;
        before && draft.lexicon.words.has(Set::RoleNoun, draft.word(kid))
    };
    draft.kids(name).any(title)
}
