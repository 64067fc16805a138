//! Whom a pronoun means where the sentence begins with what it is about: "As for the soldiers, they were never in the town".

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::anaphora::names_person;
use super::super::reading::Reading;

impl Reading<'_> {
    /// "As for the soldiers, the ministry said, they were never in the town", "On the drones, she said that they came from
    /// the north": what the sentence announces in front that it speaks of.
    pub(in crate::extract) fn topic_in_front(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let third = lexicon.words.has(Set::ThirdPronoun, tree.lemma(pronoun));
        let acts = matches!(tree.dep(pronoun), Dep::Nsubj | Dep::Nsubjpass);
        if !third || !acts || tree.tag(pronoun) != Tag::PRP {
            return None;
        }
        let (topic, sure) = self.announced()?;
        let comma = (topic..pronoun).any(|at| tree.tag(at) == Tag::Comma);
        let told = || {
            let verb = tree.head_verb(pronoun);
            verb.is_some_and(|verb| !self.contents[verb].is_empty())
        };
        (comma && self.agrees(pronoun, topic) && (sure || told())).then_some(topic)
    }

    /// What the first words of the sentence announce, and whether they can mean nothing else ("as for").
    fn announced(&self) -> Option<(usize, bool)> {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let first = (0..tree.len()).find(|&at| tree.pos(at) != Pos::Punct)?;
        let lemma = tree.lemma(first);
        let topic = if words.has(Set::AsPreposition, lemma) {
            let link = tree.kid(first, Dep::Prep).filter(|&at| at == first + 1)?;
            let announces = words.has(Set::ForPreposition, tree.lemma(link));
            tree.governed(link).filter(|_| announces)
        } else {
            let announces = words.has(Set::TopicWord, lemma);
            tree.governed(first)
                .or_else(|| tree.kid(first, Dep::Dobj))
                .filter(|_| announces)
        }?;
        let sure = tree.dep(first) != Dep::Prep || words.has(Set::AsPreposition, lemma);
        let plain = tree.is_nominal(topic) && !tree.is_time(topic) && tree.pos(topic) != Pos::Pron;
        plain.then_some((topic, sure))
    }

    /// "They" are many, "it" is a thing or a body, "he" and "she" are persons.
    fn agrees(&self, pronoun: usize, topic: usize) -> bool {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let word = tree.lemma(pronoun);
        let many =
            matches!(tree.tag(topic), Tag::NNS | Tag::NNPS) || tree.kid(topic, Dep::Conj).is_some();
        let person = names_person(tree, lexicon, topic);
        let land = tree.label(topic) == Some(EntityLabel::Gpe);
        if lexicon.parties.means_many(word) {
            many
        } else if lexicon.words.has(Set::PersonPronoun, word) {
            person && !many
        } else {
            !many && !person && !land
        }
    }
}
