//! C6xx: it happened, or it was only made to look so, or the thing is as it was, or it ended otherwise.

use crate::lexicon::assertions::{Effect, Ground};
use crate::lexicon::kin::Kin;
use crate::model::claim::parted_owner;
use crate::model::contradiction::Kind;

use super::cause::DEATH;
use super::ends::{are_named_apart, are_opposite};
use super::ground;
use super::victims_told::{STRIKES, Victims, are_told_apart, victims_told};
use super::view::{Match, View, actors, gap, objects, places};
use super::{Clash, Context, Rule};

/// Staged or real.
pub const SHAM: Rule = Rule {
    code: "C601",
    kind: Kind::Occurrence,
    why: "one says that it happened, another that it was only made to look so",
    check: sham,
};

fn sham(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let staged = right.effect == Effect::Sham && !right.denied;
    let real = left.ground == Ground::Event
        && left.effect != Effect::Sham
        && !left.denied
        && !left.is_planned();
    if !(staged && real) {
        return None;
    }
    let same = objects(left, right).is_alike();
    let there = places(left, right) != Match::Other;
    let then = match (left.event, right.event) {
        (Some(a), Some(b)) => gap(a, b) <= context.settings.event_days,
        _ => true,
    };
    if same && there && then {
        Clash::new(
            left.family.to_owned(),
            right.family.to_owned(),
            ground::steps(left, right),
        )
    } else {
        None
    }
}

/// Lost, or still there.
pub const KEPT: Rule = Rule {
    code: "C602",
    kind: Kind::Occurrence,
    why: "one says that a thing was lost or harmed, another that it is as it was",
    check: kept,
};

fn kept(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (lost, state) = (&left.claim.assertion.value, &right.claim.assertion.value);
    let affirmed = are_stated(left, right);
    let state_of = right.effect == Effect::State && lost != state;
    if !(affirmed && state_of && context.assertions.excludes(state, lost)) {
        return None;
    }
    let same = objects(left, right).is_alike();
    let there = places(left, right) != Match::Other;
    // A ship is repaired, but who died stays dead.
    let days = match left.family == DEATH {
        true => context.settings.denial_days,
        false => context.settings.event_days,
    };
    // What happened after it was said to be as before is no contradiction.
    let then = match (left.when(), right.when()) {
        (Some(a), Some(b)) => (b.1 - a.0) >= 0 && gap(a, b) <= days,
        _ => false,
    };
    if !(same && there && then) || are_numbered_apart(left, right) {
        return None;
    }
    Clash::new(
        left.family.to_owned(),
        format!("kept\u{1f}{state}"),
        ground::steps(left, right),
    )
}

/// Whether both are said as fact.
fn are_stated(left: &View<'_>, right: &View<'_>) -> bool {
    [left, right]
        .iter()
        .all(|view| !view.denied && view.is_stated())
}

/// Whether both speak of days near enough for the one to answer the other, as far as they tell.
fn is_one_debate(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let days = left.when().zip(right.when());
    days.is_none_or(|(a, b)| gap(a, b) <= context.settings.denial_days)
}

/// "Line 1 stands still", "lines 2 and 3 are running".
fn are_numbered_apart(left: &View<'_>, right: &View<'_>) -> bool {
    let number =
        |word: &&compact_str::CompactString| word.chars().all(|sign| sign.is_ascii_digit());
    let numbers = |view: &View<'_>| view.claim.words.iter().filter(number).count();
    let other = |word: &&compact_str::CompactString| right.claim.words.contains(*word);
    let shared = left.claim.words.iter().filter(number).filter(other).count();
    let named = matches!((left.object, right.object), (Some(own), Some(other)) if are_named_apart(own, other));
    let numbered = numbers(left) > 0 && numbers(right) > 0 && shared == 0;
    left.family == WORKS && (named || numbered)
}

/// Family of the assertions that something runs or stands still.
const WORKS: &str = "operation";

/// Ended so, or otherwise.
pub const OTHER_END: Rule = Rule {
    code: "C604",
    kind: Kind::Occurrence,
    why: "one says that a matter ended so, another that it ended otherwise",
    check: other_end,
};

/// Who resigned was not dismissed: two deeds of which the table says that one rules out the other, of one person or thing.
fn other_end(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (own, other) = (&left.claim.assertion.value, &right.claim.assertion.value);
    let affirmed = are_stated(left, right);
    let deeds = left.effect == Effect::Event && right.effect == Effect::Event;
    let sides = left.party.is_some() && right.party.is_some();
    let opposite = are_opposite(left.claim, right.claim);
    let excludes = own != other && context.assertions.excludes(own, other);
    if !(affirmed && deeds && sides) || !(opposite || excludes) {
        return None;
    }
    let same = opposite || left.object.is_some_and(is_one_by_name(right));
    let there = places(left, right) != Match::Other;
    let then = is_one_debate(left, right, context);
    if !(same && there && then) {
        return None;
    }
    let mut steps = ground::steps(left, right);
    // What the ground has counted already is not counted again.
    if !objects(left, right).is_alike() {
        steps.push(ground::step("object", "one-name", ONE_NAME));
    }
    Clash::new(format!("{own}\u{1f}"), format!("{other}\u{1f}"), steps)
}

/// Bits of what only one can win, where the winners are other persons.
const ONE_PRIZE: f32 = 4.0;

/// Bits of one person or thing, where the other fields may tell nothing.
const ONE_NAME: f32 = 2.0;

/// Spellings of one name reach 0.9 by Jaro-Winkler.
const SPELLING: f64 = 0.9;

