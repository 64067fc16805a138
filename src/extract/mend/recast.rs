//! Makes another word of one: a verb, a plural noun, the mark of a clause or its subject.

use compact_str::CompactString;

use crate::lexicon::cues::CuePart;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

impl Draft<'_> {
    /// "Says deal reached", "denies soldiers killed": makes a participle what is reported, of a noun that it befell.
    pub(super) fn make_content(&mut self, participle: usize, noun: usize, report: usize) {
        self.hang(participle, report, Dep::Ccomp);
        self.hang(noun, participle, Dep::Nsubjpass);
    }

    /// Whether a word names what somebody said, and tells it ("the claim that"), whatever the parser takes it for.
    pub(super) fn names_report(&self, token: usize) -> bool {
        let lemma = self.lemma(token);
        let said = self.lexicon.words.has(Set::BackNoun, lemma);
        said && self.lexicon.cues.find(lemma, CuePart::Noun).is_some()
    }

    /// "of", "over": a word that stands before what somebody is charged with.
    pub(super) fn leads_charge(&self, preposition: usize) -> bool {
        let words = &self.lexicon.words;
        words.has(Set::AccusePreposition, self.lemma(preposition))
    }

    /// Gives a token another lemma than the parser did.
    pub(super) fn respell(&mut self, token: usize, lemma: CompactString) {
        self.lemmas[token] = lemma.clone();
        self.sentence.tokens[token].lemma = lemma;
    }

    /// Makes a verb of what the parser took for a noun.
    pub(super) fn make_verb(&mut self, token: usize) {
        if self.pos(token) == Pos::Noun {
            self.sentence.tokens[token].pos = Pos::Verb;
            self.sentence.tokens[token].tag = Tag::VBZ;
        }
    }

    /// Makes a noun in the plural of what the parser took for a verb ("denied reports that").
    pub(super) fn make_plural(&mut self, token: usize) {
        let word = &mut self.sentence.tokens[token];
        (word.pos, word.tag) = (Pos::Noun, Tag::NNS);
    }

    /// "said that": a word that begins the clause of a verb and stands for nobody in it.
    pub(super) fn make_mark(&mut self, word: usize) {
        let token = &mut self.sentence.tokens[word];
        (token.dep, token.tag, token.pos) = (Dep::Mark, Tag::IN, Pos::Sconj);
    }

    /// Hangs a noun on a verb as its subject, of the passive where the verb has its auxiliary.
    pub(super) fn hang_subject(&mut self, noun: usize, verb: usize) {
        let passive = self.kid(verb, Dep::Auxpass).is_some();
        let subject = if passive { Dep::Nsubjpass } else { Dep::Nsubj };
        self.hang(noun, verb, subject);
    }

    /// Whether a token is the subject of what it hangs on, a clause or "there" included.
    pub(super) fn is_subject(&self, token: usize) -> bool {
        matches!(
            self.dep(token),
            Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Expl
        )
    }

    /// A participle without auxiliary or object that hangs on a noun.
    pub(super) fn bare_participle(&self, noun: usize) -> Option<usize> {
        let bare = |at: usize| {
            [Dep::Aux, Dep::Auxpass, Dep::Dobj]
                .into_iter()
                .all(|dep| self.kid(at, dep).is_none())
        };
        self.kids(noun)
            .find(|&kid| self.dep(kid) == Dep::Acl && self.tag(kid) == Tag::VBN && bare(kid))
    }
}
