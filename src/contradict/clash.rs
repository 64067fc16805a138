//! Every two opposed answers of a cluster held against each other, by the first rule that fits.

use std::collections::BTreeMap;

use crate::lexicon::parties::is_one_side;
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::denial::REWORDED;
use super::person::{are_two_bodies, is_one_person};
use super::reply::{
    OTHER_ACCOUNT, OTHER_ACCOUNT_ELSEWHERE, REPLIED, REPLIED_ELSEWHERE, is_of_figures,
    is_rule_of_replies,
};
use super::view::{self, Match, View, places};
use super::{Context, RULES, Rule, quantity, responsibility};

/// Two claims that cannot both be true, and the ground they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// Index of the claim with the first answer, the affirming one in a denial.
    pub left: u32,
    /// Index of the other.
    pub right: u32,
    /// Code of the rule.
    pub code: &'static str,
    /// Kind of contradiction.
    pub kind: Kind,
    /// What the left claim holds, in a form that is equal for equal positions; only for grouping.
    pub left_position: String,
    /// The same for the right claim.
    pub right_position: String,
    /// The ground they share.
    pub steps: Vec<Step>,
}

impl Clash {
    /// A clash that a rule found; [`find`] fills in the rule.
    pub(super) fn new(
        left_position: String,
        right_position: String,
        steps: Vec<Step>,
    ) -> Option<Self> {
        Some(Clash {
            left: 0,
            right: 0,
            code: "",
            kind: Kind::Denial,
            left_position,
            right_position,
            steps,
        })
    }

    /// Bits of the ground.
    pub fn bits(&self) -> f32 {
        self.steps.iter().map(|step| step.bits).sum()
    }
}

/// The clash of two claims in either order, `None` where no rule fits or the ground is too thin.
pub fn find(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    find_by(RULES.iter(), left, right, context)
}

