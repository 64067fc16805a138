//! C302, C402 and C603: a side answers, right behind, with another doer, another figure or another account.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::kin::Kin;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Claim, Found, Modality, Stance, TOLD_BEFORE};
use crate::model::contradiction::Kind;

use super::super::ground::{self, step};
use super::super::person::passes_on;
use super::super::view::{Match, View, actors, objects, places};
use super::super::{Clash, Context, Rule, denial, quantity};
use super::figure::are_elsewhere;
use super::traits::Word;
use super::whose::tells_of_two_places;
use super::{Talk, Weighed, are_two, are_two_or_bodies, is_next, is_of_text, rival_levels};
use crate::model::pair::Step;

/// Another doer.
pub const OTHER_DOER: Rule = Rule {
    code: "C302",
    kind: Kind::Responsibility,
    why: "one says, in the sentence after the other's word, that another side did it",
    check: other_doer,
};

/// Another figure.
pub const OTHER_FIGURE: Rule = Rule {
    code: "C402",
    kind: Kind::Quantity,
    why: "one gives, in the sentence after the other's figure, another figure for the same thing",
    check: other_figure,
};

/// Another account of the matter.
pub const OTHER_ACCOUNT: Rule = Rule {
    code: "C603",
    kind: Kind::Occurrence,
    why: "one tells otherwise, right behind the other's word, what that one has told",
    check: other_account,
};

/// Bits of standing right behind the word that is answered.
const REPLY_BITS: f32 = 4.0;

/// The ground of two rival words of which one stands right behind the other; a place that the article lends one of them
/// may be that of what was told between.
fn steps(left: &View<'_>, right: &View<'_>) -> Vec<Step> {
    let mut steps = ground::steps(left, right);
    let lent = places(left, right) == Match::Other && !are_elsewhere(left, right);
    for found in steps
        .iter_mut()
        .filter(|found| lent && found.field == "place")
    {
        *found = step("place", "lent", 0.0);
    }
    steps.push(step("reply", "next-sentence", REPLY_BITS));
    steps
}

fn other_account(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let at_length = context.texts.is_at_length(left.claim.article);
    if !at_length || !may_tell_otherwise(left.claim, right.claim) {
        return None;
    }
    let position = |view: &View<'_>| denial::position(view, view);
    let steps = weight(left, right, context)?;
    Clash::new(position(left), position(right), steps)
}

