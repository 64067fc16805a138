//! "Blamed the blackout on a cyberattack", "attributed the delays to bad weather", "blamed rust for the leak": a cause that no
//! frame takes up.

use compact_str::CompactString;

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{ACCUSED, Claim, Found, Modality, Stance};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::actor::actor;
use super::anaphora::Memory;
use super::cue::{Cue, is_negated};
use super::draft::Draft;
use super::event::is_thing;
use super::reading::Reading;
use super::tree::Tree;
use super::voice::Voice;

/// The assertion that one thing came of another.
pub(super) const CAUSE: &str = "cause";

/// The claims of those who lay a thing at the door of another, where the thing is no event of the frames.
pub fn blamed_claims(reading: &Reading, memory: &Memory) -> Vec<Claim> {
    let blames = reading.cues.iter().filter_map(|cue| {
        let (thing, cause) = laid(reading, cue)?;
        let stance = match cue.class {
            CueClass::Deny => Stance::Deny,
            _ => Stance::Affirm,
        };
        // "faulty cables were blamed for the delay": by whom, nobody tells.
        let blames = reading
            .lexicon()
            .words
            .has(Set::BlameVerb, reading.tree.lemma(cue.token));
        let nobodys = blames && cue.speaker.is_none() && reading.tree.is_passive(cue.token);
        let mut voice = Voice {
            speaker: cue.speaker,
            ..Voice::plain(cause, stance)
        };
        if nobodys && stance == Stance::Affirm {
            voice.modality = Modality::Possible;
        } else if !reading.is_said(&voice) {
            return None;
        }
        let span = reading.tree.sentence.tokens[cue.token].span;
        let found = Found::at(CompactString::from(CAUSE), span, "assertion.blame");
        let mut draft = Draft::bare(reading, span, found, &voice, memory);
        let question = reading.lexicon().question(CAUSE);
        draft.claim.question = question;
        draft.claim.actor = actor(reading, Some(cause), cue.token, &voice, memory, question);
        if let Some(blamed) = &mut draft.claim.actor {
            // "blamed the outage on rust": what is blamed is told, somebody or not.
            blamed.rule = ACCUSED;
        }
        draft.set_object(reading, Some(named_before(reading, cue, thing)));
        draft.set_date(reading, thing, &voice, memory);
        Some(draft.finish(reading))
    });
    blames.collect()
}

/// What is laid at whose door.
fn laid(reading: &Reading, cue: &Cue) -> Option<(usize, usize)> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    // "pointed the finger at the ministry for the flood".
    let by_noun = cue.class == CueClass::Accuse && cue.up.is_some_and(|up| up != cue.token);
    let turns = cue.class == CueClass::Attribute
        || by_noun
        || words.has(Set::BlameVerb, tree.lemma(cue.token));
    let cause = cue
        .accused
        .filter(|_| turns && !cue.nominal && !cue.undecided)?;
    if lays_what_was_told(tree, words, cue) {
        return Some((tree.object(cue.token)?, cause));
    }
    let thing = *cue.contents.first()?;
    let plain = thing > cause && tree.object(cue.token) == Some(cause);
    // "the outage, which the firm blamed on rust".
    let described = tree.dep(cue.token) == Dep::Relcl && tree.head(cue.token) == Some(thing);
    // "put the blame for the loss on the referee": what the noun of blame has under "for".
    let light = cue.up.is_some_and(|up| up != cue.token) && cue.contents != [cue.up?];
    let object = tree.object(cue.token) == Some(thing) || plain || described || light;
    let told = reading.events.iter().any(|event| event.trigger == thing);
    let open = object
        && tree.pos(thing) == Pos::Noun
        && tree.is_nominal(cause)
        && tree.pos(cause) != Pos::Pron
        && (!told || is_thing(tree, lexicon, cause) || is_anothers_attack(reading, thing, cause))
        && !words.has(Set::BackNoun, tree.lemma(thing))
        && (cue.class == CueClass::Deny || !is_negated(tree, words, cue.token));
    open.then_some((thing, cause))
}

/// "blamed the mayor for the rebels' attack": whose deed it is stands beside it, so that the blamed one only brought it about.
fn is_anothers_attack(reading: &Reading, attack: usize, blamed: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let by_clause = || {
        let clause = tree.kid(attack, Dep::Acl);
        tree.agent(clause.filter(|&at| tree.tag(at) == Tag::VBN)?)
    };
    let compound = || {
        let side = |&kid: &usize| {
            let body = matches!(tree.label(kid), Some(EntityLabel::Org | EntityLabel::Norp));
            tree.dep(kid) == Dep::Compound && body && lexicon.is_party(tree.word(kid))
        };
        tree.kids(attack).find(side)
    };
    let doer = tree.possessor(attack).or_else(|| tree.by_phrase(attack));
    let doer = doer.or_else(by_clause).or_else(compound);
    let named = |at: usize| tree.pos(at) != Pos::Pron && !tree.is_time(at);
    lexicon.words.has(Set::AttackNoun, tree.lemma(attack))
        && doer.is_some_and(|doer| named(doer) && tree.lemma(doer) != tree.lemma(blamed))
}

/// Whether a cue blames somebody for the attack of another, which is then no deed of whoever is blamed.
pub(super) fn brings_about(reading: &Reading, cue: &Cue, attack: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let blames = words.has(Set::BlameVerb, tree.lemma(cue.token));
    let blamed = cue
        .accused
        .filter(|_| blames && cue.contents.contains(&attack));
    // "blames the attack on soldiers' use of phones": no use attacks; "on a stray drone" it may.
    let thing = |at: usize| {
        let arms = [Set::ArmsNoun, Set::AttackNoun];
        let arms = arms.into_iter().any(|set| words.has(set, tree.lemma(at)));
        is_thing(tree, reading.lexicon(), at)
            && !arms
            && words.has(Set::AttackNoun, tree.lemma(attack))
    };
    blamed.is_some_and(|blamed| thing(blamed) || is_anothers_attack(reading, attack, blamed))
}

/// "Attributes it to an attack": what was told before is laid at a thing, and nobody is blamed; an "Israeli air strike"
/// blames somebody.
pub(super) fn lays_what_was_told(tree: &Tree, words: &WordSets, cue: &Cue) -> bool {
    let nobodys = |at: usize| tree.label(at).is_none() && !words.is_somebody(tree.lemma(at));
    let thing = |at: usize| {
        let named = |kid: usize| matches!(tree.pos(kid), Pos::Adj | Pos::Noun | Pos::Propn);
        let mut kids = tree.kids(at).filter(|&kid| named(kid));
        tree.pos(at) == Pos::Noun && nobodys(at) && kids.all(nobodys)
    };
    let it = |at: usize| words.has(Set::ItPronoun, tree.lemma(at)) && tree.tag(at) == Tag::PRP;
    let told = cue.blames_for_told(cue.token) && cue.class == CueClass::Attribute;
    told && cue.accused.is_some_and(thing) && tree.object(cue.token).is_some_and(it)
}

/// "One blames rain for the delay, the other attributes it to neglect": what "it" is, where the sentence has told it.
fn named_before(reading: &Reading, cue: &Cue, thing: usize) -> usize {
    let noun = |at: &usize| reading.tree.pos(*at) == Pos::Noun;
    let blamed = |other: &Cue| {
        let (told, _) = laid(reading, other).filter(|_| other.token < cue.token)?;
        Some(told).filter(noun)
    };
    let told = || reading.cues.iter().rev().find_map(blamed);
    Some(thing).filter(noun).or_else(told).unwrap_or(thing)
}
