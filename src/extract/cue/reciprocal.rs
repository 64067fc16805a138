//! "X and Y accused each other": each is a speaker, and each is accused.

use crate::lexicon::words::{Set, WordSets};

use super::super::tree::Tree;
use super::Cue;

/// "X and Y accused each other": X accuses Y, and Y accuses X.
pub(super) fn reciprocal(tree: &Tree, words: &WordSets, cue: Cue) -> Vec<Cue> {
    let each_other = cue.accused.is_some_and(|accused| {
        words.has(Set::Reciprocal, tree.lemma(accused)) || cue.speaker == Some(accused)
    });
    let mates = cue
        .speaker
        .filter(|_| each_other)
        .map(|speaker| joint(tree, speaker))
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
        _ => vec![cue],
    }
}

/// "X and Y", "the X and Y authorities": both.
fn joint(tree: &Tree, speaker: usize) -> Vec<usize> {
    let both = tree.conjuncts(speaker);
    let lands = || {
        tree.nationality(speaker)
            .map(|land| tree.conjuncts(land))
            .filter(|lands| lands.len() == 2)
    };
    match both[..] {
        [_] => lands().unwrap_or(both),
        _ => both,
    }
}
