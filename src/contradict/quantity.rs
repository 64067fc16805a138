//! C4xx: disjoint figures for the same thing of the same event.
//!
//! The margin: a figure from [`Settings::round_from`](super::Settings) on that ends in zeros is taken for exact only to
//! half of its last digit that is not 0 (72,000 means 71,500 to 72,500, 70,000 means 65,000 to 75,000) and to a quarter
//! of itself (10,000 means 7,500 to 12,500), smaller figures are taken as they stand. Figures clash when not even these ranges touch.

use crate::lexicon::assertions::Effect;
use crate::lexicon::kin::Kin;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Quantity, Question, TOLD_LATER};
use crate::model::contradiction::Kind;

use super::admission::admits;
use super::ground::{self, step};
use super::person::are_two_bodies;
use super::view::{Match, View, actors, gap, objects};
use super::{Clash, Context, Rule};

mod last;
mod owner;
mod range;
mod refused;
mod rival;
mod scene;
mod whole;

pub use last::agreed;
pub(super) use refused::is_of_other_number;
pub(super) use rival::{COUNT, are_more_than_all, rival_counts, rival_figures};

use owner::{are_own_arms, are_own_deeds, is_loss_of_deed, is_told_as_loss};
pub(super) use range::meets;
use refused::is_refused;
use scene::{is_one_scene, is_owners_count};
use whole::are_of_two_extents;

/// Disjoint figures.
pub const DISJOINT: Rule = Rule {
    code: "C401",
    kind: Kind::Quantity,
    why: "two figures for the same thing of the same event do not meet, even when round figures are given their margin",
    check: disjoint,
};

/// Times that a party's figure must exceed an outlet's own, or fall short of it. Half as many again: counts of one day
/// differ less.
const FAR: f64 = 1.5;

/// Bits of two figures of people in two articles of which one alone tells whose they are.
const TOLD_ONCE: f32 = -2.0;

/// Bits of a denial that names the number of the other.
const REFUSED: f32 = 3.0;

fn disjoint(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (a, b) = (figure(left)?, figure(right)?);
    if is_open(left) || is_open(right) {
        return None;
    }
    if is_refused(left, right, (a, b), context) {
        let mut steps = ground::steps(left, right);
        steps.push(step("quantity", "refused", REFUSED));
        let position = |view: &View<'_>| position(view, &a.unit, fate(left, a));
        return Clash::new(position(left), position(right), steps);
    }
    let affirmed = !left.denied && !right.denied && left.is_planned() == right.is_planned();
    let relayed = is_relayed(left, right, a, b);
    if !affirmed || meets(a, b, context.settings.round_from) || relayed {
        return None;
    }
    let apart = left.claim.article != right.claim.article;
    let same_fate =
        fate(left, a) == fate(right, b) || apart && is_told_as_loss(left, right, context);
    let whose = is_same_whose(left, right) || apart && is_loss_of_deed(left, right, context);
    let same_thing = same_fate && whose && is_same_unit(left, right, a, b);
    if !same_thing
        || are_own_deeds(left, right)
        || are_of_two_extents(left, right)
        || !is_one_event(left, right, context)
        || grew(left, right, context)
    {
        return None;
    }
    let mut steps = ground::steps(left, right);
    steps.push(step("quantity", "same-thing", 1.0));
    if left.claim.article != right.claim.article && is_whose_told_once(left, right) {
        steps.push(step("whose", "told-once", TOLD_ONCE));
    }
    let position = |view: &View<'_>| position(view, &a.unit, fate(left, a));
    Clash::new(position(left), position(right), steps)
}

/// Whether a figure is a later one, a part or a rate, and so disputes no other.
fn is_open(view: &View<'_>) -> bool {
    let quantity = view.claim.quantity.as_ref();
    quantity.is_some_and(|found| found.rule == TOLD_LATER)
}

/// The position of a figure: what is counted, what befell it, and who counts.
fn position(view: &View<'_>, unit: &str, fate: &str) -> String {
    let unit = Kin::embedded().noun(unit);
    let party = view.party.unwrap_or("");
    format!("{unit}\u{1f}{fate}\u{1f}{party}")
}

