//! Whether a verb stands in the passive, with or without its auxiliary.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Tree;

impl Tree<'_> {
    /// Whether the verb stands in the passive.
    pub fn is_passive(&self, verb: usize) -> bool {
        let marked = |kid| {
            matches!(
                self.dep(kid),
                Dep::Auxpass | Dep::Nsubjpass | Dep::Csubjpass
            )
        };
        // "after having a request denied": the parser takes it for a clause.
        let clause = self.dep(verb) == Dep::Advcl
            && !self.kids(verb).any(|kid| {
                matches!(
                    self.dep(kid),
                    Dep::Nsubj | Dep::Dobj | Dep::Ccomp | Dep::Xcomp
                )
            });
        let bare = self.tag(verb) == Tag::VBN
            && (matches!(self.dep(verb), Dep::Acl | Dep::Amod) || clause)
            && !self.kids(verb).any(|kid| self.dep(kid) == Dep::Aux);
        self.kids(verb).any(marked)
            || bare
            || self.shares_passive(verb)
            || self.is_small_passive(verb)
    }

    fn shares_passive(&self, verb: usize) -> bool {
        let alone = !self
            .kids(verb)
            .any(|kid| matches!(self.dep(kid), Dep::Aux | Dep::Nsubj | Dep::Dobj));
        // "1,600 were killed and more than 4,000 taken prisoner".
        let gapped = !self.kids(verb).any(|kid| self.dep(kid) == Dep::Aux)
            && self.kid(verb, Dep::Nsubj).is_some_and(|subject| {
                self.pos(subject) == Pos::Num || self.kid(subject, Dep::Nummod).is_some()
            });
        self.dep(verb) == Dep::Conj
            && self.tag(verb) == Tag::VBN
            && (alone || gapped)
            && self.head(verb).is_some_and(|head| self.is_passive(head))
    }

    /// "declares the town taken", "71 dead and 42 injured": a participle with a subject of its own and without auxiliary
    /// or object.
    fn is_small_passive(&self, verb: usize) -> bool {
        let active = |kid| {
            matches!(
                self.dep(kid),
                Dep::Aux | Dep::Dobj | Dep::Ccomp | Dep::Xcomp | Dep::Attr
            )
        };
        self.tag(verb) == Tag::VBN
            && self.kids(verb).any(|kid| self.dep(kid) == Dep::Nsubj)
            && !self.kids(verb).any(active)
    }
}
