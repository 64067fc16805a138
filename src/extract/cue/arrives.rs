//! "Arrives at a total of 40 dead", "comes to a far grimmer toll: 56 dead": whoever reaches the number says so.

use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::super::tree::Tree;
use super::account::from_account;
use super::{Cue, is_hypothetical, is_negated};

pub(super) fn arrives_at(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let tally = reached(tree, words, token)?;
    let speaker = tree.subject(token)?;
    let speaks = tree.pos(speaker) == Pos::Propn
        || words.is_somebody(tree.lemma(speaker))
        || words.has(Set::ItPronoun, tree.lemma(speaker));
    let counts = words.has(Set::TallyNoun, tree.lemma(speaker));
    let open = is_negated(tree, words, token) || is_hypothetical(tree, words, token);
    if !speaks || counts || open || tree.is_passive(token) {
        return None;
    }
    let mut cue = from_account(token, speaker, tally, "speaker.arrives");
    // "a toll: 56 dead": the parser may hang what follows the colon anywhere.
    let behind = (tally + 1..tree.len()).find(|&at| tree.word(at) == COLON);
    let told = behind.and_then(|colon| {
        (colon + 1..tree.len()).find(|&at| {
            let above = tree.head(at).is_none_or(|head| head < colon);
            above && (tree.is_nominal(at) || tree.pos(at) == Pos::Num || tree.pos(at) == Pos::Adj)
        })
    });
    cue.contents.extend(told);
    Some(cue)
}

/// The word for a number under the preposition of a verb of reaching.
fn reached(tree: &Tree, words: &WordSets, verb: usize) -> Option<usize> {
    let particle = tree.kid(verb, Dep::Prt);
    let listed = |preposition: usize| {
        let phrase = match particle {
            Some(up) => format!(
                "{}_{}_{}",
                tree.lemma(verb),
                tree.lemma(up),
                tree.lemma(preposition)
            ),
            None => format!("{}_{}", tree.lemma(verb), tree.lemma(preposition)),
        };
        words.has(Set::ReachingPhrase, &phrase)
    };
    tree.prepositions(verb)
        .filter(|&at| listed(at))
        .filter_map(|at| tree.governed(at))
        .find(|&noun| words.has(Set::TallyNoun, tree.lemma(noun)))
}

/// The sign before a number.
const COLON: &str = ":";
