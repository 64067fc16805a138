//! How many: a claim for each figure, and what counts as one.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect, OTHER};
use crate::lexicon::words::Set;
use crate::model::claim::{Found, Quantity, Question};

use super::draft::Draft;
use super::event::Event;
use super::quantity::Figure;
use super::reading::Reading;

/// "struck depots in 141 locations": places that were hit are counted under a preposition.
pub fn target_figures<'r>(reading: &'r Reading, trigger: usize) -> Vec<&'r Figure> {
    let tree = &reading.tree;
    let counts = |figure: &&Figure| {
        figure.counted.is_some_and(|noun| {
            let target = reading
                .lexicon()
                .words
                .has(Set::TargetNoun, tree.lemma(noun));
            let near = tree
                .ancestors(noun)
                .take_while(|&at| at != trigger)
                .all(|at| !tree.is_verb(at));
            target && near && tree.is_below(noun, trigger)
        })
    };
    reading.figures.iter().filter(counts).collect()
}

/// "45 killed and 112 wounded": the wounded are counted for themselves.
pub fn is_another_toll(reading: &Reading, event: &Event, figure: &Figure) -> bool {
    let counts = |at: usize| figure.counted == Some(at) || figure.head == at;
    reading.events.iter().any(|other| {
        let toll = Assertions::builtin().get(&other.frame.assertion).effect == Effect::Toll;
        toll && other.frame.assertion != event.frame.assertion
            && other.trigger != event.trigger
            && counts(other.trigger)
    })
}

/// Whether people, arms or vehicles are counted, and no places.
fn counts_movers(reading: &Reading, figure: &Figure) -> bool {
    let words = &reading.lexicon().words;
    let is = |set| words.has(set, &figure.unit);
    let moves = is(Set::PersonNoun) || is(Set::LossNoun) || is(Set::ArmsNoun) || is(Set::Mover);
    moves && !is(Set::TargetNoun)
}

impl Draft {
    /// The claim for each figure, besides the claim of the deed itself where somebody is said to have done it.
    pub fn counted(
        self,
        reading: &Reading,
        figures: &[&Figure],
        assertion: &CompactString,
    ) -> Vec<Draft> {
        let control = self.claim.question == Question::Control;
        if control && self.claim.place.is_some() && figures.iter().all(|figure| !figure.share) {
            // "200 aid trucks entered the strip": those who came are counted beside.
            let movers = figures
                .iter()
                .filter(|figure| counts_movers(reading, figure));
            let movers: Vec<Draft> = movers
                .map(|figure| self.clone().with_figure(figure, assertion))
                .collect();
            return std::iter::once(self).chain(movers).collect();
        }
        if let (true, Some(share), true) = (
            control,
            figures.first().filter(|figure| figure.share),
            self.claim.place.is_some(),
        ) {
            return vec![self.with_share(share, assertion)];
        }
        if figures.is_empty() {
            return vec![self.uncounted()];
        }
        let done_by = self.claim.question == Question::Responsibility && self.claim.actor.is_some()
            || control;
        let deed = (done_by && (!control || self.claim.place.is_some())).then(|| self.clone());
        let numbers = figures
            .iter()
            .map(|figure| self.clone().with_figure(figure, assertion));
        deed.into_iter().chain(numbers).collect()
    }

    /// A type of assertion that counts, without a number, only says that it happened.
    fn uncounted(mut self) -> Draft {
        if self.claim.question == Question::Quantity {
            self.claim.question = Question::Occurrence;
        }
        self
    }

    fn with_figure(mut self, figure: &Figure, assertion: &CompactString) -> Draft {
        self.claim.question = Question::Quantity;
        self.claim.quantity = Some(quantity(figure, assertion));
        self
    }

    /// "70 % of the city": the claim on the place keeps its question and tells the share.
    fn with_share(mut self, figure: &Figure, assertion: &CompactString) -> Draft {
        self.claim.partial |= figure.high.is_none_or(|high| high < WHOLE);
        self.claim.quantity = Some(quantity(figure, assertion));
        self
    }
}

/// Per cent of the whole.
const WHOLE: f64 = 100.0;

fn quantity(figure: &Figure, assertion: &CompactString) -> Found<Quantity> {
    let of = (!assertion.starts_with(OTHER)).then(|| assertion.clone());
    let value = Quantity {
        low: figure.low,
        high: figure.high,
        unit: figure.unit.clone(),
        of,
    };
    Found::at(value, figure.span, figure.rule)
}
