//! "One of them, an officer of the guard, said": whom the words behind the comma tell.

use crate::model::parsed::{Dep, Tag};

use super::super::anaphora::is_pronoun;
use super::super::reading::Reading;

impl Reading<'_> {
    /// Who one of several is, where only the words behind a comma tell it.
    pub(super) fn described_beside(&self, head: usize) -> Option<usize> {
        let tree = &self.tree;
        let many = |kid: usize| tree.governed(kid).is_some_and(|at| is_pronoun(tree, at));
        let of_them = tree.prepositions(head).any(many);
        let one = matches!(tree.tag(head), Tag::CD | Tag::DT);
        let beside = tree.kid(head, Dep::Appos).filter(|&at| tree.is_nominal(at));
        beside.filter(|_| of_them && one)
    }
}
