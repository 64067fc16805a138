//! Whose a new document is: of the body that acts right before.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

use super::super::anaphora::Memory;
use super::super::reading::Reading;

impl Reading<'_> {
    /// "The diocese came to his defence. Nothing was sold, a statement said": one that the text has not told of before.
    pub(super) fn is_unowned(&self, document: usize) -> bool {
        let words = &self.lexicon().words;
        let article = self.tree.kid(document, Dep::Det);
        article.is_some_and(|at| !words.has(Set::Determined, self.tree.lemma(at)))
    }

    /// Whose a new document is by the body that acts right before.
    pub(in crate::extract) fn issuer_before(
        &self,
        head: usize,
        memory: &Memory,
    ) -> Option<CompactString> {
        let new = self.is_document(head) && self.is_unowned(head);
        let owned = self.tree.issuer(head).is_some() || self.tree.nationality(head).is_some();
        memory
            .acting_body_before()
            .filter(|_| new && !owned)
            .cloned()
    }
}
