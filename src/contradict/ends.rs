//! Pairs of one article that may be two answers to one question, whatever cluster they stand in: of two ends that rule
//! each other out, or a mishap and a deed.

use crate::lexicon::assertions::{Assertions, OTHER};
use crate::lexicon::kin::Kin;
use crate::lexicon::parties::is_one_side;
use crate::lexicon::words::{Set, WordSets};
use crate::model::article::Article;
use crate::model::claim::{Claim, Modality, Question, Stance, parted_owner};

use super::Settings;
use super::reply::{Texts, are_two_or_bodies, replies};
use super::victims_told::are_told_apart;
use super::view::{Match, texts};

/// Of the claims of one article what answers what, and what else may not both be true; `group` is one of
/// [`by_article`](super::by_article), and `told` holds what is asked of the run's texts and the settings.
pub fn answers_within(
    group: &[u32],
    claims: &[Claim],
    articles: &[Article],
    told: (&Texts, &Settings),
) -> Vec<(u32, u32)> {
    let mut pairs = replies(group, claims, articles, told);
    pairs.extend(rival_ends(group, claims));
    pairs
}

/// The pairs among the claims of one article of which the first stands earlier.
fn rival_ends(group: &[u32], claims: &[Claim]) -> Vec<(u32, u32)> {
    let stated = |&&index: &&u32| is_stated(&claims[index as usize]);
    let told: Vec<u32> = group.iter().filter(stated).copied().collect();
    let mut pairs = Vec::new();
    for (place, &left) in told.iter().enumerate() {
        for &right in &told[place + 1..] {
            let (own, other) = (&claims[left as usize], &claims[right as usize]);
            if may_be_rivals(own, other) && are_two_or_bodies(own, other) {
                pairs.push((left, right));
            }
        }
    }
    pairs
}

/// Whether a claim states who did something, why it came about, who holds it, how it is or ended or who won it, so that
/// another answer may rule it out.
pub fn answers_alone(claim: &Claim) -> bool {
    let (table, held) = (Assertions::builtin(), &claim.assertion.value);
    let prize = table.excludes(held, held);
    (claim.question != Question::Stance || prize)
        && claim.quantity.is_none()
        && claim.modality.value == Modality::Stated
}

/// Whether two claims may be answers to one question of which one is true: two doers of one kind of deed, two causes, two
/// holders, two ends, or a side that did it and did not.
pub(super) fn may_be_rivals(left: &Claim, right: &Claim) -> bool {
    let table = Assertions::builtin();
    let one_deed = || table.family(&left.assertion.value) == table.family(&right.assertion.value);
    let doers = |claim: &Claim| claim.actor.is_some();
    if [left, right]
        .iter()
        .any(|claim| claim.stance.value == Stance::Deny)
    {
        let doer = left.actor_party.as_ref().map(|party| &party.value);
        let one = doer.is_some() && doer == right.actor_party.as_ref().map(|party| &party.value);
        return one
            && one_deed()
            && !are_of_two(left, right)
            && left.stance.value != right.stance.value;
    }
    let both = |question| left.question == question && right.question == question;
    both(Question::Control)
        || both(Question::Cause)
        || one_deed() && doers(left) && doers(right)
        || may_not_both(left, right)
        || are_told_apart(left, right)
        || is_mishap_or_deed(left, right)
}

/// Whether two claims name two things.
fn are_of_two(left: &Claim, right: &Claim) -> bool {
    texts(object_of(left), object_of(right)) == Match::Other
}

fn object_of(claim: &Claim) -> Option<&str> {
    claim.object.as_ref().map(|object| object.value.as_str())
}

fn is_stated(claim: &Claim) -> bool {
    claim.stance.value == Stance::Affirm && claim.modality.value == Modality::Stated
}

/// Whether the table says that one rules out the other.
pub(super) fn may_not_both(left: &Claim, right: &Claim) -> bool {
    let (own, other) = (&left.assertion.value, &right.assertion.value);
    let table = Assertions::builtin();
    table.excludes(own, other) || table.excludes(other, own) || are_opposite(left, right)
}

/// "the water is safe", "the water is contaminated": of one thing, in words that the list puts against each other.
pub(super) fn are_opposite(left: &Claim, right: &Claim) -> bool {
    let (Some((own, said)), Some((other, retort))) = (told_of(left), told_of(right)) else {
        return false;
    };
    let kin = Kin::embedded();
    // "the embassy of Tarn": the embassy.
    let last = |text: &str| {
        let head = text.split(" of ").next().unwrap_or(text);
        head.rsplit(' ').next().unwrap_or(head).to_lowercase()
    };
    if are_named_apart(own, other) || are_of_two_owners(left, right) {
        return false;
    }
    let (own, other) = (last(own), last(other));
    // A word that stands for its group in the singular does not in the plural.
    let near = |own: &str, other: &str| strsim::jaro_winkler(own, other) >= SPELLING;
    let one = near(&own, &other) || near(kin.noun(&own), kin.noun(&other));
    one && kin.are_opposite(said, retort)
}

