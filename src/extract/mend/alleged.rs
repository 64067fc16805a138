//! "Police allege Jane Roe hit a guard": a word of report that the parser took for a part of the name behind it; "the man
//! alleged to have hit a guard": one that it took for his own word.

use crate::lexicon::cues::CuePart;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
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
    let inside = part(verb) && part(verb - 1) && somebody && verb < name;
    let subject = draft.dep(name) == Dep::Nsubj && draft.pos(name) == Pos::Propn;
    (report && inside && subject && draft.is_finite(told)).then_some(told)
}
