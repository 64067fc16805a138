//! "Death hoax", "a fake tweet", "rumours not true": what a headline calls made up, it denies.
//!
//! Headlines that set a rumour right name it by two or three nouns, and the parser has no clause to go by: so the words
//! beside the one that judges are asked, the deed or thing first and then who it is about.

use compact_str::format_compact;

use crate::lexicon::assertions::OTHER;
use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, HOAX, Question, Stance};
use crate::model::parsed::{Dep, Pos};
use crate::model::span::TextField;

use super::anaphora::Memory;
use super::cue::{Cue, is_negated};
use super::draft::{Draft, VERB_RULE};
use super::reading::{PLAIN_QUESTION, Reading};
use super::voice::Voice;

/// Tokens between a rumour and the word that it is untrue, and before that word those that say so of it.
const NEAR: usize = 6;
const REACH: usize = 2;

/// The denial of what a headline calls a hoax, where no other claim of it denies.
pub(super) fn hoax_claims(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let denied = claims
        .iter()
        .any(|claim| claim.stance.value == Stance::Deny);
    if reading.setting.field != TextField::Title || denied {
        return Vec::new();
    }
    let Some(word) = (0..reading.tree.len()).find(|&at| is_hoax(reading, at)) else {
        return Vec::new();
    };
    // "threat was a hoax, police say": their word; else the outlet's.
    let said = reading.voices_of(word).into_iter().next();
    let voice = Voice {
        stance: Stance::Deny,
        ..said.unwrap_or(Voice {
            speaker: None,
            ..Voice::plain(word, Stance::Deny)
        })
    };
    let mut draft = Draft::made_up(reading, word, &voice, memory);
    draft.claim.stance.rule = HOAX;
    vec![draft.finish(reading)]
}

/// A word for what is made up, or for a rumour that is said to be untrue right behind it.
fn is_hoax(reading: &Reading, at: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let has = |set| words.has(set, tree.lemma(at));
    let open = || {
        let negated = |at: usize| words.has(Set::Negator, tree.lemma(at));
        at.checked_sub(1).is_some_and(negated)
            || tree
                .head(at)
                .is_some_and(|head| is_negated(tree, words, head))
    };
    has(Set::HoaxWord) && !open() && !is_of_thing(reading, at) && !is_of_charge(reading, at)
        || has(Set::HearsayNoun) && is_refuted(reading, at)
}

/// "fake passports", "a hoax caller": a thing that is no more than not genuine, and nothing that is told.
fn is_of_thing(reading: &Reading, word: usize) -> bool {
    let words = &reading.lexicon().words;
    let tells = |at: usize| {
        let lemma = lemma(reading, at);
        let told = [
            Set::BackNoun,
            Set::DocumentNoun,
            Set::ExhibitNoun,
            Set::HearsayNoun,
        ];
        told.into_iter().any(|set| words.has(set, &lemma)) || is_deed(reading, at)
    };
    let alone = before(reading, word).next().is_none();
    alone && behind(reading, word).next().is_some_and(|at| !tells(at))
}

/// "accuses Norway of planning to use a fake video": what somebody is said to make or use, and nothing that is called made up.
fn is_of_charge(reading: &Reading, word: usize) -> bool {
    let tree = &reading.tree;
    let described = matches!(tree.dep(word), Dep::Amod | Dep::Compound);
    let thing = tree.head(word).filter(|_| described);
    let object = thing.filter(|&at| tree.dep(at) == Dep::Dobj);
    let verb = object.and_then(|at| tree.head(at));
    let charges = |cue: &Cue| cue.accused.is_some() && cue.token < word;
    verb.is_some_and(|verb| {
        let below = |at: usize| tree.is_below(verb, at) && verb != at;
        let mut charges = reading.cues.iter().filter(|cue| charges(cue));
        charges.any(|cue| below(cue.token))
    })
}

/// Whether a noun names a deed.
fn is_deed(reading: &Reading, at: usize) -> bool {
    let lexicon = reading.lexicon();
    let lemma = lemma(reading, at);
    !lexicon.frames.of_noun(&lemma).is_empty() || lexicon.lemmas.deed(&lemma).is_some()
}

