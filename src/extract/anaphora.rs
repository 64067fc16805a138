//! What pronouns and "the city" stand for: the speakers and places that the article has named so far.

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::again::{Deed, Tally};
use super::phrase::phrase_text;
use super::told::Told;
use super::tree::Tree;

/// Names read so far in an article.
#[derive(Debug, Default)]
pub struct Memory {
    person: Option<CompactString>,
    body: Option<CompactString>,
    settlements: Vec<CompactString>,
    facilities: Vec<(CompactString, CompactString)>,
    /// The last speaker, for quotations that run on.
    pub speaker: Option<CompactString>,
    /// The last deed told, for blame that does not say for what.
    pub deed: Option<Deed>,
    /// What was counted last, for figures that do not say of what.
    pub tally: Option<Tally>,
    /// The days that the whole article tells for its deeds.
    pub told: Told,
    /// Number of the sentence that is being read.
    pub sentence: usize,
}

impl Memory {
    /// Notes the speaker of a report.
    pub fn note_speaker(
        &mut self,
        tree: &Tree,
        lexicon: &Lexicon,
        head: usize,
        text: &CompactString,
    ) {
        if names_person(tree, lexicon, head) || self.is_known_person(tree, head) {
            self.person = Some(text.clone());
        } else {
            self.body = Some(text.clone());
        }
        self.speaker = Some(text.clone());
    }

    /// A surname that the last person also bears.
    fn is_known_person(&self, tree: &Tree, head: usize) -> bool {
        self.person
            .as_ref()
            .is_some_and(|person| person.split(' ').any(|part| part == tree.word(head)))
    }

    /// Notes the persons, bodies, settlements and facilities of a sentence once it has been read.
    pub fn note_names(&mut self, tree: &Tree, lexicon: &Lexicon) {
        for head in 0..tree.len() {
            if lexicon.words.has(Set::FacilityNoun, tree.lemma(head)) {
                self.note_facility(tree, head);
            }
        }
        for entity in &tree.sentence.entities {
            let head = entity.last as usize;
            let subject = (entity.first as usize..=head)
                .any(|at| matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass));
            match entity.label {
                EntityLabel::Person if subject => {
                    self.person = Some(phrase_text(tree, &lexicon.words, head).0)
                }
                EntityLabel::Gpe | EntityLabel::Location => self.note_place(tree, lexicon, head),
                _ => {}
            }
        }
        self.note_actors(tree, lexicon);
    }

    /// Persons and bodies that do something: what "he" and "it" stand for until somebody speaks.
    fn note_actors(&mut self, tree: &Tree, lexicon: &Lexicon) {
        let subjects = (0..tree.len()).filter(|&at| {
            matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass) && tree.is_nominal(at)
        });
        for head in subjects.filter(|&at| !is_pronoun(tree, at)) {
            let text = || phrase_text(tree, &lexicon.words, head).0;
            let named = tree.label(head).is_some_and(|label| {
                matches!(
                    label,
                    EntityLabel::Gpe | EntityLabel::Norp | EntityLabel::Org
                )
            });
            let force = [Set::ForceNoun, Set::BodyNoun]
                .into_iter()
                .any(|set| lexicon.words.has(set, tree.lemma(head)));
            if lexicon.is_person(tree.word(head)) {
                self.person = Some(text());
            } else if named && lexicon.is_party(tree.word(head)) || force {
                self.body = Some(text());
            }
        }
    }

    /// "the Kakhovka dam": what "the dam" will stand for.
    fn note_facility(&mut self, tree: &Tree, head: usize) {
        if super::event::has_name(tree, head) {
            let name = super::event::name_text(tree, head);
            self.facilities.push((tree.lemma(head).into(), name.into()));
        }
    }

    /// The last facility of this kind that was named.
    pub fn facility(&self, lemma: &str) -> Option<&CompactString> {
        let known = self.facilities.iter().rev().find(|(kind, _)| kind == lemma);
        known.map(|(_, name)| name)
    }

    fn note_place(&mut self, tree: &Tree, lexicon: &Lexicon, head: usize) {
        let name = super::event::name_text(tree, head);
        if !lexicon.is_party(name) && lexicon.is_settlement(name) {
            self.note_settlement(name);
        }
    }

    /// Notes a settlement that was named.
    pub fn note_settlement(&mut self, name: &str) {
        self.settlements.retain(|known| known != name);
        self.settlements.push(name.into());
    }

    /// The last `count` settlements named, in the order of the text; what an open plural can mean is not more than two.
    pub fn settlements(&self, count: usize) -> &[CompactString] {
        let count = if count == usize::MAX { 2 } else { count };
        &self.settlements[self.settlements.len().saturating_sub(count)..]
    }

    /// What a pronoun in a speaker's position stands for.
    pub fn antecedent(
        &self,
        tree: &Tree,
        lexicon: &Lexicon,
        pronoun: usize,
    ) -> Option<&CompactString> {
        let word = tree.lemma(pronoun);
        if lexicon.words.has(Set::PersonPronoun, word) {
            return self.person.as_ref().or(self.speaker.as_ref());
        }
        if lexicon.words.has(Set::ItPronoun, word) {
            return self.body.as_ref();
        }
        if lexicon.words.has(Set::OwnPronoun, word) {
            self.speaker.as_ref()
        } else {
            None
        }
    }
}

/// Whether a phrase names a person: its head or an apposition is one, or its head is a role that persons hold.
pub fn names_person(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    let person = |at: usize| tree.label(at) == Some(EntityLabel::Person);
    if matches!(tree.tag(head), Tag::NNS | Tag::NNPS) {
        return false;
    }
    if lexicon.is_person(tree.word(head)) {
        return true;
    }
    let role = lexicon.words.has(Set::RoleNoun, tree.lemma(head));
    role || person(head)
        || tree
            .kids(head)
            .any(|kid| tree.dep(kid) == Dep::Appos && person(kid))
}

/// Whether a token is a pronoun.
pub fn is_pronoun(tree: &Tree, token: usize) -> bool {
    tree.pos(token) == Pos::Pron
        || matches!(tree.tag(token), Tag::PRP | Tag::PRPS | Tag::WP | Tag::WDT)
}