/// Whether a claim gives a figure for the same thing that meets another's.
pub fn agrees(view: &View<'_>, answer: &View<'_>, context: &Context<'_>) -> bool {
    let (Some(a), Some(b)) = (figure(view), figure(answer)) else {
        return false;
    };
    let same_thing = is_same_unit(view, answer, a, b) && fate(view, a) == fate(answer, b);
    same_thing && is_same_whose(view, answer) && meets(a, b, context.settings.round_from)
}

/// The same thing counted. Of a toll, people in general and a kind of people are one when the losses are one side's: the
/// dead of a ship are its sailors.
fn is_same_unit(left: &View<'_>, right: &View<'_>, a: &Quantity, b: &Quantity) -> bool {
    let kin = Kin::embedded();
    let toll =
        |view: &View<'_>| view.effect == Effect::Toll || view.claim.question == Question::Quantity;
    let object = objects(left, right).is_alike();
    let people = toll(left) && toll(right) && kin.is_people(&a.unit) && kin.is_people(&b.unit);
    kin.noun(&a.unit) == kin.noun(&b.unit) || people && object || are_own_arms(left, right, a, b)
}

fn figure<'a>(view: &View<'a>) -> Option<&'a Quantity> {
    view.claim.quantity.as_ref().map(|found| &found.value)
}

/// What befell the counted of a claim, `None` where it counts nothing.
pub(super) fn fate_of<'a>(view: &View<'a>) -> Option<&'a str> {
    figure(view).map(|quantity| fate(view, quantity))
}

fn fate<'a>(view: &View<'a>, quantity: &'a Quantity) -> &'a str {
    fate_in(quantity, view.family)
}

/// What befell the counted: as the quantity says, or else by the family of the assertion.
pub(super) fn fate_in<'a>(quantity: &'a Quantity, family: &'a str) -> &'a str {
    match &quantity.of {
        Some(of) => Kin::embedded().fate(of),
        None => family,
    }
}

/// An outlet that gives a toll in its own voice relays an official count, so only a far other figure is at odds with it.
fn is_relayed(left: &View<'_>, right: &View<'_>, a: &Quantity, b: &Quantity) -> bool {
    let outlet = left.party.is_none() || right.party.is_none();
    let toll = left.effect == Effect::Toll || right.effect == Effect::Toll;
    let bounds = |quantity: &Quantity| {
        (
            quantity.low.or(quantity.high),
            quantity.high.or(quantity.low),
        )
    };
    let ((low, high), (other_low, other_high)) = (bounds(a), bounds(b));
    let apart = |high: Option<f64>, low: Option<f64>| matches!((high, low), (Some(high), Some(low)) if low >= FAR * high);
    outlet && toll && !apart(high, other_low) && !apart(other_high, low)
}

/// "Two French citizens" and "eleven citizens": whose people the others are may be left out because they are one's own.
fn is_whose_told_once(left: &View<'_>, right: &View<'_>) -> bool {
    let told = |view: &View<'_>| view.object_party.is_some();
    counts_people(left) && counts_people(right) && told(left) != told(right)
}

fn is_same_whose(left: &View<'_>, right: &View<'_>) -> bool {
    let differ = |a: Option<&str>, b: Option<&str>| matches!((a, b), (Some(a), Some(b)) if a != b);
    let others_object = differ(left.object_party, right.object_party);
    // Who killed is part of the dispute; who launched, shot down or supplied is part of the figure.
    let deeds = left.effect == Effect::Event && right.effect == Effect::Event;
    // Whoever freed or moved people tells of his own deed.
    let charge = |view: &View<'_>| view.charges();
    let disputed =
        deeds && counts_people(left) && counts_people(right) && (charge(left) || charge(right));
    let deed =
        |view: &View<'_>| view.effect == Effect::Event || view.is_unknown_verb() || is_share(view);
    let things = !counts_people(left) && deed(left) && deed(right);
    let named = left.actor_party.is_some() || right.actor_party.is_some();
    let anybody = is_by_anybody(left) || is_by_anybody(right);
    // Whose share it is goes by the name, by which party or office he may be told besides.
    let namesake = is_share(left) && is_one_surname(left.actor, right.actor);
    let others_deed = things && named && !anybody && actors(left, right) == Match::Other;
    let others = others_deed || differ(left.actor_party, right.actor_party) && !disputed;
    !(others_object || others && !namesake)
}

