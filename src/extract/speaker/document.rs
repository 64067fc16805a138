//! Whose a document is: its owner's, the last speaker's, or that of the body that acts right before.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::Found;
use crate::model::parsed::{Dep, Tag};

use super::super::anaphora::Memory;
use super::super::phrase::phrase_text;
use super::super::reading::Reading;

/// The rule of a speaker who issued a document.
pub(in crate::extract) const DOCUMENT: &str = "speaker.document";

impl Reading<'_> {
    /// "the statement said", "its morning report said": whose statement it is, else the last speaker.
    pub(in crate::extract) fn author(
        &self,
        document: usize,
        memory: &Memory,
    ) -> Option<Found<CompactString>> {
        let tree = &self.tree;
        let owner = tree.issuer(document).or_else(|| tree.nationality(document));
        if let Some(owner) = owner {
            return Some(self.named(owner, memory, DOCUMENT, DOCUMENT));
        }
        let (_, span) = phrase_text(tree, &self.lexicon().words, document);
        // "recent media reports": some of many, and not what somebody is known to have issued.
        let words = &self.lexicon().words;
        let known = tree.tag(document) != Tag::NNS
            || tree
                .kids(document)
                .any(|kid| words.has(Set::Determined, tree.lemma(kid)));
        memory
            .issuer(tree.lemma(document))
            .or_else(|| {
                memory
                    .acting_body_before()
                    .filter(|_| self.is_unowned(document))
            })
            .or(memory.speaker.as_ref())
            .filter(|_| known)
            .cloned()
            .map(|name| Found::at(name, span, DOCUMENT))
    }

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