/// "rumours not true", "reports confirmed as false", "rumour of a split called rubbish".
fn is_refuted(reading: &Reading, rumour: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let is = |at: usize, class| {
        let mut entries = lexicon.cues.nominal(tree.lemma(at));
        entries.any(|entry| entry.class == class)
    };
    let follows = |at: usize, set| {
        let before = (rumour + 1..at).rev().take(REACH);
        before
            .into_iter()
            .any(|at| lexicon.words.has(set, tree.lemma(at)))
    };
    let refutes = |&at: &usize| {
        let near = at - rumour <= NEAR && tree.pos(at) == Pos::Adj;
        is(at, CueClass::Deny) && (near || follows(at, Set::NamingVerb))
            || near && is(at, CueClass::Confirm) && follows(at, Set::Negator)
    };
    (rumour + 1..tree.len()).any(|at| refutes(&at))
}

/// The nouns right before a word, the nearest first.
fn before<'r>(reading: &'r Reading, word: usize) -> impl Iterator<Item = usize> + 'r {
    let named = |at: &usize| is_named(reading, *at);
    (0..word).rev().take_while(named)
}

/// The nouns right behind a word, the last first.
fn behind<'r>(reading: &'r Reading, word: usize) -> impl Iterator<Item = usize> + 'r {
    let named = |at: &usize| is_named(reading, *at);
    let run = (word + 1..reading.tree.len()).take_while(named);
    run.collect::<Vec<usize>>().into_iter().rev()
}

fn is_named(reading: &Reading, at: usize) -> bool {
    matches!(reading.tree.pos(at), Pos::Noun | Pos::Propn | Pos::Adj)
}

/// The deed or thing that is made up: the nearest noun before the word that names a deed, else the thing that it stands
/// before or behind, else the subject.
fn matter(reading: &Reading, word: usize) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let deed = |at: &usize| is_deed(reading, *at);
    let subject = || tree.head(word).and_then(|head| tree.kid(head, Dep::Nsubj));
    // "rumour X left the band": what is rumoured is the deed.
    let done = || {
        let first = (word + 1..tree.len()).find(|&at| !is_named(reading, at))?;
        let rumoured = lexicon.words.has(Set::HearsayNoun, tree.lemma(word));
        (rumoured && tree.is_verb(first)).then_some(first)
    };
    before(reading, word)
        .find(deed)
        .or_else(done)
        .or_else(|| behind(reading, word).next())
        .or_else(|| before(reading, word).next())
        .or_else(subject)
        .filter(|&at| at != word)
}

/// Headlines write all words with capitals, and then the parser takes them for names.
fn lemma(reading: &Reading, at: usize) -> String {
    reading.tree.lemma(at).to_lowercase()
}

/// Of whom or what it tells: the first name that is not the matter itself.
fn subject(reading: &Reading, word: usize, matter: Option<usize>) -> Option<usize> {
    let tree = &reading.tree;
    let name = |&at: &usize| tree.pos(at) == Pos::Propn && at != word && Some(at) != matter;
    let first = (0..tree.len()).find(name)?;
    (first..tree.len()).take_while(name).last()
}

impl Draft {
    /// What is made up: a deed that a frame knows, or a thing, and of whom it tells.
    fn made_up(reading: &Reading, word: usize, voice: &Voice, memory: &Memory) -> Self {
        let matter = matter(reading, word);
        let at = matter.unwrap_or(word);
        let lemma = lemma(reading, at);
        let trigger = reading.tree.sentence.tokens[at].span;
        let frame = reading.lexicon().frames.of_noun(&lemma).first();
        let key = match frame {
            Some(frame) => frame.assertion.clone(),
            None => format_compact!("{OTHER}{lemma}"),
        };
        let found = Found::at(key, trigger, VERB_RULE);
        let mut draft = Draft::bare(reading, trigger, found, voice, memory);
        if let Some(frame) = frame {
            let question = reading.lexicon().question(&frame.assertion);
            draft.claim.question = match question {
                // There is no figure.
                Question::Quantity => PLAIN_QUESTION,
                _ => question,
            };
        }
        draft.set_object(reading, subject(reading, word, matter));
        draft.set_date(reading, at, voice, memory);
        draft
    }
}
