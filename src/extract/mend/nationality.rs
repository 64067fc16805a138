//! "One Tajik guard was wounded": the adjective of a state in front of a noun, which the parser takes for a name; "a Russian
//! Black Sea raid": one that it hangs on the place between.

use crate::lexicon::parties::FormKind;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Entity, EntityLabel, Pos, Tag};

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
    for word in 0..draft.len() {
        if let Some(noun) = noun_behind_place(draft, word) {
            draft.hang(word, noun, Dep::Amod);
        }
        if opens_body(draft, word) {
            draft.hang(word, word + 1, Dep::Compound);
            draft.sentence.tokens[word].pos = Pos::Propn;
            draft.sentence.tokens[word].tag = Tag::NNP;
        }
    }
}

/// "Valdoran police said": a name that the parser takes for a small word right before the bare noun of a body.
fn opens_body(draft: &Draft, word: usize) -> bool {
    let noun = word + 1;
    let loose = matches!(
        draft.dep(word),
        Dep::Advmod | Dep::Npadvmod | Dep::Dep | Dep::Prep
    );
    let subject = noun < draft.len()
        && matches!(draft.dep(noun), Dep::Nsubj | Dep::Nsubjpass)
        && draft.head(word) == draft.head(noun);
    let capital = draft.sentence.word(word).starts_with(char::is_uppercase);
    let body = || draft.lexicon.words.has(Set::BodyNoun, draft.lemma(noun));
    let named = draft.label(word).is_some() && draft.label(noun).is_none();
    loose && subject && capital && named && body() && draft.kids(word).next().is_none()
}

/// "An Israeli West Bank raid": the noun that the place between describes, where the adjective hangs on the place.
fn noun_behind_place(draft: &Draft, word: usize) -> Option<usize> {
    let place = draft.head(word);
    let beside = matches!(draft.dep(word), Dep::Compound | Dep::Amod | Dep::Nmod);
    let named = |entity: &&Entity| {
        let located = matches!(entity.label, EntityLabel::Gpe | EntityLabel::Location);
        located && entity.first as usize == word + 1 && entity.last as usize == place
    };
    let adjective = draft.label(word) == Some(EntityLabel::Norp) && is_of_state(draft, word);
    draft.sentence.entities.iter().find(named)?;
    let noun = draft.head(place);
    let described = matches!(draft.dep(place), Dep::Compound | Dep::Nmod)
        && noun == place + 1
        && draft.pos(noun) == Pos::Noun;
    (beside && adjective && described).then_some(noun)
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
