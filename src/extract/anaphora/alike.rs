//! "The firm says sales rose. Analysts say they fell.": a pronoun means the thing of which the sentence before told the same or
//! the opposite.

use compact_str::{CompactString, format_compact};

use crate::lexicon::Lexicon;
use crate::lexicon::kin::Kin;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::phrase::phrase_text;
use super::super::tree::Tree;
use super::Memory;

/// What a sentence told of a thing.
#[derive(Debug)]
pub(super) struct Told {
    thing: CompactString,
    many: bool,
    /// The verb, or the adjective of a copula.
    word: CompactString,
    sentence: usize,
}

impl Memory {
    /// Notes what a sentence tells of things, once it has been read.
    pub(super) fn note_told_things(&mut self, tree: &Tree, lexicon: &Lexicon) {
        let near = self.sentence;
        self.alike.retain(|told| told.sentence + 1 >= near);
        let verbs = (0..tree.len()).filter(|&at| matches!(tree.pos(at), Pos::Verb | Pos::Aux));
        for verb in verbs {
            let Some(subject) = subject_of(tree, verb).filter(|&at| is_thing(tree, lexicon, at))
            else {
                continue;
            };
            self.alike.push(Told {
                thing: phrase_text(tree, &lexicon.words, subject).0,
                many: tree.tag(subject) == Tag::NNS,
                word: word_of(tree, verb),
                sentence: near,
            });
        }
    }

    /// The thing that a pronoun before a verb means by what the sentence before told of it.
    pub fn told_alike(
        &self,
        tree: &Tree,
        lexicon: &Lexicon,
        pronoun: usize,
    ) -> Option<&CompactString> {
        let verb = tree
            .head(pronoun)
            .filter(|&verb| subject_of(tree, verb) == Some(pronoun))?;
        let word = word_of(tree, verb);
        let many = lexicon.parties.means_many(tree.lemma(pronoun));
        let alike = |told: &&Told| {
            let same = told.word == word || Kin::embedded().are_opposite(&told.word, &word);
            told.sentence + 1 == self.sentence && told.many == many && same
        };
        self.alike.iter().rev().find(alike).map(|told| &told.thing)
    }
}

fn subject_of(tree: &Tree, verb: usize) -> Option<usize> {
    let own = |kid: &usize| matches!(tree.dep(*kid), Dep::Nsubj | Dep::Nsubjpass);
    tree.kids(verb).find(own)
}

/// The verb with its particle ("go on"), or the adjective by which a copula tells how something is.
fn word_of(tree: &Tree, verb: usize) -> CompactString {
    let word = tree.lemma(tree.kid(verb, Dep::Acomp).unwrap_or(verb));
    let particle = tree.kid(verb, Dep::Prt).map(|at| tree.lemma(at));
    particle.map_or_else(
        || word.into(),
        |particle| format_compact!("{word} {particle}"),
    )
}

/// A common noun for nobody.
fn is_thing(tree: &Tree, lexicon: &Lexicon, noun: usize) -> bool {
    tree.pos(noun) == Pos::Noun
        && !lexicon.words.is_somebody(tree.lemma(noun))
        && !lexicon
            .parties
            .can_speak(&phrase_text(tree, &lexicon.words, noun).0)
}
