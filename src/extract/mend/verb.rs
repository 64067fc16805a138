//! "Army rejects blame", "Ministry slams report": the verb of denial that the parser took for a noun, before a noun of
//! report that it took for the verb.

use compact_str::CompactString;

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        object(draft, verb);
        turn(draft, verb);
        stand(draft, verb);
        claimed(draft, verb);
        called_for(draft, verb);
        of_age(draft, verb);
        accused(draft, verb);
        blames(draft, verb);
        to_blame(draft, verb);
        raise(draft, verb);
        lower(draft, verb);
        subject(draft, verb);
    }
}

/// "Media reports that the crew had fled are untrue": the noun of report that the parser took for the verb, before a copula
/// without a subject.
fn lower(draft: &mut Draft, report: usize) {
    let verb = draft.pos(report) == Pos::Verb && draft.tag(report) == Tag::VBZ;
    if !verb || !names_report(draft, report) {
        return;
    }
    let clauses: Vec<usize> = draft
        .kids(report)
        .filter(|&kid| draft.dep(kid) == Dep::Ccomp && kid > report)
        .collect();
    let [told, copula] = clauses[..] else {
        return;
    };
    let bare = draft.pos(copula) == Pos::Aux
        && draft.kid(copula, Dep::Nsubj).is_none()
        && draft.kid(copula, Dep::Acomp).is_some();
    if !bare {
        return;
    }
    draft.put_in_place(copula, report);
    draft.hang(report, copula, Dep::Nsubj);
    draft.make_plural(report);
    draft.sentence.tokens[told].dep = Dep::Acl;
    if let Some(whose) = draft.kid(report, Dep::Nsubj) {
        draft.sentence.tokens[whose].dep = Dep::Compound;
    }
}

/// "said reports that he was ill were untrue": what is a subject is no verb.
fn subject(draft: &mut Draft, report: usize) {
    let taken = matches!(draft.tag(report), Tag::VBZ | Tag::VBP)
        && draft.dep(report) == Dep::Nsubj
        && draft.pos(draft.head(report)) != Pos::Noun;
    if taken && names_report(draft, report) {
        draft.make_plural(report);
    }
}

/// "Ethiopia slams 'fake' report": a verb with a subject of its own, hung before the noun that is its object.
fn raise(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let before = matches!(draft.dep(verb), Dep::Poss | Dep::Compound | Dep::Amod)
        && draft.is_finite(verb)
        && draft.pos(verb) == Pos::Verb
        && draft.head(noun) == noun
        && noun > verb;
    if before && draft.kid(verb, Dep::Nsubj).is_some() && answers(draft, verb) {
        draft.make_root(verb);
        draft.hang(noun, verb, Dep::Dobj);
    }
}

fn turn(draft: &mut Draft, verb: usize) {
    let object = verb + 1;
    let taken = draft.tag(verb) == Tag::NNS
        && draft.head(verb) == object
        && matches!(draft.dep(verb), Dep::Nsubj | Dep::Compound)
        && draft.pos(object) == Pos::Verb
        && draft.kid(object, Dep::Dobj).is_none();
    if !taken || !answers(draft, verb) || !names_report(draft, object) {
        return;
    }
    let subject = (0..verb)
        .rev()
        .find(|&at| draft.head(at) == verb && draft.is_nominal(at));
    // "praises the guards but rejects calls for more": a second verb of one subject.
    if subject.is_none() && draft.dep(verb - 1) == Dep::Cc {
        draft.make_verb(verb);
        draft.put_in_place(verb, object);
        draft.make_plural(object);
        draft.hang(object, verb, Dep::Dobj);
        return;
    }
    let Some(subject) = subject else {
        return;
    };
    draft.make_verb(verb);
    draft.put_in_place(verb, object);
    let word = &mut draft.sentence.tokens[object];
    (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < subject).collect();
    draft.hang(object, verb, Dep::Dobj);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hand_over(before, subject);
}

/// "dismisses report that he fled", "rejects Norwegian claims that they fell": an object is no verb.
fn object(draft: &mut Draft, report: usize) {
    let verb = draft.head(report);
    let taken = matches!(draft.tag(report), Tag::VB | Tag::VBP | Tag::VBZ)
        && draft.dep(report) == Dep::Dobj
        && verb < report
        && draft.is_finite(verb);
    let near = report == verb + 1 || names_report(draft, report);
    if !taken || !near || !answers(draft, verb) {
        return;
    }
    let many = draft.tag(report) == Tag::VBZ;
    let word = &mut draft.sentence.tokens[report];
    (word.pos, word.tag) = (Pos::Noun, if many { Tag::NNS } else { Tag::NN });
    let kids: Vec<usize> = draft.kids(report).collect();
    for kid in kids {
        match draft.dep(kid) {
            Dep::Nsubj => draft.sentence.tokens[kid].dep = Dep::Amod,
            Dep::Ccomp => draft.sentence.tokens[kid].dep = Dep::Acl,
            _ => {}
        }
    }
    let subject = verb.wrapping_sub(1);
    if draft.kid(verb, Dep::Nsubj).is_none() && draft.kid(verb, Dep::Compound) == Some(subject) {
        draft.sentence.tokens[subject].dep = Dep::Nsubj;
    }
}

