//! Word lists as data: frames, cues, parties, places, units; loaded, overlaid with the user's own, and looked up.

pub mod admissions;
pub mod assertions;
pub mod case_classes;
pub mod cues;
pub mod dates;
pub mod denial_idioms;
pub mod forms;
pub mod frames;
pub mod kin;
pub mod lemmas;
pub mod likeness;
pub mod numbers;
pub mod overlay;
pub mod page_labels;
pub mod parties;
pub mod places;
pub mod ranks;
pub mod report_weights;
pub mod table;
pub mod topic;
pub mod vectors;
pub mod words;

use std::path::Path;

use crate::error::Error;
use crate::model::place::PlaceKind;

use overlay::Overlay;

/// Every list that the stages ask, loaded once.
#[derive(Debug)]
pub struct Lexicon {
    /// Reporting words.
    pub cues: cues::Cues,
    /// Idioms of denial.
    pub idioms: denial_idioms::DenialIdioms,
    /// Assertion frames.
    pub frames: frames::Frames,
    /// Small word sets.
    pub words: words::WordSets,
    /// Who speaks for whom.
    pub parties: &'static parties::PartyLexicon,
    /// Places of the world.
    pub places: &'static places::Gazetteer,
    /// Words of time.
    pub dates: dates::DateWords,
    /// Number words.
    pub numbers: numbers::NumberWords,
    /// Lemmas that the parser cuts too short, and irregular forms.
    pub lemmas: lemmas::Lemmas,
}

impl Lexicon {
    /// The lists that are compiled in.
    pub fn embedded() -> Self {
        Lexicon {
            cues: cues::Cues::embedded(),
            idioms: denial_idioms::DenialIdioms::embedded(),
            frames: frames::Frames::embedded(),
            words: words::WordSets::embedded(),
            parties: parties::PartyLexicon::embedded(),
            places: places::Gazetteer::embedded(),
            dates: dates::DateWords::embedded(),
            numbers: numbers::NumberWords::embedded(),
            lemmas: lemmas::Lemmas::embedded(),
        }
    }

    /// The lists that are compiled in with those of `folder` laid over them; an empty path means none.
    ///
    /// The party and place lists made so are kept until the program ends.
    ///
    /// # Errors
    /// The folder or a list in it cannot be read, a list there bears a name that no list has, or a line of it does not
    /// fit its columns.
    pub fn with_overlay(folder: &Path) -> Result<Self, Error> {
        if folder.as_os_str().is_empty() {
            return Ok(Lexicon::embedded());
        }
        let own = Overlay::read(folder)?;
        let mut faults = Vec::new();
        let lexicon = Lexicon {
            cues: cues::Cues::read(&own, &mut faults),
            idioms: denial_idioms::DenialIdioms::read(&own),
            frames: frames::Frames::read(&own, &mut faults),
            words: words::WordSets::read(&own, &mut faults),
            parties: Box::leak(Box::new(parties::PartyLexicon::read(&own, &mut faults))),
            places: Box::leak(Box::new(places::Gazetteer::read(&own, &mut faults))),
            dates: dates::DateWords::read(&own, &mut faults),
            numbers: numbers::NumberWords::read(&own, &mut faults),
            lemmas: lemmas::Lemmas::read(&own),
        };
        overlay::refuse(folder, &faults)?;
        Ok(lexicon)
    }

    /// The question that an assertion answers; occurrence for one that no list knows.
    pub fn question(&self, assertion: &str) -> crate::model::claim::Question {
        assertions::Assertions::builtin().get(assertion).question
    }

    /// Whether a name stands in the gazetteer.
    pub fn is_place(&self, name: &str) -> bool {
        self.places.find(name).next().is_some()
            && self.places.stop_line(name).is_none()
            && !self.names_a_movement(name)
    }

