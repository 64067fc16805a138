//! "Twelve were dead and 30 others wounded": the second clause leaves out its auxiliary; ", which the rebels denied" behind
//! a report speaks of the clause before it.

use crate::lexicon::cues::CuePart;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::casualties::befalls;
use super::{COLON, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 0..draft.len() {
        gapped(draft, token);
        passive_again(draft, token);
        counted_twice(draft, token);
        told_clause(draft, token);
        own_report(draft, token);
        relative(draft, token);
    }
}

/// "Police counted 12,000; the unions spoke of 30,000": who reports something of their own behind a semicolon says nothing
/// of what stands before it.
fn own_report(draft: &mut Draft, clause: usize) {
    let report = draft.head(clause);
    let before = draft.dep(clause) == Dep::Ccomp
        && clause < report
        && matches!(draft.pos(report), Pos::Verb | Pos::Aux);
    // "the banner stands on the screen: reports of a retreat are untrue".
    let judges = matches!(draft.pos(report), Pos::Aux) && draft.cue_class(clause).is_none();
    let mark = (clause..report).find(|&at| {
        let mark = draft.sentence.word(at);
        draft.lexicon.words.has(Set::Semicolon, mark) || judges && mark == COLON
    });
    let Some(mark) = mark.filter(|_| before) else {
        return;
    };
    let behind = |dep: &[Dep]| {
        let mut kids = draft.kids(report);
        kids.any(|kid| kid > mark && dep.contains(&draft.dep(kid)))
    };
    let subject = behind(&[Dep::Nsubj, Dep::Nsubjpass]);
    let own = behind(&[
        Dep::Ccomp,
        Dep::Xcomp,
        Dep::Dobj,
        Dep::Prep,
        Dep::Acomp,
        Dep::Attr,
        Dep::Dative,
        Dep::Npadvmod,
    ]);
    if subject && own && draft.kid(clause, Dep::Mark).is_none() {
        let above = (draft.head(report), draft.dep(report));
        draft.make_root(clause);
        if above.0 != report {
            draft.hang(clause, above.0, above.1);
        }
        draft.hang(report, clause, Dep::Conj);
    }
}

/// A counted noun that is joined to a clause, with a participle that says what became of it.
fn gapped(draft: &mut Draft, noun: usize) {
    let clause = draft.head(noun);
    let joined = draft.dep(noun) == Dep::Conj
        && matches!(draft.pos(clause), Pos::Verb | Pos::Aux)
        && draft.is_nominal(noun)
        && draft.kid(noun, Dep::Nummod).is_some();
    if !joined {
        return;
    }
    if let Some(participle) = draft.bare_participle(noun) {
        draft.make_root(participle);
        draft.hang(noun, participle, Dep::Nsubjpass);
        draft.hang(participle, clause, Dep::Conj);
    }
}

/// "Two children had been killed and three girls wounded": the second clause leaves out both auxiliaries.
fn passive_again(draft: &mut Draft, verb: usize) {
    let first = draft.head(verb);
    let joined = draft.dep(verb) == Dep::Conj
        && matches!(draft.tag(verb), Tag::VBD | Tag::VBN)
        && draft.kid(first, Dep::Auxpass).is_some();
    let alone = [Dep::Aux, Dep::Auxpass, Dep::Dobj, Dep::Nsubjpass]
        .into_iter()
        .all(|dep| draft.kid(verb, dep).is_none());
    let subject = draft.kid(verb, Dep::Nsubj).filter(|&at| at + 1 == verb);
    let counted = |at: &usize| draft.tag(*at) == Tag::CD || draft.kid(*at, Dep::Nummod).is_some();
    let Some(subject) = subject.filter(|at| joined && alone && counted(at)) else {
        return;
    };
    if befalls(draft, verb) {
        draft.sentence.tokens[verb].tag = Tag::VBN;
        draft.sentence.tokens[subject].dep = Dep::Nsubjpass;
    }
}

/// "ten dead and 37 injured": a bare number with a participle behind "and" is counted like the number before it, and no
/// clause of its own.
fn counted_twice(draft: &mut Draft, participle: usize) {
    let bare = draft.tag(participle) == Tag::VBN
        && draft.dep(participle) == Dep::Conj
        && [Dep::Aux, Dep::Auxpass, Dep::Dobj]
            .into_iter()
            .all(|dep| draft.kid(participle, dep).is_none());
    let number = draft.kids(participle).find(|&kid| {
        kid + 1 == participle
            && draft.tag(kid) == Tag::CD
            && matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass)
    });
    let Some(number) = number.filter(|_| bare) else {
        return;
    };
    let first = (0..number).rev().find(|&at| draft.tag(at) == Tag::CC);
    let before = first.and_then(|and| and.checked_sub(1));
    let counted =
        before.filter(|&at| draft.kid(at, Dep::Nummod).is_some() && draft.dep(at) != Dep::Nsubj);
    if let Some(counted) = counted {
        draft.hang(participle, counted, Dep::Conj);
        draft.hang(number, participle, Dep::Nummod);
        draft.sentence.tokens[participle].pos = Pos::Adj;
        draft.sentence.tokens[participle].tag = Tag::JJ;
    }
}

/// "the claim by the observers that figures had been altered": a clause that has what the pronoun would be is no relative
/// clause, but what the noun of report tells.
fn told_clause(draft: &mut Draft, pronoun: usize) {
    let verb = draft.head(pronoun);
    let subject = |dep| matches!(dep, Dep::Nsubj | Dep::Nsubjpass);
    let own = draft.dep(pronoun);
    let relative = draft.tag(pronoun) == Tag::WDT && draft.dep(verb) == Dep::Relcl;
    let twice = draft.kids(verb).any(|kid| {
        let same =
            subject(own) && subject(draft.dep(kid)) || own == Dep::Dobj && draft.dep(kid) == own;
        kid != pronoun && same
    });
    if !relative || !twice {
        return;
    }
    let reports = |noun: usize| {
        let entry = draft.lexicon.cues.find(draft.lemma(noun), CuePart::Noun);
        draft.pos(noun) == Pos::Noun && entry.is_some()
    };
    let noun = draft.head(verb);
    let above = draft.head(draft.head(noun));
    let Some(report) = [noun, above].into_iter().find(|&at| reports(at)) else {
        return;
    };
    draft.hang(verb, report, Dep::Acl);
    draft.make_mark(pronoun);
}

/// "X took the town, the general said, which the rebels denied": not what the general said.
fn relative(draft: &mut Draft, clause: usize) {
    let report = draft.head(clause);
    let inserted = draft.dep(clause) == Dep::Ccomp && draft.dep(report) == Dep::Parataxis;
    if !inserted || clause <= report {
        return;
    }
    let which = draft
        .kids(clause)
        .any(|kid| draft.tag(kid) == Tag::WDT && draft.dep(kid) == Dep::Dobj);
    if which {
        let told = draft.head(report);
        draft.hang(clause, told, Dep::Relcl);
    }
}
