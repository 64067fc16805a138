//! When: the day of the deed, of its report, or the one that the text is speaking of.

mod counted;
mod own;

use crate::lexicon::assertions::OTHER;
use crate::lexicon::dates::{Link, Sense};
use crate::lexicon::words::Set;
use crate::model::claim::{DateRange, Found, Modality, PUBLISHED, Question};
use crate::model::parsed::{Dep, Pos, Tag};
use crate::model::span::TextField;

use super::anaphora::Memory;
use super::date::{DateMention, report_date_of};
use super::draft::Draft;
use super::reading::Reading;
use super::voice::Voice;

pub(super) use counted::is_count;
pub(super) use own::own_day;

impl Draft {
    /// The day of the event where the sentence tells it, else the one that the article tells elsewhere for the same deed;
    /// a deed told as done has at the latest the day of its report.
    pub fn set_date(&mut self, reading: &Reading, trigger: usize, voice: &Voice, memory: &Memory) {
        let own = own_day(reading, trigger);
        if let Some(mention) = own.filter(|mention| !dates_another(reading, trigger, mention)) {
            let counted = self.day_of_counted(reading, trigger, mention, memory);
            let own = || Found::at(mention.range, mention.span, mention.rule);
            self.claim.dates = counted.or_else(|| Some(own()));
            return;
        }
        if voice.modality == Modality::Planned {
            return;
        }
        let since = since_clause(reading, trigger).and_then(|clause| since_then(reading, clause));
        if since.is_some() {
            self.claim.dates = since;
            return;
        }
        let cue = voice.cue.map(|cue| reading.cues[cue].token);
        let report = cue.and_then(|cue| report_date_of(&reading.tree, cue, &reading.dates));
        let reported =
            |mention: &DateMention| Found::at(mention.range, mention.span, "date.of-report");
        self.claim.dates = self
            .lent_date(reading, report, memory)
            .or_else(|| self.main_date(reading, trigger, report, memory))
            .or_else(|| report.map(reported))
            .or_else(|| self.context_date(reading, voice.presupposed, memory));
    }

    /// The day that the article tells for the same deed, unless it was reported before.
    fn lent_date(
        &self,
        reading: &Reading,
        report: Option<&DateMention>,
        memory: &Memory,
    ) -> Option<Found<DateRange>> {
        let told = &memory.told;
        let range = told.again(
            &self.claim.assertion.value,
            memory.sentence,
            reading.lexicon(),
        )?;
        let known = report.is_none_or(|report| range.first <= report.named.last);
        known.then(|| Found::implied(range, "date.of-event"))
    }

    /// A deed told without a day has the day that the text named last; what holds now, the day of publication, but not
    /// what the text takes for granted ("condemned the attack").
    fn context_date(
        &self,
        reading: &Reading,
        presupposed: bool,
        memory: &Memory,
    ) -> Option<Found<DateRange>> {
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
        let dateline = reading.setting.dateline;
        let past = |day: &jiff::civil::Date| dateline.is_none_or(|dateline| *day <= dateline);
        // What a headline tells of a town is as of the day that the lead names.
        let headline = reading.setting.field == TextField::Title;
        // "The mayor said on Monday ... He rejects the plan": how he stood to it on Monday.
        let spoken = self.claim.speaker.is_some();
        let recent = |day: &jiff::civil::Date| {
            dateline.is_none_or(|dateline| (dateline - *day).get_days() <= RECENT)
        };
        let near = || {
            let named = memory.told.named_near(memory.sentence);
            named.filter(|day| spoken && recent(day))
        };
        let earlier = match deed || headline {
            true => reading.earlier,
            false => near(),
        };
        let earlier = day(earlier.filter(past));
        earlier
            .map(|range| Found::implied(range, "date.of-context"))
            .or_else(|| {
                let range = day(dateline.filter(|_| !(deed && presupposed)))?;
                Some(Found::implied(range, PUBLISHED))
            })
    }

