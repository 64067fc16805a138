//! When: the day of the deed, of its report, or the one that the text is speaking of.

use crate::model::claim::{DateRange, Found, Modality, Question};

use super::date::{date_of_event, report_date_of};
use super::draft::Draft;
use super::reading::Reading;
use super::voice::Voice;

impl Draft {
    /// The day of the event where the sentence tells it; a deed told as done has at the latest the day of its report.
    pub fn set_date(&mut self, reading: &Reading, trigger: usize, voice: &Voice) {
        let reports = |at: usize| reading.cues.iter().any(|cue| cue.token == at);
        let found = date_of_event(&reading.tree, trigger, &reading.dates, &reports)
            .map(|mention| (mention, mention.rule));
        let cue = voice.cue.map(|cue| reading.cues[cue].token);
        let reported = || cue.and_then(|cue| report_date_of(&reading.tree, cue, &reading.dates));
        let done = voice.modality == Modality::Stated;
        let fallback = || reported().map(|mention| (mention, "date.of-report"));
        self.claim.dates = found
            .or_else(|| fallback().filter(|_| done))
            .map(|(mention, rule)| Found::at(mention.range, mention.span, rule))
            .or_else(|| self.context_date(reading).filter(|_| done));
    }

    /// A deed told without a day has the day that the text is speaking of; what holds now, the day of publication.
    fn context_date(&self, reading: &Reading) -> Option<Found<DateRange>> {
        let deed = matches!(
            self.claim.question,
            Question::Responsibility | Question::Cause | Question::Occurrence | Question::Quantity
        );
        let day = |date: Option<jiff::civil::Date>| {
            date.map(|day| DateRange {
                first: day,
                last: day,
            })
        };
        let earlier = day(reading.earlier.filter(|_| deed))
            .map(|range| Found::implied(range, "date.of-context"));
        earlier.or_else(|| {
            day(reading.setting.dateline).map(|range| Found::implied(range, "date.of-dateline"))
        })
    }
}
