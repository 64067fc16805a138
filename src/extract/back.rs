//! Denials that only point back ("Kyiv denied the claims"): found in a sentence, tied to what they can mean once parties are known.

mod charge;
mod dissent;
mod elliptic;
mod flat;
mod idiom;
mod key;
mod made_up;
mod meant;
mod near;
mod open;
mod perspective;
mod pointer;
mod reply;
mod scare;
mod so;
mod target;
mod tie;
mod voices;
mod word;

use compact_str::{CompactString, format_compact};

use crate::lexicon::words::{LIST, Set};
use crate::model::claim::{CLAIMANT, Claim, Found, LexiconLine, Stance};
use crate::model::parsed::{Pos, Tag};

use super::anaphora::Memory;
use super::reading::Reading;

use dissent::pleads_deed;
pub(super) use idiom::idiom;
use idiom::{clears_another, of_charge};
use key::{is_charge, pointer_key};
pub(super) use made_up::charge_called;
use made_up::{accuser, baseless, made_up};
use pointer::{Pointer, claimant, matter, rejected};
use reply::{Reply, no_such_thing, same_again};
use scare::quoted_thing;
pub(super) use target::puts_down;
use target::{is_apposed, points_back};
pub use tie::tie;
use voices::own_voices;
use word::answering_word;

/// Marks a claim that stands for another until [`tie`] has found which; an assertion key follows where the words name
/// one ("denied both captures").
const POINTS_BACK: &str = "back:";

/// The assertion that "responsibility" and "involvement" name: it can mean any deed that the denier is charged with.
const VAGUE: &str = "involve";

/// The preposition of what one lays claim to.
const TO: &str = "to";

/// The mark of an answer to a number, which can only mean a claim that tells one.
const FIGURE: &str = "#";

/// What is answered, where a word names it, whether it is denied or confirmed, and the line of the list that says so.
type Answer = (Option<usize>, Stance, LexiconLine);

/// Denials and confirmations of the sentence that name no matter of their own.
pub fn pointers(reading: &Reading, memory: &Memory, claimed: &[Claim]) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    let mut answered: Vec<usize> = Vec::new();
    for token in 0..reading.tree.len() {
        // "dismissed the charge as an invention" answers it once.
        let again = |answer: &Answer| answer.0.is_some_and(|noun| answered.contains(&noun));
        if let Some(answer) = answer_at(reading, token, claimed).filter(|answer| !again(answer)) {
            answered.extend(answer.0);
            let voices = own_voices(reading, token, answer.1);
            let pointer = pointer_of(reading, memory, token, answer, claimed);
            found.extend(pointer.claims(reading, memory, voices));
        }
    }
    for reply in reply::replies(reading) {
        let span = reading.tree.sentence.tokens[reply.token].span;
        if !found.iter().any(|claim| claim.trigger == span) {
            let pointer = pointer_of_reply(reading, memory, &reply);
            found.extend(pointer.claims(reading, memory, reply.voices));
        }
    }
    found
}

/// The answer that hangs on a token, by the first kind of words that has one.
fn answer_at(reading: &Reading, token: usize, claimed: &[Claim]) -> Option<Answer> {
    answering_word(reading, token, claimed)
        .or_else(|| made_up(reading, token, claimed))
        .or_else(|| no_such_thing(reading, token))
        .or_else(|| idiom(reading, token))
        .or_else(|| pleads_deed(reading, token, claimed))
        .or_else(|| same_again(reading, token))
        .or_else(|| baseless(reading, token, claimed))
}

fn pointer_of(
    reading: &Reading,
    memory: &Memory,
    token: usize,
    (noun, stance, line): Answer,
    claimed: &[Claim],
) -> Pointer {
    let beside = is_apposed(reading, token);
    let called = charge_called(reading, token).is_some();
    let told = || noun.is_some_and(|noun| is_just_told(reading, noun, claimed));
    let key = match beside || called || told() {
        true => POINTS_BACK.into(),
        false if of_charge(reading, token) => format_compact!("{POINTS_BACK}{VAGUE}"),
        false => pointer_key(reading, noun),
    };
    let open = key == POINTS_BACK || key.ends_with(VAGUE);
    Pointer {
        beside,
        told: noun.is_some_and(|noun| is_pronoun(reading, noun)) || key.ends_with(FIGURE),
        charge: noun.is_some_and(|noun| is_charge(reading, noun)),
        cleared: clears_another(reading, token),
        token,
        stance,
        line,
        matter: noun.filter(|_| open).and_then(|noun| matter(reading, noun)),
        key,
        claimant: noun.and_then(|noun| {
            let levelled = || levelled_by(reading, memory, noun).filter(|_| called);
            claimant(reading, memory, noun).or_else(levelled)
        }),
        answered: noun.and_then(|noun| rejected(reading, token, noun)),
    }
}

/// "As reports claimed that the bank hid losses, its lawyer denied such charges": what the same sentence has just told, whoever
/// is charged with it.
fn is_just_told(reading: &Reading, noun: usize, claimed: &[Claim]) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let points = [Set::Such, Set::Demonstrative];
    let mut kids = tree.kids(noun);
    let points = kids.any(|kid| points.iter().any(|&set| words.has(set, tree.lemma(kid))));
    let start = tree.sentence.tokens[noun].span.start;
    let told = |claim: &Claim| claim.trigger.end <= start && claim.speaker.is_some();
    points && tree.is_report(noun) && claimed.iter().any(told)
}

/// "denied it", "rejected this", but not "the claim, which he denies".
fn is_pronoun(reading: &Reading, at: usize) -> bool {
    let relative = matches!(reading.tree.tag(at), Tag::WDT | Tag::WP);
    reading.tree.pos(at) != Pos::Noun && !relative
}

/// "Rivera had levelled baseless allegations": whose word a charge is that is called so.
fn levelled_by(reading: &Reading, memory: &Memory, charge: usize) -> Option<Found<CompactString>> {
    let by = accuser(reading, charge)?;
    Some(reading.named(by, memory, CLAIMANT, PRONOUN_CLAIMANT))
}

/// The rule of a claimant for whom a pronoun stands ("his claim").
const PRONOUN_CLAIMANT: &str = "actor.claimant-pronoun";

fn pointer_of_reply(reading: &Reading, memory: &Memory, reply: &Reply) -> Pointer {
    let name = |at: usize| reading.named(at, memory, CLAIMANT, PRONOUN_CLAIMANT);
    Pointer {
        beside: false,
        told: reply.told,
        charge: false,
        cleared: false,
        token: reply.token,
        stance: Stance::Deny,
        line: LIST,
        key: match reply.charged {
            true => format_compact!("{POINTS_BACK}{VAGUE}"),
            false => POINTS_BACK.into(),
        },
        claimant: reply.claimant.map(name),
        matter: quoted_thing(reading, reply.token),
        answered: None,
    }
}

/// Whether a claim of the sentence tells what stands below a word ("denied the report that it had fled").
fn is_told_below(reading: &Reading, claimed: &[Claim], word: usize) -> bool {
    let tree = &reading.tree;
    claimed.iter().any(|claim| {
        let trigger = tree.token_at(claim.trigger);
        trigger.is_some_and(|at| tree.is_below(at, word))
    })
}
