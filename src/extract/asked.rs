//! "Did his wife help?": what a question asks is told by nobody, and an answer with no more than "no" denies it.

use crate::model::parsed::{Pos, Tag};

use super::Drawn;
use super::anaphora::Memory;
use super::reading::Reading;

/// The claims of what a question asks, for an answer to mean.
pub(super) fn ask(reading: &Reading, memory: &Memory, own: &mut Drawn) {
    if !asks_whether(reading) || reading.is_somebodys() {
        return;
    }
    let mut covered = vec![false; reading.tree.len()];
    for event in &reading.events {
        reading.event_claims(event, memory, &mut covered, own);
    }
    super::outlet::tell(reading, memory, &covered, own);
    own.asked
        .extend(own.claims.iter().map(|claim| claim.id.clone()));
}

/// A question that begins with its verb.
pub(super) fn asks_whether(reading: &Reading) -> bool {
    let tree = &reading.tree;
    let first = (0..tree.len()).find(|&at| tree.pos(at) != Pos::Punct);
    let finite = |at: usize| {
        let tag = matches!(tree.tag(at), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD);
        tag && matches!(tree.pos(at), Pos::Aux | Pos::Verb)
    };
    reading.is_question() && first.is_some_and(finite)
}
