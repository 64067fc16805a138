//! "The army denied it: its men were holding the bridge": what stands behind the colon is the word of whoever answers
//! before it.

use crate::lexicon::cues::{CueClass, CuePart, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::Dep;

use super::super::tree::Tree;
use super::account::from_account;
use super::{Cue, verb_entry, verb_speaker};

/// The sign.
const COLON: &str = ":";

/// Gives the clause behind a colon to whoever reports, answers or assures before it.
pub(super) fn behind_colon(tree: &Tree, cues: &Cues, words: &WordSets, found: &mut Vec<Cue>) {
    let Some(colon) = (1..tree.len()).find(|&at| tree.word(at) == COLON) else {
        return;
    };
    for clause in (colon + 1..tree.len()).filter(|&at| tree.is_verb(at)) {
        let Some(report) = report_of(tree, cues, words, clause, colon) else {
            continue;
        };
        let Some(speaker) = verb_speaker(tree, words, report) else {
            continue;
        };
        // The verb of the clause reports nothing that stands before the colon, and that of the report denies nothing behind.
        let own = |cue: &&mut Cue| cue.token == clause || cue.token == report;
        for cue in found.iter_mut().filter(own) {
            let before = cue.token < colon;
            cue.contents.retain(|&at| (at < colon) == before);
        }
        found.retain(|cue| !cue.contents.is_empty());
        found.push(from_account(colon, speaker, clause, "speaker.before-colon"));
    }
}

/// The verb before the colon whose clause the parser tied to the one behind it, where it takes a stand or names an answer.
fn report_of(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    clause: usize,
    colon: usize,
) -> Option<usize> {
    let tied = |at: usize| matches!(tree.dep(at), Dep::Ccomp | Dep::Parataxis);
    let below = tree
        .kids(clause)
        .find(|&kid| kid < colon && tied(kid) && tree.is_verb(kid));
    let above = || {
        tree.head(clause)
            .filter(|&head| head < colon && tied(clause) && tree.is_verb(head))
    };
    let verb = below.or_else(above)?;
    let stand = |class: CueClass| {
        matches!(
            class,
            CueClass::Deny | CueClass::Confirm | CueClass::Doubt | CueClass::Accuse
        )
    };
    let answers = verb_entry(tree, cues, verb).is_some_and(|entry| stand(entry.class))
        || words.has(Set::AnsweringVerb, tree.lemma(verb));
    let names = || {
        tree.kid(verb, Dep::Dobj).is_some_and(|noun| {
            let lemma = tree.lemma(noun);
            words.has(Set::ReplyNoun, lemma)
                || cues
                    .find(lemma, CuePart::Noun)
                    .is_some_and(|entry| entry.class == CueClass::Say || stand(entry.class))
        })
    };
    (answers || names()).then_some(verb)
}
