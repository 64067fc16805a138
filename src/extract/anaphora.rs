//! What pronouns and "the city" stand for: the speakers and places that the article has named so far.

mod alike;
mod antecedent;
mod held;
mod persons;

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::claim::Found;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::again::{Deed, Tally};
use super::held::Held;
use super::phrase::phrase_text;
use super::told::Told;
use super::tree::Tree;
use persons::{Person, is_bodys_name, is_common_person, is_named_beside, is_pointed_at};
pub use persons::{is_one_person, names_person};

/// Names read so far in an article.
#[derive(Debug, Default)]
pub struct Memory {
    persons: Vec<Person>,
    /// Full names of persons, whatever they do where they are named.
    full_names: Vec<CompactString>,
    /// The last person told of without a name, whom only "he" or "she" can mean.
    someone: Option<CompactString>,
    /// The last of the people who spoke without a name, and the number of the sentence.
    somebody: Option<(CompactString, usize)>,
    /// The last body, and the number of its sentence.
    body: Option<(CompactString, usize)>,
    /// The last who are many, and the number of their sentence.
    many: Option<(CompactString, usize)>,
    settlements: Vec<CompactString>,
    facilities: Vec<(CompactString, CompactString)>,
    /// The last speaker, for quotations that run on.
    pub speaker: Option<CompactString>,
    /// Number of the last sentence that was somebody's word.
    pub spoke: Option<usize>,
    /// Documents and who issued them, the last one last.
    issued: Vec<(CompactString, CompactString)>,
    /// Who acts in the main clause of the last sentence without a word of report, and the number of that sentence.
    actor: Option<(CompactString, usize)>,
    /// The body that acts in the main clause of the last sentence without a word of report, and the number of that sentence.
    acting_body: Option<(CompactString, usize)>,
    /// The last deed told, for blame that does not say for what.
    pub deed: Option<Deed>,
    /// The last place that the text said who holds.
    pub held: Option<Held>,
    /// What was counted last, for figures that do not say of what.
    pub tallies: Vec<Tally>,
    /// What the last sentence that counted something counted, whatever befell it, and the number of the sentence.
    counted: (usize, Vec<Tally>),
    /// The days that the whole article tells for its deeds.
    pub told: Told,
    /// The last thing told of, and the number of its sentence.
    thing: Option<(CompactString, usize)>,
    /// What the last sentences told of things.
    alike: Vec<alike::Told>,
    /// Number of the sentence that is being read.
    pub sentence: usize,
}

impl Memory {
    /// What was counted right before, with or without what befell it.
    pub fn counted(&self) -> &[Tally] {
        let near = self.counted.0 + 1 == self.sentence;
        if near { &self.counted.1 } else { &[] }
    }

    /// What the sentence before told of, for "it".
    pub fn thing(&self) -> Option<&CompactString> {
        let near = |sentence: usize| sentence + 1 == self.sentence;
        self.thing
            .as_ref()
            .filter(|(_, sentence)| near(*sentence))
            .map(|(thing, _)| thing)
    }

    /// Notes what a sentence tells of.
    pub fn note_thing(&mut self, thing: Option<CompactString>) {
        if let Some(thing) = thing {
            self.thing = Some((thing, self.sentence));
        }
    }

    /// Notes what a sentence counts.
    pub fn note_tallies(&mut self, all: Vec<Tally>) {
        let framed: Vec<Tally> = all
            .iter()
            .filter(|tally| tally.is_framed())
            .cloned()
            .collect();
        if !framed.is_empty() {
            self.tallies = framed;
        }
        self.counted = (self.sentence, all);
    }

    /// Notes who issued a document.
    pub fn note_issued(&mut self, document: CompactString, issuer: &CompactString) {
        self.issued.push((document, issuer.clone()));
    }

    /// Who issued the last document of this sort.
    pub fn issuer(&self, document: &str) -> Option<&CompactString> {
        let mut issued = self.issued.iter().rev();
        { issued.find(|(noun, _)| noun == document) }.map(|(_, issuer)| issuer)
    }

    /// Notes who acts in the main clause of the sentence that is being read.
    pub fn note_actor(&mut self, name: CompactString) {
        self.actor = Some((name, self.sentence));
    }

    /// Who acted in the main clause of the sentence right before sentence `at`, where it reported nothing.
    pub fn actor_before(&self, at: usize) -> Option<&CompactString> {
        of_sentence_before(self.actor.as_ref(), at)
    }