fn find_by(
    mut rules: impl Iterator<Item = &'static Rule>,
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Clash> {
    let opposed = Opposed::of(left, right)?;
    rules.find_map(|rule| opposed.clash(rule, least(rule, context), context))
}

/// Two claims that may be at odds, since they are not one account.
pub(super) struct Opposed<'v, 'a> {
    own: bool,
    left: &'v View<'a>,
    right: &'v View<'a>,
}

impl<'v, 'a> Opposed<'v, 'a> {
    /// `None` where one account tells both.
    pub(super) fn of(left: &'v View<'a>, right: &'v View<'a>) -> Option<Self> {
        let own = is_own_word(left, right);
        let opposed = is_opposed(own, left, right) && !quantity::is_of_other_number(left, right);
        opposed.then_some(Opposed { own, left, right })
    }

    /// The clash by one rule in either order, `None` where it does not hold or the ground is less than `least`.
    pub(super) fn clash(&self, rule: &Rule, least: f32, context: &Context<'_>) -> Option<Clash> {
        let (left, right) = (self.left, self.right);
        self.ordered(rule, (left, right), least, context)
            .or_else(|| self.ordered(rule, (right, left), least, context))
    }

    fn ordered(
        &self,
        rule: &Rule,
        (left, right): (&View<'_>, &View<'_>),
        least: f32,
        context: &Context<'_>,
    ) -> Option<Clash> {
        if !is_on_record(rule, self.own, Standing::of(left), Standing::of(right)) {
            return None;
        }
        // Two bodies of a side deny each other's word and count otherwise; who did it they tell of third ones.
        let of_sides = !matches!(rule.kind, Kind::Denial | Kind::Quantity);
        if of_sides && !self.own && left.party.is_some() && left.party == right.party {
            return None;
        }
        let clash = (rule.check)(left, right, context)?;
        (clash.bits() >= least).then_some(Clash {
            left: left.index,
            right: right.index,
            code: rule.code,
            kind: rule.kind,
            ..clash
        })
    }
}

/// The ground that a rule asks for. Where a word stands by another tells by itself whether it answers it.
pub(super) fn least(rule: &Rule, context: &Context<'_>) -> f32 {
    match rule.code {
        code if code == REPLIED.code => context.settings.least_reply,
        code if code == REPLIED_ELSEWHERE.code => context.settings.least_across,
        code if is_of_figures(code) => context.settings.least_figure,
        code if code == OTHER_ACCOUNT.code => context.settings.least_rival,
        code if code == OTHER_ACCOUNT_ELSEWHERE.code => context.settings.least_account,
        _ => context.settings.least_bits,
    }
}

/// The clash of two claims of two clusters, or of a reply and what it answers. That other claims drew them apart is a
/// doubt, so each must be somebody's word and, but for a reply, said as fact; two rival answers must speak of one town or
/// spot, and a denial in other words is no answer.
pub fn find_across(own: u32, other: u32, context: &Context<'_>) -> Option<Clash> {
    let views = view::views(&[own, other], context);
    let (own, other) = (&views[0], &views[1]);
    if own.party.is_none() || other.party.is_none() {
        return None;
    }
    let rules = RULES.iter().filter(|rule| rule.code != REWORDED.code);
    let clash = find_by(rules, own, other, context)?;
    if is_rule_of_replies(clash.code) {
        return Some(clash);
    }
    let stated = own.is_stated() && other.is_stated();
    let one_spot = own.is_local() && other.is_local() && places(own, other) != Match::Other;
    let fits = match clash.kind {
        Kind::Responsibility => one_spot || responsibility::is_told_alike(own, other),
        Kind::Quantity => one_spot,
        _ => true,
    };
    (fits && stated).then_some(clash)
}

/// Who stands behind an answer.
#[derive(Clone, Copy)]
struct Standing {
    /// Whether somebody says it, and not the outlet alone.
    speaks: bool,
    /// Whether he speaks for a side.
    is_side: bool,
}

impl Standing {
    fn of(view: &View<'_>) -> Self {
        Standing {
            speaks: view.party.is_some(),
            is_side: view.claim.party.is_some(),
        }
    }
}

/// Whether somebody stands behind both answers. A denial needs a denier; of two rival answers each needs a party, since
/// two outlets that tell of two deeds in their own voice are at odds with nobody.
fn is_on_record(rule: &Rule, own: bool, left: Standing, right: Standing) -> bool {
    match rule.kind {
        // Two that are told in the same words need no side that a list knows.
        Kind::Quantity if is_of_figures(rule.code) => !own,
        // What stands right behind a party's figure answers it, whoever speaks.
        Kind::Quantity if is_rule_of_replies(rule.code) && !own => {
            left.speaks && right.speaks && (left.is_side || right.is_side)
        }
        Kind::Denial | Kind::Occurrence => right.speaks,
        // A side that tells of two doers or holders tells of two deeds, or was misread.
        Kind::Responsibility | Kind::RivalControl | Kind::Cause if own => false,
        // Who holds a place, who did a deed and how many are matters between sides; a speaker without one tells of it.
        Kind::Responsibility | Kind::RivalControl | Kind::Quantity => left.is_side && right.is_side,
        _ => left.speaks && right.speaks,
    }
}

/// All clashes of a cluster; claims that answer alike are held against others only once and share the result, so no rule
/// may look at where in its article a claim stands.
pub fn find_all(views: &[View<'_>], context: &Context<'_>) -> Vec<Clash> {
    let answers = answers(views, context.settings.most_answers);
    let rules = RULES.iter().filter(|rule| !is_rule_of_replies(rule.code));
    let rules: Vec<&'static Rule> = rules.collect();
    let mut clashes = Vec::new();
    for (index, left) in answers.iter().enumerate() {
        for right in &answers[index + 1..] {
            let pair = (&views[left[0]], &views[right[0]]);
            if let Some(clash) = find_by(rules.iter().copied(), pair.0, pair.1, context) {
                let swapped = clash.left != views[left[0]].index;
                let (left, right) = if swapped {
                    (right, left)
                } else {
                    (left, right)
                };
                spread(&clash, left, right, views, &mut clashes);
            }
        }
    }
    clashes
}

/// Gives a clash to every pair of claims that answer alike, as a chain: each claim appears once on its side.
fn spread(
    clash: &Clash,
    left: &[usize],
    right: &[usize],
    views: &[View<'_>],
    clashes: &mut Vec<Clash>,
) {
    for index in 0..left.len().max(right.len()) {
        clashes.push(Clash {
            left: views[left[index.min(left.len() - 1)]].index,
            right: views[right[index.min(right.len() - 1)]].index,
            ..clash.clone()
        });
    }
}

/// Claims that answer alike, each group by ascending claim; the largest groups where there are too many.
fn answers(views: &[View<'_>], most: usize) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, view) in views.iter().enumerate() {
        groups.entry(answer(view)).or_default().push(index);
    }
    let mut groups: Vec<(_, Vec<usize>)> = groups.into_iter().collect();
    if groups.len() > most {
        groups.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
        groups.truncate(most);
    }
    groups.into_iter().map(|(_, claims)| claims).collect()
}

/// All that a rule may look at, so that claims with equal answers clash with the same others.
fn answer<'a>(view: &'a View<'_>) -> impl Ord + use<'a> {
    let claim = view.claim;
    let quantity = claim.quantity.as_ref().map(|found| {
        let bits = |bound: Option<f64>| bound.map(|bound| bound.to_bits());
        (
            bits(found.value.low),
            bits(found.value.high),
            found.value.unit.as_str(),
            found.value.of.as_deref(),
        )
    });
    let target = claim
        .back_reference
        .as_ref()
        .and_then(|back| back.target.as_deref());
    (
        (
            view.party,
            view.outlet.filter(|_| view.party.is_none()),
            claim.assertion.value.as_str(),
        ),
        (view.denied, claim.modality.value, claim.partial, target),
        (view.actor, view.actor_party, view.object, view.object_party),
        (
            view.place.map(|place| place.key.as_str()),
            view.event,
            view.published,
            quantity,
        ),
    )
}

/// Whether one side or one person speaks in both, and not two bodies of a side.
fn is_own_word(left: &View<'_>, right: &View<'_>) -> bool {
    let one = matches!((left.party, right.party), (Some(a), Some(b))
        if is_one_side(a, b) || is_one_person(left.claim, right.claim));
    one && !are_two_bodies(left.claim, right.claim)
}

/// Opposed are two parties, a party and an outlet's own voice, two outlets, or a party and its own word in another
/// article: what one article tells of a party is one account.
fn is_opposed(own: bool, left: &View<'_>, right: &View<'_>) -> bool {
    let apart = left.claim.article != right.claim.article;
    match own {
        true => apart,
        false => left.party.is_some() || right.party.is_some() || left.outlet != right.outlet,
    }
}
