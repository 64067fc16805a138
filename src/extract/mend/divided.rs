//! "Orlov did not resign; he was dismissed", "called it a lie: his client, he said, stayed": the clause before a semicolon or
//! colon is no part of the one behind it, whatever the parser hangs it on.

mod spliced;

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COLON, Draft};

pub(super) fn mend(draft: &mut Draft) {
    spliced::part(draft);
    for sign in 2..draft.len() {
        let colon = draft.word(sign) == COLON;
        if !colon && !draft.lexicon.words.has(Set::Semicolon, draft.word(sign)) {
            continue;
        }
        take_back(draft, sign);
        if let Some((before, behind)) = divided(draft, sign, colon) {
            part(draft, sign, before, behind);
        }
    }
}

/// "rejected that reading: a sensor had failed", "described that as a smear: what they got was tea": "that" and the noun
/// beside it are what is rejected, and begin no clause.
fn take_back(draft: &mut Draft, sign: usize) {
    let marks = |at: &usize| {
        draft.dep(*at) == Dep::Mark && draft.head(*at) > sign && draft.pos(*at) == Pos::Sconj
    };
    let Some(that) = (1..sign).find(marks) else {
        return;
    };
    let (verb, clause) = (that - 1, draft.head(that));
    let judged = judges(draft, verb) && draft.kid(verb, Dep::Dobj).is_none();
    if judged && hang_judged(draft, (verb, that, clause), sign) {
        let word = &mut draft.sentence.tokens[that];
        (word.pos, word.tag) = (Pos::Det, Tag::DT);
        draft.make_root(clause);
    }
}

/// Hangs "that" with the "as" behind it, or with the noun beside it, on the verb before it; whether either stands there.
fn hang_judged(
    draft: &mut Draft,
    (verb, that, clause): (usize, usize, usize),
    sign: usize,
) -> bool {
    let words = &draft.lexicon.words;
    let as_word = Some(that + 1).filter(|&at| words.has(Set::AsPreposition, draft.lemma(at)));
    let noun = draft
        .kid(clause, Dep::Nsubj)
        .filter(|&at| that < at && at < sign && draft.pos(at) == Pos::Noun);
    if let Some(preposition) = as_word {
        draft.hang(that, verb, Dep::Dobj);
        draft.hang(preposition, verb, Dep::Prep);
    } else if let Some(noun) = noun {
        draft.hang(that, noun, Dep::Det);
        draft.hang(noun, verb, Dep::Dobj);
    }
    as_word.or(noun).is_some()
}

/// A verb that calls what another said something, or answers it.
fn judges(draft: &Draft, verb: usize) -> bool {
    let names = draft.lexicon.words.has(Set::NamingVerb, draft.lemma(verb));
    let answers = matches!(draft.cue_class(verb), Some(CueClass::Deny));
    draft.pos(verb) == Pos::Verb && (names || answers || dismisses(draft, verb))
}

/// "Would have none of it: …", "was not buying that: …", "pours cold water on it: …".
fn dismisses(draft: &Draft, verb: usize) -> bool {
    let words = &draft.lexicon.words;
    let none = draft
        .kid(verb, Dep::Dobj)
        .filter(|&at| words.has(Set::Negator, draft.lemma(at)));
    let of = none.and_then(|at| draft.kid(at, Dep::Prep));
    let it = of.and_then(|at| draft.kid(at, Dep::Pobj));
    let loose = |at: &usize| draft.dep(*at) == Dep::Neg || draft.pos(*at) == Pos::Adv;
    let behind = (verb + 1..draft.len()).filter(|at| !loose(at));
    let behind: Vec<&str> = behind.map(|at| draft.lemma(at)).collect();
    let negated = draft.kid(verb, Dep::Neg).is_some();
    let idioms = &draft.lexicon.idioms;
    let idiom = idioms.denies_by_subject(draft.lemma(verb), negated, &behind);
    idiom || it.is_some_and(|at| draft.pos(at) == Pos::Pron)
}

/// "sees it otherwise: the ruling proves that he stole".
fn sees_otherwise(draft: &Draft, verb: usize) -> bool {
    let words = &draft.lexicon.words;
    let sees = words.has(Set::SeeingVerb, draft.lemma(verb)) || draft.says(verb);
    let otherwise = |kid: usize| words.has(Set::OtherwiseWord, draft.lemma(kid));
    draft.pos(verb) == Pos::Verb && sees && draft.kids(verb).any(otherwise)
}

/// The verb of a clause before the sign that hangs on the verb of the main clause behind it. What stands before a semicolon
/// may be told by whoever reports what stands behind it, but no answer or deed behind it is about it.
fn divided(draft: &Draft, sign: usize, colon: bool) -> Option<(usize, usize)> {
    let own = |at: usize| {
        let subject = [Dep::Nsubj, Dep::Nsubjpass];
        let subject = subject.iter().any(|&dep| draft.kid(at, dep).is_some());
        let helped = draft.kids(at).any(|kid| draft.is_finite(kid));
        subject && (draft.is_finite(at) || helped)
    };
    let hangs = |&at: &usize| {
        let head = draft.head(at);
        draft.dep(at) == Dep::Ccomp && head > sign && draft.head(head) == head && own(at)
    };
    let before = (0..sign).find(hangs)?;
    let behind = draft.head(before);
    let answers = || {
        let class = draft.cue_class(behind);
        class.is_some_and(|class| class != CueClass::Say) && !reported(draft, behind)
    };
    let told = || draft.says(behind) || judges(draft, before);
    let parted = if colon { told() } else { answers() };
    parted.then_some((before, behind))
}

/// "…; he was dismissed, she said": a report that is inserted tells both clauses.
fn reported(draft: &Draft, verb: usize) -> bool {
    draft
        .kids(verb)
        .any(|kid| draft.dep(kid) == Dep::Parataxis && draft.says(kid))
}

/// Lets the clause before the sign stand for itself, and gives what it took from behind the sign to the report there.
fn part(draft: &mut Draft, sign: usize, before: usize, behind: usize) {
    // "called it a lie: his client stayed": what stands behind an answer is still the word of whoever gives it.
    let judged = judges(draft, before) && !draft.says(behind);
    let answers = (judged || sees_otherwise(draft, before)) && draft.word(sign) == COLON;
    draft.make_root(before);
    if answers {
        draft.hang(before, behind, Dep::Parataxis);
    }
    let taken: Vec<usize> = draft.kids(before).filter(|&kid| kid > sign).collect();
    let clause = |at: usize| draft.pos(at) == Pos::Verb || draft.pos(at) == Pos::Aux;
    let free = draft.says(behind) && draft.kid(behind, Dep::Ccomp).is_none();
    let told = taken.iter().copied().find(|&at| clause(at) && free);
    draft.hand_over(taken, behind);
    if let Some(told) = told {
        draft.hang(told, behind, Dep::Ccomp);
    }
}
