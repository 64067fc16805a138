//! "X says that the minister told Y that he backs the plan": whoever tells what one told another says that it is so.

use crate::lexicon::assertions::Assertions;
use crate::lexicon::parties::{PartyKind, RoleKind};
use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

use super::event::Event;
use super::phrase::phrase_text;
use super::reading::Reading;
use super::voice::Voice;

impl Reading<'_> {
    /// Who says what an event names; of a stand that one told another, also whoever tells of it and is no medium.
    pub(super) fn tellers(&self, event: &Event) -> Vec<Voice> {
        let mut voices = self.voices_of(event.trigger);
        if Assertions::builtin().get(&event.frame.assertion).is_side() {
            let outer: Vec<Voice> = voices.iter().filter_map(|it| self.confided(it)).collect();
            voices.extend(outer);
        }
        voices
    }

    fn confided(&self, voice: &Voice) -> Option<Voice> {
        let told = self.cues[voice.cue?].token;
        let (&outer, further) = voice.relayed_by.split_first()?;
        let cue = self
            .cues
            .iter()
            .position(|cue| cue.speaker == Some(outer) && cue.contents.contains(&told))?;
        let addressed = [Dep::Dobj, Dep::Dative]
            .into_iter()
            .find_map(|dep| self.tree.kid(told, dep))?;
        (!self.passes_on(addressed) && !self.passes_on(outer)).then(|| Voice {
            cue: Some(cue),
            relayed_by: further.to_vec(),
            owner: voice.speaker,
            speaker: Some(outer),
            ..voice.clone()
        })
    }

    /// A medium, a journalist or a document: what is told to or by them is no more than passed on.
    fn passes_on(&self, head: usize) -> bool {
        let lexicon = self.lexicon();
        let lemma = self.tree.lemma(head);
        let (name, _) = phrase_text(&self.tree, &lexicon.words, head);
        let listed = lexicon.parties.find(&name, None);
        let role = lexicon.parties.role_of(self.tree.word(head));
        let medium = |kind| matches!(kind, RoleKind::Outlet | RoleKind::StateMedia);
        [Set::DocumentNoun, Set::PressWord]
            .into_iter()
            .any(|set| lexicon.words.has(set, lemma))
            || listed.iter().any(|at| at.entry.kind == PartyKind::Outlet)
            || role.is_some_and(|role| medium(role.kind))
    }
}