/// "Utopia rejects Roe call for a truce": the wish that the parser took for a verb, behind the name of whose it is.
fn called_for(draft: &mut Draft, wish: usize) {
    let verb = draft.head(wish);
    let whose = wish - 1;
    let words = &draft.lexicon.words;
    let wished = [Set::ProposalNoun, Set::RefusableNoun]
        .into_iter()
        .any(|set| words.has(set, draft.lemma(wish)));
    let taken = draft.tag(wish) == Tag::VBP
        && draft.dep(wish) == Dep::Ccomp
        && verb < whose
        && draft.is_finite(verb)
        && draft.head(whose) == wish
        && draft.tag(whose) == Tag::NNP;
    let bare = [Dep::Dobj, Dep::Ccomp, Dep::Mark, Dep::Aux]
        .into_iter()
        .all(|dep| draft.kid(wish, dep).is_none());
    if taken && wished && bare && answers(draft, verb) {
        let word = &mut draft.sentence.tokens[wish];
        (word.pos, word.tag, word.dep) = (Pos::Noun, Tag::NN, Dep::Dobj);
        draft.sentence.tokens[whose].dep = Dep::Compound;
    }
}

/// "rejects claims it is broke": the noun of report that the parser took for a verb, with the clause that it tells.
fn claimed(draft: &mut Draft, report: usize) {
    let verb = report - 1;
    let taken = draft.tag(report) == Tag::VBZ
        && draft.head(report) == verb
        && matches!(draft.dep(report), Dep::Xcomp | Dep::Ccomp)
        && draft.pos(verb) == Pos::Verb
        && draft.kid(report, Dep::Nsubj).is_none();
    if !taken || !answers(draft, verb) || !names_report(draft, report) {
        return;
    }
    let word = &mut draft.sentence.tokens[report];
    (word.pos, word.tag, word.dep) = (Pos::Noun, Tag::NNS, Dep::Dobj);
    if let Some(clause) = draft.kid(report, Dep::Ccomp) {
        draft.sentence.tokens[clause].dep = Dep::Acl;
    }
}

/// "The 40-year-old denies that he hit her": the parser takes the age for an adjective of a noun.
fn of_age(draft: &mut Draft, verb: usize) {
    let age = verb - 1;
    let taken = draft.tag(verb) == Tag::NNS
        && draft.head(verb) == verb
        && draft.dep(age) == Dep::Amod
        && draft.head(age) == verb
        && draft.pos(age) == Pos::Adj;
    let years = draft.kids(age).any(|kid| draft.dep(kid) == Dep::Npadvmod);
    let clause = draft.kids(verb).find(|&kid| {
        // "denies he hit her": "that" may be left out; "denies hitting her".
        let told = [Dep::Mark, Dep::Nsubj, Dep::Nsubjpass]
            .into_iter()
            .any(|dep| draft.kid(kid, dep).is_some());
        let gerund = draft.tag(kid) == Tag::VBG && kid == verb + 1;
        matches!(draft.dep(kid), Dep::Acl | Dep::Relcl) && (told || gerund)
    });
    let Some(clause) = clause.filter(|_| taken && years) else {
        return;
    };
    // The lemma of a noun that is none ("denie").
    let lemma = CompactString::from(draft.lemma(verb));
    if let Some(meant) = draft.lexicon.lemmas.meant(&lemma) {
        draft.respell(verb, meant.into());
    }
    if !answers(draft, verb) {
        return;
    }
    draft.make_verb(verb);
    let bare = draft.tag(clause) == Tag::VBG && draft.kid(clause, Dep::Nsubj).is_none();
    draft.sentence.tokens[clause].dep = if bare { Dep::Xcomp } else { Dep::Ccomp };
    let that = verb + 1;
    if draft.lexicon.words.has(Set::ThatMark, draft.word(that)) && draft.head(that) == clause {
        draft.make_mark(that);
    }
    let word = &mut draft.sentence.tokens[age];
    (word.pos, word.tag, word.dep) = (Pos::Noun, Tag::NN, Dep::Nsubj);
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < age).collect();
    draft.hand_over(before, age);
}

