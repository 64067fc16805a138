//! "It won, the party repeats, and fairly": a report between commas that the parser took for a noun; "in May, recalled the
//! mayor, it fell": one whose speaker it took for an object; "Deaths in Alba: the mayor told": a heading before a colon.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COLON, COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        report(draft, token);
        turned(draft, token);
        leading(draft, token);
        number(draft, token);
        heading(draft, token);
        lift(draft, token);
        dated(draft, token);
    }
}

/// "58 people died, on Tuesday, a monitor said, and others fled": when it was stands before the comma and is no part of the
/// report.
fn dated(draft: &mut Draft, verb: usize) {
    let inserted = draft.dep(verb) == Dep::Parataxis && draft.is_finite(verb) && draft.says(verb);
    let subject = draft
        .kid(verb, Dep::Nsubj)
        .filter(|&at| inserted && at < verb);
    let Some(subject) = subject else { return };
    let clause = draft.head(verb);
    let first = (0..=subject).find(|&at| draft.is_below(at, subject));
    let set_off = first.is_some_and(|at| at > 0 && draft.word(at - 1) == COMMA);
    let stray = |&kid: &usize| draft.dep(kid) == Dep::Prep && kid < subject && clause < kid;
    let strays: Vec<usize> = draft.kids(verb).filter(stray).collect();
    if set_off {
        draft.hand_over(strays, clause);
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

/// "Two died, he said, both of them young, and no one was to blame", "It fell on a shop, drivers say, a bride among those in
/// it": an inserted report that the parser hung on what is said of "both", or on who is named behind it, tells the clause
/// around it.
fn lift(draft: &mut Draft, verb: usize) {
    let inserted = draft.dep(verb) == Dep::Parataxis && draft.is_finite(verb) && draft.says(verb);
    let aside = draft.head(verb);
    let clause = draft.head(aside);
    let loose = match draft.pos(aside) {
        Pos::Adj => matches!(draft.dep(aside), Dep::Advmod | Dep::Advcl),
        Pos::Noun | Pos::Propn => draft.dep(aside) == Dep::Npadvmod,
        _ => false,
    };
    let below = inserted
        && aside > verb
        && clause < verb
        && loose
        && matches!(draft.pos(clause), Pos::Verb | Pos::Aux);
    if below && draft.kids(verb).any(|kid| draft.is_subject(kid)) {
        draft.hang(verb, clause, Dep::Parataxis);
    }
}

/// "At the border, recalled the general, nobody had crossed": a verb of report with its speaker behind it, both between
/// commas in the clause that they report.
fn turned(draft: &mut Draft, verb: usize) {
    let alone = draft.word(verb - 1) == COMMA
        && matches!(draft.tag(verb), Tag::VBD | Tag::VBZ | Tag::VBN)
        && draft.says(verb);
    let subject = draft.kid(verb, Dep::Dobj).filter(|&at| at > verb);
    let Some(subject) = subject.filter(|&at| alone && is_somebody(draft, at)) else {
        return;
    };
    let end = (subject..draft.len())
        .take_while(|&at| draft.is_below(at, subject))
        .last()
        .unwrap_or(subject);
    let phrase = (verb + 1..subject).all(|at| draft.is_below(at, subject));
    let closed = end + 1 < draft.len() && draft.word(end + 1) == COMMA;
    let clause = draft.head(verb);
    let lone = draft.kids(verb).all(|kid| {
        kid == subject || kid < verb && !draft.is_subject(kid) || draft.pos(kid) == Pos::Punct
    });
    let inside = matches!(
        draft.dep(verb),
        Dep::Advcl | Dep::Ccomp | Dep::Parataxis | Dep::Dep
    ) && clause > subject
        && draft.kids(clause).any(|kid| draft.is_subject(kid));
    if !phrase || !closed || !lone || !inside {
        return;
    }
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < verb).collect();
    draft.hand_over(before, clause);
    draft.sentence.tokens[subject].dep = Dep::Nsubj;
    draft.sentence.tokens[verb].tag = match draft.tag(verb) {
        Tag::VBN => Tag::VBD,
        tag => tag,
    };
    draft.hang(verb, clause, Dep::Parataxis);
}

/// "In Alba, he went on, troops hold most of the city": a report between commas that the parser makes a clause of the verb
/// behind it, with what stands before it.
fn leading(draft: &mut Draft, verb: usize) {
    let clause = draft.head(verb);
    let told = draft.dep(verb) == Dep::Ccomp && clause > verb && draft.says(verb);
    let subject = draft.kid(verb, Dep::Nsubj).filter(|&at| at < verb && told);
    let Some(subject) = subject else { return };
    let own = |kid: usize| matches!(draft.dep(kid), Dep::Ccomp | Dep::Dobj | Dep::Xcomp);
    let first = (0..=subject)
        .find(|&at| draft.is_below(at, subject))
        .unwrap_or(subject);
    let last = draft.kid(verb, Dep::Prt).unwrap_or(verb);
    let set_off = first > 1
        && draft.word(first - 1) == COMMA
        && draft.word(last + 1) == COMMA
        && draft.dep(0) == Dep::Prep;
    let whole = draft
        .kids(clause)
        .any(|kid| draft.is_subject(kid) && kid > last);
    if !set_off || !whole || draft.kids(verb).any(own) {
        return;
    }
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < first).collect();
    draft.hang(verb, clause, Dep::Parataxis);
    draft.hand_over(before, clause);
}

/// A name, or a noun for people or for a body.
fn is_somebody(draft: &Draft, noun: usize) -> bool {
    let words = &draft.lexicon.words;
    let lemma = draft.lemma(noun);
    draft.pos(noun) == Pos::Propn || words.is_somebody(lemma) || draft.lexicon.is_party(lemma)
}

/// "“Twenty million, if you are generous,” Roe answered", "Fewer than half, counters the union": a number that the parser
/// takes for who speaks.
fn number(draft: &mut Draft, token: usize) {
    let verb = draft.head(token);
    if draft.dep(token) != Dep::Nsubj || verb <= token || !draft.says(verb) {
        return;
    }
    let comma = |at: usize| draft.word(at) == COMMA;
    let part = draft
        .lexicon
        .words
        .has(Set::MeasureNoun, draft.lemma(token));
    let subject = draft.pos(token) == Pos::Num || part && comma(token + 1);
    let behind = |&kid: &usize| kid > token && draft.dep(kid) == Dep::Nsubj;
    let object = |&kid: &usize| kid > verb && draft.dep(kid) == Dep::Dobj;
    let speaker = draft.kids(verb).find(behind).or_else(|| {
        let named = draft.kids(verb).find(object);
        named.filter(|&at| comma(verb - 1) && is_somebody(draft, at))
    });
    let Some(speaker) = speaker.filter(|_| subject) else {
        return;
    };
    draft.sentence.tokens[token].dep = Dep::Ccomp;
    draft.sentence.tokens[speaker].dep = Dep::Nsubj;
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
