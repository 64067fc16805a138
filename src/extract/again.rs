//! What points back: blame that does not say for what ("they did it") to the deed that the text told before, a figure that
//! does not say of what ("put the figure at ten") to what the text counted last.

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::kin::Kin;
use crate::lexicon::words::Set;
use crate::model::claim::{
    Claim, DateRange, Found, Modality, Question, Stance, THEY, TOLD_BEFORE, WE,
};
use crate::model::place::Place;

use super::accused::THING_RULE;
use super::blamed::CAUSE;
use super::quantity::PERCENT;

/// The assertion that somebody had a part in a deed, whatever it was.
pub(super) const PART_IN: &str = "involve";

/// Rule of an assertion whose frame found nothing that it was done to.
pub const OPEN_FRAME: &str = "assertion.open-frame";

/// Rule of what is taken over from the deed.
const RULE: &str = "deed.told-before";

/// A deed that was told, as far as blame for it takes it over.
#[derive(Debug, Clone)]
pub struct Deed {
    assertion: CompactString,
    question: Question,
    object: Option<CompactString>,
    object_party: Option<CompactString>,
    place: Option<Place>,
    place_as_written: CompactString,
}

impl Deed {
    pub(super) fn of(claim: &Claim) -> Self {
        let value = |found: &Option<Found<CompactString>>| found.as_ref().map(|f| f.value.clone());
        Deed {
            assertion: claim.assertion.value.clone(),
            question: claim.question,
            object: value(&claim.object),
            object_party: value(&claim.object_party),
            place: claim.place.as_ref().map(|found| found.value.clone()),
            place_as_written: claim.place_as_written.clone(),
        }
    }

    /// Fills in a claim that only tells who did it.
    fn lend(&self, claim: &mut Claim) {
        if self.question == Question::Responsibility {
            claim.assertion.value = self.assertion.clone();
            claim.assertion.rule = RULE;
            claim.question = self.question;
        }
        self.lend_thing(claim);
    }

    /// Fills in what it was done to, and where.
    pub(super) fn lend_thing(&self, claim: &mut Claim) {
        let implied = |text: &CompactString| Found::implied(text.clone(), RULE);
        claim.object = self.object.as_ref().map(implied);
        claim.object_party = self.object_party.as_ref().map(implied);
        if claim.place.is_none() {
            claim.place = self
                .place
                .as_ref()
                .map(|place| Found::implied(place.clone(), RULE));
            claim.place_as_written = self.place_as_written.clone();
        }
    }
}

/// Gives every claim of blame alone the last deed told before it, and drops those that neither name a doer nor find a
/// deed; `last` is the last one of the sentences before, and becomes that of this one.
pub fn take_over(claims: &mut Vec<Claim>, last: &mut Option<Deed>, lexicon: &Lexicon) {
    claims.retain_mut(|claim| {
        let open = claim.assertion.value == PART_IN && claim.assertion.rule == OPEN_FRAME;
        if claim.assertion.value == PART_IN && asks_who(claim, lexicon) {
            return false;
        }
        let thing = |claim: &Claim| {
            let actor = claim.actor.as_ref();
            actor.is_some_and(|actor| actor.rule == THING_RULE)
        };
        if open && claim.object.is_none() && thing(claim) {
            // "blames exploding ammunition": what happened came of it, and nobody did it.
            claim.assertion.value = CAUSE.into();
            claim.question = lexicon.question(CAUSE);
            if let Some(deed) = last.as_ref() {
                deed.lend_thing(claim);
            }
        } else if open && claim.object.is_none() {
            match last.as_ref() {
                Some(deed) => deed.lend(claim),
                None => return claim.actor.is_some() && claim.cue.is_some(),
            }
        } else if is_deed(claim, lexicon) {
            *last = Some(Deed::of(claim));
        }
        true
    });
}

/// Rule of a day that points back to one told before.
const ANTECEDENT: &str = "date.antecedent";

/// What a text counted.
#[derive(Debug, Clone)]
pub struct Tally {
    deed: Deed,
    unit: CompactString,
    of: Option<CompactString>,
    low: Option<f64>,
    actor: Option<CompactString>,
    day: Option<Found<DateRange>>,
    /// Where the figure ends in its field.
    end: usize,
}

