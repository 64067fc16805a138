//! "Lima rejects miners' claim over port": the verb of an answer that the parser took for a plural noun, in a headline or
//! a sentence that has no other verb.

use compact_str::CompactString;

use crate::lexicon::cues::{CueClass, CuePart};
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        let Some(lemma) = answer(draft, verb) else {
            continue;
        };
        let (Some(subject), Some(object)) = (subject(draft, verb), object(draft, verb)) else {
            continue;
        };
        draft.respell(verb, lemma);
        apply(draft, verb, subject, object);
        return;
    }
}

/// The lemma of the verb of answer that a plural names, at the root of the sentence or before the noun that is the root.
fn answer(draft: &Draft, noun: usize) -> Option<CompactString> {
    let plural = draft.tag(noun) == Tag::NNS && draft.pos(noun) == Pos::Noun;
    let above = draft.head(noun);
    let high = above == noun
        || above > noun
            && (draft.head(above) == above || is_loose(draft, above, noun))
            && matches!(
                draft.dep(noun),
                Dep::Compound | Dep::Poss | Dep::Nmod | Dep::Nsubj
            )
            && (draft.dep(noun) != Dep::Nsubj || draft.pos(above) == Pos::Noun);
    let next = matches!(
        draft.pos(noun + 1),
        Pos::Noun
            | Pos::Propn
            | Pos::Adj
            | Pos::Det
            | Pos::Verb
            | Pos::Punct
            | Pos::Num
            | Pos::Part
    );
    let lemma = draft.lemma(noun);
    let lemmas = &draft.lexicon.lemmas;
    let meant = lemmas
        .meant(lemma)
        .map_or_else(|| lemma.into(), CompactString::from);
    let entry = draft.lexicon.cues.find(&meant, CuePart::Verb);
    let answers =
        entry.is_some_and(|entry| matches!(entry.class, CueClass::Deny | CueClass::Accuse));
    // "rejects claims that rockets fell": the verb of what is told, and no other.
    let aside = |at: usize| {
        at > noun
            && [Dep::Acl, Dep::Relcl]
                .into_iter()
                .any(|dep| draft.dep(at) == dep)
            && (draft.is_below(at, noun) || draft.is_below(at, above))
    };
    let lone = (0..draft.len()).all(|at| !draft.is_finite(at) || aside(at));
    (plural && high && next && answers && lone).then_some(meant)
}

/// A noun that the parser takes for what explains the name that begins the sentence.
fn is_loose(draft: &Draft, noun: usize, verb: usize) -> bool {
    let root = draft.head(noun);
    draft.dep(noun) == Dep::Appos && root < verb && draft.head(root) == root
}

/// The name or noun right before the verb, its adverbs aside.
fn subject(draft: &Draft, verb: usize) -> Option<usize> {
    let aside = |at: &usize| matches!(draft.pos(*at), Pos::Adv | Pos::Punct | Pos::Part);
    let subject = (0..verb).rev().find(|at| !aside(at))?;
    let loose = is_loose(draft, draft.head(verb), verb) && draft.head(subject) == subject;
    let hangs = loose || draft.head(subject) == verb || draft.head(subject) == draft.head(verb);
    let named = matches!(draft.pos(subject), Pos::Propn | Pos::Noun)
        || draft.pos(subject) == Pos::Adj && subject + 1 == verb;
    let dep = matches!(
        draft.dep(subject),
        Dep::Compound | Dep::Nsubj | Dep::Amod | Dep::Nmod | Dep::Poss
    ) || loose;
    let whose = draft
        .kids(subject)
        .any(|kid| draft.dep(kid) == Dep::Case && !aside(&kid));
    (hangs && named && dep && !whose).then_some(subject)
}

/// The noun that is answered: the root that the verb hangs on, else the first behind it that hangs on it.
fn object(draft: &Draft, verb: usize) -> Option<usize> {
    let above = draft.head(verb);
    if above != verb {
        return Some(above).filter(|&at| draft.is_nominal(at));
    }
    draft.kids(verb).find(|&kid| {
        kid > verb
            && draft.is_nominal(kid)
            && matches!(
                draft.dep(kid),
                Dep::Dobj | Dep::Appos | Dep::Nmod | Dep::Npadvmod | Dep::Dep
            )
    })
}

fn apply(draft: &mut Draft, verb: usize, subject: usize, object: usize) {
    let near = |kid: &usize| *kid < subject;
    let before: Vec<usize> = [verb, object]
        .into_iter()
        .flat_map(|at| draft.kids(at).filter(near).collect::<Vec<_>>())
        .collect();
    if draft.head(verb) != verb {
        draft.make_root(verb);
    }
    draft.make_verb(verb);
    draft.hang(object, verb, Dep::Dobj);
    draft.hang(subject, verb, Dep::Nsubj);
    if draft.pos(subject) == Pos::Adj {
        let word = &mut draft.sentence.tokens[subject];
        (word.pos, word.tag) = (Pos::Propn, Tag::NNP);
    }
    draft.hand_over(before, subject);
    let told: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| kid > object && matches!(draft.dep(kid), Dep::Acl | Dep::Relcl))
        .collect();
    draft.hand_over(told, object);
}
