//! "Dismisses rivals' claims he lied", "dismissed as absurd two proposals", "denied theft and blamed smugglers": what is
//! answered, judged or blamed hangs where the verb of answer wants it.

use compact_str::CompactString;

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 0..draft.len() {
        told(draft, verb);
        cited(draft, verb);
        quoted(draft, verb);
        contact(draft, verb);
        doubled(draft, verb);
        judged(draft, verb);
        blamed(draft, verb);
    }
}

/// Whether a verb denies or dismisses.
fn denies(draft: &Draft, verb: usize) -> bool {
    draft.pos(verb) == Pos::Verb && draft.cue_class(verb) == Some(CueClass::Deny)
}

/// A noun of report, as "claim".
fn is_report(draft: &Draft, noun: usize) -> bool {
    draft.pos(noun) == Pos::Noun && draft.names_report(noun)
}

/// A clause that begins right behind a noun, without a word that ties it.
fn is_bare(draft: &Draft, clause: usize, noun: usize) -> bool {
    let begins = (noun + 1..clause).find(|&at| draft.is_below(at, clause));
    let tied = [Dep::Mark, Dep::Advmod]
        .into_iter()
        .any(|dep| draft.kid(clause, dep) == Some(noun + 1));
    begins == Some(noun + 1) && draft.kid(clause, Dep::Nsubj).is_some() && !tied
}

/// "dismisses rivals' claims he plans to leave": the clause is what the claims tell.
fn told(draft: &mut Draft, verb: usize) {
    let Some(noun) = draft.kid(verb, Dep::Dobj).filter(|_| denies(draft, verb)) else {
        return;
    };
    let clause = draft.kid(verb, Dep::Ccomp);
    if let Some(clause) = clause.filter(|&at| is_report(draft, noun) && is_bare(draft, at, noun)) {
        draft.hang(clause, noun, Dep::Acl);
    }
}

/// "denied a part in it after a paper cited evidence that miners did it": what the evidence tells is not what is denied.
fn cited(draft: &mut Draft, verb: usize) {
    let object = draft.kid(verb, Dep::Dobj).filter(|_| denies(draft, verb));
    let clause = draft.kid(verb, Dep::Ccomp).filter(|&at| at > verb);
    let (Some(object), Some(clause)) = (object, clause) else {
        return;
    };
    let mark = draft.kid(clause, Dep::Mark);
    let Some(noun) = mark.and_then(|mark| mark.checked_sub(1)) else {
        return;
    };
    let other = draft.pos(noun) == Pos::Noun
        && noun > object
        && !draft.is_below(noun, object)
        && draft.is_below(noun, verb)
        && draft.head(noun) != verb;
    if other {
        draft.hang(clause, noun, Dep::Acl);
    }
}

/// "rejects theory 'rival group' did it": the parser may take the theory for a part of the group.
fn quoted(draft: &mut Draft, verb: usize) {
    let report = verb + 1;
    let Some(noun) = draft.kid(verb, Dep::Dobj).filter(|_| denies(draft, verb)) else {
        return;
    };
    let inside = report < noun
        && matches!(draft.dep(report), Dep::Nmod | Dep::Compound)
        && draft.head(report) == noun
        && is_report(draft, report)
        && draft.pos(report + 1) == Pos::Punct;
    let told = draft
        .kid(noun, Dep::Acl)
        .filter(|&at| draft.tag(at) == Tag::VBD);
    if let Some(told) = told.filter(|_| inside) {
        draft.hang(told, verb, Dep::Ccomp);
        draft.hang(report, verb, Dep::Dobj);
        draft.hang(noun, told, Dep::Nsubj);
        draft.hang(told, report, Dep::Acl);
    }
}

/// "expels a lawyer it accuses of theft": a clause that describes the lawyer, whom it accuses.
fn contact(draft: &mut Draft, verb: usize) {
    let Some(subject) = draft.kid(verb, Dep::Nsubj) else {
        return;
    };
    let noun = subject.wrapping_sub(1);
    let accuses = draft.pos(verb) == Pos::Verb
        && draft.cue_class(verb) == Some(CueClass::Accuse)
        && draft.kid(verb, Dep::Dobj).is_none()
        && draft.pos(subject) == Pos::Pron;
    let charge = draft
        .kids(verb)
        .any(|kid| kid == verb + 1 && draft.leads_charge(kid));
    let before = noun < subject
        && matches!(draft.dep(noun), Dep::Dobj | Dep::Appos)
        && draft.head(verb) == draft.head(noun)
        && matches!(draft.dep(verb), Dep::Ccomp | Dep::Relcl);
    if accuses && charge && before {
        draft.hang(verb, noun, Dep::Relcl);
    }
}

/// "denies Lima's claim miners took bribes": a clause with two subjects, the first of which is what is denied.
fn doubled(draft: &mut Draft, verb: usize) {
    let clause = draft.kid(verb, Dep::Ccomp).filter(|&at| at > verb);
    let Some(clause) = clause.filter(|_| denies(draft, verb)) else {
        return;
    };
    let subjects: Vec<usize> = draft
        .kids(clause)
        .filter(|&kid| draft.dep(kid) == Dep::Nsubj && kid < clause)
        .collect();
    let [report, _] = subjects[..] else {
        joined(draft, verb, clause, &subjects);
        return;
    };
    let alone = draft.kid(verb, Dep::Dobj).is_none() && verb < report;
    if alone && is_report(draft, report) {
        draft.hang(report, verb, Dep::Dobj);
        draft.hang(clause, report, Dep::Acl);
    }
}

