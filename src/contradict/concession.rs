//! Who concedes: a side that later says what the other side of a row said, in the same cluster or out of it.

use crate::lexicon::assertions::{Effect, Ground};
use crate::lexicon::parties::is_one_side;
use crate::model::contradiction::Kind;

use super::admission::admits;
use super::later::{candidates, one_time};
use super::view::{self, Match, View, actors, gap, objects, places};
use super::{Context, admission, ground};

mod words;

use words::{denies_figure, gives_up, repeats, says_the_same, takes_back};

/// Bits that a word of admission is worth: whoever admits says that he was held to have said otherwise.
const ADMISSION: f32 = 2.0;

/// The two sides of a row and whose concession is looked for.
pub(super) struct Sides<'a, 'b> {
    /// Kind of the row.
    pub kind: Kind,
    /// The party that may have given in.
    pub party: &'b str,
    /// What its side said.
    pub own: &'b [&'b View<'a>],
    /// What the other side said.
    pub other: &'b [&'b View<'a>],
}

/// The first claim of the cluster in which the party says what the other side says, after all that it said for its own.
/// Where it goes on to say what it said before, it has conceded nothing.
pub(super) fn find_within(
    sides: &Sides<'_, '_>,
    views: &[View<'_>],
    context: &Context<'_>,
) -> Option<u32> {
    let own = sides.own_words();
    if sides.is_own_word() {
        return own_correction(sides.kind, &own, sides.other);
    }
    let spoken = || views.iter().filter(|view| view.party == Some(sides.party));
    let given: Vec<&View<'_>> = spoken()
        .filter(|view| sides.concedes(view, &own, context))
        .collect();
    if given.is_empty() {
        return None;
    }
    let insists = |view: &&View<'_>| own.iter().any(|earlier| repeats(view, earlier));
    let insisted: Vec<&View<'_>> = spoken().filter(insists).collect();
    first_unbroken(given, |view| {
        insisted.iter().any(|word| is_later(word, view))
    })
}

/// The first of some concessions that the party did not break afterwards by saying again what it had said before.
fn first_unbroken(mut given: Vec<&View<'_>>, is_broken: impl Fn(&View<'_>) -> bool) -> Option<u32> {
    given.sort_by_key(|view| (view.said(), &view.claim.id));
    let first = given.into_iter().find(|view| !is_broken(view));
    first.map(|view| view.index)
}

/// The first such claim of the run that stands in another cluster: words of admission differ from those of the claim. It
/// must speak of the same scene or thing, and soon enough. A party that contradicts itself is judged within the cluster.
pub(super) fn find_elsewhere(sides: &Sides<'_, '_>, context: &Context<'_>) -> Option<u32> {
    let own = sides.own_words();
    let last = own.iter().filter_map(|view| view.said()).max()?;
    if sides.is_own_word() {
        return None;
    }
    let same = |view: &View<'_>| {
        let mut answers = sides.other.iter();
        let again = |earlier: &&View<'_>| {
            takes_back(view, earlier) && is_same_matter(view, earlier, context)
        };
        answers.any(|answer| is_same_matter(view, answer, context)) || own.iter().any(again)
    };
    let given = |view: &View<'_>| {
        (admits(view, context) || !speaks_of_rival(view, sides.party))
            && sides.concedes(view, &own, context)
            && same(view)
    };
    let mut given_in = view::views(&candidates(sides, last, context), context);
    given_in.retain(given);
    first_unbroken(given_in.iter().collect(), |view| {
        insists_after(view, sides.party, &own, last, context)
    })
}