impl Tally {
    /// What some claims count, in their order.
    pub fn all<'c>(claims: impl IntoIterator<Item = &'c Claim>) -> Vec<Tally> {
        let counted = |claim: &&Claim| claim.question == Question::Quantity;
        let claims = claims.into_iter().filter(counted);
        claims.filter_map(Tally::of).collect()
    }

    fn of(claim: &Claim) -> Option<Tally> {
        let quantity = claim.quantity.as_ref()?;
        let value = &quantity.value;
        (!value.unit.is_empty()).then(|| Tally {
            deed: Deed::of(claim),
            unit: value.unit.clone(),
            of: value.of.clone(),
            low: value.low,
            actor: claim.actor.as_ref().map(|actor| actor.value.clone()),
            day: claim.dates.clone(),
            end: quantity.span.map_or(0, |span| span.end as usize),
        })
    }

    /// Whether a frame tells what befell the counted.
    pub fn is_framed(&self) -> bool {
        self.of.is_some()
    }

    /// Whether it stands before a place of the field.
    pub fn is_before(&self, start: usize) -> bool {
        self.end <= start
    }

    /// Whether it is less than a figure.
    pub fn is_below(&self, low: Option<f64>) -> bool {
        matches!((self.low, low), (Some(own), Some(low)) if own < low)
    }

    /// Whether the text dates a claim after it.
    pub fn is_before_day(&self, claim: &Claim) -> bool {
        let told = claim.dates.as_ref().filter(|_| claim.tells_day());
        matches!((&self.day, told), (Some(own), Some(told)) if own.value.last < told.value.first)
    }

    /// Whether it counts things of a kind.
    pub fn counts(&self, unit: &str) -> bool {
        self.unit == unit
    }

    /// Whether it is a share of a whole.
    pub fn is_share(&self) -> bool {
        self.unit == PERCENT
    }

    /// The one of that number ("the figure of 471"), else the first.
    pub fn of_number(tallies: &[Tally], low: Option<f64>) -> Option<&Tally> {
        let same = tallies
            .iter()
            .find(|tally| low.is_some() && tally.low == low);
        same.or_else(|| tallies.first())
    }

    /// Whether a claim tells what befell these in its own words: the same, or, of losses, that they were lost, or, of houses
    /// destroyed, that they were hit.
    pub fn is_of(&self, claim: &Claim) -> bool {
        // Who did it himself counts his own.
        let rival = matches!((&claim.actor, &self.actor), (Some(own), Some(told)) if !own.value.eq_ignore_ascii_case(told));
        let own = claim.assertion.value.as_str();
        let row = Assertions::builtin().get(own);
        let own_deed = rival && row.key == own && row.effect == Effect::Event;
        self.is_told_by(own) && !own_deed
    }

    /// Whether an assertion tells what befell these.
    pub fn is_told_by(&self, own: &str) -> bool {
        let table = Assertions::builtin();
        let told = self.deed.assertion.as_str();
        let fate = |key| match table.get(key).key == key {
            true => Kin::embedded().fate(key),
            false => table.family(key),
        };
        fate(own) == fate(told) || table.implied(told, own).is_some()
    }

    /// Makes a claim with a figure of its own one on what was counted.
    pub fn lend(&self, claim: &mut Claim) {
        claim.assertion.value = self.deed.assertion.clone();
        claim.assertion.rule = RULE;
        self.deed.lend(claim);
        self.lend_unit(claim, self.of.clone());
    }

    /// Gives a claim that tells by itself what befell the counted what that is, and where and when it was.
    pub fn lend_thing(&self, claim: &mut Claim) {
        let (object, owner) = (claim.object.take(), claim.object_party.take());
        let (place, written) = (claim.place.take(), claim.place_as_written.clone());
        self.deed.lend_thing(claim);
        claim.object = claim.object.take().or(object);
        // "The SNA says they lost more than 200": those of whom the other told.
        let own = |actor: &Found<CompactString>| {
            let speaker = claim.speaker.as_ref();
            speaker.is_some_and(|speaker| speaker.value == actor.value) && !is_toll(claim)
        };
        let theirs = claim
            .actor
            .as_ref()
            .is_some_and(|actor| matches!(actor.rule, "actor.pronoun" | WE | THEY) && !own(actor));
        if theirs && claim.assertion.value == self.deed.assertion {
            let told = self.actor.clone();
            claim.actor = told
                .map(|told| Found::implied(told, RULE))
                .or(claim.actor.take());
        }
        claim.object_party = owner.or(claim.object_party.take());
        if let Some(place) = place {
            (claim.place, claim.place_as_written) = (Some(place), written);
        }
        let of = claim
            .quantity
            .as_ref()
            .and_then(|found| found.value.of.clone());
        self.lend_unit(claim, of);
    }

    fn lend_unit(&self, claim: &mut Claim, of: Option<CompactString>) {
        if let Some(quantity) = claim.quantity.as_mut() {
            quantity.value.unit = self.unit.clone();
            quantity.value.of = of;
            quantity.rule = TOLD_BEFORE;
        }
        // "for the same 24 hours": those of the count that is answered.
        let day = claim.dates.as_ref();
        let again = day.is_none_or(|day| day.span.is_none() || day.rule == ANTECEDENT);
        if again && self.day.is_some() {
            claim.dates = self.day.clone().map(|day| Found::implied(day.value, RULE));
        }
    }
}

/// "about who is to blame": nobody is named.
fn asks_who(claim: &Claim, lexicon: &Lexicon) -> bool {
    claim.actor.as_ref().is_some_and(|actor| {
        let word = actor.value.to_lowercase();
        lexicon.words.has(Set::RelativePronoun, &word)
    })
}

/// "Suspect held, minister blames miners": not for what befell the suspect.
const BY_LAW: &[&str] = &["convict", "detain", "release"];

fn is_deed(claim: &Claim, lexicon: &Lexicon) -> bool {
    let row = Assertions::builtin().get(&claim.assertion.value);
    let question = lexicon.question(&claim.assertion.value);
    row.key == claim.assertion.value
        && !BY_LAW.contains(&row.key.as_str())
        && matches!(row.effect, Effect::Event | Effect::Sham)
        && matches!(question, Question::Responsibility | Question::Occurrence)
        && claim.modality.value == Modality::Stated
        && claim.stance.value == Stance::Affirm
}

fn is_toll(claim: &Claim) -> bool {
    Assertions::builtin().get(&claim.assertion.value).effect == Effect::Toll
}
