//! Counts that are of less or more than one event: a side's own losses beside a toll of all, and the dead of a whole war.

use crate::lexicon::assertions::Effect;
use crate::lexicon::words::{Set, WordSets};

use super::super::view::View;
use super::figure;
use super::scene::is_anybody;

/// Whether two counts are of two extents, so that both may be true.
pub(super) fn are_of_two_extents(left: &View<'_>, right: &View<'_>) -> bool {
    is_part_of_all(left, right)
        || is_part_of_all(right, left)
        || is_of_war(left) != is_of_war(right)
}

/// "We lost 14 men", "21 people died": the men are some of all, whoever tells of them.
fn is_part_of_all(own: &View<'_>, all: &View<'_>) -> bool {
    let lost = own.effect == Effect::Toll && own.party.is_some() && own.doer() == own.party;
    let anybody = all.effect == Effect::Toll && all.object_party.is_none() && is_anybody(all);
    let less = matches!((figure(own), figure(all)), (Some(a), Some(b)) if a.low < b.low);
    lost && anybody && less && own.party != all.party
}

/// "The war has killed 739 people": all of its dead, and not those of one day.
fn is_of_war(view: &View<'_>) -> bool {
    let words = WordSets::shared();
    let last = |actor: &str| actor.rsplit(' ').next().unwrap_or_default().to_lowercase();
    view.actor
        .is_some_and(|actor| words.has(Set::WarNoun, &last(actor)))
}
