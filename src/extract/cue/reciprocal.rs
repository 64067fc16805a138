//! "X and Y accused each other": each is a speaker, and each is accused; "accused X and Y": both are.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos};

use super::super::tree::Tree;
use super::Cue;

/// Most of those who are accused together and named one by one.
const MOST: usize = 4;

/// "X and Y accused each other": X accuses Y, and Y accuses X.
pub(super) fn reciprocal(tree: &Tree, words: &WordSets, cue: Cue) -> Vec<Cue> {
    let each_other = cue.accused.is_some_and(|accused| {
        let mut kids = tree
            .kids(accused)
            .map(|kid| (tree.dep(kid), tree.lemma(kid)));
        // "blamed one another": the parser may make the second word describe the first.
        words.has(Set::Reciprocal, tree.lemma(accused))
            || kids.any(|(dep, lemma)| dep == Dep::Det && words.has(Set::Reciprocal, lemma))
            || cue.speaker == Some(accused)
    });
    let mates = cue
        .speaker
        .filter(|_| each_other)
        .map(|speaker| joint(tree, words, speaker))
        .unwrap_or_default();
    match mates[..] {
        [left, right] => {
            let turned = Cue {
                speaker: Some(right),
                accused: Some(left),
                ..cue.clone()
            };
            vec![
                Cue {
                    speaker: Some(left),
                    accused: Some(right),
                    ..cue
                },
                turned,
            ]
        }
        // "both sides blamed each other": the sentence does not tell which.
        _ if each_other && cue.accused != cue.speaker => {
            let undecided = true;
            vec![Cue { undecided, ..cue }]
        }
        _ => with_others(tree, cue),
    }
}

/// "accused Peru and Chile of it": each of them, where all are named.
fn with_others(tree: &Tree, cue: Cue) -> Vec<Cue> {
    let accused = cue.accused.filter(|_| cue.class == CueClass::Accuse);
    let all = accused.map(|at| tree.conjuncts(at)).unwrap_or_default();
    let named = all.iter().all(|&at| is_side(tree, at));
    let listed = named && all.len() <= MOST && !all.iter().any(|&at| cue.speaker == Some(at));
    let others = all.into_iter().skip(1).filter(|_| listed);
    let mut cues: Vec<Cue> = others
        .map(|at| Cue {
            accused: Some(at),
            ..cue.clone()
        })
        .collect();
    cues.insert(0, cue);
    cues
}

fn is_side(tree: &Tree, at: usize) -> bool {
    let named = matches!(
        tree.label(at),
        Some(EntityLabel::Gpe | EntityLabel::Norp | EntityLabel::Org | EntityLabel::Person)
    );
    named && tree.pos(at) == Pos::Propn
}

/// "X and Y", "the X and Y authorities", "both sides" where the sentence has named two before: both.
fn joint(tree: &Tree, words: &WordSets, speaker: usize) -> Vec<usize> {
    let both = tree.conjuncts(speaker);
    let lands = || {
        tree.nationality(speaker)
            .map(|land| tree.conjuncts(land))
            .filter(|lands| lands.len() == 2)
    };
    let named = || Some(speaker).and_then(|at| pair_before(tree, words, at));
    match both[..] {
        [_] => lands().or_else(named).unwrap_or(both),
        _ => both,
    }
}

/// "Fighting between Peru and Chile went on, as both sides accused each other": the only two that are named together before.
fn pair_before(tree: &Tree, words: &WordSets, sides: usize) -> Option<Vec<usize>> {
    words.has(Set::SideNoun, tree.lemma(sides)).then_some(())?;
    let first = |&at: &usize| tree.dep(at) != Dep::Conj && is_side(tree, at);
    let named = |pair: &Vec<usize>| pair.len() > 1;
    let mut pairs = (0..sides)
        .filter(first)
        .map(|at| tree.conjuncts(at))
        .filter(named);
    let pair = pairs.next().filter(|_| pairs.next().is_none())?;
    let two = pair.len() == 2 && pair.iter().all(|&at| is_side(tree, at) && at < sides);
    two.then_some(pair)
}
