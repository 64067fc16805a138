//! Whose a quotation is that stands before the report of a headline: "'We did not do it': Lima denies raid".

use crate::lexicon::words::Set;
use crate::model::claim::Found;
use crate::model::parsed::{Dep, Pos};
use crate::model::span::TextField;

use super::Placed;
use super::phrase::phrase_text;
use super::reading::Reading;

/// Whoever acts in the report behind a quotation that is a piece of its headline.
pub(super) fn quoted_ahead(
    at: usize,
    sentences: &[Placed],
    readings: &[Reading],
) -> Option<Found<compact_str::CompactString>> {
    let next = readings.get(at + 1)?;
    let (own, behind) = (&sentences[at], &sentences[at + 1]);
    let words = &next.lexicon().words;
    let opens = !readings[at].tree.is_empty() && readings[at].tree.pos(0) == Pos::Punct;
    let title = own.field == TextField::Title && behind.field == TextField::Title;
    let tree = &next.tree;
    let root = (0..tree.len()).find(|&at| tree.head(at).is_none())?;
    let subject = tree.kid(root, Dep::Nsubj).filter(|_| opens && title)?;
    let somebody = tree.pos(subject) == Pos::Propn
        || words.is_somebody(tree.lemma(subject))
        || words.has(Set::RoleNoun, tree.lemma(subject));
    let (name, _) = phrase_text(tree, words, subject);
    somebody.then(|| Found::implied(name, "speaker.headline-quotation"))
}
