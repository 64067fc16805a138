//! Whom a pronoun that speaks means, where its own sentence names him before.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::anaphora::{is_pronoun, names_person};
use super::super::cue::verb_entry;
use super::super::phrase::phrase_text;
use super::super::reading::Reading;
use super::points_to_speaker;

impl Reading<'_> {
    /// "'Nobody died', the command maintained, until it confirmed that a girl had": the command, which the same sentence
    /// names as a speaker before.
    pub(in crate::extract) fn speaker_before(&self, pronoun: usize) -> Option<usize> {
        if let Some(owner) = self.subject_owning(pronoun) {
            return Some(owner);
        }
        let third = self
            .lexicon()
            .words
            .has(Set::ThirdPronoun, self.tree.lemma(pronoun));
        if !third || !is_pronoun(&self.tree, pronoun) {
            return None;
        }
        if let Some(answering) = self.answers_beside(pronoun) {
            return Some(answering);
        }
        // "a delegation had threatened it, it said": who is told of is not who tells it.
        let told: Vec<usize> = self
            .cues
            .iter()
            .filter(|cue| cue.speaker == Some(pronoun))
            .flat_map(|cue| cue.contents.iter().copied())
            .collect();
        let is_told = |token: usize| {
            told.contains(&token) || self.tree.ancestors(token).any(|at| told.contains(&at))
        };
        let named = self
            .cues
            .iter()
            .filter(|cue| {
                cue.class == CueClass::Say && cue.modality.is_none() || !is_told(cue.token)
            })
            .filter_map(|cue| cue.speaker)
            .filter(|&head| head < pronoun && !is_pronoun(&self.tree, head));
        let last = named.max();
        // "turned Norway's claim on its head after it accused the fleet": not whose claim it was.
        let noun = last.is_some_and(|head| {
            let mut own = self.cues.iter().filter(|cue| cue.speaker == Some(head));
            own.all(|cue| cue.nominal)
        });
        if let Some(side) = self.side_above(pronoun).filter(|_| noun) {
            return Some(side);
        }
        last.filter(|&head| points_to_speaker(self, pronoun, Some(head)))
            .or_else(|| self.actor_before_colon(pronoun))
            .or_else(|| self.actor_above(pronoun))
            .or_else(|| self.somebody_above(pronoun))
            .or_else(|| self.person_above(pronoun))
            .or_else(|| self.side_above(pronoun))
            .or_else(|| self.side_around(pronoun))
    }

    /// "The general staff has not gone back on its word that …": the staff, which acts in the clause around.
    fn subject_owning(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let owns = tree.tag(pronoun) == Tag::PRPS && tree.dep(pronoun) == Dep::Poss;
        let word = tree.lemma(pronoun);
        let person = lexicon.words.has(Set::PersonPronoun, word);
        let one = lexicon.is_single_it(word) && !person;
        let many = lexicon.parties.means_many(word);
        let verb = tree.head_verb(pronoun).filter(|_| owns && (one || many))?;
        let subject = tree.kid(verb, Dep::Nsubj).filter(|&at| at < pronoun)?;
        let plural = matches!(tree.tag(subject), Tag::NNS | Tag::NNPS);
        let body =
            tree.pos(subject) == Pos::Propn || lexicon.words.is_somebody(tree.lemma(subject));
        let fits = if plural { many } else { one || body && many };
        (body && fits && !is_pronoun(tree, subject)).then_some(subject)
    }

    /// "Norway turned the claims on their head after it accused the fleet": Norway, of which the main clause tells.
    fn side_above(&self, pronoun: usize) -> Option<usize> {
        let tree = &self.tree;
        let one = self.lexicon().is_single_it(tree.lemma(pronoun));
        let verb = tree
            .head(pronoun)
            .filter(|_| one && tree.dep(pronoun) == Dep::Nsubj)?;
        // "Norway went on after, it says, the fleet had fired": the report is inserted in the clause beside the main one.
        let host = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Parataxis);
        let beside = host.unwrap_or(verb);
        let main = tree
            .ancestors(beside)
            .filter(|&at| matches!(tree.dep(beside), Dep::Advcl | Dep::Relcl) && tree.is_verb(at))
            .find(|&at| tree.kid(at, Dep::Nsubj).is_some_and(|kid| kid < pronoun))?;
        let subject = tree.kid(main, Dep::Nsubj).filter(|&at| at < pronoun)?;
        let side = matches!(
            tree.label(subject),
            Some(EntityLabel::Org | EntityLabel::Gpe)
        ) && tree.pos(subject) == Pos::Propn;
        side.then_some(subject)
    }

    /// "The party attacked Ana Lima after she alleged fraud": the only person whom the main clause names.
    fn person_above(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let (words, parties) = (&lexicon.words, &lexicon.parties);
        let verb = tree
            .head(pronoun)
            .filter(|_| tree.dep(pronoun) == Dep::Nsubj)?;
        let main = tree.head(verb).filter(|&at| {
            let after = tree.dep(verb) == Dep::Advcl && at < pronoun && pronoun < verb;
            after && tree.is_verb(at)
        })?;
        if !words.has(Set::PersonPronoun, tree.lemma(pronoun)) {
            return None;
        }
        let subject = tree.kid(main, Dep::Nsubj)?;
        let asked = parties.gender_told(tree.lemma(pronoun));
        let named = |&at: &usize| {
            let told = parties.gender_told(&phrase_text(tree, words, at).0);
            tree.label(at) == Some(EntityLabel::Person)
                && !matches!(tree.dep(at), Dep::Compound | Dep::Poss)
                && tree.is_below(at, main)
                && (told.is_none() || asked.is_none() || told == asked)
        };
        let mut persons = (0..pronoun).filter(named);
        let only = persons.next().filter(|_| persons.next().is_none())?;
        let other = is_pronoun(tree, subject) || names_person(tree, lexicon, subject);
        (!other && only > main).then_some(only)
    }

    /// "Ana Lima scolded the mayor, whom she blamed for the flood": Ana Lima, who acts in the main clause.
    fn actor_above(&self, pronoun: usize) -> Option<usize> {
        let tree = &self.tree;
        let verb = tree
            .head(pronoun)
            .filter(|_| tree.dep(pronoun) == Dep::Nsubj)?;
        let aside = matches!(tree.dep(verb), Dep::Relcl | Dep::Advcl);
        let main = tree
            .ancestors(verb)
            .filter(|&at| aside && tree.is_verb(at))
            .last()?;
        let subject = tree.kid(main, Dep::Nsubj).filter(|&at| at < pronoun)?;
        let (words, parties) = (&self.lexicon().words, &self.lexicon().parties);
        let person = words.has(Set::PersonPronoun, tree.lemma(pronoun));
        let name = phrase_text(tree, words, subject).0;
        let told = parties.gender_told(&name);
        let asked = parties.gender_told(tree.lemma(pronoun));
        let named = tree.pos(subject) == Pos::Propn && names_person(tree, self.lexicon(), subject);
        let fits = told.is_none() || asked.is_none() || told == asked;
        (person && named && fits).then_some(subject)
    }

    /// "A member of the council wrote a letter in which he denied it": the one person who acts in the clause around it, or
    /// whom it befalls before he speaks.
    fn somebody_above(&self, pronoun: usize) -> Option<usize> {
        let (tree, lexicon) = (&self.tree, self.lexicon());
        let verb = tree
            .head(pronoun)
            .filter(|_| tree.dep(pronoun) == Dep::Nsubj)?;
        let around = tree
            .ancestors(verb)
            .filter(|&at| matches!(tree.dep(verb), Dep::Relcl | Dep::Advcl) && tree.is_verb(at))
            .find(|&at| {
                let own = [Dep::Nsubj, Dep::Nsubjpass];
                tree.dep(verb) == Dep::Relcl
                    || own.into_iter().any(|dep| tree.kid(at, dep).is_some())
            })?;
        // "The envoy was rebuked after he claimed that …": of an active clause, it may be whom he rebuked.
        let role = match tree.dep(verb) {
            Dep::Advcl => Dep::Nsubjpass,
            _ => Dep::Nsubj,
        };
        let subject = tree.kid(around, role).filter(|&at| at < pronoun)?;
        let lemma = tree.lemma(subject);
        let person = [Set::PersonNoun, Set::RoleNoun]
            .into_iter()
            .any(|set| lexicon.words.has(set, lemma));
        let asked = lexicon.words.has(Set::PersonPronoun, tree.lemma(pronoun));
        (asked && person && tree.tag(subject) == Tag::NN).then_some(subject)
    }

    /// "The council accused Tom Orme of fraud, which he denies": whoever is accused right before, else of whom the clause
    /// tells.
    fn answers_beside(&self, pronoun: usize) -> Option<usize> {
        let tree = &self.tree;
        let verb = tree
            .head(pronoun)
            .filter(|_| tree.dep(pronoun) == Dep::Nsubj)?;
        let relative = |kid: usize| tree.tag(kid) == Tag::WDT && tree.dep(kid) == Dep::Dobj;
        let entry = verb_entry(tree, &self.lexicon().cues, verb);
        let denies =
            entry.is_some_and(|cue| matches!(cue.class, CueClass::Deny | CueClass::Confirm));
        if !(denies && tree.kids(verb).any(relative)) {
            return None;
        }
        let before = |at: &usize| *at < pronoun && !is_pronoun(tree, *at);
        let accused = self.cues.iter().filter_map(|cue| cue.accused);
        let person = |at: &usize| names_person(tree, self.lexicon(), *at);
        let told = || {
            let mut clauses = tree.ancestors(verb).filter(|&at| tree.is_verb(at));
            clauses.find_map(|at| tree.subject(at).filter(before).filter(person))
        };
        accused.filter(before).max().or_else(told)
    }

    /// "An officer laughed at this: it was taken from the army, he said": the officer, who acts before the colon.
    fn actor_before_colon(&self, pronoun: usize) -> Option<usize> {
        let tree = &self.tree;
        let colon = (0..pronoun).rev().find(|&at| tree.tag(at) == Tag::Colon)?;
        let acts = |&at: &usize| {
            let subject = tree.dep(at) == Dep::Nsubj && !is_pronoun(tree, at);
            subject && names_person(tree, self.lexicon(), at)
        };
        let actor = (0..colon).rev().find(acts)?;
        points_to_speaker(self, pronoun, Some(actor)).then_some(actor)
    }
}
