//! "Utopia accuses Norway trying to hide a shipment": what somebody is charged with, where the headline leaves out its "of".

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for gerund in 2..draft.len() {
        let verb = draft.head(gerund);
        let words = &draft.lexicon.words;
        let hung = draft.dep(gerund) == Dep::Advcl && draft.tag(gerund) == Tag::VBG;
        let charges = draft.pos(verb) == Pos::Verb
            && words.has(Set::ChargingVerb, draft.lemma(verb))
            && !draft
                .kids(verb)
                .any(|kid| draft.dep(kid) == Dep::Prep && draft.leads_charge(kid));
        let object = draft.kid(verb, Dep::Dobj);
        let next = |at: &usize| draft.is_below(gerund - 1, *at) && draft.is_nominal(gerund - 1);
        if let Some(object) = object.filter(next).filter(|_| hung && charges) {
            draft.hang(gerund, object, Dep::Acl);
        }
    }
}