    /// Notes the body that acts in the main clause of the sentence that is being read.
    pub fn note_acting_body(&mut self, name: CompactString) {
        self.acting_body = Some((name, self.sentence));
    }

    /// The body that acted in the main clause of the sentence right before.
    pub fn acting_body_before(&self) -> Option<&CompactString> {
        of_sentence_before(self.acting_body.as_ref(), self.sentence)
    }

    /// Begins a paragraph: who its label names speaks, and "it" is that one.
    pub fn turn_to(&mut self, label: Option<&Found<CompactString>>) {
        if let Some(label) = label {
            self.speaker = Some(label.value.clone());
            self.actor = None;
            self.body = Some((label.value.clone(), self.sentence));
        }
    }

    /// Notes the speaker of a report.
    pub fn note_speaker(
        &mut self,
        tree: &Tree,
        lexicon: &Lexicon,
        head: usize,
        text: &CompactString,
    ) {
        let full = self.is_full_known(tree, head);
        // "It came to light when an apprentice counted the drums. A dealer ... he said": not the apprentice.
        let clause = tree.head_verb(head).map(|verb| tree.dep(verb));
        let aside = matches!(clause, Some(Dep::Advcl | Dep::Relcl | Dep::Acl));
        let person =
            names_person(tree, lexicon, head) || !aside && is_one_person(tree, lexicon, head);
        if full || person || self.is_known_person(tree, head) {
            // A single name that nobody bears in full may be a firm's ("Altamer said ... it").
            let known = lexicon.is_person(text) || self.is_known_person(tree, head);
            let doubtful = !known
                && !text.contains(' ')
                && tree.pos(head) == Pos::Propn
                && lexicon.parties.gender_told(text).is_none();
            if doubtful {
                self.note_body(tree, head, text);
            }
            self.note_person(text, lexicon);
        } else {
            if is_common_person(tree, lexicon, head) {
                self.somebody = Some((text.clone(), self.sentence));
            }
            self.note_body(tree, head, text);
        }
        self.speaker = Some(text.clone());
    }

