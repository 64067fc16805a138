//! "Accused Chile of planning to use gas, an allegation dismissed by Quito": what stands behind a word of accusation hangs on
//! the charge or on the clause, and is no part of the name of whoever is accused.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 2..draft.len() {
        allegation(draft, token);
        infinitive(draft, token);
        compound_deed(draft, token);
        verbal_noun(draft, token);
        gerund(draft, token);
        kind_before_gerund(draft, token);
        flat_adverb(draft, token);
    }
    for token in 0..draft.len() {
        blamed_for(draft, token);
        of_blame(draft, token);
        pointed_for(draft, token);
        who_is_accused(draft, token);
        each(draft, token);
        them_all(draft, token);
    }
    for noun in 1..draft.len() {
        parted(draft, noun);
    }
}

/// "points a finger at the ministry for the flood": what follows "for" is what for, and no part of the ministry's name.
fn pointed_for(draft: &mut Draft, preposition: usize) {
    let words = &draft.lexicon.words;
    let whom = draft.head(preposition);
    let at = draft.head(whom);
    let verb = draft.head(at);
    let below = draft.dep(preposition) == Dep::Prep
        && words.has(Set::ForPreposition, draft.lemma(preposition))
        && draft.dep(whom) == Dep::Pobj
        && draft.dep(at) == Dep::Prep
        && words.has(Set::FingerPreposition, draft.lemma(at));
    let points = draft.pos(verb) == Pos::Verb && words.has(Set::PointVerb, draft.lemma(verb));
    if below && points && verb < at && draft.kid(verb, Dep::Dobj).is_some() {
        draft.hang(preposition, verb, Dep::Prep);
    }
}

/// "Peru and Chile each accused the other": a word that goes with the verb, and no part of a name.
fn each(draft: &mut Draft, word: usize) {
    let verb = word + 1;
    let bare = draft.tag(word) == Tag::DT
        && draft.dep(word) == Dep::Appos
        && draft.kids(word).next().is_none();
    if bare && verb < draft.len() && accuses(draft, verb) {
        draft.hang(word, verb, Dep::Advmod);
    }
}

/// "accused them all of theft": what they are accused of hangs on the verb.
fn them_all(draft: &mut Draft, all: usize) {
    let verb = draft.head(all);
    let object = |at: usize| draft.dep(at) == Dep::Dobj && draft.head(at) == verb;
    let behind = all > 0 && object(all) && object(all - 1) && draft.tag(all - 1) == Tag::PRP;
    if behind && draft.tag(all) == Tag::DT && accuses(draft, verb) {
        let charges: Vec<usize> = draft.kids(all).filter(|&kid| kid > all).collect();
        draft.hand_over(charges, verb);
        draft.hang(all, all - 1, Dep::Appos);
    }
}

/// "Man accused of theft is charged with murder": the man is charged, and the participle tells who he is.
fn who_is_accused(draft: &mut Draft, participle: usize) {
    let verb = draft.head(participle);
    let taken = draft.tag(participle) == Tag::VBN
        && matches!(draft.dep(participle), Dep::Nsubj | Dep::Nsubjpass)
        && accuses(draft, participle);
    let who = [Dep::Nsubj, Dep::Nsubjpass]
        .into_iter()
        .find_map(|dep| draft.kid(participle, dep));
    let before = |&who: &usize| who < participle && participle < verb && draft.is_nominal(who);
    if let Some(who) = who.filter(|_| taken).filter(before) {
        draft.hang(who, verb, draft.dep(participle));
        draft.hang(participle, who, Dep::Acl);
    }
}

/// "blames Norway for Utopia terrorist attacks": a name and the noun behind it are one thing, which the parser parts.
fn parted(draft: &mut Draft, noun: usize) {
    let verb = draft.head(noun);
    let second = draft.dep(noun) == Dep::Dobj
        && draft.pos(noun) == Pos::Noun
        && accuses(draft, verb)
        && draft.kid(verb, Dep::Dobj).is_some_and(|first| first < noun);
    let name = (verb + 1..noun).find(|&at| {
        let preposition = draft.head(at);
        draft.dep(at) == Dep::Pobj
            && draft.head(preposition) == verb
            && draft.pos(at) == Pos::Propn
            && draft.leads_charge(preposition)
    });
    let Some(name) = name.filter(|_| second) else {
        return;
    };
    if (name + 1..noun).all(|at| draft.head(at) == noun || draft.is_below(at, noun)) {
        draft.put_in_place(noun, name);
        draft.hang(name, noun, Dep::Compound);
    }
}

fn accuses(draft: &Draft, verb: usize) -> bool {
    draft.pos(verb) == Pos::Verb && draft.cue_class(verb) == Some(CueClass::Accuse)
}