    /// Whether a name is that of a town or village, or of nothing that the gazetteer knows.
    pub fn is_settlement(&self, name: &str) -> bool {
        let mut kinds = self.places.find(name).map(|place| place.kind()).peekable();
        kinds.peek().is_none() || kinds.any(|kind| kind == PlaceKind::Settlement)
    }

    /// Whether a name is that of an armed group or a political party, and of no capital, chief town or place of just
    /// that name.
    pub fn names_a_movement(&self, name: &str) -> bool {
        use parties::PartyKind::{Group, Political, State};
        let found = self.parties.find(name, None);
        let is = |kind| found.iter().any(|m| !m.form.weak && m.entry.kind == kind);
        // "Sanaa" is short for the group that holds it, and a town all the same.
        let town = |place: places::PlaceRef<'_>| {
            place.is_chief()
                || place.is_capital()
                || self.places.fold(place.name()) == self.places.fold(name)
        };
        (is(Group) || is(Political)) && !is(State) && !self.places.find(name).any(town)
    }

    /// Whether a name stands in the party lists.
    pub fn is_party(&self, name: &str) -> bool {
        self.parties.is_party(name)
    }

    /// Whether a word with this lemma is one for an armed body: a noun for a force, or a side that is no place as well.
    pub fn is_armed(&self, word: &str, lemma: &str) -> bool {
        let force = self.words.has(words::Set::ForceNoun, lemma);
        force || self.is_party(word) && !self.is_place(word)
    }

    /// Whether a name is that of a state, a body, a group or a party, and of no firm, medium or person.
    pub fn is_side(&self, name: &str) -> bool {
        use parties::PartyKind::{Company, Outlet, Person};
        let private = |kind| matches!(kind, Company | Outlet | Person);
        let found = self.parties.find(name, None);
        found.iter().any(|found| !private(found.entry.kind))
    }

    /// Whether a name is nobody's but a company's or another body's.
    pub fn is_body(&self, name: &str) -> bool {
        use parties::PartyKind::{Person, State};
        let found = self.parties.find(name, None);
        let person = |kind| matches!(kind, Person | State);
        !found.is_empty() && !found.iter().any(|found| person(found.entry.kind))
    }

    /// Whether a name is that of an outlet.
    pub fn is_outlet(&self, name: &str) -> bool {
        let found = self.parties.find(name, None);
        let outlet = parties::PartyKind::Outlet;
        found.iter().any(|found| found.entry.kind == outlet)
    }

    /// Whether a name can stand before the colon of a headline: a party, or an office or body ("Deputy minister").
    pub fn speaks(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or("").to_lowercase();
        let office = [words::Set::RoleNoun, words::Set::BodyNoun]
            .into_iter()
            .any(|set| self.words.has(set, &last));
        office || self.is_party(name)
    }

    /// The verb of a frame that a word is with the longest ending ("hiding" hide, "stabbing" stab).
    pub fn verb_with_ending(&self, word: &str) -> Option<&str> {
        let stem = word.get(..word.len().checked_sub(LONGEST_ENDING)?)?;
        let last = stem.chars().next_back()?;
        let undoubled = stem.strip_suffix(last).filter(|rest| rest.ends_with(last));
        let fits = |verb: &&str| {
            let silent = verb.len() == stem.len() + 1 && verb.starts_with(stem);
            *verb == stem || silent || Some(*verb) == undoubled
        };
        self.frames.verbs().filter(fits).min()
    }

    /// Whether a word is a verb of report with an ending, or one that has none but is not the bare verb ("claims", "said").
    pub fn is_report_form(&self, word: &str) -> bool {
        let verb = |lemma: &str| self.cues.find(lemma, cues::CuePart::Verb).is_some();
        let stem = |cut: usize| word.get(..word.len().checked_sub(cut)?);
        let mut irregular = self.lemmas.irregular_forms();
        (1..=LONGEST_ENDING).filter_map(stem).any(verb)
            || irregular.any(|(form, lemma)| form == word && verb(lemma))
    }

    /// Whether a word ends the label of a kind of page ("live").
    pub fn is_page_label(&self, word: &str) -> bool {
        self.words.has(words::Set::TitleLabel, word)
    }

    /// Whether a noun is one for somebody who speaks: an office, a body, a person by trade, a medium.
    pub fn is_voice(&self, noun: &str) -> bool {
        let words = parties::split_words(noun);
        let role = self.parties.longest_role(&words, 0);
        let speaks = role.is_some_and(|(length, role)| {
            let medium = matches!(
                role.kind,
                parties::RoleKind::Outlet | parties::RoleKind::StateMedia
            );
            length == words.len() && (role.speaks() || medium)
        });
        speaks || self.words.has(words::Set::PersonNoun, &noun.to_lowercase())
    }

    /// Whether a noun is one for many who speak: "nurses", "officials", "police".
    pub fn are_speakers(&self, noun: &str) -> bool {
        let words = parties::split_words(noun);
        let role = self.parties.longest_role(&words, 0);
        role.is_some_and(|(length, role)| {
            let force = role.kind == parties::RoleKind::Force;
            length == words.len() && role.speaks() && (role.many || force)
        })
    }

    /// Whether a noun is one for a statement or a reply.
    pub fn is_statement(&self, noun: &str) -> bool {
        let noun = noun.to_lowercase();
        [words::Set::DocumentNoun, words::Set::ReplyNoun]
            .into_iter()
            .any(|set| self.words.has(set, &noun))
    }

    /// Whether a sentence may begin with a small word ("the", "In").
    pub fn opens_sentence(&self, word: &str) -> bool {
        self.words
            .has(words::Set::OpeningWord, &word.to_lowercase())
    }

    /// Whether an article is its outlet's own word: that of a listed party, of a name with a document behind it in
    /// brackets ("Sindmina (statement)"), or of a body that its name, the headline or the first words show to be one.
    pub fn issues_own_word(&self, outlet: &str, title: &str, body: &str) -> bool {
        let (name, remark) = outlet.split_once('(').unwrap_or((outlet, ""));
        let words = parties::split_words(remark.trim_end_matches(')'));
        // "statement", "regulatory announcement": what stands in brackets ends with a document.
        let document = (0..words.len()).any(|start| {
            self.parties
                .longest_role(&words, start)
                .is_some_and(|(length, role)| {
                    start + length == words.len() && role.kind == parties::RoleKind::Text
                })
        });
        document
            || self.parties.names_public_body(name)
            || self.parties.names_firm(name)
            || self.is_newsroom(name)
            || self
                .parties
                .find(name.trim(), None)
                .first()
                .is_some_and(|found| found.entry.kind.issues_own_word())
            || self.parties.issuer(outlet, title).is_some()
            || self.parties.begins_own_word(outlet, body)
    }

    /// "Chevron Newsroom": a listed firm or body with the office that issues its word.
    fn is_newsroom(&self, name: &str) -> bool {
        let words = parties::split_words(name);
        (1..words.len()).any(|at| {
            let office = self.parties.longest_role(&words, at);
            let ends = office
                .is_some_and(|(length, role)| role.is_press_office() && at + length == words.len());
            let before = name.get(..words[at].start).unwrap_or("").trim();
            let found = self.parties.find(before, None);
            ends && found
                .iter()
                .any(|found| found.entry.kind != parties::PartyKind::Outlet)
        })
    }

    /// Whether a pronoun (lower case) means one thing or body ("it", not "they").
    pub fn is_single_it(&self, pronoun: &str) -> bool {
        self.words.has(words::Set::ItPronoun, pronoun) && !self.parties.means_many(pronoun)
    }

    /// Whether a name is that of a person in the party lists.
    pub fn is_person(&self, name: &str) -> bool {
        self.parties
            .find(name, None)
            .iter()
            .any(|found| found.entry.kind == parties::PartyKind::Person)
    }
}

/// Letters that an ending adds to a verb, at most ("ing").
const LONGEST_ENDING: usize = 3;