/// Whether the party, which last said its own on a day, says so of the same place once more after a claim.
fn insists_after(
    view: &View<'_>,
    party: &str,
    own: &[&View<'_>],
    last: i32,
    context: &Context<'_>,
) -> bool {
    let from = view.said().map_or(last, |said| said.max(last));
    let mut dated = own.iter().filter(|earlier| earlier.when().is_some());
    dated.any(|earlier| {
        let Some(place) = earlier.place else {
            return false;
        };
        let kind = (earlier.family, earlier.denied);
        let mut words = context.spoken.since(party, &place.key, kind, from);
        words.any(|claim| {
            let word = view::view(claim, context);
            repeats(&word, earlier) && is_later(&word, view)
        })
    })
}

impl<'a, 'b> Sides<'a, 'b> {
    /// What others said for the other side: a word of the party's own that stands there concedes nothing by itself.
    fn answers(&self) -> impl Iterator<Item = &'b View<'a>> {
        let other = self.other.iter().copied();
        other.filter(|view| view.party != Some(self.party))
    }

    /// Whether the party is at odds with itself.
    fn is_own_word(&self) -> bool {
        let mut other = self.other.iter();
        other.all(|view| view.party == Some(self.party))
    }

    /// What the party itself said for its side. That a figure is wrong ("denied that six were lost") is left out where it
    /// denied the deed as well: it goes on to be said when the deed is admitted.
    fn own_words(&self) -> Vec<&'b View<'a>> {
        let own = self.own.iter().copied();
        let own: Vec<&View<'_>> = own.filter(|view| view.party == Some(self.party)).collect();
        let whole = own.iter().copied().filter(|view| !denies_figure(view));
        let whole: Vec<&View<'_>> = whole.collect();
        if whole.is_empty() { own } else { whole }
    }

    /// Whether a claim of the party, said in its own name after all that it said for its side, gives the other right.
    fn concedes(&self, view: &View<'_>, own: &[&View<'_>], context: &Context<'_>) -> bool {
        // "denied that the president had conceded the loss" passes on what nobody may have said.
        let own_word = view.is_stated() && view.claim.relayed_by.is_empty();
        let fits = |answer: &View<'_>| is_one_time(view, answer, context);
        own_word
            && self.answers().any(fits)
            && own.iter().all(|earlier| is_later(view, earlier))
            && self.is_given_in(view, own, context)
    }

    /// Whether a claim of the party, whatever its words, may give the other side right: it tells of no deed of its own that
    /// nobody laid at its door, and of no other place than all that the other side said.
    pub(super) fn may_yield(&self, view: &View<'_>) -> bool {
        let mut others = self.other.iter();
        let there = others.any(|answer| places(view, answer) != Match::Other);
        there && !self.tells_of_itself(view)
    }

    /// Whether the party tells of a hold or deed of its own that the other side does not lay at its door: whoever shot
    /// drones down has not owned that they hit, and whoever took a town back not that it was lost.
    fn tells_of_itself(&self, view: &View<'_>) -> bool {
        let held = matches!(view.effect, Effect::Gain | Effect::Hold);
        let harm = view.effect == Effect::Event && view.object_party != Some(self.party);
        let of_party = |doer: Option<&str>| doer.is_some_and(|doer| is_one_side(doer, self.party));
        let mut others = self.other.iter();
        (held || harm)
            && !view.denied
            && of_party(view.doer())
            && !others.any(|answer| of_party(answer.doer()))
    }

    fn is_given_in(&self, view: &View<'_>, own: &[&View<'_>], context: &Context<'_>) -> bool {
        let admitted = view.ground == Ground::Event && admits(view, context);
        if self.tells_of_itself(view) && !admitted {
            return false;
        }
        let takes = self.kind == Kind::Denial && own.iter().any(|one| takes_back(view, one));
        // That the deed was done, by nobody knows whom, takes back no denial of having done it.
        let by_doer = |answer: &View<'_>| match actors(view, answer) {
            Match::Other => false,
            Match::Missing => answer.doer().is_none() || admits(view, context),
            _ => true,
        };
        (takes && self.answers().any(by_doer))
            || self.answers().any(|answer| {
                gives_up(self, view, answer) || says_the_same(self.kind, view, answer, own, context)
            })
    }
}

/// A party that contradicts itself and ends with the later word has corrected itself; where it ends with a denial, it has
/// conceded nothing.
fn own_correction(kind: Kind, own: &[&View<'_>], other: &[&View<'_>]) -> Option<u32> {
    let last = own
        .iter()
        .filter(|view| other.iter().all(|earlier| is_later(view, earlier)))
        .filter(|view| !(kind == Kind::Denial && view.denied));
    last.min_by_key(|view| (view.said(), &view.claim.id))
        .map(|view| view.index)
}

/// Later is a later day, or a later place in the same article; within a sentence only what a word of admission brings
/// ("nobody died, it maintained until it confirmed that a girl had").
fn is_later(view: &View<'_>, earlier: &View<'_>) -> bool {
    let same_article = view.claim.article == earlier.claim.article;
    let (own, other) = (view.claim.sentence.start, earlier.claim.sentence.start);
    let admitted = own == other
        && view.claim.trigger.start > earlier.claim.trigger.start
        && admission::is_cue(view);
    view.said() > earlier.said() || (same_article && (own > other || admitted))
}

/// Whether a claim of another cluster speaks of what an answer speaks of: the same town or thing,
/// on the ground that a row needs.
fn is_same_matter(view: &View<'_>, answer: &View<'_>, context: &Context<'_>) -> bool {
    let scene = places(view, answer) == Match::Same && view.is_local() && answer.is_local();
    let owned = admits(view, context);
    let same = match objects(view, answer) {
        Match::Same => true,
        Match::Some => owned,
        _ => false,
    };
    let thing = same && places(view, answer) != Match::Other;
    // Damage that nobody is said to have done is no word on who did it.
    let doer = view.ground == Ground::Control || answer.doer().is_none() || view.doer().is_some();
    (scene || thing) && (doer || owned) && bits(view, answer, owned) >= context.settings.least_bits
}

/// Whether two claims can speak of one deed or hold, by their days.
fn is_one_time(view: &View<'_>, answer: &View<'_>, context: &Context<'_>) -> bool {
    let days = one_time(view.ground, context.settings);
    let (Some(a), Some(b)) = (view.when(), answer.when()) else {
        return false;
    };
    let apart = gap(a, b);
    // An admission that gives no day of its own speaks of a day long past.
    let late = || !view.claim.tells_day() && admits(view, context);
    apart <= days || apart <= context.settings.admission_days && late()
}

fn bits(view: &View<'_>, answer: &View<'_>, admitted: bool) -> f32 {
    let steps = ground::steps(view, answer);
    let ground: f32 = steps.iter().map(|step| step.bits).sum();
    if admitted { ground + ADMISSION } else { ground }
}

/// A side that says without a word of admission that its rival holds a place is more likely misread.
fn speaks_of_rival(view: &View<'_>, party: &str) -> bool {
    let holds = matches!(view.effect, Effect::Gain | Effect::Hold) && !view.denied;
    holds && view.doer() != Some(party)
}
