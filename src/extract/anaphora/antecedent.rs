//! What a pronoun stands for: the last person, body or speaker that the article named and that fits it.

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::super::tree::Tree;
use super::persons::Person;
use super::{Memory, is_told, of_sentence_before};

impl Memory {
    /// What a pronoun in a speaker's position stands for.
    pub fn antecedent(
        &self,
        tree: &Tree,
        lexicon: &Lexicon,
        pronoun: usize,
    ) -> Option<&CompactString> {
        self.antecedent_apart(tree, lexicon, pronoun, None)
    }

    /// The same where the pronoun cannot mean `speaker`: "'He struck me,' she said".
    pub fn antecedent_apart(
        &self,
        tree: &Tree,
        lexicon: &Lexicon,
        pronoun: usize,
        speaker: Option<&str>,
    ) -> Option<&CompactString> {
        let word = tree.lemma(pronoun);
        if lexicon.words.has(Set::PersonPronoun, word) {
            let asked = lexicon.parties.gender_told(word);
            // "His lawyers": whose they are may be told by another.
            let owns = tree.tag(pronoun) == Tag::PRPS && tree.dep(pronoun) == Dep::Poss;
            let speaks = tree
                .head_verb(pronoun)
                .is_none_or(|verb| !is_told(tree, verb));
            let speaks = speaks && !owns;
            // "A tea dealer said it was empty. 'They took it all,' he laughed.": who spoke right before the quotation.
            let quoted = tree.tag(0) == Tag::OpenQuote && speaks;
            let before = || of_sentence_before(self.somebody.as_ref(), self.sentence);
            if let Some(somebody) = quoted.then(before).flatten() {
                return Some(somebody);
            }
            let fits = |person: &&Person| {
                let gender = person.gender.is_none() || asked.is_none() || person.gender == asked;
                let other = speaker.is_none_or(|speaker| !speaker.ends_with(person.name.as_str()));
                gender && other && !(speaks && person.told)
            };
            let mut sure = self.persons.iter().rev().filter(|person| !person.doubtful);
            let any = || self.persons.iter().rev().find(fits);
            let person = sure.find(fits).or_else(any);
            // "Prosecutors accused the girl. She": no prosecutors.
            let one =
                |name: &&CompactString| self.many.as_ref().is_none_or(|many| many.0 != **name);
            let unnamed = self.speaker.as_ref().filter(one);
            let unnamed = unnamed.filter(|_| self.is_without_persons() && speaker.is_none());
            // "A court found a woman guilty. She had denied it": no court.
            let someone = self.someone.as_ref().filter(|name| {
                let nobody = self.is_without_persons();
                nobody && asked.is_some() && lexicon.parties.gender_told(name) == asked
            });
            return person.map(|p| &p.name).or(someone).or(unnamed);
        }
        if lexicon.words.has(Set::ItPronoun, word) {
            let many = lexicon.parties.means_many(word);
            // "Corvel stuck to its figure. Nobody was hurt, it said.": who acts right before, and not who spoke before that.
            let speaks = tree.dep(pronoun) == Dep::Nsubj
                && tree
                    .head_verb(pronoun)
                    .is_some_and(|verb| !is_told(tree, verb));
            let acting = self.acting_body_before().filter(|_| speaks && !many);
            if acting.is_some() {
                return acting;
            }
            let body = self.body.as_ref();
            let newer = |m: &&(CompactString, usize)| many && body.is_none_or(|body| m.1 >= body.1);
            let found = self.many.as_ref().filter(newer).or(body);
            return found.map(|(name, _)| name);
        }
        if lexicon.words.has(Set::OwnPronoun, word) {
            self.speaker.as_ref()
        } else {
            None
        }
    }
}