/// "hackers stole it": a bare plural names nobody whom a name of the other side could not be.
fn is_by_anybody(view: &View<'_>) -> bool {
    let it = |actor: &str| WordSets::shared().has(Set::ItPronoun, actor);
    let bare = |actor: &str| actor.chars().all(|sign| sign.is_lowercase()) && !it(actor);
    view.actor_party.is_none() && view.actor.is_some_and(bare)
}

/// "Otieno" and "former minister Raymond Otieno of the NDC".
fn is_one_surname(left: Option<&str>, right: Option<&str>) -> bool {
    let holds = |name: &str, text: &str| {
        let named = name.starts_with(char::is_uppercase) && !name.contains(' ');
        named && text.split_whitespace().any(|word| word == name)
    };
    matches!((left, right), (Some(a), Some(b)) if holds(a, b) || holds(b, a))
}

fn is_share(view: &View<'_>) -> bool {
    figure(view).is_some_and(|found| found.unit == PERCENT)
}

/// Unit of a share.
pub(super) const PERCENT: &str = "%";

fn counts_people(view: &View<'_>) -> bool {
    figure(view).is_some_and(|found| Kin::embedded().is_people(&found.unit))
}

/// One event: the same place, not a wider one; the same day; and no other object.
pub(super) fn is_one_event(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let then = match (left.event, right.event) {
        // What a side counts of its own it may tell days later and without the day.
        (Some(a), Some(b)) if !tell_days(left, right) && is_owners_count(left, right) => {
            gap(a, b) <= DAYS_TO_OWN_UP
        }
        (Some(a), Some(b)) => gap(a, b) <= 1,
        _ => {
            matches!((left.when(), right.when()), (Some(a), Some(b)) if gap(a, b) <= context.settings.hold_days)
        }
    };
    then && is_one_scene(left, right)
}

/// Days after which a side tells its own losses.
const DAYS_TO_OWN_UP: i32 = 3;

fn tell_days(left: &View<'_>, right: &View<'_>) -> bool {
    left.claim.tells_day() && right.claim.tells_day()
}

/// The same, for a count that may be told again long after without its day.
pub(super) fn is_one_count(later: &View<'_>, earlier: &View<'_>, context: &Context<'_>) -> bool {
    let past = matches!((later.when(), earlier.when()), (Some(a), Some(b)) if gap(a, b) <= context.settings.admission_days);
    let told_again = !later.claim.tells_day() && admits(later, context) && past;
    is_one_event(later, earlier, context) || told_again && is_one_scene(later, earlier)
}

/// Whether a later claim counts what an earlier one counts and comes to another figure.
pub(super) fn is_recount(later: &View<'_>, earlier: &View<'_>, context: &Context<'_>) -> bool {
    let (Some(a), Some(b)) = (figure(later), figure(earlier)) else {
        return false;
    };
    is_same_unit(later, earlier, a, b)
        && fate(later, a) == fate(earlier, b)
        && is_same_whose(later, earlier)
        && !meets(a, b, context.settings.round_from)
        && is_one_count(later, earlier, context)
}

/// Tolls rise: a later and higher one does not dispute an earlier one.
fn grew(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let (Some(a), Some(b)) = (figure(left), figure(right)) else {
        return false;
    };
    let (Some(said_a), Some(said_b)) = (left.said(), right.said()) else {
        return false;
    };
    let higher =
        |first: &Quantity, then: &Quantity| then.low.or(then.high) > first.high.or(first.low);
    let own = left.party == right.party
        && left.party.is_some()
        && !are_two_bodies(left.claim, right.claim);
    let days = if own { 0 } else { context.settings.toll_days };
    let rises = |first, then, days_apart: i32| higher(first, then) && days_apart >= days;
    left.effect != Effect::Count && (rises(a, b, said_b - said_a) || rises(b, a, said_a - said_b))
}
