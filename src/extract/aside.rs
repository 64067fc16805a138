//! What a sentence tells aside: stands ("after the mayor rejected an offer"), and on what its report rests.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::Question;
use crate::model::parsed::{Dep, Tag};

use super::cue::{is_hypothetical, verb_entry};
use super::event::Event;
use super::reading::Reading;

impl Reading<'_> {
    /// "strikes spread after the mayor rejected an offer", "the offer, rejected by the mayor, …": a stand that was taken, which
    /// the sentence tells aside.
    pub(super) fn takes_side(&self, event: &Event) -> bool {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let stands = self.lexicon().question(&event.frame.assertion) == Question::Stance
            && words.has(Set::DecliningVerb, tree.lemma(event.trigger));
        let finite = matches!(tree.tag(event.trigger), Tag::VBD | Tag::VBZ | Tag::VBP);
        let by = tree.is_passive(event.trigger) || tree.dep(event.trigger) == Dep::Acl;
        let open = is_hypothetical(tree, words, event.trigger);
        stands && event.agent.is_some() && event.theme.is_some() && (finite || by) && !open
    }
    /// "…, citing a witness": on what the report rests, and no deed.
    pub(super) fn cites(&self, verb: usize) -> bool {
        let tree = &self.tree;
        let entry = verb_entry(tree, &self.lexicon().cues, verb);
        let relays = entry.is_some_and(|entry| entry.class == CueClass::Relay);
        relays && tree.tag(verb) == Tag::VBG && tree.dep(verb) != Dep::Root
    }
}