/// The bits of how likely a row of [`OTHER_ACCOUNT`] is right: those by which its two quotes were found. `None` without
/// their article.
pub(in super::super) fn weight(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Vec<Step>> {
    let article = context.articles.get(left.claim.article as usize)?;
    let (told, answer) = (Word::of(left.claim), Word::of(right.claim));
    Some(rival_levels::steps(&told, &answer, article))
}

fn other_doer(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if !stand_so(left.claim, right.claim, context) || !is_other_doer(left, right) {
        return None;
    }
    let position = |view: &View<'_>| view.doer().unwrap_or("").to_owned();
    Clash::new(position(left), position(right), steps(left, right))
}

fn other_figure(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if !stand_so(left.claim, right.claim, context) || are_elsewhere(left, right) {
        return None;
    }
    // One sentence counts many things, but for a figure that answers another of it.
    let quantity = right.claim.quantity.as_ref();
    let is = |rule: &str| quantity.is_some_and(|found| found.rule == rule);
    let answers = is(TOLD_BEFORE);
    if left.claim.sentence == right.claim.sentence && !answers {
        return None;
    }
    let (own, others) = quantity::rival_figures(left, right, context)?;
    Clash::new(own, others, steps(left, right))
}

fn stand_so(left: &Claim, right: &Claim, context: &Context<'_>) -> bool {
    let article = context.articles.get(left.article as usize);
    article.is_some_and(|article| {
        is_rival(left, right) && is_of_text(left, right) && is_next(left, right, article)
    })
}

/// Whether two sides state what may be two answers to one question.
pub(super) fn is_rival(told: &Claim, answer: &Claim) -> bool {
    let affirmed = |claim: &Claim| claim.stance.value == Stance::Affirm;
    let is = |claim: &Claim, modality| claim.modality.value == modality;
    let both = |modality| is(told, modality) && is(answer, modality);
    let counts = told.quantity.is_some() && answer.quantity.is_some();
    let doers = told.actor_party.is_some() && answer.actor_party.is_some();
    let rival = both(Modality::Stated) && (counts || doers) || both(Modality::Planned) && counts;
    affirmed(told) && affirmed(answer) && rival && are_two_or_bodies(told, answer)
}

/// Whether two deeds that may be one are laid at two doors: the same deed, or each side names the other.
fn is_other_doer(left: &View<'_>, right: &View<'_>) -> bool {
    let deed = |view: &View<'_>| view.effect == Effect::Event && view.is_of_doer();
    let of_other = |view: &View<'_>| view.actor_party != view.party;
    let each = left.actor_party == right.party && right.actor_party == left.party;
    let same = left.claim.assertion.value == right.claim.assertion.value;
    let apart = [objects(left, right), places(left, right)].contains(&Match::Other);
    let whose = matches!((left.object_party, right.object_party), (Some(a), Some(b)) if a != b);
    deed(left)
        && deed(right)
        && actors(left, right) == Match::Other
        && of_other(left)
        && of_other(right)
        && (same || each)
        && !apart
        && !whose
}

/// Most bytes between a word and the one that tells it otherwise, some one or two sentences.
const NEAR: u32 = 200;

/// Every word of one article with those of other sides that stand in its sentence or shortly behind.
pub(super) fn possible(talk: &Talk<'_>) -> Vec<Weighed> {
    let mut pairs = Vec::new();
    if !talk.at_length {
        return pairs;
    }
    for (place, (left, told)) in talk.words.iter().enumerate() {
        let behind = talk.words[place + 1..].iter();
        let near = behind.take_while(|(_, answer)| is_near(told.claim, answer.claim));
        let rival = near.filter(|(_, answer)| may_tell_otherwise(told.claim, answer.claim));
        pairs.extend(rival.map(|(right, answer)| {
            let steps = rival_levels::steps(told, answer, talk.article);
            (*left, *right, steps)
        }));
    }
    pairs
}

/// Family of what says nothing of a matter.
pub(super) const NO_COMMENT: &str = "no_comment";

/// Whether two sides state as fact, one shortly behind the other. Two figures are held against each other by what they count.
fn may_tell_otherwise(told: &Claim, answer: &Claim) -> bool {
    // A plan is no account of a deed.
    let affirms = |claim: &Claim| {
        claim.stance.value == Stance::Affirm && claim.modality.value == Modality::Stated
    };
    let counts = told.quantity.is_some() && answer.quantity.is_some();
    let follows =
        (told.sentence.start, told.trigger.start) <= (answer.sentence.start, answer.trigger.start);
    let silent = |claim: &Claim| Assertions::builtin().family(&claim.assertion.value) == NO_COMMENT;
    affirms(told)
        && affirms(answer)
        && !silent(told)
        && !silent(answer)
        && !counts
        && !tells_the_same(told, answer)
        && !blame_one_side(told, answer)
        && !tells_of_two_places(told, answer)
        && follows
        && !told.sentence.is_empty()
        && is_near(told, answer)
        && !passes_on(told, answer)
        && are_two(told, answer)
}

/// Whether both say one thing: by one verb that has two subjects ("Moscow and Kyiv say"), or of one doer in one assertion.
pub(super) fn tells_the_same(told: &Claim, answer: &Claim) -> bool {
    let value =
        |found: &Option<Found<CompactString>>| found.as_ref().map(|found| found.value.clone());
    let same =
        |a: &Option<Found<CompactString>>, b: &Option<Found<CompactString>>| value(a) == value(b);
    let one_verb = told.trigger == answer.trigger && told.sentence == answer.sentence;
    let one_matter = same(&told.actor, &answer.actor) && same(&told.object, &answer.object);
    told.assertion.value == answer.assertion.value
        && (one_verb || one_matter || befell_one_thing(told, answer))
}

/// "the dam firm opened the gates, the mayor says", "a survivor says that the firm gave no warning": two say of a third side
/// what it did.
fn blame_one_side(told: &Claim, answer: &Claim) -> bool {
    let side = |found: &Option<Found<CompactString>>| found.as_ref().map(|f| f.value.clone());
    let accused = side(&told.actor_party);
    let one = accused.is_some() && accused == side(&answer.actor_party);
    one && accused != side(&told.party) && accused != side(&answer.party)
}

/// "the ship sank", "the warship sank after a hit": by nobody that is named, of what goes by one noun.
fn befell_one_thing(told: &Claim, answer: &Claim) -> bool {
    let by_nobody = |claim: &Claim| claim.actor.is_none();
    let noun = |claim: &Claim| {
        let object = claim.object.as_ref()?;
        let last = object.value.rsplit(' ').next()?;
        Some(Kin::embedded().noun(last).to_owned())
    };
    // "he was beaten to death": whoever was told of.
    let pronoun = |noun: &str| WordSets::shared().has(Set::ItPronoun, noun);
    let one = noun(told)
        .zip(noun(answer))
        .is_some_and(|(a, b)| a.ends_with(&*b) || b.ends_with(&*a) || pronoun(&a) || pronoun(&b));
    by_nobody(told) && by_nobody(answer) && one
}

fn is_near(told: &Claim, answer: &Claim) -> bool {
    let between = answer.sentence.start.saturating_sub(told.sentence.end);
    is_of_text(told, answer) && between <= NEAR
}
