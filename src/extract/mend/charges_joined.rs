//! "Accused the banker of forging papers, bribing officials and of hiding money": each is what he is charged with.

use crate::lexicon::cues::CueClass;
use crate::model::parsed::{Dep, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 2..draft.len() {
        beside_accused(draft, token);
    }
    for token in 2..draft.len() {
        again(draft, token);
    }
    for token in 2..draft.len() {
        listed(draft, token);
        coordinated(draft, token);
    }
}

/// "Accused the government of fraud and of hiding it": the first charge is no part of the government's name.
fn beside_accused(draft: &mut Draft, second: usize) {
    let verb = draft.head(second);
    let charges = |draft: &Draft, at: usize| draft.dep(at) == Dep::Prep && draft.leads_charge(at);
    let and = second - 1;
    let again = charges(draft, second) && draft.dep(and) == Dep::Cc && accuses(draft, verb);
    let accused = draft
        .kid(verb, Dep::Dobj)
        .filter(|&at| again && at < second);
    let first = accused.and_then(|accused| {
        let mut below = draft.kids(accused);
        below.find(|&kid| charges(draft, kid) && draft.lemma(kid) == draft.lemma(second))
    });
    if let Some(first) = first.filter(|&first| first < and) {
        draft.hang(first, verb, Dep::Prep);
        draft.hang(second, first, Dep::Conj);
    }
}

/// "of fraud and of hiding it": the second preposition says again what the first one did.
fn again(draft: &mut Draft, second: usize) {
    let first = draft.head(second);
    let joined = draft.dep(second) == Dep::Conj && first < second && draft.leads_charge(first);
    let same = joined && draft.lemma(first) == draft.lemma(second);
    let governed = |at: usize| {
        draft
            .kid(at, Dep::Pobj)
            .or_else(|| draft.kid(at, Dep::Pcomp))
    };
    let both = governed(first).zip(governed(second));
    let Some((one, other)) = both.filter(|_| same && accuses(draft, draft.head(first))) else {
        return;
    };
    draft.hang(other, one, Dep::Conj);
    draft.hang(second, other, Dep::Cc);
}

/// "of forging papers, bribing officials and hiding money": the parser hangs the second on whoever accuses.
fn listed(draft: &mut Draft, gerund: usize) {
    let verb = draft.head(gerund);
    let beside = draft.tag(gerund) == Tag::VBG
        && draft.dep(gerund) == Dep::Advcl
        && verb < gerund
        && draft.word(gerund - 1) == COMMA
        && draft.kid(gerund, Dep::Mark).is_none();
    // "accused it of fraud, adding that …": whoever accuses adds it.
    let goes_on = draft.kid(gerund, Dep::Cc).is_some() && draft.cue_class(gerund).is_none();
    if !(beside && goes_on && accuses(draft, verb)) {
        return;
    }
    let charge = |&at: &usize| {
        draft.dep(at) == Dep::Pcomp && draft.tag(at) == Tag::VBG && draft.is_below(at, verb)
    };
    if let Some(first) = (verb + 1..gerund).find(charge) {
        draft.hang(gerund, first, Dep::Conj);
    }
}

/// "Accused the general of treason and leading a mutiny": the parser may join the second to who accuses.
fn coordinated(draft: &mut Draft, gerund: usize) {
    let verb = draft.head(gerund);
    let joined = draft.tag(gerund) == Tag::VBG
        && draft.dep(gerund) == Dep::Conj
        && verb < gerund
        && draft.tag(verb) != Tag::VBG
        && draft.dep(gerund - 1) == Dep::Cc
        && draft.kid(gerund, Dep::Aux).is_none()
        && draft.cue_class(gerund).is_none();
    if !joined || !accuses(draft, verb) {
        return;
    }
    let charge = |&at: &usize| {
        let preposition = draft.head(at);
        let led =
            matches!(draft.dep(at), Dep::Pobj | Dep::Pcomp) && draft.leads_charge(preposition);
        led && draft.head(preposition) == verb
    };
    if let Some(first) = (verb + 1..gerund).find(charge) {
        draft.hang(gerund, first, Dep::Conj);
        draft.hang(gerund - 1, first, Dep::Cc);
    }
}

fn accuses(draft: &Draft, verb: usize) -> bool {
    draft.cue_class(verb) == Some(CueClass::Accuse)
}
