//! "Police allege Jane Roe hit a guard": a word of report that the parser took for a part of the name behind it; "the man
//! alleged to have hit a guard": one that it took for his own word.

use crate::lexicon::cues::CuePart;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        with_clause(draft, verb);
        if verb > 1 {
            before_object(draft, verb);
        }
        let told = told_behind(draft, verb).is_some();
        if !told
            && is_no_noun(draft, verb)
            && (takes_object(draft, verb) || takes_clause(draft, verb))
        {
            let word = &mut draft.sentence.tokens[verb];
            (word.pos, word.tag) = (Pos::Verb, Tag::VBP);
            continue;
        }
        if let Some(subject) = said_to_have(draft, verb) {
            draft.sentence.tokens[verb].tag = Tag::VBN;
            draft.sentence.tokens[subject].dep = Dep::Nsubjpass;
            continue;
        }
        let Some(told) = told_behind(draft, verb) else {
            continue;
        };
        let (name, subject) = (draft.head(verb), verb - 1);
        let before: Vec<usize> = draft.kids(name).filter(|&kid| kid < subject).collect();
        draft.put_in_place(verb, told);
        draft.hang(told, verb, Dep::Ccomp);
        draft.hang(subject, verb, Dep::Nsubj);
        draft.hand_over(before, subject);
        let word = &mut draft.sentence.tokens[verb];
        (word.pos, word.tag) = (Pos::Verb, Tag::VBP);
    }
}

/// Of whom it is alleged that he has done something: whoever alleges it himself does so in a clause or of an object.
fn said_to_have(draft: &Draft, verb: usize) -> Option<usize> {
    let alleges = draft
        .lexicon
        .words
        .has(Set::AllegingVerb, draft.lemma(verb));
    let own = [Dep::Dobj, Dep::Dative, Dep::Ccomp, Dep::Aux]
        .into_iter()
        .any(|dep| draft.kid(verb, dep).is_some());
    let done = draft.kid(verb, Dep::Xcomp).filter(|&done| {
        let mut kids = draft.kids(done);
        // "to have": no "will" and no "has".
        kids.any(|kid| draft.dep(kid) == Dep::Aux && draft.tag(kid) == Tag::VB)
    });
    let past = draft.tag(verb) == Tag::VBD;
    draft
        .kid(verb, Dep::Nsubj)
        .filter(|_| alleges && past && !own && done.is_some())
}

/// The verb of what is reported, where the word of report stands between a noun and a name that the parser made one of.
fn told_behind(draft: &Draft, verb: usize) -> Option<usize> {
    let name = draft.head(verb);
    let told = draft.head(name);
    let lemma = draft.lemma(verb);
    let cues = &draft.lexicon.cues;
    // A word that names a report too may well stand before a name.
    let report =
        cues.find(lemma, CuePart::Verb).is_some() && cues.find(lemma, CuePart::Noun).is_none();
    let part = |at: usize| draft.dep(at) == Dep::Compound && [verb, name].contains(&draft.head(at));
    let somebody = draft.lexicon.words.is_somebody(draft.lemma(verb - 1));
    let somebody = somebody || is_no_noun(draft, verb);
    let inside = part(verb) && part(verb - 1) && somebody && verb < name;
    let named = draft.pos(name) == Pos::Propn || is_no_noun(draft, verb);
    let subject = draft.dep(name) == Dep::Nsubj && named;
    (report && inside && subject && draft.is_finite(told)).then_some(told)
}

/// "allege": a word of report that is no noun, whatever the parser takes it for.
fn is_no_noun(draft: &Draft, verb: usize) -> bool {
    let lemma = draft.lemma(verb);
    draft.pos(verb) == Pos::Noun
        && draft.lexicon.words.has(Set::AllegingVerb, lemma)
        && draft.lexicon.cues.find(lemma, CuePart::Noun).is_none()
}

