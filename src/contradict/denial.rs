//! C1xx: one affirms, another denies the same.

use crate::lexicon::assertions::{Effect, Ground};
use crate::lexicon::kin::Kin;
use crate::lexicon::likeness::{Sense, share};
use crate::model::claim::{NEGATED, Question};
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::ground::{self, step};
use super::view::{Match, View, actors, objects, places, wording};
use super::{Clash, Context, Rule};

/// A denial that points back to the very claim.
pub const BACK_REFERENCE: Rule = Rule {
    code: "C103",
    kind: Kind::Denial,
    why: "one denies the other's words by pointing back to them",
    check: back_reference,
};

/// A denial of the same assertion.
pub const SAME: Rule = Rule {
    code: "C101",
    kind: Kind::Denial,
    why: "one affirms and the other denies the same assertion of the same doer, place and time",
    check: same,
};

/// A denial of an assertion that says the same in other words.
pub const KINDRED: Rule = Rule {
    code: "C102",
    kind: Kind::Denial,
    why: "one denies what follows from what the other affirms",
    check: kindred,
};

/// A denial of the same matter in other words.
pub const REWORDED: Rule = Rule {
    code: "C104",
    kind: Kind::Denial,
    why: "one denies in other words what the other affirms",
    check: reworded,
};

/// Share of the telling words of each that the other's sentence must hold, in the same words or in words near in meaning,
/// in two articles and in one.
const LEAST_TELLING: [f32; 2] = [0.6, 0.5];

/// Share of both sentences that must be alike besides: one telling word may be told of many matters.
const LEAST_ALIKE: f32 = 0.15;

/// Bits of a plain negation in another article than what it might deny: reports tell of much that was not done without
/// denying anybody's word. Of 25 such rows of tickers, read one by one, one was true; of those with a word of denial in
/// every second the two sides were at odds.
const NEGATED_ELSEWHERE: f32 = -4.0;

/// Days by which a denial may come before what it denies: night, time zones, a claim reported late.
const EARLY_DAYS: i32 = 1;

fn back_reference(left: &View<'_>, right: &View<'_>, _: &Context<'_>) -> Option<Clash> {
    let target = right.claim.back_reference.as_ref()?.target.as_ref()?;
    let points = *target == left.claim.id && right.denied && !left.denied;
    if !points || left.is_hollow() {
        return None;
    }
    let mut steps = ground::steps(left, right);
    steps.push(step("back-reference", "target", 6.0));
    Clash::new(position(left, left), position(right, left), steps)
}

fn same(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if left.denied || !right.denied {
        return None;
    }
    // A denial that only points back to what tells nothing denies nothing.
    if right.claim.back_reference.is_some() && left.is_hollow() {
        return None;
    }
    let unknown = left.is_unknown_verb() || right.is_unknown_verb();
    let same = left.claim.assertion.value == right.claim.assertion.value
        || unknown && left.family == right.family;
    if same {
        denied(left, right, context)
    } else {
        None
    }
}

fn kindred(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if left.denied || !right.denied {
        return None;
    }
    let (held, key) = (&left.claim.assertion.value, &right.claim.assertion.value);
    match context.assertions.implied(held, key)? {
        false => denied(left, right, context),
        true => suffered(left, right, context),
    }
}

fn reworded(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let opposite = !left.denied && right.denied && left.is_stated() && right.is_stated();
    if !opposite || !is_timely(left, right, context) {
        return None;
    }
    let doer = matches!(doers(left, right), Match::Same | Match::Missing);
    let compatible = doer
        && places(left, right) != Match::Other
        && whose(left, right) != Match::Other
        && !is_part_of_denied(left, right);
    let open = || {
        is_own_hold(left, right)
            || leaves_doer_open(left, right)
            || left.ground == Ground::Stance && doers(left, right) != Match::Same
    };
    if !compatible || open() {
        return None;
    }
    let told = is_toll_without_doer(left, right);
    if !is_of_one_fate(left, right) && (told || !is_reworded(left, right)) {
        return None;
    }
    let mut steps = steps(left, right);
    steps.push(step("matter", "reworded", 2.0));
    Clash::new(position(left, left), position(right, left), steps)
}

/// "Nobody was killed" answers any toll of the kind; to deny having killed does not.
fn is_of_one_fate(left: &View<'_>, right: &View<'_>) -> bool {
    let people = |view: &View<'_>| {
        view.object
            .is_none_or(|object| Kin::embedded().names_people(object))
    };
    let toll = left.family == right.family && left.claim.quantity.is_some();
    toll && right.doer().is_none() && people(left) && people(right)
}

