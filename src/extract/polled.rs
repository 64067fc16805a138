//! "won with 54 percent of the vote", "puts Otieno at 54 percent": the share of the votes that somebody has.

mod gapped;
mod put;

use crate::lexicon::assertions::Assertions;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found};
use crate::model::parsed::Dep;

use super::actor::actor;
use super::anaphora::Memory;
use super::draft::{Draft, VERB_RULE};
use super::elected::winner_of;
use super::event::Event;
use super::leftover::holds;
use super::quantity::Figure;
use super::reading::Reading;
use super::voice::Voice;

pub(super) use gapped::shares_in_gaps;
pub(super) use put::put_at;
use put::teller;

/// The assertion that somebody has a share of the votes.
const VOTE: &str = "vote";

/// The claims of the shares that stand under a verb of winning or losing, or of putting somebody at one, and that none of
/// `claims` holds.
pub(super) fn shares_won(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let told = (0..reading.tree.len()).filter_map(|verb| {
        let won = won_with(reading, verb).or_else(|| put_at(reading, verb));
        won.map(|(who, share)| (verb, who, share))
    });
    let known = |claim: &Claim| claim.assertion.rule != VERB_RULE;
    told.filter(|(.., share)| {
        !claims
            .iter()
            .any(|claim| known(claim) && holds(claim, share))
    })
    .flat_map(|(verb, who, share)| {
        let voices = reading.voices_of(verb).into_iter();
        let voices = voices.map(move |voice| teller(reading, verb, voice));
        let said = voices.filter(|voice| reading.is_said(voice));
        said.flat_map(move |voice| polled(reading, memory, (verb, who, share), &voice))
    })
    .collect()
}

/// Drops what a verb that no frame knows makes of a share of the vote.
pub(super) fn drop_plain(claims: &mut Vec<Claim>, shares: &[Claim]) {
    let told = |claim: &Claim| {
        let span = claim.quantity.as_ref().and_then(|quantity| quantity.span);
        let same = |share: &Claim| share.quantity.as_ref().and_then(|own| own.span) == span;
        span.is_some() && shares.iter().any(same)
    };
    claims.retain(|claim| claim.assertion.rule != VERB_RULE || !told(claim));
}

/// Who won or lost by a verb, and the share under it ("won with 54 percent", "declared the winner with 54 percent").
fn won_with<'r>(reading: &'r Reading, verb: usize) -> Option<(usize, &'r Figure)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let polls = tree.is_verb(verb) && words.has(Set::PollVerb, tree.lemma(verb));
    let (who, object) = match winner_of(reading, verb) {
        Some((winner, noun)) => (winner, Some(noun)),
        None => (
            tree.subject(verb).filter(|_| polls)?,
            tree.kid(verb, Dep::Dobj),
        ),
    };
    if !tree.is_nominal(who) {
        return None;
    }
    let places = std::iter::once(verb).chain(object);
    let below = places.flat_map(|at| tree.prepositions(at));
    let governed: Vec<usize> = below.filter_map(|kid| tree.governed(kid)).collect();
    let stands = |figure: &Figure, at: usize| figure.head == at || figure.counted == Some(at);
    let won = |figure: &&Figure| governed.iter().any(|&at| stands(figure, at));
    let mut shares = reading.figures.iter().filter(|figure| figure.share);
    let share = shares.find(won)?;
    Some((who, share))
}

fn polled(
    reading: &Reading,
    memory: &Memory,
    (verb, who, share): (usize, usize, &Figure),
    voice: &Voice,
) -> Vec<Claim> {
    let trigger = reading.tree.sentence.tokens[verb].span;
    let found = Found::at(VOTE.into(), trigger, "assertion.share-won");
    let mut draft = Draft::bare(reading, trigger, found, voice, memory);
    let question = draft.claim.question;
    // "Otieno's electoral board credits her with 54 percent": Otieno.
    let who = put::owner_meant(reading, verb, who, voice).unwrap_or(who);
    draft.claim.actor = actor(reading, Some(who), verb, voice, memory, question);
    draft.set_date(reading, verb, voice, memory);
    let draft = draft.at_clause(reading, verb, memory);
    let drafts = draft.counted(reading, &[share], &VOTE.into());
    drafts
        .into_iter()
        .map(|draft| draft.finish(reading))
        .collect()
}

/// Whether only one can have done what an event tells, as one wins a vote.
pub(super) fn is_sole(event: &Event) -> bool {
    let key = &event.frame.assertion;
    Assertions::builtin().excludes(key, key)
}
