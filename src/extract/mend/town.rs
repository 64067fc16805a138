//! "Siversk is in rebel hands", "took control of Siversk": a town that the parser takes for a body or a person, because nobody has
//! heard of it. Those that are taken, held or lost are settled before, for a whole article, by `towns`.

use crate::lexicon::assertions::Ground;
use crate::lexicon::frames::Slot;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for index in 0..draft.sentence.entities.len() {
        let entity = &draft.sentence.entities[index];
        let (head, label) = (entity.last as usize, entity.label);
        let one_word = entity.first == entity.last;
        let wrong = matches!(label, EntityLabel::Org | EntityLabel::Person);
        if !wrong || draft.pos(head) != Pos::Propn || speaks(draft, head) {
            continue;
        }
        let town = is_of_place_noun(draft, head)
            || one_word && (is_under_control(draft, head) || is_of_control(draft, head));
        if town {
            draft.sentence.entities[index].label = EntityLabel::Gpe;
        }
    }
}

/// Whether the name is one of a side.
fn speaks(draft: &Draft, name: usize) -> bool {
    draft.lexicon.is_party(draft.sentence.word(name))
}

/// "the town of Siversk".
fn is_of_place_noun(draft: &Draft, name: usize) -> bool {
    let preposition = draft.head(name);
    let noun = draft.head(preposition);
    draft.dep(name) == Dep::Pobj
        && draft.dep(preposition) == Dep::Prep
        && preposition == noun + 1
        && draft.lexicon.words.has(Set::PlaceNoun, draft.lemma(noun))
}

fn is_armed(draft: &Draft, at: usize) -> bool {
    draft
        .lexicon
        .is_armed(draft.sentence.word(at), draft.lemma(at))
}

/// "Siversk remains under Ukrainian control", "Siversk is in rebel hands".
fn is_under_control(draft: &Draft, name: usize) -> bool {
    let verb = draft.head(name);
    let lemma = draft.lemma(verb);
    let held = |noun: &str| {
        let mut frames = draft.lexicon.frames.of_verb(lemma).iter();
        frames.any(|frame| {
            let control = Ground::of(draft.lexicon.question(&frame.assertion)) == Ground::Control;
            control && frame.needs_phrase_of(noun)
        })
    };
    let phrases = draft.kids(verb).filter(|&kid| draft.dep(kid) == Dep::Prep);
    let nouns: Vec<usize> = phrases
        .filter_map(|preposition| draft.kid(preposition, Dep::Pobj))
        .collect();
    draft.dep(name) == Dep::Nsubj && nouns.into_iter().any(|noun| held(draft.lemma(noun)))
}

/// "are in control of Siversk", "took control of Siversk", as armed bodies are.
fn is_of_control(draft: &Draft, name: usize) -> bool {
    let of = draft.head(name);
    let noun = draft.head(of);
    let under = draft.dep(name) == Dep::Pobj && of == noun + 1 && name == of + 1;
    let verb = match draft.dep(noun) {
        Dep::Pobj => draft.head(draft.head(noun)),
        _ => draft.head(noun),
    };
    let (lemma, noun) = (draft.lemma(verb), draft.lemma(noun));
    let place_of = Slot::Preposition(draft.lemma(of).to_string());
    let mut frames = draft.lexicon.frames.of_verb(lemma).iter();
    under
        && frames.any(|frame| {
            let control = Ground::of(draft.lexicon.question(&frame.assertion)) == Ground::Control;
            control
                && frame.theme == place_of
                && (frame.needs_phrase_of(noun) || frame.needs_word(noun))
        })
        && draft
            .kid(verb, Dep::Nsubj)
            .is_some_and(|at| is_armed(draft, at))
}
