//! Towns that no list knows and that the parser takes for persons or bodies: what an article tells of them in one sentence
//! holds in all of its sentences.

mod borne;
mod parted;

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use crate::lexicon::Lexicon;
use crate::lexicon::assertions::Ground;
use crate::lexicon::frames::{Condition, Frame, Need, Slot};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Entity, EntityLabel, ParsedSentence, Pos, Tag};
use crate::model::span::Span;

use super::Placed;
use borne::Borne;

/// Labels as places the names that armed bodies take, hold or lose, or that stand behind words for a place, and that the
/// article gives to nobody.
pub fn settle(sentences: &mut [Placed], text: &str, lexicon: &Lexicon) {
    let mut borne = Borne::read(text, lexicon);
    borne.note_persons(sentences);
    for placed in sentences.iter_mut() {
        parted::part(&mut placed.sentence, lexicon);
        restore(&mut placed.sentence);
        unname(&mut placed.sentence, &borne, lexicon);
    }
    let towns = towns_of(sentences, &borne, lexicon);
    if !towns.is_empty() {
        relabel(sentences, &towns);
    }
}

/// The names that one of the sentences tells to be towns, and none to be persons.
fn towns_of(sentences: &[Placed], borne: &Borne, lexicon: &Lexicon) -> FxHashSet<CompactString> {
    let mut towns: FxHashSet<CompactString> = FxHashSet::default();
    let mut persons: FxHashSet<CompactString> = FxHashSet::default();
    for placed in sentences {
        let sentence = &placed.sentence;
        for entity in sentence.entities.iter().filter(|entity| is_open(entity)) {
            let name = Name {
                sentence,
                entity,
                lexicon,
            };
            persons.extend(name.surname());
            if name.is_town() {
                towns.insert(written(sentence, entity).into());
            }
        }
    }
    towns.retain(|town| !persons.contains(town) && !borne.is_part_of_name(town));
    towns
}

fn relabel(sentences: &mut [Placed], towns: &FxHashSet<CompactString>) {
    for placed in sentences {
        let sentence = &mut placed.sentence;
        for at in 0..sentence.entities.len() {
            let entity = &sentence.entities[at];
            if is_open(entity) && towns.contains(written(sentence, entity)) {
                sentence.entities[at].label = EntityLabel::Gpe;
            }
        }
    }
}

/// The words of a name as its sentence has them.
fn written<'s>(sentence: &'s ParsedSentence, entity: &Entity) -> &'s str {
    let (first, last) = (entity.first as usize, entity.last as usize);
    sentence.slice(Span {
        start: sentence.tokens[first].span.start,
        end: sentence.tokens[last].span.end,
    })
}

/// "still held Umbakor": a name behind a verb without an object that the parser takes for an adverb.
fn restore(sentence: &mut ParsedSentence) {
    for at in 1..sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let verb = token.head as usize;
        let capital = sentence.word(at).starts_with(char::is_uppercase);
        let adverb = token.tag == Tag::RB && token.dep == Dep::Advmod;
        let behind = verb + 1 == at && sentence.tokens[verb].pos == Pos::Verb;
        let mut others = sentence
            .tokens
            .iter()
            .filter(|other| other.head as usize == verb);
        if capital && adverb && behind && !others.any(|other| other.dep == Dep::Dobj) {
            let token = &mut sentence.tokens[at];
            (token.pos, token.tag, token.dep) = (Pos::Propn, Tag::NNP, Dep::Dobj);
        }
    }
}

/// "had captured Buzarin", where the text has "Idris Buzarin": a man, and no town that a list knows.
fn unname(sentence: &mut ParsedSentence, borne: &Borne, lexicon: &Lexicon) {
    for at in 0..sentence.tokens.len() {
        let named = sentence.tokens[at].pos == Pos::Propn;
        let of = |entity: &Entity| (entity.first..=entity.last).contains(&(at as u32));
        let label = sentence.entities.iter().find(|entity| of(entity));
        let town = label.is_none_or(|entity| entity.first == entity.last && is_unsure(entity));
        let word = sentence.word(at);
        if !named || !town || !borne.is_surname(word) || is_listed(word, lexicon) {
            continue;
        }
        let person = Entity {
            first: at as u32,
            last: at as u32,
            label: EntityLabel::Person,
        };
        match sentence.entities.iter_mut().find(|entity| of(entity)) {
            Some(entity) => *entity = person,
            None => {
                let place = sentence
                    .entities
                    .partition_point(|entity| entity.first < at as u32);
                sentence.entities.insert(place, person);
            }
        }
    }
}

