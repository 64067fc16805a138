//! "A man with nine arrests accused of theft": somebody is accused, and nothing that stands beside him.

use crate::lexicon::cues::CueClass;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 3..draft.len() {
        let thing = draft.head(verb);
        let participle = draft.tag(verb) == Tag::VBN
            && draft.dep(verb) == Dep::Acl
            && draft.cue_class(verb) == Some(CueClass::Accuse);
        if !participle || thing > verb || is_somebody(draft, thing) {
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
