//! Commands: a bare verb that begins what is said, without a subject.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Tree;

impl Tree<'_> {
    /// "Keep away", "do not touch the levers": said to somebody, and nothing that is told of whoever says it.
    pub fn is_command(&self, verb: usize) -> bool {
        let clause = matches!(
            self.dep(verb),
            Dep::Root | Dep::Ccomp | Dep::Advcl | Dep::Parataxis
        );
        self.tag(verb) == Tag::VB && clause && self.opens(verb)
    }

    /// Whether nothing but "do", "not" and adverbs stands before a verb in its sentence or its quotation.
    fn opens(&self, verb: usize) -> bool {
        let before: Vec<usize> = self
            .kids(verb)
            .filter(|&kid| kid < verb && self.dep(kid) != Dep::Punct)
            .collect();
        let light = |&kid: &usize| match self.dep(kid) {
            Dep::Aux => self.words.has(Set::DoVerb, self.lemma(kid)),
            Dep::Neg | Dep::Advmod | Dep::Intj => true,
            _ => false,
        };
        let first = before.first().copied().unwrap_or(verb);
        let begins = match first.checked_sub(1) {
            Some(sign) => self.pos(sign) == Pos::Punct && self.tag(sign) != Tag::Comma,
            None => true,
        };
        begins && before.iter().all(light)
    }
}
