//! "Denies report he paid for the trip", "a report that he paid for it was a lie": a clause that tells what is reported, though the
//! parser takes it for one that describes the report.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len() {
        described(draft, verb);
        hung_above(draft, verb);
    }
}

/// A clause with a subject and a phrase of its own, whose verb nobody does to a report.
fn described(draft: &mut Draft, verb: usize) {
    let report = draft.head(verb);
    let told = draft.dep(verb) == Dep::Relcl && report < verb && draft.names_report(report);
    let subject = draft.kid(verb, Dep::Nsubj).filter(|&at| at < verb);
    let phrase = draft.kids(verb).any(|kid| {
        draft.dep(kid) == Dep::Prep && kid > verb && draft.kid(kid, Dep::Pobj).is_some()
    });
    if told && is_whole(draft, verb) {
        draft.sentence.tokens[verb].dep = Dep::Acl;
        return;
    }
    let Some(subject) = subject.filter(|_| told && phrase && !done_to_report(draft, verb)) else {
        return;
    };
    // "a statement under which they would meet" describes the statement.
    let relative = (report + 1..verb)
        .find(|&at| matches!(draft.tag(at), Tag::WDT | Tag::WP) && draft.is_below(at, verb));
    match relative {
        // "which he paid for" describes it.
        Some(that) if that == subject || that != report + 1 => {}
        Some(that) if draft.lexicon.words.has(Set::ThatMark, draft.word(that)) => {
            draft.make_mark(that)
        }
        Some(_) => {}
        None if known(draft, report) => {}
        None => draft.sentence.tokens[verb].dep = Dep::Acl,
    }
}

/// "the idea his lawyers had no clue", "the claim the workers were fired": a clause without a gap that the report could fill.
fn is_whole(draft: &Draft, verb: usize) -> bool {
    let relative = draft
        .kids(verb)
        .any(|kid| matches!(draft.tag(kid), Tag::WDT | Tag::WP | Tag::WRB));
    let subject = |dep| draft.kid(verb, dep).is_some_and(|at| at < verb);
    let object = [Dep::Dobj, Dep::Attr, Dep::Acomp]
        .into_iter()
        .any(|dep| draft.kid(verb, dep).is_some_and(|at| at > verb));
    let active = subject(Dep::Nsubj) && object && draft.cue_class(verb).is_none();
    let passive = subject(Dep::Nsubjpass) && draft.kid(verb, Dep::Auxpass).is_some();
    !relative && (active || passive)
}

/// "the report": told before, so that what follows may well describe it.
fn known(draft: &Draft, noun: usize) -> bool {
    let words = &draft.lexicon.words;
    draft
        .kids(noun)
        .any(|kid| words.has(Set::Determined, draft.lemma(kid)))
}

/// "claims he made in court", "a report that he denied in May": of such a verb the report is what it was done to.
fn done_to_report(draft: &Draft, verb: usize) -> bool {
    let sets = [
        Set::LightVerb,
        Set::SigningVerb,
        Set::SendingVerb,
        Set::PerusalVerb,
        Set::NamingVerb,
        Set::JudgingVerb,
        Set::SeeVerb,
        Set::GetVerb,
        Set::TakeVerb,
        Set::HaveVerb,
    ];
    let lemma = draft.lemma(verb);
    draft.cue_class(verb).is_some()
        || sets
            .into_iter()
            .any(|set| draft.lexicon.words.has(set, lemma))
}

/// "Singer responds to claims she faked it": what is claimed, and nothing that she says.
fn hung_above(draft: &mut Draft, clause: usize) {
    let verb = draft.head(clause);
    let bare = draft.dep(clause) == Dep::Ccomp
        && verb < clause
        && draft.pos(verb) == Pos::Verb
        && draft.kid(clause, Dep::Mark).is_none();
    let first = (verb + 1..clause).find(|&at| draft.is_below(at, clause));
    let Some(report) = first.filter(|_| bare).map(|at| at - 1) else {
        return;
    };
    let preposition = draft.head(report);
    let answered = draft.dep(report) == Dep::Pobj
        && draft.head(preposition) == verb
        && draft
            .lexicon
            .words
            .has(Set::GoalPreposition, draft.lemma(preposition));
    if answered && draft.names_report(report) {
        draft.hang(clause, report, Dep::Acl);
    }
}
