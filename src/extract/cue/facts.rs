//! "does not correspond to reality", "is at odds with the facts": what is judged by holding it against the facts.

use crate::lexicon::cues::{CueClass, CuePart, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::Dep;

use super::super::tree::Tree;
use super::{Cue, is_negated};

/// A report that is held against the facts and found wrong.
#[derive(Debug, Clone, Copy)]
pub struct Judged {
    /// The verb of the judgement.
    pub verb: usize,
    /// What is judged.
    pub subject: usize,
}

/// How far above the word for the facts its verb may stand ("has nothing to do with reality").
const REACH: usize = 5;

/// What the word at `token` ("reality", "facts", "basis") is said not to bear out; `None` where it judges nothing so.
pub fn against_facts(tree: &Tree, words: &WordSets, token: usize) -> Option<Judged> {
    let lemma = tree.lemma(token);
    let ground = words.has(Set::TruthNoun, lemma);
    if !ground && !words.has(Set::RealityNoun, lemma) {
        return None;
    }
    let way: Vec<usize> = tree.ancestors(token).take(REACH).collect();
    let at = way
        .iter()
        .position(|&at| tree.is_verb(at) && tree.subject(at).is_some() && !is_inside(tree, at))?;
    let verb = way[at];
    let odd = |&at: &usize| words.has(Set::OddsWord, tree.lemma(at));
    let mut between = way[..=at].iter().chain(std::iter::once(&token));
    let beside = || {
        way[..=at]
            .iter()
            .flat_map(|&at| tree.kids(at))
            .any(|kid| odd(&kid))
    };
    let without = || {
        way[..at]
            .iter()
            .any(|&at| words.has(Set::Negator, tree.lemma(at)))
    };
    let empty = is_negated(tree, words, verb) || is_negated(tree, words, token);
    let against = empty || between.any(odd) || beside() || without();
    let subject = tree.subject(verb).filter(|&subject| subject != token)?;
    against.then_some(Judged { verb, subject })
}

/// "to do" in "has nothing to do with": the verb above it is the one that judges.
fn is_inside(tree: &Tree, verb: usize) -> bool {
    matches!(tree.dep(verb), Dep::Relcl | Dep::Acl | Dep::Xcomp)
}

/// "the reports that S are at odds with the facts": a predicate that denies S.
pub(super) fn facts_cue(tree: &Tree, cues: &Cues, words: &WordSets, token: usize) -> Option<Cue> {
    let judged = against_facts(tree, words, token)?;
    let report = cues
        .find(tree.lemma(judged.subject), CuePart::Noun)
        .filter(|entry| entry.class == CueClass::Say)?;
    Some(Cue {
        token,
        class: CueClass::Deny,
        modality: None,
        line: report.line,
        speaker: None,
        contents: vec![judged.subject],
        up: Some(judged.verb),
        accused: None,
        undecided: false,
        nominal: true,
        charges: false,
        rule: "speaker.predicate",
    })
}
