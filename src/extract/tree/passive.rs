//! Whether a verb stands in the passive, with or without its auxiliary.

use crate::model::parsed::{Dep, Tag};

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
        let bare = self.tag(verb) == Tag::VBN
            && matches!(self.dep(verb), Dep::Acl | Dep::Amod)
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
        self.dep(verb) == Dep::Conj
            && self.tag(verb) == Tag::VBN
            && alone
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
