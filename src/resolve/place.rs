//! A place name as written, decided to one place of the gazetteer, with the rule that decided and what else it could be.

mod context;
mod hints;
mod kind;
mod names;
mod read;
mod rules;
mod stretches;
mod verdict;

use std::ops::Range;

use compact_str::{CompactString, format_compact};
use jiff::civil::Date;

use crate::lexicon::places::{Gazetteer, PlaceRef, Sense};
use crate::model::claim::LexiconLine;
use crate::model::place::{Place, PlaceKind};

pub use context::PlaceContext;
pub use names::{SentenceName, names_in};
pub use read::{Qualifier, ReadName, read_name};
pub use verdict::{PlaceVerdict, SyntaxHints, is_place};

use rules::{Question, decide};

/// A place name in a sentence.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlaceMention<'t> {
    /// The words as written, qualifiers included ("northern Pokrovsk", "Kherson airport", "Dobropillia, Donetsk Oblast").
    pub text: &'t str,
    /// The region, country or town that the sentence names with it and that `text` does not hold; `None` where it names none.
    pub region: Option<&'t str>,
}

/// What a place name was resolved to, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceDecision {
    /// The place; [`PlaceKind::Unlisted`] where no list knows the name.
    pub place: Place,
    /// Stable code of the rule that decided, such as `place.region-named`.
    pub rule: &'static str,
    /// The line of the list that holds the name; `None` where none does.
    pub line: Option<LexiconLine>,
    /// How much of the place is meant.
    pub qualifier: Qualifier,
    /// Bytes of the bare name within the mention's text.
    pub name: Range<usize>,
    /// Every place that the name could mean, with the rule that put it aside; empty code for what was left at the end.
    pub candidates: Vec<(CompactString, &'static str)>,
}

/// Resolves a mention: by the region that the sentence names, the article's regions and countries, nearness to its other places, and people,
/// in that order. A homonym that nothing decides says so in [`Place::undecided`].
///
/// ```
/// use atodds::lexicon::places::Gazetteer;
/// use atodds::resolve::place::{PlaceContext, PlaceMention, resolve_place};
/// let mention = PlaceMention { text: "northern Kupyansk", region: None };
/// let decision = resolve_place(&mention, &PlaceContext::default(), Gazetteer::embedded(), None);
/// assert_eq!(decision.place.name, "Kupiansk");
/// ```
pub fn resolve_place(
    mention: &PlaceMention<'_>,
    context: &PlaceContext,
    gazetteer: &Gazetteer,
    date: Option<Date>,
) -> PlaceDecision {
    let read = read_name(mention.text, gazetteer);
    let holders = kind::holders(mention.region, read.within, gazetteer);
    let question = Question {
        gazetteer,
        context,
        holders: &holders,
        date,
    };
    match read.sense {
        Sense::Quarter => kind::quarter(&read, &question),
        Sense::Facility | Sense::Natural => kind::named_after(&read, &question),
        Sense::Region => kind::region(&read, &question),
        _ => settle(&read, candidates(&read, gazetteer), &question),
    }
}

/// Every place of that name, once.
fn candidates<'g>(read: &ReadName<'_>, gazetteer: &'g Gazetteer) -> Vec<PlaceRef<'g>> {
    let mut out: Vec<PlaceRef<'g>> = Vec::new();
    for place in found_by(read.name, gazetteer) {
        match out.iter_mut().find(|known| **known == place) {
            Some(known) if place.is_chief() => *known = place,
            Some(_) => {}
            None => out.push(place),
        }
    }
    out
}

/// The places of a name; a country or capital also where the owner's mark lost its apostrophe ("Syrias second city").
fn found_by<'g>(name: &str, gazetteer: &'g Gazetteer) -> Vec<PlaceRef<'g>> {
    let found: Vec<PlaceRef<'g>> = gazetteer.find(name).collect();
    match without_mark(name, gazetteer).filter(|_| found.is_empty()) {
        Some(stem) => gazetteer
            .find(stem)
            .filter(|place| place.kind() == PlaceKind::Country || place.is_capital())
            .collect(),
        None => found,
    }
}

/// The name in a word that nothing bears and that is a name with the owner's mark but for the apostrophe ("Syrias").
fn without_mark<'n>(name: &'n str, gazetteer: &Gazetteer) -> Option<&'n str> {
    let unknown = gazetteer.find(name).next().is_none();
    let (end, _) = name
        .char_indices()
        .next_back()
        .filter(|(_, last)| unknown && last.is_alphabetic())?;
    let (stem, mark) = name.split_at(end);
    let owned = format!("{stem}'{mark}");
    (gazetteer.fold(&owned) == gazetteer.fold(stem)).then_some(stem)
}

/// Decides between `candidates`, or makes an unlisted place where there is none.
fn settle<'g>(
    read: &ReadName<'_>,
    candidates: Vec<PlaceRef<'g>>,
    question: &Question<'_, 'g>,
) -> PlaceDecision {
    let outcome = decide(read.name, candidates, question);
    let (place, line) = match outcome.left.first() {
        Some(best) => {
            let mut place = best.to_place();
            place.undecided = outcome.left[1..]
                .iter()
                .take(MOST_UNDECIDED)
                .map(PlaceRef::key)
                .collect();
            (place, best.line())
        }
        None => (unlisted(read, question), None),
    };
    let put_aside = outcome
        .put_aside
        .into_iter()
        .map(|(place, rule)| (place.key(), rule));
    let left = outcome.left.iter().map(|place| (place.key(), ""));
    PlaceDecision {
        rule: outcome.rule,
        line,
        qualifier: read.qualifier,
        name: read.span.clone(),
        candidates: left.chain(put_aside).take(MOST_CANDIDATES).collect(),
        place,
    }
}

/// A place of which nothing is known but its name and what the sentence says about where it lies.
fn unlisted(read: &ReadName<'_>, question: &Question<'_, '_>) -> Place {
    let holder = question.holders.first();
    Place {
        key: format_compact!("name:{}", question.gazetteer.fold(read.name)),
        name: read.name.into(),
        kind: PlaceKind::Unlisted,
        region: holder.and_then(kind::region_name),
        country: holder.and_then(|h| h.country()).map(|c| c.name().into()),
        coordinates: None,
        part_of: None,
        undecided: Vec::new(),
    }
}

/// More homonyms than this tell a reader nothing.
const MOST_UNDECIDED: usize = 8;
/// A name like Zelenyi Hai has dozens; the first ones are enough to explain.
const MOST_CANDIDATES: usize = 24;
