//! Whether a frame counts those who come together, and no attackers, or speaks of one person in a post.

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::{EntityLabel, Pos, Tag};

use super::super::anaphora::names_person;
use super::super::tree::{OF, Tree};
use super::condition::counts_people;
use super::force::is_force;
use super::is_counted;

/// "9,000 workers", "hundreds", "80 percent of the drivers", "nearly half of them".
pub(super) fn is_crowd(tree: &Tree, lexicon: &Lexicon, theme: usize) -> bool {
    let numbered = |at: usize| tree.pos(at) == Pos::Num || is_counted(tree, at);
    numbered(theme)
        || lexicon.words.has(Set::MeasureNoun, tree.lemma(theme))
        || tree.under_preposition(theme, OF).is_some_and(numbered)
}

/// "12 gunmen took part in the raid", but not "80 drivers took part in the strike".
pub(super) fn is_of_attack(tree: &Tree, lexicon: &Lexicon, verb: usize, who: usize) -> bool {
    let attack = |at: usize| {
        let lemma = tree.lemma(at);
        let walkout = lexicon.words.has(Set::WalkoutNoun, lemma) && !is_force(tree, lexicon, who);
        lexicon.words.has(Set::AttackNoun, lemma) && !walkout
    };
    let object = tree.object(verb);
    let over = tree.prepositions(verb);
    let over = over.chain(object.into_iter().flat_map(|at| tree.prepositions(at)));
    over.filter_map(|at| tree.governed(at))
        .chain(object)
        .any(attack)
}

/// One person who can hold a post: by name, by his role or by a pronoun, and no army that holds one of earth.
pub(super) fn is_holder(tree: &Tree, lexicon: &Lexicon, theme: usize) -> bool {
    let many = matches!(tree.tag(theme), Tag::NNS | Tag::NNPS);
    let he = [Set::PersonPronoun, Set::OwnPronoun]
        .into_iter()
        .any(|set| lexicon.words.has(set, tree.lemma(theme)));
    let group = [EntityLabel::Org, EntityLabel::Gpe, EntityLabel::Norp];
    let body = tree
        .label(theme)
        .is_some_and(|label| group.contains(&label));
    let name = tree.pos(theme) == Pos::Propn && !body && !many;
    let common = tree.pos(theme) == Pos::Noun && !is_force(tree, lexicon, theme) && !many;
    he || name
        || names_person(tree, lexicon, theme)
        || common && counts_people(tree, lexicon, theme)
}
