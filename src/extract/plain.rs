//! What a party says in words that no frame knows: a claim all the same.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::claim::Claim;
use crate::model::parsed::{Dep, Pos};

use super::anaphora::Memory;
use super::cue::Cue;
use super::draft::plain_of;
use super::matter::names_deed;
use super::reading::Reading;

/// What a party says in words that no frame knows is a claim all the same.
pub fn plain_claims(reading: &Reading, memory: &Memory, covered: &[bool], claims: &mut Vec<Claim>) {
    let mut seen = vec![false; reading.tree.len()];
    let said = reading
        .cues
        .iter()
        .filter(|cue| takes_side(cue))
        .flat_map(|cue| said_by(reading, cue));
    let quoted = (0..reading.tree.len())
        .filter(|&at| reading.quoted_by.is_some() && reading.tree.head(at).is_none());
    for root in said
        .chain(quoted)
        .flat_map(|root| reading.tree.conjuncts(root))
    {
        if !seen[root] && is_plain(reading, root, covered) {
            seen[root] = true;
            plain_claim(reading, root, memory, claims);
        }
    }
}

/// The roots of what a word of report reports; a noun only where it names a deed that is denied or confirmed.
fn said_by<'r>(reading: &'r Reading, cue: &'r Cue) -> impl Iterator<Item = usize> + 'r {
    let tree = &reading.tree;
    let settles = matches!(cue.class, CueClass::Deny | CueClass::Confirm);
    let held = move |at: usize| {
        let argument = matches!(tree.dep(at), Dep::Dobj | Dep::Nsubjpass);
        tree.is_verb(at) || settles && argument && names_deed(tree, reading.lexicon(), at)
    };
    cue.contents.iter().copied().filter(move |&at| held(at))
}

/// Whether the clause of a verb tells something that no frame, report or judgement tells.
pub fn is_plain(reading: &Reading, root: usize, covered: &[bool]) -> bool {
    let reports = reading
        .cues
        .iter()
        .any(|cue| cue.token == root && !is_deed_of_report(reading, cue));
    (reading.tree.is_verb(root) || names_deed(&reading.tree, reading.lexicon(), root))
        && !reading
            .events
            .iter()
            .any(|event| event.trigger == root && !reading.tree.is_verb(root))
        && !covered[root]
        && !reports
        && !covers_below(reading, root, covered)
        && !is_judgement(reading, root)
        && !is_cleft_above(reading, root, covered)
}

/// "said he had warned the managers", "said no pilot had been threatened": what is told is that it was said.
fn is_deed_of_report(reading: &Reading, cue: &Cue) -> bool {
    let tells = |at: &usize| {
        reading.tree.is_verb(*at) || reading.events.iter().any(|event| event.trigger == *at)
    };
    let words = &reading.lexicon().words;
    words.has(Set::DeedOfReport, reading.tree.lemma(cue.token)) && !cue.contents.iter().any(tells)
}

/// "the report is false" says nothing beside what it says of the report.
fn is_judgement(reading: &Reading, verb: usize) -> bool {
    let judges = |kid: usize| {
        let part = if reading.tree.pos(kid) == Pos::Adj {
            CuePart::Adjective
        } else {
            CuePart::Noun
        };
        reading
            .lexicon()
            .cues
            .find(reading.tree.lemma(kid), part)
            .is_some_and(|cue| matches!(cue.class, CueClass::Deny | CueClass::Confirm))
    };
    reading
        .tree
        .kids(verb)
        .any(|kid| matches!(reading.tree.dep(kid), Dep::Acomp | Dep::Attr) && judges(kid))
        || reading
            .cues
            .iter()
            .any(|cue| cue.up == Some(verb) && cue.nominal)
}

/// The clause's complement holds the assertion ("was able to capture", "has begun to withdraw").
fn covers_below(reading: &Reading, root: usize, covered: &[bool]) -> bool {
    reading
        .tree
        .kids(root)
        .any(|kid| reading.tree.dep(kid) == Dep::Xcomp && covered[kid])
}

/// "it was they who did it": the copula says nothing beside its clause.
fn is_cleft_above(reading: &Reading, copula: usize, covered: &[bool]) -> bool {
    let tree = &reading.tree;
    let below = |at: usize| tree.kids(at).any(|kid| covered[kid] && tree.is_cleft(kid));
    below(copula) || tree.kid(copula, Dep::Attr).is_some_and(below)
}

fn plain_claim(reading: &Reading, root: usize, memory: &Memory, claims: &mut Vec<Claim>) {
    for voice in reading.voices_of(root) {
        if voice.speaker.is_some() || reading.quoted_by.is_some() {
            claims.extend(plain_of(reading, root, &voice, memory));
        }
    }
}

fn takes_side(cue: &Cue) -> bool {
    !cue.undecided
        && !matches!(
            cue.class,
            CueClass::Neutral | CueClass::Doubt | CueClass::Relay | CueClass::Know
        )
}
