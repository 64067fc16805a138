//! Whom a pronoun means that does something beside what the clause around it tells.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::Found;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::anaphora::{Memory, names_person};
use super::super::phrase::phrase_text;
use super::super::reading::Reading;

impl Reading<'_> {
    /// "Peru committed a crime when it destroyed the dam": the side that the clause around is about.
    pub(super) fn side_around(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let word = tree.lemma(pronoun);
        let it = lexicon.words.has(Set::ItPronoun, word)
            && !lexicon.words.has(Set::PersonPronoun, word)
            && !lexicon.parties.means_many(word);
        let subject = matches!(tree.dep(pronoun), Dep::Nsubj | Dep::Nsubjpass);
        let verb = tree.head(pronoun).filter(|_| it && subject)?;
        let around = tree
            .head(verb)
            .filter(|_| matches!(tree.dep(verb), Dep::Advcl | Dep::Conj))?;
        let before = tree.kid(around, Dep::Nsubj).filter(|&at| at < pronoun)?;
        let side = tree.pos(before) == Pos::Propn && lexicon.is_side(tree.word(before));
        side.then_some(before)
    }

    /// "The dam was mined by the rebels and they blew it up", "rebels entered the town and they burned it": those of the
    /// clause that it is joined to, where one of that clause alone can be meant.
    pub(super) fn many_around(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let they =
            tree.dep(pronoun) == Dep::Nsubj && lexicon.parties.means_many(tree.lemma(pronoun));
        let verb = tree.head(pronoun).filter(|_| they)?;
        let around = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Conj)?;
        let many = |&at: &usize| {
            let plural = matches!(tree.tag(at), Tag::NNS | Tag::NNPS);
            plural && at < pronoun && lexicon.words.is_somebody(tree.lemma(at))
        };
        // "Officials said rebels came and they fired": either.
        let above = tree
            .ancestors(around)
            .filter_map(|at| tree.kid(at, Dep::Nsubj));
        if above.into_iter().any(|at| many(&at)) {
            return None;
        }
        let told = [
            tree.subject(around),
            tree.agent(around),
            tree.object(around),
        ];
        let mut told = told.into_iter().flatten().filter(many);
        let one = told.next()?;
        told.all(|other| other == one).then_some(one)
    }

    /// "A soldier was shot after he crossed the river and fired at a patrol": the soldier; "the officer shot the man after he
    /// drew a gun" leaves open who did.
    pub(super) fn person_around(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let person = lexicon.words.has(Set::PersonPronoun, tree.lemma(pronoun));
        let subject = matches!(tree.dep(pronoun), Dep::Nsubj | Dep::Nsubjpass);
        let mut verb = tree.head(pronoun).filter(|_| person && subject)?;
        while tree.dep(verb) == Dep::Conj && tree.head(verb).is_some_and(|mate| tree.is_verb(mate))
        {
            verb = tree.head(verb)?;
        }
        let around = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Advcl)?;
        let own =
            |&kid: &usize| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass) && kid < pronoun;
        let before = tree.kids(around).find(own)?;
        let somebody = |at: usize| {
            let one = !matches!(tree.tag(at), Tag::NNS | Tag::NNPS);
            one && (names_person(tree, lexicon, at) || self.is_common_person(at))
        };
        // Whoever suffered it may be meant as well.
        let alone = tree.is_passive(around) || tree.object(around).is_none();
        let told = |at: usize| {
            let phrase = phrase_text(tree, &lexicon.words, at).0;
            lexicon.parties.gender_told(&phrase)
        };
        let (asked, gender) = (told(pronoun), told(before));
        let fits = asked.is_none() || gender.is_none() || asked == gender;
        (fits && alone && somebody(before)).then_some(before)
    }

    /// "The banker was detained, allegations he rejects": the only noun for one person before, where the text names nobody.
    pub(super) fn only_person_before(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let word = tree.lemma(pronoun);
        let third = lexicon.words.has(Set::PersonPronoun, word) && tree.tag(pronoun) == Tag::PRP;
        let asked = lexicon.parties.gender_told(word).filter(|_| third)?;
        // "I saw a man, he said": who tells of him is another.
        let says = tree.head_verb(pronoun)?;
        let one = |&at: &usize| {
            let role = |set| lexicon.words.has(set, tree.lemma(at));
            let told = lexicon.parties.gender_told(tree.lemma(at));
            tree.tag(at) == Tag::NN
                && (role(Set::PersonNoun) || role(Set::RoleNoun))
                && matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj)
                && told.is_none_or(|gender| gender == asked)
                && !tree.is_below(at, says)
        };
        let mut found = (0..pronoun).filter(one);
        found.next().filter(|_| found.next().is_none())
    }

    /// "a soldier", "the woman": a common noun for one person.
    fn is_common_person(&self, at: usize) -> bool {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        tree.pos(at) == Pos::Noun && words.has(Set::PersonNoun, tree.lemma(at))
    }

    /// Whom "he", "she" or "it" means who does something and is not whoever speaks: "'He struck me,' she said".
    pub(in crate::extract) fn another(
        &self,
        pronoun: usize,
        speaker: &str,
        memory: &Memory,
    ) -> Option<Found<CompactString>> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let person = lexicon.words.has(Set::PersonPronoun, tree.lemma(pronoun));
        let third = person && tree.tag(pronoun) == Tag::PRP;
        let span = tree.sentence.tokens[pronoun].span;
        let written = || CompactString::from(tree.word(pronoun));
        third.then(|| {
            let other = memory.antecedent_apart(tree, lexicon, pronoun, Some(speaker));
            let value = other.cloned().unwrap_or_else(written);
            Found::at(value, span, "actor.pronoun")
        })
    }

    /// "as the arrest showed": a common noun for nobody, and for no document that somebody issues.
    pub(in crate::extract) fn shows_only(&self, head: usize) -> bool {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let lemma = tree.lemma(head);
        let document = [Set::DocumentNoun, Set::AccountNoun, Set::EvidenceNoun]
            .into_iter()
            .any(|set| lexicon.words.has(set, lemma));
        let text = phrase_text(tree, &lexicon.words, head).0;
        tree.pos(head) == Pos::Noun
            && tree.label(head).is_none()
            && !document
            && !lexicon.words.is_somebody(lemma)
            && !lexicon.parties.can_speak(&text)
            && lexicon.parties.role_of(tree.word(head)).is_none()
    }

    /// "'They shot at us,' the guard said": whoever speaks says "we" of his own, so that others are meant.
    pub(in crate::extract) fn speaks_of_others(&self, pronoun: usize) -> bool {
        let many = self.lexicon().parties.means_many(self.tree.lemma(pronoun));
        let third = many && self.tree.tag(pronoun) == Tag::PRP;
        let run = || {
            let by = self.quoted_by.as_ref();
            by.is_some_and(|by| by.rule == QUOTATION_RUN)
        };
        third && (self.is_inside_quotation(pronoun) || run())
    }

    /// "'He put them there,' Roe said": a pronoun of the third person inside a quotation that its speaker stands outside of.
    pub(in crate::extract) fn is_quoted_apart(
        &self,
        pronoun: usize,
        speaker: Option<usize>,
    ) -> bool {
        let tree = &self.tree;
        let third = self
            .lexicon()
            .words
            .has(Set::PersonPronoun, tree.lemma(pronoun));
        let inside = |at: usize| self.is_inside_quotation(at);
        third && speaker.is_some_and(|speaker| inside(pronoun) && !inside(speaker))
    }

    fn is_inside_quotation(&self, at: usize) -> bool {
        let marks = (0..at).rev().map(|at| self.tree.tag(at));
        let mut marks = marks.filter(|tag| matches!(tag, Tag::OpenQuote | Tag::CloseQuote));
        marks.next() == Some(Tag::OpenQuote)
    }
}

/// The rule of the speaker of a sentence inside a quotation that begins before it.
const QUOTATION_RUN: &str = "speaker.quotation-run";
