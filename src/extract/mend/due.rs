//! "The president is due to land on Wednesday": what somebody is due to do is a verb, where the parser takes it for the cause
//! that a thing is due to.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for word in 1..draft.len() {
        if let Some((to, deed)) = expected(draft, word) {
            draft.hang(deed, word, Dep::Xcomp);
            draft.hang(to, deed, Dep::Aux);
            let tokens = &mut draft.sentence.tokens;
            (tokens[deed].pos, tokens[deed].tag) = (Pos::Verb, Tag::VB);
            (tokens[to].pos, tokens[to].tag) = (Pos::Part, Tag::TO);
        }
    }
}

/// The "to" behind the adjective and the bare noun behind it, where the subject is somebody.
fn expected(draft: &Draft, word: usize) -> Option<(usize, usize)> {
    let words = &draft.lexicon.words;
    let due = draft.dep(word) == Dep::Acomp && words.has(Set::ReasonWord, draft.lemma(word));
    let subject = draft.kid(draft.head(word), Dep::Nsubj).filter(|_| due)?;
    let somebody = draft.label(subject) == Some(EntityLabel::Person)
        || words.is_somebody(draft.lemma(subject))
        || words.has(Set::PersonPronoun, draft.lemma(subject));
    let to = word + 1;
    let deed = draft.kid(to, Dep::Pobj).filter(|&at| at == to + 1)?;
    let bare = draft.tag(deed) == Tag::NN && draft.kids(deed).all(|kid| kid > deed);
    (somebody && bare && draft.head(to) == word).then_some((to, deed))
}
