//! "Said they may leave, but the union has dismissed the offer", "accused the firm of theft and sued": a second report or
//! deed that the parser hangs inside the first.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len() {
        acts(draft, verb);
    }
    for verb in 2..draft.len() {
        subject(draft, verb);
        answer(draft, verb);
        deed(draft, verb);
        pair(draft, verb);
        traded(draft, verb);
    }
}

/// "Peru deports lawyer": the name before a verb in the present does it, whatever the parser makes of both.
fn acts(draft: &mut Draft, verb: usize) {
    let name = verb - 1;
    let taken = draft.tag(verb) == Tag::VBZ
        && draft.pos(verb) == Pos::Verb
        && draft.dep(name) == Dep::Compound
        && draft.head(name) == verb
        && draft.pos(name) == Pos::Propn;
    if !taken || draft.kid(verb, Dep::Nsubj).is_some() || draft.kid(verb, Dep::Det).is_some() {
        return;
    }
    draft.sentence.tokens[name].dep = Dep::Nsubj;
    let object = draft.kid(verb, Dep::Appos).filter(|&at| at > verb);
    if let Some(object) = object.filter(|_| draft.kid(verb, Dep::Dobj).is_none()) {
        draft.sentence.tokens[object].dep = Dep::Dobj;
    }
}

/// "denied the charge and an official said": the official speaks, and is no second charge.
fn subject(draft: &mut Draft, verb: usize) {
    let noun = verb - 1;
    let first = draft.head(noun);
    let denial = draft.head(first);
    let joined = draft.dep(noun) == Dep::Conj
        && draft.dep(first) == Dep::Dobj
        && draft.dep(verb) == Dep::Conj
        && draft.head(verb) == denial
        && draft.is_finite(verb)
        && draft.says(verb);
    let words = &draft.lexicon.words;
    let somebody = draft.pos(noun) == Pos::Propn || words.is_somebody(draft.lemma(noun));
    if !joined || !somebody || draft.kid(verb, Dep::Nsubj).is_some() {
        return;
    }
    let and = draft.kid(first, Dep::Cc).filter(|&at| at < noun);
    draft.hang(noun, verb, Dep::Nsubj);
    if let Some(and) = and {
        draft.hang(and, denial, Dep::Cc);
    }
}

/// "said that they may leave, but the union has dismissed the offer": the union's answer is nothing that the first says.
fn answer(draft: &mut Draft, verb: usize) {
    let clause = draft.head(verb);
    let report = draft.head(clause);
    let stands = matches!(
        draft.cue_class(verb),
        Some(CueClass::Deny | CueClass::Accuse)
    );
    let inside = draft.dep(verb) == Dep::Conj
        && draft.pos(verb) == Pos::Verb
        && draft.dep(clause) == Dep::Ccomp
        && report < clause
        && draft.says(report);
    let own = draft.kid(verb, Dep::Nsubj).filter(|_| inside && stands);
    let but = draft.kid(clause, Dep::Cc).filter(|&at| at < verb);
    let contrast = but.is_some_and(|at| draft.lexicon.words.has(Set::ButWord, draft.word(at)));
    if own.is_some_and(|at| draft.pos(at) != Pos::Pron) && contrast {
        draft.hang(verb, report, Dep::Conj);
        if let Some(but) = but {
            draft.hang(but, report, Dep::Cc);
        }
    }
}

/// "accused the firm of theft and sued it": a finite verb goes on with what the accuser does.
fn deed(draft: &mut Draft, verb: usize) {
    let gerund = draft.head(verb);
    let preposition = draft.head(gerund);
    let accuser = draft.head(preposition);
    let inside = draft.dep(verb) == Dep::Conj
        && draft.tag(verb) == Tag::VBD
        && draft.dep(gerund) == Dep::Pcomp
        && draft.tag(gerund) == Tag::VBG
        && draft.kid(verb, Dep::Nsubj).is_none();
    let past = draft.tag(accuser) == Tag::VBD || draft.kid(accuser, Dep::Aux).is_some();
    if inside && past && draft.cue_class(accuser) == Some(CueClass::Accuse) {
        draft.hang(verb, accuser, Dep::Conj);
    }
}

/// "accused him and the firm of theft": the firm is accused as well, whatever else the parser joins it to.
fn pair(draft: &mut Draft, and: usize) {
    let whom = and - 1;
    let verb = draft.head(whom);
    let accused = draft.dep(and) == Dep::Cc
        && draft.dep(whom) == Dep::Dobj
        && draft.pos(whom) == Pos::Pron
        && draft.cue_class(verb) == Some(CueClass::Accuse)
        && draft.head(and) != whom;
    let noun = (and + 1..draft.len()).find(|&at| draft.is_nominal(at) && draft.head(at) < and);
    let Some(noun) = noun.filter(|&at| accused && draft.dep(at) == Dep::Conj) else {
        return;
    };
    draft.hang(and, whom, Dep::Cc);
    draft.hang(noun, whom, Dep::Conj);
    let charge = draft.kids(noun).find(|&kid| {
        let wants = draft.leads_charge(kid);
        wants && draft.kid(kid, Dep::Pcomp).is_some()
    });
    if let Some(charge) = charge {
        draft.hang(charge, verb, Dep::Prep);
    }
}

/// "have been trading accusations": they trade them, and are none.
fn traded(draft: &mut Draft, verb: usize) {
    let noun = verb + 1;
    let describes = noun < draft.len()
        && draft.tag(verb) == Tag::VBG
        && draft.head(verb) == noun
        && matches!(draft.dep(verb), Dep::Compound | Dep::Amod)
        && draft.dep(noun) == Dep::Attr
        && draft.lexicon.words.has(Set::TradeVerb, draft.lemma(verb));
    let copula = draft.head(noun.min(draft.len() - 1));
    if !describes || copula + 1 != verb {
        return;
    }
    let told: Vec<usize> = draft.kids(copula).filter(|&kid| kid != noun).collect();
    draft.put_in_place(verb, copula);
    draft.hang(noun, verb, Dep::Dobj);
    draft.hand_over(told, verb);
    draft.hang(copula, verb, Dep::Aux);
    draft.sentence.tokens[verb].pos = Pos::Verb;
}
