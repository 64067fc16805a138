//! "knew nothing of a raid", "has no knowledge of any deal": whoever knows of none holds that there was none.

use crate::lexicon::cues::{CueClass, CuePart, Cues};
use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::claim::Modality;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::Tree;
use super::super::voice::is_none;
use super::nominal::NO_TRUTH;
use super::{Cue, is_negated, verb_entry, verb_speaker};

pub(super) fn ignorance_cue(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    token: usize,
) -> Option<Cue> {
    let lemma = tree.lemma(token);
    let knows = words.has(Set::KnowingWord, lemma);
    let (verb, negated) = match tree.pos(token) {
        Pos::Verb if knows => (token, is_negated(tree, words, token)),
        Pos::Adj if knows || words.has(Set::UnawareWord, lemma) => {
            let verb = tree.head(token).filter(|&at| tree.is_verb(at))?;
            let unaware = words.has(Set::UnawareWord, lemma);
            (verb, unaware != is_negated(tree, words, verb))
        }
        Pos::Noun if knows && tree.dep(token) == Dep::Dobj => {
            let verb = tree.head(token)?;
            (verb, is_negated(tree, words, verb))
        }
        _ => return None,
    };
    let content = matter(tree, words, token)?;
    let empty = is_none(tree, words, content);
    // "denied any knowledge of a plan": the denial is told above.
    let denied = cues
        .find(tree.lemma(verb), CuePart::Verb)
        .is_some_and(|entry| entry.class == CueClass::Deny);
    if !negated && !empty && !denied {
        return None;
    }
    Some(Cue {
        token,
        class: if negated && !empty && !denied {
            CueClass::Deny
        } else {
            CueClass::Say
        },
        modality: None,
        line: LIST,
        speaker: verb_speaker(tree, words, verb).filter(|_| !denied),
        contents: vec![content],
        up: Some(verb),
        accused: None,
        undecided: false,
        nominal: denied || verb != token,
        charges: false,
        rule: "speaker.subject",
    })
}

/// "nothing confirms that …", "no document shows that …": whoever says so holds it unproven.
pub(super) fn nothing_cue(tree: &Tree, cues: &Cues, words: &WordSets, token: usize) -> Option<Cue> {
    let entry = verb_entry(tree, cues, token)
        .filter(|entry| matches!(entry.class, CueClass::Say | CueClass::Confirm))?;
    let subject = tree.kid(token, Dep::Nsubj)?;
    let thing = match tree.pos(subject) {
        Pos::Pron => words.has(Set::VoidThing, tree.lemma(subject)),
        Pos::Noun => !words.is_somebody(tree.lemma(subject)),
        _ => false,
    };
    let thing = thing
        && (!words.has(Set::Negator, tree.lemma(subject))
            || words.has(Set::VoidThing, tree.lemma(subject)));
    let clause = tree
        .kids(token)
        .find(|&kid| tree.dep(kid) == Dep::Ccomp && tree.is_verb(kid) && kid > token)?;
    (thing && is_none(tree, words, subject)).then(|| Cue {
        token,
        class: CueClass::Deny,
        modality: Some(Modality::Possible),
        line: entry.line,
        speaker: None,
        contents: vec![clause],
        up: Some(token),
        accused: None,
        undecided: false,
        nominal: true,
        charges: false,
        rule: NO_TRUTH,
    })
}

/// What is not known: a matter that the text has not told as a fact ("of a raid", not "of the raid").
fn matter(tree: &Tree, words: &WordSets, token: usize) -> Option<usize> {
    let object = tree.kid(token, Dep::Dobj);
    let below = |at: usize| {
        tree.prepositions(at)
            .filter(|&kid| words.has(Set::ContentPreposition, tree.lemma(kid)))
            .find_map(|kid| tree.governed(kid))
    };
    let content = below(token).or_else(|| below(object?))?;
    let fixed = |kid: usize| {
        tree.dep(kid) == Dep::Poss
            || tree.dep(kid) == Dep::Det && words.has(Set::Determined, tree.lemma(kid))
    };
    // "did not know about Hamas attack": a headline leaves the article out.
    let named = tree.nationality(content).is_some() && tree.tag(content) == Tag::NN;
    let open = !named && !tree.kids(content).any(fixed);
    (open && tree.pos(content) == Pos::Noun).then_some(content)
}