    /// The day that most of the article's dated deeds have, for what was done and is told without a day.
    fn main_date(
        &self,
        reading: &Reading,
        trigger: usize,
        report: Option<&DateMention>,
        memory: &Memory,
    ) -> Option<Found<DateRange>> {
        let deed = matches!(
            self.claim.question,
            Question::Responsibility | Question::Cause | Question::Occurrence | Question::Quantity
        );
        let framed = !self.claim.assertion.value.starts_with(OTHER);
        let done = framed || is_past_deed(reading, trigger);
        let range = memory.told.main().filter(|_| deed && done)?;
        let known = report.is_none_or(|report| range.first <= report.named.last);
        known.then(|| Found::implied(range, "date.of-deeds"))
    }
}

/// Days before publication as of which a party's stand is told that it still has.
const RECENT: i32 = 7;

/// "killed since the war began in March": what dates a whole row of deeds, and no single one.
fn since_clause(reading: &Reading, verb: usize) -> Option<usize> {
    let tree = &reading.tree;
    let since = |at: usize| {
        let word = tree.lemma(at);
        reading.lexicon().dates.has(word, Sense::Link(Link::Since))
    };
    tree.kids(verb).find(|&kid| match tree.dep(kid) {
        Dep::Prep => since(kid),
        Dep::Advcl => tree
            .kids(kid)
            .any(|mark| tree.dep(mark) == Dep::Mark && since(mark)),
        _ => false,
    })
}

/// The days from the one that such a clause names to that of publication; `None` where it names none.
fn since_then(reading: &Reading, clause: usize) -> Option<Found<DateRange>> {
    let tree = &reading.tree;
    let within = |mention: &&DateMention| {
        std::iter::once(mention.first)
            .chain(tree.ancestors(mention.first))
            .any(|at| at == clause)
    };
    let mention = reading.dates.iter().find(within)?;
    let range = DateRange {
        first: mention.named.first,
        last: reading.setting.dateline?,
    };
    (range.first <= range.last).then(|| Found::at(range, mention.span, "date.since-deed"))
}

/// "wrote to the board", "had skipped the check", "were not told", "did not ring": over when it was told, unlike what is or
/// has been so.
fn is_past_deed(reading: &Reading, verb: usize) -> bool {
    let tree = &reading.tree;
    let past = |at: usize| tree.tag(at) == Tag::VBD;
    let helped = || {
        tree.kids(verb)
            .any(|kid| matches!(tree.dep(kid), Dep::Aux | Dep::Auxpass) && past(kid))
    };
    tree.pos(verb) == Pos::Verb
        && !reading
            .lexicon()
            .words
            .has(Set::EmptyVerb, tree.lemma(verb))
        && (past(verb) || helped())
}

/// "jailed over the 1998 massacre", "broke the 2020 truce": the day before a noun is that of what the noun names, unless the deed
/// is part of it ("killed in the 2021 attack", "won the 2023 vote").
fn dates_another(reading: &Reading, trigger: usize, mention: &DateMention) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let inside = mention.first..=mention.last;
    let Some(noun) = inside
        .clone()
        .filter_map(|at| tree.head(at))
        .find(|head| !inside.contains(head))
    else {
        return false;
    };
    if !tree.is_nominal(noun)
        || noun <= mention.last
        || noun == trigger
        || tree.is_below(trigger, noun)
    {
        return false;
    }
    let Some(head) = tree.head(noun) else {
        return false;
    };
    match tree.dep(noun) {
        Dep::Pobj => !lexicon.words.has(Set::DatingPreposition, tree.lemma(head)),
        Dep::Dobj => {
            let frames = lexicon.frames.of_noun(tree.lemma(noun));
            head == trigger
                && frames
                    .iter()
                    .any(|frame| lexicon.question(&frame.assertion) == Question::Stance)
        }
        _ => false,
    }
}
