//! "…, countered Jane Roe of the guild": who is named behind the last word of report says what stands before it; "Never has
//! the bank sold data", "Not once was the alarm tested": the order of words that a negation turns round.

use crate::lexicon::parties::Role;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        named_behind(draft, token);
        named_before(draft, token);
        apposed_before(draft, token);
        object_behind(draft, token);
        title_behind(draft, token);
        turned(draft, token);
    }
    for token in 0..draft.len() {
        raised(draft, token);
    }
    further(draft);
}

/// "Nor had anyone been told": the first word denies what the verb tells, which the parser may hang below its auxiliary.
fn further(draft: &mut Draft) {
    let first = |draft: &Draft| {
        let denies = draft.lexicon.words.has(Set::FurtherNegator, draft.lemma(0));
        denies && draft.len() > 2 && draft.is_finite(1) && draft.head(0) != 0
    };
    if !first(draft) {
        return;
    }
    let above = draft.head(0);
    // "Neither had the bank paid", where the parser takes the word for a subject.
    let behind = |draft: &Draft, at: usize| {
        let participle = draft.tag(at) == Tag::VBN && draft.dep(at) == Dep::Ccomp;
        let own = |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass) && kid < at;
        participle && draft.kids(at).any(own)
    };
    let verb = draft.kids(above).find(|&kid| behind(draft, kid));
    if above != 1 && !matches!(draft.dep(0), Dep::Cc | Dep::Nsubj | Dep::Preconj) {
        return;
    }
    if let Some(verb) = verb.filter(|_| above == 1) {
        draft.put_in_place(verb, above);
        draft.hang(above, verb, Dep::Aux);
        let others: Vec<usize> = draft.kids(above).collect();
        draft.hand_over(others, verb);
        draft.hang(0, verb, Dep::Neg);
    } else {
        draft.sentence.tokens[0].dep = Dep::Neg;
    }
}

/// A word of report behind a comma that the parser joined to the clause before it, and whose subject it took for its object.
fn named_behind(draft: &mut Draft, verb: usize) {
    let clause = draft.head(verb);
    let joined = draft.dep(verb) == Dep::Conj
        && draft.dep(clause) == Dep::Root
        && clause < verb
        && draft.tag(verb) == Tag::VBD
        && draft.word(verb - 1) == COMMA;
    if !joined || !draft.says(verb) {
        return;
    }
    let own = draft.kid(verb, Dep::Nsubj).is_some() || draft.kid(verb, Dep::Ccomp).is_some();
    let name = draft.kid(verb, Dep::Dobj).filter(|&name| name > verb);
    let coordinated = draft
        .kids(clause)
        .any(|kid| draft.dep(kid) == Dep::Cc && kid > clause && kid < verb);
    let rest = (verb + 1..draft.len()).any(|at| draft.is_finite(at));
    let Some(name) = name.filter(|_| !own && !coordinated && !rest) else {
        return;
    };
    draft.make_root(verb);
    draft.hang(clause, verb, Dep::Ccomp);
    draft.hang(name, verb, Dep::Nsubj);
}

/// "Roe won half of the votes, the movement's chief, Jane Poe, told reporters": who stands between commas before the word of
/// report tells, and the parser took her for an object of the clause before.
fn named_before(draft: &mut Draft, verb: usize) {
    let behind = draft.tag(verb) == Tag::VBD && draft.word(verb - 1) == COMMA && draft.says(verb);
    let joined = match draft.dep(verb) {
        Dep::Conj => Some(draft.head(verb)).filter(|&at| draft.dep(at) == Dep::Root),
        Dep::Root => draft.kid(verb, Dep::Ccomp),
        _ => None,
    };
    let Some(clause) = joined.filter(|&clause| behind && clause < verb) else {
        return;
    };
    let own = draft
        .kids(verb)
        .any(|kid| kid < verb && matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Cc));
    let Some(name) = set_apart(draft, clause, verb).filter(|_| !own) else {
        return;
    };
    draft.make_root(verb);
    draft.hang(clause, verb, Dep::Ccomp);
    if let Some(object) = draft.kid(verb, Dep::Nsubj) {
        draft.sentence.tokens[object].dep = Dep::Dobj;
    }
    draft.hang(name, verb, Dep::Nsubj);
}

/// "The group holds 14 men in the hills of Lestia, its negotiator, who calls himself Orsk, said": who stands behind a comma
/// with a clause of his own right before the word of report, and the parser took him for another name of the last one.
fn apposed_before(draft: &mut Draft, verb: usize) {
    let clause = draft.head(verb);
    let joined = draft.dep(verb) == Dep::Conj
        && draft.dep(clause) == Dep::Root
        && clause < verb
        && draft.tag(verb) == Tag::VBD
        && draft.word(verb - 1) == COMMA
        && draft.says(verb);
    let own = draft
        .kids(verb)
        .any(|kid| kid < verb && matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Cc));
    if !joined || own {
        return;
    }
    let teller = (clause + 1..verb).find(|&at| {
        let told = draft.kid(at, Dep::Relcl).is_some_and(|kid| kid < verb);
        let last =
            (at..verb - 1).all(|inner| draft.is_below(inner, at) || draft.pos(inner) == Pos::Punct);
        draft.dep(at) == Dep::Appos && draft.is_nominal(at) && told && last
    });
    if let Some(teller) = teller {
        draft.make_root(verb);
        draft.hang(clause, verb, Dep::Ccomp);
        draft.hang(teller, verb, Dep::Nsubj);
    }
}

