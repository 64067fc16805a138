//! "A man with nine arrests accused of theft": somebody is accused, and nothing that stands beside him.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 3..draft.len() {
        let thing = draft.head(verb);
        let participle = draft.tag(verb) == Tag::VBN
            && draft.dep(verb) == Dep::Acl
            && draft.cue_class(verb) == Some(CueClass::Accuse);
        if thing > verb {
            continue;
        }
        if let Some(person) = charged_before(draft, verb).filter(|_| !is_person(draft, thing)) {
            draft.hang(verb, person, Dep::Acl);
            continue;
        }
        if !participle || is_somebody(draft, thing) {
            continue;
        }
        let preposition = draft.head(thing);
        let person = draft.head(preposition);
        let beside = draft.dep(thing) == Dep::Pobj && draft.dep(preposition) == Dep::Prep;
        if beside && person < preposition && draft.is_nominal(person) && is_somebody(draft, person)
        {
            draft.hang(verb, person, Dep::Acl);
        }
    }
}

/// "A woman accused of pushing a boy off the pier charged with murder", "... arrested": the woman is, and no pier.
fn charged_before(draft: &Draft, verb: usize) -> Option<usize> {
    let held = || {
        let mut frames = draft.lexicon.frames.of_verb(draft.lemma(verb)).iter();
        frames.any(|frame| SEIZED.contains(&frame.assertion.as_str()))
    };
    let charged = |at: usize| draft.cue_class(at) == Some(CueClass::Accuse);
    let bare = draft.tag(verb) == Tag::VBN
        && draft.dep(verb) == Dep::Acl
        && draft.kid(verb, Dep::Agent).is_none();
    if !bare || !charged(verb) && !held() {
        return None;
    }
    let mut above = std::iter::successors(Some(draft.head(verb)), |&at| {
        Some(draft.head(at)).filter(|&head| head != at)
    });
    let first = above.find(|&at| draft.tag(at) == Tag::VBN && charged(at) && at < verb)?;
    let person = match draft.dep(first) {
        Dep::Acl => Some(draft.head(first)),
        _ => [Dep::Nsubj, Dep::Nsubjpass]
            .into_iter()
            .find_map(|dep| draft.kid(first, dep)),
    };
    let helped = draft.kid(first, Dep::Auxpass).is_some();
    person.filter(|&at| at < first && !helped)
}

/// "of robbing a bank arrested in Peru": no bank is.
fn is_person(draft: &Draft, noun: usize) -> bool {
    let named = draft.pos(noun) != Pos::Noun && draft.label(noun) == Some(EntityLabel::Person);
    named || draft.lexicon.words.has(Set::PersonNoun, draft.lemma(noun))
}

/// Assertions of what befalls whoever is charged.
const SEIZED: [&str; 2] = ["convict", "detain"];

/// Whether a noun can be accused.
fn is_somebody(draft: &Draft, noun: usize) -> bool {
    let speaks = [
        EntityLabel::Person,
        EntityLabel::Org,
        EntityLabel::Gpe,
        EntityLabel::Norp,
    ];
    let named = draft.sentence.entities.iter().any(|entity| {
        (entity.first as usize..=entity.last as usize).contains(&noun)
            && speaks.contains(&entity.label)
    });
    named || draft.pos(noun) != Pos::Noun || draft.lexicon.words.is_somebody(draft.lemma(noun))
}
