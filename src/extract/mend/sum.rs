//! "340 million euros": a sum of money, which the parser takes for a bare number and a noun.

use crate::lexicon::numbers::Sense;
use crate::model::parsed::EntityLabel;

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for index in 0..draft.sentence.entities.len() {
        let entity = &draft.sentence.entities[index];
        let (first, behind) = (entity.first as usize, entity.last as usize + 1);
        if entity.label == EntityLabel::Cardinal && is_currency(draft, first, behind) {
            let entity = &mut draft.sentence.entities[index];
            entity.label = EntityLabel::Money;
            entity.last += 1;
        }
    }
}

/// Whether the word behind a number is a currency; some words are one only behind "million" and the like.
fn is_currency(draft: &Draft, first: usize, behind: usize) -> bool {
    let senses = |at: usize| {
        let word = draft.words.get(at)?;
        Some(draft.lexicon.numbers.entry(word)?.senses())
    };
    let scaled = || {
        let scale = |at: usize| {
            senses(at).is_some_and(|own| own.iter().any(|sense| matches!(sense, Sense::Scale(_))))
        };
        (first..behind).any(scale)
    };
    senses(behind).is_some_and(|own| {
        own.iter().any(|sense| match sense {
            Sense::Money(_) => true,
            Sense::ScaledMoney(_) => scaled(),
            _ => false,
        })
    })
}