/// What the parser may call a surname that stands alone.
fn is_unsure(entity: &Entity) -> bool {
    matches!(entity.label, EntityLabel::Gpe | EntityLabel::Org)
}

/// Whether the lists have a word as something other than a surname: a place, or a noun for a place, a body or somebody
/// ("Charles Hospital").
fn is_listed(word: &str, lexicon: &Lexicon) -> bool {
    let lower = word.to_lowercase();
    let noun = [Set::FacilityNoun, Set::PlaceNoun, Set::BodyNoun]
        .into_iter()
        .any(|set| lexicon.words.has(set, &lower));
    // "Hernán Bustos", though some small town is called so.
    let town = || {
        let mut places = lexicon.places.find(word);
        lexicon.is_party(word) || places.any(|place| place.population() >= KNOWN_TOWN)
    };
    noun || lexicon.is_place(word) && town() || lexicon.is_voice(&lower)
}

/// Inhabitants from which a town is meant by its name, whoever in the article bears it.
const KNOWN_TOWN: u32 = 100_000;

/// What the parser calls a name that may be a town's.
fn is_open(entity: &Entity) -> bool {
    matches!(entity.label, EntityLabel::Person | EntityLabel::Org)
}

/// A name in its sentence.
struct Name<'s> {
    sentence: &'s ParsedSentence,
    entity: &'s Entity,
    lexicon: &'s Lexicon,
}