/// "Gymnasts allege abuse", "Aides allege bullying": makes the noun before it the subject and what stands behind it the object.
fn takes_object(draft: &mut Draft, verb: usize) -> bool {
    let subject = verb - 1;
    let above = draft.head(verb);
    let part = draft.dep(subject) == Dep::Compound && [verb, above].contains(&draft.head(subject));
    let object = match draft.dep(verb) {
        Dep::Compound | Dep::Poss => Some(above),
        _ => draft
            .kid(verb, Dep::Acl)
            .filter(|&at| draft.tag(at) == Tag::VBG),
    };
    let Some(object) = object.filter(|&at| part && at > verb) else {
        return false;
    };
    let before: Vec<usize> = [verb, object]
        .into_iter()
        .flat_map(|at| draft.kids(at).collect::<Vec<_>>())
        .filter(|&kid| kid < subject)
        .collect();
    if object == above {
        draft.put_in_place(verb, object);
    }
    // "allege 'abuse'": the parser takes the mark for that of an owner.
    if let Some(mark) = draft.kid(verb, Dep::Case) {
        let sign = &mut draft.sentence.tokens[mark];
        (sign.dep, sign.pos) = (Dep::Punct, Pos::Punct);
    }
    draft.hang(object, verb, Dep::Dobj);
    draft.sentence.tokens[object].pos = Pos::Noun;
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hand_over(before, subject);
    true
}

/// "Staffers from \"The Show\" allege that it is a toxic place": whoever stands before the phrase alleges it.
fn takes_clause(draft: &mut Draft, verb: usize) -> bool {
    let preposition = draft.head(verb);
    let speaker = draft.head(preposition);
    let below = draft.dep(verb) == Dep::Pobj && draft.dep(preposition) == Dep::Prep;
    let clause = draft.kids(speaker).find(|&kid| {
        let mark = draft.kid(kid, Dep::Mark);
        matches!(draft.dep(kid), Dep::Acl | Dep::Relcl) && mark == Some(verb + 1)
    });
    let name = draft.kids(verb).filter(|&kid| draft.is_nominal(kid)).last();
    let Some((clause, name)) = clause.zip(name).filter(|_| below && speaker < preposition) else {
        return false;
    };
    draft.hang(name, preposition, Dep::Pobj);
    draft.put_in_place(verb, speaker);
    draft.hang(speaker, verb, Dep::Nsubj);
    draft.hang(clause, verb, Dep::Ccomp);
    true
}

/// "Agency kidnaps alleged leader, reveals plot": who is alleged to be one alleges nothing, and the word before is the verb.
fn before_object(draft: &mut Draft, alleged: usize) {
    let (subject, verb, object) = (alleged - 2, alleged - 1, alleged + 1);
    let words = &draft.lexicon.words;
    let taken =
        draft.tag(alleged) == Tag::VBD && words.has(Set::AllegingVerb, draft.lemma(alleged));
    let noun = draft.tag(verb) == Tag::NNS
        && draft.dep(verb) == Dep::Nsubj
        && draft.head(verb) == alleged
        && draft.dep(subject) == Dep::Compound
        && draft.head(subject) == verb;
    let bare = draft.dep(object) == Dep::Dobj && draft.head(object) == alleged;
    if !(taken && noun && bare && draft.is_nominal(subject)) {
        return;
    }
    draft.put_in_place(verb, alleged);
    let rest: Vec<usize> = draft.kids(alleged).collect();
    draft.hand_over(rest, verb);
    draft.hang(alleged, object, Dep::Amod);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.make_verb(verb);
    let word = &mut draft.sentence.tokens[alleged];
    (word.pos, word.tag) = (Pos::Adj, Tag::JJ);
}

/// "with groups alleging the firm used bribes": "with" begins no finite clause, and what is alleged is one.
fn with_clause(draft: &mut Draft, gerund: usize) {
    let groups = draft.head(gerund);
    let finite = draft.head(groups);
    let alleges = draft.tag(gerund) == Tag::VBG
        && draft.dep(gerund) == Dep::Acl
        && draft.says(gerund)
        && draft.dep(groups) == Dep::Nsubj;
    let object = draft.kid(gerund, Dep::Dobj).filter(|&at| at < finite);
    let words = &draft.lexicon.words;
    let with = draft
        .kid(finite, Dep::Mark)
        .filter(|&at| words.has(Set::WithPreposition, draft.lemma(at)));
    let Some((object, with)) = object.zip(with).filter(|_| alleges) else {
        return;
    };
    let above = draft.head(finite);
    if above == finite || !draft.is_finite(finite) {
        return;
    }
    draft.hang(with, above, Dep::Prep);
    draft.hang(groups, with, Dep::Pobj);
    draft.hang(finite, gerund, Dep::Ccomp);
    draft.hang(object, finite, Dep::Nsubj);
}
