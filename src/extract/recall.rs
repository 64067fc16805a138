//! What a sentence leaves in memory for those that follow: whom it names, who speaks, who acts.

use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

use super::anaphora::{Memory, is_pronoun, names_person};
use super::cue::Cue;
use super::phrase::phrase_text;
use super::reading::Reading;

impl Reading<'_> {
    /// Notes whom the sentence names and who speaks in it.
    pub(super) fn note(&self, memory: &mut Memory) {
        memory.note_names(&self.tree, self.lexicon());
        // Who speaks in the main clause is remembered before those of whom the sentence tells that they speak.
        let mut cues: Vec<&Cue> = self.cues.iter().collect();
        cues.sort_by_cached_key(|cue| std::cmp::Reverse(self.tree.ancestors(cue.token).count()));
        self.note_actor(memory);
        for cue in cues {
            let Some(head) = cue.speaker else { continue };
            if is_pronoun(&self.tree, head) {
                // "he said": who that was goes on speaking; of whom another tells that he speaks does not.
                if self.is_told(cue.token) {
                    continue;
                }
                let before = memory.antecedent(&self.tree, self.lexicon(), head).cloned();
                let own = self.speaker_before(head).is_some();
                if let Some(name) = before.filter(|_| !own) {
                    memory.speaker = Some(name);
                }
                continue;
            }
            let (text, _) = phrase_text(&self.tree, &self.lexicon().words, head);
            memory.note_speaker(&self.tree, self.lexicon(), head, &text);
            for document in self.documents_of(cue.token) {
                memory.note_issued(document, &text);
            }
        }
    }

    /// Whether a token stands in what somebody is told to say.
    fn is_told(&self, token: usize) -> bool {
        let content = |at: usize| {
            self.contents[at].iter().any(|&cue| {
                let other = self.cues[cue].token != token;
                other && self.cues[cue].speaker.is_some()
            })
        };
        content(token) || self.tree.ancestors(token).any(content)
    }

    /// "The colonel smiled. 'Our men are there.'": a person who acts in the main clause, where nobody reports there.
    fn note_actor(&self, memory: &mut Memory) {
        let tree = &self.tree;
        let Some(root) = (0..tree.len()).find(|&at| tree.head(at).is_none()) else {
            return;
        };
        let reports = self
            .cues
            .iter()
            .any(|cue| cue.token == root && cue.speaker.is_some());
        let subject = tree
            .kid(root, Dep::Nsubj)
            .filter(|_| !reports && self.quoted_by.is_none());
        let Some(head) = subject else { return };
        // "The airline's answer came at once. 'No,' it said.": the airline.
        if self.lexicon().words.has(Set::ReplyNoun, tree.lemma(head))
            && let Some(owner) = tree
                .possessor(head)
                .filter(|&owner| !is_pronoun(tree, owner))
        {
            let (text, _) = phrase_text(tree, &self.lexicon().words, owner);
            memory.note_speaker(tree, self.lexicon(), owner, &text);
            return;
        }
        let person = self
            .lexicon()
            .words
            .has(Set::PersonPronoun, tree.lemma(head));
        let name = if person {
            memory.antecedent(tree, self.lexicon(), head).cloned()
        } else if names_person(tree, self.lexicon(), head) {
            Some(phrase_text(tree, &self.lexicon().words, head).0)
        } else {
            None
        };
        if let Some(name) = name {
            memory.note_actor(name);
        }
    }
}