/// The profit of one firm and that of another, as the phrases tell in brackets ("its profit (Stoll Bank)").
pub(super) fn are_of_two_owners(left: &Claim, right: &Claim) -> bool {
    let owners = owner(left).zip(owner(right));
    owners.is_some_and(|(own, other)| !is_one_side(own, other))
}

fn owner(claim: &Claim) -> Option<&str> {
    let actor = claim.actor.as_ref()?;
    parted_owner(&actor.value).map(|(_, owner)| owner)
}

/// "the Rafah crossing", "the Kerem Shalom crossing": two of a kind, by what stands before it or by its name.
pub(super) fn are_named_apart(left: &str, right: &str) -> bool {
    let named = |text: &str| -> Vec<String> {
        let mut words: Vec<&str> = text.split(' ').collect();
        words.pop();
        let telling = words
            .into_iter()
            .filter(|word| word.chars().count() > SHORT);
        telling.map(str::to_lowercase).collect()
    };
    let apart = |own: &[String], other: &[String]| {
        let shares = own.iter().any(|word| other.contains(word));
        !own.is_empty() && !other.is_empty() && !shares
    };
    // "exports to Norway", "exports to Chad": by the name behind it.
    let names = |text: &str| -> Vec<String> {
        let behind = text.split(' ').skip(1);
        let names = behind.filter(|word| word.starts_with(char::is_uppercase));
        names.map(str::to_owned).collect()
    };
    apart(&named(left), &named(right)) || apart(&names(left), &names(right))
}

/// Letters of a word that tells nothing of a thing ("the", "its").
const SHORT: usize = 3;

/// Spellings of one name, and its plural, reach 0.9 by Jaro-Winkler.
const SPELLING: f64 = 0.9;

/// Of what a claim whose verb no frame knows tells what: subject and adjective, or what was done to it.
pub(super) fn told_of(claim: &Claim) -> Option<(&str, &str)> {
    let said = claim.assertion.value.strip_prefix(OTHER)?;
    // "its battery packs (Corvane)": the packs.
    let actor = claim.actor.as_ref().map(|actor| actor.value.as_str());
    let actor = actor.map(|actor| parted_owner(actor).map_or(actor, |(name, _)| name));
    let object = claim.object.as_ref().map(|object| object.value.as_str());
    let is = |verb: &str| WordSets::shared().has(Set::Copula, verb);
    let adjective = said
        .split_once(' ')
        .filter(|(verb, _)| is(verb))
        .map(|(_, what)| what);
    match adjective {
        Some(adjective) => Some((actor?, adjective)),
        // "the brakes passed the test": of the brakes.
        None if WordSets::shared().has(Set::OutcomeVerb, said) => Some((actor?, said)),
        None => Some((object.or(actor)?, said)),
    }
}

/// "An engine had failed": a part of a machine broke by itself.
pub(super) fn is_failure(claim: &Claim) -> bool {
    let words = WordSets::shared();
    let verb = claim.assertion.value.strip_prefix(OTHER);
    let part = claim
        .actor
        .as_ref()
        .and_then(|actor| actor.value.rsplit(' ').next());
    let machine = part.is_some_and(|part| {
        let one = part.strip_suffix('s').unwrap_or(part);
        words.has(Set::MachineNoun, part) || words.has(Set::MachineNoun, one)
    });
    let broke = verb.is_some_and(|verb| words.has(Set::FailureVerb, verb));
    broke && machine && claim.stance.value == Stance::Affirm
}

/// "a short circuit caused the fire", "Israel attacked the plant": at one place, or of one thing.
fn is_mishap_or_deed(left: &Claim, right: &Claim) -> bool {
    let of_itself = |claim: &Claim| {
        let actor = claim.actor.as_ref();
        let mishap = actor.is_some_and(|actor| Kin::embedded().is_mishap(&actor.value));
        claim.question == Question::Cause || mishap || is_failure(claim)
    };
    let deed =
        |claim: &Claim| claim.question == Question::Responsibility && claim.actor_party.is_some();
    if !(of_itself(left) && deed(right) || of_itself(right) && deed(left)) {
        return false;
    }
    let one_place =
        matches!((&left.place, &right.place), (Some(a), Some(b)) if a.value.key == b.value.key);
    let one_thing =
        matches!((&left.object, &right.object), (Some(a), Some(b)) if a.value == b.value);
    // "The fire at the refinery": what befell the other's thing.
    let at = |told: &Claim, thing: &Claim| {
        let befell = object_of(told).is_some_and(|object| Kin::embedded().is_mishap(object));
        let noun = object_of(thing).and_then(|object| object.rsplit(' ').next());
        let cause = told.question == Question::Cause && befell;
        cause && noun.is_some_and(|noun| told.words.iter().any(|word| word == noun))
    };
    let one_text = left.article == right.article;
    one_place || one_thing || one_text && (at(left, right) || at(right, left))
}