/// Whether two sides say what is asserted in words near in meaning, each in the other's sentence.
fn is_reworded(left: &View<'_>, right: &View<'_>) -> bool {
    let voices = left.party.is_some() && right.party.is_some();
    // Two claims of one sentence share all its words.
    let one_sentence = left.claim.words == right.claim.words;
    if !voices || one_sentence {
        return false;
    }
    let (affirmed, denied) = (left.telling(), right.telling());
    let told = |words: &[Sense<'_>]| words.iter().any(|word| word.weight > 0.0);
    if !told(&affirmed) || !told(&denied) {
        return false;
    }
    let (own, others) = (left.senses(), right.senses());
    let least = LEAST_TELLING[usize::from(left.claim.article == right.claim.article)];
    share(&affirmed, &others) >= least
        && share(&denied, &own) >= least
        && (share(&own, &others) + share(&others, &own)) / 2.0 >= LEAST_ALIKE
}

/// How the doers stand to each other; what is only said not to be ("there was no rout") is no doer.
fn doers(left: &View<'_>, right: &View<'_>) -> Match {
    let is_thing = |view: &View<'_>| {
        let last = view.actor.and_then(|actor| actor.split(' ').next_back());
        view.is_unknown_verb()
            && view.actor_party.is_none()
            && last.is_some()
            && last == view.object
    };
    match is_thing(left) || is_thing(right) {
        true => Match::Missing,
        false => actors(left, right),
    }
}

/// Whose jets were shot down lost them: the denied actor is the side of the affirmed object.
fn suffered(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let opposite = !left.denied && right.denied && is_same_kind_of_deed(left, right);
    if !opposite || !is_timely(left, right, context) {
        return None;
    }
    let swapped = matches!((left.object_party, right.actor_party), (Some(a), Some(b)) if a == b)
        || is_out_of_own_hands(left, right);
    if swapped && places(left, right) != Match::Other {
        Clash::new(
            position(left, left),
            position(right, left),
            steps(left, right),
        )
    } else {
        None
    }
}

/// Who denies having lost a place denies that another took it.
fn is_out_of_own_hands(left: &View<'_>, right: &View<'_>) -> bool {
    let taken = left.effect == Effect::Gain && !left.claim.partial;
    let own = right.doer().is_some() && right.doer() == right.party;
    let there = left.is_local() && matches!(places(left, right), Match::Same | Match::Missing);
    taken && right.effect == Effect::Lose && own && there && actors(left, right) == Match::Other
}

/// The ground, less where the denial is a plain negation in another article. Who holds a place is asked in all of them.
fn steps(left: &View<'_>, right: &View<'_>) -> Vec<Step> {
    let mut steps = ground::steps(left, right);
    let plain = right.claim.stance.rule == NEGATED && right.claim.back_reference.is_none();
    let elsewhere = left.claim.article != right.claim.article;
    if plain && elsewhere && left.ground != Ground::Control {
        steps.push(step("denial", "negated-elsewhere", NEGATED_ELSEWHERE));
    }
    steps
}

fn denied(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let opposite = !left.denied && right.denied && is_same_kind_of_deed(left, right);
    if !opposite || is_part_of_denied(left, right) || !is_timely(left, right, context) {
        return None;
    }
    let compatible = is_same_doer(left, right)
        && places(left, right) != Match::Other
        && whose(left, right) != Match::Other;
    if !compatible {
        return None;
    }
    if !shares_matter(left, right)
        || !is_anchored(left, right)
        || is_plan_of_another(left, right)
        || is_toll_without_doer(left, right)
        || leaves_doer_open(left, right)
        || is_own_hold(left, right)
    {
        return None;
    }
    Clash::new(
        position(left, left),
        position(right, left),
        steps(left, right),
    )
}

/// The same doer as far as told; a cause must be told, as to deny one cause leaves all others, and so must be whose stance
/// it is.
fn is_same_doer(left: &View<'_>, right: &View<'_>) -> bool {
    let found = actors(left, right);
    let cause = left.claim.question == Question::Cause || right.claim.question == Question::Cause;
    let with = left.effect == Effect::Talk && is_with_the_other(left, right);
    let told = cause || left.ground == Ground::Stance;
    (found != Match::Other || with) && !(told && found == Match::Missing)
}

/// Who talks with whom is told from either side.
fn is_with_the_other(left: &View<'_>, right: &View<'_>) -> bool {
    let with = |one: &View<'_>, other: &View<'_>| matches!((one.object, other.doer()), (Some(object), Some(doer)) if object.eq_ignore_ascii_case(doer));
    with(left, right) || with(right, left)
}