    /// "it" means no "residents", and "they" mean them before any body.
    pub(super) fn note_body(&mut self, tree: &Tree, head: usize, text: &CompactString) {
        if tree.tag(head) == Tag::NNS {
            self.many = Some((text.clone(), self.sentence));
        } else {
            self.body = Some((text.clone(), self.sentence));
        }
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
                EntityLabel::Person if is_bodys_name(tree, lexicon, head) => {}
                EntityLabel::Person if subject => {
                    let name = phrase_text(tree, &lexicon.words, head).0;
                    if self.comes_forward(tree, head) {
                        self.note_person(&name, lexicon);
                    } else {
                        self.note_told(&name, lexicon);
                    }
                }
                EntityLabel::Gpe | EntityLabel::Location => self.note_place(tree, lexicon, head),
                _ => {}
            }
        }
        self.note_told_things(tree, lexicon);
        self.note_sufferer(tree, lexicon);
        self.note_full_names(tree);
        let told = (0..tree.len()).rev().find(|&at| {
            matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj)
                && tree.tag(at) == Tag::NN
                && lexicon.words.has(Set::PersonNoun, tree.lemma(at))
                && lexicon.parties.gender_told(tree.lemma(at)).is_some()
        });
        let told = told.map(|at| phrase_text(tree, &lexicon.words, at).0);
        self.someone = told.or(self.someone.take());
        self.note_actors(tree, lexicon);
        self.note_heading(tree, lexicon);
    }

    /// "Prosecutors accuse Jane Roe of theft. She denies it.": whoever it is done to, where nobody else of the sentence is a
    /// person.
    fn note_sufferer(&mut self, tree: &Tree, lexicon: &Lexicon) {
        let named = |at: usize| names_person(tree, lexicon, at) && tree.pos(at) == Pos::Propn;
        let acts = |at: &usize| matches!(tree.dep(*at), Dep::Nsubj | Dep::Nsubjpass);
        if (0..tree.len()).filter(acts).any(named) {
            return;
        }
        let suffers = |&at: &usize| {
            let full = tree.kid(at, Dep::Compound).is_some() || self.is_known_person(tree, at);
            tree.dep(at) == Dep::Dobj && named(at) && full && self.comes_forward(tree, at)
        };
        let sufferer = (0..tree.len()).rev().find(suffers);
        if let Some(sufferer) = sufferer {
            let name = phrase_text(tree, &lexicon.words, sufferer).0;
            self.note_person(&name, lexicon);
        }
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
            if !self.comes_forward(tree, head) {
                if lexicon.is_person(tree.word(head)) {
                    self.note_told(&text(), lexicon);
                }
                continue;
            }
            // "Jane Roe said ... Roe rejected the statement": also where the parser takes the surname for nobody's.
            let known = || self.is_known_person(tree, head) || self.is_full_known(tree, head);
            let someone = tree.pos(head) == Pos::Propn
                && (names_person(tree, lexicon, head) || known())
                || self.is_full_known(tree, head);
            let officer =
                || names_person(tree, lexicon, head) && is_pointed_at(tree, lexicon, head);
            let beside = || is_named_beside(tree, head);
            if lexicon.is_person(tree.word(head)) || someone || officer() || beside() {
                self.note_person(&text(), lexicon);
            } else if named && lexicon.is_party(tree.word(head)) || force {
                self.note_body(tree, head, &text());
            } else if is_many_who_act(tree, lexicon, head) {
                self.many = Some((text(), self.sentence));
            }
        }
    }

    /// "Ministry of Transport. The tanks are empty, it says.": a sentence that is but the name of a body.
    fn note_heading(&mut self, tree: &Tree, lexicon: &Lexicon) {
        let verbs = (0..tree.len()).any(|at| tree.is_verb(at));
        let root = (0..tree.len()).find(|&at| tree.head(at).is_none());
        let Some(root) = root.filter(|&root| !verbs && tree.pos(root) == Pos::Propn) else {
            return;
        };
        let body = lexicon
            .words
            .has(Set::BodyNoun, &tree.word(root).to_lowercase());
        if body || lexicon.is_body(tree.word(root)) {
            let (text, _) = phrase_text(tree, &lexicon.words, root);
            self.note_body(tree, root, &text);
        }
    }

    /// Whether a subject takes the place of the one before: that of a clause inside what somebody says does not.
    fn comes_forward(&self, tree: &Tree, subject: usize) -> bool {
        let told = tree
            .head_verb(subject)
            .is_some_and(|verb| is_told(tree, verb));
        !told || self.persons.is_empty() && self.body.is_none()
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
        if is_aside(tree, lexicon, head) {
            return;
        }
        let name = super::event::name_text(tree, head);
        // "recaptured Zalambru": a town that no list knows, and no land that acts.
        let unlisted = || tree.dep(head) == Dep::Dobj && !lexicon.is_place(name);
        if !lexicon.is_party(name) && (lexicon.is_settlement(name) || unlisted()) {
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

    /// Whether nobody has been named.
    pub fn is_without_persons(&self) -> bool {
        self.persons.is_empty()
    }
}

/// A name that was noted in the sentence right before sentence `at`.
fn of_sentence_before(noted: Option<&(CompactString, usize)>, at: usize) -> Option<&CompactString> {
    let noted = noted.filter(|(_, sentence)| sentence + 1 == at);
    noted.map(|(name, _)| name)
}

/// "Corvel managers walked reporters through the plant ... they said": many who serve somebody and act.
fn is_many_who_act(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    let serves = lexicon.parties.serves_many(tree.word(head));
    tree.tag(head) == Tag::NNS && tree.dep(head) == Dep::Nsubj && serves
}

/// Whether a verb stands in what another verb tells.
fn is_told(tree: &Tree, verb: usize) -> bool {
    tree.dep(verb) == Dep::Ccomp
}

/// Whether a token is a pronoun.
pub fn is_pronoun(tree: &Tree, token: usize) -> bool {
    tree.pos(token) == Pos::Pron
        || matches!(tree.tag(token), Tag::PRP | Tag::PRPS | Tag::WP | Tag::WDT)
}

/// "the Vostok battlegroup", "told reporters in X", "at a press conference in X": a force that is called so, or where
/// something is only said; the text does not speak of that town.
pub fn is_aside(tree: &Tree, lexicon: &Lexicon, name: usize) -> bool {
    let Some(over) = tree.head(name) else {
        return false;
    };
    let force = matches!(tree.dep(name), Dep::Compound | Dep::Nmod)
        && lexicon.words.has(Set::ForceNoun, tree.lemma(over));
    let located = tree.dep(name) == Dep::Pobj;
    let above = tree.head(over).filter(|_| located);
    force
        || above.is_some_and(|above| {
            let word = tree.lemma(above);
            lexicon.words.has(Set::OccasionNoun, word)
                || tree.is_verb(above) && lexicon.words.has(Set::TellingVerb, word)
        })
}
