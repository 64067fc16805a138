//! The persons whom an article has named so far, for "he" and "she", and who bears which name.

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::parties::{Gender, RoleKind, person_in};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::phrase::phrase_text;
use super::super::tree::Tree;
use super::Memory;

/// A person who was named.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) name: CompactString,
    /// What a noun, a title or the first name tells; `None` where nothing does.
    pub(super) gender: Option<Gender>,
    /// Named only inside what another says.
    pub(super) told: bool,
    /// A single name that nothing tells to be a person's.
    pub(super) doubtful: bool,
}

impl Memory {
    pub(in crate::extract) fn note_person(&mut self, name: &CompactString, lexicon: &Lexicon) {
        let same = |person: &&Person| person.name.ends_with(name.as_str());
        let known = self.persons.iter().rev().find(same);
        let told = lexicon.parties.gender_told(name);
        let gender = told.or_else(|| known?.gender);
        let doubtful = match known {
            Some(person) => person.doubtful,
            None => gender.is_none() && !lexicon.is_person(name) && self.has_staff(name),
        };
        self.put_person(Person {
            name: name.clone(),
            gender,
            told: false,
            doubtful,
        });
    }

    /// "Tarvia chairman Carla Reyes": a name before a noun for staff is a body's.
    fn has_staff(&self, name: &str) -> bool {
        let serves = |person: &Person| {
            let rest = person.name.strip_prefix(name);
            rest.and_then(|rest| rest.strip_prefix(' '))
                .is_some_and(|rest| rest.starts_with(char::is_lowercase))
        };
        self.persons.iter().any(serves)
    }

    fn put_person(&mut self, mut person: Person) {
        let known = |own: &Person| own.name == person.name && !own.told;
        person.told &= !self.persons.iter().any(known);
        self.persons.retain(|own| own.name != person.name);
        self.persons.push(person);
    }

    /// A person whom somebody speaks of: "he" inside another's words can mean him, "he said" does not.
    pub(super) fn note_told(&mut self, name: &CompactString, lexicon: &Lexicon) {
        self.put_person(Person {
            name: name.clone(),
            gender: lexicon.parties.gender_told(name),
            told: true,
            doubtful: false,
        });
    }

    /// Notes the names of several words that the parser takes for persons'.
    pub(super) fn note_full_names(&mut self, tree: &Tree) {
        let entities = tree.sentence.entities.iter();
        for entity in entities.filter(|entity| entity.label == EntityLabel::Person) {
            let head = entity.last as usize;
            if entity.first < entity.last && tree.pos(head) == Pos::Propn {
                self.full_names.push(tree.word(head).into());
            }
        }
    }

    /// "Its chief, Jane Roe ... Roe laughed at it": a surname of one who was named in full before, in whatever place.
    pub fn is_full_known(&self, tree: &Tree, head: usize) -> bool {
        let lone = tree.kid(head, Dep::Compound).is_none();
        lone && self.full_names.iter().any(|name| name == tree.word(head))
    }

    /// A surname that a person named before also bears.
    pub fn is_known_person(&self, tree: &Tree, head: usize) -> bool {
        let bears = |person: &Person| person_in(&person.name).any(|part| part == tree.word(head));
        self.persons.iter().any(bears)
    }
}

/// "The Utopian spokesperson called for peace", "Utopia's president called for it": one who acts under a noun for a role.
pub(super) fn is_pointed_at(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    let role = lexicon.words.has(Set::RoleNoun, tree.lemma(head));
    let the = |kid: usize| {
        tree.dep(kid) == Dep::Poss
            || tree.dep(kid) == Dep::Det && lexicon.words.has(Set::Determined, tree.lemma(kid))
    };
    role && tree.kids(head).any(the)
}