/// The object of a clause that stands between commas, with another name, right before a word of report.
fn set_apart(draft: &Draft, clause: usize, verb: usize) -> Option<usize> {
    let ends = |at: usize| {
        let mut kids = draft.kids(at);
        kids.any(|kid| draft.dep(kid) == Dep::Appos && kid < verb)
    };
    let opens = |at: usize| {
        let before = (0..at).rev().take_while(|&left| draft.is_below(left, at));
        let first = before.last().unwrap_or(at);
        first > 0 && draft.word(first - 1) == COMMA
    };
    let mut kids = draft.kids(clause);
    kids.find(|&kid| {
        let object = draft.dep(kid) == Dep::Dobj && kid > clause && kid < verb;
        object && draft.is_nominal(kid) && ends(kid) && opens(kid)
    })
}

/// "The bridge was closed, added Jane Roe of the guild": who is named behind the word adds it, and is not what is added.
fn object_behind(draft: &mut Draft, verb: usize) {
    let tells = draft.lexicon.words.has(Set::TellingVerb, draft.lemma(verb));
    let closing = draft.is_finite(verb)
        && draft.dep(verb) == Dep::Root
        && draft.pos(verb - 1) == Pos::Punct
        && !tells
        && draft.says(verb);
    let told = draft
        .kids(verb)
        .any(|kid| draft.dep(kid) == Dep::Ccomp && kid < verb);
    let subject = draft.kid(verb, Dep::Nsubj).is_some();
    let name = draft.kid(verb, Dep::Dobj).filter(|&name| {
        let before = (verb + 1..name).all(|at| draft.is_below(at, name));
        // "Agency frees the leader, reveals plot": a plot adds nothing.
        let lemma = draft.lemma(name);
        let role = draft.lexicon.parties.role_of(lemma);
        let speaks = draft.lexicon.words.is_somebody(lemma) || role.is_some_and(Role::speaks);
        let named = draft.pos(name) == Pos::Propn || draft.pos(name) == Pos::Noun && speaks;
        name > verb && before && named
    });
    if let Some(name) = name.filter(|_| closing && told && !subject) {
        draft.sentence.tokens[name].dep = Dep::Nsubj;
    }
}

/// "The cause was a valve, wrote its chair, retired judge Jane Roe": who is named behind a comma is called so by the noun
/// before it, which is no object.
fn title_behind(draft: &mut Draft, verb: usize) {
    let closing = draft.is_finite(verb) && draft.dep(verb) == Dep::Root && draft.says(verb);
    let behind = |dep: Dep| draft.kid(verb, dep).filter(|&kid| kid > verb);
    let Some((office, name)) = behind(Dep::Dobj)
        .zip(behind(Dep::Nsubj))
        .filter(|_| closing)
    else {
        return;
    };
    let told = draft
        .kids(verb)
        .any(|kid| draft.dep(kid) == Dep::Ccomp && kid < verb);
    let comma = office + 1 < name && draft.word(office + 1) == COMMA;
    let named = draft.pos(name) == Pos::Propn && draft.pos(office) == Pos::Noun;
    if told && comma && named {
        draft.hang(office, verb, Dep::Nsubj);
        draft.hang(name, office, Dep::Appos);
    }
}

/// "Not once was the alarm tested": a participle behind the subject of a copula that stands before it.
fn turned(draft: &mut Draft, participle: usize) {
    let subject = draft.head(participle);
    let copula = draft.head(subject);
    let behind = draft.tag(participle) == Tag::VBN
        && draft.dep(participle) == Dep::Acl
        && subject < participle
        && draft.dep(subject) == Dep::Nsubj
        && copula < subject
        && draft.pos(copula) == Pos::Aux;
    let negated = draft.kids(copula).any(|kid| {
        let no = draft.lexicon.words.has(Set::Negator, draft.lemma(kid))
            || draft.kid(kid, Dep::Neg).is_some();
        kid < copula && no
    });
    let bare = draft.kid(copula, Dep::Attr).is_none() && draft.kid(copula, Dep::Acomp).is_none();
    if !behind || !negated || !bare {
        return;
    }
    draft.put_in_place(participle, copula);
    draft.hang(copula, participle, Dep::Auxpass);
    draft.hang(subject, participle, Dep::Nsubjpass);
    let others: Vec<usize> = draft.kids(copula).collect();
    draft.hand_over(others, participle);
    let negations: Vec<usize> = draft
        .kids(participle)
        .filter(|&kid| kid < copula && draft.dep(kid) == Dep::Advmod)
        .flat_map(|kid| draft.kid(kid, Dep::Neg))
        .collect();
    for not in negations {
        draft.hang(not, participle, Dep::Neg);
    }
}

/// "Never has the bank sold": the negation is that of the verb, and not of its auxiliary.
fn raised(draft: &mut Draft, negation: usize) {
    let aux = draft.head(negation);
    let below = draft.dep(negation) == Dep::Neg
        && matches!(draft.dep(aux), Dep::Aux | Dep::Auxpass)
        && negation < aux;
    if below {
        let verb = draft.head(aux);
        draft.hang(negation, verb, Dep::Neg);
    }
}
