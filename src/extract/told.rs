//! The days that an article tells for its deeds, lent to the same deeds where it tells them again without a day.

use jiff::civil::Date;

use crate::lexicon::Lexicon;
use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::words::Set;
use crate::model::claim::{DateRange, Question};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::date::{DateMention, Kind, last_day};
use super::day::{is_count, own_day};
use super::reading::Reading;

/// The days of an article's deeds, in the order of the text.
#[derive(Debug, Default)]
pub struct Told {
    days: Vec<ToldDay>,
    /// Days of votes and games, whose results are told long after.
    contests: Vec<ToldDay>,
    main: Option<DateRange>,
    /// The last single day that each sentence names.
    named: Vec<Option<Date>>,
}

#[derive(Debug)]
struct ToldDay {
    sentence: usize,
    family: &'static str,
    range: DateRange,
    /// It is told in a clause that describes somebody or something ("whose brother surrendered on May 17").
    beside: bool,
}

/// Sentences through which a speaker goes on as of the day that was named for their word.
const NEAR_SENTENCES: usize = 5;

/// The longest span of days, in days, that dates a deed ("over the weekend"); a longer one only frames it.
const LONGEST: i32 = 4;

impl Told {
    /// Reads the days off all sentences of an article; `dateline` is its day of publication.
    pub fn read(readings: &[Reading], dateline: Option<Date>, lexicon: &Lexicon) -> Self {
        let mut days = Vec::new();
        for (sentence, reading) in readings.iter().enumerate() {
            for event in &reading.events {
                let Some(family) = family(&event.frame.assertion, lexicon) else {
                    continue;
                };
                if is_count(reading, event.trigger, &event.frame.assertion) {
                    continue;
                }
                let mention = own_day(reading, event.trigger);
                let range = mention
                    .filter(|mention| is_day(mention))
                    .map(|mention| mention.range);
                days.extend(
                    range
                        .filter(|range| is_past(range, dateline))
                        .map(|range| ToldDay {
                            sentence,
                            family,
                            range,
                            beside: is_told_beside(reading, event.trigger),
                        }),
                );
            }
        }
        let main = main_day(&days);
        let contests = contests(readings, dateline, lexicon);
        Told {
            days,
            contests,
            main,
            named: readings
                .iter()
                .map(|reading| last_day(&reading.dates))
                .collect(),
        }
    }

    /// The last single day that one of the few sentences before names.
    pub fn named_near(&self, sentence: usize) -> Option<Date> {
        let before = self.named.iter().take(sentence).rev();
        before.take(NEAR_SENTENCES).find_map(|day| *day)
    }

    /// The day of the deed of this assertion that a sentence speaks of again: of the last one told before, else of the
    /// first one told after. `None` where the article dates no deed of its family.
    pub fn again(&self, assertion: &str, sentence: usize, lexicon: &Lexicon) -> Option<DateRange> {
        let result = Assertions::builtin().family(assertion);
        if RESULTS.contains(&result) && !self.contests.is_empty() {
            let before = self.contests.iter().rfind(|told| told.sentence <= sentence);
            return before.or(self.contests.first()).map(|told| told.range);
        }
        let family = family(assertion, lexicon)?;
        let kin = || self.days.iter().filter(|told| told.family == family);
        let before = kin().rfind(|told| told.sentence <= sentence);
        before.or_else(|| kin().next()).map(|told| told.range)
    }

    /// The day that most of the article's dated deeds have, the first of equals; `None` where no deed is dated.
    pub fn main(&self) -> Option<DateRange> {
        self.main
    }
}

/// Families of what a vote or a game came to: as of its day, whenever it is told.
const RESULTS: [&str; 3] = ["turnout", "vote", "win"];

