//! What a party calls a thing: "called the blast a massacre", "described the talks as useful" say that it was one.

use compact_str::format_compact;

use crate::lexicon::assertions::OTHER;
use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Stance};
use crate::model::parsed::{Dep, Pos};

use super::accused::accused_by;
use super::actor::actor;
use super::anaphora::{Memory, is_pronoun};
use super::cue::{is_hypothetical, is_negated, verb_entry, verb_speaker};
use super::draft::{Draft, FAKE, VERB_RULE, claim_of};
use super::matter::BE;
use super::reading::{PLAIN_QUESTION, Reading};
use super::voice::Voice;

/// The assertion that an election was not what it seemed.
const FRAUD: &str = "fraud";

/// The claims of a sentence's naming verbs whose words judge no report.
pub fn named_claims(reading: &Reading, memory: &Memory) -> Vec<Claim> {
    (0..reading.tree.len())
        .flat_map(|verb| {
            let forged = || forged(reading, memory, verb);
            named(reading, memory, verb)
                .or_else(forged)
                .unwrap_or_default()
        })
        .collect()
}

/// "the video is a fake", "dismissed the letter as a forgery": what is shown is no report but a thing, and somebody made it.
fn forged(reading: &Reading, memory: &Memory, verb: usize) -> Option<Vec<Claim>> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    let lemma = tree.lemma(verb);
    let copula = words.has(Set::Copula, lemma);
    let names = copula || words.has(Set::NamingVerb, lemma) || denies(reading, verb);
    let open = !tree.is_verb(verb)
        || !names
        || !copula && tree.is_passive(verb)
        || is_hypothetical(tree, words, verb);
    if open {
        return None;
    }
    let (thing, name) = match copula {
        true => (
            tree.kid(verb, Dep::Nsubj)?,
            tree.kids(verb)
                .find(|&kid| matches!(tree.dep(kid), Dep::Attr | Dep::Acomp))?,
        ),
        false => parts(reading, verb)?,
    };
    let mut entries = lexicon.cues.nominal(tree.lemma(name));
    let made_up = entries.any(|entry| entry.class == CueClass::Deny);
    let exhibit = words.has(Set::ExhibitNoun, tree.lemma(thing));
    // "called the election a farce": what was made up is its result.
    let election = words.has(Set::ElectionNoun, tree.lemma(thing));
    if !made_up || !exhibit && !election {
        return None;
    }
    let said: Vec<Voice> = if copula {
        reading.voices_of(verb)
    } else {
        let speaker = verb_speaker(tree, words, verb)?;
        vec![Voice::plain(speaker, Stance::Affirm)]
    };
    let told = |voice: &&Voice| reading.is_said(voice);
    let forged = said.iter().filter(told).map(|voice| {
        let mut draft = Draft::named(reading, verb, (thing, name), voice, memory);
        draft.forge(reading, thing, if election { FRAUD } else { FAKE });
        draft.finish(reading)
    });
    Some(forged.collect())
}

fn named(reading: &Reading, memory: &Memory, verb: usize) -> Option<Vec<Claim>> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let scorned = is_scorned_as(reading, verb);
    let names = tree.is_verb(verb) && words.has(Set::NamingVerb, tree.lemma(verb)) || scorned;
    // "regards the talks as useful": an opinion; of a report it is an answer.
    // "declared 17 of them dead": a frame tells it.
    let framed = !scorned && reading.events.iter().any(|event| event.trigger == verb);
    let open = !names
        || framed
        || words.has(Set::DeemingVerb, tree.lemma(verb))
        || denies(reading, verb) && !scorned
        || tree.is_passive(verb) && !scorned
        || tree.dep(verb) == Dep::Relcl
        || is_negated(tree, words, verb)
        || is_hypothetical(tree, words, verb)
        || is_denied(reading, verb);
    if open {
        return None;
    }
    let (thing, name) = parts(reading, verb)?;
    let speaker = verb_speaker(tree, words, verb).or_else(|| tree.by_phrase(name))?;
    let lemma = tree.lemma(thing);
    // "called it a massacre": what happened, whatever it was called before.
    let deed = || {
        let lemma = tree.lemma(name);
        let lexicon = reading.lexicon();
        tree.pos(name) == Pos::Noun
            && (!lexicon.frames.of_noun(lemma).is_empty() || lexicon.lemmas.deed(lemma).is_some())
    };
    let pronoun = is_pronoun(tree, thing);
    let told = pronoun && words.has(Set::ItPronoun, lemma) && deed();
    // "called him a liar": somebody, and nothing that was said.
    let person = pronoun
        && words.has(Set::PersonPronoun, lemma)
        && (words.is_somebody(tree.lemma(name)) || words.has(Set::LyingWord, tree.lemma(name)));
    let reported = !told && !person && (words.has(Set::BackNoun, lemma) || pronoun);
    if reported || judges(reading, name) && !scorned {
        return None;
    }
    let voice = Voice::plain(speaker, Stance::Affirm);
    // "called the capture of the town a victory": whoever judges a deed grants it.
    let granted = reading
        .events
        .iter()
        .filter(|event| event.trigger == thing && event.theme.is_some())
        .flat_map(|event| claim_of(reading, event, &voice, memory));
    let mut draft = Draft::named(reading, verb, (thing, name), &voice, memory);
    if person {
        draft.claim.actor = Some(accused_by(reading, thing, verb, &voice, memory));
    }
    Some(granted.chain([draft.finish(reading)]).collect())
}

