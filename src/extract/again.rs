//! What points back: blame that does not say for what ("they did it") to the deed that the text told before, a figure that
//! does not say of what ("put the figure at ten") to what the text counted last.

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Modality, Quantity, Question, Stance};
use crate::model::place::Place;

/// The assertion that somebody had a part in a deed, whatever it was.
const PART_IN: &str = "involve";

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
    fn of(claim: &Claim) -> Self {
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
        if open && claim.object.is_none() {
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

/// What a text counted last.
#[derive(Debug, Clone)]
pub struct Tally {
    deed: Deed,
    unit: CompactString,
    of: Option<CompactString>,
}

impl Tally {
    /// The last count of some claims, `None` where they count nothing.
    pub fn last(claims: &[Claim]) -> Option<Tally> {
        let counted = |claim: &&Claim| claim.question == Question::Quantity;
        let claim = claims.iter().rev().find(counted)?;
        let quantity = &claim.quantity.as_ref()?.value;
        quantity.of.as_ref()?;
        Some(Tally {
            deed: Deed::of(claim),
            unit: quantity.unit.clone(),
            of: quantity.of.clone(),
        })
    }

    /// Makes a claim with a figure of its own one on what was counted.
    pub fn lend(&self, claim: &mut Claim) {
        claim.assertion.value = self.deed.assertion.clone();
        claim.assertion.rule = RULE;
        self.deed.lend(claim);
        if let Some(quantity) = claim.quantity.as_mut() {
            let (low, high) = (quantity.value.low, quantity.value.high);
            quantity.value = Quantity {
                low,
                high,
                unit: self.unit.clone(),
                of: self.of.clone(),
            };
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

fn is_deed(claim: &Claim, lexicon: &Lexicon) -> bool {
    let row = Assertions::builtin().get(&claim.assertion.value);
    let question = lexicon.question(&claim.assertion.value);
    row.key == claim.assertion.value
        && matches!(row.effect, Effect::Event | Effect::Sham)
        && matches!(question, Question::Responsibility | Question::Occurrence)
        && claim.modality.value == Modality::Stated
        && claim.stance.value == Stance::Affirm
}
