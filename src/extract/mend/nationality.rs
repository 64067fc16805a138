//! "One Tajik guard was wounded": the adjective of a state in front of a noun, which the parser takes for a name.

use crate::lexicon::parties::FormKind;
use crate::model::parsed::{Dep, EntityLabel, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for index in 0..draft.sentence.entities.len() {
        let entity = &draft.sentence.entities[index];
        let (word, one) = (entity.last as usize, entity.first == entity.last);
        let wrong = matches!(entity.label, EntityLabel::Org | EntityLabel::Person);
        if one && wrong && is_in_front(draft, word) && is_of_state(draft, word) {
            draft.sentence.entities[index].label = EntityLabel::Norp;
        }
    }
}

/// Whether a word stands right before the common noun that it hangs on.
fn is_in_front(draft: &Draft, word: usize) -> bool {
    let noun = draft.head(word);
    matches!(draft.dep(word), Dep::Compound | Dep::Amod | Dep::Nmod)
        && noun == word + 1
        && draft.pos(noun) == Pos::Noun
}

fn is_of_state(draft: &Draft, word: usize) -> bool {
    let found = draft.lexicon.parties.find(draft.sentence.word(word), None);
    found
        .iter()
        .any(|found| found.form.kind == FormKind::Demonym && !found.form.weak)
}