/// "denied calling his rival a thief": that he did is what is denied, and nothing is called so.
fn is_denied(reading: &Reading, verb: usize) -> bool {
    let mut cues = reading.cues.iter();
    cues.any(|cue| cue.class == CueClass::Deny && cue.contents.contains(&verb))
}

/// What is named, and the word that names it.
fn parts(reading: &Reading, verb: usize) -> Option<(usize, usize)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let object = tree
        .kid(verb, Dep::Dobj)
        .or_else(|| tree.kid(verb, Dep::Nsubjpass));
    let beside = tree
        .kids(verb)
        .find(|&kid| tree.dep(kid) == Dep::Oprd && kid > verb && tree.pos(kid) != Pos::Punct);
    let below_as = || {
        let preposition = tree
            .kids(verb)
            .find(|&kid| words.has(Set::AsPreposition, tree.lemma(kid)))?;
        tree.kids(preposition)
            .find(|&kid| tree.is_nominal(kid) || tree.pos(kid) == Pos::Adj)
    };
    if let Some(thing) = object {
        return Some((thing, beside.or_else(below_as)?));
    }
    // "called the blast a massacre": the parser may make a clause of both.
    let small = tree.kids(verb).find(|&kid| {
        matches!(tree.dep(kid), Dep::Ccomp | Dep::Oprd | Dep::Xcomp) && !tree.is_verb(kid)
    })?;
    // "deemed the drug unsafe": or one phrase.
    let beside = || {
        let before = tree.kid(small, Dep::Compound);
        before.filter(|&at| at + 1 == small && tree.pos(small) == Pos::Adj)
    };
    Some((tree.kid(small, Dep::Nsubj).or_else(beside)?, small))
}

/// "the votes were dismissed as a sham by Utopia", "condemned the trial as a farce": a thing that is called so, and no report
/// that is denied, nor somebody who loses an office ("dismissed him as captain").
fn is_scorned_as(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    // "charged the firm as an accomplice": with a deed.
    let charges = [Set::ChargingVerb, Set::BlameVerb]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(verb)));
    let scorns = tree.is_verb(verb)
        && denies(reading, verb)
        && !charges
        && tree.kid(verb, Dep::Oprd).is_none();
    let Some((thing, name)) = parts(reading, verb).filter(|_| scorns) else {
        return false;
    };
    let plain = |at: usize| tree.pos(at) == Pos::Noun && !words.is_somebody(tree.lemma(at));
    let said = tree.is_report(thing)
        || [Set::BackNoun, Set::ExhibitNoun, Set::RefusableNoun]
            .into_iter()
            .any(|set| words.has(set, tree.lemma(thing)));
    plain(thing) && plain(name) && !said
}

/// "dismissed the report as a ploy", "slammed the claim": the answer to a report.
fn denies(reading: &Reading, verb: usize) -> bool {
    verb_entry(&reading.tree, &reading.lexicon().cues, verb)
        .is_some_and(|entry| matches!(entry.class, CueClass::Deny | CueClass::Accuse))
}

/// A word that says that what it names is untrue or true.
fn judges(reading: &Reading, name: usize) -> bool {
    let mut entries = reading.lexicon().cues.nominal(reading.tree.lemma(name));
    entries.any(|entry| matches!(entry.class, CueClass::Deny | CueClass::Confirm))
}

impl Draft {
    /// Makes it a claim that somebody made a thing up.
    fn forge(&mut self, reading: &Reading, thing: usize, assertion: &str) {
        self.claim.assertion.value = assertion.into();
        self.claim.assertion.rule = "assertion.forged";
        self.claim.question = reading.lexicon().question(assertion);
        self.claim.actor = None;
        self.claim.object = None;
        self.set_object(reading, Some(thing));
    }

    /// A claim that a thing is what `name` calls it.
    fn named(
        reading: &Reading,
        verb: usize,
        (thing, name): (usize, usize),
        voice: &Voice,
        memory: &Memory,
    ) -> Self {
        let trigger = reading.tree.sentence.tokens[verb].span;
        let key = format_compact!("{OTHER}{BE} {}", reading.tree.lemma(name));
        let found = Found::at(key, trigger, VERB_RULE);
        let mut draft = Draft::bare(reading, trigger, found, voice, memory);
        let named = Some(thing).filter(|&thing| !is_pronoun(&reading.tree, thing));
        draft.claim.actor = actor(reading, named, verb, voice, memory, PLAIN_QUESTION);
        draft.set_object(reading, Some(name));
        draft.set_date(reading, verb, voice, memory);
        draft
    }
}