/// Two articles tell of one deed only where more than its kind, doer and day is the same: a day has many deeds.
fn is_anchored(left: &View<'_>, right: &View<'_>) -> bool {
    let same = |found| matches!(found, Match::Same | Match::Some);
    left.claim.article == right.claim.article
        || left.is_local() && same(places(left, right))
        || same(objects(left, right))
        || same(wording(left, right))
}

/// Who means to do what another says not to mean.
fn is_plan_of_another(left: &View<'_>, right: &View<'_>) -> bool {
    left.is_planned() && actors(left, right) != Match::Same
}

/// A plan is not a deed.
fn is_same_kind_of_deed(left: &View<'_>, right: &View<'_>) -> bool {
    left.is_planned() == right.is_planned()
}

/// The whole may be denied while a part is conceded.
fn is_part_of_denied(left: &View<'_>, right: &View<'_>) -> bool {
    let part = |view: &View<'_>| view.claim.partial || view.effect == Effect::Part;
    part(left) && !part(right)
}

fn whose(left: &View<'_>, right: &View<'_>) -> Match {
    match (left.object_party, right.object_party) {
        (Some(a), Some(b)) if a == b => Match::Same,
        (Some(_), Some(_)) => Match::Other,
        _ => Match::Missing,
    }
}

/// A verb that no frame knows needs its object, and in two articles more than that ("no evidence", "a problem"); any deed
/// needs more than the doer in common.
fn shares_matter(left: &View<'_>, right: &View<'_>) -> bool {
    let object = objects(left, right);
    let tied = right.claim.back_reference.is_some() && actors(left, right) == Match::Same;
    let alike = matches!(wording(left, right), Match::Same | Match::Some);
    let worded = || (alike || tied) && object != Match::Other;
    let near = left.claim.article == right.claim.article || left.is_local() || alike;
    let same_thing = near && matches!(object, Match::Same | Match::Some);
    let known = !left.is_unknown_verb() || same_thing || worded();
    let apart = object == Match::Other && left.ground == Ground::Stance;
    known && !apart
}

/// A toll that names no doer leaves open who did it, so it is not denied by whoever denies having done it.
fn is_toll_without_doer(left: &View<'_>, right: &View<'_>) -> bool {
    left.effect == Effect::Toll && left.doer().is_none() && right.effect != Effect::Toll
        || left.claim.question == Question::Quantity
            && left.doer().is_none()
            && right.doer().is_some()
            && left.family != right.family
}

/// To deny having done a deed leaves open that it was done: it is no answer to an outlet that names no doer, nor to a
/// charge against nobody; and to deny that a third has done it is none to who names no side.
fn leaves_doer_open(left: &View<'_>, right: &View<'_>) -> bool {
    let deed = matches!(left.effect, Effect::Event | Effect::Sham) && left.doer().is_none();
    let charge = left.family == right.family && is_charge(left) && is_charge(right);
    let nameless = left.effect == Effect::Event && left.actor_party.is_none();
    let third = matches!((right.actor_party, right.party), (Some(a), Some(b)) if a != b);
    deed && right.doer().is_some() && (left.party.is_none() || charge) || nameless && third
}

/// Who denies a capture without naming a doer does not deny what it holds itself.
fn is_own_hold(left: &View<'_>, right: &View<'_>) -> bool {
    let own = left.doer().is_some() && left.doer() == right.party;
    left.ground == Ground::Control && right.doer().is_none() && own
}

/// Whether a claim lays a deed at someone's door without telling the deed.
fn is_charge(view: &View<'_>) -> bool {
    view.claim.question == Question::Responsibility && view.object.is_none() && view.place.is_none()
}

/// A denial answers what was said before it, for some weeks.
fn is_timely(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let (Some((first, last)), Some(when)) = (left.when(), right.when()) else {
        return true;
    };
    let (early, late) = (first - when.1, when.0 - last);
    early <= EARLY_DAYS && late <= context.settings.denial_days
}

/// All that is affirmed of one doer in a cluster is one position, and all that is denied of it another.
pub(super) fn position(view: &View<'_>, affirmed: &View<'_>) -> String {
    let sign = if view.denied { "deny" } else { "affirm" };
    // A thing that did it (a blast, a missile) is told in ever other words.
    let people = |actor: &&str| Kin::embedded().names_people(actor);
    let doer = affirmed.actor_party.or(affirmed.actor.filter(people));
    format!("{sign}\u{1f}{}", doer.unwrap_or(""))
}
