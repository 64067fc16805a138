//! "The ship was hit on 13 April. ... The ministry repeated on Friday that a fire that day": the day of what happened, and not
//! that on which somebody spoke of it.

use jiff::civil::Date;

use crate::lexicon::words::Set;
use crate::model::claim::DateRange;

use super::cue::Cue;
use super::date::{DateMention, hangs_on, single_day};
use super::reading::Reading;

/// The rule of a day that points back to one told before.
const ANTECEDENT: &str = "date.antecedent";

/// Has each "that day" mean the last day that the text named of what happened, where it named one; `dateline` is the day of
/// publication.
pub(super) fn point(readings: &mut [Reading], dateline: Option<Date>) {
    let mut last: Option<Date> = None;
    for reading in readings {
        for at in 0..reading.dates.len() {
            let mention = &reading.dates[at];
            let day = match last.filter(|_| is_that_day(reading, mention)) {
                Some(day) => Some(day),
                None => of_deed(reading, mention, dateline),
            };
            if is_that_day(reading, mention)
                && let Some(day) = day
            {
                let range = DateRange {
                    first: day,
                    last: day,
                };
                let mention = &mut reading.dates[at];
                (mention.named, mention.range) = (range, range);
            }
            last = day.or(last);
        }
    }
}

/// "that night", not "that same day", which may be that of a word.
fn is_that_day(reading: &Reading, mention: &DateMention) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    mention.rule == ANTECEDENT
        && single_day(mention).is_some()
        && mention.last == mention.first + 1
        && words.has(Set::Demonstrative, tree.lemma(mention.first))
}

/// The day that a mention names of what was over at publication, unless somebody spoke on it.
fn of_deed(reading: &Reading, mention: &DateMention, dateline: Option<Date>) -> Option<Date> {
    let of_cue = |cue: &Cue| cue.speaker.is_some() && hangs_on(&reading.tree, mention, cue.token);
    let of_word = reading.cues.iter().any(of_cue);
    let past = |day: &Date| dateline.is_none_or(|dateline| *day <= dateline);
    single_day(mention).filter(past).filter(|_| !of_word)
}
