//! What a sentence leaves in memory for those that follow: whom it names, who speaks, who acts.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};
use crate::model::span::Span;

use super::anaphora::{Memory, is_one_person, is_pronoun, names_person};
use super::cue::Cue;
use super::phrase::phrase_text;
use super::reading::Reading;
use super::speaker::document::DOCUMENT;

impl Reading<'_> {
    /// Notes whom the sentence names and who speaks in it.
    pub(super) fn note(&self, memory: &mut Memory) {
        // "'I saw a man,' he said": whom the pronoun meant before the sentence named others, and not the man.
        let before = self.pronouns_that_speak(memory);
        self.note_owned_documents(memory);
        memory.note_names(&self.tree, self.lexicon());
        // Who speaks in the main clause is remembered before those of whom the sentence tells that they speak.
        let mut cues: Vec<&Cue> = self.cues.iter().collect();
        cues.sort_by_cached_key(|cue| std::cmp::Reverse(self.tree.ancestors(cue.token).count()));
        self.note_actor(memory);
        let told = |cue: &&Cue| cue.speaker.is_some() && !self.is_told(cue.token);
        if self.quoted_by.is_some() || cues.iter().any(told) {
            memory.spoke = Some(memory.sentence);
        }
        for cue in cues {
            let Some(head) = cue.speaker else { continue };
            if is_pronoun(&self.tree, head) {
                // "he said": who that was goes on speaking; of whom another tells that he speaks does not.
                if self.is_told(cue.token) {
                    continue;
                }
                // Where the text has named nobody yet, the pronoun stands for itself, and not for whom its own words tell of.
                let word = || Some(CompactString::from(self.tree.word(head)));
                let after = || match memory.is_without_persons() && self.is_person(head) {
                    true => word(),
                    false => memory.antecedent(&self.tree, self.lexicon(), head).cloned(),
                };
                let known = before.iter().find(|(pronoun, _)| *pronoun == head);
                let name = known.map(|(_, name)| name.clone()).or_else(after);
                let own = self.speaker_before(head).is_some();
                if let Some(name) = name.filter(|_| !own) {
                    memory.speaker = Some(name);
                }
                continue;
            }
            let (text, _) = phrase_text(&self.tree, &self.lexicon().words, head);
            // "A statement said ... It lists nine": the body whose statement it is; "its statement went on": whose "it" is.
            let text = (self.issuer_before(head, memory))
                .or_else(|| self.owner_meant(head, memory))
                .unwrap_or(text);
            memory.note_speaker(&self.tree, self.lexicon(), head, &text);
            for document in self.documents_of(cue.token) {
                memory.note_issued(document, &text);
            }
        }
        self.note_many_met(memory);
    }

    /// "Its statement", "their report": whose a document is that a pronoun owns.
    fn owner_meant(&self, document: usize, memory: &Memory) -> Option<CompactString> {
        let owner = self.tree.possessor(document);
        owner.filter(|&owner| self.is_document(document) && is_pronoun(&self.tree, owner))?;
        Some(self.author(document, memory)?.value)
    }

    /// "I met a dozen people from Alba ... they told me", "The group spoke to 41 witnesses": the many whom the main clause
    /// meets or hears.
    fn note_many_met(&self, memory: &mut Memory) {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let root = (0..tree.len()).find(|&at| tree.head(at).is_none());
        let Some(verb) = root.filter(|&at| words.has(Set::MeetingVerb, tree.lemma(at))) else {
            return;
        };
        let beside = tree.prepositions(verb).filter_map(|kid| tree.governed(kid));
        let many = |&at: &usize| tree.tag(at) == Tag::NNS && words.is_somebody(tree.lemma(at));
        let mut met = tree.object(verb).into_iter().chain(beside).filter(many);
        if let Some(met) = met.next() {
            let text = phrase_text(tree, words, met).0;
            memory.note_body(tree, met, &text);
        }
    }

    /// "One resident was not buying it. 'They left,' he said": whoever answers what was said speaks, if without a word of report.
    pub(super) fn note_answering(&self, memory: &mut Memory, answering: &[Span]) {
        let tree = &self.tree;
        let acts = |head: &usize| {
            let span = tree.sentence.tokens[*head].span;
            let main = tree
                .head(*head)
                .is_some_and(|verb| tree.is_verb(verb) && tree.head(verb).is_none());
            main && tree.is_nominal(*head) && answering.iter().any(|name| name.holds(span))
        };
        let Some(head) = (0..tree.len()).find(acts) else {
            return;
        };
        let known = self.cues.iter().any(|cue| cue.speaker.is_some());
        let lexicon = self.lexicon();
        let person = is_one_person(tree, lexicon, head) || names_person(tree, lexicon, head);
        // "Lindqvist was unimpressed. The sums arrived, she said": whoever bears a name that no list knows.
        let word = tree.word(head);
        let lone = tree.pos(head) == Pos::Propn && tree.kid(head, Dep::Compound).is_none();
        let unlisted = lone && !lexicon.is_side(word) && !lexicon.is_party(word);
        let person = person || unlisted && !lexicon.is_place(word);
        if !known && person && !is_pronoun(tree, head) {
            let text = phrase_text(tree, &self.lexicon().words, head).0;
            memory.note_speaker(tree, lexicon, head, &text);
            if unlisted {
                memory.note_person(&text, lexicon);
            }
        }
    }

    /// "His counterclaim was made public": whose a document is of which nobody was said to report in it.
    fn note_owned_documents(&self, memory: &mut Memory) {
        let tree = &self.tree;
        for document in 0..tree.len() {
            let lemma = tree.lemma(document);
            let owner = tree
                .possessor(document)
                .filter(|_| self.is_document(document));
            let Some(owner) = owner.filter(|_| memory.issuer(lemma).is_none()) else {
                continue;
            };
            let name = self.named(owner, memory, DOCUMENT, DOCUMENT).value;
            if name.starts_with(char::is_uppercase) {
                memory.note_issued(lemma.into(), &name);
            }
        }
    }

    fn is_person(&self, pronoun: usize) -> bool {
        let words = &self.lexicon().words;
        words.has(Set::PersonPronoun, self.tree.lemma(pronoun))
    }

    /// The pronouns that speak in the sentence, each with whom it means by what was read before.
    fn pronouns_that_speak(&self, memory: &Memory) -> Vec<(usize, CompactString)> {
        let heads = self.cues.iter().filter_map(|cue| cue.speaker);
        let pronouns = heads.filter(|&head| is_pronoun(&self.tree, head));
        let meant = |head| {
            let name = memory.antecedent(&self.tree, self.lexicon(), head)?;
            Some((head, name.clone()))
        };
        pronouns.filter_map(meant).collect()
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
        // "Utopia's toll has reached 16. It blames the rebels.": Utopia.
        let line = [Set::TallyNoun, Set::PositionNoun]
            .into_iter()
            .any(|set| self.lexicon().words.has(set, tree.lemma(head)));
        let owner = tree
            .possessor(head)
            .filter(|&owner| line && !is_pronoun(tree, owner));
        if let Some(owner) = owner.filter(|&owner| self.lexicon().is_side(tree.word(owner))) {
            let (text, _) = phrase_text(tree, &self.lexicon().words, owner);
            memory.note_body(tree, owner, &text);
        }
        if self.is_acting_body(head) {
            memory.note_acting_body(phrase_text(tree, &self.lexicon().words, head).0);
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

    /// "The energy company answered within the hour", "Corvel bristled": a body that the text points at or names.
    fn is_acting_body(&self, head: usize) -> bool {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let the = |kid: usize| lexicon.words.has(Set::Determined, tree.lemma(kid));
        let pointed = tree.tag(head) == Tag::NN && tree.kid(head, Dep::Det).is_some_and(the);
        let text = || phrase_text(tree, &lexicon.words, head).0;
        let called = || lexicon.parties.can_speak(&text()) && !names_person(tree, lexicon, head);
        let named = tree.pos(head) == Pos::Propn && tree.label(head) == Some(EntityLabel::Org);
        named || pointed && called()
    }
}