/// The preposition of a charge, and the parser takes it for one.
fn leads_charge(draft: &Draft, preposition: usize) -> bool {
    draft.dep(preposition) == Dep::Prep && draft.leads_charge(preposition)
}

/// The verb of accusation under which a token stands, before it and within the same clause.
fn accuser(draft: &Draft, token: usize) -> Option<usize> {
    let mut at = token;
    while draft.head(at) != at {
        at = draft.head(at);
        if draft.pos(at) == Pos::Verb && !matches!(draft.dep(at), Dep::Pcomp | Dep::Xcomp) {
            return Some(at).filter(|&at| at < token && accuses(draft, at));
        }
    }
    None
}

/// "…, an allegation dismissed by Quito": it stands for the clause, and not for whoever is accused.
fn allegation(draft: &mut Draft, noun: usize) {
    let apposed = draft.dep(noun) == Dep::Appos
        && draft.names_report(noun)
        && draft.pos(noun - 1) == Pos::Det
        && draft.word(noun - 2) == COMMA
        && !draft.names_report(draft.head(noun));
    let answered = draft.kids(noun).any(|kid| {
        matches!(draft.dep(kid), Dep::Acl | Dep::Relcl) && draft.cue_class(kid).is_some()
    });
    if !apposed || !answered {
        return;
    }
    if let Some(verb) = accuser(draft, noun) {
        draft.hang(noun, verb, Dep::Npadvmod);
    }
}

/// "accused Chile of planning to use gas": whoever plans uses it, and the parser may hang the infinitive on who accuses.
fn infinitive(draft: &mut Draft, verb: usize) {
    let above = draft.head(verb);
    let bare = draft.tag(verb) == Tag::VB
        && matches!(draft.dep(verb), Dep::Advcl | Dep::Xcomp)
        && above < verb
        && accuses(draft, above);
    let to = draft
        .kids(verb)
        .find(|&kid| draft.tag(kid) == Tag::TO)
        .filter(|&to| bare && to > 0);
    let Some(gerund) = to.map(|to| to - 1) else {
        return;
    };
    let charge = draft.tag(gerund) == Tag::VBG && draft.dep(gerund) == Dep::Pcomp;
    if charge && leads_charge(draft, draft.head(gerund)) && draft.is_below(gerund, above) {
        draft.hang(verb, gerund, Dep::Xcomp);
    }
}

/// "accuses Chile of Roe assassination attempt": the attempt is the charge, and Chile no part of its name.
fn compound_deed(draft: &mut Draft, noun: usize) {
    let verb = draft.head(noun);
    let taken = draft.dep(noun) == Dep::Dobj
        && draft.pos(noun) == Pos::Noun
        && verb < noun
        && accuses(draft, verb);
    let named = |&at: &usize| {
        at > verb && at < noun && matches!(draft.dep(at), Dep::Nmod | Dep::Compound | Dep::Poss)
    };
    let Some(name) = draft.kids(noun).find(named).filter(|_| taken) else {
        return;
    };
    let of = name + 1;
    let charge = draft.head(of) == name && leads_charge(draft, of);
    let inner = draft.kid(of, Dep::Pobj).filter(|&at| charge && at < noun);
    if let Some(inner) = inner {
        draft.hang(name, verb, Dep::Dobj);
        draft.hang(of, verb, Dep::Prep);
        draft.hang(noun, of, Dep::Pobj);
        draft.hang(inner, noun, Dep::Compound);
    }
}

