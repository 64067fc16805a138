//! "called it a fairy tale", "called the story theatre": a verdict of two words is one word for what it says, and one of one word is
//! no part of the report before it.

use compact_str::format_compact;

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for noun in 1..draft.len() {
        if draft.pos(noun) == Pos::Noun {
            join(draft, noun);
            part(draft, noun);
        }
    }
}

/// "a fairy tale", "a tall story": listed together as a word of denial.
fn join(draft: &mut Draft, noun: usize) {
    let first = noun - 1;
    let describes = draft.head(first) == noun
        && matches!(draft.dep(first), Dep::Compound | Dep::Amod | Dep::Nmod);
    if !describes {
        return;
    }
    let both = format_compact!("{} {}", draft.lemma(first), draft.lemma(noun));
    let entry = draft.lexicon.cues.find(&both, CuePart::Noun);
    if entry.is_some_and(|entry| entry.class == CueClass::Deny) {
        draft.respell(noun, both);
    }
}

/// "called the story theatre": the story is what is called so.
fn part(draft: &mut Draft, verdict: usize) {
    let (report, verb) = (verdict - 1, draft.head(verdict));
    let words = &draft.lexicon.words;
    let names = draft.pos(verb) == Pos::Verb
        && words.has(Set::NamingVerb, draft.lemma(verb))
        && verb < report
        && draft.kid(verb, Dep::Dobj).is_none_or(|at| at == verdict);
    let inside = draft.dep(report) == Dep::Compound
        && draft.head(report) == verdict
        && draft.pos(report) == Pos::Noun
        && words.has(Set::BackNoun, draft.lemma(report));
    if !names || !inside || !judges(draft, verdict) {
        return;
    }
    let before: Vec<usize> = draft.kids(verdict).filter(|&kid| kid < report).collect();
    draft.hang(verdict, verb, Dep::Oprd);
    draft.hang(report, verb, Dep::Dobj);
    draft.hand_over(before, report);
}

fn judges(draft: &Draft, noun: usize) -> bool {
    let lemma = draft.lemma(noun);
    let entry = draft.lexicon.cues.find(lemma, CuePart::Noun);
    entry.is_some_and(|entry| entry.class == CueClass::Deny)
        || draft.lexicon.words.has(Set::VerdictWord, lemma)
}
