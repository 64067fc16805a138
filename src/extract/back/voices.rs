//! Whose an answer is: of the subject of its verb, of whoever reports the sentence, or of those in whose view it is so.

use crate::lexicon::words::Set;
use crate::model::claim::{Modality, Stance};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::{verb_speaker, viewer};
use super::super::reading::Reading;
use super::super::voice::Voice;
use super::idiom::deniers;
use super::made_up::{charge_called, made_up};
use super::reply::no_such_thing;
use super::word::given;

/// Whose the answer at `token` is.
pub(super) fn own_voices(reading: &Reading, token: usize, stance: Stance) -> Vec<Voice> {
    if let Some(deniers) = deniers(reading, token) {
        deniers
    } else if charge_called(reading, token).is_some() {
        // "would defend itself against these baseless charges": they are called so now.
        let modality = Modality::Stated;
        let voices = judged_by(reading, token, stance).into_iter();
        voices.map(|voice| Voice { modality, ..voice }).collect()
    } else if no_such_thing(reading, token).is_some() || made_up(reading, token, &[]).is_some() {
        let voices = reading.voices_of(token).into_iter();
        voices.map(|voice| Voice { stance, ..voice }).collect()
    } else if reading.tree.pos(token) == Pos::Verb {
        own_voice(reading, token, stance)
    } else if let Some(verb) = given(reading, token) {
        own_voice(reading, verb, stance)
    } else {
        judged_by(reading, token, stance)
    }
}

/// The subject of the verb that denies, or each name of it ("Washington, London and Kyiv").
fn own_voice(reading: &Reading, token: usize, stance: Stance) -> Vec<Voice> {
    let tree = &reading.tree;
    let words = &reading.lexicon().words;
    let Some(speaker) = verb_speaker(tree, words, token) else {
        return Vec::new();
    };
    // "“We reject this,” the chairman said": whoever reports it.
    if words.has(Set::OwnPronoun, tree.lemma(speaker)) {
        let voices = reading.voices_of(token);
        if voices.iter().any(|voice| voice.speaker.is_some()) {
            return { voices.into_iter() }
                .map(|voice| Voice { stance, ..voice })
                .collect();
        }
    }
    let apart = reading.joint_deniers(speaker);
    let name = |&at: &usize| at == speaker || tree.pos(at) == Pos::Propn || apart.contains(&at);
    let all = tree.conjuncts(speaker).into_iter().filter(name);
    all.map(|at| Voice::plain(at, stance)).collect()
}

/// Who calls it false: those who report the sentence, or the subject of the naming verb.
fn judged_by(reading: &Reading, token: usize, stance: Stance) -> Vec<Voice> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.ancestors(token).find(|&at| tree.is_verb(at));
    match verb {
        Some(verb) if words.has(Set::NamingVerb, tree.lemma(verb)) => {
            verb_speaker(tree, words, verb)
                .map(|speaker| Voice::plain(speaker, stance))
                .into_iter()
                .collect()
        }
        Some(verb) => {
            let voices = reading.voices_of(verb);
            let open = voices.iter().all(|voice| voice.speaker.is_none());
            match viewpoint(reading, verb).filter(|_| open) {
                Some(speaker) => vec![Voice::plain(speaker, stance)],
                None => voices,
            }
        }
        None => Vec::new(),
    }
}

/// "For Rwanda, this is pure invention": whose view it is.
fn viewpoint(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let opening = tree.prepositions(verb).next()?;
    let speaker = viewer(tree, words, opening)?;
    let set_off = (speaker + 1..tree.len()).find(|&at| !tree.is_below(at, speaker))?;
    let points = tree.pos(set_off) == Pos::Pron && tree.dep(set_off) == Dep::Nsubj;
    (tree.tag(set_off) == Tag::Comma || points).then_some(speaker)
}
