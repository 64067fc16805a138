//! For whom somebody speaks: the client of a lawyer, the body of its spokesman.

use crate::lexicon::parties::RoleKind;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::anaphora::names_person;
use super::super::reading::Reading;
use super::super::tree::OF;

/// "the priest's lawyer said he had resigned": the priest, and not who speaks for him.
pub(in crate::extract) fn client(
    reading: &Reading,
    pronoun: usize,
    speaker: Option<usize>,
) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let person = |at: usize| {
        lexicon.words.has(Set::PersonPronoun, tree.lemma(at)) || names_person(tree, lexicon, at)
    };
    let speaker = speaker.filter(|_| lexicon.words.has(Set::PersonPronoun, tree.lemma(pronoun)))?;
    let role = lexicon.parties.role_of(tree.word(speaker));
    let serves = role.is_some_and(|role| {
        matches!(
            role.kind,
            RoleKind::Counsel | RoleKind::Spokes | RoleKind::People
        )
    });
    // "The family of the dead man, Tomas Verlane, said that he": the dead man.
    let relative = || {
        let of = tree.under_preposition(speaker, OF)?;
        let family = lexicon.parties.is_family(tree.lemma(speaker));
        let named = |at: usize| {
            let mut kids = tree.kids(at);
            kids.find(|&kid| tree.dep(kid) == Dep::Appos && tree.pos(kid) == Pos::Propn)
        };
        let person = || Some(of).filter(|&of| names_person(tree, lexicon, of));
        let whose = named(of).or_else(|| named(speaker)).or_else(person);
        whose.filter(|_| family)
    };
    // "Jane Roe's party said that she had won": a body is not she.
    let body = tree.label(speaker) == Some(EntityLabel::Org)
        || lexicon
            .words
            .has(Set::BodyNoun, &tree.word(speaker).to_lowercase());
    let serves = serves || body || lexicon.parties.is_family(tree.lemma(speaker));
    let owner = tree.possessor(speaker).filter(|&at| serves && person(at));
    owner.or_else(relative)
}

/// "A spokeswoman for Corvel said it had no plans": Corvel, for which she speaks.
pub(super) fn body_spoken_for(
    reading: &Reading,
    pronoun: usize,
    speaker: Option<usize>,
) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    let it = words.has(Set::ItPronoun, tree.lemma(pronoun))
        && !words.has(Set::PersonPronoun, tree.lemma(pronoun))
        && tree.tag(pronoun) != Tag::PRPS;
    let speaker = speaker.filter(|_| it)?;
    let role = lexicon.parties.role_of(tree.word(speaker));
    let serves = role.is_some_and(|role| role.kind == RoleKind::Spokes);
    let body = tree
        .prepositions(speaker)
        .filter(|&at| words.has(Set::ForPreposition, tree.lemma(at)))
        .find_map(|at| tree.governed(at))
        .or_else(|| tree.possessor(speaker))?;
    let named = tree.pos(body) == Pos::Propn && !names_person(tree, lexicon, body);
    (serves && named).then_some(body)
}
