//! Mends what the parser gets wrong about rare names.

use crate::model::parsed::{Dep, Pos};

use super::Tree;

impl Tree<'_> {
    /// "had captured Bakhmut", "Kupiansk, he said, is held": a name that no training text had is taken for an adverb. Behind
    /// a verb without object it is the object, before one without subject the subject.
    pub(super) fn mend_names(&mut self) {
        for name in 0..self.len() {
            let verb = self.head(name).filter(|&verb| self.is_verb(verb));
            let wrong = self.pos(name) == Pos::Propn
                && matches!(self.dep(name), Dep::Advmod | Dep::Intj | Dep::Npadvmod);
            if let Some(verb) = verb.filter(|_| wrong && self.label_fits(name)) {
                self.deps[name] = self.role_of(name, verb).unwrap_or(self.deps[name]);
            }
        }
    }

    fn label_fits(&self, name: usize) -> bool {
        use crate::model::parsed::EntityLabel;
        !matches!(
            self.label(name),
            Some(EntityLabel::Date | EntityLabel::Time | EntityLabel::Percent)
        )
    }

    fn role_of(&self, name: usize, verb: usize) -> Option<Dep> {
        let has = |wanted: &[Dep]| self.kids(verb).any(|kid| wanted.contains(&self.dep(kid)));
        if name > verb {
            let full = [
                Dep::Dobj,
                Dep::Attr,
                Dep::Acomp,
                Dep::Ccomp,
                Dep::Xcomp,
                Dep::Oprd,
            ];
            // "confirms it: X has taken the town": what stands before the verb is not its object.
            let filled = self
                .kids(verb)
                .any(|kid| kid > verb && full.contains(&self.dep(kid)));
            let free = name == verb + 1 && !filled && !self.is_passive(verb);
            return free.then_some(Dep::Dobj);
        }
        let subjects = [Dep::Nsubj, Dep::Nsubjpass, Dep::Csubj, Dep::Expl];
        if has(&subjects) {
            return None;
        }
        Some(if has(&[Dep::Auxpass]) {
            Dep::Nsubjpass
        } else {
            Dep::Nsubj
        })
    }

    /// Whether a participle in "-ing" stands where a noun does ("the shelling wounded two").
    pub fn is_gerund_noun(&self, token: usize) -> bool {
        let noun_place = matches!(
            self.dep(token),
            Dep::Csubj | Dep::Csubjpass | Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj
        );
        let before = self.kids(token).any(|kid| {
            kid < token && matches!(self.dep(kid), Dep::Amod | Dep::Compound | Dep::Poss)
        });
        self.is_verb(token) && noun_place && before
    }
}