/// "Saturday's election", "the vote of 28 July": the days that a noun for a vote or a game has.
fn contests(readings: &[Reading], dateline: Option<Date>, lexicon: &Lexicon) -> Vec<ToldDay> {
    let is_contest =
        |reading: &Reading, at: usize| lexicon.words.has(Set::ElectionNoun, reading.tree.lemma(at));
    let held = |reading: &Reading, mention: &DateMention| {
        let tree = &reading.tree;
        let near: Vec<usize> = tree.ancestors(mention.first).take(NEAR).collect();
        let verb = near.iter().position(|&at| tree.is_verb(at));
        let phrase = &near[..verb.unwrap_or(near.len())];
        // "held the election on 5 May", "the vote took place on 5 May".
        let of_verb = || {
            let verb = near[verb?];
            let holds = lexicon.words.has(Set::StagingVerb, tree.lemma(verb));
            let mut parts = tree.kids(verb).filter(|&kid| {
                holds && matches!(tree.dep(kid), Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass)
            });
            parts.find(|&kid| is_contest(reading, kid))
        };
        phrase.iter().any(|&at| is_contest(reading, at)) || of_verb().is_some()
    };
    let days = readings.iter().enumerate().flat_map(|(sentence, reading)| {
        let dated = reading.dates.iter().filter(|mention| is_day(mention));
        let dated = dated.filter(move |mention| held(reading, mention));
        dated.map(move |mention| ToldDay {
            sentence,
            family: RESULTS[1],
            range: mention.range,
            beside: false,
        })
    });
    days.filter(|told| is_past(&told.range, dateline)).collect()
}

/// Words over a day under which the noun that it dates may stand.
const NEAR: usize = 3;

/// The family of a deed; `None` for talks, positions, plans and lasting states, which have no day of their own.
fn family(assertion: &str, lexicon: &Lexicon) -> Option<&'static str> {
    let table = Assertions::builtin();
    let row = table.get(assertion);
    let deed = matches!(
        row.effect,
        Effect::Event | Effect::Toll | Effect::Gain | Effect::Lose | Effect::Sham
    );
    let known = row.key == assertion && lexicon.question(assertion) != Question::Stance;
    (deed && known).then_some(row.family.as_str())
}

/// "since 5 May" dates a row of deeds, not the one told next.
fn is_day(mention: &DateMention) -> bool {
    matches!(mention.kind, Kind::Point | Kind::Interval)
}

fn is_past(range: &DateRange, dateline: Option<Date>) -> bool {
    let length = (range.last - range.first).get_days();
    length <= LONGEST && dateline.is_none_or(|day| range.first <= day)
}

/// "whose brother surrendered on May 17": no deed of which the article tells, but who somebody is.
fn is_told_beside(reading: &Reading, deed: usize) -> bool {
    let tree = &reading.tree;
    let clause = std::iter::once(deed).chain(tree.ancestors(deed));
    let mut clauses = clause.take_while(|&at| !matches!(tree.dep(at), Dep::Ccomp | Dep::Root));
    // "the blast that killed ten on Tuesday", "the tower that burned": the clause tells of the deed.
    let somebody = |noun: usize| {
        let words = &reading.lexicon().words;
        let person = tree.label(noun) == Some(EntityLabel::Person);
        person || tree.pos(noun) == Pos::Noun && words.is_somebody(tree.lemma(noun))
    };
    // "the hall to which they had been taken on Monday": where something else was done before.
    let whereabouts = |at: usize| {
        let mut below = tree.prepositions(at).filter_map(|kid| tree.governed(kid));
        below.any(|noun| tree.tag(noun) == Tag::WDT)
    };
    let described = |at: usize| tree.head(at).is_some_and(somebody) || whereabouts(at);
    clauses.any(|at| tree.is_verb(at) && tree.dep(at) == Dep::Relcl && described(at))
}

fn main_day(days: &[ToldDay]) -> Option<DateRange> {
    let count = |range: DateRange| days.iter().filter(|told| told.range == range).count();
    let mut best: Option<(DateRange, usize)> = None;
    for told in days.iter().filter(|told| !told.beside) {
        let times = count(told.range);
        if best.is_none_or(|(_, most)| times > most) {
            best = Some((told.range, times));
        }
    }
    best.map(|(range, _)| range)
}
