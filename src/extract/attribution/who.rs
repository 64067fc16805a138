//! Whom the literature marks as the source where the claims of the program name another: the word that stands as subject.

use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::Cue;
use super::super::tree::Tree;

/// The source of a cue.
///
/// Of "the minister, who said" it is the pronoun, of "asked by reporters" the reporters and not whose clause it is hung on,
/// of "many fear" a word that no claim could name, and where the parser tells no subject the name right before the verb.
pub(super) fn source(tree: &Tree, words: &WordSets, cue: &Cue) -> Option<usize> {
    let token = cue.token;
    if !matches!(tree.pos(token), Pos::Verb | Pos::Aux) {
        return cue.speaker.or_else(|| giver(tree, words, token));
    }
    if is_bare_participle(tree, token) {
        return tree.agent(token);
    }
    let own = tree.kids(token).find(|&kid| tree.dep(kid) == Dep::Nsubj);
    let relative = own.filter(|&own| matches!(tree.tag(own), Tag::WP | Tag::WDT));
    if relative.is_some() && cue.speaker == tree.head(token) {
        return relative;
    }
    cue.speaker.or_else(|| unnamed(tree, words, token, own))
}

/// "The plan worries farmers", "farmers are worried by the plan": who feels it, and what they feel it about.
pub(super) fn felt(tree: &Tree, words: &WordSets, token: usize) -> Option<(usize, usize)> {
    if !words.has(Set::FeelingVerb, tree.lemma(token)) {
        return None;
    }
    let kid = |deps: &[Dep]| tree.kids(token).find(|&kid| deps.contains(&tree.dep(kid)));
    let subject = kid(&[Dep::Nsubj, Dep::Nsubjpass]);
    if tree.is_passive(token) {
        return subject.zip(tree.agent(token));
    }
    kid(&[Dep::Dobj]).zip(subject)
}

/// "Asked about it, she said": nobody but a by-phrase asks.
fn is_bare_participle(tree: &Tree, token: usize) -> bool {
    let hung = matches!(tree.dep(token), Dep::Advcl | Dep::Acl);
    let helped = |kid: usize| matches!(tree.dep(kid), Dep::Aux | Dep::Auxpass | Dep::Nsubj);
    tree.tag(token) == Tag::VBN && hung && !tree.kids(token).any(helped)
}

/// "criticism from his own party".
fn giver(tree: &Tree, words: &WordSets, noun: usize) -> Option<usize> {
    let from = tree.kids(noun).find(|&kid| {
        tree.dep(kid) == Dep::Prep && words.has(Set::SourcePreposition, tree.lemma(kid))
    })?;
    tree.governed(from)
}

/// A subject that names nobody, or the noun right before the verb where the parser gives it no subject.
fn unnamed(tree: &Tree, words: &WordSets, token: usize, own: Option<usize>) -> Option<usize> {
    if tree.is_passive(token) || words.has(Set::Copula, tree.lemma(token)) {
        return None;
    }
    if let Some(own) = own {
        let points = words.has(Set::Demonstrative, tree.lemma(own));
        return (!points && tree.dep(own) != Dep::Expl).then_some(own);
    }
    let beside = (0..token).rev().find(|&at| !is_helper(tree, at, token))?;
    let named = tree.is_nominal(beside) && !tree.is_time(beside);
    let finite = matches!(tree.tag(token), Tag::VBD | Tag::VBP | Tag::VBZ);
    let top = tree
        .ancestors(beside)
        .take_while(|&at| at < token && tree.is_nominal(at))
        .last();
    (named && finite).then(|| top.unwrap_or(beside))
}

fn is_helper(tree: &Tree, at: usize, token: usize) -> bool {
    tree.head(at) == Some(token) && matches!(tree.dep(at), Dep::Aux | Dep::Neg | Dep::Advmod)
}
