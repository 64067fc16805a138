//! "Doctors Without Borders said", "Save the Children said": a listed name with a small word inside, which the parser takes for a
//! phrase or a clause, is one name.

use crate::model::parsed::{Dep, Entity, EntityLabel, Pos, Tag};
use crate::model::span::Span;

use super::super::tree::OF;
use super::Draft;

/// Words of the longest listed name with a small word inside.
const LONGEST: usize = 6;

pub(super) fn mend(draft: &mut Draft) {
    let mut at = 0;
    while at + 2 < draft.len() {
        match last_of_name(draft, at) {
            Some(last) => {
                join(draft, at, last);
                at = last + 1;
            }
            None => at += 1,
        }
    }
}

/// The last word of the listed name that begins at a token and has a small word inside.
fn last_of_name(draft: &Draft, first: usize) -> Option<usize> {
    let capital = |at: usize| draft.sentence.word(at).starts_with(char::is_uppercase);
    let small = |at: usize| {
        matches!(draft.pos(at), Pos::Adp | Pos::Det | Pos::Sconj) && draft.lemma(at) != OF
    };
    let ends = (first + 2..draft.len().min(first + LONGEST)).rev();
    let mut ends = ends.filter(|&last| capital(last) && (first + 1..last).any(small));
    let tokens = &draft.sentence.tokens;
    let name = |last: usize| {
        let (start, end) = (tokens[first].span.start, tokens[last].span.end);
        draft.sentence.slice(Span { start, end })
    };
    let listed = |&last: &usize| !draft.lexicon.parties.find(name(last), None).is_empty();
    // "The Campaign Against Arms Trade": a capital makes the small word a part of the name, where the parser sees one too.
    let whole = |&last: &usize| {
        let mut entities = draft.sentence.entities.iter();
        let named = entities.any(|entity| {
            let (begin, end) = (entity.first as usize, entity.last as usize);
            entity.label == EntityLabel::Org && begin <= first && end == last && first <= begin + 1
        });
        named && (first + 1..last).all(|at| !small(at) || capital(at))
    };
    let found = capital(first).then(|| ends.find(|last| listed(last) || whole(last)));
    found.flatten()
}

/// Hangs the words of a name on its last one, which takes the place of the first.
fn join(draft: &mut Draft, first: usize, last: usize) {
    draft.put_in_place(last, first);
    // "Save the Children said that …": a clause for its subject.
    if draft.dep(last) == Dep::Csubj {
        draft.sentence.tokens[last].dep = Dep::Nsubj;
    }
    let below = (0..draft.len()).filter(|at| !(first..=last).contains(at));
    let below: Vec<usize> = below
        .filter(|&at| (first..last).contains(&draft.head(at)))
        .collect();
    draft.hand_over(below, last);
    for token in first..last {
        draft.hang(token, last, Dep::Compound);
    }
    for token in first..=last {
        let word = &mut draft.sentence.tokens[token];
        (word.pos, word.tag) = (Pos::Propn, Tag::NNP);
    }
    let (first, last) = (first as u32, last as u32);
    let entities = &mut draft.sentence.entities;
    entities.retain(|entity| entity.last < first || entity.first > last);
    entities.push(Entity {
        first,
        last,
        label: EntityLabel::Org,
    });
    entities.sort_by_key(|entity| entity.first);
}
