//! Whether a reporting word is negated or left undone, and whether it is denied that somebody said so.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::Tree;
use super::super::voice::is_no_longer;
use super::Cue;

impl Cue {
    /// "denied that the president had admitted it", "denied saying so": the second word is what is denied, and nobody's
    /// report. "The army claims it, Kyiv denies" and "denied what the army says" deny what is said.
    pub fn denies_saying(&self, tree: &Tree, told: &Cue) -> bool {
        let denies = self.class == CueClass::Deny && !self.undecided && !self.nominal;
        let reports = matches!(told.class, CueClass::Say | CueClass::Confirm) && !told.nominal;
        let next = self.token < told.token && self.contents.contains(&told.token);
        let plain = || {
            let mut between = self.token..told.token;
            let what = tree.kids(told.token).any(|kid| tree.tag(kid) == Tag::WP);
            between.all(|at| tree.pos(at) != Pos::Punct) && !what
        };
        denies && reports && next && tree.is_verb(told.token) && plain()
    }
}

/// Whether a word is negated or comes with words that leave it undone ("declined to confirm", "stopped short of denying",
/// "neither confirmed nor denied").
pub fn is_negated(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let negator = |kid: usize| words.has(Set::Negator, tree.lemma(kid));
    let own = tree.kids(token).any(|kid| {
        tree.dep(kid) == Dep::Neg
            || negator(kid) && (tree.is_particle(kid) || tree.dep(kid) == Dep::Preconj)
            || tree.dep(kid) == Dep::Advmod && is_no_longer(tree, words, kid)
            // "nor has it promised to stay".
            || tree.dep(kid) == Dep::Cc && kid < token && negator(kid)
    });
    let empty = |kid: usize| {
        negator(kid)
            || tree
                .kids(kid)
                .any(|det| tree.dep(det) == Dep::Det && negator(det))
    };
    let of_part = tree.is_verb(token)
        && tree.kids(token).any(|kid| {
            matches!(
                tree.dep(kid),
                Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Attr
            ) && empty(kid)
        });
    own || of_part || is_left_undone(tree, words, token) || joined_negation(tree, words, token)
}

fn is_left_undone(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let Some(head) = tree.head(token) else {
        return false;
    };
    match tree.dep(token) {
        Dep::Xcomp => words.has(Set::UndecidedVerb, tree.lemma(head)),
        // "refused to confirm or deny": a bare mate shares what governs the first.
        Dep::Conj if tree.tag(token) == Tag::VB => is_left_undone(tree, words, head),
        Dep::Pcomp => tree
            .head(head)
            .is_some_and(|above| words.has(Set::NegativePhrase, tree.lemma(above))),
        Dep::Acl | Dep::Relcl if tree.is_bare_infinitive(token) => {
            is_not_in_place(tree, words, head)
        }
        _ => false,
    }
}

/// "was not in a position to refute it", "was in no position to deny it".
fn is_not_in_place(tree: &Tree, words: &WordSets, noun: usize) -> bool {
    let none = |at: usize| {
        let no = |kid: usize| tree.dep(kid) == Dep::Det && words.has(Set::Negator, tree.lemma(kid));
        tree.kids(at).any(no)
    };
    let preposition = tree.head(noun).filter(|_| tree.dep(noun) == Dep::Pobj);
    let copula = preposition.and_then(|at| tree.head(at));
    copula.is_some_and(|at| {
        let negated = tree.kid(at, Dep::Neg).is_some() || none(noun);
        words.has(Set::Copula, tree.lemma(at)) && negated
    })
}

fn joined_negation(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let Some(head) = tree.head(token).filter(|_| tree.dep(token) == Dep::Conj) else {
        return false;
    };
    tree.kids(head).any(|kid| {
        matches!(tree.dep(kid), Dep::Cc | Dep::Preconj) && words.has(Set::Negator, tree.lemma(kid))
    })
}

/// "It is too early to say", "hard to tell": whoever says so tells nothing of what the verb would report.
pub fn is_hard_to_say(tree: &Tree, words: &WordSets, verb: usize) -> bool {
    let hard = |at: usize| tree.pos(at) == Pos::Adj && words.has(Set::HardWord, tree.lemma(at));
    let to = || tree.kids(verb).any(|kid| tree.tag(kid) == Tag::TO);
    let above = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Xcomp);
    above.is_some_and(|above| hard(above) || tree.kid(above, Dep::Acomp).is_some_and(hard)) && to()
}