/// "the parents of a 15-year-old accused of theft": the parser takes the participle for the noun.
fn accused(draft: &mut Draft, participle: usize) {
    let age = participle - 1;
    let taken = draft.tag(participle) == Tag::VBN
        && matches!(
            draft.dep(participle),
            Dep::Pobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj
        )
        && draft.dep(age) == Dep::Amod
        && draft.head(age) == participle
        && draft.cue_class(participle) == Some(CueClass::Accuse);
    let years = draft.kids(age).any(|kid| draft.dep(kid) == Dep::Npadvmod);
    if !(taken && years) {
        return;
    }
    let before: Vec<usize> = draft.kids(participle).filter(|&kid| kid < age).collect();
    draft.put_in_place(age, participle);
    draft.hang(participle, age, Dep::Acl);
    draft.hand_over(before, age);
    let word = &mut draft.sentence.tokens[age];
    (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    draft.sentence.tokens[participle].pos = Pos::Verb;
}

/// "shows a majority blame the mayor": what has an object is no noun.
fn blames(draft: &mut Draft, verb: usize) {
    let subject = verb - 1;
    let taken = draft.tag(verb) == Tag::NN
        && draft.dep(verb) == Dep::Dobj
        && draft.dep(subject) == Dep::Compound
        && draft.head(subject) == verb
        && [Dep::Dobj, Dep::Appos]
            .into_iter()
            .any(|dep| draft.kid(verb, dep) == Some(verb + 1));
    let entry = draft.lexicon.cues.find(draft.lemma(verb), CuePart::Verb);
    if !taken || entry.is_none_or(|entry| entry.class != CueClass::Accuse) {
        return;
    }
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < subject).collect();
    draft.make_verb(verb);
    draft.sentence.tokens[verb].dep = Dep::Ccomp;
    draft.sentence.tokens[verb + 1].dep = Dep::Dobj;
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hand_over(before, subject);
}

/// "says rust to blame for the leak": rust is blamed, as it leaves out that it is.
fn to_blame(draft: &mut Draft, verb: usize) {
    let words = &draft.lexicon.words;
    let to = verb - 1;
    let infinitive = draft.tag(verb) == Tag::VB
        && draft.tag(to) == Tag::TO
        && words.has(Set::BlameVerb, draft.lemma(verb))
        && draft.kid(verb, Dep::Dobj).is_none();
    let matter = draft.kids(verb).any(|kid| draft.leads_charge(kid));
    if infinitive && matter {
        raise_blamed(draft, verb);
    }
    let report = draft.head(verb);
    if !infinitive || !matter || !draft.says(report) {
        return;
    }
    let own = draft.kid(verb, Dep::Nsubj);
    let object = || draft.kid(report, Dep::Dobj).filter(|&at| at + 1 == to);
    if let Some(blamed) = own.or_else(object) {
        draft.hang(blamed, verb, Dep::Nsubjpass);
        let word = &mut draft.sentence.tokens[verb];
        (word.tag, word.dep) = (Tag::VBN, Dep::Ccomp);
        draft.sentence.tokens[to].dep = Dep::Auxpass;
    }
}

/// "Rust to blame for leak, says mayor": no rust that somebody blames, but what the mayor says.
fn raise_blamed(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let described = matches!(draft.dep(verb), Dep::Relcl | Dep::Acl) && noun < verb;
    let report = draft.head(noun);
    let other = draft
        .kids(report)
        .any(|kid| draft.dep(kid) == Dep::Nsubj && kid > verb);
    let dep = draft.dep(noun);
    let hangs = matches!(dep, Dep::Ccomp | Dep::Dep) || dep == Dep::Nsubj && other;
    let told = hangs && draft.says(report);
    if described && told && draft.is_nominal(noun) {
        draft.put_in_place(verb, noun);
        draft.sentence.tokens[verb].dep = Dep::Ccomp;
        draft.hang(noun, verb, Dep::Nsubj);
    }
}

/// "Bergen mayor rejects request": the parser may see a noun in the verb, and a verb below it in the noun.
fn stand(draft: &mut Draft, verb: usize) {
    let object = verb + 1;
    let taken = draft.tag(verb) == Tag::NNS
        && draft.head(verb) == verb
        && draft.head(object) == verb
        && draft.dep(object) == Dep::Dobj
        && draft.pos(object) == Pos::Verb;
    let subject = (0..verb).find(|&at| draft.head(at) == verb && draft.dep(at) == Dep::Nsubj);
    if taken && subject.is_some() && answers(draft, verb) && names_report(draft, object) {
        draft.make_verb(verb);
        let word = &mut draft.sentence.tokens[object];
        (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    }
}

/// A verb that denies or blames, by the form without its ending.
fn answers(draft: &Draft, token: usize) -> bool {
    let entry = draft.lexicon.cues.find(draft.lemma(token), CuePart::Verb);
    entry.is_some_and(|entry| matches!(entry.class, CueClass::Deny | CueClass::Accuse))
}

/// "claim", "request": what is answered.
fn names_report(draft: &Draft, token: usize) -> bool {
    let lemma = draft.lemma(token);
    let asks = [Set::ProposalNoun, Set::RefusableNoun]
        .into_iter()
        .any(|set| draft.lexicon.words.has(set, lemma));
    asks || draft.lexicon.cues.find(lemma, CuePart::Noun).is_some()
}
