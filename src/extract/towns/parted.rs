//! Names that the parser runs together across a preposition: "Bashiqa in Nineveh Province" is a town and where it lies.

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::{Entity, EntityLabel, ParsedSentence, Pos};
use crate::model::span::Span;

/// Parts each name at a preposition of place where a list knows what stands behind it as a place.
pub(super) fn part(sentence: &mut ParsedSentence, lexicon: &Lexicon) {
    for at in 0..sentence.entities.len() {
        let entity = &sentence.entities[at];
        let (first, last, label) = (entity.first, entity.last, entity.label);
        let Some(preposition) = inner_preposition(sentence, entity, lexicon) else {
            continue;
        };
        sentence.entities[at].last = preposition - 1;
        debug_assert!(first < preposition && preposition < last, "{label:?}");
        let place = Entity {
            first: preposition + 1,
            last,
            label: EntityLabel::Gpe,
        };
        sentence.entities.insert(at + 1, place);
    }
}

fn inner_preposition(sentence: &ParsedSentence, entity: &Entity, lexicon: &Lexicon) -> Option<u32> {
    let tokens = &sentence.tokens;
    let preposition = (entity.first + 1..entity.last).find(|&at| {
        let word = sentence.word(at as usize);
        let small = word.starts_with(char::is_lowercase);
        tokens[at as usize].pos == Pos::Adp
            && small
            && lexicon.words.has(Set::ScenePreposition, word)
    })?;
    let behind = Span {
        start: tokens[preposition as usize + 1].span.start,
        end: tokens[entity.last as usize].span.end,
    };
    let first = sentence.word(preposition as usize + 1);
    (lexicon.is_place(sentence.slice(behind)) || lexicon.is_place(first)).then_some(preposition)
}
