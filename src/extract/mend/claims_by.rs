//! "Rejected claims by a lawyer that the inquiry is flawed": who claims it and what hang on the claims, and not on whoever rejects
//! them; who did a deed on the deed.

mod deed;

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 0..draft.len() {
        if draft.pos(verb) == Pos::Verb {
            deed::mend(draft, verb);
        }
        if draft.pos(verb) == Pos::Verb && draft.cue_class(verb) == Some(CueClass::Deny) {
            as_noun(draft, verb);
            taken_for_verb(draft, verb);
            behind_verdict(draft, verb);
            by_whom(draft, verb);
        }
    }
}

fn is_report(draft: &Draft, at: usize) -> bool {
    draft.pos(at) == Pos::Noun && draft.names_report(at)
}

/// "is refuting claims that …": what is refuted is no verb.
fn as_noun(draft: &mut Draft, verb: usize) {
    let object = draft.kid(verb, Dep::Dobj).filter(|&at| at > verb);
    let taken = |&at: &usize| draft.tag(at) == Tag::VBZ && draft.names_report(at);
    if let Some(object) = object.filter(taken) {
        draft.make_plural(object);
    }
}

/// "denied Peru's army claims that the ship fled": the parser makes the claims what the army does.
fn taken_for_verb(draft: &mut Draft, verb: usize) {
    let alone = draft.kid(verb, Dep::Dobj).is_none();
    let claims = draft.kid(verb, Dep::Ccomp).filter(|&at| {
        let taken = draft.tag(at) == Tag::VBZ && draft.names_report(at);
        taken && verb < at && draft.kid(at, Dep::Mark).is_none()
    });
    let Some(claims) = claims.filter(|_| alone) else {
        return;
    };
    let subject = draft.kid(claims, Dep::Nsubj).filter(|&at| at + 1 == claims);
    let clause = draft.kid(claims, Dep::Ccomp);
    let clause = clause.filter(|&at| draft.kid(at, Dep::Mark) == Some(claims + 1));
    if let (Some(subject), Some(clause)) = (subject, clause) {
        draft.hang(claims, verb, Dep::Dobj);
        draft.hang(subject, claims, Dep::Poss);
        draft.hang(clause, claims, Dep::Acl);
        draft.make_plural(claims);
    }
}

/// "dismissed as nonsense claims he stepped in": the verdict stands before what is dismissed.
fn behind_verdict(draft: &mut Draft, verb: usize) {
    let words = &draft.lexicon.words;
    let as_ = draft.kids(verb).find(|&kid| {
        let begins = draft.dep(kid) == Dep::Prep && kid == verb + 1;
        begins && words.has(Set::AsPreposition, draft.lemma(kid))
    });
    let Some(as_) = as_.filter(|_| draft.kid(verb, Dep::Dobj).is_none()) else {
        return;
    };
    governed_by_verdict(draft, verb, as_);
    let claims = draft.kid(as_, Dep::Pobj).filter(|&at| is_report(draft, at));
    let Some(claims) = claims else { return };
    let told = draft.kids(claims).find(|&kid| {
        let clause = matches!(draft.dep(kid), Dep::Acl | Dep::Relcl | Dep::Ccomp);
        clause && kid > claims && draft.kid(kid, Dep::Nsubj).is_some()
    });
    let verdict = draft.kids(claims).find(|&kid| {
        let before = matches!(draft.dep(kid), Dep::Nmod | Dep::Compound | Dep::Amod);
        before && kid < claims && is_verdict(draft, kid)
    });
    if let Some((verdict, told)) = verdict.zip(told) {
        draft.hang(claims, verb, Dep::Dobj);
        draft.hang(verdict, as_, Dep::Pobj);
        draft.hang(told, claims, Dep::Acl);
    }
}

/// "dismissed as rubbish the claim that …": the parser makes the verdict a verb that has the claim for its object.
fn governed_by_verdict(draft: &mut Draft, verb: usize, as_: usize) {
    let verdict = draft
        .kid(as_, Dep::Pcomp)
        .filter(|&at| is_verdict(draft, at));
    let object = verdict.and_then(|at| draft.kid(at, Dep::Dobj));
    let object = object.filter(|&at| is_report(draft, at));
    if let Some((verdict, object)) = verdict.zip(object) {
        draft.hang(object, verb, Dep::Dobj);
        draft.hang(verdict, as_, Dep::Pobj);
    }
}

fn is_verdict(draft: &Draft, at: usize) -> bool {
    let lemma = draft.lemma(at);
    let mut parts = [CuePart::Noun, CuePart::Adjective].into_iter();
    let denies = |part: CuePart| {
        let entry = draft.lexicon.cues.find(lemma, part);
        entry.is_some_and(|entry| entry.class == CueClass::Deny)
    };
    draft.lexicon.words.has(Set::VerdictWord, lemma) || parts.any(denies)
}

/// "rejected claims by a lawyer that …", "dismissed the charges made by her rival that …".
fn by_whom(draft: &mut Draft, verb: usize) {
    let claims = draft.kid(verb, Dep::Dobj).filter(|&at| at > verb);
    let Some(claims) = claims.filter(|&at| is_report(draft, at)) else {
        return;
    };
    let words = &draft.lexicon.words;
    let source = draft.kids(verb).find(|&kid| {
        let behind = matches!(draft.dep(kid), Dep::Prep | Dep::Agent) && kid == claims + 1;
        behind && words.has(Set::SourcePreposition, draft.lemma(kid))
    });
    let made = draft.kids(claims).find(|&kid| {
        let participle = draft.dep(kid) == Dep::Acl && draft.tag(kid) == Tag::VBN;
        participle && draft.kid(kid, Dep::Agent).is_some()
    });
    let above = made.unwrap_or(verb);
    let begins = source.or(made);
    // "by a lawyer that the inquiry is flawed": the parser may hang the clause on the lawyer.
    let whose = source.and_then(|at| draft.kid(at, Dep::Pobj));
    let below = draft
        .kids(above)
        .chain(whose.into_iter().flat_map(|at| draft.kids(at)));
    let clause = { below }.find(|&kid| {
        let told = matches!(draft.dep(kid), Dep::Ccomp | Dep::Relcl | Dep::Acl);
        told && begins.is_some_and(|at| at < kid) && draft.kid(kid, Dep::Mark).is_some()
    });
    let Some(clause) = clause.filter(|_| source.is_some() || made.is_some()) else {
        return;
    };
    if let Some(source) = source {
        draft.hang(source, claims, Dep::Prep);
    }
    draft.hang(clause, claims, Dep::Acl);
}
