//! "On 21 November the police had counted 31 dead": when it was counted, and not when they died.

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::words::Set;
use crate::model::claim::{DateRange, Found};
use crate::model::parsed::Dep;

use super::super::anaphora::Memory;
use super::super::date::{DateMention, report_date_of};
use super::super::draft::Draft;
use super::super::reading::Reading;

/// Whether a verb or noun tells how many were counted ("had counted 31 dead", "the toll rose to 31"), so that its day is that
/// of the count.
pub(in crate::extract) fn is_count(reading: &Reading, trigger: usize, assertion: &str) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let toll = Assertions::builtin().get(assertion);
    if toll.key != assertion || toll.effect != Effect::Toll {
        return false;
    }
    let tally = |noun: usize| words.has(Set::TallyNoun, tree.lemma(noun));
    let subject = [Dep::Nsubj, Dep::Nsubjpass]
        .into_iter()
        .find_map(|dep| tree.kid(trigger, dep));
    match tree.is_verb(trigger) {
        true => words.has(Set::CountVerb, tree.lemma(trigger)) || subject.is_some_and(tally),
        false => tally(trigger) && !words.has(Set::HarmNoun, tree.lemma(trigger)),
    }
}

impl Draft {
    /// The day of the deed of which a count was taken on the day `of_count`, where the article tells it.
    pub(super) fn day_of_counted(
        &self,
        reading: &Reading,
        verb: usize,
        of_count: &DateMention,
        memory: &Memory,
    ) -> Option<Found<DateRange>> {
        if !is_count(reading, verb, &self.claim.assertion.value) {
            return None;
        }
        let before = |found: &Found<DateRange>| found.value.last < of_count.named.first;
        self.lent_date(reading, Some(of_count), memory)
            .or_else(|| self.main_date(reading, verb, Some(of_count), memory))
            .filter(before)
    }

    /// "The dead are 38, eight of them children, the police said on Monday": the day of the word is not that of the figure.
    pub(in crate::extract) fn date_figure(
        &mut self,
        reading: &Reading,
        root: usize,
        memory: &Memory,
    ) {
        if !reading.cues.iter().any(|cue| cue.token == root) {
            return;
        }
        let report = report_date_of(&reading.tree, root, &reading.dates);
        let main = self.main_date(reading, root, report, memory);
        self.claim.dates = main.or(self.claim.dates.take());
    }
}