impl Name<'_> {
    fn head(&self) -> usize {
        self.entity.last as usize
    }

    /// The last word of a name that is a person's: one of several words, or behind a title.
    fn surname(&self) -> Option<CompactString> {
        let person = self.entity.label == EntityLabel::Person;
        let titled = self.kids(self.head()).any(|kid| {
            kid < self.head() && self.dep(kid) == Dep::Compound && self.pos(kid) == Pos::Propn
        });
        let long = self.entity.first < self.entity.last;
        (person && (titled || long)).then(|| self.sentence.word(self.head()).into())
    }

    /// Whether the sentence tells that it is a town.
    fn is_town(&self) -> bool {
        let first = self
            .sentence
            .word(self.entity.first as usize)
            .to_lowercase();
        let several = self.entity.first < self.entity.last;
        let text = written(self.sentence, self.entity);
        if self.pos(self.head()) != Pos::Propn
            || self.lexicon.is_party(text)
            || self.lexicon.is_person(text)
            || several && self.lexicon.parties.is_first_name(&first)
            || self.kids(self.head()).any(|kid| self.dep(kid) == Dep::Det)
        {
            return false;
        }
        match self.dep(self.head()) {
            Dep::Dobj => self.is_taken(),
            Dep::Pobj => self.is_of_capture() || self.is_left() || self.is_scene(),
            Dep::Nsubj => self.falls() || self.is_under_control(),
            _ => false,
        }
    }

    /// "captured Umbakor", "still held Umbakor": what an armed body takes or holds.
    fn is_taken(&self) -> bool {
        let verb = self.over(self.head());
        let frames = self.lexicon.frames.of_verb(&self.lemma(verb)).iter();
        let frames: Vec<&Frame> = frames
            .filter(|frame| frame.needs.is_none() && frame.theme == Slot::Object)
            .collect();
        let place = frames.iter().any(|frame| is_of_place(frame));
        // Persons are captured and held, too, but a person of two words is named as one.
        let only = frames.iter().all(|frame| is_of_place(frame));
        let lone = self.entity.first == self.entity.last;
        let doer = self.kids(verb).find(|&kid| self.dep(kid) == Dep::Nsubj);
        place
            && (only || lone)
            && doer.is_some_and(|doer| self.pos(doer) == Pos::Pron || self.is_armed(doer))
    }

    /// "the capture of Umbakor": behind a noun for how a place is taken or lost, where arms are told of.
    fn is_of_capture(&self) -> bool {
        let of = self.over(self.head());
        let noun = self.over(of);
        let slot = Slot::Preposition(self.lemma(of).to_string());
        let mut frames = self.lexicon.frames.of_noun(&self.lemma(noun)).iter();
        let place = frames.any(|frame| {
            frame.needs.is_none()
                && frame.theme == slot
                && is_of_place(frame)
                && self.is_of_control(frame)
        });
        let mut words = 0..self.sentence.tokens.len();
        place && words.any(|word| self.is_armed(word))
    }

    /// "drove the rebels out of Umbakor", "withdrew from Umbakor": what armed bodies leave or drive others from.
    fn is_left(&self) -> bool {
        let preposition = self.over(self.head());
        let above = self.over(preposition);
        let outer = match self.pos(above) {
            Pos::Adp => above,
            _ => preposition,
        };
        let verb = self.over(outer);
        let slot = Slot::Preposition(self.lemma(outer).to_string());
        let mut frames = self.lexicon.frames.of_verb(&self.lemma(verb)).iter();
        let place = frames
            .any(|frame| frame.theme == slot && is_of_place(frame) && self.is_of_control(frame));
        let doer = self.kids(verb).find(|&kid| self.dep(kid) == Dep::Nsubj);
        place && doer.is_some_and(|doer| self.is_armed(doer))
    }

    /// "were killed in Umbakor", "fled to a camp near Umbakor".
    fn is_scene(&self) -> bool {
        let preposition = self.over(self.head());
        let scene = self
            .lexicon
            .words
            .has(Set::ScenePreposition, &self.lemma(preposition));
        let person = self.entity.label == EntityLabel::Person;
        scene && person && self.pos(self.over(preposition)) == Pos::Verb
    }

    /// "Umbakor had fallen": as towns do, and bodies do in price.
    fn falls(&self) -> bool {
        let verb = self.over(self.head());
        let mut frames = self.lexicon.frames.of_verb(&self.lemma(verb)).iter();
        let person = self.entity.label == EntityLabel::Person;
        let alone = !self.kids(verb).any(|kid| {
            matches!(
                self.dep(kid),
                Dep::Dobj | Dep::Acomp | Dep::Prt | Dep::Npadvmod
            )
        });
        person
            && alone
            && frames.any(|frame| {
                frame.needs.is_none() && frame.theme == Slot::Subject && is_of_place(frame)
            })
    }

    /// "Umbakor remains under rebel control".
    fn is_under_control(&self) -> bool {
        let verb = self.over(self.head());
        let told = |need: &Need| match need {
            Need::Phrase(preposition, noun) => self.kids(verb).any(|kid| {
                let below = || self.kids(kid).any(|own| self.lemma(own) == *noun);
                self.lemma(kid) == *preposition && below()
            }),
            Need::Dependent(_) => false,
        };
        let mut frames = self.lexicon.frames.of_verb(&self.lemma(verb)).iter();
        frames.any(|frame| {
            let needs = frame.needs.as_ref().is_some_and(told);
            needs && frame.theme == Slot::Subject && self.is_of_control(frame)
        })
    }

    fn is_armed(&self, at: usize) -> bool {
        self.lexicon
            .is_armed(self.sentence.word(at), &self.lemma(at))
    }

    fn is_of_control(&self, frame: &Frame) -> bool {
        Ground::of(self.lexicon.question(&frame.assertion)) == Ground::Control
    }

    fn dep(&self, token: usize) -> Dep {
        self.sentence.tokens[token].dep
    }

    fn pos(&self, token: usize) -> Pos {
        self.sentence.tokens[token].pos
    }

    fn over(&self, token: usize) -> usize {
        self.sentence.tokens[token].head as usize
    }

    fn lemma(&self, token: usize) -> CompactString {
        self.sentence.tokens[token].lemma.to_lowercase()
    }

    fn kids(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let tokens = self.sentence.tokens.iter().enumerate();
        let kids = tokens.filter(move |(at, kid)| *at != token && kid.head as usize == token);
        kids.map(|(at, _)| at)
    }
}

fn is_of_place(frame: &Frame) -> bool {
    matches!(frame.condition, Condition::Place | Condition::Force)
}
