//! C1xx: one affirms, another denies the same.

use crate::lexicon::assertions::{Effect, Ground};
use crate::lexicon::kin::Kin;
use crate::lexicon::likeness::{Sense, share};
use crate::model::claim::NEGATED;
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::ground::{self, step};
use super::reply::may_mean;
use super::view::{Match, View, actors, places};
use super::{Clash, Context, Rule};

mod matter;
mod victims;

pub(super) use victims::are_others;

use matter::{
    doers, is_anchored, is_own_hold, is_part_of_denied, is_plan_of_another, is_same_doer,
    is_same_kind_of_deed, is_timely, is_toll_without_doer, leaves_doer_open, shares_matter, whose,
};

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

/// The same of two reports that are told at length.
const NEGATED_AT_LENGTH: f32 = -1.5;

/// Bits of a denial by the very side that the other says did it, in the article that tells so.
const ACCUSED: f32 = 1.0;

fn back_reference(left: &View<'_>, right: &View<'_>, _: &Context<'_>) -> Option<Clash> {
    if left.denied || !right.denied {
        return None;
    }
    // "No siren sounded. The operator called that untrue": the one who affirms points to the denial.
    let meant = match right.claim.points_to(left.claim) {
        true => left,
        false => Some(right).filter(|_| left.claim.points_to(right.claim))?,
    };
    if meant.is_hollow() {
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
    if !opposite || !is_timely(left, right, context) || !may_mean(left.claim, right.claim) {
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
    let mut steps = steps(left, right, context);
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
            steps(left, right, context),
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

/// The ground, more where who is charged denies it, and less where the denial is a plain negation in another article.
/// Who holds a place is asked in all of them.
fn steps(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Vec<Step> {
    let mut steps = ground::steps(left, right);
    let one_text = left.claim.article == right.claim.article;
    if one_text && is_by_accused(left, right) {
        steps.push(step("charge", "own-deed", ACCUSED));
    }
    let plain = right.claim.stance.rule == NEGATED && right.claim.back_reference.is_none();
    let elsewhere = left.claim.article != right.claim.article;
    if plain && elsewhere && left.ground != Ground::Control {
        let at_length = |view: &View<'_>| context.texts.is_at_length(view.claim.article);
        let bits = match at_length(left) && at_length(right) {
            true => NEGATED_AT_LENGTH,
            false => NEGATED_ELSEWHERE,
        };
        steps.push(step("denial", "negated-elsewhere", bits));
    }
    steps
}

/// "Rebels burned the mill", "we did not, said the rebels": the side that the one says did it speaks in the other.
pub(super) fn is_by_accused(left: &View<'_>, right: &View<'_>) -> bool {
    left.actor_party.is_some() && left.actor_party == right.party
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
        || are_others(left.claim, right.claim)
    {
        return None;
    }
    Clash::new(
        position(left, left),
        position(right, left),
        steps(left, right, context),
    )
}

/// All that is affirmed of one doer in a cluster is one position, and all that is denied of it another.
pub(super) fn position(view: &View<'_>, affirmed: &View<'_>) -> String {
    let sign = if view.denied { "deny" } else { "affirm" };
    // A thing that did it (a blast, a missile) is told in ever other words.
    let people = |actor: &&str| Kin::embedded().names_people(actor);
    let doer = affirmed.actor_party.or(affirmed.actor.filter(people));
    format!("{sign}\u{1f}{}", doer.unwrap_or(""))
}