/// Whether the objects end in one name: "chief executive Carla Reyes" and "Reyes", not "Carla Moss".
fn is_one_by_name(right: &View<'_>) -> impl Fn(&str) -> bool {
    let last = |text: &str| text.rsplit(' ').next().unwrap_or(text).to_owned();
    let other = right.object.map(last);
    move |object| {
        let own = last(object);
        other
            .as_ref()
            .is_some_and(|other| strsim::jaro_winkler(&own, other) >= SPELLING)
    }
}

/// Two winners.
pub const TWO_WINNERS: Rule = Rule {
    code: "C605",
    kind: Kind::Occurrence,
    why: "two are said to have won what only one can win",
    check: two_winners,
};

/// What the table says to rule itself out, of two persons.
fn two_winners(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (own, other) = (&left.claim.assertion.value, &right.claim.assertion.value);
    let affirmed = are_stated(left, right);
    let sides = left.party.is_some() && right.party.is_some();
    let alone = own == other && context.assertions.excludes(own, other);
    if !(affirmed && sides && alone) {
        return None;
    }
    let winners = (winner(left)?, winner(right)?);
    // Of two sides the lists tell; of two names the last words.
    let names = (surname(winners.0), surname(winners.1));
    let two = actors(left, right) != Match::Same && names.0 != names.1;
    let there = match places(left, right) {
        Match::Other => false,
        Match::Missing => is_one_race(left, right, &names, context),
        Match::Same | Match::Some => true,
    };
    let then = is_one_debate(left, right, context);
    if !(two && there && then) {
        return None;
    }
    let mut steps = ground::steps(left, right);
    steps.push(ground::step("object", "one-prize", ONE_PRIZE));
    Clash::new(names.0, names.1, steps)
}

/// Whether one text tells of both winners, or each of two tells of the other's winner too: what they won has no name.
fn is_one_race(
    left: &View<'_>,
    right: &View<'_>,
    (own, other): &(String, String),
    context: &Context<'_>,
) -> bool {
    let tells = |view: &View<'_>, name: &str| {
        let article = context.articles.get(view.claim.article as usize);
        article.is_some_and(|article| {
            let mut words = article.body.split(|sign: char| !sign.is_alphanumeric());
            words.any(|word| word.to_lowercase() == name)
        })
    };
    left.claim.article == right.claim.article || tells(left, other) && tells(right, own)
}

/// The last word of a name; whose it is stands in brackets ("its candidate, Jane Roe (The Alliance)").
fn surname(phrase: &str) -> String {
    let name = parted_owner(phrase).map_or(phrase, |(name, _)| name);
    name.rsplit(' ').next().unwrap_or(name).to_lowercase()
}

/// Who won: the doer, or else who is declared to have.
fn winner<'a>(view: &View<'a>) -> Option<&'a str> {
    view.actor.or(view.object)
}

/// Another target.
pub const OTHER_TARGET: Rule = Rule {
    code: "C606",
    kind: Kind::Occurrence,
    why: "one says that a strike met people or places of peace, another that it met those of war",
    check: other_target,
};

/// "Their jets killed twelve civilians", "our jets struck militants": of one day and place.
fn other_target(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if let Some(clash) = other_victims(left, right, context) {
        return Some(clash);
    }
    let kin = Kin::embedded();
    let struck = |view: &View<'_>| {
        let harm = STRIKES.contains(&view.family) && view.effect == Effect::Event;
        harm && !view.denied && view.is_stated()
    };
    let kinds = left.object.is_some_and(|object| kin.is_civil(object))
        && right.object.is_some_and(|object| kin.is_military(object));
    if !(kinds && struck(left) && struck(right)) {
        return None;
    }
    let own = right.party.is_some() && right.party == right.actor_party;
    let charged = left.party.is_some() && left.party != right.party;
    let doer = left.actor_party.is_some() && left.actor_party == right.actor_party;
    let there = places(left, right) == Match::Same && left.is_local();
    let then =
        matches!((left.when(), right.when()), (Some(a), Some(b)) if gap(a, b) <= STRIKE_DAYS);
    if !(own && charged && doer && there && then) {
        return None;
    }
    let mut steps = ground::steps(left, right);
    steps.push(ground::step("object", "peace-and-war", KINDS));
    Clash::new(
        format!("peace\u{1f}{}", left.party.unwrap_or("")),
        format!("war\u{1f}{}", right.party.unwrap_or("")),
        steps,
    )
}

/// "The dead were farmers", "they were rebels": of two sides in one article, whoever struck them.
fn other_victims(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (own, other) = (left.claim, right.claim);
    let peace = victims_told(own) == Some(Victims::Peace);
    let sides = left.party.is_some() && right.party.is_some() && left.party != right.party;
    let then = is_one_debate(left, right, context);
    if !(peace && sides && then && are_told_apart(own, other)) {
        return None;
    }
    let mut steps = ground::steps(left, right);
    // What place each speaks of is no more than lent, and what one calls them is what they differ on.
    steps.retain(|step| !["place", "object"].contains(&step.field) || step.bits > 0.0);
    steps.push(ground::step("object", "peace-and-war", VICTIMS));
    Clash::new(
        format!("peace\u{1f}{}", left.party.unwrap_or("")),
        format!("war\u{1f}{}", right.party.unwrap_or("")),
        steps,
    )
}

/// Bits of those who were hit, told of by two sides in one article right behind each other.
const VICTIMS: f32 = 5.0;

/// Days between two accounts of one strike.
const STRIKE_DAYS: i32 = 1;

/// Bits that make up for the other object.
const KINDS: f32 = 3.0;
