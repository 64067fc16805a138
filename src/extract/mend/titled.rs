//! "Accused Peruvian minister Lima of lying", "said the midfielder Jane Roe had a licence": a title and the name behind it
//! that the parser parts, so that the name begins a sentence of its own or is a second subject.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for name in 1..draft.len() {
        apposed(draft, name);
        if is_parted(draft, name) {
            join(draft, name);
        }
        if let Some(noun) = doubled(draft, name) {
            subordinate(draft, noun, name);
        }
    }
}

/// "A witness, barmaid Jane Roe, disputes it": between two commas a title and a name, where the parser takes the title for a
/// verb.
fn apposed(draft: &mut Draft, title: usize) {
    let (verb, subject) = (draft.head(title), draft.kid(title, Dep::Nsubj));
    let name = draft.kid(title, Dep::Dobj);
    let Some((subject, name)) = subject.zip(name) else {
        return;
    };
    let comma = |at: usize| at < draft.len() && draft.word(at) == COMMA;
    let set_off = comma(title - 1) && comma(name + 1) && subject + 2 == title;
    let named = (title + 1..=name).all(|at| draft.pos(at) == Pos::Propn);
    let inserted = matches!(draft.dep(title), Dep::Parataxis | Dep::Ccomp) && verb > name;
    let bare = draft.kid(verb, Dep::Nsubj).is_none() && draft.is_finite(verb);
    if set_off && named && inserted && bare {
        draft.hang(subject, verb, Dep::Nsubj);
        draft.hang(name, subject, Dep::Appos);
        draft.hang(title, name, Dep::Compound);
        let word = &mut draft.sentence.tokens[title];
        (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    }
}

/// Hangs a title on the name behind it, and what stands before the title, too.
fn subordinate(draft: &mut Draft, title: usize, name: usize) {
    let before: Vec<usize> = draft.kids(title).filter(|&kid| kid < title).collect();
    draft.hang(title, name, Dep::Compound);
    draft.hand_over(before, name);
}

/// The common noun that stands right before a name and that the parser took for a subject beside it.
fn doubled(draft: &Draft, name: usize) -> Option<usize> {
    let subject = |at: usize| matches!(draft.dep(at), Dep::Nsubj | Dep::Nsubjpass);
    if !subject(name) || draft.pos(name) != Pos::Propn {
        return None;
    }
    let first = (0..name).rev().take_while(|&at| draft.is_below(at, name));
    let noun = first.last().unwrap_or(name).checked_sub(1)?;
    let beside = subject(noun) && draft.head(noun) == draft.head(name);
    (beside && draft.pos(noun) == Pos::Noun).then_some(noun)
}

/// Whether a name stands alone right behind a bare noun for a person in its office.
fn is_parted(draft: &Draft, name: usize) -> bool {
    let title = name - 1;
    let capital = draft.sentence.word(name).starts_with(char::is_uppercase);
    let named = matches!(draft.tag(name), Tag::NNP | Tag::NNPS | Tag::NNS);
    let alone = draft.head(name) == name && named && capital;
    let argument = matches!(draft.dep(title), Dep::Dobj | Dep::Pobj) || is_loose(draft, title);
    let words = &draft.lexicon.words;
    let office = draft.tag(title) == Tag::NN
        && (words.is_somebody(draft.lemma(title))
            || draft.lexicon.parties.role_of(draft.word(title)).is_some());
    let verb = draft.head(title) != title && draft.head(title) < title;
    let own = draft.kids(name).all(|kid| {
        kid < name && draft.dep(kid) == Dep::Compound
            || kid > name && matches!(draft.dep(kid), Dep::Prep | Dep::Punct)
    });
    let body = words.has(Set::BodyNoun, draft.lemma(title));
    alone && argument && office && verb && own && !body
}

/// A title that the parser leaves hanging on a verb that wants an object.
fn is_loose(draft: &Draft, title: usize) -> bool {
    let verb = draft.head(title);
    matches!(draft.dep(title), Dep::Punct | Dep::Npadvmod | Dep::Dep)
        && draft.cue_class(verb) == Some(CueClass::Accuse)
        && draft.kid(verb, Dep::Dobj).is_none()
}

/// The name takes the place of its title.
fn join(draft: &mut Draft, name: usize) {
    let title = name - 1;
    if is_loose(draft, title) {
        draft.sentence.tokens[title].dep = Dep::Dobj;
    }
    draft.put_in_place(name, title);
    subordinate(draft, title, name);
    let word = &mut draft.sentence.tokens[name];
    (word.pos, word.tag) = (Pos::Propn, Tag::NNP);
}
