//! "a rumour that he had entered the embassy": the clause is what the noun tells, not one that tells which rumour.

use crate::lexicon::cues::CuePart;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for clause in 2..draft.len() {
        on_maker(draft, clause);
        frees_mark(draft, clause);
    }
    for noun in 0..draft.len().saturating_sub(1) {
        let that = noun + 1;
        if draft.pos(noun) != Pos::Noun || draft.tag(that) != Tag::WDT {
            continue;
        }
        let clause = draft.head(that);
        let reports = || {
            draft
                .lexicon
                .cues
                .find(draft.lemma(noun), CuePart::Noun)
                .is_some()
        };
        let hangs = draft.dep(clause) == Dep::Relcl && draft.head(clause) == noun;
        if hangs && is_told_by(draft, noun, clause) {
            let report = report_of(draft, noun).unwrap_or(noun);
            draft.hang(clause, report, Dep::Acl);
            draft.make_mark(that);
            continue;
        }
        if let Some(verb) = said_through(draft, noun).filter(|_| hangs && has_all(draft, clause)) {
            draft.hang(clause, verb, Dep::Ccomp);
            draft.hang(that, clause, Dep::Mark);
            draft.make_mark(that);
            continue;
        }
        if hangs && draft.dep(that) == Dep::Dobj && is_whole(draft, clause, that) && reports() {
            draft.make_mark(that);
            draft.sentence.tokens[clause].dep = Dep::Acl;
        }
    }
}

/// "said that candidate Hugo Paz had taken bribes": "that" points to nobody who bears a name.
fn frees_mark(draft: &mut Draft, that: usize) {
    let subject = draft.head(that);
    let verb = draft.head(subject);
    let points = draft.tag(that) == Tag::DT && draft.dep(that) == Dep::Det && subject > that;
    let told = matches!(draft.dep(subject), Dep::Nsubj | Dep::Nsubjpass)
        && draft.dep(verb) == Dep::Ccomp
        && draft.head(verb) + 1 == that
        && draft.says(that - 1);
    let named = draft.pos(subject) == Pos::Propn
        || draft
            .kids(subject)
            .any(|kid| draft.pos(kid) == Pos::Propn && kid > that);
    let mark = draft.lexicon.words.has(Set::ThatMark, draft.word(that));
    if points && told && named && mark {
        draft.hang(that, verb, Dep::Mark);
        draft.make_mark(that);
    }
}

/// "a report by a journalist that divers blew it up": what the report tells, and no journalist.
fn on_maker(draft: &mut Draft, clause: usize) {
    let noun = draft.head(clause);
    let hangs = draft.dep(clause) == Dep::Relcl && noun < clause;
    let marked = draft
        .kid(clause, Dep::Mark)
        .is_some_and(|mark| draft.tag(mark) == Tag::IN && mark > noun);
    let whole = [Dep::Nsubj, Dep::Nsubjpass]
        .into_iter()
        .any(|dep| draft.kid(clause, dep).is_some());
    if let Some(report) = report_of(draft, noun).filter(|_| hangs && marked && whole) {
        draft.hang(clause, report, Dep::Acl);
    }
}

/// "claims made by former staff that she shouted at them": people are "who", so that the clause is what they claim.
fn is_told_by(draft: &Draft, noun: usize, clause: usize) -> bool {
    let pronoun = draft
        .kid(clause, Dep::Nsubj)
        .is_some_and(|subject| draft.tag(subject) == Tag::PRP);
    let filled = draft.kids(clause).any(|kid| {
        kid > clause
            && matches!(
                draft.dep(kid),
                Dep::Dobj | Dep::Prep | Dep::Acomp | Dep::Attr
            )
    });
    let people = draft.lexicon.words.is_somebody(draft.lemma(noun));
    people && pronoun && filled && report_of(draft, noun).is_some()
}

/// The report that a noun makes: "claims by staff", "claims made by staff".
fn report_of(draft: &Draft, noun: usize) -> Option<usize> {
    let by = Some(draft.head(noun)).filter(|_| draft.dep(noun) == Dep::Pobj)?;
    let above = draft.head(by);
    let report = match draft.dep(above) {
        Dep::Acl => draft.head(above),
        _ => above,
    };
    let named = draft
        .lexicon
        .cues
        .find(draft.lemma(report), CuePart::Noun)
        .is_some();
    (named && draft.pos(report) == Pos::Noun && report < noun).then_some(report)
}

/// "said through a lawyer that she had been told": the verb that says what the clause behind the noun tells.
fn said_through(draft: &Draft, noun: usize) -> Option<usize> {
    let preposition = Some(draft.head(noun)).filter(|_| draft.dep(noun) == Dep::Pobj)?;
    let verb = draft.head(preposition);
    let says = draft.dep(preposition) == Dep::Prep && draft.says(verb);
    let open = draft.kid(verb, Dep::Ccomp).is_none() && draft.kid(verb, Dep::Dobj).is_none();
    let person = draft.lexicon.words.is_somebody(draft.lemma(noun));
    (says && open && person && verb < noun).then_some(verb)
}

/// A clause with a pronoun for its subject, which "that" does not stand for.
fn has_all(draft: &Draft, clause: usize) -> bool {
    draft.kids(clause).any(|kid| {
        let subject = matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass);
        subject && draft.tag(kid) == Tag::PRP
    })
}

/// The clause has a subject and an object beside the word that begins it.
fn is_whole(draft: &Draft, clause: usize, that: usize) -> bool {
    let has = |dep: Dep| {
        draft
            .kids(clause)
            .any(|kid| kid != that && draft.dep(kid) == dep)
    };
    has(Dep::Nsubj) && has(Dep::Dobj)
}
