//! "was re-elected": a verb that the parser parts at its hyphen, and whose subject it leaves with the auxiliary.

use compact_str::format_compact;

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::{Draft, HYPHEN};

pub(super) fn mend(draft: &mut Draft) {
    for mark in 1..draft.len().saturating_sub(1) {
        join(draft, mark);
    }
    for auxiliary in 0..draft.len() {
        give_subject(draft, auxiliary);
    }
}

/// Hangs the prefix and its hyphen on the verb behind them, which stands where they stood.
fn join(draft: &mut Draft, mark: usize) {
    let (prefix, verb) = (mark - 1, mark + 1);
    let is_prefix = draft.lexicon.words.has(Set::VerbPrefix, draft.word(prefix));
    if !is_prefix || draft.pos(verb) != Pos::Verb || !draft.joins(mark) {
        return;
    }
    let whole = format_compact!("{}{HYPHEN}{}", draft.word(prefix), draft.lemma(verb));
    if !draft.lexicon.frames.of_verb(&whole).is_empty() {
        draft.respell(verb, whole);
    }
    for part in [prefix, mark] {
        draft.hang(part, verb, Dep::Punct);
        draft.sentence.tokens[part].pos = Pos::Punct;
    }
}

/// The subject of an auxiliary is that of its verb.
fn give_subject(draft: &mut Draft, auxiliary: usize) {
    let (verb, dep) = (draft.head(auxiliary), draft.dep(auxiliary));
    let own = |dep: Dep| draft.kid(verb, dep).is_some_and(|at| at < auxiliary);
    if !matches!(dep, Dep::Aux | Dep::Auxpass) || own(Dep::Nsubj) || own(Dep::Nsubjpass) {
        return;
    }
    let subject = draft
        .kid(auxiliary, Dep::Nsubj)
        .filter(|&at| at < auxiliary);
    if let Some(subject) = subject {
        let dep = match dep {
            Dep::Auxpass => Dep::Nsubjpass,
            _ => Dep::Nsubj,
        };
        draft.hang(subject, verb, dep);
    }
}
