//! "Norwex in talks to buy rival", "Alba on brink of collapse, mayor warns": a headline leaves "is" out before a phrase that a
//! frame knows or that can only say how something is; its preposition stands for both.

mod quoted;

use compact_str::CompactString;

use crate::lexicon::frames::Need;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::matter::BE;
use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    quoted::mend(draft);
    for preposition in 1..draft.len().saturating_sub(1) {
        if let Some(subject) = left_out(draft, preposition) {
            stand_for_copula(draft, preposition, subject);
        }
    }
}

/// Of what the phrase is said that begins with a preposition, where the clause has no verb and a frame needs "is" before it.
fn left_out(draft: &Draft, preposition: usize) -> Option<usize> {
    let subject = draft.head(preposition);
    let above = draft.head(subject);
    // "Alba on brink of collapse, mayor warns": the parser may give the verb two subjects.
    let other = |kid: usize| kid > preposition && draft.dep(kid) == Dep::Nsubj;
    let spare = draft.dep(subject) != Dep::Nsubj || draft.kids(above).any(other);
    let free = above == subject || above > preposition && spare;
    let own = draft.dep(preposition) == Dep::Prep && subject < preposition;
    let noun = draft.kid(preposition, Dep::Pobj)?;
    let bare = |kid: usize| !matches!(draft.dep(kid), Dep::Det | Dep::Amod | Dep::Poss);
    let phrase = draft.kids(noun).filter(|&kid| kid < noun).all(bare) && noun == preposition + 1;
    let verbless = !(0..preposition).any(|at| draft.is_finite(at));
    let named = draft.is_nominal(subject) && free && own && verbless && phrase;
    (named && is_needed(draft, preposition, noun)).then_some(subject)
}

/// "in talks", "at standstill": what a frame of "is" needs.
fn is_needed(draft: &Draft, preposition: usize, noun: usize) -> bool {
    let (one, other) = (draft.lemma(preposition), draft.lemma(noun));
    let mut frames = draft.lexicon.frames.of_verb(BE).iter();
    let known = frames.any(|frame| {
        matches!(&frame.needs, Some(Need::Phrase(before, after)) if before == one && after == other)
    });
    let words = &draft.lexicon.words;
    known || words.has(Set::VergeNoun, other) || words.has(Set::LackingPreposition, one)
}

fn stand_for_copula(draft: &mut Draft, preposition: usize, subject: usize) {
    let word = &mut draft.sentence.tokens[preposition];
    (word.pos, word.tag) = (Pos::Verb, Tag::VBZ);
    word.lemma = CompactString::from(BE);
    draft.lemmas[preposition] = CompactString::from(BE);
    let others: Vec<usize> = draft
        .kids(subject)
        .filter(|&kid| kid > preposition)
        .collect();
    draft.put_in_place(preposition, subject);
    if draft.dep(preposition) == Dep::Nsubj {
        draft.sentence.tokens[preposition].dep = Dep::Ccomp;
    }
    draft.hang(subject, preposition, Dep::Nsubj);
    draft.hand_over(others, preposition);
}