/// "denies Lima's claim miners took bribes": the parser may take the claim for a part of the name behind it.
fn joined(draft: &mut Draft, verb: usize, clause: usize, subjects: &[usize]) {
    let &[subject] = subjects else { return };
    let report = draft.kids(subject).find(|&kid| {
        let described = draft.dep(kid) == Dep::Compound && kid + 1 < clause;
        described && is_report(draft, kid) && draft.kid(verb, Dep::Dobj).is_none()
    });
    let whose = draft.kid(subject, Dep::Poss);
    let Some(report) = report.filter(|&report| whose.is_some_and(|at| at < report)) else {
        return;
    };
    let before: Vec<usize> = draft.kids(subject).filter(|&kid| kid < report).collect();
    draft.hang(report, verb, Dep::Dobj);
    draft.hang(clause, report, Dep::Acl);
    draft.hand_over(before, report);
}

/// "dismissed as absurd and unfair two offers to settle": what is dismissed stands behind the verdict.
fn judged(draft: &mut Draft, verb: usize) {
    let words = &draft.lexicon.words;
    let as_ = verb + 1;
    let begins = as_ + 1 < draft.len()
        && words.has(Set::AsPreposition, draft.word(as_))
        && draft.head(as_) == verb;
    let names = denies(draft, verb) || words.has(Set::NamingVerb, draft.lemma(verb));
    let active = draft.kid(verb, Dep::Dobj).is_none()
        && draft.kid(verb, Dep::Auxpass).is_none()
        && draft.dep(verb) != Dep::Acl;
    if !begins || !names || !active || draft.pos(verb) != Pos::Verb {
        return;
    }
    let verdict = as_ + 1;
    // "as unfair Kenyan offers": the parser may hang the adjective on the name.
    let noun = match draft.dep(draft.head(verdict)) {
        Dep::Compound => draft.head(draft.head(verdict)),
        _ => draft.head(verdict),
    };
    // "as insulting the firm's offer": a participle that the parser gave an object.
    if draft.dep(verdict) == Dep::Pcomp && draft.tag(verdict) == Tag::VBG {
        if let Some(object) = draft.kid(verdict, Dep::Dobj) {
            draft.hang(object, verb, Dep::Dobj);
            let word = &mut draft.sentence.tokens[verdict];
            (word.pos, word.tag) = (Pos::Adj, Tag::JJ);
        }
        return;
    }
    let described = draft.dep(verdict) == Dep::Amod
        && draft.head(noun) == as_
        && noun > verdict
        && draft.dep(noun) == Dep::Pobj;
    // "as absurd a claim": an article behind the adjective; "as false rumours" may be all verdict.
    let parted = draft
        .kids(noun)
        .any(|kid| kid > verdict && matches!(draft.dep(kid), Dep::Det | Dep::Poss | Dep::Nummod));
    let many = draft.tag(noun) == Tag::NNS && draft.kids(noun).any(|kid| is_whose(draft, kid));
    if described && (parted || many) {
        draft.hang(noun, verb, Dep::Dobj);
        draft.hang(verdict, as_, Dep::Pobj);
    }
}

/// A name or a deed that tells whose or which a thing is.
fn is_whose(draft: &Draft, kid: usize) -> bool {
    match draft.dep(kid) {
        Dep::Compound | Dep::Amod => draft.pos(kid) == Pos::Propn,
        Dep::Acl | Dep::Prep => true,
        _ => false,
    }
}

/// "denied responsibility and blamed smugglers": a second deed, which the parser took for what describes the second thing.
fn blamed(draft: &mut Draft, participle: usize) {
    let noun = draft.head(participle);
    let first = draft.head(noun);
    let verb = draft.head(first);
    let and = participle.wrapping_sub(1);
    let describes = draft.dep(participle) == Dep::Amod
        && draft.tag(participle) == Tag::VBN
        && noun > participle
        && draft.dep(noun) == Dep::Conj
        && draft.dep(first) == Dep::Dobj
        && verb < first;
    if !describes || draft.dep(and) != Dep::Cc || draft.tag(verb) != Tag::VBD {
        return;
    }
    let lemma: Option<CompactString> = draft
        .lexicon
        .lemmas
        .meant(draft.lemma(participle))
        .map(CompactString::from);
    if let Some(lemma) = lemma {
        draft.respell(participle, lemma);
    }
    if draft.cue_class(participle) != Some(CueClass::Accuse) {
        return;
    }
    let told: Vec<usize> = draft
        .kids(noun)
        .filter(|&kid| draft.dep(kid) == Dep::Prep && kid > noun)
        .collect();
    draft.hang(participle, verb, Dep::Conj);
    draft.hang(noun, participle, Dep::Dobj);
    draft.hand_over(told, participle);
    draft.hang(and, verb, Dep::Cc);
    let word = &mut draft.sentence.tokens[participle];
    (word.pos, word.tag) = (Pos::Verb, Tag::VBD);
}