/// "accused the senator of virtue signalling": a noun, as the words before it say what kind.
fn verbal_noun(draft: &mut Draft, gerund: usize) {
    let preposition = draft.head(gerund);
    let kind = draft.kid(gerund, Dep::Compound).is_some();
    let taken = draft.tag(gerund) == Tag::VBG && draft.dep(gerund) == Dep::Pobj && kind;
    if taken && leads_charge(draft, preposition) && accuser(draft, preposition).is_some() {
        let word = &mut draft.sentence.tokens[gerund];
        (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    }
}

/// "Firm accused again of hiding defects": the defects were hidden, and are of no kind.
fn gerund(draft: &mut Draft, word: usize) {
    let noun = draft.head(word);
    let preposition = word - 1;
    let taken = draft.tag(word) == Tag::NN
        && draft.dep(word) == Dep::Compound
        && draft.dep(noun) == Dep::Pobj
        && draft.head(noun) == preposition
        && leads_charge(draft, preposition)
        && accuser(draft, preposition).is_some();
    if !taken {
        return;
    }
    let lemma = draft.lemma(noun);
    let many = matches!(draft.tag(noun), Tag::NNS | Tag::NNPS | Tag::NNP);
    let object = many || draft.lexicon.words.is_somebody(lemma);
    let deed = !draft.lexicon.frames.of_noun(lemma).is_empty();
    let verb = draft.lexicon.verb_with_ending(draft.word(word));
    let Some(verb) = verb.filter(|_| object && !deed) else {
        return;
    };
    draft.respell(word, verb.into());
    draft.sentence.tokens[word].tag = Tag::VBG;
    draft.govern(word, noun);
}

/// "accused of gang raping a woman": a deed of that kind, and no gang.
fn kind_before_gerund(draft: &mut Draft, gerund: usize) {
    let kind = draft.head(gerund);
    let preposition = draft.head(kind);
    let taken = draft.tag(gerund) == Tag::VBG
        && draft.dep(gerund) == Dep::Acl
        && draft.kid(gerund, Dep::Dobj).is_some()
        && draft.dep(kind) == Dep::Pobj
        && draft.tag(kind) == Tag::NN
        && kind + 1 == gerund
        && preposition + 1 == kind;
    if taken && leads_charge(draft, preposition) && accuser(draft, preposition).is_some() {
        draft.hang(gerund, preposition, Dep::Pcomp);
        draft.hang(kind, gerund, Dep::Npadvmod);
    }
}

/// "accused the mayor of slow walking aid": he walks it slowly, and no aid walks.
fn flat_adverb(draft: &mut Draft, gerund: usize) {
    let noun = draft.head(gerund);
    let preposition = draft.head(noun);
    let adverb = gerund - 1;
    let describes = draft.tag(gerund) == Tag::VBG
        && draft.dep(gerund) == Dep::Amod
        && draft.dep(noun) == Dep::Pobj
        && preposition + 2 == gerund
        && draft.head(adverb) == noun;
    let flat = draft.lexicon.words.has(Set::FlatAdverb, draft.word(adverb));
    if describes
        && flat
        && leads_charge(draft, preposition)
        && accuser(draft, preposition).is_some()
    {
        draft.govern(gerund, noun);
        draft.hang(adverb, gerund, Dep::Advmod);
        draft.sentence.tokens[adverb].pos = Pos::Adv;
    }
}

/// "blames 'rich men' for the heat", "blamed sanctions imposed by Peru for the slump": what follows "for" is what for, unless
/// the blame is turned ("blamed the demand for fuel on it").
fn blamed_for(draft: &mut Draft, verb: usize) {
    let words = &draft.lexicon.words;
    let blames = accuses(draft, verb) && words.has(Set::BlameVerb, draft.lemma(verb));
    let Some(object) = draft.kid(verb, Dep::Dobj).filter(|&at| blames && at > verb) else {
        return;
    };
    let below = |at: usize, set: Set| {
        draft.dep(at) == Dep::Prep && words.has(set, draft.lemma(at)) && draft.is_below(at, verb)
    };
    let turned = (verb + 1..draft.len()).any(|at| below(at, Set::BlamePreposition));
    let own = draft
        .kids(verb)
        .any(|kid| kid > object && below(kid, Set::ForPreposition));
    if turned || own {
        return;
    }
    let aside = |at: usize| {
        let mut above = std::iter::successors(Some(at), |&at| Some(draft.head(at)));
        above
            .find(|&at| at == object || draft.dep(at) == Dep::Relcl)
            .is_none_or(|at| at != object)
    };
    let last = (object + 1..draft.len())
        .rev()
        .find(|&at| below(at, Set::ForPreposition) && draft.is_below(at, object) && !aside(at));
    if let Some(preposition) = last.filter(|&at| draft.kids(at).next().is_some()) {
        draft.hang(preposition, verb, Dep::Prep);
    }
}

/// "pointed the finger of blame at Chile": at whom the finger points.
fn of_blame(draft: &mut Draft, blame: usize) {
    let blames = |at: usize| {
        let entry = draft.lexicon.cues.find(draft.lemma(at), CuePart::Noun);
        entry.is_some_and(|entry| entry.class == CueClass::Accuse)
    };
    let suspects = draft
        .lexicon
        .words
        .has(Set::SuspicionNoun, draft.lemma(blame));
    let of = draft.head(blame);
    let finger = draft.head(of);
    let inside = draft.dep(blame) == Dep::Pobj && draft.dep(of) == Dep::Prep && finger < of;
    if inside
        && (blames(blame) || suspects)
        && blames(finger)
        && draft.pos(draft.head(finger)) == Pos::Verb
    {
        let verb = draft.head(finger);
        let behind: Vec<usize> = draft
            .kids(blame)
            .filter(|&kid| draft.dep(kid) == Dep::Prep)
            .collect();
        draft.hand_over(behind, verb);
    }
}
