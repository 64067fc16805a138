//! Whether a frame counts those who come together, and no attackers.

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::Pos;

use super::super::tree::{OF, Tree};
use super::{is_counted, is_force};

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