/// "A witness, barmaid Jane Roe, disputes it ... she said": a noun beside which a comma sets the name of a person.
pub(super) fn is_named_beside(tree: &Tree, head: usize) -> bool {
    let named = |kid: usize| {
        let person = tree.label(kid) == Some(EntityLabel::Person);
        tree.dep(kid) == Dep::Appos && person && tree.kid(kid, Dep::Compound).is_some()
    };
    tree.tag(head) == Tag::NN && tree.kids(head).any(named)
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
    // "The family of the dead man, Tomas Verlane".
    if lexicon.parties.is_family(tree.lemma(head)) {
        return false;
    }
    // "Corvel said ... it": a listed firm, whatever the parser takes it for.
    if is_bodys_name(tree, lexicon, head) {
        return false;
    }
    let role = lexicon.words.has(Set::RoleNoun, tree.lemma(head));
    role || person(head)
        || is_who(tree, head)
        || is_titled(tree, lexicon, head)
        || tree
            .kids(head)
            .any(|kid| tree.dep(kid) == Dep::Appos && person(kid))
}

/// "Brandt, who heads the union": a name of one word, of whom a clause with "who" tells.
fn is_who(tree: &Tree, head: usize) -> bool {
    let who = |clause: usize| {
        let mut below = tree.kids(clause);
        below.any(|kid| tree.tag(kid) == Tag::WP && tree.dep(kid) == Dep::Nsubj)
    };
    let told = |kid: usize| tree.dep(kid) == Dep::Relcl && who(kid);
    tree.pos(head) == Pos::Propn && tree.tag(head) == Tag::NNP && tree.kids(head).any(told)
}

/// "one resident", "a retired engineer", but not "the driver", who may be named, and no crew.
pub fn is_one_person(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    let words = &lexicon.words;
    let lemma = tree.lemma(head);
    let many = [Set::BodyNoun, Set::ForceNoun, Set::CollectiveNoun]
        .into_iter()
        .any(|set| words.has(set, lemma));
    let new = |kid: usize| match tree.dep(kid) {
        Dep::Det => !words.has(Set::Determined, tree.lemma(kid)),
        Dep::Poss => tree.pos(kid) != Pos::Pron,
        Dep::Nummod => true,
        _ => false,
    };
    tree.tag(head) == Tag::NN
        && words.has(Set::PersonNoun, lemma)
        && tree.kids(head).any(new)
        && !many
        && !lexicon.parties.is_family(lemma)
}

/// "Corvel", "Brennick Coal": a name that is nobody's but a firm's or another body's.
pub(super) fn is_bodys_name(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    is_lone_body(tree, lexicon, head) || is_firms_name(tree, lexicon, head)
}

/// "Brennick Coal": the last word says that it is a firm, and the first is no given name ("Jane Bank").
fn is_firms_name(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    let ends = lexicon
        .words
        .has(Set::FirmNameEnd, &tree.word(head).to_lowercase());
    let longer = tree.pos(head) == Pos::Propn && tree.kid(head, Dep::Compound).is_some();
    let given = || {
        let name = phrase_text(tree, &lexicon.words, head).0;
        lexicon.parties.gender_told(&name).is_some()
    };
    ends && longer && !given()
}

/// Whether a name of one word is nobody's but a firm's or another body's.
fn is_lone_body(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    let lone = tree.pos(head) == Pos::Propn
        && !tree
            .kids(head)
            .any(|kid| matches!(tree.dep(kid), Dep::Compound | Dep::Appos));
    lone && lexicon.is_body(tree.word(head))
}

/// "Rear Admiral Jane Roe", whatever the parser takes the name for; "the General Staff" is nobody.
fn is_titled(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    let title = |kid: usize| {
        let role = lexicon
            .words
            .has(Set::RoleNoun, &tree.word(kid).to_lowercase());
        tree.dep(kid) == Dep::Compound && role
    };
    let named = tree.pos(head) == Pos::Propn && tree.kid(head, Dep::Det).is_none();
    let several = tree
        .kids(head)
        .filter(|&kid| tree.dep(kid) == Dep::Compound);
    named && several.count() > 1 && tree.kids(head).any(title)
}

/// "A tea dealer said ... he laughed": one of the people, who has no name.
pub(super) fn is_common_person(tree: &Tree, lexicon: &Lexicon, head: usize) -> bool {
    let role = || lexicon.parties.role_of(tree.word(head));
    let people = || role().is_some_and(|role| role.kind == RoleKind::People && !role.many);
    tree.tag(head) == Tag::NN && (lexicon.words.has(Set::PersonNoun, tree.lemma(head)) || people())
}
